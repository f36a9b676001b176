/// A centre at an instant: open, until when, or from when on (domain 11, row 30).
public struct CenterState: Equatable, Sendable {
    /// The centre.
    public let center: Policy.Center
    /// Its region; nil when the policy has none of that code.
    public let region: Policy.Region?
    /// The name of the zone on whose clocks it works.
    public let zone: String?
    /// Whether it is open.
    public let isOpen: Bool
    /// When it closes; nil when it is closed, or never does.
    public let closes: Timestamp?
    /// When it opens next; nil when it is open, or never does.
    public let opens: Timestamp?
}

extension Policy {
    /// A centre at an instant.
    public func state(of center: Center, at instant: Timestamp, zones: (String) -> Zone?) -> CenterState {
        let hours = calendar(of: center, zones: zones)?.stretch(at: instant)
        let isOpen = hours?.contains(instant) ?? false
        return CenterState(
            center: center, region: region(center.region), zone: zone(of: center), isOpen: isOpen,
            closes: isOpen ? hours?.to : nil, opens: isOpen ? nil : hours?.from)
    }

    /// All centres at an instant, in the order of the file.
    public func centers(at instant: Timestamp, zones: (String) -> Zone?) -> [CenterState] {
        places.centers.map { state(of: $0, at: instant, zones: zones) }
    }
}

/// Who has the sun: the centre that works now, and those that open after it (FAQ6, FAQ8).
public struct FollowTheSun: Equatable, Sendable {
    /// The centre that works now: of those open the one that closes last; nil when none is open.
    public let now: CenterState?
    /// Those that open next, in that order; of those that open at once the first of the policy.
    public let following: [CenterState]
    /// The one that opens next.
    public var next: CenterState? { following.first }

    /// The rule by which cases pass from centre to centre.
    public static let rule = "follow-the-sun"

    /// Finds both among centres.
    public init(_ centers: [CenterState]) {
        now = centers.filter(\.isOpen).max { ($0.closes ?? .farthest) < ($1.closes ?? .farthest) }
        var turns: Set<Timestamp> = []
        following = centers.filter { $0.opens.map { turns.insert($0).inserted } ?? false }
            .sorted { ($0.opens ?? .farthest) < ($1.opens ?? .farthest) }
    }
}

extension Timestamp {
    /// Later than anything.
    static let farthest = Timestamp(seconds: .max)
}
