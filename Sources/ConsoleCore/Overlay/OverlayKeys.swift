import CaseModel
import TerminalUI

extension ConsoleState {
    /// The topmost overlay takes a key.
    mutating func pressOverlay(_ key: Key) -> [Effect] {
        guard let top = overlays.indices.last else { return [] }
        notice = nil
        switch overlays[top] {
        case .picker(let picker): return press(key, picker, at: top)
        case .line(let line): return press(key, line, at: top)
        case .composer(let composer): return press(key, composer, at: top)
        case .confirm(let question): return press(key, question)
        case .conflict(let dialog): return press(key, dialog)
        case .form(let form): return press(key, form, at: top)
        case .reader(var reader):
            if reader.handle(key) { overlays[top] = .reader(reader) } else { overlays.remove(at: top) }
            return []
        }
    }

    /// What was searched for in a list stands as a draft where its line for words of one's own asks for them.
    private mutating func handOn(_ picker: Picker, _ index: Int) -> [Effect] {
        let line = picker.lines[index]
        guard line.stays, let words = picker.menu.filter?.text.trimmedBlanks, !words.isEmpty,
            let targets = picker.targets, let kind = Composer.Kind(line.call.command)
        else { return [] }
        var composer = Composer(kind, targets, addressee: nil)
        composer.call = line.call
        guard let draft = composer.draft, desk.drafts[draft] == nil else { return [] }
        desk.keep(words, draft)
        return [.saveDraft(draft, words)]
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
            if picker.kind == .cases, let id = call.words.first.flatMap({ CaseID(text: $0) }) { return openPage(id) }
            if call.command == .item, let targets = picker.targets {
                return open(LineEntry(.settling(call), targets: targets))
            }
            // A case is closed with a last word, or none; that line is the question as well.
            if call.command == .close, call.options[.reason] != nil, let targets = picker.targets {
                let policy = session?.policies.inForce
                let needs = policy?.lifeCycle.closures.first { $0.code == call.options[.reason] }?.needs
                let isDuplicate = needs?.contains("other-case") ?? false
                return open(LineEntry(isDuplicate ? .duplicate(call) : .closing(call), targets: targets))
            }
            return handOn(picker, index) + perform(call, on: picker.targets)
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
            case .act(let act): return send(act)
            case .run(let call): return run(call, isAgreed: true)
            case .undo(let journey): return step(journey)
            case .quit: return [.quit]
            }
        case .character("n"), .escape, .character("q"), Keyboard.cancel:
            overlays.removeLast()
            if question.answer != .quit { notice = Notice("Nothing was changed.", .info) }
        default: notice = Notice("The question waits for its answer: y is yes, n is no.", .info)
        }
        return []
    }

    /// Keep mine, keep theirs, or go back to the text, which is where Esc leads, too.
    private mutating func press(_ key: Key, _ dialog: ConflictDialog) -> [Effect] {
        switch key {
        case .character("m"):
            overlays.removeLast()
            var act = dialog.act
            act.replaces = dialog.conflict
            return send(act)
        case .character("t"): return keepTheirs(dialog)
        case .escape, Keyboard.cancel: return hasText(dialog) ? backToText(dialog) : keepTheirs(dialog)
        case .character("e"): return backToText(dialog)
        default: return []
        }
    }

    /// Whether the line or frame with the text that met the conflict lies below.
    func hasText(_ dialog: ConflictDialog) -> Bool { index(of: dialog.act.input) != nil }

    /// The case stays as it is; the text goes on without it, or becomes a draft.
    private mutating func keepTheirs(_ dialog: ConflictDialog) -> [Effect] {
        overlays.removeLast()
        let id = dialog.conflict.caseID
        var effects: [Effect] = []
        notice = nil
        if let index = index(of: dialog.act.input), let input = overlays[index].input {
            if input.targets.count > 1 {
                overlays[index].input?.targets = input.targets.without([id])
            } else {
                effects = setAside(input.number)
            }
        }
        let isMe = dialog.conflict.writer(me: session?.agent?.name) != nil
        let who = isMe ? "your other window" : dialog.conflict.fields.first?.by ?? "it"
        let stays = "\(id) stays as \(who) left it."
        notice = Notice([stays, notice?.text].compactMap { $0 }.joined(separator: " "), .info)
        return effects
    }

    /// The text is there to be changed, and is sent from the newest version on; where there is none, it is asked again.
    private mutating func backToText(_ dialog: ConflictDialog) -> [Effect] {
        overlays.removeLast()
        guard let index = index(of: dialog.act.input), let targets = overlays[index].input?.targets else {
            return perform(dialog.act.call.again, on: dialog.act.targets)
        }
        overlays[index].input?.targets = targets.based(on: dialog.conflict.current, dialog.conflict.caseID)
        return []
    }
}

extension CommandCall {
    /// The command without its values, so that they are asked for again.
    var again: CommandCall { CommandCall(command) }
}
