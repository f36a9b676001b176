import CaseModel
import TerminalUI

extension ListingLook {
    /// What covers the customer, then what does not and why, then what the plans promise.
    func coverSheet(_ sheet: CustomerSheet) -> Listing {
        let answer = cover(of: sheet)
        // On a narrow screen the names of plans need the room.
        let isShort = size.columns < 100
        var rows: [ListingRow] = []
        func item(_ item: CoverAnswer.Item) {
            var cells = RowCells()
            cells.put(item.record.description, .id)
            cells.put(item.product ?? "every product", .what)
            cells.put(item.plan.map { rowPlan($0) }, .state)
            cells[.state].shorter = shorter(plans: [item.plan].compactMap { $0 })
            if item.reasons.isEmpty {
                let word = isShort ? "sev" : "severity"
                cells.put(([word] + item.severities.map(\.code)).joined(separator: " "), .who, .ok)
            }
            cells[.day] = TableCell(text(item.until))
            cells[.left] = left(until: item.until, from: policies.day(of: now, for: sheet.facts))
            let why = item.reasons.map { reason in
                StyledLine(Shown(whyNot(reason), upTo: 600))
            }
            rows.append(ListingRow(.record(item.record), cells.all, lines: why.isEmpty ? ending(item, sheet) : why))
            if let first = item.reasons.first { rows += reason(first.said, under: rows[rows.count - 1], rows.count) }
        }
        if !answer.covering.isEmpty { rows.append(ListingRow(heading: "Covered now", rows.count)) }
        answer.covering.forEach(item)
        if !answer.failing.isEmpty {
            rows.append(ListingRow(heading: "Not covered, and why", rows.count))
            answer.failing.forEach(item)
        }
        let others = silent(answer, sheet)
        let listed = others.prefix(ListingLook.silentListed)
        if !others.isEmpty {
            let part = others.count > listed.count ? ", the first \(listed.count) of \(grouped(others.count))" : ""
            let some = others.contains { !$0.kinds.isEmpty } ? ", or only about some things" : ""
            rows.append(ListingRow(heading: "May not call\(some), and why" + part, rows.count))
        }
        for person in listed {
            rows.append(row(person.contact))
            rows[rows.count - 1].cells[ListingColumn.who.rawValue] = TableCell("")
            rows += reason(whyNot(person, sheet), under: rows[rows.count - 1], rows.count)
        }
        rows += promises(answer, sheet, from: rows.count)
        rows += sources(of: rows, listed.flatMap { reasons(against: $0, sheet).map(\.source) })
        let columns = ListingColumn.columns([
            .id: "No., sev", .what: "Product, name", .state: "Plan, role", .who: "Cover", .day: "Cover until",
            .left: "Left",
        ])
        var list = Listing(
            columns.map { column in
                // For which severities it covers is of no use when it is cut.
                var column = column
                if column.id == ListingColumn.who.rawValue { column.minimum = isShort ? 11 : 16 }
                return column
            }, rows, empty: "\(sheet.account.name) has no contract and no machine under maintenance.",
            help: "\(key(.add)) adds a contract.")
        list.leftAlone = "Cover left"
        return list
    }

    /// Which last day ends the cover by something: its own, or that of its contract, whichever comes first.
    private func ending(_ item: CoverAnswer.Item, _ sheet: CustomerSheet) -> [StyledLine] {
        guard let until = item.until else { return [] }
        let record = sheet.facts.records.first { $0.id == item.record }
        let isOwn = record?.end == until
        let by = isOwn ? item.record : record?.parent ?? item.record
        let kind = isOwn ? record?.kind : record?.parent.flatMap { RecordKind(code: $0.kind) }
        return [line("Cover until", "\(until.inWords), the last day of \(kind.map { "the \($0.name) " } ?? "")\(by)")]
    }

    /// A customer that nothing covers, with its people; who acts for others is covered with them, and is none of them.
    func uncovered(of sheet: CustomerSheet) -> [Subject] {
        guard !cover(of: sheet).isEntitled else { return [] }
        let acting = sheet.appointments.map { Appointment(record: $0) }.filter { $0.holds(on: today) }
        let people = sheet.contacts.filter { contact in !acting.contains { $0.means(contact) } }
        return people.map { .contact($0.id) } + [.account(sheet.account.id)]
    }

    /// Somebody who is there and may not call about whatever it is.
    struct Silent {
        /// The person.
        var contact: Contact
        /// The kinds of request about which the person may call all the same.
        var kinds: [String]
    }

    /// Who is there and may not call, or only about some things: any other call of theirs is logged and held
    /// (domain 12).
    func silent(_ answer: CoverAnswer, _ sheet: CustomerSheet) -> [Silent] {
        let may = Set(answer.callers.compactMap(\.contact))
        let others = sheet.facts.contacts.filter { $0.active && !may.contains($0.id) }
        guard !others.isEmpty else { return [] }
        let key = FormCallers.Key(
            customer: sheet.account.id, version: 0, policy: policy.mark, day: policies.day(of: now, for: sheet.facts))
        let callers = FormCallers(key, sheet.facts, policy)
        return others.map { Silent(contact: $0, kinds: callers.kinds(openTo: $0.id)) }
    }

    /// How many more there are who may not call about whatever it is, and where it says why; nil for nobody.
    func silentWords(_ others: [Silent]) -> String? {
        guard !others.isEmpty else { return nil }
        let some = others.count { !$0.kinds.isEmpty }
        let none = others.count - some
        let why = "\(key(.open)) says why."
        func people(_ count: Int) -> String { count == 1 ? "1 more person" : "\(grouped(count)) more people" }
        if some == 0 { return "\(people(none)) may not call; \(why)" }
        let who = none == 0 ? people(some) : "\(grouped(some)) more"
        return "\(who) may call only about some things\(none == 0 ? "" : ", \(grouped(none)) may not"); \(why)"
    }

    /// Why somebody may not call; the name stands in front of it.
    private func whyNot(_ person: Silent, _ sheet: CustomerSheet) -> String {
        let said = reasons(against: person, sheet).first?.said ?? ""
        let name = person.contact.name + " "
        let why = said.hasPrefix(name) ? String(said.dropFirst(name.count)) : said
        return person.kinds.isEmpty ? why : "only about \(person.kinds.joined(separator: ", ")): \(why)"
    }

    private func reasons(against person: Silent, _ sheet: CustomerSheet) -> [CoverReason] {
        let question = CoverQuestion(day: policies.day(of: now, for: sheet.facts), caller: .contact(person.contact))
        return CaseModel.cover(question, sheet.facts, CoverTerms(policy)).caller?.reasons ?? []
    }

    /// What the tags stand for that are told in some rows and at the cursor, as the page of a case lists them.
    ///
    /// - Parameter others: the tags that stand at the cursor alone.
    private func sources(of rows: [ListingRow], _ others: [[String]]) -> [ListingRow] {
        let lines = rows.flatMap { $0.lines + [$0.whole].compactMap { $0 } }
        // A tag may stand on two lines.
        let told = lines.map { $0.spans.map(\.text.text).joined() } + others.map { policy.credit($0) }
        let legend = policy.legend(of: [told.joined(separator: " ")])
        guard !legend.isEmpty else { return [] }
        return [ListingRow(heading: "Sources", rows.count)]
            + legend.enumerated().map { place, words in
                var row = ListingRow(.line(rows.count + 1 + place), [])
                row.whole = StyledLine(Shown(words, upTo: 200), .dim)
                row.text = Words.fold(words)
                row.lines = [StyledLine(Shown(words, upTo: 200))]
                return row
            }
    }

    /// Why not, whole, on as many lines as it needs under the row that it is about, and found with it.
    private func reason(_ words: String, under row: ListingRow, _ place: Int) -> [ListingRow] {
        let width = max(20, min(ListingLook.reasonWidth, lineRoom - ListingLook.reasonColumn))
        return Shown(words, upTo: 400).wrapped(to: width).enumerated().map { number, part in
            var line = StyledLine(.blanks(ListingLook.reasonColumn))
            line.add(part, .warn)
            // The cursor stops once at each reason, however many lines it has.
            var told = ListingRow(number == 0 ? .line(place) : .heading(place + number), [])
            told.whole = line
            told.isContinuation = number > 0
            told.text = row.text + " " + Words.fold(words)
            told.lines = [StyledLine(Shown(words, upTo: 400), .warn)]
            return told
        }
    }

    /// A reason is no wider than reads well.
    private static let reasonWidth = 90
    /// Where reasons begin.
    private static let reasonColumn = 12
    /// So many who may not call are listed.
    private static let silentListed = 30
}
