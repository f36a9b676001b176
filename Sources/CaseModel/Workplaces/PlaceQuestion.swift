/// What a workplace wants to know of the store: one question for each screen.
public enum PlaceQuestion: Equatable, Sendable {
    /// Customers as a roster shows them.
    case roster(RosterQuery)
    /// Those of them that an agent is assigned to.
    case ownRoster(AgentID, RosterQuery)
    /// People at customers.
    case contacts(ContactQuery)
    /// All that is known of one customer.
    case customer(AccountID, QueryContext)
    /// Records, each list with the names it mentions.
    case records([RecordQuery])
    /// Records of the customers that an agent is assigned to, whatever customers the queries name.
    case ownRecords(AgentID, [RecordQuery])
    /// One record with its history and that of its files.
    case record(RecordID)
    /// What needs a person now.
    case home([HomeList], QueryContext)
    /// The first cases of some lists, each case once and with its history: few, and all of each.
    case files([CaseList], QueryContext)
}

/// The first cases that a query finds, in an order.
public struct CaseList: Equatable, Sendable {
    /// Which cases.
    public var query: CaseQuery
    /// In which order.
    public var sort: [SortKey]
    /// At most so many.
    public var limit: Int

    /// A list of cases.
    public init(_ query: CaseQuery, sort: [SortKey], limit: Int) {
        self.query = query
        self.sort = sort
        self.limit = limit
    }
}

/// What the store answered to a ``PlaceQuestion``.
public enum PlaceAnswer: Equatable, Sendable {
    /// Customers, with the names of those above them.
    case roster([RosterLine], Names)
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
    /// Cases with their histories.
    case files([CaseFile])
}

extension CaseStore {
    /// Answers a workplace.
    ///
    /// - Parameter coming: told what came until then, where an answer comes in parts.
    public func answer(
        _ question: PlaceQuestion, _ coming: (PlaceAnswer) -> Void = { _ in }
    ) async throws(StoreError) -> PlaceAnswer {
        switch question {
        case .roster(let query):
            // What is counted of each customer takes its time, so that those that are seen first come first.
            var part = query
            part.limit = min(query.limit, RosterQuery.first)
            var lines = try await roster(part)
            if lines.count == part.limit, part.limit < query.limit {
                coming(try await named(lines))
                part.after = lines.last?.place
                part.limit = query.limit - lines.count
                lines += try await roster(part)
            }
            return try await named(lines)
        case .ownRoster(let agent, let query): return try await roster(of: agent, query)
        case .ownRecords(let agent, let queries): return try await records(of: agent, queries)
        case .contacts(let query):
            var found = try await contacts(query)
            // Words that nobody is called by may be those of a customer, which stands beside the name.
            if found.isEmpty, !query.text.isEmpty, query.after == nil {
                for account in try await accounts(matching: query.text, limit: 5) {
                    found += try await contacts(ContactQuery(of: account.id, limit: query.limit))
                }
            }
            return .contacts(found, try await names(of: found.compactMap(\.account)))
        case .customer(let id, let context):
            return .customer(try await customer(id, context) { coming(.customer($0)) })
        case .records(let queries):
            var lists: [RecordList] = []
            for query in queries { lists.append(try await records(query)) }
            return .records(lists)
        case .record(let id): return .record(try await recordFile(id))
        case .home(let lists, let context): return try await home(lists, context, coming)
        case .files(let lists, let context): return .files(try await files(lists, context, coming))
        }
    }

    /// The first cases of each of some lists.
    ///
    /// - Parameter coming: told of the first one and of the first few: each costs the reading of a long history.
    private func files(
        _ lists: [CaseList], _ context: QueryContext, _ coming: (PlaceAnswer) -> Void
    ) async throws(StoreError) -> [CaseFile] {
        var (files, seen): ([CaseFile], Set<CaseID>) = ([], [])
        for list in lists {
            for id in try await firstIDs(list.query, sort: list.sort, limit: list.limit, context)
            where seen.insert(id).inserted {
                if [1, 4].contains(files.count) { coming(.files(files)) }
                files.append(try await caseFile(id))
            }
        }
        return files
    }

    /// Customers with the names of those above them.
    private func named(_ lines: [RosterLine]) async throws(StoreError) -> PlaceAnswer {
        .roster(lines, try await names(of: lines.compactMap(\.account.parent)))
    }

    func names(of accounts: [AccountID]) async throws(StoreError) -> Names {
        var names = Names()
        for account in try await self.accounts(accounts) { names.accounts[account.id] = account.name }
        return names
    }
}
