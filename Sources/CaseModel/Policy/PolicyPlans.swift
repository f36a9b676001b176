extension Policy {
    /// A record that is no more than a code with a name.
    public struct Named: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// Where this comes from.
        public let origin: Origin
    }

    /// A kind of case, which picks a column of the targets (domain 13, row 11).
    public typealias CaseKind = Named

    /// A plan that a customer can buy (domain 1).
    public struct Plan: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// One short word for it; the code where the file gives none.
        public let short: String
        /// What kind of plan it is.
        public let kind: PlanKind
        /// What the customer gets.
        public let benefits: [String]
        /// Hours of scheduled support, if any.
        public let scheduledHours: Int?
        /// The days on which it holds.
        public let validity: Validity
        /// Codes of the roles it opens.
        public let roles: [String]
        /// Whether it has targets of its own.
        public let hasTargets: Bool
        /// How a machine under it is replaced; nil for a plan that sets no time for it.
        public let replacement: Replacement?
        /// Where this comes from.
        public let origin: Origin
    }

    /// How a machine under a plan is replaced (domain 6).
    public struct Replacement: Equatable, Sendable {
        /// How long it may take once it is authorised.
        public let time: ClockTarget
        /// In which way it comes.
        public let way: String?
        /// The code of the step that must be reached by then; nil judges none.
        public let until: String?
        /// Whether it comes so only to sites near a centre, in the centre's country.
        public let isNear: Bool
    }

    /// The kinds of plan.
    public enum PlanKind: String, CaseIterable, Sendable {
        /// Support of software.
        case software
        /// Support of software with people assigned to the customer.
        case premium
        /// Maintenance of hardware.
        case hardware
        /// Only together with another plan.
        case addOn = "add-on"
    }

    /// The days on which something holds; an end that is nil is open.
    public struct Validity: Equatable, Sendable {
        /// The first day.
        public let from: CivilDay?
        /// The last day.
        public let to: CivilDay?

        /// From a day to a day, either of them without end.
        public init(from: CivilDay? = nil, to: CivilDay? = nil) {
            self.from = from
            self.to = to
        }

        /// Whether a day is among them.
        public func contains(_ day: CivilDay) -> Bool { (from ?? day) <= day && day <= (to ?? day) }
    }

    /// A line of a table by plan and severity: the plans it is for, and a value for each severity (domain 2.1, 2.2).
    public struct PlanLine<Value: Equatable & Sendable>: Equatable, Sendable {
        /// Its name.
        public let name: String
        /// What the customer must have: all plans of any of these sets; the empty set is any plan.
        public let plans: [Set<String>]
        /// The kind of case it is for; nil for every kind.
        public let kind: String?
        /// The values by severity.
        public let values: [String: Value]
        /// Where this comes from.
        public let origin: Origin

        /// The largest of its sets that a customer has whole; nil when there is none.
        func match(_ owned: Set<String>) -> Set<String>? {
            plans.filter { $0.isSubset(of: owned) }.max { $0.count < $1.count }
        }
    }
}
