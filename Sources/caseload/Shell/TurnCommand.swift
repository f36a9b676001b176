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
        var outcomes: [OperationOutcome] = []
        var stop: Failure?
        while outcomes.count < count, stop == nil, outcomes.last?.isWhole != false {
            do throws(Failure) {
                outcomes.append(undoes ? try await undo(store) : try await redo(store))
            } catch {
                stop = error
            }
        }
        if let stop, outcomes.isEmpty { throw stop }
        return try report(outcomes, stop, undoes)
    }

    private func redo(_ store: any CaseStore) async throws(Failure) -> OperationOutcome {
        do throws(StoreError) {
            return try await store.redo(operation())
        } catch {
            throw Failure(error)
        }
    }

    /// Takes back the newest act; where newer ones stay, the one before them only when somebody says so.
    private func undo(_ store: any CaseStore) async throws(Failure) -> OperationOutcome {
        var operation = operation()
        operation.leave.passesStaying = false
        while true {
            let outcome: OperationOutcome
            do throws(StoreError) {
                outcome = try await store.undo(operation)
            } catch {
                throw Failure(error)
            }
            guard let doubt = outcome.doubt else { return outcome }
            try agree(to: doubt)
            operation.leave = UndoLeave(passesStaying: doubt.staying != nil, acts: [doubt.act.id])
        }
    }

    /// Asks before an undo passes over acts that stay; where nobody can be asked, only `--yes` goes on.
    private func agree(to doubt: UndoDoubt) throws(Failure) {
        if options.yes {
            if let staying = doubt.staying { try say(Shown(detail: staying.words)) }
            return
        }
        let words = doubt.staying.map { "\($0.words) " } ?? ""
        guard inputIsTerminal, !options.noInput else {
            throw Failure(.refused, "\(words)To take back the one before it, “\(doubt.act.words)”, say --yes.")
        }
        try confirm("\(words)Take back the one before it, “\(doubt.act.words)”?")
    }

    private func report(
        _ outcomes: [OperationOutcome], _ stop: Failure?, _ undoes: Bool
    ) throws(Failure) -> ExitCode {
        let done = outcomes.filter(\.isWhole)
        let failed = outcomes.filter { !$0.isWhole }.flatMap(\.edits)
        if wantsJSON {
            try printJSON(
                outcomes.flatMap(\.edits).map(outcomeJSON) + outcomes.flatMap(\.records).map { outcomeJSON($0) })
        } else {
            for outcome in done {
                try data.line(told("\(undoes ? "undid" : "did again"): \(outcome.subject ?? "nothing")."))
            }
            for outcome in failed { try say(outcome, Names()) }
        }
        try data.flush()
        if let stop { try say(Shown(detail: stop.message)) }
        return ExitCode.of(done.map { _ in .done } + failed.map(code) + [stop?.code].compactMap { $0 })
    }
}

extension OperationOutcome {
    /// Whether every edit was done.
    fileprivate var isWhole: Bool {
        edits.allSatisfy { if case .done = $0 { true } else { false } }
    }
}
