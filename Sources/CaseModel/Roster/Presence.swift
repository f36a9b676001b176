/// When somebody works, seen from one instant.
public struct Presence: Equatable, Sendable {
    /// When the person can be reached: the class of the role (domain 11, row 56); nil where the policy does not say.
    public let availability: Policy.Availability?
    /// Whether it is within the person's hours.
    public let isOnShift: Bool
    /// When these hours end; nil when they do not, or have not begun.
    public let until: Timestamp?
    /// When they begin next; nil when they have begun, or nobody knows.
    public let next: Timestamp?
    /// Why nobody knows, in words; nil where it is known.
    public let unknown: String?

    /// Whether the person can be given something now: whoever is there at any hour always can.
    public var isReachable: Bool { isOnShift || availability == .always }
}

extension Policy {
    /// When an agent works, under the coverage of a plan where the role leaves it to the plan.
    ///
    /// A shift is told by the clocks of the agent's centre. In business hours the centre's hours and holidays count
    /// beside it; around the clock the shift alone does, and without one the person is always there.
    public func presence(
        of agent: Agent, at instant: Timestamp, coverage: Coverage? = nil, zones: (String) -> Zone?
    ) -> Presence {
        let role = role(agent.role)
        let stated = role?.availability
        func unknown(_ words: String) -> Presence {
            Presence(availability: stated, isOnShift: false, until: nil, next: nil, unknown: words)
        }
        if let role, stated == nil { return unknown("the policy does not say when a \(role.name) is there") }
        if stated == .always, agent.shift == nil {
            return Presence(availability: stated, isOnShift: true, until: nil, next: nil, unknown: nil)
        }
        guard let code = agent.center else { return unknown("no centre is named") }
        guard let center = center(code) else { return unknown("the policy has no centre \(code)") }
        guard let hours = calendar(of: center, zones: zones) else { return unknown("its time zone is not known") }
        var calendars: [WorkCalendar] = []
        let isBusiness = stated == .business || (stated == .plan && coverage == .business)
        if isBusiness || agent.shift == nil { calendars.append(hours) }
        if let shift = agent.shift {
            do throws(Refusal) {
                calendars.append(
                    WorkCalendar(name: shift, zone: hours.zone, hours: try self.hours(ofShift: shift)))
            } catch {
                return unknown("the policy has no shift \(shift)")
            }
        }
        guard let stretch = calendars.stretch(at: instant) else { return unknown("the hours never come") }
        let isOpen = stretch.contains(instant)
        return Presence(
            availability: stated, isOnShift: isOpen, until: isOpen ? stretch.to : nil,
            next: isOpen ? nil : stretch.from, unknown: nil)
    }
}
