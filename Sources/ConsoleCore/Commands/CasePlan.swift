public import CaseModel

/// What a command wants done to cases, ready for the store; console and shell make it by the same code.
public struct CasePlan: Equatable, Sendable {
    /// The cases as they were typed; empty means the marked ones or the one under the cursor.
    public var references: [String]
    /// The one case that the changes name by themselves, as that of an action item; nil for others.
    public var caseID: CaseID?
    /// The case that a duplicate repeats, as it was typed; ``repeats(_:)`` puts it into the changes.
    public var duplicateOf: String?
    /// What is wanted on each of them, in order.
    public private(set) var changes: [CaseChange]
    /// The version the caller saw, if it was given.
    public var ifVersion: Int?

    /// A plan.
    public init(references: [String] = [], _ changes: [CaseChange], ifVersion: Int? = nil) {
        self.references = references
        self.changes = changes
        self.ifVersion = ifVersion
    }

    /// The case that a duplicate repeats is found.
    public mutating func repeats(_ other: CaseID) {
        duplicateOf = nil
        changes = changes.map { change in
            guard case .close(let reason, _, let text) = change else { return change }
            return .close(reason, duplicateOf: other, text: text)
        }
    }
}

/// The one case that a typed number means, of those the store found for it; nil when there is none.
///
/// - Throws: a problem that names the cases when there are several: none of them is meant more than the others.
public func oneCase(_ reference: String, among found: [CaseID]) throws(CallProblem) -> CaseID? {
    guard found.count > 1 else { return found.first }
    let list = found.prefix(8).map(\.description).joined(separator: ", ")
    throw CallProblem("\(reference) is the number of several cases: \(list).", "Use one of these.")
}

/// The people and places a plan may name.
public struct Directory: Equatable, Sendable {
    /// Everybody.
    public var agents: [Agent] { didSet { version += 1 } }
    /// Every queue.
    public var queues: [Queue] { didSet { version += 1 } }
    /// Who acts; `me` means this one.
    public var me: AgentID?
    /// The words of the store's policies.
    public var words: Vocabulary
    /// The display zone, in which times without an offset are told.
    public var zone: Zone
    /// The time from which words such as `tomorrow` count; nil reads written times alone.
    public var now: Timestamp?
    /// Grows whenever people or places come anew, so that what follows from them is worked out anew.
    private(set) var version = 0

    /// People and places.
    public init(
        agents: [Agent] = [], queues: [Queue] = [], me: AgentID? = nil, words: Vocabulary = .none, zone: Zone = .utc,
        now: Timestamp? = nil
    ) {
        self.now = now
        self.words = words
        self.zone = zone
        self.agents = agents
        self.queues = queues
        self.me = me
    }
}

extension Directory {
    /// The agent of a name, folded; `me` is the one who acts; a beginning is enough when only one active agent has it.
    ///
    /// Somebody who left is meant only by the whole name or number, for the store to say so.
    public func agent(named name: String) throws(CallProblem) -> AgentID {
        try expectName(name, "agent")
        if name == "me" {
            guard let me else { throw CallProblem("You are no agent of this store.", "Name an agent instead of me.") }
            return me
        }
        if let id = AgentID(text: name), agents.contains(where: { $0.id == id }) { return id }
        let folded = Words.fold(name)
        if let whole = agents.first(where: { Words.fold($0.name) == folded }) { return whole.id }
        let active = agents.filter(\.active)
        return try one("agent", name, active.map { ($0.name, $0.id) })
    }

    /// The queue of a name, folded; a beginning is enough when only one queue has it.
    public func queue(named name: String) throws(CallProblem) -> QueueID {
        try one("queue", name, queues.map { ($0.name, $0.id) })
    }

    /// Stops at a name that is empty or shows nothing: every name begins with it.
    private func expectName(_ name: String, _ kind: String) throws(CallProblem) {
        guard Words.isBlank(name) else { return }
        throw CallProblem("The name of the \(kind) is empty.", "Give a name, or the beginning of one.")
    }

    private func one<ID>(_ kind: String, _ name: String, _ known: [(String, ID)]) throws(CallProblem) -> ID {
        try expectName(name, kind)
        let folded = Words.fold(name)
        if let exact = known.first(where: { Words.fold($0.0) == folded }) { return exact.1 }
        let beginning = known.filter { Words.fold($0.0).hasPrefix(folded) }
        if beginning.count == 1, let only = beginning.first { return only.1 }
        if beginning.count > 1 {
            let names = beginning.prefix(4).map(\.0).joined(separator: ", ")
            throw CallProblem("Several \(kind)s begin with \(name): \(names).", "Type more of the name.")
        }
        throw CallProblem.unknown(kind, name, among: known.map(\.0))
    }
}
