import CaseExchange
import CaseModel
import ConsoleCore

extension Shell {
    /// `work-next`: takes the most urgent case that the person may take and is fit for, and says why.
    func workNext(_ call: CommandCall) async throws(Failure) -> ExitCode {
        try expectNoWords(call)
        let store = try await openForWriting()
        let context = try await context(store)
        let policy = try await policies(store).inForce
        let next: NextCase
        do throws(StoreError) {
            next = try await store.takeNext(for: try await store.agent(for: claim), context) { operation($0) }
        } catch {
            throw Failure(error)
        }
        let words = next.words(policy, at: clock.now) { "\(zone.local($0).isoText) \(zone.name)" }
        guard case .taken(let item, let fitness, _) = next else { throw Failure(.notFound, words) }
        if wantsJSON {
            try printJSON(
                .object([
                    .init("id", JSON(describing: item.id)), .init("outcome", .string(doneWord)),
                    .init("severity", .string(item.severity.code)), .init("dueAt", JSON(describing: item.nextDue)),
                    .init("reasons", .array(fitness.reasons.map(JSON.string))),
                ]))
        } else {
            try data.line(told(words))
        }
        return .done
    }
}
