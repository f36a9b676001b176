/// Where a case stands (domain 12).
public enum Status: String, CaseIterable, Hashable, Sendable {
    /// Logged; Customer Service verifies the entitlement.
    case new
    /// Cover or caller could not be verified.
    case held
    /// Verified, awaiting an engineer.
    case open
    /// An engineer works on it.
    case wip
    /// Something is due from the customer.
    case cust
    /// A third party's ticket is open.
    case vendor
    /// On hold by agreement.
    case hold
    /// A senior engineer looks at it.
    case review
    /// Transferred to the escalation team.
    case esc
    /// Code-level analysis.
    case eng
    /// A fix or workaround awaits confirmation.
    case solved
    /// Support denied for this issue.
    case denied
    /// Final, with a reason.
    case closed

    /// The word shown on screens (domain 12, column Display).
    public var words: String {
        switch self {
        case .new: "New"
        case .held: "Cover problem"
        case .open: "Open"
        case .wip: "In Progress"
        case .cust: "Waiting on Customer"
        case .vendor: "Waiting on third party"
        case .hold: "Suspended"
        case .review: "In review"
        case .esc: "Assigned to Escalation Team"
        case .eng: "Development analysis"
        case .solved: "Solution offered"
        case .denied: "Support denied"
        case .closed: "Closed"
        }
    }

    /// Any status but closed and denied (query language, `is:open`).
    public var isOpen: Bool { self != .closed && self != .denied }

    /// Somebody's work goes on (query language, `is:working`).
    public var isWorking: Bool { Status.working.contains(self) }

    /// The statuses of `is:working`.
    public static let working: Set<Status> = [.open, .wip, .cust, .vendor, .hold, .review, .esc, .eng]

    /// The statuses that move freely among each other, `solved` with them (domain 12).
    public var isFree: Bool { isWorking || self == .solved }
}
