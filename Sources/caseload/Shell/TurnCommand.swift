import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `undo [N]` and `redo [N]`: this person's newest acts, one after the other; stops at the first that cannot be.
    func turn(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let undoes = call.command == .undo
        let count: Int
        do throws(CallProblem) {
            count = try call.turns()
        } catch {
            throw Failure(error)
        }
        let store = try await openForWriting()
        if options.dryRun { return try await previewTurn(count, undoes, store) }
        var done = 0
        for _ in 0..<count {
            let outcome: OperationOutcome
            do throws(StoreError) {
                outcome = undoes ? try await store.undo(operation()) : try await store.redo(operation())
            } catch {
                if done > 0 {
                    try say(Shown(detail: error.description))
                    return .partly
                }
                throw Failure(error)
            }
            let code = try report(outcome, undoes)
            guard code == .done else { return done > 0 ? .partly : code }
            done += 1
        }
        return .done
    }

    private func report(_ outcome: OperationOutcome, _ undoes: Bool) throws(Failure) -> ExitCode {
        let failed = outcome.edits.filter { if case .done = $0 { false } else { true } }
        guard failed.isEmpty else { return try report(failed, [], Names()) }
        guard let subject = outcome.subject, !outcome.edits.isEmpty else {
            throw Failure(.refused, undoes ? "There is nothing of yours to undo." : "There is nothing to redo.")
        }
        if options.form == .json || options.form == .jsonl {
            try printJSON(outcome.edits.map(outcomeJSON))
        } else {
            try data.line("\(undoes ? "Undid" : "Did again"): \(Shown(detail: subject)).")
        }
        return .done
    }

    private func previewTurn(_ count: Int, _ undoes: Bool, _ store: any CaseStore) async throws(Failure) -> ExitCode {
        let entries: [JournalEntry]
        do throws(StoreError) {
            let agent = try await store.agent(for: claim)
            entries = try await store.journal(of: agent.id, limit: 1000)
        } catch {
            throw Failure(error)
        }
        let acts = entries.filter { $0.canTurn && $0.undone != undoes }.prefix(count)
        guard !acts.isEmpty else {
            throw Failure(.refused, undoes ? "There is nothing of yours to undo." : "There is nothing to redo.")
        }
        if options.form == .json || options.form == .jsonl {
            return try printTurns(acts.map(\.words))
        }
        for act in acts {
            try data.line("Would \(undoes ? "undo" : "do again"): \(Shown(detail: act.words)).")
        }
        return .done
    }

    private func printTurns(_ words: [String]) throws(Failure) -> ExitCode {
        try printJSON(words.map { .object([.init("would", .string($0))]) })
        return .done
    }
}
