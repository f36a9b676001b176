import CaseModel
import TerminalUI

extension ConsoleState {
    /// What a severity begins or ends besides; empty for most.
    private func turn(_ item: Case?, _ severity: Severity) -> String {
        guard let item, item.status.isOpen, item.severity.isCritical != severity.isCritical else { return "" }
        return severity.isCritical ? isNarrow ? "situation begins" : "critical situation begins" : "situation ends"
    }

    /// The severities, the worst first.
    func severityPicker(_ targets: Targets) -> Picker {
        let file = item(of: targets)
        let whatIf = whatIf(file)
        let rules = session?.policies.inForce.lifeCycle
        let lines = desk.directory.words.severities.map { severity in
            let isSo = file?.item.severity == severity
            var line = line(
                CommandCall(.severity, [severity.code]), severity.words, turn(file?.item, severity),
                .severity(severity, reason: "…"), file, key: severity.code.unicodeScalars.first,
                whatIf: isSo ? nil : whatIf)
            line.note = rules?.severities.first { $0.code == severity.code }.flatMap { meaning($0.meaning, $0.origin) }
            return line
        }
        let consent = consent(to: file).map { [$0] } ?? []
        var picker = Picker("Severity of \(targets.words)", lines + consent, targets: targets, kind: .short)
        let current = targets.first.flatMap { queue.shelf[$0]?.severity } ?? file?.item.severity
        // Enter on the value that is there changes nothing; on the worst one it would wake people.
        if let current { picker.menu.select(current.rank - 1) }
        return picker
    }

    /// The line that says that the customer asks for the severity that was set for a reason, too, which makes it agreed;
    /// nil where it asks for no other one.
    private func consent(to file: CaseFile?) -> Picker.Line? {
        guard let file, file.item.status.isOpen, file.agreement != nil,
            file.item.requestedSeverity != file.item.severity
        else { return nil }
        let (severity, asked) = (file.item.severity, file.item.requestedSeverity)
        return line(
            CommandCall(.set, ["requestedSeverity=\(severity.code)"]), "Agreed",
            "the customer asks for \(severity.code), too; so far for \(asked.code)",
            .requestSeverity(severity, reason: "…"), file, key: "a")
    }
}
