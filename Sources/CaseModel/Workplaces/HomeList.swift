/// One of the lists of a home: what needs a person now.
public struct HomeList: Equatable, Sendable {
    /// What it is about, as its head says it.
    public var title: String
    /// What stands in it.
    public var source: Source
    /// As many as are listed; the count says how many there are.
    public var limit: Int

    /// Where a list comes from.
    public enum Source: Equatable, Sendable {
        /// Cases that a query finds.
        case cases(CaseQuery, sort: [SortKey])
        /// Records that a query finds.
        case records(RecordQuery)
        /// Open cases of the two worst severities, the worst first, at the customers whose environments the person is
        /// assigned to, or at all customers where the person is assigned to none (domain 11, row 47).
        case worst
        /// Memberships that end by a day and have nobody who gets the notice (domain 11, row 17).
        case unnoticed(until: CivilDay)
        /// Contracts with scheduled support of which at most this share of a hundred is left (domain 11, row 79).
        case nearlySpent(percent: Int)
    }

    /// So many are counted.
    static let counted = 60
    /// So many records are looked through for those that are listed.
    static let lookedThrough = 1000

    /// A list of a home.
    public init(_ title: String, _ source: Source, limit: Int = 8) {
        self.title = title
        self.source = source
        self.limit = limit
    }
}

/// What stands in a list of a home.
public struct HomeAnswer: Equatable, Sendable {
    /// The cases, for a list of cases.
    public var cases: [CaseSummary] = []
    /// The records, for a list of records.
    public var records: RecordList
    /// How much is left of a contract's hours.
    public var hours: [RecordID: HoursBalance] = [:]
    /// How many there are; nil where only those that are listed were looked for.
    public var count: Int?
    /// Whether there may be more than were counted.
    public var isMore = false
    /// Whether it is of all customers, because the person is assigned to none.
    public var isOfAll = false

    /// A list of cases or of records.
    public init(
        cases: [CaseSummary] = [], records: RecordList = RecordList(records: [], names: Names()), count: Int? = nil
    ) {
        self.cases = cases
        self.records = records
        self.count = count
    }

    /// The same rows, as many as were counted before.
    public func counted(as older: HomeAnswer) -> HomeAnswer {
        var answer = self
        (answer.count, answer.isMore) = (older.count, older.isMore)
        return answer
    }
}

extension CaseStore {
    /// Fills the lists of a home, and tells after each what came until then.
    func home(
        _ lists: [HomeList], _ context: QueryContext, _ coming: (PlaceAnswer) -> Void
    ) async throws(StoreError) -> PlaceAnswer {
        var answers: [HomeAnswer] = []
        for list in lists {
            guard !Task.isCancelled else { throw .cancelled }
            if !answers.isEmpty { coming(.home(answers)) }
            answers.append(try await fill(list, context) { coming(.home(answers + [$0])) })
        }
        return .home(answers)
    }

    /// - Parameter coming: told the rows of a list before the others of it are counted, which may lie far apart.
    private func fill(
        _ list: HomeList, _ context: QueryContext, _ coming: (HomeAnswer) -> Void
    ) async throws(StoreError) -> HomeAnswer {
        switch list.source {
        case .cases(let query, let sort):
            let first = try await firstIDs(query, sort: sort, limit: list.limit, context)
            guard first.count == list.limit else {
                return HomeAnswer(cases: try await summaries(first), count: first.count)
            }
            let rows = try await summaries(first)
            coming(HomeAnswer(cases: rows))
            // A home is there at once, however many there are: no more are counted than a glance takes in.
            let found = try await firstIDs(query, sort: sort, limit: HomeList.counted, context)
            var answer = HomeAnswer(cases: rows, count: found.count)
            answer.isMore = found.count >= HomeList.counted
            return answer
        case .records(var query):
            query.limit = list.limit
            return HomeAnswer(records: try await records(query))
        case .unnoticed(let until):
            let today = context.zone.local(context.now).day
            var found = try await records(
                RecordQuery(
                    .membership, endingFrom: today, endingUntil: until, byEnd: true, limit: HomeList.lookedThrough))
            let named = Set(found.records.compactMap { $0.contact("contact") })
            let reached = Set(try await contacts(Array(named)).filter(\.active).map(\.id))
            let left = found.records.filter { $0.contact("contact").map { !reached.contains($0) } ?? true }
            found.records = Array(left.prefix(list.limit))
            var answer = HomeAnswer(records: found)
            answer.count = left.count
            answer.isMore = found.goesOn
            return answer
        case .worst: return try await worst(list.limit, context)
        case .nearlySpent(let percent): return try await nearlySpent(percent, list.limit, context)
        }
    }

    private func worst(_ limit: Int, _ context: QueryContext) async throws(StoreError) -> HomeAnswer {
        var terms = [Condition.term(.marks([.open]))]
        var isOfAll = true
        if let me = context.me {
            let names = try await accounts(try await accounts(assignedTo: me)).map { account in
                Match<ValuePattern>.value(.whole(Needle(account.name)))
            }
            if !names.isEmpty { terms.append(.term(.value(.account, names))) }
            isOfAll = names.isEmpty
        }
        // Of a severity it is worst where a promise was broken; the rest follows in the order of the queue.
        let broken = Condition.term(.marks([.breached]))
        var rows: [CaseSummary] = []
        for severity in context.words.severities.prefix(2) {
            let rank = Condition.term(.number(.severity, [Bounds(severity.rank, severity.rank)]))
            for standing in [broken, .not(broken)] where rows.count < limit {
                let query = CaseQuery(.all(terms + [rank, standing]))
                rows += try await firstPage(query, sort: SortKey.work, limit: limit - rows.count, context)
            }
        }
        var answer = HomeAnswer(cases: rows, count: rows.count < limit ? rows.count : nil)
        answer.isOfAll = isOfAll
        return answer
    }

    /// Contracts of today whose hours are nearly used up, of those that were worked on last.
    private func nearlySpent(
        _ percent: Int, _ limit: Int, _ context: QueryContext
    ) async throws(StoreError) -> HomeAnswer {
        let today = context.zone.local(context.now).day
        let used = try await records(RecordQuery(.hours, newestFirst: true, limit: 2000)).records
        var answer = HomeAnswer()
        for id in Set(used.compactMap { $0.record("contract") }).sorted() where answer.records.records.count < limit {
            guard let balance = try await hours(of: id, on: today), balance.left * 100 <= balance.allowed * percent
            else { continue }
            let file = try await recordFile(id)
            answer.records.records.append(file.record)
            answer.records.names.add(file.names)
            answer.hours[id] = balance
        }
        return answer
    }
}
