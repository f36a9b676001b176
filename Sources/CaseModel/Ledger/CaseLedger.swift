/// The place where cases lie, as the rules of writing see it inside one transaction: plain reading and writing.
///
/// What may be written, and what becomes of it, is decided by the extensions beside it, once for every kind of store.
/// A failure leaves the transaction to be dropped as a whole.
public protocol CaseLedger {
    // Reading.

    /// The policies of the store.
    var policies: PolicyBook { get }
    /// The active agents that have a login.
    func agents(withLogin login: String) throws(StoreError) -> [Agent]
    /// An agent by number.
    func agent(_ id: AgentID) throws(StoreError) -> Agent?
    /// All agents.
    func everyAgent() throws(StoreError) -> [Agent]
    /// A customer by number.
    func account(_ id: AccountID) throws(StoreError) -> Account?
    /// A person at a customer by number.
    func contact(_ id: ContactID) throws(StoreError) -> Contact?
    /// A queue by number.
    func queue(_ id: QueueID) throws(StoreError) -> Queue?
    /// An agent whose folded name is this.
    func agent(folded name: String) throws(StoreError) -> Agent?
    /// A customer whose folded name is this.
    func account(folded name: String) throws(StoreError) -> Account?
    /// The people whose folded name is this, at that customer or at none; the first to come first.
    func contacts(folded name: String, account: AccountID?) throws(StoreError) -> [Contact]
    /// A queue whose folded name is this.
    func queue(folded name: String) throws(StoreError) -> Queue?
    /// A case and its action items.
    func state(of id: CaseID) throws(StoreError) -> CaseState?
    /// The events of a case after a version, oldest first.
    func events(of id: CaseID, after version: Int) throws(StoreError) -> [CaseEvent]
    /// What became of an act that is remembered.
    func outcome(of id: OperationID) throws(StoreError) -> OperationOutcome?
    /// Among the edits of an agent with this standing, the newest, or the oldest.
    func act(of agent: AgentID, _ standing: LedgerAct.Standing, newest: Bool) throws(StoreError) -> LedgerAct?
    /// An agent's acts on records and people, and new cases, that came after an act (nil for all) and after it was done
    /// again, the newest first; at most ``LedgerAct/fewActs``, among the newest ``LedgerAct/newestActs`` of everybody.
    func actsThatStay(of agent: AgentID, after act: OperationID?) throws(StoreError) -> [LedgerAct]
    /// How many acts are remembered, ever.
    func revision() throws(StoreError) -> Int64
    /// What a load before this one knew of a history.
    func loaded(source: String, key: String) throws(StoreError) -> LoadedHistory?
    /// What a load before this one knew of a row.
    func loadedRow(source: String, kind: String, key: String) throws(StoreError) -> LoadedRow?
    /// Whether a row of a source became the thing of this number.
    func isLoaded(source: String, kind: String, number: Int64) throws(StoreError) -> Bool
    /// The records of a kind with exactly this title, folded, of a customer or of all; at most 50.
    func records(of kind: RecordKind, at account: AccountID?, titled: String) throws(StoreError) -> [Record]
    /// A record.
    func record(_ id: RecordID) throws(StoreError) -> Record?
    /// The records that are wanted, in order.
    func records(_ query: RecordQuery) throws(StoreError) -> [Record]
    /// The events of a record after a version, oldest first.
    func recordEvents(of id: RecordID, after version: Int) throws(StoreError) -> [RecordEvent]
    /// The events of records that an act wrote, by record.
    func recordEvents(writtenBy id: OperationID) throws(StoreError) -> [RecordEvent]
    /// The attachments of something, those of a case's action items with its own, by number; also those that were
    /// taken away.
    func attachments(on holder: AttachmentHolder) throws(StoreError) -> [Record]
    /// Whether an attachment that stands has the bytes of a digest.
    func isAttached(_ digest: String) throws(StoreError) -> Bool
    /// The bytes of a digest; nil when they are not kept.
    func content(of digest: String) throws(StoreError) -> [UInt8]?
    /// The digests of all bytes that are kept.
    func everyContent() throws(StoreError) -> [String]

    // Writing.

    /// Puts a policy in force, and brings up to it what cases are sorted and counted by.
    mutating func adopt(_ policy: Policy, at now: Timestamp) throws(StoreError)
    /// A number that no record of the kind has had.
    func nextNumber(of kind: RecordKind) throws(StoreError) -> Int64
    /// Adds an event to a record, and keeps what the record is after it.
    mutating func write(_ event: RecordEvent, to new: Record) throws(StoreError)
    /// Keeps bytes under their digest.
    mutating func keep(content bytes: [UInt8], as digest: String) throws(StoreError)
    /// Drops the bytes of a digest.
    mutating func dropContent(of digest: String) throws(StoreError)

    /// A case number nobody has had.
    mutating func nextCaseID() throws(StoreError) -> CaseID
    /// Adds events to a case, and replaces what the case was by what it is; `old` is nil for a case that is new.
    mutating func write(_ events: [CaseEvent], from old: CaseState?, to new: CaseState) throws(StoreError)
    /// Keeps an act in the journal, with its answers for when it is sent again.
    mutating func remember(_ act: LedgerAct, outcome: OperationOutcome) throws(StoreError)
    /// Says whether an act still holds.
    mutating func mark(_ id: OperationID, _ standing: LedgerAct.Standing) throws(StoreError)
    /// What the agent took back stays taken back.
    mutating func forgetTakenBack(by agent: AgentID) throws(StoreError)
    /// Writes an agent; number 0 gives a new one.
    mutating func put(_ agent: Agent) throws(StoreError) -> Agent
    /// Writes a customer; number 0 gives a new one.
    mutating func put(_ account: Account) throws(StoreError) -> Account
    /// Writes a person at a customer; number 0 gives a new one.
    mutating func put(_ contact: Contact) throws(StoreError) -> Contact
    /// Writes a queue; number 0 gives a new one.
    mutating func put(_ queue: Queue) throws(StoreError) -> Queue
    /// Keeps what a load knows of a history.
    mutating func keep(_ history: LoadedHistory, source: String, key: String) throws(StoreError)
    /// Keeps what a load knows of a row.
    mutating func keep(_ row: LoadedRow, source: String, kind: String, key: String) throws(StoreError)
}

/// What a load knows of a history, to recognise it next time.
public struct LoadedHistory: Equatable, Sendable {
    /// The case here.
    public var caseID: CaseID
    /// How many entries were taken over.
    public var count: Int
    /// The digest of these entries.
    public var digest: UInt64
    /// The digests of its beginnings, see ``HistoryDigest/beginnings``; none in stores made before format 5.
    public var beginnings: [UInt32]

    /// A history that was taken over.
    public init(caseID: CaseID, count: Int, digest: UInt64, beginnings: [UInt32]) {
        self.caseID = caseID
        self.count = count
        self.digest = digest
        self.beginnings = beginnings
    }

    /// - Parameter isWhole: false when it named somebody or something that is not here, so that it is looked at again.
    init(caseID: CaseID, _ digest: HistoryDigest, isWhole: Bool) {
        self.init(
            caseID: caseID, count: digest.beginnings.count, digest: isWhole ? digest.value : 0,
            beginnings: digest.beginnings)
    }

    /// Whether everything it named was here.
    var isWhole: Bool { digest != 0 }
}
