/// The words with which cases are told, as the policies of a store have them.
///
/// The words of the policy in force are offered; those of earlier editions are still understood, because histories
/// have them.
public final class Vocabulary: Sendable {
    /// Where cases can stand, in the order of screens.
    public let statuses: [Status]
    /// The severities, the worst first.
    public let severities: [Severity]
    /// What requests are about.
    public let types: [CaseType]
    /// How requests come in.
    public let channels: [Channel]
    /// Why cases are closed.
    public let closures: [ClosureReason]
    /// Where every case begins.
    public let start: Status
    /// What a case is that nobody said a severity of.
    public let mildest: Severity
    /// What a case is about of which nobody said it.
    public let usualType: CaseType

    /// What is recorded of critical situations, by the names that people type.
    public let records: Set<String>
    private let centers: [String: String]
    private let remarks: [String: String]
    private let statusByCode: [String: Status]
    private let severityByCode: [String: Severity]
    private let typeByCode: [String: CaseType]
    private let channelByCode: [String: Channel]
    private let closureByCode: [String: ClosureReason]

    /// The words of a policy.
    ///
    /// - Parameter earlier: editions whose words are understood and not offered.
    public init(_ policy: Policy, earlier: [Policy] = []) {
        statuses = policy.lifeCycle.statuses.enumerated().map { Status(kind: $1, place: $0) }
        severities = Vocabulary.severities(policy)
        types = policy.intake.requestTypes.map { CaseType(code: $0.code, words: $0.name, also: []) }
        channels = policy.intake.channels.map { Channel(code: $0.code, words: $0.name, also: $0.also) }
        closures = policy.lifeCycle.closures.map { ClosureReason(code: $0.code, words: $0.name, also: $0.also) }
        // A policy without these is refused when it is read.
        start = statuses.first { $0.role == .start } ?? statuses.first ?? Status(kind: .unnamed, place: 0)
        mildest = severities.last ?? Severity(level: .unnamed, tone: 4)
        usualType = types.first ?? CaseType(code: "", words: "", also: [])
        func known<Word>(_ words: [Word], _ old: (Policy) -> [Word], _ code: (Word) -> String) -> [String: Word] {
            Dictionary((words + earlier.flatMap(old)).map { (code($0), $0) }) { first, _ in first }
        }
        centers = known(policy.places.centers, { $0.places.centers }, \.code).mapValues(\.name)
        records = Set(policy.people.roles.filter(\.isCritical).flatMap(\.records))
        remarks = known(policy.lifeCycle.conditions, { $0.lifeCycle.conditions }, \.code).mapValues { condition in
            "\(condition.says) \(policy.credit(condition.origin.tags)). \(condition.mend)"
        }
        let after = policy.lifeCycle.statuses.count
        statusByCode = known(statuses, { $0.lifeCycle.statuses.map { Status(kind: $0, place: after) } }, \.code)
        severityByCode = known(severities, Vocabulary.severities, \.code)
        typeByCode = known(types, { $0.intake.requestTypes.map { CaseType(code: $0.code, words: $0.name, also: []) } }, \.code)
        channelByCode = known(channels, { $0.intake.channels.map { Channel(code: $0.code, words: $0.name, also: $0.also) } }, \.code)
        closureByCode = known(
            closures, { $0.lifeCycle.closures.map { ClosureReason(code: $0.code, words: $0.name, also: $0.also) } }, \.code)
    }

    /// No words: where no store is open.
    public static let none = Vocabulary()

    private init() {
        statuses = []
        severities = []
        types = []
        channels = []
        closures = []
        start = Status(kind: .unnamed, place: 0)
        mildest = Severity(level: .unnamed, tone: 4)
        usualType = CaseType(code: "", words: "", also: [])
        centers = [:]
        records = []
        remarks = [:]
        statusByCode = [:]
        severityByCode = [:]
        typeByCode = [:]
        channelByCode = [:]
        closureByCode = [:]
    }

    static func severities(_ policy: Policy) -> [Severity] {
        let levels = policy.lifeCycle.severities
        return levels.enumerated().map { place, level in
            // The first has the sign of the worst, the last that of the mildest, those between the nearest between.
            let steps = levels.count - 1
            return Severity(level: level, tone: steps < 1 ? 1 : 1 + (place * 3 + steps / 2) / steps)
        }
    }

    /// The status of a code; nil when no edition has it.
    public func status(_ code: some StringProtocol) -> Status? { statusByCode[String(code)] }
    /// The severity of a code.
    public func severity(_ code: some StringProtocol) -> Severity? { severityByCode[String(code)] }
    /// The severity of a rank.
    public func severity(rank: Int) -> Severity? { severities.first { $0.rank == rank } }
    /// The type of a code.
    public func type(_ code: some StringProtocol) -> CaseType? { typeByCode[String(code)] }
    /// The channel of a code.
    public func channel(_ code: some StringProtocol) -> Channel? { channelByCode[String(code)] }
    /// The closure reason of a code.
    public func closure(_ code: some StringProtocol) -> ClosureReason? { closureByCode[String(code)] }

    /// The name of a centre.
    public func center(_ code: String) -> String? { centers[code] }

    /// What a condition says, its source, and what would satisfy it.
    public func remark(_ code: String) -> String? { remarks[code] }

    /// The statuses, those that usually come after one first.
    public func statuses(after current: Status) -> [Status] {
        let first = current.kind.next.compactMap { status($0) }
        return first + statuses.filter { !first.contains($0) }
    }
}

extension Vocabulary: Equatable {
    /// The same words, shown the same.
    public static func == (a: Vocabulary, b: Vocabulary) -> Bool {
        a === b
            || (a.statuses.map(\.kind) == b.statuses.map(\.kind) && a.severities.map(\.level) == b.severities.map(\.level)
                && a.types == b.types && a.channels == b.channels && a.closures == b.closures)
    }
}
