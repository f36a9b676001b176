extension CaseStore {
    /// When time alone next changes what some queries find: an open case that is put off comes back, a first answer is
    /// overdue or comes as near as a query asks, a day begins; nil when it never does.
    ///
    /// Each instant is one look into the order of the open cases by that time.
    public func nextWake(
        _ queries: [CaseQuery], _ context: QueryContext
    ) async throws(StoreError) -> Timestamp? {
        let asleep = CaseQuery(.all([.term(.marks([.open])), .term(.marks([.snoozed]))]))
        let woken = try await firstPage(asleep, sort: [SortKey(.snoozed)], limit: 1, context).first
        var wakes = [woken?.snoozedUntil]
        let conditions = queries.compactMap(\.condition)
        let distances = Set(conditions.flatMap(\.distancesToDue)).sorted()
        for seconds in distances.prefix(CaseQuery.longestWakes) {
            let coming = CaseQuery(
                .all([.term(.marks([.open])), .term(.time(.due, [.value(.atLeast(.distance(seconds)))]))]))
            let next = try await firstPage(coming, sort: [SortKey(.due)], limit: 1, context).first
            // What must be answered less than some time after is late at that instant, all else a second later.
            wakes.append(next?.response.due.map { $0 - seconds + 1 })
        }
        if conditions.contains(where: \.namesDays) {
            let tomorrow = context.zone.local(context.now).day.adding(1)
            wakes.append(context.zone.instant(LocalTime(day: tomorrow, secondOfDay: 0)))
        }
        return wakes.compactMap { $0 }.min()
    }
}

extension CaseQuery {
    /// As many distances to a due time are watched.
    fileprivate static let longestWakes = 8
}

extension Condition {
    /// How long before a first answer is due what it finds changes, for each part that asks for that.
    fileprivate var distancesToDue: [Int64] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.distancesToDue)
        case .not(let inner): inner.distancesToDue
        case .term(.marks(let marks)): marks.contains(.overdue) || marks.contains(.breached) ? [0] : []
        case .term(.codes(.responseState, _)): [0]
        case .term(.time(.due, let tests)): tests.flatMap(\.points).compactMap { $0 == .now ? 0 : $0.distance }
        case .term: []
        }
    }

    /// Whether it names a day that is another one tomorrow.
    fileprivate var namesDays: Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.contains(where: \.namesDays)
        case .not(let inner): inner.namesDays
        case .term(.time(_, let tests)):
            tests.flatMap(\.points).contains { [.today, .yesterday, .tomorrow].contains($0) }
        case .term: false
        }
    }
}

extension Match<TimeTest> {
    fileprivate var points: [TimePoint] {
        guard case .value(let test) = self else { return [] }
        return switch test {
        case .at(let point), .less(let point), .atMost(let point), .more(let point), .atLeast(let point): [point]
        case .between(let first, let last): [first, last]
        }
    }
}
