/// One act of one person: what is wanted, by whom, when, and under which name it is remembered.
public struct Operation: Equatable, Sendable {
    /// Made up before sending; a store answers a repeated one with the first result.
    public var id: OperationID
    /// Who says they act.
    public var claim: Claim
    /// When, by the program's clock.
    public var at: Timestamp
    /// The real time, when the program's clock was fixed by hand; nil otherwise.
    public var recordedAt: Timestamp?
    /// What is wanted.
    public var edits: [CaseEdit]
    /// What taking back may do without asking.
    public var leave = UndoLeave()

    /// An act on one or several cases.
    public init(id: OperationID, claim: Claim, at: Timestamp, recordedAt: Timestamp? = nil, edits: [CaseEdit]) {
        self.id = id
        self.claim = claim
        self.at = at
        self.recordedAt = recordedAt
        self.edits = edits
    }
}

/// What taking back may do without asking whoever wants it.
public struct UndoLeave: Equatable, Sendable {
    /// Whether it may pass over a newer act that stays: one of some on records, or a new case.
    public var passesStaying: Bool
    /// The acts that the person has in mind, any other being only told of; nil for whichever is the newest.
    public var acts: Set<OperationID>?

    /// What taking back may do; everything, unless it is said.
    public init(passesStaying: Bool = true, acts: Set<OperationID>? = nil) {
        self.passesStaying = passesStaying
        self.acts = acts
    }
}

/// Changes wanted on one case: all of them or none.
public struct CaseEdit: Equatable, Sendable {
    /// The case.
    public var caseID: CaseID
    /// The version the person saw; nil takes the newest, which cannot conflict.
    public var base: Int?
    /// The changes, in order; each becomes one event.
    public var changes: [CaseChange]

    /// Changes wanted on one case.
    public init(_ caseID: CaseID, base: Int?, _ changes: [CaseChange]) {
        self.caseID = caseID
        self.base = base
        self.changes = changes
    }
}

/// What became of one edit.
public enum EditOutcome: Equatable, Sendable {
    /// Written: the events, and whether others' changes to other fields were kept beside it.
    case done(CaseID, version: Int, events: [CaseEvent], merged: Bool)
    /// Everything was so already.
    case unchanged(CaseID)
    /// A rule or a right stands against it.
    case refused(CaseID, Refusal)
    /// Somebody else changed the same field.
    case conflict(Conflict)
    /// There is no such case.
    case notFound(CaseID)
}

/// What became of an act.
public struct OperationOutcome: Equatable, Sendable {
    /// The act.
    public var id: OperationID
    /// One answer for each edit, in order.
    public var edits: [EditOutcome]
    /// What was written to records that can be taken back, or taken back of it.
    public var records: [RecordEvent]
    /// What an undo or redo was about, in words; nil otherwise.
    public var subject: String?
    /// Why an undo took nothing back, though it could; nil otherwise.
    public var doubt: UndoDoubt?

    /// The answers to an act.
    public init(id: OperationID, edits: [EditOutcome], records: [RecordEvent] = [], subject: String? = nil) {
        self.id = id
        self.records = records
        self.edits = edits
        self.subject = subject
    }
}

/// One line of the journal: an act, and whether it still holds.
public struct JournalEntry: Equatable, Sendable {
    /// The act.
    public var id: OperationID
    /// When.
    public var at: Timestamp
    /// Who.
    public var actor: EventActor
    /// The cases it touched.
    public var cases: [CaseID]
    /// What was done, in words: `took CS-1000001`.
    public var words: String
    /// Taken back since.
    public var undone: Bool
    /// Whether undo and redo can be about it; loads, agents and undos themselves are only told of.
    public var canTurn: Bool

    /// A line of the journal.
    public init(
        id: OperationID, at: Timestamp, actor: EventActor, cases: [CaseID], words: String, undone: Bool,
        canTurn: Bool
    ) {
        self.id = id
        self.at = at
        self.actor = actor
        self.cases = cases
        self.words = words
        self.undone = undone
        self.canTurn = canTurn
    }
}
