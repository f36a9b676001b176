import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `log [--all] [--limit N]`: the journal, newest first; one's own acts unless all are asked for.
    func journal(_ call: CommandCall) async throws(Failure) -> ExitCode {
        try expectNoWords(call)
        let limit = try number(call, .limit) ?? 50
        let store = try await openForReading()
        let entries: [JournalEntry]
        do throws(StoreError) {
            let agent = call.has(.all) ? nil : try await store.agent(for: claim)
            entries = try await store.journal(of: agent?.id, limit: limit)
        } catch {
            throw Failure(error)
        }
        let columns = [
            Column("at", "When", time: true), Column("actor", "Who"), Column("words", "What", wide: true),
            Column("undo", "Undo"), Column("undone", "Undone"), Column("login", "Login"), Column("cases", "Cases"),
            Column("id", "Act"),
        ]
        let usual = call.has(.all) ? ["at", "actor", "words", "undo"] : ["at", "words", "undo"]
        var printer = try RecordPrinter(columns, chosen: usual, self)
        try printer.write(entries.map(object))
        try printer.finish()
        return .done
    }

    private func object(_ entry: JournalEntry) -> JSON {
        .object([
            .init("id", .string(entry.id.text)), .init("at", JSON(describing: entry.at)),
            .init("actor", .string(entry.actor.name)), .init("login", .string(entry.actor.login)),
            .init("cases", .array(entry.cases.map { .string($0.description) })),
            .init("words", .string(entry.words)), .init("undone", .bool(entry.undone)),
            // What the program noted by itself, as that an alert came up, is no act to take back, and much else is not.
            .init("undo", .string(entry.undone ? "undone" : entry.canTurn ? "can be undone" : "stays")),
        ])
    }
}
