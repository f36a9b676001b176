import CaseModel

// What becomes of lines and frames while and after the store has their text.
extension Overlay {
    /// The act that this input waits for.
    var sending: Ticket {
        switch self {
        case .line(let line): line.sending
        case .composer(let composer): composer.sending
        case .picker, .confirm, .conflict: .none
        }
    }

    /// The input is open again, with a word why.
    mutating func stopSending(words: String?) {
        switch self {
        case .line(var line):
            guard line.sending != .none else { return }
            line.sending = .none
            line.problem = words
            self = .line(line)
        case .composer(var composer):
            guard composer.sending != .none else { return }
            composer.sending = .none
            composer.problem = words
            self = .composer(composer)
        case .picker, .confirm, .conflict: break
        }
    }
}

extension ConsoleState {
    /// Whether a line or frame is open.
    var hasInput: Bool { overlays.contains { $0.isInput } }

    /// The act is done: its input closes, its draft is forgotten.
    mutating func closeInput(_ ticket: Ticket, _ act: PendingAct) -> [Effect] {
        guard let index = overlays.firstIndex(where: { $0.sending == ticket }) else { return [] }
        let overlay = overlays.remove(at: index)
        guard case .composer(let composer) = overlay else { return [] }
        desk.drafts[composer.draft] = nil
        return [.clearDraft(composer.draft)]
    }

    /// The act was refused: its input stays with the text, for the cases that remain.
    mutating func keepInput(_ ticket: Ticket, words: String?, remaining: Targets) {
        guard let index = overlays.firstIndex(where: { $0.sending == ticket }) else { return }
        overlays[index].stopSending(words: words)
        switch overlays[index] {
        case .line(var line):
            line.targets = remaining
            overlays[index] = .line(line)
        case .composer(var composer):
            composer.targets = remaining
            overlays[index] = .composer(composer)
        case .picker, .confirm, .conflict: break
        }
    }

    /// An act was sent again from a question on top of its input: the input waits for it.
    mutating func markSending(_ ticket: Ticket, _ act: PendingAct) {
        guard let top = overlays.indices.last else { return }
        switch overlays[top] {
        case .line(var line):
            line.sending = ticket
            overlays[top] = .line(line)
        case .composer(var composer):
            composer.sending = ticket
            overlays[top] = .composer(composer)
        case .picker, .confirm, .conflict: break
        }
    }

    /// The input on top starts from the newest version from now on.
    mutating func rebase(to conflict: Conflict) {
        guard let top = overlays.indices.last else { return }
        let targets = Targets.these([.init(id: conflict.caseID, base: conflict.current)])
        switch overlays[top] {
        case .line(var line):
            line.targets = targets
            overlays[top] = .line(line)
        case .composer(var composer):
            composer.targets = targets
            overlays[top] = .composer(composer)
        case .picker, .confirm, .conflict: break
        }
    }
}

extension Overlay {
    /// Whether something is typed in it.
    var isInput: Bool {
        switch self {
        case .line, .composer: true
        case .picker, .confirm, .conflict: false
        }
    }
}
