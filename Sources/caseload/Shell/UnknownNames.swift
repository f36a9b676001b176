import CaseModel
import TerminalUI

extension Shell {
    /// Says beside the answer which people and places of a query nobody knows: an empty list alone would mislead.
    func sayUnknownNames(in query: CaseQuery, _ store: any CaseStore) async throws(Failure) {
        let unknown: [String]
        do throws(StoreError) {
            unknown = try await unknownNames(in: query, store)
        } catch {
            throw Failure(error)
        }
        for words in unknown { try say(Shown(detail: words)) }
    }

    /// Says beside an empty list what finds cases that the query may have been meant as.
    func sayOtherFields(
        of query: CaseQuery, _ context: QueryContext, _ store: any CaseStore
    ) async throws(Failure) {
        let words = query.isOfWordsAlone ? "Words search subject, texts, number and contact; " : ""
        for other in query.meantOtherwise(context.words) {
            let count: Int
            do throws(StoreError) {
                count = try await store.count(other, context)
            } catch {
                throw Failure(error)
            }
            guard count > 0 else { continue }
            try say(Shown(detail: "\(words)\(other.text) finds \(count)."))
        }
    }

    /// The people and places of a query that nobody knows, each as a sentence with the nearest name.
    func unknownNames(in query: CaseQuery, _ store: any CaseStore) async throws(StoreError) -> [String] {
        var sentences: [String] = []
        for wanted in query.names {
            let known = try await names(like: wanted, store)
            let folded = Words.fold(wanted.name)
            guard !known.contains(where: { Words.fold($0) == folded }) else { continue }
            let near = likely(wanted.name, among: known).map { "; did you mean \($0)?" } ?? "."
            sentences.append("No \(wanted.field.kind) is called \(wanted.name)\(near)")
        }
        return sentences
    }

    /// All names of a kind, or those that a typed one could be meant for.
    private func names(like wanted: QueryName, _ store: any CaseStore) async throws(StoreError) -> [String] {
        switch wanted.field {
        case .queue: return try await store.queues().map(\.name)
        case .account, .partner:
            let exact = try await store.accounts(matching: wanted.name, limit: 20)
            return try await (exact.isEmpty ? store.accounts(matching: wanted.beginning, limit: 500) : exact).map(
                \.name)
        case .contact:
            let exact = try await store.contacts(matching: wanted.name, account: nil, limit: 20)
            return try await
                (exact.isEmpty ? store.contacts(matching: wanted.beginning, account: nil, limit: 500) : exact)
                .map(\.name)
        default: return try await store.agents().map(\.name)
        }
    }
}

extension QueryName {
    /// Enough of the name to find others that are spelt like it.
    fileprivate var beginning: String { String(String.UnicodeScalarView(name.unicodeScalars.prefix(3))) }
}

extension ValueField {
    /// What has the name.
    fileprivate var kind: String {
        switch self {
        case .queue: "queue"
        case .account, .partner: "account"
        case .contact: "contact"
        default: "agent"
        }
    }
}
