import CaseModel
import TerminalUI

extension String {
    /// The beginning of the text: as much of a value as a person reads on a screen.
    func unicodeScalarsUpTo(_ count: Int) -> Substring { Substring(unicodeScalars.prefix(count)) }
}

extension PageBody {
    /// Every field with its value, those of the source behind them.
    static func fields(_ file: CaseFile, _ look: TimelineLook) -> [StyledLine] {
        let skipped: Set<CaseField> = [.subject, .description, .watchers]
        var lines: [StyledLine] = []
        for field in CaseField.all where !skipped.contains(field) {
            lines += fact(field.words, value(of: field, file, look), look)
        }
        let watchers = file.item.watchers.map { file.names.agents[$0] ?? $0.description }
        lines += fact("watchers", watchers.isEmpty ? nil : watchers.joined(separator: ", "), look)
        lines += fact("version", String(file.item.version), look)
        let extra = file.item.extra.sorted { $0.key < $1.key }
        if !extra.isEmpty {
            lines.append(StyledLine("From the source", .header, [.bold]))
            for (name, value) in extra { lines += fact("x." + name, value, look) }
        }
        return lines
    }

    /// Who asks, for whom, and who answers.
    static func people(_ file: CaseFile, _ look: TimelineLook) -> [StyledLine] {
        var lines = [StyledLine("Customer", .header, [.bold])]
        let account = file.account
        lines += fact("account", account?.name ?? value(of: .account, file, look), look)
        lines += fact("org id", account?.organizationID, look)
        lines += fact("country", account?.country, look)
        lines += fact("partner", value(of: .partner, file, look), look)
        lines.append(StyledLine("Contact", .header, [.bold]))
        let contact = file.contact
        lines += fact("name", contact?.name ?? value(of: .contact, file, look), look)
        lines += fact("e-mail", contact?.email, look)
        lines += fact("telephone", contact?.phone, look)
        lines += fact("language", contact?.language, look)
        lines.append(StyledLine("Here", .header, [.bold]))
        lines += fact("owner", value(of: .owner, file, look), look)
        lines += fact("queue", value(of: .queue, file, look), look)
        lines += fact("watchers", value(of: .watchers, file, look), look)
        return lines
    }

    /// A field's value in words, times in the display zone.
    private static func value(of field: CaseField, _ file: CaseFile, _ look: TimelineLook) -> String? {
        guard let value = file.item.value(of: field) else { return nil }
        switch field {
        case .openedAt, .firstResponseAt, .closedAt, .snoozedUntil:
            return Timestamp(iso: value).map { look.words($0) } ?? value
        case .severity, .requestedSeverity:
            return file.names.known.severity(value).map { "\($0.code)  \($0.words)" } ?? value
        default: return file.names.words(value, of: field)
        }
    }

    /// One label with its value, on as many lines as it needs.
    private static func fact(_ label: String, _ value: String?, _ look: TimelineLook) -> [StyledLine] {
        let column = min(24, look.width / 3)
        let rows: [Shown] =
            if let value {
                Shown.lines(value.unicodeScalarsUpTo(5000), upTo: 50).flatMap {
                    $0.wrapped(to: max(8, min(90, look.width - column)), upTo: 50)
                }
            } else {
                [look.glyphs.shown(.dash)]
            }
        return (rows.isEmpty ? [Shown()] : rows).enumerated().map { index, row in
            let head = index == 0 ? Shown(label, upTo: 60).fitted(to: column - 2) + "  " : .blanks(column)
            var line = StyledLine(head, .dim)
            line.add(row, value == nil ? .dim : .text)
            return line
        }
    }
}
