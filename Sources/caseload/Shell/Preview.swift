import CaseModel

extension Shell {
    /// What an act would do, worked out by the same rules and written nowhere.
    func preview(_ operation: Operation, in store: any CaseStore) async throws(StoreError) -> OperationOutcome {
        let agent = try await store.agent(for: operation.claim)
        var outcome = OperationOutcome(id: operation.id, edits: [])
        for edit in operation.edits {
            let file = try await store.caseFile(edit.caseID)
            outcome.edits.append(try preview(edit, of: operation, on: file, by: agent))
        }
        return outcome
    }

    private func preview(
        _ edit: CaseEdit, of operation: Operation, on file: CaseFile, by agent: Agent
    ) throws(StoreError) -> EditOutcome {
        var state = CaseState(item: file.item, items: file.items)
        let base = edit.base ?? file.item.version
        let since = file.events.filter { $0.seq > base }
        var events: [CaseEvent] = []
        for change in edit.changes {
            let decision: Decision
            do throws(Refusal) {
                try authorise(agent, change.act, .item(edit.caseID))
                decision = try decide(change, on: state.item, items: state.items, by: agent, at: operation.at)
            } catch {
                return .refused(edit.caseID, error)
            }
            if let clash = conflict(decision, with: since, base: base, current: file.item, by: agent.id) {
                return .conflict(clash)
            }
            guard !decision.isEmpty else { continue }
            let event = CaseEvent(
                caseID: edit.caseID, seq: state.item.version + 1, at: operation.at, recordedAt: operation.recordedAt,
                actor: EventActor(agent: agent.id, name: agent.name, login: operation.claim.login),
                action: decision.action, changes: decision.changes, text: decision.text, operation: operation.id)
            do throws(ValueProblem) {
                try state.apply(event)
            } catch {
                throw .damaged("\(error.value.prefix(80)) is no value of \(error.field.name) in \(edit.caseID)")
            }
            events.append(event)
        }
        guard !events.isEmpty else { return .unchanged(edit.caseID) }
        let merged = since.contains { !$0.changes.isEmpty }
        return .done(edit.caseID, version: state.item.version, events: events, merged: merged)
    }
}
