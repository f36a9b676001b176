extension CaseStore {
    /// When the first of the open cases that are put off comes back; nil when none does.
    public func nextWake(_ context: QueryContext) async throws(StoreError) -> Timestamp? {
        let asleep = CaseQuery(.all([.term(.marks([.open])), .term(.marks([.snoozed]))]))
        return try await firstPage(asleep, sort: [SortKey(.snoozed)], limit: 1, context).first?.snoozedUntil
    }
}
