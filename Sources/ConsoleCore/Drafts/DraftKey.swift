public import CaseModel

/// Which text a draft is: one of each kind for a case, and one for several cases at once.
public struct DraftKey: Hashable, Sendable {
    /// What the text was to become.
    public enum Kind: String, Hashable, CaseIterable, Sendable {
        /// An internal note.
        case note
        /// A public reply.
        case reply
        /// The summary of an escalation.
        case escalation
        /// A subject line.
        case subject
        /// Tags.
        case tags
        /// The number of the case that a duplicate repeats.
        case duplicate
        /// A last word on closing.
        case closing
        /// What a status or a change of the severity needs.
        case need
        /// The fields of a form.
        case form
        /// What is asked of the customer.
        case request
        /// When that is wanted.
        case due
        /// What the customer said.
        case heard
        /// What the customer is told to expect.
        case notice
        /// Why support is denied.
        case denial
        /// The note for the next centre.
        case handOver = "handover"
        /// Until when a case is out of sight.
        case until
        /// What came of an action item.
        case result
    }

    /// What the text was to become.
    public var kind: Kind
    /// The case; nil for a text on several.
    public var caseID: CaseID?
    /// The form, for the fields of one.
    public var form: FormID?

    /// Names a draft.
    public init(_ kind: Kind, _ caseID: CaseID?) {
        self.kind = kind
        self.caseID = caseID
    }

    /// Names the draft of a form.
    public init(form: FormID) {
        self.init(.form, nil)
        self.form = form
    }

    /// A name of letters, digits and hyphens, such as `note-CS-1000001`.
    public var fileName: String {
        kind.rawValue + "-" + (form?.fileName ?? caseID?.description ?? DraftKey.several)
    }

    /// Reads such a name; nil for one that names no draft.
    public init?(fileName: String) {
        let parts = fileName.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])) else { return nil }
        let object = String(parts[1])
        if kind == .form, let form = FormID(fileName: object) {
            self.init(form: form)
            return
        }
        let caseID = CaseID(text: object)
        guard caseID != nil || object == DraftKey.several else { return nil }
        self.init(kind, caseID)
        guard self.fileName == fileName else { return nil }
    }

    private static let several = "several"

    /// The draft in words: `note on CS-1000001`.
    var words: String {
        let object = caseID?.description ?? "several cases"
        return switch kind {
        case .note: "note on \(object)"
        case .reply: "reply on \(object)"
        case .escalation: "escalation of \(object)"
        case .subject: "subject of \(object)"
        case .tags: "tags of \(object)"
        case .duplicate, .closing: "closing of \(object)"
        case .need: "answer about \(object)"
        case .form: (form?.forAnyMarked ?? form)?.plainWords ?? "a form"
        case .request, .due: "request on \(object)"
        case .heard: "customer's word on \(object)"
        case .notice: "notice on \(object)"
        case .denial: "denial of \(object)"
        case .handOver: "hand-over of \(object)"
        case .until: "snooze of \(object)"
        case .result: "result of an item of \(object)"
        }
    }
}

extension DraftKey.Kind {
    /// The command whose line or frame brings the draft back.
    var command: Command {
        switch self {
        case .note: .note
        case .reply: .reply
        case .escalation: .escalate
        case .subject: .subject
        case .tags: .tags
        case .duplicate, .closing: .close
        case .need: .status
        case .form: .form
        case .request, .due: .ask
        case .heard: .hear
        case .notice: .remind
        case .denial: .deny
        case .handOver: .handOver
        case .until: .snooze
        case .result: .item
        }
    }

    /// What it is, on the page of its case: `a note`.
    var words: String {
        switch self {
        case .note: "a note"
        case .reply: "a reply"
        case .escalation: "an escalation"
        case .subject: "a subject"
        case .tags: "tags"
        case .duplicate, .closing: "a closing"
        case .need: "an answer"
        case .form: "a form"
        case .request, .due: "a request"
        case .heard: "the customer's word"
        case .notice: "a notice"
        case .denial: "a denial"
        case .handOver: "a hand-over"
        case .until: "a snooze"
        case .result: "a result"
        }
    }
}
