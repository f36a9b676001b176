import CaseModel
import TerminalUI

extension String {
    /// The beginning of the text: as much of a value as a person reads on a screen.
    func unicodeScalarsUpTo(_ count: Int) -> Substring { Substring(unicodeScalars.prefix(count)) }
}

extension PageBody {
    /// Every field with its value, those of the source behind them.
    static func fields(_ file: CaseFile, _ facts: PageFacts) -> [StyledLine] {
        let skipped: Set<CaseField> = [.subject, .description, .watchers]
        var lines: [StyledLine] = []
        for field in CaseField.all where !skipped.contains(field) {
            lines += facts.fact(field.words, value(of: field, file, facts.look))
        }
        let watchers = file.item.watchers.map { file.names.agents[$0] ?? $0.description }
        lines += facts.fact("watchers", watchers.isEmpty ? nil : watchers.joined(separator: ", "))
        lines += facts.fact("version", String(file.item.version))
        let extra = file.item.extra.sorted { $0.key < $1.key }
        if !extra.isEmpty {
            lines.append(StyledLine("From the source", .header, [.bold]))
            for (name, value) in extra { lines += facts.fact(name, value) }
        }
        return lines
    }

    /// A field's value in words, times in the display zone.
    static func value(of field: CaseField, _ file: CaseFile, _ look: TimelineLook) -> String? {
        guard let value = file.item.value(of: field) else { return nil }
        switch field {
        case .openedAt, .firstResponseAt, .closedAt, .snoozedUntil:
            return Timestamp(iso: value).map { look.words($0) } ?? value
        case .severity, .requestedSeverity:
            return file.names.known.severity(value).map { "\($0.code)  \($0.words)" } ?? value
        default: return file.names.words(value, of: field)
        }
    }
}
