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

    /// What a frame's text becomes.
    enum Kind: Equatable, Sendable {
        /// An internal note.
        case note
        /// A public reply.
        case reply
        /// The summary of an escalation.
        case escalation

        /// The draft that its text can become.
        var draft: DraftKey.Kind {
            switch self {
            case .note: .note
            case .reply: .reply
            case .escalation: .escalation
            }
        }
    }

    init(_ kind: Kind, _ targets: Targets, addressee: String? = nil) {
        self.kind = kind
        self.targets = targets
        self.addressee = addressee
        area = TextArea(byteLimit: CaseLimits.text)
    }

    /// The text as typed.
    var text: String { area.text }

    /// Whether nothing was typed.
    var isEmpty: Bool { area.isBlank }

    /// Which draft its text can become.
    var draftKind: DraftKey.Kind? { kind.draft }

    /// The text, when something was typed.
    var unsent: String? { isEmpty ? nil : text }

    /// The same as something that lies on top of the screen.
    var overlay: Overlay { .composer(self) }

    /// The command that the text becomes.
    var call: CommandCall {
        switch kind {
        case .note: CommandCall(.note, options: [.message: text])
        case .reply: CommandCall(.reply, options: [.message: text])
        case .escalation: CommandCall(.escalate, options: [.summary: text])
        }
    }

    /// What the frame says.
    var title: String {
        let object = targets.words
        switch kind {
        case .note: return "Internal note on \(object) – only colleagues read this"
        case .reply:
            return "Reply to \(addressee ?? "the customer of \(object)") – public; recorded, not sent: "
                + "delivery is not set up"
        case .escalation: return "Escalate \(object) – a summary for the escalation team"
        }
    }

    /// A draft, or the text as the outside editor left it, takes the place of what is there.
    mutating func restore(_ text: String) {
        area = TextArea(text, byteLimit: CaseLimits.text)
        area.moveToEnd()
    }

    /// Pasted text joins the text.
    mutating func paste(_ text: String) { area.insert(text) }
}
