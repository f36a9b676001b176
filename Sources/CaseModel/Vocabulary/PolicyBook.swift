import Synchronization

/// The policies of a store: the edition in force, and those before it, under which promises were made.
public final class PolicyBook: Sendable {
    /// The edition in force.
    public let inForce: Policy
    /// All editions, the first to come first; the one in force is the last.
    public let editions: [Policy]
    /// The words of all of them.
    public let words: Vocabulary
    /// Gives the rules of a zone by its name; nil for one that the host does not know.
    public let zones: @Sendable (String) -> Zone?

    private let byMark: [String: Policy]
    private let terms = Mutex<[String: CoverTerms]>([:])
    private let known = Mutex<[RuleQuestion: Result<PolicyRule, PolicyQuestionProblem>]>([:])

    /// The policies of a store.
    ///
    /// - Parameter earlier: the editions before the one in force, the oldest first.
    public init(_ inForce: Policy, earlier: [Policy] = [], zones: @escaping @Sendable (String) -> Zone?) {
        self.inForce = inForce
        self.zones = zones
        editions = earlier + [inForce]
        words = Vocabulary(inForce, earlier: earlier.reversed())
        byMark = Dictionary(editions.map { ($0.mark, $0) }) { _, last in last }
    }

    /// The edition that a case remembers; nil when the store has none of that mark.
    public func edition(_ mark: String) -> Policy? { byMark[mark] }

    /// What an edition says of a status; where it has none of that code the next edition that does, so that editions to
    /// come change nothing.
    func kind(of status: Status, in mark: String?) -> Policy.StatusKind {
        func known(_ edition: Policy) -> Policy.StatusKind? {
            edition.lifeCycle.statuses.first { $0.code == status.code }
        }
        let start = editions.firstIndex { $0.mark == mark } ?? 0
        let later = editions[start...].lazy.compactMap(known).first
        return later ?? editions[..<start].lazy.compactMap(known).last ?? status.kind
    }

    /// What the edition in force says of cover for a kind of request, worked out once.
    public func coverTerms(for type: String) -> CoverTerms {
        if let terms = terms.withLock({ $0[type] }) { return terms }
        let new = CoverTerms(inForce, for: type)
        terms.withLock { $0[type] = new }
        return new
    }

    /// The clock that an edition gives, worked out once.
    func rule(_ question: RuleQuestion) -> Result<PolicyRule, PolicyQuestionProblem> {
        if let answer = known.withLock({ $0[question] }) { return answer }
        let answer: Result<PolicyRule, PolicyQuestionProblem>
        do throws(PolicyQuestionProblem) {
            guard let policy = byMark[question.mark] else {
                throw .unknown(what: "edition", word: question.mark, known: editions.map(\.mark))
            }
            answer = .success(
                try policy.rule(
                    plan: question.plans, severity: question.severity, region: question.region, kind: question.kind,
                    clock: question.clock, zones: zones))
        } catch {
            answer = .failure(error)
        }
        known.withLock { $0[question] = answer }
        return answer
    }
}

extension PolicyBook: Equatable {
    /// The same editions in the same order.
    public static func == (a: PolicyBook, b: PolicyBook) -> Bool {
        a === b || a.editions.map(\.mark) == b.editions.map(\.mark)
    }
}

/// What decides which clock a case has.
struct RuleQuestion: Hashable, Sendable {
    let mark: String
    let plans: [String]
    let severity: String
    let region: String
    let kind: String?
    let clock: Policy.ClockKind

    /// The question about the first response of a case of some kind.
    init(_ mark: String, _ plans: [String], severity: String, region: String, kind: String?) {
        self.mark = mark
        self.plans = plans
        self.severity = severity
        self.region = region
        self.kind = kind
        clock = .firstResponse
    }

    /// The question that a case asks; nil for one that has no plan, no region or no edition.
    init?(_ item: Case, _ clock: Policy.ClockKind, _ book: PolicyBook) {
        guard let mark = item.policy, let region = item.region, item.plan != nil else { return nil }
        self.mark = mark
        plans = item.plans
        severity = item.severity.code
        self.region = region
        let types = book.edition(mark)?.intake.requestTypes
        kind = types?.first { $0.code == item.type.code }?.kind
        self.clock = clock
    }
}

extension Policy {
    /// What tells this text from every other: the edition's name and a digest of the file.
    public var mark: String { "\(edition.name) #\(digest)" }
}
