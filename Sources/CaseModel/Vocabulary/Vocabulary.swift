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
    private let known: KnownWords

    /// The words of a policy.
    ///
    /// - Parameter earlier: editions whose words are understood and not offered.
    public init(_ policy: Policy, earlier: [Policy] = []) {
        statuses = policy.statusWords
        severities = policy.severityWords
        types = policy.typeWords
        channels = policy.channelWords
        closures = policy.closureWords
        // A policy without these is refused when it is read.
        start = statuses.first { $0.role == .start } ?? statuses.first ?? Status(kind: .unnamed, place: 0)
        mildest = severities.last ?? Severity(level: .unnamed, tone: 4)
        usualType = types.first ?? CaseType(code: "", words: "", also: [])
        records = Set(policy.people.roles.filter(\.isCritical).flatMap(\.records))
        known = KnownWords([policy] + earlier)
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
        records = []
        known = KnownWords([])
    }

    /// The status of a code; nil when no edition has it.
    public func status(_ code: some StringProtocol) -> Status? { known.statuses[String(code)] }
    /// The severity of a code.
    public func severity(_ code: some StringProtocol) -> Severity? { known.severities[String(code)] }
    /// The severity of a rank.
    public func severity(rank: Int) -> Severity? { severities.first { $0.rank == rank } }
    /// The type of a code.
    public func type(_ code: some StringProtocol) -> CaseType? { known.types[String(code)] }
    /// The channel of a code.
    public func channel(_ code: some StringProtocol) -> Channel? { known.channels[String(code)] }
    /// The closure reason of a code.
    public func closure(_ code: some StringProtocol) -> ClosureReason? { known.closures[String(code)] }

    /// The name of a centre.
    public func center(_ code: String) -> String? { known.centers[code] }

    /// What a customer is asked for, by its code.
    public func item(_ code: String) -> String? { known.items[code] }

    /// The name of a plan, a region or a language by its code; nil for other fields and codes of no edition.
    public func name(_ code: String, of field: CaseField) -> String? { known.names[field]?[code] }

    /// The codes of plans, regions, centres or languages, sorted; none for other fields.
    func codes(of field: CaseField) -> [String] { names(of: field).keys.sorted() }

    /// The code that a name or a short word of a screen stands for; nil where it is a code, or none.
    func code(saying name: String, of field: CaseField) -> String? {
        let names = names(of: field)
        let said = Words.index(name)
        guard names[name.lowercased()] == nil, !said.isEmpty else { return nil }
        let short = field == .plan ? known.plans.filter { Words.fold($0.value) == Words.fold(name) } : [:]
        return (short.isEmpty ? names.filter { Words.index($0.value) == said } : short).keys.min()
    }

    private func names(of field: CaseField) -> [String: String] {
        field == .center ? known.centers : known.names[field] ?? [:]
    }

    /// The short words of plans, `+` between them as between their codes.
    public func plans(_ codes: String) -> String {
        codes.split(separator: "+").map { known.plans[String($0)] ?? String($0) }.joined(separator: "+")
    }

    /// What a condition says, its source, and what would satisfy it.
    public func remark(_ code: String) -> String? { known.remarks[code] }

    /// What a condition says alone, such as what is in doubt of a case that is held.
    public func condition(_ code: String) -> String? { known.conditions[code] }

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
            || (a.statuses.map(\.kind) == b.statuses.map(\.kind)
                && a.severities.map(\.level) == b.severities.map(\.level)
                && a.types == b.types && a.channels == b.channels && a.closures == b.closures)
    }
}
