extension Policy {
    /// How badly a customer is hit (domain 4).
    public struct SeverityLevel: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its place, 1 for the worst.
        public let rank: Int
        /// A few words.
        public let name: String
        /// What it means.
        public let meaning: String?
        /// Whether it is a critical situation.
        public let isCritical: Bool
        /// Words of other systems that mean it.
        public let also: [String]
        /// Where this comes from.
        public let origin: Origin
    }

    /// Where a case can stand (domain 12).
    public struct StatusKind: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its words on screens.
        public let name: String
        /// One short word.
        public let short: String
        /// What it is in the life of a case.
        public let role: StatusRole
        /// The groups it belongs to.
        public let groups: Set<StatusGroup>
        /// What it does to the first-response clock until there is a response.
        public let firstResponse: ClockEffect
        /// What it does to the follow-up clock.
        public let followUp: ClockEffect
        /// Whether its cases carry a mark.
        public let isMarked: Bool
        /// What must be given for a case to stand there.
        public let needs: [String]
        /// The key that chooses it in a list; one sign.
        public let key: String?
        /// Codes of the statuses that usually come next.
        public let next: [String]
        /// Words of other systems that mean it.
        public let also: [String]
        /// What it means.
        public let meaning: String?
        /// Where this comes from.
        public let origin: Origin
    }

    /// What a status is in the life of a case.
    public enum StatusRole: String, CaseIterable, Sendable {
        /// Where every case begins.
        case start
        /// Cover or caller are in question.
        case doubtful
        /// Nobody works on it yet.
        case queued
        /// Somebody works on it.
        case worked
        /// People who know more have it.
        case escalated
        /// Somebody else's turn.
        case waiting
        /// A solution awaits confirmation.
        case offered
        /// Support is refused.
        case refused
        /// The end.
        case final
    }

    /// Groups of statuses in queries and transitions.
    public enum StatusGroup: String, CaseIterable, Sendable {
        /// Not at an end.
        case open
        /// Somebody's work goes on.
        case working
        /// The customer or a third party is awaited.
        case waiting
        /// Nobody is awaited: it rests by agreement.
        case onHold = "on-hold"
        /// Its members change among each other freely.
        case free
    }

    /// What a status does to a clock.
    public enum ClockEffect: String, CaseIterable, Sendable {
        /// It runs.
        case runs
        /// It stands still meanwhile.
        case pauses
        /// It ends.
        case stops
    }

    /// How strongly a condition holds (domain 12).
    public enum Guard: String, CaseIterable, Comparable, Sendable {
        /// It is not done: the record would be wrong.
        case refuse
        /// It is done, logged and flagged; nobody is turned away.
        case hold
        /// It is said and recorded; the person decides.
        case warn

        /// Orders by strength, the mildest first.
        public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .warn: 1
            case .hold: 2
            case .refuse: 3
            }
        }
    }

    /// Statuses that a transition names: codes, or a group.
    public enum StatusSet: Equatable, Sendable {
        /// No case yet.
        case none
        /// The one it has.
        case same
        /// Any.
        case any
        /// Those of a group.
        case group(StatusGroup)
        /// One.
        case status(String)
    }

    /// A row of what may follow what (domain 12).
    public struct Transition: Equatable, Sendable {
        /// Its name.
        public let name: String
        /// What happens.
        public let event: String
        /// Where the case stands before; any of these.
        public let from: [StatusSet]
        /// Codes of statuses that do not count among them.
        public let except: [String]
        /// Where it stands afterwards.
        public let to: StatusSet
        /// Where it stands when a condition does not hold and only holds it up; nil for where `to` leads.
        public let otherwise: String?
        /// When the row is meant.
        public let when: Circumstances
        /// The code of the reason with which it closes, if it says one.
        public let closure: String?
        /// Codes of conditions of other rows that do not count where this one is meant.
        public let lifts: [String]
        /// Codes of conditions, each with its strength, in the order of the file.
        public let requirements: [Requirement]
        /// The strongest that conditions hold at critical severities, by their codes, whichever row asks them.
        public let ceilings: [String: Guard]
        /// Where this comes from.
        public let origin: Origin

        /// What can happen to a case: acts that ask their rows by name, and the names of changes of the status.
        static let events = [
            "log", "take", "assign", "escalate", "close", "silence", "reopen", "cure", "deny", "change-severity",
            "become-critical", "hand-over", "settle", "verify", "mend-cover", "move", "ask", "give-back", "offer",
        ]
    }

    /// When a row is meant; empty lists are all.
    public struct Circumstances: Equatable, Sendable {
        /// Whether it is for critical severities alone.
        public let onlyCritical: Bool
        /// Codes of channels.
        public let channels: [String]
        /// Codes of request types.
        public let types: [String]
        /// Codes of plans.
        public let plans: [String]
    }

    /// A condition of a transition.
    public struct Requirement: Equatable, Sendable {
        /// The code of the condition.
        public let condition: String
        /// How strongly it holds.
        public let strength: Guard
    }

    /// What must be true, in words (domain 12).
    public struct Condition: Equatable, Sendable {
        /// The code of the condition that a critical situation has somebody who commands it.
        public static let managerNamed = "manager-named"

        /// Its code.
        public let code: String
        /// What must be true.
        public let says: String
        /// What would satisfy it.
        public let mend: String
        /// Where this comes from.
        public let origin: Origin
    }

    /// Why a case is closed (domain 7.5).
    public struct Closure: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its words.
        public let name: String
        /// What must be given with it.
        public let needs: [String]
        /// Words of other systems that mean it.
        public let also: [String]
        /// Where this comes from.
        public let origin: Origin
    }

    /// Whether a case may go from a status by a row; nil stands for a case that is not logged yet.
    public func allows(_ transition: Transition, from status: String?) -> Bool {
        guard let status else { return transition.from.contains(.none) }
        guard !transition.except.contains(status) else { return false }
        return transition.from.contains { contains($0, status) }
    }

    /// Whether a status is among those that a transition names.
    public func contains(_ set: StatusSet, _ status: String) -> Bool {
        switch set {
        case .none, .same: false
        case .any: true
        case .group(let group): lifeCycle.members[group]?.contains(status) ?? false
        case .status(let code): code == status
        }
    }
}

extension Policy.StatusKind {
    /// Stands in where a policy has no status at all, which no policy that can be read has.
    static let unnamed = Policy.StatusKind(
        code: "", name: "", short: "", role: .start, groups: [.open], firstResponse: .runs, followUp: .runs,
        isMarked: false, needs: [], key: nil, next: [], also: [], meaning: nil, origin: .none)
}

extension Policy.SeverityLevel {
    /// Stands in where a policy has no severity at all, which no policy that can be read has.
    static let unnamed = Policy.SeverityLevel(
        code: "", rank: 1, name: "", meaning: nil, isCritical: false, also: [], origin: .none)
}
