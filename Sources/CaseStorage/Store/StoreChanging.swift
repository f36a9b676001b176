public import CaseModel

extension SQLiteCaseStore: CaseStore {
    /// Logs a case.
    public func log(_ new: NewCase, _ operation: Operation) async throws(StoreError) -> CaseFile {
        let id = try await writer().change(operation.claim.login) { (ledger) throws(StoreError) in
            try ledger.log(new, operation)
        }
        return try await caseFile(id)
    }

    /// Does what an act wants, edit by edit.
    public func apply(_ operation: Operation) async throws(StoreError) -> OperationOutcome {
        try await writer().change(operation.claim.login) { (ledger) throws(StoreError) in
            try ledger.perform(operation)
        }
    }

    /// Takes back the claimant's newest act that still holds.
    public func undo(_ operation: Operation) async throws(StoreError) -> OperationOutcome {
        try await writer().change(operation.claim.login) { (ledger) throws(StoreError) in try ledger.undo(operation) }
    }

    /// Does again what the claimant took back last.
    public func redo(_ operation: Operation) async throws(StoreError) -> OperationOutcome {
        try await writer().change(operation.claim.login) { (ledger) throws(StoreError) in try ledger.redo(operation) }
    }

    /// Does what an act wants of records.
    public func keep(_ edits: [RecordEdit], _ operation: Operation) async throws(StoreError) -> RecordOutcome {
        try await writer().change(operation.claim.login) { (ledger) throws(StoreError) in
            try ledger.keep(edits, operation)
        }
    }

    /// Attaches a file.
    public func attach(_ file: NewAttachment, _ operation: Operation) async throws(StoreError) -> RecordOutcome {
        try await writer().change(operation.claim.login) { (ledger) throws(StoreError) in
            try ledger.attach(file, operation)
        }
    }

    /// Erases a person's data, also from the parts of the file that are free.
    public func erase(_ wish: Erasure, _ operation: Operation) async throws(StoreError) -> ErasureReport {
        var report = try await writer().change(operation.claim.login) { (ledger) throws(StoreError) in
            try ledger.erase(wish, operation)
        }
        guard mode == .readWrite else { return report }
        do throws(StoreError) {
            try await writer().clear("\(operation.claim.login) erases data")
        } catch {
            report.remarks.append(
                "It is erased, and the file could not be cleared of what is free in it: \(error) "
                    + "Do it again when nobody else has it open.")
        }
        return report
    }

    /// Adds or changes an agent.
    public func save(
        _ agent: Agent, seen: Agent?, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) async throws(StoreError) -> Agent {
        try await writer().change(claim.login) { (ledger) throws(StoreError) in
            try ledger.save(agent, seen: seen, by: claim, at: now, recordedAt: recordedAt)
        }
    }

    /// Adds or changes a customer.
    public func save(
        _ account: Account, seen: Account?, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) async throws(StoreError) -> Account {
        try await writer().change(claim.login) { (ledger) throws(StoreError) in
            try ledger.save(account, seen: seen, by: claim, at: now, recordedAt: recordedAt)
        }
    }

    /// Adds or changes people at customers.
    public func save(
        _ edits: [ContactEdit], by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) async throws(StoreError) -> [Contact] {
        try await writer().change(claim.login) { (ledger) throws(StoreError) in
            try ledger.save(edits, by: claim, at: now, recordedAt: recordedAt)
        }
    }

    /// Adds or finds a queue.
    public func addQueue(
        _ name: String, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) async throws(StoreError) -> Queue {
        try await writer().change(claim.login) { (ledger) throws(StoreError) in
            try ledger.addQueue(name, by: claim, at: now, recordedAt: recordedAt)
        }
    }

    /// Puts a policy in force.
    public func adopt(
        _ policy: Policy, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) async throws(StoreError) {
        try await writer().change(claim.login) { (ledger) throws(StoreError) in
            try ledger.use(policy, by: claim, at: now, recordedAt: recordedAt)
        }
    }

    /// Opens a load.
    public func beginLoad(_ header: LoadHeader) async throws(StoreError) { try await writer().beginLoad(header) }

    /// Adds records to the load.
    public func load(_ records: [LoadRecord]) async throws(StoreError) -> LoadCounts {
        try await writer().load(records)
    }

    /// Keeps the load.
    public func finishLoad() async throws(StoreError) { try await writer().finishLoad() }

    /// Drops the load.
    public func abandonLoad() async {
        // A store that cannot be written has no load to drop.
        if let writer = try? writer() { await writer.abandonLoad() }
    }
}
