/// What a workplace wants to know of the store: one question for each screen, answered in one go.
public enum PlaceQuestion: Equatable, Sendable {
    /// Customers by name.
    case accounts(String, limit: Int)
    /// People at customers by name.
    case contacts(String, limit: Int)
    /// All that is known of one customer.
    case customer(AccountID, QueryContext)
    /// Records, each list with the names it mentions.
    case records([RecordQuery])
    /// One record with its history and that of its files.
    case record(RecordID)
    /// What needs a person now.
    case home([HomeList], QueryContext)
    /// Cases in order, the first of them.
    case cases([CaseQuery], sort: [SortKey], limit: Int, QueryContext)
}

/// What the store answered to a ``PlaceQuestion``.
public enum PlaceAnswer: Equatable, Sendable {
    /// Customers.
    case accounts([Account])
    /// People, with the names of their customers.
    case contacts([Contact], Names)
    /// One customer.
    case customer(CustomerSheet)
    /// Records, a list for each query.
    case records([RecordList])
    /// One record.
    case record(RecordFile)
    /// The lists of a home.
    case home([HomeAnswer])
    /// Cases, a list for each query.
    case cases([[CaseSummary]])
}

extension CaseStore {
    /// Answers a workplace.
    public func answer(_ question: PlaceQuestion) async throws(StoreError) -> PlaceAnswer {
        switch question {
        case .accounts(let text, let limit): return .accounts(try await accounts(matching: text, limit: limit))
        case .contacts(let text, let limit):
            let found = try await contacts(matching: text, account: nil, limit: limit)
            var names = Names()
            for id in Set(found.compactMap(\.account)).sorted() { names.accounts[id] = try await account(id)?.name }
            return .contacts(found, names)
        case .customer(let id, let context): return .customer(try await customer(id, context))
        case .records(let queries):
            var lists: [RecordList] = []
            for query in queries { lists.append(try await records(query)) }
            return .records(lists)
        case .record(let id): return .record(try await recordFile(id))
        case .home(let lists, let context): return .home(try await home(lists, context))
        case .cases(let queries, let sort, let limit, let context):
            var lists: [[CaseSummary]] = []
            for query in queries {
                lists.append(try await firstPage(query, sort: sort, limit: limit, context))
            }
            return .cases(lists)
        }
    }
}
