/// The rules of one time zone as data: when its clocks changed, and how far east of UTC they stood then.
///
/// The program reads them from the host; the model never does.
public struct Zone: Equatable, Sendable {
    /// The IANA name, such as `Europe/Dublin`, or `UTC`.
    public let name: String
    /// Seconds east of UTC before the first transition.
    public let initialOffset: Int64
    /// When the offset changed, and to what; ascending by instant.
    public let transitions: [Transition]

    /// One change of a zone's clocks.
    public struct Transition: Equatable, Sendable {
        /// The first instant under the new offset.
        public let at: Timestamp
        /// Seconds east of UTC from then on.
        public let offset: Int64

        /// A change of the clocks.
        public init(at: Timestamp, offset: Int64) {
            self.at = at
            self.offset = offset
        }
    }

    /// A zone from its offsets.
    public init(name: String, initialOffset: Int64, transitions: [Transition] = []) {
        self.name = name
        self.initialOffset = initialOffset
        self.transitions = transitions
    }

    /// Coordinated Universal Time.
    public static let utc = Zone(name: "UTC", initialOffset: 0)

    /// Seconds east of UTC at an instant.
    public func offset(at instant: Timestamp) -> Int64 {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].at <= instant { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? initialOffset : transitions[low - 1].offset
    }

    /// What the wall clock shows at an instant.
    public func local(_ instant: Timestamp) -> LocalTime {
        LocalTime(instant, offset: offset(at: instant))
    }

    /// The instant at which the wall clock shows a time.
    ///
    /// A time that does not exist moves forward by the gap; one that occurs twice is the first (domain 2.3, INF).
    public func instant(_ local: LocalTime) -> Timestamp {
        // A candidate under each offset in force around that day; the earliest that reads back is the first occurrence.
        let around = local.timestamp(offset: 0)
        let before = offset(at: around - 86_400)
        let after = offset(at: around + 86_400)
        let candidates = [local.timestamp(offset: before), local.timestamp(offset: after)]
        let real = candidates.filter { self.local($0) == local }
        return real.min() ?? candidates[0]
    }

    /// The first instant of a local day.
    public func start(of day: CivilDay) -> Timestamp {
        instant(LocalTime(day: day, secondOfDay: 0))
    }
}
