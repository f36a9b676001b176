import CaseModel
import TerminalUI

extension ListingLook {
    /// A customer's own records of some kinds, each under its head; of what ends, those that ended last.
    func own(_ codes: [String], _ sheet: CustomerSheet) -> Listing {
        let kinds = codes.compactMap { RecordKind(code: $0) }
        var rows: [ListingRow] = []
        func told(_ record: Record) -> ListingRow {
            var row = row(record, sheet.names, hours: sheet.hours[record.id])
            let under = RecordTitles.underContract.contains(record.kind) ? record.parent?.description ?? "" : ""
            // Whose it is goes without saying here.
            row.cells[ListingColumn.account.rawValue] = TableCell(Shown(under))
            if !under.isEmpty { row.text += "  " + Words.fold(under) }
            return row
        }
        for kind in kinds {
            let records = sheet.records(kind)
            if kinds.count > 1, !records.isEmpty {
                rows.append(ListingRow(heading: "\(kind.plural)  \(records.count)", rows.count))
            }
            let over = kind.isRenewed ? records.filter { isOver($0, sheet.names) } : []
            let going = over.isEmpty ? records : records.filter { !isOver($0, sheet.names) }
            rows += going.map(told)
            if !over.isEmpty, !going.isEmpty { rows.append(ListingRow(heading: endedHead(kind), rows.count)) }
            rows += over.reversed().map(told)
        }
        let present = kinds.filter { !sheet.records($0).isEmpty }
        let (last, others) = (kinds.last?.name ?? "", kinds.dropLast().map(\.name).joined(separator: ", no "))
        let names = others.isEmpty ? last : "\(others) and no \(last)"
        return Listing(
            RecordTitles.columns(of: present), rows, empty: "\(sheet.account.name) has no \(names).",
            help: "\(key(.add)) adds one.")
    }

    /// One record: its values, then what happened to it.
    func listing(_ file: RecordFile) -> Listing {
        var rows: [ListingRow] = []
        // What was done last stands in the history.
        for field in file.record.kind.fields where field.name != RecordKind.lastAct {
            guard let value = file.record[field.name] else { continue }
            var cells = RowCells()
            cells.put(label(of: field), .id, .dim)
            let told = self.value(value, of: field, file.names)
            cells.put(told, .what)
            let lines =
                Shown.lines(told).map { StyledLine($0) } + [StyledLine(Shown(field.meaning.sentence, upTo: 200), .dim)]
            rows.append(ListingRow(subject(value, field.type) ?? .line(rows.count), cells.all, lines: lines))
        }
        if isUntold(file.record, file.names) {
            var cells = RowCells()
            cells.put("Contact", .id, .dim)
            cells.put("nobody: notices go nowhere", .what, .warn)
            let why = StyledLine(Shown("No contact is named; " + nobodyWords(file.record.id, nil), upTo: 400))
            rows.append(ListingRow(.line(rows.count), cells.all, lines: [why]))
        }
        rows.append(ListingRow(heading: "History  \(file.events.count)", rows.count))
        let balances = balances(of: file)
        for event in file.events.reversed() {
            var cells = RowCells()
            cells.put(text(event.at), .id, .dim)
            let words = what(event, of: file)
            cells.put(event.turned?.withDays ?? words.sentence.withoutStop, .what)
            cells.put(event.actor.name, .who)
            var full = ["\(event.actor.name) \(words)", event.text].compactMap { $0 }
            if let balance = balances[event.seq] {
                cells.put("\(grouped(balance.free)) free", .amount)
                full.append(
                    "Afterwards: " + sum(balance))
            }
            let lines = full.flatMap { Shown.lines($0) }.map { StyledLine($0) }
            rows.append(ListingRow(.line(rows.count), cells.all, lines: lines))
        }
        return Listing(
            ListingColumn.columns([.id: "Field", .what: "Value", .who: "By", .amount: "After"]), rows,
            empty: "It is empty.")
    }

    /// What an event did to the record, its values in the words of this screen: `set end 10 Dec 2026`.
    private func what(_ event: RecordEvent, of file: RecordFile) -> String {
        let changed = event.changes.compactMap { change in file.record.kind.field(change.field).map { (change, $0) } }
        if event.seq == 1 { return "added the \(file.record.kind.name) \(event.record)" }
        let isOfLicense = event.changes.contains { $0.field == RecordKind.lastAct }
        // When a step was taken stands in front of it.
        let told = changed.filter { _, field in !field.isByAct || field.type != .instant }
        guard !told.isEmpty, !isOfLicense else { return words(for: event, names: file.names) }
        let parts = told.map { change, field in
            "\(field.name.spaced) \(change.new.map { value($0, of: field, file.names) } ?? "none")"
        }
        return "set \(parts.joined(separator: ", "))"
    }

    /// What a licence had after each act, by the number of the event (domain 11, rows 39 to 42).
    private func balances(of file: RecordFile) -> [Int: LicenseBalance] {
        guard file.record.kind == .license else { return [:] }
        do throws(LicenseReplayProblem) {
            let entries = try LicenseBalance.replay(file.events)
            return Dictionary(entries.map { ($0.event.seq, $0.balance) }) { _, last in last }
        } catch {
            // `verify` tells of a history that does not add up; here the acts alone are shown.
            return [:]
        }
    }

    /// What a value leads to.
    private func subject(_ value: String, _ type: RecordFieldType) -> Subject? {
        switch type {
        case .account: AccountID(text: value).map { .account($0) }
        case .contact: ContactID(text: value).map { .contact($0) }
        case .record: RecordID(text: value).map { .record($0) }
        case .item: CaseID(text: value).map { .item($0) }
        default: nil
        }
    }
}
