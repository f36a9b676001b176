/// Where cases live: the model's verbs, and no word of how they are kept.
///
/// Every write checks rights and versions and leaves its events, all in one transaction. Answers are values.
public protocol CaseStore: Sendable {
    /// The policies of the store.
    var policies: PolicyBook { get async throws(StoreError) }

    // Looking.

    /// How many cases a query finds.
    func count(_ query: CaseQuery, _ context: QueryContext) async throws(StoreError) -> Int
    /// The first rows of a query, at most `limit`; fast however many there are.
    func firstPage(_ query: CaseQuery, sort: [SortKey], limit: Int, _ context: QueryContext)
        async throws(StoreError) -> [CaseSummary]
    /// The numbers of the first cases of a query, at most `limit`; for who counts some and shows fewer.
    func firstIDs(_ query: CaseQuery, sort: [SortKey], limit: Int, _ context: QueryContext)
        async throws(StoreError) -> [CaseID]
    /// The numbers of all cases a query finds, in order.
    func orderedIDs(_ query: CaseQuery, sort: [SortKey], _ context: QueryContext)
        async throws(StoreError) -> [CaseID]
    /// The rows of these cases, in this order; those that are gone are left out.
    func summaries(_ ids: [CaseID]) async throws(StoreError) -> [CaseSummary]
    /// These cases in full, in this order, without their histories; those that are gone are left out.
    func records(_ ids: [CaseID]) async throws(StoreError) -> CaseRecords
    /// One case with its people, its history and its action items.
    func caseFile(_ id: CaseID) async throws(StoreError) -> CaseFile
    /// The cases that a typed number means: the number here, or the one in the source.
    func cases(named reference: String) async throws(StoreError) -> [CaseID]
    /// How many open cases wait in each queue: for the queue picker.
    func openCounts() async throws(StoreError) -> [QueueCount]
    /// All agents, by name.
    func agents() async throws(StoreError) -> [Agent]
    /// All queues, by name.
    func queues() async throws(StoreError) -> [Queue]
    /// The accounts of these numbers that there are, by number, each once.
    func accounts(_ ids: [AccountID]) async throws(StoreError) -> [Account]
    /// The contacts of these numbers that there are, by number, each once.
    func contacts(_ ids: [ContactID]) async throws(StoreError) -> [Contact]
    /// Accounts whose folded name begins with, or contains, a folded text, or whose number it is; at most `limit`.
    func accounts(matching text: String, limit: Int) async throws(StoreError) -> [Account]
    /// Contacts whose folded name or address begins with, or contains, a folded text, or whose number it is; those who
    /// left come after the others; at most `limit`.
    func contacts(matching text: String, account: AccountID?, limit: Int) async throws(StoreError) -> [Contact]
    /// Customers as a roster shows them, in order; fast however many there are.
    func roster(_ query: RosterQuery) async throws(StoreError) -> [RosterLine]
    /// The people who are wanted, in order; fast however many there are.
    func contacts(_ query: ContactQuery) async throws(StoreError) -> [Contact]
    /// How much there is of what has titles with counts; nothing is counted for it.
    func totals() async throws(StoreError) -> StoreTotals
    /// The records that are wanted, in order, with the names they mention.
    func records(_ query: RecordQuery) async throws(StoreError) -> RecordList
    /// One record with its history.
    func recordFile(_ id: RecordID) async throws(StoreError) -> RecordFile
    /// What alerts are to be raised, which are over, and which stand; for a watch that goes on, never for a key.
    func alerts(_ watch: AlertWatch) async throws(StoreError) -> AlertRound
    /// The attachments of something, those of a case's action items with its own; also those that were taken away.
    func attachments(on holder: AttachmentHolder) async throws(StoreError) -> [RecordFile]
    /// The bytes of an attachment.
    func content(of attachment: RecordID) async throws(StoreError) -> [UInt8]
    /// The agent behind a claim; a refusal when there is none.
    func agent(for claim: Claim) async throws(StoreError) -> Agent
    /// The newest acts first, at most `limit`; of one agent, or of everybody.
    func journal(of agent: AgentID?, limit: Int) async throws(StoreError) -> [JournalEntry]
    /// A number that changes whenever anybody changes anything.
    func revision() async throws(StoreError) -> Int64

    // Changing.

    /// Logs a case.
    func log(_ new: NewCase, _ operation: Operation) async throws(StoreError) -> CaseFile
    /// Does what an act wants, edit by edit.
    func apply(_ operation: Operation) async throws(StoreError) -> OperationOutcome
    /// Takes back the claimant's newest act that is not taken back yet; `operation.edits` stays empty.
    func undo(_ operation: Operation) async throws(StoreError) -> OperationOutcome
    /// Does again what the claimant took back last; nothing after another act.
    func redo(_ operation: Operation) async throws(StoreError) -> OperationOutcome
    /// Does what an act wants of records, all of it or nothing; `operation.edits` stays empty.
    func keep(_ edits: [RecordEdit], _ operation: Operation) async throws(StoreError) -> RecordOutcome
    /// Attaches a file; `operation.edits` stays empty.
    func attach(_ file: NewAttachment, _ operation: Operation) async throws(StoreError) -> RecordOutcome
    /// Erases a person's data on request, for good; `operation.edits` stays empty.
    func erase(_ wish: Erasure, _ operation: Operation) async throws(StoreError) -> ErasureReport
    // `recordedAt` is the real time, when the program's clock was fixed by hand; nil otherwise. `seen` is what the person
    // saw before the change: only fields in which it differs are written, and `.peopleConflict` when others changed the
    // same ones; nil takes what is there now, which cannot conflict.

    /// Adds an agent, or changes the one with the same number; number 0 adds.
    func save(_ agent: Agent, seen: Agent?, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?)
        async throws(StoreError) -> Agent
    /// Adds a customer, or changes the one with the same number; number 0 adds, or finds the one with that name,
    /// and refuses when that one is known otherwise.
    func save(_ account: Account, seen: Account?, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?)
        async throws(StoreError) -> Account
    /// Adds people at customers, or changes those with the same numbers, as one act, all of it or nothing; number 0
    /// adds, or finds the one with that name at that account of whom nothing else is known than what is given.
    func save(_ edits: [ContactEdit], by claim: Claim, at now: Timestamp, recordedAt: Timestamp?)
        async throws(StoreError) -> [Contact]
    /// Adds a queue, or finds the one with that name.
    func addQueue(_ name: String, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?)
        async throws(StoreError) -> Queue

    /// Puts a policy in force; cases keep the edition they remember.
    func adopt(_ policy: Policy, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?) async throws(StoreError)

    // Loading much at once.

    /// Opens a load: one transaction that others wait for.
    func beginLoad(_ header: LoadHeader) async throws(StoreError)
    /// Adds records to the load and counts what all of it did so far; an error drops the load.
    func load(_ records: [LoadRecord]) async throws(StoreError) -> LoadCounts
    /// Writes the load; nothing of it was there before.
    func finishLoad() async throws(StoreError)
    /// Drops the load.
    func abandonLoad() async

    // Care.

    /// Checks that what the store keeps agrees with itself, and says what it found.
    func verify() async throws(StoreError) -> VerifyReport
}

// Under the host's own clock there is no second time to record.

extension CaseStore {
    /// The account of a number; nil when there is none.
    public func account(_ id: AccountID) async throws(StoreError) -> Account? { try await accounts([id]).first }

    /// The contact of a number; nil when there is none.
    public func contact(_ id: ContactID) async throws(StoreError) -> Contact? { try await contacts([id]).first }
}

extension CaseStore {
    /// Adds or changes an agent, under the host's clock.
    public func save(_ agent: Agent, by claim: Claim, at now: Timestamp) async throws(StoreError) -> Agent {
        try await save(agent, seen: nil, by: claim, at: now, recordedAt: nil)
    }

    /// Adds, finds or changes a customer, under the host's clock.
    public func save(_ account: Account, by claim: Claim, at now: Timestamp) async throws(StoreError) -> Account {
        try await save(account, seen: nil, by: claim, at: now, recordedAt: nil)
    }

    /// Adds, finds or changes a person at a customer, under the host's clock.
    public func save(_ contact: Contact, by claim: Claim, at now: Timestamp) async throws(StoreError) -> Contact {
        try await save(contact, seen: nil, by: claim, at: now, recordedAt: nil)
    }

    /// Adds, finds or changes one person at a customer.
    public func save(
        _ contact: Contact, seen: Contact?, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) async throws(StoreError) -> Contact {
        let edit = ContactEdit(contact, seen: seen)
        return try await save([edit], by: claim, at: now, recordedAt: recordedAt).first ?? contact
    }

    /// Adds or finds a queue, under the host's clock.
    public func addQueue(_ name: String, by claim: Claim, at now: Timestamp) async throws(StoreError) -> Queue {
        try await addQueue(name, by: claim, at: now, recordedAt: nil)
    }
}

/// How many open cases wait in a queue.
public struct QueueCount: Equatable, Sendable {
    /// The queue; nil for cases in none.
    public var queue: QueueID?
    /// Open cases in it.
    public var open: Int
    /// Those of severity 1.
    public var critical: Int

    /// Counts of one queue.
    public init(queue: QueueID?, open: Int, critical: Int) {
        self.queue = queue
        self.open = open
        self.critical = critical
    }
}

/// Cases in full, and the names behind their identifiers.
public struct CaseRecords: Equatable, Sendable {
    /// The cases.
    public var items: [Case]
    /// The names that any of them mentions.
    public var names: Names

    /// Cases with their names.
    public init(items: [Case], names: Names) {
        self.items = items
        self.names = names
    }
}
