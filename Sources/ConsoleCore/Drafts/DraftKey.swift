public import CaseModel

/// Which text a draft is: one of each kind for a case and what of it is meant, and one for several cases at once.
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
        /// What a status needs.
        case need
        /// Why the severity changes.
        case reason
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
    /// What of the case it is about, such as the kind of a request or the number of an item, in letters, digits and
    /// hyphens; nil where the case says it all.
    public var about: String?
    /// The form, for the fields of one.
    public var form: FormID?

    /// Names a draft.
    public init(_ kind: Kind, _ caseID: CaseID?, about: String? = nil) {
        self.kind = kind
        self.caseID = caseID
        self.about = about.flatMap { $0.isEmpty ? nil : DraftKey.name($0) }
    }

    /// Names the draft of a form.
    public init(form: FormID) {
        self.init(.form, nil)
        self.form = form
    }

    /// A name of letters, digits and hyphens, such as `note-CS-1000001`.
    public var fileName: String {
        let object = form?.fileName ?? caseID?.description ?? DraftKey.several
        return kind.rawValue + "-" + object + (about.map { DraftKey.mark + $0 } ?? "")
    }

    /// Reads such a name; nil for one that names no draft.
    public init?(fileName: String) {
        let parts = fileName.split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])) else { return nil }
        var object = String(parts[1])
        if kind == .form, let form = FormID(fileName: object) {
            self.init(form: form)
            return
        }
        var about: String?
        if let mark = object.firstRange(of: DraftKey.mark) {
            about = String(object[mark.upperBound...])
            object = String(object[..<mark.lowerBound])
        }
        let caseID = CaseID(text: object)
        guard caseID != nil || object == DraftKey.several else { return nil }
        self.init(kind, caseID, about: about)
        guard self.fileName == fileName else { return nil }
    }

    private static let several = "several"
    /// Before what of the case it is about.
    private static let mark = "--"

    /// A word as a part of a file's name.
    private static func name(_ word: String) -> String {
        String(
            String.UnicodeScalarView(
                word.unicodeScalars.map {
                    $0.isASCII && $0.properties.isAlphabetic
                        || ("0"..."9").contains($0) ? $0 : "-"
                }))
    }

    /// The need that a status has, of those that ``about`` joins: the status, and what it needs.
    static func need(_ status: String, _ need: String) -> String { status + mark + need }

    /// What ``about`` joins.
    var parts: [String] { about?.split(separator: DraftKey.mark).map(String.init) ?? [] }

    /// Whether another is done with when it is: what the same status of a case needs, and the day of a request.
    func isBeside(_ other: DraftKey) -> Bool {
        guard caseID == other.caseID, self != other else { return false }
        return switch kind {
        case .need: other.kind == .need && parts.first == other.parts.first
        case .request: other.kind == .due && about == other.about
        default: false
        }
    }

    /// What of the case it is about, in words behind what it is; empty where the case says it all.
    var aboutWords: String { parts.last.map { ", " + (kind == .result ? $0 : $0.withoutHyphens) } ?? "" }

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
        case .need: "status of \(object)\(aboutWords)"
        case .reason: "reason for the severity of \(object)\(aboutWords)"
        case .form: (form?.forAnyMarked ?? form)?.plainWords ?? "a form"
        case .request: "request on \(object)\(aboutWords)"
        case .due: "day of a request on \(object)\(aboutWords)"
        case .heard: "customer's word on \(object)"
        case .notice: "notice on \(object)"
        case .denial: "denial of \(object)"
        case .handOver: "hand-over of \(object)"
        case .until: "snooze of \(object)"
        case .result: "result of an item of \(object)\(aboutWords)"
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
        case .reason: .severity
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
        case .need: "a status"
        case .reason: "a reason for the severity"
        case .form: "a form"
        case .request: "a request"
        case .due: "the day of a request"
        case .heard: "the customer's word"
        case .notice: "a notice"
        case .denial: "a denial"
        case .handOver: "a hand-over"
        case .until: "a snooze"
        case .result: "a result"
        }
    }
}
