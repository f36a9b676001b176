/// What a file is attached to.
public enum AttachmentHolder: Hashable, Sendable, CustomStringConvertible {
    /// A case.
    case item(CaseID)
    /// Something that was asked of a customer.
    case asked(ActionItemID)
    /// A record beside cases, such as a contract.
    case record(RecordID)

    /// Reads `CS-1000001`, `AI-1000001-1` or the number of a record; nil for anything else, and for an attachment.
    public init?(text: some StringProtocol) {
        if let id = ActionItemID(text: text) {
            self = .asked(id)
        } else if let id = RecordID(text: text) {
            guard id.kind != RecordKind.attachment.code else { return nil }
            self = .record(id)
        } else if let id = CaseID(text: text) {
            self = .item(id)
        } else {
            return nil
        }
    }

    /// The number as people see and type it.
    public var description: String {
        switch self {
        case .item(let id): id.description
        case .asked(let id): id.description
        case .record(let id): id.description
        }
    }

    /// The case it belongs to; nil for a record.
    public var caseID: CaseID? {
        switch self {
        case .item(let id): id
        case .asked(let id): id.caseID
        case .record: nil
        }
    }
}
