/// One support case as it stands now; the sum of its events.
public struct Case: Equatable, Sendable {
    /// The case number, shown as `CS-1000001`.
    public var id: CaseID
    /// The number it had in the system it was imported from.
    public var externalID: String?
    /// One line that says what it is about; at most ``CaseLimits/subject`` bytes.
    public var subject: String
    /// The problem as the customer told it; at most ``CaseLimits/text`` bytes.
    public var description: String
    /// What the request is about.
    public var type: CaseType
    /// Where it stands.
    public var status: Status
    /// The severity agreed with the customer.
    public var severity: Severity
    /// The severity the customer asked for.
    public var requestedSeverity: Severity
    /// The customer.
    public var account: AccountID?
    /// The person who asked.
    public var contact: ContactID?
    /// The partner acting for the customer.
    public var partner: AccountID?
    /// The product in question.
    public var product: String?
    /// How the request came in.
    public var channel: Channel?
    /// The queue it waits in.
    public var queue: QueueID?
    /// The agent who answers for it.
    public var owner: AgentID?
    /// When it was logged.
    public var openedAt: Timestamp
    /// When an engineer first answered the customer.
    public var firstResponseAt: Timestamp?
    /// When anything last happened to it.
    public var updatedAt: Timestamp
    /// When it was closed.
    public var closedAt: Timestamp?
    /// Why it was closed.
    public var closureReason: ClosureReason?
    /// The case it repeats, when closed as a duplicate.
    public var duplicateOf: CaseID?
    /// Out of sight until then.
    public var snoozedUntil: Timestamp?
    /// Free marks, sorted, each without blanks and commas.
    public var tags: [String]
    /// Agents who want to hear of it, sorted.
    public var watchers: [AgentID]
    /// What the source knew and the model has no field for, by column name.
    public var extra: [String: String]
    /// How many events it has; every write names the version it started from.
    public var version: Int
    /// The plans it is covered by, with `+` between them: codes of the policy.
    public var plan: String?
    /// The entitlement that covers it.
    public var entitlement: RecordID?
    /// The region whose hours count: a code of the policy.
    public var region: String?
    /// The centre that holds it: a code of the policy.
    public var center: String?
    /// The mark of the policy edition its clocks run by (domain 11, row 1); nil runs none.
    public var policy: String?
    /// Who commands its critical situation.
    public var criticalSituationManager: AgentID?
    /// The language that was asked for.
    public var language: String?
    /// What could not be verified or holds it up and is still open: codes of conditions, sorted.
    public var flags: [String]
    /// What its status needed and was given, by what the policy calls it: who is awaited, until when.
    public var given: [String: String]
    /// How the clock of the first response stands.
    public var response: ClockFace
    /// How the clock of the next answer stands.
    public var followUp: ClockFace
    /// The words that its codes are understood by.
    let words: Vocabulary

    /// A case with the fields every case has; the rest is empty.
    ///
    /// - Parameter severity: the mildest unless it is said.
    public init(
        id: CaseID, subject: String, severity: Severity? = nil, openedAt: Timestamp, words: Vocabulary
    ) {
        let severity = severity ?? words.mildest
        self.words = words
        self.id = id
        self.subject = subject
        self.description = ""
        self.type = words.usualType
        self.status = words.start
        self.severity = severity
        self.requestedSeverity = severity
        self.openedAt = openedAt
        self.updatedAt = openedAt
        self.tags = []
        self.watchers = []
        self.extra = [:]
        self.version = 0
        self.flags = []
        self.given = [:]
        self.response = .none
        self.followUp = .none
    }
}

extension Case {
    /// The codes of the plans it is covered by.
    public var plans: [String] { plan?.split(separator: "+").map(String.init) ?? [] }
}

/// Caps on what a person may type, in UTF-8 bytes (reliability D6).
public enum CaseLimits {
    /// A subject, a name, a product, one value of an extra field typed by hand.
    public static let subject = 1024
    /// A tag, the kind of an action item, the name of an extra field.
    public static let mark = 128
    /// A description, a note, a reply.
    public static let text = 1 << 20
}
