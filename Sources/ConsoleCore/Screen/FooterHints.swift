import TerminalUI

/// The keys the footer names: six for what is on the screen now, more where there is room, and one that leads to all.
struct FooterHints {
    /// A key and what it does.
    struct Hint {
        /// The key as people write it.
        var key: String
        /// What it does.
        var words: String
        /// Whether it can be done now.
        var isPossible = true
    }

    /// The keys, the most wanted first: what has no room is left out.
    var keys: [Hint] = []
    /// The key to all others.
    var last: Hint?

    init(_ state: ConsoleState) {
        switch state.overlays.last {
        case .picker(let picker)?:
            keys = [Hint(key: "Enter", words: picker.kind == .keys ? "do it" : "choose")]
            if picker.kind != .short { keys.append(Hint(key: "letters", words: "search")) }
            keys.append(Hint(key: "Esc", words: "leave"))
        case .line(let line)?:
            let escape = line.draft != nil && line.unsent != nil ? "keep as draft" : "leave"
            keys = [Hint(key: "Enter", words: line.enterWords), Hint(key: "Esc", words: escape)]
            if line.isCompleted { keys.append(Hint(key: "Tab", words: "complete")) }
        case .composer(let composer)?:
            let send = composer.kind.isPublic ? "record publicly" : "save"
            keys = [Hint(key: "ctrl-d", words: send), Hint(key: "Esc", words: "keep as draft")]
            keys.append(Hint(key: "ctrl-o", words: "your editor"))
        case .confirm?: keys = [Hint(key: "y", words: "yes"), Hint(key: "n", words: "no")]
        case .form(let form)?: keys = form.hints
        case .conflict(let dialog)?:
            keys = [Hint(key: "m", words: "keep mine"), Hint(key: "t", words: "keep theirs")]
            let hasText = state.hasText(dialog)
            keys.append(Hint(key: hasText ? "Esc" : "e", words: hasText ? "back to the text" : "choose again"))
        case .reader(let reader)?:
            if reader.isLonger { keys = [Hint(key: "j k", words: "scroll"), Hint(key: "Space", words: "page")] }
            keys.append(Hint(key: "Esc", words: "leave"))
        case nil: screenKeys(state)
        }
    }

    private mutating func screenKeys(_ state: ConsoleState) {
        switch state.phase {
        case .missing:
            keys = [
                Hint(key: "Enter", words: "choose"), Hint(key: "j k", words: "move"), Hint(key: "q", words: "leave"),
            ]
            return
        case .opening, .failed:
            keys = [Hint(key: "q", words: "leave")]
            return
        case .open: break
        }
        let commands: [Command] =
            if state.screen == .desk {
                state.deskHints
            } else if let page = state.page {
                page.tab.hints.filter { $0 != .open || !page.isBare }
            } else if state.queue.drawn.ids.isEmpty, !state.queue.isLoading {
                [.nextQueue, .queue, .filter, .refresh, .add]
            } else if !state.queue.marks.isEmpty {
                [.take, .status, .assign, .move, .close, .back]
            } else {
                [.open, .workNext, .take, .status, .filter, .go, .add]
            }
        let context = state.keyContext
        keys = commands.compactMap { command in
            if command == .go { return Hint(key: "g", words: "go to…") }
            guard let key = state.keyboard.notations(for: command, in: context).first else { return nil }
            let own = state.page?.tab.words(for: command)
            return Hint(
                key: key, words: own ?? state.footerWords(command),
                isPossible: state.obstacle(to: command) == nil)
        }
        let help = state.keyboard.notations(for: .keys, in: context).first { $0 == "?" }
        last = Hint(key: help ?? ":keys", words: "keys")
    }
}

extension ConsoleState {
    /// What Space does with the row.
    private var markWords: String {
        guard let top = workplaces.top, top.place != .alerts else { return "seen" }
        if case .account? = top.row?.subject { return "unfold" }
        return "mark"
    }

    /// One word for the footer: what a key means on this screen.
    func footerWords(_ command: Command) -> String {
        guard screen == .desk else {
            guard screen == .queue, command == .add else { return command.footerWords }
            return size.columns < 100 ? "new" : "new case"
        }
        switch command {
        case .back: return workplaces.top?.marks.isEmpty == false ? "clear marks" : "back"
        case .mark: return markWords
        default: return command.footerWords
        }
    }
}

extension Command {
    /// One word for the footer.
    var footerWords: String {
        switch self {
        case .reply: "reply"
        case .note: "note"
        case .back: "clear marks"
        case .queue: "all queues"
        case .customer: "its customer"
        default: footing.title
        }
    }
}

extension LineEntry {
    /// What Enter does.
    var enterWords: String {
        switch purpose {
        case .filter: "keep"
        case .query: "show"
        case .command: "do it"
        case .subject, .tags: "save"
        case .narrow: "keep"
        case .duplicate: "go on"
        case .closing: "close the case"
        case .need, .due: "go on"
        case .until: "put it away"
        case .settling: "settle it"
        case .saving: "save it"
        case .attaching: "attach it"
        }
    }

    /// Whether Tab offers something.
    var isCompleted: Bool {
        switch purpose {
        case .filter, .query, .command: true
        case .subject, .tags, .duplicate, .closing, .need, .due, .until, .settling, .saving, .attaching, .narrow: false
        }
    }
}

extension PageTab {
    /// The keys the footer names in this tab.
    fileprivate var hints: [Command] {
        switch self {
        case .actions: [.open, .ask, .hear, .reply, .nextTab]
        case .files: [.open, .add, .note, .nextTab]
        case .related: [.open, .note, .nextTab]
        case .people: [.open, .customer, .hear, .nextTab]
        case .cover: [.customer, .status, .deny, .nextTab]
        case .timeline, .fields, .history: [.reply, .note, .status, .take, .close, .nextTab]
        }
    }

    /// What a key does in this tab, where that is not what it always does.
    fileprivate func words(for command: Command) -> String? {
        switch (self, command) {
        case (.actions, .open): "settle"
        case (.files, .open): "save"
        case (.files, .add): "attach"
        case (.people, .open): "show mail and telephone"
        default: nil
        }
    }
}

extension Form {
    /// The keys the footer names, those of the calendar while one is open.
    fileprivate var hints: [FooterHints.Hint] {
        func hint(_ key: String, _ words: String) -> FooterHints.Hint { FooterHints.Hint(key: key, words: words) }
        if effect != nil { return [hint("Enter", "save"), hint("Esc", "back to the fields")] }
        if current?.calendar != nil {
            return [
                hint("Enter", "take it"), hint("Esc", "as it was"), hint("hjkl", "day, week"), hint("n p", "month"),
                hint("y Y", "year"), hint("t", "today"),
            ]
        }
        guard !fields.isEmpty else { return [hint("Esc", "leave")] }
        let complete = hint("Tab", "complete")
        guard current?.isDay == true else {
            return [
                hint("Enter", "next"), complete, hint("ctrl-d", "see the effect, then save"),
                hint("Esc", "keep as draft"),
            ]
        }
        // Where not all fit, the words that Tab puts there stand below the field anyway.
        return [
            hint("Enter", "next"), hint("ctrl-t", "calendar"), hint("ctrl-d", "see effect, then save"),
            hint("Esc", "keep as draft"), complete,
        ]
    }
}
