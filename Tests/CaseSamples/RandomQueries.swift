public import CaseModel
internal import GuidePolicy
internal import SeededRandom

/// Queries over sample cases, the same for the same seed; each is one that the language can say.
public struct RandomQueries {
    private var random: SplitMix64

    /// Begins a sequence of queries.
    public init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// The next query.
    public mutating func next() -> CaseQuery {
        CaseQuery(condition(random.number(0...3)))
    }

    /// Circumstances: one of the zones, and one of these agents or nobody.
    public mutating func context(agents: [AgentID]) -> QueryContext {
        QueryContext(
            now: SampleNames.now, zone: random.pick(SampleNames.zones),
            me: agents.isEmpty || random.chance(15) ? nil : random.pick(agents))
    }

    private mutating func condition(_ depth: Int) -> Condition {
        guard depth > 0, random.chance(70) else { return .term(term()) }
        switch random.number(0...4) {
        case 0: return .not(condition(depth - 1))
        case 1, 2: return .all(parts(depth))
        default: return .any(parts(depth))
        }
    }

    private mutating func parts(_ depth: Int) -> [Condition] {
        (0..<random.number(2...4)).map { _ in condition(depth - 1) }
    }

    private mutating func term() -> Term {
        switch random.number(0...11) {
        case 0:
            let field = random.pick(CodeField.allCases)
            return .codes(field, list { $0.match(field.canBeEmpty) { $0.pick(field.codes(Guide.words)) } })
        case 1:
            let field = random.pick(NumberField.allCases)
            return .number(field, list { $0.bounds() })
        case 2:
            let field = random.pick(CaseIDField.allCases)
            return .cases(
                field, list { $0.match(field == .duplicateOf) { CaseID(Int64($0.number(1_000_001...1_000_030))) } })
        case 3, 4, 5: return .value(field: &random)
        case 6, 7: return .time(field: &random)
        case 8: return .marks(list { $0.pick(Mark.allCases) })
        default:
            let field = random.pick([WordField.text, .text, .text, .subject, .description, .awaited])
            return .words(field, list { $0.match(field != .text) { $0.wordPattern() } })
        }
    }

    private mutating func list<Value>(_ make: (inout SplitMix64) -> Value) -> [Value] {
        (0..<(random.chance(70) ? 1 : random.number(1...3))).map { _ in make(&random) }
    }
}

extension SplitMix64 {
    /// A value, or sometimes none or any where the field can be empty.
    mutating func match<Value>(_ canBeEmpty: Bool, _ make: (inout SplitMix64) -> Value) -> Match<Value> {
        guard canBeEmpty, chance(20) else { return .value(make(&self)) }
        return chance(50) ? .none : .any
    }

    mutating func bounds() -> Bounds {
        let low = number(1...4)
        let high = number(low...4)
        return switch number(0...3) {
        case 0: Bounds(nil, high)
        case 1: Bounds(low, nil)
        case 2: Bounds(low, high)
        default: Bounds(low, low)
        }
    }

    mutating func wordPattern() -> WordPattern {
        while true {
            let text = (0..<number(1...3)).map { _ in chance(10) ? pick(SampleText.hostile) : pick(SampleText.words) }
                .joined(separator: pick([" ", " ", "-", ""]))
            if let pattern = WordPattern(SampleText.retyped(text, &self), prefix: chance(35)) { return pattern }
        }
    }

    mutating func needle(_ pool: [String]) -> Needle {
        while true {
            let text = chance(90) ? pick(pool) : pick(SampleText.hostile)
            let needle = Needle(SampleText.retyped(text, &self))
            if !needle.folded.isEmpty { return needle }
        }
    }
}

extension Term {
    fileprivate static func value(field random: inout SplitMix64) -> Term {
        let pools: [(ValueField, [String])] = [
            (.account, SampleNames.accounts), (.contact, SampleNames.contacts), (.partner, SampleNames.accounts),
            (.owner, SampleNames.agents), (.queue, SampleNames.queues), (.product, SampleNames.products),
            (.externalID, ["INC001", "INC002", "İnc003", "№004", "INC00"]), (.tags, SampleNames.tags),
            (.watchers, SampleNames.agents), (.extraNames, SampleNames.columns), (.plan, ["core"]),
            (.extra(Needle(SampleText.retyped(random.pick(SampleNames.columns), &random))), SampleNames.values),
        ]
        var (field, pool) = random.pick(pools)
        // A name cut to nothing names no column.
        if case .extra(let column) = field, column.folded.isEmpty { field = .extra(Needle("LOCATION")) }
        let count = random.chance(70) ? 1 : random.number(1...3)
        return .value(
            field,
            (0..<count).map { _ in
                random.match(true) { random in
                    if field.isAgent, random.chance(25) { return .me }
                    let needle = random.needle(pool)
                    return random.chance(30) ? .begins(needle) : .whole(needle)
                }
            })
    }

    fileprivate static func time(field random: inout SplitMix64) -> Term {
        let field = random.pick(TimeField.allCases)
        guard random.chance(60) else {
            let count = random.number(1...2)
            return .time(field, (0..<count).map { _ in random.match(true) { $0.dayOrRange() } })
        }
        let point = random.timePoint()
        let test: TimeTest =
            switch random.number(0...3) {
            case 0: .less(point)
            case 1: .atMost(point)
            case 2: .more(point)
            default: .atLeast(point)
            }
        return .time(field, [.value(test)])
    }
}

extension SplitMix64 {
    /// A test that can stand in a list.
    fileprivate mutating func dayOrRange() -> TimeTest {
        switch number(0...5) {
        case 0: return .atMost(timePoint())
        case 1: return .atLeast(timePoint())
        case 2:
            let days = [number(-40...3), number(-40...3)].sorted().map { day($0) }
            return .between(.day(days[0]), .day(days[1]))
        case 3:
            let distances = [number(0...40), number(0...40)].sorted().map { Int64($0) * 21_600 }
            return .between(.distance(distances[0]), .distance(distances[1]))
        case 4: return .between(.day(day(number(-40...0))), pick([.now, .today, .distance(3600)]))
        default: return .at(timePoint())
        }
    }

    fileprivate mutating func timePoint() -> TimePoint {
        let now = SampleNames.now
        switch number(0...6) {
        case 0: return .now
        case 1: return pick([.today, .yesterday, .tomorrow])
        case 2: return .day(day(number(-5...3)))
        case 3:
            let zone = pick(SampleNames.zones)
            return .local(zone.local(now + Int64(number(-400_000...100_000))))
        case 4: return .instant(now + Int64(pick([-604_800, -86_400, -7200, -1, 0, 1, 7200, 86_400])))
        default: return .distance(Int64(pick([0, 1, 7200, 86_400, 604_800, 90, 5_000_000])))
        }
    }

    private func day(_ distance: Int) -> CivilDay {
        CivilDay(daysSince1970: SampleNames.now.seconds / 86_400 + Int64(distance))
    }
}
