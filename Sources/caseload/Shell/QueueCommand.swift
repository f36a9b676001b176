import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `queue list`: the queues in which cases wait, with their open cases; `queue NAME` opens the console on one.
    func queues(_ call: CommandCall) async throws(Failure) -> ExitCode {
        guard call.words.first ?? "list" == "list", call.words.count <= 1 else {
            throw .usage("The shell lists queues (queue list); the console opens one (console --queue NAME).")
        }
        let store = try await openForReading()
        let queues: [Queue]
        let counts: [QueueCount]
        do throws(StoreError) {
            queues = try await store.queues()
            counts = try await store.openCounts()
        } catch {
            throw Failure(error)
        }
        let columns = [
            Column("id", "Number"), Column("name", "Name", wide: true), Column("open", "Open", number: true),
            Column("critical", "Critical", number: true),
        ]
        var printer = try RecordPrinter(columns, chosen: ["name", "open", "critical"], self)
        try printer.write(
            queues.map { queue in
                let count = counts.first { $0.queue == queue.id }
                return .object([
                    .init("id", JSON(describing: queue.id)), .init("name", .string(queue.name)),
                    .init("open", .number(Int64(count?.open ?? 0))),
                    .init("critical", .number(Int64(count?.critical ?? 0))),
                ])
            })
        try printer.finish()
        return .done
    }
}
