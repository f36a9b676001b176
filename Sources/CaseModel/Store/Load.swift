/// Who loads what into a store: one transaction, from ``CaseStore/beginLoad(_:)`` to ``CaseStore/finishLoad()``.
public struct LoadHeader: Equatable, Sendable {
    /// The name of the source, such as a preset's; it keeps the numbers of two systems apart.
    public var source: String
    /// Who loads.
    public var claim: Claim
    /// When, by the program's clock.
    public var at: Timestamp
    /// The real time, when the program's clock was fixed by hand; nil otherwise.
    public var recordedAt: Timestamp?
    /// The act in the journal.
    public var operation: OperationID
    /// The fields whose missing names are added; nil for all of a case.
    ///
    /// A name that is neither found nor added is told.
    public var adds: Set<String>?

    /// The source of what this program wrote itself (`export`).
    public static let ownSource = "caseload"

    /// A load to begin.
    public init(
        source: String, claim: Claim, at: Timestamp, recordedAt: Timestamp? = nil, operation: OperationID,
        adds: Set<String>? = nil
    ) {
        self.source = source
        self.claim = claim
        self.at = at
        self.recordedAt = recordedAt
        self.operation = operation
        self.adds = adds
    }
}

/// One thing to load; people and places are known by name and made when missing.
public enum LoadRecord: Equatable, Sendable {
    /// A customer; the identifier is ignored, the name decides. Who is above it in its group is named as well.
    case account(Account, above: String? = nil)
    /// A person at a customer, named by the account's name.
    case contact(Contact, accountName: String?)
    /// Somebody who works on cases.
    case agent(Agent)
    /// A queue.
    case queue(name: String)
    /// A case with its history.
    case history(CaseHistory)
    /// A record with its history.
    case record(RecordHistory)
    /// One row of a table of people, customers or records.
    case row(LoadRow)
    /// The end of such a table: what rows said of rows that came after them can be found now.
    case endOfRows
}

/// The history of one case as another system tells it.
public struct CaseHistory: Equatable, Sendable {
    /// The case's number in the source; kept as its external identifier; nil for a case that has none.
    public var key: String?
    /// Where it stands in the file, for messages: 1 for the first line.
    public var line: Int
    /// What happened, oldest first.
    public var entries: [HistoryEntry]
    /// Whether region, cover and what could not be verified are found of the customer's records, as when people log a
    /// case; false where the source alone says them.
    public var findsCover: Bool

    /// A history to load.
    public init(key: String?, line: Int, entries: [HistoryEntry], findsCover: Bool = false) {
        self.key = key
        self.line = line
        self.entries = entries
        self.findsCover = findsCover
    }
}

/// One row of a history.
public struct HistoryEntry: Equatable, Sendable {
    /// When it happened.
    public var at: Timestamp
    /// Who did it, by name.
    public var actor: String
    /// What kind of row: `imported` for a snapshot, `noted`, `replied`, `asked`, `settled`… for the demonstration data.
    public var action: EventAction
    /// The fields as they stood then; a field that is missing stays as it was, a nil empties it.
    ///
    /// Owner, watchers (with commas between), queue, account, contact and partner are names here; everything else as
    /// events keep it. The case number inside an action item's field is replaced by that of the case.
    public var values: [CaseField: String?]
    /// The note, the reply.
    public var text: String?

    /// A row of a history.
    public init(
        at: Timestamp, actor: String, action: EventAction = .imported, values: [CaseField: String?], text: String? = nil
    ) {
        self.at = at
        self.actor = actor
        self.action = action
        self.values = values
        self.text = text
    }
}

/// What a load did so far, counted in records.
public struct LoadCounts: Equatable, Sendable {
    /// Cases, or whatever the load is of, that were not there.
    public var created = 0
    /// Those that got new events.
    public var updated = 0
    /// Those that had everything already.
    public var unchanged = 0
    /// Rows that could not be taken; each is among the problems.
    public var rejected = 0
    /// Events written.
    public var events = 0
    /// Fields a person changed since the last load, which therefore were left alone.
    public var conflicts: [LoadConflict] = []
    /// What else a person should look at; at most ``problemLimit``.
    public internal(set) var problems: [LoadProblem] = []
    /// How many problems there were beyond those kept.
    public internal(set) var furtherProblems = 0

    /// The most problems that are kept with their words.
    public static let problemLimit = 1000

    /// Nothing yet.
    public init() {}
}

/// A field that a person changed and the source would overwrite.
public struct LoadConflict: Equatable, Sendable {
    /// The line of the file.
    public var line: Int
    /// The case here.
    public var caseID: CaseID
    /// The field with the value here (left) and in the source (not written).
    public var change: FieldChange

    /// A value that was left alone.
    public init(line: Int, caseID: CaseID, change: FieldChange) {
        self.line = line
        self.caseID = caseID
        self.change = change
    }
}
