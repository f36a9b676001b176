public import CaseModel
import TerminalUI

extension ListingLook {
    /// A record as a row: each kind puts what people look for first into the same columns.
    func row(_ record: Record, _ names: Names, hours: HoursBalance? = nil) -> ListingRow {
        var cells = RowCells()
        let ended = record.end.map { $0 < today } ?? false
        cells.put(record.id.description, .id, ended ? .dim : .text)
        let title = record.kind.field(record.kind.title)
        var what = title.map { value(record.title, of: $0, names) } ?? record.title
        if record.kind == .alert { what = "\(record["case"] ?? "") \(reason(ofAlert: record) ?? "")" }
        cells.put(what.isEmpty ? record["product"] ?? "every product" : what, .what, ended ? .dim : .text)
        cells.put(record.account.map { names.accounts[$0] ?? $0.description }, .account)
        cells.put(standing(record, names), .state)
        let plans = record.kind == .contract ? record.words("plans") : [record["plan"]].compactMap { $0 }
        cells[.state].shorter = shorter(plans: plans)
        if record.kind == .partner {
            cells.put(record.contact("person").map { names.contacts[$0] ?? $0.description } ?? "anybody there", .who)
        } else if let (field, value) = person(record) {
            cells.put(names.words(value, of: field.type), .who)
        }
        cells[.amount] = amount(record, hours)
        if let day = record.kind.end == nil ? moment(record) : record.end.map({ text($0) }) {
            cells[.day] = TableCell(day)
            cells[.day].shorter = [record.end.map { Shown($0.inShort) }].compactMap { $0 }
        }
        if record.kind.end != nil {
            // It ends at the customer's midnight, wherever the list is read.
            let region = record.account.flatMap { names.regions[$0] }
            cells[.left] = left(until: record.end, from: region.map { policies.day(of: now, in: $0) })
        }
        if record.kind == .notice, record["state"] == NoticeState.bounced.rawValue {
            // Whoever was to be told was not.
            cells[.state] = TableCell("! " + cells[.state].text, .warn, [.bold])
        }
        if isUntold(record, names) {
            // It is the alarm of these lists, so it stands where a narrow screen has it too.
            cells[.state] = TableCell("nobody told", .warn, [.bold])
        }
        return ListingRow(.record(record.id), cells.all)
    }

    /// Whether a membership that goes on has nobody who gets its notices.
    func isUntold(_ record: Record, _ names: Names) -> Bool {
        record.kind == .membership && record.contact("contact") == nil && !isOver(record, names)
    }

    /// How a record stands, in a few words.
    private func standing(_ record: Record, _ names: Names) -> String? {
        switch record.kind {
        case .contract: return record.words("plans").map { rowPlan($0) }.joined(separator: " + ")
        case .license:
            let marks = LicenseStanding(record, on: today, policy).marks.map(\.rawValue)
            return marks.isEmpty ? nil : marks.joined(separator: ", ")
        case .purchase: return record["product"]
        case .partner:
            guard record.day("removedOn") == nil, let scope = record["scope"] else { return "removed" }
            return record.kind.field("scope").map { value(scope, of: $0, names) } ?? scope
        case .product:
            guard let newest = record["available"] else { return record["installed"] }
            return record["installed"] == newest ? "up to date" : "\(record["installed"] ?? "?"), newest \(newest)"
        case .consent:
            return record["state"]
        case .notice where record["state"] == NoticeState.sent.rawValue: return "recorded"
        case .environment: return record.flag("critical") == true ? "critical" : nil
        case .alert:
            guard let seen = seen(record) else { break }
            return "seen by \(seen)"
        default: break
        }
        if let code = record["plan"] { return rowPlan(code) }
        for field in ["naming", "step", "state", "what", "way"] {
            if let value = record[field] {
                return record.kind.field(field).map { self.value(value, of: $0, names) } ?? value
            }
        }
        return nil
    }

    /// Who has to do with a record.
    private func person(_ record: Record) -> (RecordField, String)? {
        for field in record.kind.fields where field.name != RecordKind.account && field.name != record.kind.title {
            switch field.type {
            case .contact, .agent, .account:
                if let value = record[field.name] { return (field, value) }
            default: continue
            }
        }
        return nil
    }

    private func amount(_ record: Record, _ hours: HoursBalance?) -> TableCell {
        if let hours {
            return TableCell(Shown("\(HoursBalance.words(hours.left)) left"), hours.left <= 0 ? .bad : .text)
        }
        if record.kind == .license {
            let balance = LicenseBalance(record)
            return TableCell(Shown("\(grouped(balance.free)) free"), balance.free == 0 ? .warn : .text)
        }
        if let minutes = record.count("minutes") { return TableCell(Shown(HoursBalance.words(minutes))) }
        return TableCell(Shown(record.count("quantity").map(grouped) ?? ""))
    }

    /// The day of a record that has no last one; of an instant today its time.
    private func moment(_ record: Record) -> Shown? {
        for field in record.kind.fields {
            switch field.type {
            case .day: if let day = record.day(field.name) { return text(day) }
            case .instant: if let at = record[field.name].flatMap({ Timestamp(iso: $0) }) { return Shown(text(at)) }
            default: continue
            }
        }
        return nil
    }

    /// Records of one kind as a list.
    ///
    /// - Parameter lists: all of them; or those that go on, and those that ended, which follow once all of the first came.
    func listing(
        _ lists: [RecordList], of kind: RecordKind, _ ending: TabContent.Ending = .any, byMonth: Bool = false
    ) -> Listing {
        var (names, records) = (Names(), lists.first?.records ?? [])
        for list in lists { names.add(list.names) }
        var over: [Record] = []
        if lists.count > 1 {
            records.removeAll { isOver($0, names) }
            if !lists[0].goesOn { over = lists[1].records.filter { isOver($0, names) } }
        }
        var rows = byMonth ? self.byMonth(records, names) : records.map { row($0, names) }
        if !over.isEmpty {
            if !byMonth { rows.append(ListingRow(heading: endedHead(kind), rows.count)) }
            rows += byMonth ? self.byMonth(over, names, areOver: true, from: rows.count) : over.map { row($0, names) }
        }
        // Of those that end at another time there may be many.
        let turning = "\(key(.nextTab)) and \(key(.previousTab)) go to the others."
        let (empty, others) =
            switch ending {
            case .any: ("There is no \(kind.name) here.", "\(key(.back)) goes back.")
            case .within(let days): ("No \(kind.name) ends within \(days) days.", turning)
            }
        let isAdded = ending == .any && kind.isAddedByHand
        return Listing(
            RecordTitles(kind).columns, rows, empty: empty,
            help: isAdded
                ? "\(key(.add)) adds one at a customer; \(key(goingTo: "contacts")) shows the customers." : others)
    }

    /// The head over what ended of a kind, below what goes on.
    func endedHead(_ kind: RecordKind) -> String { "Ended \(kind.plural.lowercased())" }

    /// Records with the month in which they end above them, as a calendar.
    ///
    /// - Parameters:
    ///   - areOver: whether it is said that they ended, because others go on.
    ///   - place: the place of the first row.
    func byMonth(
        _ records: [Record], _ names: Names, areOver: Bool = false, from place: Int = 0
    ) -> [ListingRow] {
        var rows: [ListingRow] = []
        var month: String?
        for record in records {
            if let end = record.end {
                let words = "\(ListingLook.months[end.month - 1]) \(end.year)"
                if words != month {
                    let head = areOver ? "Ended in \(words)" : words
                    rows.append(ListingRow(heading: head, place + rows.count))
                }
                month = words
            }
            rows.append(row(record, names))
        }
        return rows
    }

    /// The months as heads write them, January first.
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension RecordFieldType {
    /// Whether it names somebody, or a company.
    var isPerson: Bool {
        switch self {
        case .account, .contact, .agent: true
        default: false
        }
    }
}

extension String {
    /// A name of a field as a head: `agreedByCustomer` is `Agreed by customer`.
    ///
    /// Where the name says in what it is counted, the head says what it is.
    var words: String {
        switch self {
        case "minutes": "Length"
        // As the kind of such a record is called.
        case "hardware": "Machine"
        default: spaced.sentence.withoutStop
        }
    }

    /// A code as words: `unit-returned` is `unit returned`.
    var withoutHyphens: String { split(separator: "-").joined(separator: " ") }

    /// A name of a field as words: `agreedByCustomer` is `agreed by customer`.
    var spaced: String {
        guard self != "center" else { return "centre" }
        var words = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar.properties.isUppercase {
                words.append(" ")
                words.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            } else {
                words.append(scalar)
            }
        }
        return String(words)
    }
}

extension RecordKind {
    /// The kind in words: `reference check`.
    public var name: String {
        switch code {
        case RecordKind.license.code: "licence"
        case RecordKind.hardware.code: "machine"
        default: code.withoutHyphens
        }
    }

    /// Several of it, as a head says it.
    var plural: String {
        switch code {
        case RecordKind.hours.code, RecordKind.access.code: name.sentence.withoutStop
        default: name.sentence.withoutStop + "s"
        }
    }

    /// What a record of it is for, in a few words.
    var purpose: String {
        switch code {
        case RecordKind.contract.code: "what the customer bought, from when to when"
        case RecordKind.entitlement.code: "which product a contract covers, under which plan"
        case RecordKind.membership.code: "a product with its last day, and who is told of it"
        case RecordKind.purchase.code: "an order: what, how much, by whom"
        case RecordKind.partner.code: "who may act for the customer, and in what"
        case RecordKind.hardware.code: "a machine under maintenance"
        case RecordKind.license.code: "how much was bought, to be given to hosts"
        case RecordKind.environment.code: "what the customer runs, and who at support knows it"
        case RecordKind.shipment.code: "a machine that is sent in for testing"
        case RecordKind.replacement.code: "a machine that is to be replaced"
        case RecordKind.access.code: "leave to come to the site, or to machines from afar"
        case RecordKind.asset.code: "what support depends on, and where it can be called"
        case RecordKind.product.code: "which release the customer runs"
        case RecordKind.consent.code: "what the customer agreed to"
        default: ""
        }
    }

    /// Whether it goes on with another last day.
    var isRenewed: Bool { RecordKind.ending.contains(self) }

    /// Whether people add records of it by a form.
    var isAddedByHand: Bool { ![.attachment, .referenceCheck, .reveal, .alert].contains(self) }
}
