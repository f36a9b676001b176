import CaseModel
import TerminalUI

extension ListingLook {
    /// A label and a value, as everything beside a list is told.
    func line(_ label: String, _ value: some StringProtocol, _ role: Role = .text) -> StyledLine {
        var line = StyledLine(Shown(label, upTo: 40), .dim)
        // A long label is never joined to its value.
        if line.width >= 15 { line.add("  ") } else { line.tab(to: ListingLook.labels) }
        line.add(Shown(String(value), upTo: 400), role)
        return line
    }

    /// The same on as many lines as the value needs.
    func fact(
        _ label: String, _ value: String, _ role: Role = .text, width: Int, labels: Int = ListingLook.labels
    ) -> [StyledLine] {
        let rows = Shown.lines(value, upTo: 40).flatMap { $0.wrapped(to: max(10, min(90, width - labels)), upTo: 40) }
        return rows.enumerated().map { place, row in
            var line = StyledLine(place == 0 ? Shown(label, upTo: 40) : "", .dim)
            line.tab(to: labels)
            line.add(row, role)
            return line
        }
    }

    /// A customer in short: its cover, who may call, what ends, what is open.
    func short(_ sheet: CustomerSheet, _ room: Size) -> [StyledLine] {
        let answer = cover(of: sheet)
        var lines = [StyledLine(Shown(sheet.account.name, upTo: 120), .title)]
        let above = sheet.facts.accounts.dropFirst().map(\.name)
        if !above.isEmpty { lines.append(line("Part of", above.joined(separator: ", "))) }
        lines += coverLines(answer, sheet, room)
        let day = policies.day(of: now, for: sheet.facts)
        if let ending = sheet.ending(from: day).first, let end = ending.end {
            let days = end.daysSince1970 - day.daysSince1970
            let left = days == 0 ? "today" : "\(days) d"
            let words = "\(ending.id) \(ending.title), \(text(end).text), \(left)\(atCustomers(day))"
            lines += fact("Ends next", words, width: room.columns)
        }
        lines.append(line("Open cases", openWords(sheet)))
        for item in sheet.cases.prefix(4) {
            var row = StyledLine(Shown("  \(item.id.description)  "), .text)
            row.add(words(for: item.severity, glyphs), item.severity.role)
            row.add("  ")
            let before = row.width
            row.add(Shown(item.subject, upTo: 200))
            // On a high screen there are lines enough for whole subjects.
            lines += size.rows < 50 ? [row] : row.wrapped(to: room.columns, indent: before)
        }
        return lines
    }

    /// How many cases are open, and how many of them are of the worst severity.
    private func openWords(_ sheet: CustomerSheet) -> String {
        guard let count = sheet.openCount else { return "loading…" }
        guard count > 0 else { return "none" }
        let severities = sheet.cases.map(\.severity)
        // Of those that did not come nobody knows how bad they are.
        guard let worst = policies.words.severities.first(where: severities.contains),
            severities.count == count
        else { return grouped(count) }
        let bad = severities.count { $0 == worst }
        let which = bad == count ? "all" : grouped(bad)
        return "\(grouped(count)), \(which) of severity \(words(for: worst, glyphs).text)"
    }

    /// The cover at the cursor, as the queue and the page of a case tell it.
    private func coverLines(_ answer: CoverAnswer, _ sheet: CustomerSheet, _ room: Size) -> [StyledLine] {
        let look = TimelineLook(width: room.columns, now: now, zone: zone, glyphs: glyphs)
        return CoverLine(answer, sheet.facts, policies, labelWidth: ListingLook.labels).lines(
            look, upTo: room.rows < 10 ? 3 : room.rows < 24 ? 4 : CoverLine.most)
    }

    /// Cells for what a value is.
    static let labels = 16

    /// A person at a customer: how they are reached, what they may, what they are told of.
    func about(_ contact: Contact, _ sheet: CustomerSheet, isRevealed: Bool, _ room: Size) -> [StyledLine] {
        let width = room.columns
        var lines = [StyledLine(Shown(contact.name, upTo: 120), .title)]
        lines += fact("Is", contact.active ? roles(contact) : "no longer there", width: width)
        // Before what covers the customer, which holds for whoever may call alone.
        lines += mayCall(contact, sheet, width)
        lines += actsForOthers(contact, sheet, width)
        if let ways = ways(contact, isRevealed) {
            lines += fact("Reached by", ways + (isRevealed ? "" : "   \(key(.reveal)) shows them"), width: width)
        }
        let rights = policy.rights(of: contact, at: sheet.facts)
        if !rights.isEmpty { lines += fact("May", rights.joined(separator: ", "), width: width) }
        if let language = contact.language { lines.append(line("Language", names.words(language, of: .language))) }
        lines += coverLines(cover(of: sheet), sheet, room)
        let told = sheet.records(.membership).filter { $0.contact("contact") == contact.id }
        if !told.isEmpty {
            lines += fact("Is told of", told.map { "\($0.id) \($0.title)" }.joined(separator: ", "), width: width)
        }
        return lines
    }

    /// Whether a person may call: for which severities, or about what alone, or why not and what helps.
    private func mayCall(_ contact: Contact, _ sheet: CustomerSheet, _ width: Int) -> [StyledLine] {
        let question = CoverQuestion(day: policies.day(of: now, for: sheet.facts), caller: .contact(contact))
        func asked(_ kind: String?) -> CoverAnswer.Caller? {
            CaseModel.cover(question, sheet.facts, CoverTerms(policy, for: kind)).caller
        }
        guard let own = asked(nil) else { return [] }
        guard !own.reasons.isEmpty else {
            return own.severities.isEmpty
                ? [line("May call", "not now: nothing is covered", .warn)]
                : [line("May call", "yes, \(own.severities.inWords)", .ok)]
        }
        // Some kinds of request have callers of their own.
        let kinds = policy.intake.requestTypes.map(\.code).filter { kind in
            policy.hasOwnCallers(kind) && asked(kind)?.reasons.isEmpty ?? false
        }
        var said = kinds.isEmpty ? "no: " : "only about \(kinds.joined(separator: ", ")): "
        var lines: [StyledLine] = []
        for reason in own.reasons {
            lines += fact(lines.isEmpty ? "May call" : "", said + reason.said, .warn, width: width)
            // On a low screen what helps matters more than where it is written.
            let credit = size.rows < 30 || reason.source.isEmpty ? "" : " " + policy.credit(reason.source)
            lines += fact("", reason.help + credit, .dim, width: width)
            said = ""
        }
        return lines
    }

    /// For whom else somebody may act today, and in what: there another answer holds than at the own company.
    private func actsForOthers(_ contact: Contact, _ sheet: CustomerSheet, _ width: Int) -> [StyledLine] {
        let all = sheet.appointments.filter { record in
            let appointment = Appointment(record: record)
            return appointment.means(contact) && appointment.holds(on: today)
        }
        guard contact.active else { return [] }
        // There is room for all on a high screen alone.
        let listed = all.prefix(size.rows < 30 ? 1 : 8)
        return listed.enumerated().flatMap { place, record in
            let name = record.account.map { sheet.names.accounts[$0] ?? $0.description } ?? "nobody"
            let scope = record.kind.field("scope").map { value(record["scope"] ?? "", of: $0, sheet.names) } ?? ""
            let isLast = place == listed.count - 1 && all.count > listed.count
            let more = isLast ? ", and \(grouped(all.count - listed.count)) more" : ""
            let words = "\(name), \(scope) (\(record.id))\(more)"
            return fact(place == 0 ? "Acts for" : "", words, width: width)
        }
    }

    /// What counts of the days left where another day is at the customer: ` by the customer's date`; empty elsewhere.
    private func atCustomers(_ day: CivilDay) -> String { day == today ? "" : " by the customer's date" }

    /// The days left of a record by the customer's day, where that is another than mine.
    private func leftWords(_ record: Record, _ names: Names) -> String {
        guard let end = record.end, let region = record.account.flatMap({ names.regions[$0] }) else { return "" }
        let day = policies.day(of: now, in: region)
        guard day != today, end >= day else { return "" }
        return ", \(end.daysSince1970 - day.daysSince1970) d by the customer's date, \(text(day).text)"
    }

    /// A record's values.
    ///
    /// - Parameter sheet: its customer, where all that has to do with it is at hand.
    func about(_ record: Record, _ names: Names, _ sheet: CustomerSheet? = nil, width: Int) -> [StyledLine] {
        var lines = numbered(record, width: width)
        let fields = record.kind.fields.filter { record[$0.name] != nil && $0.name != RecordKind.lastAct }
        let labels = max(ListingLook.labels, (fields.map { label(of: $0).unicodeScalars.count }.max() ?? 0) + 2)
        if let (label, words) = sheet.flatMap({ besides(record, $0) }) {
            lines += fact(label, words, width: width, labels: labels)
        }
        if record.kind == .partner {
            let appointment = Appointment(record: record)
            let region = record.account.flatMap { names.regions[$0] }
            let day = policies.day(of: now, in: region)
            lines += fact("May", scopeWords(appointment, on: day), width: width, labels: labels)
            lines += fact("Notices", noticeWords(appointment, sheet), width: width, labels: labels)
        }
        for field in fields {
            var value = value(record[field.name] ?? "", of: field, names)
            if field.name == record.kind.end { value += leftWords(record, names) }
            lines += fact(label(of: field), value, width: width, labels: labels)
            // Where the contact stands of others.
            if field.name == record.kind.end, isUntold(record, names) {
                let way = "nobody; " + nobodyWords(record.id, sheet)
                lines += fact("Contact", way, .warn, width: width, labels: labels)
            }
        }
        if record.kind == .license {
            let balance = LicenseBalance(record)
            let words = sum(balance)
            lines += fact("Balance", words, width: width, labels: labels)
            if let act = record[RecordKind.lastAct].flatMap({ LicenseAct(text: $0) }) {
                lines += fact("Done last", act.words(record.id), width: width, labels: labels)
            }
        }
        return lines
    }
}
