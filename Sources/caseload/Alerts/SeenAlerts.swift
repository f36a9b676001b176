import CaseModel
import ConsoleCore

extension Shell {
    /// What is said of an alert that somebody says to have seen: what was written, and who saw it before.
    func seenWords(_ outcome: RecordOutcome, _ store: any CaseStore) async throws(StoreError) -> String? {
        guard let alert = outcome.records.first else { return nil }
        guard let event = outcome.events.first(where: \.saysSeen) else { return try await seenBefore(alert, store) }
        let isFirst = event.changes.contains { $0.field == "by" }
        let before = isFirst ? nil : try await seenBefore(alert, store)
        let words = "\(alert.id) was seen by you\(isFirst ? "" : ", too")."
        return [words, before].compactMap { $0 }.joined(separator: " ")
    }

    /// Who saw an alert first, and when; that it is over where nobody did.
    func seenBefore(_ alert: Record, _ store: any CaseStore) async throws(StoreError) -> String? {
        guard let by = alert.agent("by") else { return "\(alert.id) is over: what it told of is no longer so." }
        let name = try await store.agents().first { $0.id == by }?.name ?? by.description
        let when = alert["seen"].map { " at \($0)" } ?? ""
        return "\(alert.id) was seen first by \(name)\(when), and that stays."
    }
}
