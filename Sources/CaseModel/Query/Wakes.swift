extension CaseStore {
    /// When the first of the open cases that are put off comes back; nil when none does.
    public func nextWake(_ context: QueryContext) async throws(StoreError) -> Timestamp? {
        let asleep = CaseQuery(.all([.term(.marks([.open])), .term(.marks([.snoozed]))]))
        return try await firstPage(asleep, sort: [SortKey(.snoozed)], limit: 1, context).first?.snoozedUntil
    }
}

extension Condition {
    /// Whether time alone changes what it finds, but for what is put off, which comes back at a time that is known.
    public var changesWithTime: Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.contains(where: \.changesWithTime)
        case .not(let part): part.changesWithTime
        case .term(.time(_, let tests)): tests.contains { if case .value(let test) = $0 { test.moves } else { false } }
        case .term(.marks(let marks)): marks.contains { $0 == .overdue || $0 == .breached }
        case .term(.codes(let field, _)): field == .responseState || field == .followUpState
        case .term: false
        }
    }
}

extension TimeTest {
    /// Whether what it means moves on with the clock.
    fileprivate var moves: Bool {
        switch self {
        case .at(let point), .less(let point), .atMost(let point), .more(let point), .atLeast(let point): point.moves
        case .between(let from, let to): from.moves || to.moves
        }
    }
}

extension TimePoint {
    /// Whether it is another instant as the clock goes on.
    fileprivate var moves: Bool {
        switch self {
        case .now, .yesterday, .today, .tomorrow, .distance: true
        case .day, .local, .instant: false
        }
    }
}
