public import CaseModel

/// What is known once the store is open: who acts, and under which circumstances.
public struct Session: Equatable, Sendable {
    /// The agent; nil for a login that may only read.
    public var agent: Agent?
    /// Why the login may only read; nil when it may write.
    public var refusal: Refusal?
    /// What the store is called in the title line, such as `demo`; empty for the usual one.
    public var storeName: String
    /// The display zone.
    public var zone: Zone
    /// The store's revision when it was opened.
    public var revision: Int64
    /// The policies of the store.
    public var policies: PolicyBook
    /// The centre of who acts, with its clock.
    var center = CenterClock()

    /// The circumstances of a console.
    public init(
        agent: Agent?, refusal: Refusal? = nil, storeName: String = "", zone: Zone = .utc, revision: Int64 = 0,
        policies: PolicyBook
    ) {
        self.policies = policies
        self.agent = agent
        self.refusal = refusal
        self.storeName = storeName
        self.zone = zone
        self.revision = revision
    }
}

extension Refusal {
    /// The program was started to look only.
    public static let readOnlyOption = Refusal(
        rule: "read-only", message: "This console was started to look only.",
        remedy: "Start it without --read-only to change cases.")
}
