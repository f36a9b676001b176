import CaseModel
import TerminalUI

extension ConsoleState {
    /// The topmost overlay takes a key.
    mutating func pressOverlay(_ key: Key) -> [Effect] {
        guard let top = overlays.indices.last else { return [] }
        switch overlays[top] {
        case .picker(let picker): return press(key, picker, at: top)
        case .line(let line): return press(key, line, at: top)
        case .composer(let composer): return press(key, composer, at: top)
        case .confirm(let question): return press(key, question)
        case .conflict(let dialog): return press(key, dialog)
        }
    }

    /// A list: letters search or choose, arrows move, Enter chooses, Esc leaves.
    private mutating func press(_ key: Key, _ picker: Picker, at top: Int) -> [Effect] {
        var picker = picker
        let answer = picker.menu.handle(key)
        switch answer {
        case .cancelled: overlays.remove(at: top)
        case .chosen(let index):
            guard picker.lines.indices.contains(index) else { return [] }
            overlays.remove(at: top)
            notice = nil
            let call = picker.lines[index].call
            // A case is closed with a last word, or none; that line is the question as well.
            if call.command == .close, let targets = picker.targets {
                let isDuplicate = call.options[.reason] == ClosureReason.duplicate.rawValue
                open(LineEntry(isDuplicate ? .duplicate(call) : .closing(call), targets: targets))
                return []
            }
            return perform(call, on: picker.targets)
        case .refused(let reason): notice = Notice(reason.text.sentence, .refused)
        case .handled: overlays[top] = .picker(picker)
        case .ignored: break
        }
        return []
    }

    /// Yes or no; the key that asked is neither, and Enter, pressed once too often, is not a yes.
    private mutating func press(_ key: Key, _ question: Confirmation) -> [Effect] {
        switch key {
        case .character("y"):
            overlays.removeLast()
            switch question.answer {
            case .act(let act):
                let effects = send(act)
                markSending(tickets, act)
                return effects
            case .quit: return [.quit]
            }
        case .character("n"), .escape, .character("q"), Keyboard.cancel:
            overlays.removeLast()
            if case .act = question.answer { notice = Notice("Nothing was changed.", .info) }
        default: break
        }
        return []
    }

    /// Keep mine, keep theirs, or go back to the text.
    private mutating func press(_ key: Key, _ dialog: ConflictDialog) -> [Effect] {
        switch key {
        case .character("m"):
            overlays.removeLast()
            let effects = send(dialog.act)
            markSending(tickets, dialog.act)
            return effects
        case .character("t"), .escape, Keyboard.cancel:
            overlays.removeLast()
            notice = Notice(
                "\(dialog.conflict.caseID) stays as \(dialog.conflict.fields.first?.by ?? "it") left it.", .info)
            return dialog.hasText ? setAside() : []
        case .character("e"):
            overlays.removeLast()
            rebase(to: dialog.conflict)
            if !dialog.hasText { return perform(dialog.act.call.again, on: dialog.act.targets) }
        default: break
        }
        return []
    }
}

extension CommandCall {
    /// The command without its values, so that they are asked for again.
    var again: CommandCall { CommandCall(command) }
}
