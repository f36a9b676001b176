/// One thing that happened to a case; never changed or removed once written.
public struct CaseEvent: Equatable, Sendable {
    /// The case.
    public var caseID: CaseID
    /// Its place in the case's history, 1 for the first; the case's version after it.
    public var seq: Int
    /// When it happened.
    public var at: Timestamp
    /// The real time of writing, when the clock was fixed by hand; nil otherwise.
    public var recordedAt: Timestamp?
    /// Who did it.
    public var actor: EventActor
    /// What was done.
    public var action: EventAction
    /// Which fields changed, and how.
    public var changes: [FieldChange]
    /// The note, the reply, the summary, the reason given.
    public var text: String?
    /// The act it belongs to.
    public var operation: OperationID
    /// The event (by place) that this one takes back or puts back.
    public var refersTo: Int?
    /// Conditions of the policy that did not hold, and the case was held or a warning said.
    public var remarks: [GuardRemark]

    /// An event with all its fields.
    public init(
        caseID: CaseID, seq: Int, at: Timestamp, recordedAt: Timestamp? = nil, actor: EventActor,
        action: EventAction, changes: [FieldChange] = [], text: String? = nil, operation: OperationID,
        refersTo: Int? = nil, remarks: [GuardRemark] = []
    ) {
        self.remarks = remarks
        self.caseID = caseID
        self.seq = seq
        self.at = at
        self.recordedAt = recordedAt
        self.actor = actor
        self.action = action
        self.changes = changes
        self.text = text
        self.operation = operation
        self.refersTo = refersTo
    }
}

extension CaseEvent {
    /// Whether a person agreed a severity with the customer: what the customer asks for changes what it asked for, too.
    public var agreesSeverity: Bool {
        action == .changed && changes.contains { $0.field == .severity }
            && !changes.contains { $0.field == .requestedSeverity }
    }
}

/// A condition that did not hold when something was done all the same.
public struct GuardRemark: Equatable, Sendable {
    /// How strongly it holds: hold or warn.
    public let strength: Policy.Guard
    /// The code of the condition.
    public let condition: String

    /// A condition and its strength.
    public init(_ strength: Policy.Guard, _ condition: String) {
        self.strength = strength
        self.condition = condition
    }

    /// As events keep it: `warn on-shift`.
    public var code: String { "\(strength.rawValue) \(condition)" }

    /// Reads ``code``; nil for anything else.
    public init?(code: some StringProtocol) {
        let parts = code.split(separator: " ")
        guard parts.count == 2, let strength = Policy.Guard(rawValue: String(parts[0])) else { return nil }
        self.init(strength, String(parts[1]))
    }
}

/// One field of a case before and after.
public typealias FieldChange = ValueChange<CaseField>

/// What an event did, as one word.
public enum EventAction: String, CaseIterable, Hashable, Sendable {
    /// The case was logged.
    case logged
    /// A row of another system's history.
    case imported
    /// Fields were changed.
    case changed
    /// Somebody took it.
    case taken
    /// It was given to somebody.
    case assigned
    /// Its owner let it go.
    case released
    /// It moved to another queue.
    case moved
    /// An internal note.
    case noted
    /// A public reply, recorded.
    case replied
    /// What the customer said, recorded.
    case heard
    /// The customer was told what follows if nothing is heard or done.
    case reminded
    /// Support was denied for this issue.
    case denied
    /// It went to another centre.
    case handedOver = "handed-over"
    /// It was escalated with a summary.
    case escalated
    /// Something was asked of the customer.
    case asked
    /// An action item was done or declined.
    case settled
    /// It was put out of sight, or back.
    case snoozed
    /// It was closed.
    case closed
    /// It was opened again.
    case reopened
    /// An earlier event was taken back.
    case undone
    /// An event that was taken back holds again.
    case redone
}
