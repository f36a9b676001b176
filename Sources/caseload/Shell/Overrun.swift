import CaseModel

extension Shell {
    /// What to think of when something was made to end after the contract it belongs to; nil when it does not.
    func overrun(
        _ record: Record, after event: RecordEvent, _ store: any CaseStore
    ) async -> String? {
        guard event.changes.contains(where: { $0.field == record.kind.end || $0.field == "contract" }),
            let end = record.end, let id = record.record("contract")
        else { return nil }
        let contract: Record
        do throws(StoreError) {
            contract = try await store.recordFile(id).record
        } catch {
            // It is saved, whatever else can be told of it.
            return "When its contract \(id) ends cannot be told: \(error)"
        }
        guard let last = contract.end, last < end else { return nil }
        return "Its contract \(id) ends before it, on \(last)."
    }
}
