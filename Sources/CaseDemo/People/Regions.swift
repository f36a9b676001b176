internal import CaseModel

/// Where customers are registered: the region of a policy that includes their country, else the one whose clocks are
/// nearest to theirs.
struct Regions: Sendable {
    private let policy: Policy
    private let zones: @Sendable (String) -> Zone?
    private let now: Timestamp

    init(_ policies: PolicyBook, now: Timestamp) {
        policy = policies.inForce
        zones = policies.zones
        self.now = now
    }

    /// The code of a country's region; nil where the policy has none at all.
    func code(of land: Land) -> String? {
        for area in land.areas {
            if let region = policy.places.regions.first(where: { $0.includes.contains(area) }) { return region.code }
        }
        let own = Int64(land.hours) * 3600
        let nearest = policy.places.regions.min { far($0, own) < far($1, own) }
        return nearest?.code
    }

    private func far(_ region: Policy.Region, _ own: Int64) -> Int64 {
        zones(region.zone).map { abs($0.offset(at: now) - own) } ?? .max
    }
}
