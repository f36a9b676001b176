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
            do throws(StoreError) {
                outcomes.append(undoes ? try await undo(store) : try await store.redo(operation()))
            } catch {
                stop = Failure(error)
            }
        }
        if let stop, outcomes.isEmpty { throw stop }
        return try report(outcomes, stop, undoes)
    }

    /// Takes back the newest act that can be; a newer one that stays is named.
    private func undo(_ store: any CaseStore) async throws(StoreError) -> OperationOutcome {
        var operation = operation()
        operation.leave.passesStaying = false
        do throws(StoreError) {
            return try await store.undo(operation)
        } catch {
            guard case .refused(let refusal) = error, refusal.rule == Refusal.actStays else { throw error }
            do throws(Failure) {
                try say(Shown(detail: refusal.message))
            } catch {
                throw .unavailable(error.message)
            }
            operation.leave.passesStaying = true
            return try await store.undo(operation)
        }
    }

    private func report(
        _ outcomes: [OperationOutcome], _ stop: Failure?, _ undoes: Bool
    ) throws(Failure) -> ExitCode {
        let done = outcomes.filter(\.isWhole)
        let failed = outcomes.filter { !$0.isWhole }.flatMap(\.edits)
        if wantsJSON {
            try printJSON(outcomes.flatMap(\.edits).map(outcomeJSON))
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
