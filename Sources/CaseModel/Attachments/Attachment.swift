extension RecordKind {
    /// A file of a case, an action item or a record; its bytes are kept once, under their digest.
    public static let attachment = RecordKind(
        "attachment", "AT", act: .note, title: "name",
        [
            RecordField(account, .account, "the customer", source: "domain 11 row 5"),
            RecordField("on", .holder, "what it is attached to", source: "domain 11 row 61", fixed: true),
            RecordField("name", .text(1024), "its name, as it was given", source: "domain 11 row 61a", fixed: true),
            RecordField("size", .count(0...Int(Int32.max)), "how many bytes it has", source: "INF", fixed: true),
            RecordField("digest", .text(64), "the SHA-256 of its bytes", source: "reliability G2", fixed: true),
            RecordField("contact", .contact, "whom it came from", source: "INF"),
            RecordField("removed", .instant, "when it was taken away", source: "INF", act: .work),
        ])
}

/// A record that is an attachment, as the rules read it.
public struct Attachment: Equatable, Sendable {
    /// The record itself.
    public let record: Record

    /// Looks at a record; nil for one of another kind.
    public init?(_ record: Record) {
        guard record.kind == .attachment else { return nil }
        self.record = record
    }

    /// What it is attached to.
    public var holder: AttachmentHolder? { record["on"].flatMap { AttachmentHolder(text: $0) } }
    /// Its name as it was given; see ``safeName`` before it reaches a folder.
    public var name: String { record["name"] ?? "" }
    /// How many bytes it has.
    public var size: Int { record.count("size") ?? 0 }
    /// The SHA-256 of its bytes.
    public var digest: String { record["digest"] ?? "" }
    /// When it was taken away.
    public var removed: Timestamp? { record["removed"].flatMap { Timestamp(iso: $0) } }
    /// Whether it is still there.
    public var stands: Bool { record["removed"] == nil }
    /// The name under which it may be written into a folder.
    public var safeName: String { FileName.safe(name, else: "attachment-\(record.number)") }
}

/// A file to be attached.
public struct NewAttachment: Equatable, Sendable {
    /// What it is attached to.
    public var holder: AttachmentHolder
    /// Its name, as it was given.
    public var name: String
    /// Its bytes.
    public var content: [UInt8]
    /// Whom it came from.
    public var contact: ContactID?
    /// What to say of it.
    public var text: String?

    /// A file to be attached to something.
    public init(
        to holder: AttachmentHolder, name: String, content: [UInt8], contact: ContactID? = nil, text: String? = nil
    ) {
        self.holder = holder
        self.name = name
        self.content = content
        self.contact = contact
        self.text = text
    }
}
