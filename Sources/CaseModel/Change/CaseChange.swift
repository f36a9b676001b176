/// What a person wants done to a case; the rules turn it into an event or a refusal.
public enum CaseChange: Equatable, Sendable {
    /// A new subject line.
    case subject(String)
    /// A new description.
    case description(String)
    /// The product in question, or none.
    case product(String?)
    /// A new status and what it needs, by what the policy calls it; closing and denying have verbs of their own.
    case status(Status, given: [String: String] = [:])
    /// A new agreed severity, and why.
    case severity(Severity, reason: String?)
    /// The severity that the customer asks for, and why.
    case requestSeverity(Severity, reason: String?)
    /// A fact of the case that no other verb is for: who calls, region, plan, entitlement, language, who commands.
    case fact(CaseField, String?)
    /// The request is about something else.
    case type(CaseType)
    /// I answer for it from now on.
    case take
    /// That agent answers for it from now on.
    case assign(AgentID)
    /// Nobody answers for it for now.
    case release
    /// It waits in that queue, or in none.
    case queue(QueueID?)
    /// Marks put on and taken off.
    case tags(adding: [String], removing: [String])
    /// I want to hear of it, or no longer.
    case watch(Bool)
    /// Out of sight until then; nil brings it back.
    case snooze(Timestamp?)
    /// An internal note.
    case note(String)
    /// A public reply to the customer.
    case reply(String)
    /// What the customer said.
    case hear(String)
    /// The customer was told what follows if nothing is heard or done.
    case remind(String)
    /// Support is denied for this issue, on a ground, by a person.
    case deny(ground: String, person: String?, text: String?)
    /// To another centre, with a note.
    case handOver(center: String, text: String)
    /// To the escalation team, with a summary.
    case escalate(summary: String)
    /// Closed for a reason; a duplicate names the other case.
    case close(ClosureReason, duplicateOf: CaseID?, text: String?)
    /// Open again.
    case reopen
    /// Something is wanted from the customer.
    case ask(kind: String, text: String, due: Timestamp?)
    /// An action item is done or declined, and what came of it.
    case settle(ActionItemID, ItemState, text: String? = nil)
    /// A field that the source had and the model has not.
    case extra(String, String?)
}

/// What is needed to log a case.
public struct NewCase: Equatable, Sendable {
    /// One line that says what it is about.
    public var subject: String
    /// The problem as the customer told it.
    public var description: String
    /// The severity the customer asks for.
    public var severity: Severity
    /// What the request is about.
    public var type: CaseType
    /// How it came in.
    public var channel: Channel
    /// The customer.
    public var account: AccountID
    /// The person who asks; nil for somebody who is not known at the customer.
    public var contact: ContactID?
    /// The name of somebody who is not known.
    public var stranger: String?
    /// The product in question.
    public var product: String?
    /// The partner acting for the customer.
    public var partner: AccountID?
    /// The language that is asked for.
    public var language: String?
    /// Whether the basic troubleshooting steps were done; nil when not asked.
    public var troubleshootingDone: Bool?

    /// A case to be logged.
    public init(
        subject: String, description: String = "", severity: Severity, type: CaseType, channel: Channel,
        account: AccountID, contact: ContactID?, product: String? = nil, partner: AccountID? = nil,
        language: String? = nil, troubleshootingDone: Bool? = nil, stranger: String? = nil
    ) {
        self.language = language
        self.stranger = stranger
        self.subject = subject
        self.description = description
        self.severity = severity
        self.type = type
        self.channel = channel
        self.account = account
        self.contact = contact
        self.product = product
        self.partner = partner
        self.troubleshootingDone = troubleshootingDone
    }
}
