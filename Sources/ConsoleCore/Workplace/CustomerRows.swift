import CaseModel
import TerminalUI

extension ListingLook {
    /// What covers a customer today, whatever the product.
    func cover(of sheet: CustomerSheet) -> CoverAnswer {
        CaseModel.cover(CoverQuestion(day: policies.day(of: now, for: sheet.facts)), sheet.facts, CoverTerms(policy))
    }

    /// The call sheet: who may call, who is told, what ends, what is critical, what is open.
    func callSheet(_ sheet: CustomerSheet, revealed: Set<ContactID>) -> Listing {
        let answer = cover(of: sheet)
        var rows: [ListingRow] = []
        func head(_ words: String) { rows.append(ListingRow(heading: words, rows.count)) }
        func say(
            _ words: String, _ role: Role = .dim, leadingTo tab: TabContent? = nil, at subject: Subject? = nil
        ) {
            rows.append(said(words, role, leadingTo: tab, at: subject, rows.count))
        }
        let first = managerLines(sheet)
        if !first.isEmpty { head(managersHead(sheet)) }
        rows += first
        head("May call" + coverageWords(answer))
        if answer.callers.isEmpty {
            let why = answer.reasons.first.map { " \($0.said) \($0.help)" } ?? ""
            say(CallerWords(answer).nobody.sentence + why, .bad, leadingTo: .cover)
        }
        for caller in answer.callers {
            guard let contact = sheet.facts.contacts.first(where: { $0.id == caller.contact }) else { continue }
            let company =
                contact.account == sheet.account.id ? nil : contact.account.flatMap { sheet.names.accounts[$0] }
            var person = row(contact, account: company, caller: caller, isRevealed: revealed.contains(contact.id))
            // That the portal lets them call is said by the head; what kind of access it is, beside the list.
            person.cells[ListingColumn.state.rawValue] = TableCell(Shown(names(ofRolesOf: contact), upTo: 80))
            rows.append(person)
        }
        let others = silent(answer, sheet)
        if let words = silentWords(others) {
            say(words, leadingTo: .cover, at: others.first.map { .contact($0.contact.id) })
        }
        head("Renewal notices go to")
        let day = policies.day(of: now, for: sheet.facts)
        let memberships = sheet.records(.membership).filter { $0.end.map { $0 >= day } ?? true }
        if memberships.isEmpty {
            let last = lastEnded(sheet, [.membership])
            rows.append(ListingRow(words: over(sheet, [.membership], "membership", last, "went to"), rows.count))
            rows += notices(last, sheet, revealed, from: rows.count)
            for words in recorded(last, sheet) { rows.append(ListingRow(words: words, rows.count)) }
        } else {
            rows += notices(memberships, sheet, revealed, from: rows.count)
        }
        let partners = partnerLines(sheet)
        if partners.isEmpty {
            let words = sheet.records(.partner).isEmpty ? "none named" : "none acts now"
            rows.append(ListingRow(words: "Partners: \(words).", rows.count))
        }
        for (record, words) in partners.prefix(3) {
            say(words, leadingTo: .own([RecordKind.partner.code]), at: .record(record))
        }
        if partners.count > 3 {
            say(
                "\(grouped(partners.count - 3)) more partners; \(key(.open)) shows them.",
                leadingTo: .own([RecordKind.partner.code]))
        }
        let ending = sheet.ending(from: day)
        // As many as the screen has room for beside who may call and what is open.
        let most = max(6, size.rows / 4)
        head("Ends next" + (ending.count > most ? ", the first \(most) of \(grouped(ending.count))" : ""))
        let last = ending.isEmpty ? lastEnded(sheet, RecordKind.ending) : []
        if ending.isEmpty { rows.append(ListingRow(words: over(sheet, RecordKind.ending, "end", last), rows.count)) }
        rows += (ending + last).prefix(most).map { row($0, sheet.names, hours: sheet.hours[$0.id]) }
        // Where all of it is over it stands above.
        let over = ending.isEmpty ? [] : sheet.ended(before: day, within: ListingLook.near)
        if !over.isEmpty {
            let part = over.count > 3 ? ", the first 3 of \(grouped(over.count))" : ""
            head("Ended in the last \(ListingLook.near) days\(part)")
            rows += over.prefix(3).map { row($0, sheet.names, hours: sheet.hours[$0.id]) }
        }
        let critical = sheet.records(.environment).filter { $0.flag("critical") == true }
        if !critical.isEmpty {
            head("Critical environments")
            for record in critical {
                rows.append(reviewed(row(record, sheet.names)))
                if let objectives = record["objectives"] { say(objectives, .text) }
            }
        }
        let cases = sheet.cases.prefix(20)
        let count = sheet.openCount ?? 0
        head(
            "Open cases" + (count > 0 ? " \(grouped(count))" : "")
                + (count > cases.count ? ", the first \(cases.count); the tab Cases has them all" : ""))
        if sheet.cases.isEmpty {
            rows.append(ListingRow(words: sheet.openCount == nil ? "loading…" : "None.", rows.count))
        }
        rows += lines(cases)
        // Whose it is goes without saying here; those few who are elsewhere say so behind what they are.
        for index in rows.indices where rows[index].cells.count > ListingColumn.account.rawValue {
            let at = rows[index].cells[ListingColumn.account.rawValue].text
            rows[index].cells[ListingColumn.account.rawValue] = TableCell("")
            guard at.width > 0, at != Shown(sheet.account.name, upTo: 120) else { continue }
            let state = rows[index].cells[ListingColumn.state.rawValue].text
            rows[index].cells[ListingColumn.state.rawValue] = TableCell(state.width > 0 ? state + ", " + at : at)
        }
        return Listing(
            ListingColumn.columns(
                [
                    .id: "Number", .what: "Name, product", .state: "Roles, state",
                    .who: "Reached by, with", .amount: "Sev, amount", .day: "Ends", .left: "Left",
                ], whole: [.who], kept: [.amount]), rows, empty: "Nothing is known of this customer.")
    }

    /// A sentence as a row of the call sheet.
    ///
    /// - Parameters:
    ///   - tab: where Enter on it leads; nil for nowhere.
    ///   - subject: the row there.
    ///   - place: the place of the row, which tells it from others.
    func said(
        _ words: String, _ role: Role = .dim, leadingTo tab: TabContent? = nil, at subject: Subject? = nil,
        _ place: Int
    ) -> ListingRow {
        var row = ListingRow(.line(place), [])
        row.leadsTo = tab
        row.landsOn = subject
        var line = StyledLine(.blanks(9))
        line.add(Shown(words, upTo: 400), role)
        row.whole = line
        row.text = Words.fold(words)
        row.lines = [StyledLine(Shown(words, upTo: 4000))]
        return row
    }

    /// The row of an environment, with the day of its review beside who looks after it: nothing ends on that day.
    private func reviewed(_ row: ListingRow) -> ListingRow {
        let day = row.cells[ListingColumn.day.rawValue].text
        guard day.width > 0 else { return row }
        var row = row
        row.cells[ListingColumn.day.rawValue] = TableCell("")
        let who = row.cells[ListingColumn.who.rawValue].text
        row.cells[ListingColumn.who.rawValue].text = (who.width > 0 ? who + ", " : "") + "reviewed " + day
        return row
    }

    /// Cases as whole lines, in the order of the queue: the columns here are those of people.
    private func lines(_ cases: ArraySlice<CaseSummary>) -> [ListingRow] {
        let told: [[StyledLine]] = cases.map { item in
            let clock = ClockFacts(item).cell(at: now, isShort: size.columns < 100)
            return [
                StyledLine(Shown(item.id.description)),
                StyledLine(clock.text, clock.role),
                StyledLine(words(for: item.severity, glyphs), item.severity.role),
                StyledLine(words(for: item.status, glyphs, isShort: true)),
                StyledLine(Shown(item.ownerName ?? "no owner", upTo: 24), item.ownerName == nil ? .dim : .text),
                StyledLine(Shown(item.subject, upTo: 200)),
            ]
        }
        return zip(cases, told).map { item, parts -> ListingRow in
            var row = ListingRow(.item(item.id), [])
            var (line, column) = (StyledLine(), 0)
            for (place, part) in parts.enumerated() {
                line.tab(to: column)
                line.add(part)
                column += 2 + (told.map { parts in parts[place].width }.max() ?? 0)
            }
            row.whole = line
            row.text = Words.fold(line.spans.map(\.text.text).joined())
            return row
        }
    }

    /// At which severities somebody is there at any hour, and at which in business hours.
    func coverageWords(_ answer: CoverAnswer) -> String {
        guard !answer.covering.isEmpty else { return answer.callers.isEmpty ? "" : ", but nothing is covered now" }
        let codes = policies.words.severities.filter { severity in
            answer.covering.contains { $0.severities.contains(severity) }
        }
        return codes.isEmpty ? "" : ", " + codes.inWords
    }

    /// What of some kinds ends last, on one day, contracts first; asked where all of it is over.
    private func lastEnded(_ sheet: CustomerSheet, _ kinds: [RecordKind]) -> [Record] {
        let all = kinds.flatMap { sheet.records($0) }
        guard let last = all.compactMap(\.end).max() else { return [] }
        return all.filter { $0.end == last }
    }

    /// What is said where nothing is to end any more: that it ended, and that those which ended last follow.
    ///
    /// - Parameter whose: what followed of them, such as that their notices `went to` somebody.
    private func over(
        _ sheet: CustomerSheet, _ kinds: [RecordKind], _ name: String, _ last: [Record], _ whose: String? = nil
    ) -> String {
        let ended = kinds.flatMap { sheet.records($0) }.count { $0.end != nil }
        guard let day = last.first?.end else { return name == "end" ? "No end is known." : "There is no \(name)." }
        let all = ended == last.count ? "" : "\(grouped(ended)) ended. "
        let words = text(day).text
        guard let whose else { return "\(all)\(ended == 1 ? "It ended" : "Ended last,") on \(words):" }
        let more = last.count > 1 ? " and \(last.count - 1) more" : ""
        return "\(all)Those of \(last[0].id)\(more), ended \(words), \(whose):"
    }
}
