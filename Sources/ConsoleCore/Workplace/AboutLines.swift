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

    /// A customer in short: its cover, who may call, what ends, what is open.
    func short(_ sheet: CustomerSheet, width: Int) -> [StyledLine] {
        let answer = cover(of: sheet)
        var lines = [StyledLine(Shown(sheet.account.name, upTo: 120), .title)]
        let above = sheet.facts.accounts.dropFirst().map(\.name)
        if !above.isEmpty { lines.append(line("Part of", above.joined(separator: ", "))) }
        lines += coverLines(answer, sheet, width)
        if let ending = sheet.ending(from: today).first, let end = ending.end {
            let days = end.daysSince1970 - today.daysSince1970
            lines.append(line("Ends next", "\(ending.id) \(ending.title), \(text(end).text), \(days) d"))
        }
        lines.append(line("Open cases", sheet.openCount == 0 ? "none" : "\(sheet.openCount)"))
        lines += sheet.cases.prefix(4).map { item in
            var row = StyledLine(Shown("  \(item.id.description)  "), .text)
            row.add(words(for: item.severity, glyphs), item.severity.role)
            row.add(Shown("  \(item.subject)", upTo: 200))
            return row
        }
        return lines
    }

    /// The cover at the cursor, as the queue and the page of a case tell it.
    private func coverLines(_ answer: CoverAnswer, _ sheet: CustomerSheet, _ width: Int) -> [StyledLine] {
        let look = TimelineLook(width: width, now: now, zone: zone, glyphs: glyphs)
        return CoverLine(answer, sheet.facts, policies, labelWidth: ListingLook.labels).lines(look, upTo: 3)
    }

    /// Cells for what a value is.
    private static let labels = 16

    /// A person at a customer: how they are reached, what they may, what they are told of.
    func about(_ contact: Contact, _ sheet: CustomerSheet, isRevealed: Bool, width: Int) -> [StyledLine] {
        let answer = cover(of: sheet)
        let question = CoverQuestion(
            day: policies.day(of: now, for: sheet.facts), caller: .contact(contact))
        let own = CaseModel.cover(question, sheet.facts, CoverTerms(policy)).caller
        var lines = [StyledLine(Shown(contact.name, upTo: 120), .title)]
        lines.append(line("Is", contact.active ? roles(contact) : "no longer there"))
        if let ways = ways(contact, isRevealed) {
            lines.append(line("Reached by", ways + (isRevealed ? "" : "   m shows them")))
        }
        if let language = contact.language { lines.append(line("Language", language)) }
        lines += coverLines(answer, sheet, width)
        if let own, own.reasons.isEmpty {
            let codes = own.severities.map(\.code).joined(separator: " ")
            lines.append(
                line(
                    "May call", codes.isEmpty ? "nothing is covered" : "severity \(codes)", codes.isEmpty ? .warn : .ok)
            )
        } else if let reason = own?.reasons.first {
            lines.append(line("May call", "no: \(reason.message)", .warn))
            lines.append(line("", reason.remedy, .dim))
        }
        let told = sheet.records(.membership).filter { $0.contact("contact") == contact.id }
        if !told.isEmpty {
            lines.append(line("Is told of", told.map(\.id.description).joined(separator: ", ")))
        }
        return lines
    }

    /// A record's values.
    func about(_ record: Record, _ names: Names, width: Int) -> [StyledLine] {
        var lines = [StyledLine(Shown("\(record.id)  \(record.kind.name)", upTo: 120), .title)]
        for field in record.kind.fields {
            guard let value = record[field.name] else { continue }
            var words = names.words(value, of: field.type)
            if field.type == .plan { words = plan(value) }
            if field.type == .day { words = text(CivilDay(iso: value)).text }
            if field.type == .instant, let at = Timestamp(iso: value) {
                words = "\(text(zone.local(at).day).text) \(zone.local(at).clockText)"
            }
            lines.append(line(field.name.words, words))
        }
        if record.kind == .license {
            let balance = LicenseBalance(record)
            lines.append(
                line("Balance", "bought \(balance.purchased), allocated \(balance.allocated), free \(balance.free)"))
        }
        return lines
    }
}
