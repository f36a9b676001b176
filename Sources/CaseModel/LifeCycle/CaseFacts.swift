/// What the rules of the life cycle ask about a case and what is done to it; nil is not known here and is taken to hold.
///
/// The store knows all of it when it writes; a picker that only shows what can be chosen knows less.
public struct CaseFacts: Equatable, Sendable {
    /// The caller may open cases for the customer.
    public var callerMayOpen: Bool?
    /// The customer was covered for the product when the case was logged.
    public var isCovered: Bool?
    /// What covers it, where something does.
    public var coveredBy: RecordID?
    /// The customer agreed to cooperate in finding and mending problems.
    public var cooperates: Bool?
    /// The customer has a number at which it can be called back.
    public var hasCallBack: Bool?
    /// The expertise of who is to work on it includes the product.
    public var isExpert: Bool?
    /// Who is to work on it is on shift.
    public var isOnShift: Bool?
    /// The centre that is to have it is open.
    public var isCenterOpen: Bool?
    /// The number of the last item that the customer was asked for, also of one that was taken back.
    public var lastItem: Int?
    /// Since when it is a critical situation.
    public var declaredAt: Timestamp?
    /// A severity was agreed with the customer, and that was not taken back.
    public var isSeverityAgreed: Bool?
    /// How often the customer was reminded since it last said something.
    public var reminders: Int?
    /// How often the customer was reminded since the case was logged or opened again.
    public var notices: Int?
    /// The end of the silence after which it may be closed; nil where the policy has no period.
    public var silenceEnds: Timestamp?

    /// The day that it is for the customer.
    public var today: CivilDay?

    /// Nothing known.
    public init() {}
}

/// What is on its way into a case, as conditions look at it.
struct Attempt {
    /// The case as it would be.
    var item: Case
    /// What is asked of the customer.
    var items: [ActionItem]
    /// The time.
    let now: Timestamp
    /// A reason, a summary, whatever was written with it.
    var text: String?
    /// Whether basic troubleshooting was answered; nil where that is not the question.
    var troubleshooting: Bool?
    /// The activity that is settled, and whether what came of it is told; nil where that is not the question.
    var settled: (kind: Policy.ItemKind, isTold: Bool)?
    /// What is known besides.
    let facts: CaseFacts
    /// The policy in force.
    let policy: Policy
}
