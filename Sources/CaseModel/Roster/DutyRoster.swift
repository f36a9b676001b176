/// Who is on duty at an instant: centres, people by role, and who has the sun (domain 11, rows 30, 56).
public struct DutyRoster: Equatable, Sendable {
    /// The instant.
    public let at: Timestamp
    /// The centres, in the order of the policy.
    public let centers: [CenterState]
    /// The people by role, in the order of the policy; roles that nobody has stand there too.
    public let roles: [RoleOnDuty]
    /// Active agents without a role, or with one that the policy does not have.
    public let others: [Agent]
    /// Who has the sun; nil where the policy does not pass cases from centre to centre.
    public let sun: FollowTheSun?

    /// The people of one role.
    public struct RoleOnDuty: Equatable, Sendable {
        /// The role.
        public let role: Policy.Role
        /// Who is within hours, by name.
        public let onShift: [Person]
        /// Who is not, those first who come first.
        public let off: [Person]

        /// Whether somebody of it can be given something now.
        public var isReachable: Bool { !onShift.isEmpty || off.contains { $0.presence.isReachable } }
    }

    /// An agent, and when it works.
    public struct Person: Equatable, Sendable {
        /// The agent.
        public let agent: Agent
        /// When.
        public let presence: Presence
    }

    /// The roster of some agents.
    public init(_ agents: [Agent], by policy: Policy, at instant: Timestamp, zones: (String) -> Zone?) {
        at = instant
        let centers = policy.centers(at: instant, zones: zones)
        self.centers = centers
        let active = agents.filter(\.active)
        roles = policy.people.roles.map { role in
            let people = active.filter { $0.role == role.code }.map { agent in
                Person(agent: agent, presence: policy.presence(of: agent, at: instant, zones: zones))
            }
            return RoleOnDuty(
                role: role, onShift: people.filter(\.presence.isOnShift),
                off: people.filter { !$0.presence.isOnShift }
                    .sorted { ($0.presence.next ?? .farthest) < ($1.presence.next ?? .farthest) })
        }
        others = active.filter { policy.role($0.role) == nil }
        sun = policy.rule(FollowTheSun.rule) == nil ? nil : FollowTheSun(centers)
    }
}
