/// An act as the journal keeps it.
public struct LedgerAct: Equatable, Sendable {
    /// As many of the newest acts of everybody are looked through for one that stays.
    public static let newestActs = 5000
    /// As many acts of one agent are.
    public static let fewActs = 50

    /// What kind of act.
    public enum Kind: String, CaseIterable, Sendable {
        /// Changes to cases.
        case edit
        /// A case was logged.
        case log
        /// An act was taken back.
        case undo
        /// An act that was taken back was done again.
        case redo
        /// Another system's data.
        case load
        /// Agents, queues, customers.
        case keep
        /// Records beside cases.
        case record
        /// Records beside cases, in a way that can be taken back.
        case amend

        /// Whether undo and redo can be about it.
        public var canTurn: Bool { self == .edit || self == .amend }
    }

    /// Whether an act still holds.
    public enum Standing: Int, CaseIterable, Sendable {
        /// It holds.
        case holds
        /// It was taken back, and can be done again.
        case takenBack
        /// It was taken back, and another act came after.
        case forgotten
    }

    /// The events that the act wrote to one case.
    public struct Touched: Equatable, Sendable {
        /// The case.
        public var caseID: CaseID
        /// The place of the first event.
        public var first: Int
        /// The place of the last event.
        public var last: Int

        /// A stretch of a case's events.
        public init(caseID: CaseID, first: Int, last: Int) {
            self.caseID = caseID
            self.first = first
            self.last = last
        }
    }

    /// The act's name.
    public var id: OperationID
    /// What kind of act.
    public var kind: Kind
    /// Who did it.
    public var actor: EventActor
    /// When, by the program's clock.
    public var at: Timestamp
    /// The real time, when that clock was fixed by hand.
    public var recordedAt: Timestamp?
    /// What was done, in words.
    public var words: String
    /// Which events it wrote; empty for loads.
    public var touched: [Touched]
    /// The act that an undo or redo is about.
    public var refersTo: OperationID?
    /// Whether it still holds.
    public var standing: Standing

    /// An act that holds.
    public init(
        id: OperationID, kind: Kind, actor: EventActor, at: Timestamp, recordedAt: Timestamp? = nil, words: String,
        touched: [Touched] = [], refersTo: OperationID? = nil, standing: Standing = .holds
    ) {
        self.id = id
        self.kind = kind
        self.actor = actor
        self.at = at
        self.recordedAt = recordedAt
        self.words = words
        self.touched = touched
        self.refersTo = refersTo
        self.standing = standing
    }

    /// The act as a line of the journal.
    public var entry: JournalEntry {
        JournalEntry(
            id: id, at: at, actor: actor, cases: touched.map(\.caseID), words: words, undone: standing != .holds,
            canTurn: kind.canTurn)
    }
}
