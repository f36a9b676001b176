/// How a licence stands on a day (domain 8; thresholds of the policy).
public struct LicenseStanding: Equatable, Sendable {
    /// One thing to say of it.
    public enum Mark: String, CaseIterable, Sendable {
        /// Bought a short while ago.
        case new
        /// Its end is near.
        case expiring
        /// Its end is very near.
        case expiringSoon = "expiring soon"
        /// It is over.
        case expired
    }

    /// What is to say of it, in the order of the list.
    public let marks: [Mark]
    /// How many days are left, 0 on the last one, negative afterwards; nil where it has no end.
    public let daysLeft: Int64?

    /// How a licence stands on a day by a policy; a threshold that it does not have says nothing.
    public init(_ license: Record, on day: CivilDay, _ policy: Policy) {
        var marks: [Mark] = []
        if let bought = license.day("bought"), let limit = policy.threshold("license-new")?.days {
            let age = day.daysSince1970 - bought.daysSince1970
            if (0...max(0, limit)).contains(age) { marks.append(.new) }
        }
        daysLeft = license.end.map { $0.daysSince1970 - day.daysSince1970 }
        if let daysLeft {
            let near = policy.threshold("license-expiring")?.days
            let soon = policy.threshold("license-expiring-soon")?.days
            if daysLeft < 0 {
                marks.append(.expired)
            } else if let soon, daysLeft <= soon {
                marks.append(.expiringSoon)
            } else if let near, daysLeft <= near {
                marks.append(.expiring)
            }
        }
        self.marks = marks
    }
}

/// Where questions about a kind of record go (domain 5.2; domain 11, rows 36 and 44).
public struct RecordRoute: Equatable, Sendable {
    /// The kind of request.
    public let request: Policy.RequestType
    /// The team that takes it.
    public let team: Policy.Team
    /// The role that specialises in it.
    public let role: Policy.Role?
    /// Other teams, with their regions, where the region of the customer is not known; by name.
    public let otherwise: [Elsewhere]

    /// A team that takes it in one region.
    public struct Elsewhere: Equatable, Sendable {
        /// The region's name.
        public let region: String
        /// The team's name.
        public let team: String
    }
}

extension Policy {
    /// Where questions about a kind of record go for a customer of a region; nil where no request is about it.
    public func route(about kind: RecordKind, region: String?) -> RecordRoute? {
        guard let request = intake.requestTypes.first(where: { $0.about.contains(kind.code) }) else { return nil }
        let code = region.map(request.team(in:)) ?? request.team
        guard let team = people.teams.first(where: { $0.code == code }) else { return nil }
        let others = region == nil ? request.teamByRegion.sorted { $0.key < $1.key } : []
        return RecordRoute(
            request: request, team: team, role: people.roles.first { $0.code == request.role },
            otherwise: others.map { entry in
                RecordRoute.Elsewhere(
                    region: places.regions.first { $0.code == entry.key }?.name ?? entry.key,
                    team: people.teams.first { $0.code == entry.value }?.name ?? entry.value
                )
            })
    }
}
