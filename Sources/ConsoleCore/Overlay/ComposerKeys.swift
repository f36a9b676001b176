import CaseModel
import TerminalUI

extension ConsoleState {
    /// A frame takes a key: ctrl-d sends, Esc keeps the text as a draft, ctrl-o opens the outside editor.
    mutating func press(_ key: Key, _ composer: Composer, at top: Int) -> [Effect] {
        var composer = composer
        guard composer.sending == .none else { return [] }
        switch key {
        case Keyboard.send:
            guard !composer.isEmpty else {
                composer.problem = "There is no text yet."
                overlays[top] = .composer(composer)
                return []
            }
            return submit(composer, at: top)
        case .escape, Keyboard.cancel: return setAside()
        case Keyboard.outside:
            work.editing = ask()
            return [.editOutside(composer.text, work.editing)]
        default:
            composer.problem = nil
            _ = composer.area.handle(key)
            overlays[top] = .composer(composer)
            return []
        }
    }

    /// Opens a frame; a draft for it comes back.
    mutating func open(_ composer: Composer) -> [Effect] {
        notice = nil
        var composer = composer
        let draft = composer.draft
        if let text = desk.drafts[draft] {
            composer.restore(text)
            notice = Notice("Your draft is back.", .info)
        }
        overlays.append(.composer(composer))
        return desk.drafts[draft] == nil ? [.loadDraft(draft, ask())] : []
    }

    /// A draft of an earlier session came: it goes into its frame, unless something was typed there already.
    mutating func hearDraft(_ draft: DraftKey, _ text: String?) {
        guard let text, !Words.isBlank(text) else { return }
        for index in overlays.indices {
            guard case .composer(var composer) = overlays[index], composer.draft == draft, composer.isEmpty else {
                continue
            }
            composer.restore(text)
            overlays[index] = .composer(composer)
            notice = Notice("Your draft is back.", .info)
        }
    }

    /// The outside editor was left: its text takes the place of the frame's.
    mutating func hearEdited(_ text: String, _ ticket: Ticket) {
        guard ticket == work.editing else { return }
        work.editing = .none
        guard let top = overlays.indices.last, case .composer(var composer) = overlays[top] else { return }
        composer.restore(text)
        overlays[top] = .composer(composer)
        notice = Notice("The text came back from the editor. ctrl-d saves it.", .info)
    }

    /// Leaves the topmost frame or line; what was typed in a frame is kept as a draft.
    mutating func setAside() -> [Effect] {
        guard let top = overlays.popLast() else { return [] }
        guard case .composer(let composer) = top else { return [] }
        let draft = composer.draft
        if composer.isEmpty {
            desk.drafts[draft] = nil
            return [.clearDraft(draft)]
        }
        desk.drafts[draft] = composer.text
        let key = keyboard.notations(for: composer.call.command, in: page == nil ? .queue : .page).first
        notice = Notice("Kept as a draft, not sent. \(key ?? ":" + composer.call.command.name) opens it again.", .info)
        return [.saveDraft(draft, composer.text)]
    }

    private mutating func submit(_ composer: Composer, at top: Int) -> [Effect] {
        let depth = overlays.count
        let effects = perform(composer.call, on: composer.targets)
        var sent = composer
        if case .apply(_, let ticket)? = effects.first {
            sent.sending = ticket
            overlays[top] = .composer(sent)
        } else if overlays.count == depth {
            sent.problem = notice?.text
            overlays[top] = .composer(sent)
        }
        return effects
    }
}
