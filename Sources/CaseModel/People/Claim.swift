/// Who says they act: the operating-system user, and the name they give when one account serves several people.
public struct Claim: Equatable, Sendable {
    /// The login name of the process's real user.
    public let login: String
    /// The real user number of the process.
    public let userNumber: UInt32
    /// The agent name given with `--as`; recorded beside the login, never instead of it.
    public let name: String?

    /// A claim as the program found it.
    public init(login: String, userNumber: UInt32, name: String? = nil) {
        self.login = login
        self.userNumber = userNumber
        self.name = name
    }
}

/// Who did something, as the event history keeps it.
public struct EventActor: Equatable, Sendable {
    /// The agent; nil for history that came from another system.
    public let agent: AgentID?
    /// The name at the time.
    public let name: String
    /// The operating-system login that recorded it.
    public let login: String

    /// The person and the login behind an event.
    public init(agent: AgentID?, name: String, login: String) {
        self.agent = agent
        self.name = name
        self.login = login
    }
}
