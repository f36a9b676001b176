// Records of a store in memory.

extension MemoryCases {
    func record(_ id: RecordID) -> Record? { records[id] }
    func records(_ query: RecordQuery) -> [Record] { query.matching(records.values) }
    func recordEvents(of id: RecordID, after version: Int) -> [RecordEvent] {
        (recordHistories[id] ?? []).filter { $0.seq > version }
    }
    func recordEvents(writtenBy id: OperationID) -> [RecordEvent] {
        recordHistories.values.joined().filter { $0.operation == id }
            .sorted { ($0.record, $0.seq) < ($1.record, $1.seq) }
    }
    func nextNumber(of kind: RecordKind) -> Int64 { Int64(records.keys.count { $0.kind == kind.code }) + 1 }

    func attachments(on holder: AttachmentHolder) -> [Record] {
        records.values.filter { record in
            guard let other = Attachment(record)?.holder else { return false }
            if case .item(let id) = holder { return other.caseID == id }
            return other == holder
        }
        .sorted { $0.number < $1.number }
    }
    func isAttached(_ digest: String) -> Bool {
        records.values.contains { Attachment($0).map { $0.stands && $0.digest == digest } ?? false }
    }
    func content(of digest: String) -> [UInt8]? { contents[digest] }
    func everyContent() -> [String] { contents.keys.sorted() }

    mutating func keep(content bytes: [UInt8], as digest: String) { contents[digest] = bytes }
    mutating func dropContent(of digest: String) { contents[digest] = nil }

    mutating func write(_ event: RecordEvent, to new: Record) {
        records[new.id] = new
        recordHistories[new.id, default: []].append(event)
    }
}

extension MemoryCaseStore {
    /// The records that are wanted.
    public func records(_ query: RecordQuery) async throws(StoreError) -> RecordList {
        let records = cases.records(query)
        return RecordList(
            records: records, names: try cases.names(in: records), goesOn: records.count >= query.limit)
    }

    /// One record with its history.
    public func recordFile(_ id: RecordID) async throws(StoreError) -> RecordFile {
        guard let file = try cases.file(id) else { throw .notFound("\(id.kind) \(id)") }
        return file
    }

    /// The attachments of something.
    public func attachments(on holder: AttachmentHolder) async throws(StoreError) -> [RecordFile] {
        try cases.files(on: holder)
    }

    /// The bytes of an attachment.
    public func content(of attachment: RecordID) async throws(StoreError) -> [UInt8] {
        try cases.content(of: attachment)
    }

    /// Attaches a file.
    public func attach(_ file: NewAttachment, _ operation: Operation) async throws(StoreError) -> RecordOutcome {
        try change { (cases) throws(StoreError) in try cases.attach(file, operation) }
    }

    /// Does what an act wants of records.
    public func keep(_ edits: [RecordEdit], _ operation: Operation) async throws(StoreError) -> RecordOutcome {
        try change { (cases) throws(StoreError) in try cases.keep(edits, operation) }
    }
}
