internal import CaseModel

/// Where, when and in which role the made-up people work: all of it words of a policy, so that any will do.
struct Posts: Sendable {
    private let policy: Policy

    init(_ policy: Policy) {
        self.policy = policy
    }

    /// Somebody of a queue, in a place that follows from the name, so that the same people always sit in the same places.
    func agent(_ name: String, _ duties: Set<Duty>, of queue: String) -> Agent {
        let place = Int(name.unicodeScalars.reduce(0 as UInt32) { ($0 &* 31 &+ $1.value) % 9973 })
        let topic = Topic.allCases.first { $0.queue == queue }
        let product = topic?.products.first
        let center = pick(policy.places.centers, place)
        let role = role(duties, topic, place)
        let region = policy.places.regions.first { $0.code == center?.region }
        let spoken = ((region?.languagesOutside ?? []) + [pick(region?.languages ?? [], place)].compactMap { $0 })
            .compactMap { policy.language($0)?.code }
        let others = Topic.allCases.flatMap(\.products).filter { other in
            policy.people.expertise.contains { $0.covers(other) }
        }
        return Agent(
            id: AgentID(0), name: name, duties: duties,
            expertise: product.flatMap { product in policy.people.expertise.first { $0.covers(product) }?.code },
            products: place % 3 == 0 ? [pick(others, place)].compactMap { $0 } : [], center: center?.code,
            shift: place % 2 == 0 && role?.availability != .business
                ? pick(policy.people.shifts, place / 2)?.code : nil,
            role: role?.code, languages: Set(spoken).sorted())
    }

    /// Somebody who knows single customers; nil where no role of the policy is for that.
    func manager(_ name: String) -> Agent? {
        guard let role = policy.people.roles.first(where: \.isAssigned) else { return nil }
        var agent = agent(name, [.accountManager], of: "")
        agent.role = role.code
        // Whoever works when the centre is open has no shift that could miss it.
        if role.availability == .business { agent.shift = nil }
        return agent
    }

    /// The centres of a region.
    func centers(of region: String?) -> [String] {
        policy.places.centers.filter { $0.region == region }.map(\.code)
    }

    /// Whether a role of the policy is for people who know single customers.
    var hasManagers: Bool { policy.people.roles.contains(where: \.isAssigned) }

    /// The role in which somebody works: who commands situations, who takes what has a fast track, who takes the rest.
    private func role(_ duties: Set<Duty>, _ topic: Topic?, _ place: Int) -> Policy.Role? {
        let roles = policy.people.roles
        if duties.contains(.criticalSituationManager) { return roles.first(where: \.isCritical) }
        let types = policy.intake.requestTypes
        // A queue without a topic is the front desk: whoever takes what no engineer takes.
        guard let topic else { return types.compactMap { policy.role($0.role) }.first { $0.tier == nil } }
        let usual = types.first { $0.code == topic.type } ?? types.first
        let fast = roles.first { $0.isFastTrack && $0.team == usual?.team }
        return place % 4 == 1 ? fast ?? policy.role(usual?.role) : policy.role(usual?.role)
    }

    private func pick<Thing>(_ things: [Thing], _ place: Int) -> Thing? {
        things.isEmpty ? nil : things[place % things.count]
    }
}
