import CaseModel
import TerminalUI

/// A note, a reply or a summary being written; the three are different acts with different words on the frame.
struct Composer: Equatable, Sendable {
    /// What the text becomes.
    var kind: DraftKey.Kind
    /// The cases it is for.
    var targets: Targets
    /// Whom a reply is for; nil when not known.
    var addressee: String?
    /// The text and its cursor.
    var area: TextArea
    /// The act the store has not answered yet.
    var sending = Ticket.none
    /// Why it was refused.
    var problem: String?

    init(_ kind: DraftKey.Kind, _ targets: Targets, addressee: String? = nil, text: String = "") {
        self.kind = kind
        self.targets = targets
        self.addressee = addressee
        area = TextArea(text, byteLimit: CaseLimits.text)
        area.moveToEnd()
    }

    /// The text as typed.
    var text: String { area.text }

    /// Whether nothing was typed.
    var isEmpty: Bool { area.isBlank }

    /// The name under which the text is kept.
    var draft: DraftKey { DraftKey(kind, targets.only) }

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
