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
            return perform(composer.complete, on: composer.targets, from: composer.number)
        case .escape, Keyboard.cancel: return setAside(composer.number)
        case Keyboard.outside:
            work.editing = ask()
            let draft = composer.draft ?? DraftKey(composer.kind.draft, composer.targets.only)
            return keepDrafts() + [.editOutside(composer.text, draft, work.editing)]
        default:
            composer.problem = nil
            _ = composer.area.handle(key)
            overlays[top] = .composer(composer)
            return []
        }
    }

    /// The outside editor was left: its text takes the place of the frame's.
    mutating func hearEdited(_ text: String, _ ticket: Ticket) -> [Effect] {
        guard ticket == work.editing else { return [] }
        work.editing = .none
        guard let top = overlays.indices.last, case .composer(var composer) = overlays[top] else { return [] }
        composer.restore(text)
        overlays[top] = .composer(composer)
        notice = Notice("The text came back from the editor. ctrl-d saves it.", .info)
        return keepDrafts()
    }
}
