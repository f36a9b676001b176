public import CaseModel
internal import GuidePolicy
internal import SeededRandom

/// Cases with histories, the same for the same seed.
public struct RandomCases {
    private var random: SplitMix64
    private var line = 0

    /// Begins a sequence of cases.
    public init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// So many histories, as a load takes them.
    public mutating func histories(_ count: Int) -> [CaseHistory] {
        (0..<count).map { _ in history() }
    }

    /// So many cases as queries look at them, their people and places numbered as they come.
    public mutating func subjects(_ count: Int) -> [QuerySubject] {
        var registry = SampleRegistry()
        return histories(count).map { registry.subject($0) }
    }

    /// One history: a first row with most fields, then a few more.
    public mutating func history() -> CaseHistory {
        line += 1
        var at = instant()
        let actor = random.pick(SampleNames.agents)
        var entries = [
            HistoryEntry(at: at, actor: actor, values: firstValues(at), text: random.chance(20) ? note() : nil)
        ]
        for _ in 0..<random.number(0...3) {
            at = at + Int64(random.pick([0, 60, 3600, 86_400, 200_000]))
            entries.append(entry(at))
        }
        let key = random.chance(80) ? "\(random.pick(["INC", "İnc", "№"]))00\(line)" : nil
        return CaseHistory(key: key, line: line, entries: entries)
    }

    private mutating func firstValues(_ at: Timestamp) -> [CaseField: String?] {
        var values: [CaseField: String?] = [
            .subject: SampleText.text(5, &random), .description: SampleText.text(12, &random),
            .type: random.pick(CaseType.allCases).rawValue, .status: random.pick(Status.allCases).rawValue,
            .severity: random.pick(Severity.allCases).code, .requestedSeverity: random.pick(Severity.allCases).code,
            .openedAt: at.description,
        ]
        values[.account] = maybe(SampleNames.accounts)
        values[.contact] = maybe(SampleNames.contacts)
        values[.partner] = random.chance(20) ? random.pick(SampleNames.accounts) : nil
        values[.product] = maybe(SampleNames.products)
        values[.channel] = maybe(Channel.allCases.map(\.rawValue))
        values[.queue] = maybe(SampleNames.queues)
        values[.owner] = random.chance(50) ? random.pick(SampleNames.agents) : nil
        values[.snoozedUntil] = random.chance(30) ? instant().description : nil
        values[.duplicateOf] = random.chance(10) ? "CS-\(random.number(1_000_001...1_000_009))" : nil
        let tags = random.some(of: SampleNames.tags, upTo: 3)
        values[.tags] = tags.isEmpty ? nil : tags.sorted().joined(separator: " ")
        values[.watchers] = random.chance(30) ? random.pick(SampleNames.agents) : nil
        values[.given("awaited")] = random.chance(30) ? SampleText.text(3, &random) : nil
        for column in random.some(of: SampleNames.columns, upTo: 2) {
            values[.extra(column)] = random.pick(SampleNames.values)
        }
        return values.filter { $0.value != nil }
    }

    private mutating func entry(_ at: Timestamp) -> HistoryEntry {
        let actor = random.pick(SampleNames.agents)
        switch random.number(0...4) {
        case 0, 1: return HistoryEntry(at: at, actor: actor, action: .noted, values: [:], text: note())
        case 2:
            return HistoryEntry(
                at: at, actor: actor, action: .replied, values: [.firstResponseAt: at.description], text: note())
        case 3:
            let values: [CaseField: String?] = [
                .status: Status.closed.rawValue, .closedAt: at.description,
                .closureReason: random.pick(ClosureReason.allCases).rawValue,
            ]
            return HistoryEntry(at: at, actor: actor, values: values)
        default:
            let values: [CaseField: String?] = [
                .severity: random.pick(Severity.allCases).code, .owner: maybe(SampleNames.agents),
            ]
            return HistoryEntry(at: at, actor: actor, values: values)
        }
    }

    private mutating func note() -> String {
        let text = SampleText.text(6, &random)
        return text.isEmpty ? "note" : text
    }

    private mutating func maybe(_ items: [String]) -> String? {
        random.chance(75) ? random.pick(items) : nil
    }

    /// An instant near the clock of the samples, often at the very edge of a day or of a distance.
    private mutating func instant() -> Timestamp {
        let now = SampleNames.now
        switch random.number(0...3) {
        case 0: return now + Int64(random.pick([-604_800, -86_400, -7200, -1, 0, 1, 7200, 86_400]))
        case 1:
            let zone = random.pick(SampleNames.zones)
            let day = zone.local(now).day.daysSince1970 + Int64(random.number(-3...2))
            return zone.start(of: CivilDay(daysSince1970: day)) + Int64(random.pick([-1, 0, 1]))
        default: return now + Int64(random.number(-5_000_000...200_000))
        }
    }
}
