import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `alert acknowledge ID…`: somebody saw them.
    func acknowledge(_ references: [String], _ call: CommandCall) async throws(Failure) {
        let store = try await openForWriting()
        var edits: [RecordEdit] = []
        for reference in try expand(references) {
            edits.append(
                RecordEdit(
                    try recordID(reference, .alert), doing: .alert(.acknowledge), text: call.options[.message]))
        }
        try await keep(edits, store)
    }

    /// `alert run`: looks once, records what is new, and runs the command of the settings for it.
    func runAlerts() async throws(Failure) -> ExitCode {
        let store = try await openForWriting()
        let raised: [StandingAlert]
        do throws(StoreError) {
            _ = try await store.agent(for: claim)
            raised = try await watcher.look(self, store).raised
        } catch {
            throw Failure(error)
        }
        if wantsJSON {
            try printJSON(raised.map { $0.json(store: settings.store.value) })
        } else if raised.isEmpty {
            try data.line("Nothing new.")
        } else {
            for alert in raised {
                try data.line(told("raised \(alert.record.id): \(alert.words)"))
            }
        }
        guard !options.dryRun else { return .done }
        return await watcher.run(raised, self, store).isEmpty ? .done : .failed
    }
}
