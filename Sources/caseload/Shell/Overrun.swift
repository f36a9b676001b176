import CaseModel

extension Shell {
    /// What to think of when something was made to end after the contract it belongs to, or a contract after what
    /// belongs to it; nil when neither is so.
    func overrun(
        _ record: Record, after event: RecordEvent, _ store: any CaseStore
    ) async -> String? {
        do throws(StoreError) {
            if record.kind == .contract { return try await leftBehind(record, after: event, store) }
            guard event.changes.contains(where: { $0.field == record.kind.end || $0.field == "contract" }),
                let end = record.end, let id = record.record("contract"),
                let last = try await store.recordFile(id).record.end, last < end
            else { return nil }
            return "Its contract \(id) ends before it, on \(last)."
        } catch {
            // It is saved, whatever else can be told of it.
            return "What ends before it cannot be told: \(error)"
        }
    }

    /// What belongs to a contract that goes on, and ends still.
    private func leftBehind(
        _ contract: Record, after event: RecordEvent, _ store: any CaseStore
    ) async throws(StoreError) -> String? {
        guard let account = contract.account, let end = contract.end,
            let change = event.changes.first(where: { $0.field == contract.kind.end }),
            let before = change.old.flatMap({ CivilDay(iso: $0) }), before < end
        else { return nil }
        var left: [Record] = []
        for kind in [RecordKind.membership, .entitlement] {
            let query = RecordQuery(
                kind, of: [account], endingFrom: min(before, today), endingUntil: end.adding(-1), byEnd: true)
            left += try await store.records(query).records.filter { $0.record("contract") == contract.id }
        }
        guard let first = left.first, let day = first.end else { return nil }
        let names = left.prefix(6).map(\.id.description).joined(separator: ", ")
        let more = left.count > 6 ? " and \(left.count - 6) more" : ""
        let (belong, them) = left.count == 1 ? ("belongs to it and ends", "it") : ("belong to it and end", "them")
        return "\(names)\(more) \(belong) sooner still, \(first.id) on \(day): renew \(them), too."
    }
}
