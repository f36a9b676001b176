/// The wish that a person's data be erased.
public struct Erasure: Equatable, Sendable {
    /// The person.
    public var contact: ContactID
    /// Who asked for it, in words.
    public var requestedBy: String
    /// Another form of the name; also for a person who is erased already.
    public var also: String?
    /// Also in texts that people wrote, wherever they name the person.
    public var texts: Bool
    /// Also the files that came from the person.
    public var attachments: Bool

    /// A wish to erase.
    public init(
        of contact: ContactID, onRequestOf who: String, also: String? = nil, texts: Bool = false,
        attachments: Bool = false
    ) {
        self.contact = contact
        requestedBy = who
        self.also = also
        self.texts = texts
        self.attachments = attachments
    }
}

/// What an erasure did, and what it could not do.
public struct ErasureReport: Equatable, Sendable {
    /// The person as the store knows it now.
    public var contact: Contact
    /// Events of cases and records in which something was replaced.
    public var events = 0
    /// Lines of the journal in which something was replaced.
    public var acts = 0
    /// Attachments that were taken away.
    public var attachments: [RecordID] = []
    /// Texts that name the person and were left as they are.
    public var left: [Mention] = []
    /// Texts that have a word of the name and may mean the person, or another.
    public var likely: [Mention] = []
    /// What else a person should know, such as places that could not be cleared just now.
    public var remarks: [String] = []

    init(contact: Contact) {
        self.contact = contact
    }

    /// The most mentions that are listed of each sort.
    static let limit = 1000
}

/// A text in which somebody is, or may be, named.
public struct Mention: Equatable, Sendable, CustomStringConvertible {
    /// The case or the record.
    public var of: String
    /// The place of its event.
    public var event: Int
    /// What holds the text: a field, or `text` for the words of the event.
    public var field: String

    /// The place in words.
    public var description: String { "\(of), event \(event): \(field)" }
}

/// Where data of persons stand, as the erasing sees it inside one transaction; texts are given and taken one event at a
/// time, so that none of it grows with the store.
public protocol ErasingLedger: CaseLedger {
    /// Goes through every event of every case, case by case.
    func eachEvent(_ body: (CaseEvent) throws(StoreError) -> Void) throws(StoreError)
    /// Goes through every event of every record, record by record.
    func eachRecordEvent(_ body: (RecordEvent) throws(StoreError) -> Void) throws(StoreError)
    /// Goes through every line of the journal.
    func eachAct(_ body: (LedgerAct, OperationOutcome) throws(StoreError) -> Void) throws(StoreError)

    /// Lets texts of events be replaced until ``endErasing(of:by:)``; nothing else of them ever can be.
    mutating func beginErasing(_ contact: ContactID) throws(StoreError)
    /// Forbids it again, and remembers the act.
    mutating func endErasing(_ contact: ContactID, by act: OperationID) throws(StoreError)
    /// Replaces texts of a case's events, and what the case was by what it is.
    mutating func rewrite(_ events: [CaseEvent], from old: CaseState, to new: CaseState) throws(StoreError)
    /// Replaces texts of a record's events, and what the record was by what it is.
    mutating func rewrite(_ events: [RecordEvent], to new: Record) throws(StoreError)
    /// Replaces the words of an act and of its answers.
    mutating func rewrite(_ act: LedgerAct, outcome: OperationOutcome) throws(StoreError)
    /// Replaces texts in whatever else is kept, such as what a load remembers of its rows.
    mutating func sweep(_ replace: (String) -> String) throws(StoreError)
}
