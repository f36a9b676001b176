/// The cases that have to do with one: those it repeats and is repeated by, and others like it.
public struct RelatedCases: Equatable, Sendable {
    /// The case they are related to.
    public var id: CaseID
    /// The case that it repeats.
    public var original: [CaseSummary] = []
    /// Cases that repeat it.
    public var duplicates: [CaseSummary] = []
    /// Cases with the same number in their source.
    public var sameNumber: [CaseSummary] = []
    /// Other open cases of the customer, what is due first in front.
    public var sameAccount: [CaseSummary] = []
    /// Other open cases about the product, the newest in front.
    public var sameProduct: [CaseSummary] = []

    /// As many of each kind are asked for.
    public static let most = 12

    /// Nothing related yet.
    public init(_ id: CaseID) {
        self.id = id
    }

    /// Whether there may be more of a kind than came.
    public var isMore: Bool {
        [duplicates, sameNumber, sameAccount, sameProduct].contains { $0.count >= RelatedCases.most }
    }

    /// All of them, group by group.
    public var all: [CaseSummary] { original + duplicates + sameNumber + sameAccount + sameProduct }
}

extension CaseStore {
    /// The cases that have to do with a case, at most `limit` of each kind.
    public func related(
        to item: Case, named account: String?, limit: Int, _ context: QueryContext
    ) async throws(StoreError) -> RelatedCases {
        var related = RelatedCases(item.id)
        if let other = item.duplicateOf { related.original = try await summaries([other]) }
        related.duplicates = try await firstPage(
            CaseQuery(.term(.cases(.duplicateOf, [.value(item.id)]))), sort: [SortKey(.id)], limit: limit, context)
        if let number = item.externalID {
            let ids = try await cases(named: number).filter { $0 != item.id }
            related.sameNumber = try await summaries(Array(ids.prefix(limit)))
        }
        if item.account != nil, let account {
            let whole = ValuePattern.whole(Needle(account))
            related.sameAccount = try await others(
                .value(.account, [.value(whole)]), SortKey.work, item, limit, context)
        }
        if let product = item.product {
            let whole = ValuePattern.whole(Needle(product))
            let known = Set(related.all.map(\.id))
            // Those that stand above already make room for others.
            let newest = try await others(
                .value(.product, [.value(whole)]), [SortKey(.updated, descending: true)], item, limit + known.count,
                context)
            related.sameProduct = Array(newest.filter { !known.contains($0.id) }.prefix(limit))
        }
        return related
    }

    private func others(
        _ term: Term, _ sort: [SortKey], _ item: Case, _ limit: Int, _ context: QueryContext
    ) async throws(StoreError) -> [CaseSummary] {
        let query = CaseQuery(.all([.term(.marks([.open])), .term(term)]))
        let page = try await firstPage(query, sort: sort, limit: limit + 1, context)
        return Array(page.filter { $0.id != item.id }.prefix(limit))
    }
}
