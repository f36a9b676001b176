import CaseModel
import TerminalUI

/// A note, a reply or a summary being written; the three are different acts with different words on the frame.
struct Composer: TypedInput, Equatable, Sendable {
    /// What the text becomes.
    var kind: Kind
    /// The cases it is for.
    var targets: Targets
    /// Whom a reply is for; nil when not known.
    var addressee: String?
    /// The text and its cursor.
    var area: TextArea
    /// Its own number.
    var number = Ticket.none
    /// The act the store has not answered yet.
    var sending = Ticket.none
    /// Why it was refused.
    var problem: String?

    /// The command that the text completes.
    var call: CommandCall
    /// What was chosen before the text, such as the ground; nil when nothing was.
    var about: String?
    /// What the customer said last; nil for several cases, or where nothing is known of it.
    var heard: LastWord?

    /// What a frame's text becomes.
    enum Kind: Equatable, Sendable {
        /// An internal note.
        case note
        /// A public reply.
        case reply
        /// The summary of an escalation.
        case escalation
        /// What is asked of the customer.
        case request
        /// What the customer said.
        case heard
        /// What the customer was told to expect.
        case notice
        /// Why support is denied.
        case denial
        /// The note for the next centre.
        case handOver

        /// What the text of a command becomes; nil for a command that has no such text.
        init?(_ command: Command) {
            switch command {
            case .note: self = .note
            case .reply: self = .reply
            case .escalate: self = .escalation
            case .ask: self = .request
            case .hear: self = .heard
            case .remind: self = .notice
            case .deny: self = .denial
            case .handOver: self = .handOver
            default: return nil
            }
        }

        /// The command that takes the text.
        var command: Command { draft.command }

        /// The draft that its text can become.
        var draft: DraftKey.Kind {
            switch self {
            case .note: .note
            case .reply: .reply
            case .escalation: .escalation
            case .request: .request
            case .heard: .heard
            case .notice: .notice
            case .denial: .denial
            case .handOver: .handOver
            }
        }

        /// Whether the customer reads it.
        var isPublic: Bool { self == .reply || self == .request || self == .notice }
    }

    init(_ kind: Kind, _ targets: Targets, addressee: String? = nil) {
        self.kind = kind
        self.targets = targets
        self.addressee = addressee
        call = CommandCall(kind.command)
        area = TextArea(byteLimit: CaseLimits.text)
    }

    /// The text as typed.
    var text: String { area.text }

    /// Whether nothing was typed.
    var isEmpty: Bool { area.isBlank }

    /// Which draft its text can become.
    var draftKind: DraftKey.Kind? { kind.draft }

    /// The kind of what is asked for.
    var draftAbout: String? { kind == .request ? call.options[.item] : nil }

    /// The text, when something was typed.
    var unsent: String? { isEmpty ? nil : text }

    /// The same as something that lies on top of the screen.
    var overlay: Overlay { .composer(self) }

    /// The command with the text.
    var complete: CommandCall { call.with(kind == .escalation ? .summary : .message, text) }

    /// What the frame says.
    var title: String {
        let object = targets.words
        switch kind {
        case .note: return "Internal note on \(object) – only colleagues read it"
        case .reply:
            return "Reply to \(addressee ?? "the customer of \(object)") – public; recorded, not sent"
        case .escalation: return "Escalate \(object) – a summary that only colleagues read"
        case .request: return "Ask \(customer) – public; recorded, not sent: \(about ?? "")"
        case .heard: return "What \(customer) said about \(object)"
        case .notice: return "Notice to \(customer) of \(object) – public; recorded, not sent"
        case .denial: return "Deny support for \(object): \(about ?? "")"
        case .handOver: return "Hand \(object) over to \(about ?? "") – a note that only colleagues read"
        }
    }

    private var customer: String { addressee ?? "the customer" }

    /// A draft, or the text as the outside editor left it, takes the place of what is there.
    mutating func restore(_ text: String) {
        area = TextArea(text, byteLimit: CaseLimits.text)
        area.moveToEnd()
    }

    /// Pasted text joins the text.
    mutating func paste(_ text: String) { area.insert(text) }
}
