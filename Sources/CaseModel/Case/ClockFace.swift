/// How a clock of a case stands, kept beside the case so that lists can tell without its history.
public struct ClockFace: Equatable, Sendable {
    /// How it stood after the last event; one that runs turns into a breach by itself, see ``phase(at:)``.
    public let phase: ClockState.Phase
    /// When an answer is due; nil while it stands still and where none is.
    public let due: Timestamp?
    /// The first second at which it is too late; nil where it never is.
    public let lateFrom: Timestamp?
    /// The words of the target; nil where there is none.
    public let target: String?

    /// A clock with all its parts.
    public init(phase: ClockState.Phase, due: Timestamp?, lateFrom: Timestamp?, target: String?) {
        self.phase = phase
        self.due = due
        self.lateFrom = lateFrom
        self.target = target
    }

    /// No clock.
    public static let none = ClockFace(phase: .none, due: nil, lateFrom: nil, target: nil)

    /// Whether the target is one of business hours or days, whichever hours count in the end.
    public var isInBusinessTime: Bool {
        [ClockTarget.Unit.businessHours, .businessDays].contains { target?.contains($0.name) ?? false }
    }

    /// Whether an answer is still owed.
    public var isOwed: Bool { phase == .running || phase == .paused }

    /// The clock that decides what comes next: that of the first response while it is owed, then that of the next answer
    /// while this is; when none is owed, that of the first response.
    public static func next(_ response: ClockFace, _ followUp: ClockFace) -> ClockFace {
        followUp.isOwed && !response.isOwed ? followUp : response
    }

    /// How it stands at an instant after the last event.
    public func phase(at now: Timestamp) -> ClockState.Phase {
        guard phase == .running, let lateFrom, now >= lateFrom else { return phase }
        return .breached
    }
}

extension ClockState.Phase {
    /// Nil where there is no clock, as JSON and queries say it.
    public var orNil: ClockState.Phase? { self == .none ? nil : self }
}
