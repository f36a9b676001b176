/// When, as a query says it; what it means depends on the clock and the display zone.
public enum TimePoint: Hashable, Sendable {
    /// Now.
    case now
    /// The day before today's, today's and the next, in the display zone.
    case yesterday, today, tomorrow
    /// A day of the display zone.
    case day(CivilDay)
    /// A time of day in the display zone.
    case local(LocalTime)
    /// An instant, to the second.
    case instant(Timestamp)
    /// A distance from now in seconds: ahead for due and snoozed, back for the rest.
    case distance(Int64)
}

/// What an instant may be.
public enum TimeTest: Hashable, Sendable {
    /// That day, that second; with a distance, between now and then.
    case at(TimePoint)
    /// `<`: before it begins; with a distance, nearer than that.
    case less(TimePoint)
    /// `<=`.
    case atMost(TimePoint)
    /// `>`: after it ends; with a distance, farther than that.
    case more(TimePoint)
    /// `>=`.
    case atLeast(TimePoint)
    /// `a..b`: both ends included; two distances count as distances, otherwise they are instants.
    case between(TimePoint, TimePoint)
}

/// A stretch of instants, both ends included; an end that is missing is open.
public struct TimeInterval: Hashable, Sendable {
    /// The first instant.
    public var from: Timestamp?
    /// The last instant.
    public var to: Timestamp?

    /// The instants from `from` to `to`.
    public init(from: Timestamp?, to: Timestamp?) {
        self.from = from
        self.to = to
    }

    /// Whether an instant lies in it.
    public func contains(_ instant: Timestamp) -> Bool {
        (from.map { $0 <= instant } ?? true) && (to.map { instant <= $0 } ?? true)
    }
}

extension TimePoint {
    /// The first and the last second of it: a whole day, or one instant twice.
    func ends(ahead: Bool, in context: QueryContext) -> (Timestamp, Timestamp) {
        func whole(_ day: Int64) -> (Timestamp, Timestamp) {
            let zone = context.zone
            return (zone.start(of: CivilDay(daysSince1970: day)), zone.start(of: CivilDay(daysSince1970: day + 1)) - 1)
        }
        switch self {
        case .now: return (context.now, context.now)
        case .yesterday: return whole(context.zone.local(context.now).day.daysSince1970 - 1)
        case .today: return whole(context.zone.local(context.now).day.daysSince1970)
        case .tomorrow: return whole(context.zone.local(context.now).day.daysSince1970 + 1)
        case .day(let day): return whole(day.daysSince1970)
        case .local(let local):
            let instant = context.zone.instant(local)
            return (instant, instant)
        case .instant(let instant): return (instant, instant)
        case .distance(let seconds):
            let instant = ahead ? context.now + seconds : context.now - seconds
            return (instant, instant)
        }
    }

    /// The distance from now, when that is what it is.
    var distance: Int64? {
        if case .distance(let seconds) = self { seconds } else { nil }
    }
}

extension TimeTest {
    /// The instants that fit, for a field at a time and in a zone.
    public func interval(of field: TimeField, in context: QueryContext) -> TimeInterval {
        let ahead = field.looksAhead
        func from(_ point: TimePoint) -> Timestamp { point.ends(ahead: ahead, in: context).0 }
        func to(_ point: TimePoint) -> Timestamp { point.ends(ahead: ahead, in: context).1 }
        // Looking back, the nearer is the later.
        func turned(_ point: TimePoint) -> Bool { point.distance != nil && !ahead }
        switch self {
        case .at(let point):
            guard point.distance != nil else { return TimeInterval(from: from(point), to: to(point)) }
            return ahead
                ? TimeInterval(from: context.now, to: to(point)) : TimeInterval(from: from(point), to: context.now)
        case .less(let point):
            return turned(point)
                ? TimeInterval(from: to(point) + 1, to: nil) : TimeInterval(from: nil, to: from(point) - 1)
        case .atMost(let point):
            return turned(point) ? TimeInterval(from: from(point), to: nil) : TimeInterval(from: nil, to: to(point))
        case .more(let point):
            return turned(point)
                ? TimeInterval(from: nil, to: from(point) - 1) : TimeInterval(from: to(point) + 1, to: nil)
        case .atLeast(let point):
            return turned(point) ? TimeInterval(from: nil, to: to(point)) : TimeInterval(from: from(point), to: nil)
        case .between(let first, let last):
            let swapped = turned(first) && turned(last)
            return swapped
                ? TimeInterval(from: from(last), to: to(first)) : TimeInterval(from: from(first), to: to(last))
        }
    }
}
