// Files of cases and records: who may attach and remove them, how large they may be, and what has to stay true.

extension CaseLedger {
    /// Attaches a file; an act that is remembered is answered as before.
    ///
    /// Bytes that are kept already are kept once.
    public mutating func attach(_ file: NewAttachment, _ operation: Operation) throws(StoreError) -> RecordOutcome {
        if try outcome(of: operation.id) != nil { return try keep([], operation) }
        guard try isThere(file.holder) else { throw .notFound("\(file.holder)") }
        let values: [String: String?] = [
            "on": file.holder.description, "name": file.name, "contact": file.contact?.description,
        ]
        var edit = RecordEdit(adding: .attachment, values.filter { $0.value != nil }, text: file.text)
        try give(file.content, to: &edit)
        return try keep([edit], operation)
    }

    /// Keeps the bytes of a new attachment, and completes what is wanted of it by what they are.
    mutating func give(_ bytes: [UInt8], to edit: inout RecordEdit) throws(StoreError) {
        let name = (edit.values["name"] ?? nil) ?? ""
        try refusing { () throws(Refusal) in try checkSize(bytes.count, of: name, in: policies.inForce) }
        let digest = SHA256.text(of: bytes)
        if try content(of: digest) == nil { try keep(content: bytes, as: digest) }
        edit.values["size"] = String(bytes.count)
        edit.values["digest"] = digest
        let holder = (edit.values["on"] ?? nil).flatMap { AttachmentHolder(text: $0) }
        if let account = try holder.flatMap({ holder throws(StoreError) in try account(of: holder) }) {
            edit.values[RecordKind.account] = account.description
        }
    }

    /// The customer of what a file is attached to.
    func account(of holder: AttachmentHolder) throws(StoreError) -> AccountID? {
        switch holder {
        case .item(let id): try state(of: id)?.item.account
        case .asked(let id): try state(of: id.caseID)?.item.account
        case .record(let id): try record(id)?.account
        }
    }

    /// Whether what a file is attached to is there.
    func isThere(_ holder: AttachmentHolder) throws(StoreError) -> Bool {
        switch holder {
        case .item(let id): try state(of: id) != nil
        case .asked(let id): try state(of: id.caseID)?.items.contains { $0.id == id } ?? false
        case .record(let id): try record(id) != nil
        }
    }

    /// What an edit of an attachment may not do: make one of bytes that are not here, or bring back one whose bytes
    /// may be gone.
    func checkAttachment(_ new: Record, from old: Record) throws(StoreError) {
        guard let attachment = Attachment(new) else { return }
        if old.version == 0 {
            guard let bytes = try content(of: attachment.digest), bytes.count == attachment.size else {
                throw .refused(.noContent)
            }
        } else if old["removed"] != nil, new["removed"] != old["removed"] {
            throw .refused(.staysRemoved(new.id))
        }
    }

    /// Drops the bytes of an attachment that was taken away, when no other has them.
    mutating func dropContent(after new: Record) throws(StoreError) {
        guard let attachment = Attachment(new), !attachment.stands, try !isAttached(attachment.digest) else { return }
        try dropContent(of: attachment.digest)
    }

    /// The attachments of something, each with its history.
    public func files(on holder: AttachmentHolder) throws(StoreError) -> [RecordFile] {
        guard try isThere(holder) else { throw .notFound("\(holder)") }
        var files: [RecordFile] = []
        for record in try attachments(on: holder) {
            if let file = try file(record.id) { files.append(file) }
        }
        return files
    }

    /// The bytes of an attachment.
    public func content(of id: RecordID) throws(StoreError) -> [UInt8] {
        guard let record = try record(id), let attachment = Attachment(record) else {
            throw .notFound("attachment \(id)")
        }
        guard attachment.stands else { throw .refused(.wasRemoved(id)) }
        guard let bytes = try content(of: attachment.digest), SHA256.text(of: bytes) == attachment.digest else {
            throw .damaged("the bytes of \(id) are not those that were attached")
        }
        return bytes
    }

    /// What does not hold of the bytes that are kept: each is what its digest says, and somebody refers to it.
    public func contentFaults() throws(StoreError) -> [String] {
        var faults: [String] = []
        for digest in try everyContent() {
            let bytes = try content(of: digest)
            if bytes.map(SHA256.text(of:)) != digest {
                faults.append("The bytes of the digest \(digest) are not those that were attached.")
            }
            if try !isAttached(digest) { faults.append("Nothing refers to the bytes of the digest \(digest).") }
        }
        return faults
    }

    /// What does not hold of an attachment and its bytes.
    func contentFaults(of record: Record) throws(StoreError) -> [String] {
        guard let attachment = Attachment(record), attachment.stands else { return [] }
        guard let size = try content(of: attachment.digest)?.count else {
            return ["\(record.id): its bytes are not there."]
        }
        return size == attachment.size ? [] : ["\(record.id) has \(size) bytes, not \(attachment.size)."]
    }
}

extension Refusal {
    static let noAttachmentSize = Refusal(
        rule: "attachment-size", message: "The policy does not say how large an attached file may be.",
        remedy: "Give it a [threshold \"attachment-size\"] with bytes, KiB or MiB (policy export, policy use).")

    static func tooLarge(_ name: String, _ limit: String) -> Refusal {
        Refusal(
            rule: "attachment-size", message: "\(name) is too large to be attached: \(limit) fit.",
            remedy: "Attach the part that matters, or keep it elsewhere and note where.")
    }

    static let noContent = Refusal(
        rule: "attachment-content", message: "An attachment is made of a file.",
        remedy: "Use: caseload attach ID FILE.")

    static func staysRemoved(_ id: RecordID) -> Refusal {
        Refusal(
            rule: "attachment-removed", message: "\(id) was taken away, and stays so.", remedy: "Attach the file again."
        )
    }

    static func wasRemoved(_ id: RecordID) -> Refusal {
        Refusal(
            rule: "attachment-removed", message: "\(id) was taken away.",
            remedy: "See when and why with: caseload attachment list --all.")
    }
}
