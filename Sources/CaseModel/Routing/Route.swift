/// What is asked about a request: where it belongs, and who is to work on it.
public struct RouteQuestion: Equatable, Sendable {
    /// The code of the kind of request.
    public var type: String
    /// The code of the region whose hours count; nil where the account has none.
    public var region: String?
    /// The product in question.
    public var product: String?
    /// The language asked for, as a tag or a name.
    public var language: String?
    /// The codes of the customer's plans.
    public var plans: [String]
    /// The code of the severity; nil where none is known.
    public var severity: String?
    /// The code of the centre that holds the case.
    public var center: String?
    /// When.
    public var at: Timestamp

    /// A question about a request.
    public init(
        type: String, region: String? = nil, product: String? = nil, language: String? = nil, plans: [String] = [],
        severity: String? = nil, center: String? = nil, at: Timestamp
    ) {
        self.type = type
        self.region = region
        self.product = product
        self.language = language
        self.plans = plans
        self.severity = severity
        self.center = center
        self.at = at
    }

    /// The question that a case asks now.
    public init(case item: Case, at now: Timestamp) {
        self.init(
            type: item.type.code, region: item.region, product: item.product, language: item.language,
            plans: item.plans, severity: item.severity.code, center: item.center, at: now)
    }
}

/// Where a request belongs, who is to work on it, and why.
public struct RouteAnswer: Equatable, Sendable {
    /// What was asked.
    public let question: RouteQuestion
    /// The team that takes it.
    public internal(set) var team: Policy.Team?
    /// The role whose people take it; nil for anybody of the team.
    public internal(set) var role: Policy.Role?
    /// Whether it goes before others of its severity, past the general queue.
    public internal(set) var isFastTrack = false
    /// Which hours count; nil where the plans say nothing.
    public internal(set) var coverage: Coverage?
    /// The centre where it is worked on now, or next.
    public internal(set) var center: CenterState?
    /// The role that takes charge of a critical situation; nil where none is called for.
    public internal(set) var command: Policy.Role?
    /// Who may take charge of it, the best first.
    public internal(set) var managers: [Candidate] = []
    /// Who may work on it, the best first.
    public internal(set) var engineers: [Candidate] = []
    /// What was decided, part by part.
    public internal(set) var steps: [Step] = []
    /// What is not as it should be; nothing of it stops anybody.
    public internal(set) var warnings: [Warning] = []

    /// One thing that was decided, and why.
    public struct Step: Equatable, Sendable {
        /// What was decided, in one word, such as `team`.
        public let what: String
        /// The decision in words.
        public let value: String
        /// Why, in words.
        public let because: String
        /// The tags of the sources.
        public let tags: [String]
    }

    /// Something that a person should mend or know.
    public struct Warning: Equatable, Sendable {
        /// The rule's short name, for scripts.
        public let rule: String
        /// What is so, as a whole sentence.
        public let message: String
        /// What would mend it, as a whole sentence.
        public let remedy: String
        /// The tags of the sources.
        public let tags: [String]
    }

    /// Somebody who may work on it.
    public struct Candidate: Equatable, Sendable {
        /// The agent.
        public let agent: Agent
        /// How well the agent knows the product; nil where no product is named.
        public let knowledge: Knowledge?
        /// Whether the agent speaks a language that is wanted; nil where none is.
        public let speaks: Bool?
        /// When the agent works.
        public let presence: Presence
        /// Whether the agent works in the chosen centre.
        public let isThere: Bool
        /// The agent's place among those who take cases; the last of all where there is none.
        public let tier: Int
        /// Why, and why not, in words.
        public let reasons: [String]
    }

    mutating func decide(_ what: String, _ value: String, _ because: String, _ tags: [String]) {
        steps.append(Step(what: what, value: value, because: because, tags: tags.unique))
    }

    mutating func warn(_ rule: String, _ message: String, _ remedy: String, _ tags: [String]) {
        warnings.append(Warning(rule: rule, message: message, remedy: remedy, tags: tags))
    }
}

/// How well an agent knows a product; the best first.
public enum Knowledge: Int, Comparable, Sendable {
    /// The agent is at home in an expertise that covers it.
    case home
    /// It is among the agent's further products.
    case further
    /// Not at all, as far as is known.
    case nothing

    /// Orders by how well, the best first.
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension Agent {
    /// How well the agent knows a product.
    public func knows(_ product: String, _ policy: Policy) -> Knowledge {
        if let home = policy.people.expertise.first(where: { $0.code == expertise }), home.covers(product) {
            return .home
        }
        return products.contains { namesProduct($0, product) } ? .further : .nothing
    }

    /// The agent's place among those who take cases: its own, or that of its role.
    public func tier(by policy: Policy) -> Int? { tier ?? policy.role(role)?.tier }
}

extension Policy {
    /// The role of a code.
    public func role(_ code: String?) -> Role? { people.roles.first { $0.code == code } }

    /// The roles that plans open on a day, each with the plan that does (domain 11, row 46).
    func openedRoles(by plans: [String], on day: CivilDay) -> [(role: Role, plan: Plan)] {
        cover.plans.filter { plans.contains($0.code) && $0.validity.contains(day) }
            .flatMap { plan in plan.roles.compactMap { role($0) }.map { ($0, plan) } }
    }
}
