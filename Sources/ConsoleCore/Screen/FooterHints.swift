import TerminalUI

/// The keys the footer names: six for what is on the screen now, more where there is room, and one that leads to all.
struct FooterHints {
    /// A key and what it does.
    struct Hint {
        /// The key as people write it.
        var key: String
        /// What it does.
        var words: String
        /// The same where there is less room; nil for no shorter words.
        var brief: String?
        /// Whether it can be done now.
        var isPossible = true
    }

    /// The keys, the most wanted first: what has no room is left out.
    var keys: [Hint] = []
    /// The key to all others.
    var last: Hint?

    init(_ state: borrowing ConsoleState) {
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
        case .opening, .failed: keys = [Hint(key: "q", words: "leave")]
        // What the screens name follows from less.
        case .open: break
        }
    }

    /// The hints for a screen that nothing lies over.
    init(_ facts: FooterFacts) {
        keys = facts.commands.compactMap { command in
            if command == .go { return Hint(key: "g", words: "go to…") }
            guard let key = facts.labels[command]?.first else { return nil }
            return Hint(
                key: key, words: facts.words(for: command), brief: facts.brief(command),
                isPossible: facts.standing.obstacle(to: command) == nil)
        }
        last = Hint(key: facts.labels[.keys]?.first { $0 == "?" } ?? ":keys", words: "keys")
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
    var hints: [Command] {
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
    func words(for command: Command) -> String? {
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
        func hint(_ key: String, _ words: String, _ brief: String? = nil) -> FooterHints.Hint {
            FooterHints.Hint(key: key, words: words, brief: brief)
        }
        if effect != nil { return [hint("Enter", "save"), hint("Esc", "back to the fields")] }
        if current?.calendar != nil {
            return [
                hint("Enter", "take"), hint("Esc", "back"), hint("hjkl", "day"), hint("np", "month"),
                hint("yY", "year"), hint("t", "today"),
            ]
        }
        guard !fields.isEmpty else { return [hint("Esc", "leave")] }
        let complete = hint("Tab", "complete")
        let leave = hint("Esc", hasOtherAlone ? "your draft" : "keep as draft")
        // The keys stay where they are from field to field: what one field alone has comes last.
        var calendar = hint("ctrl-t", "calendar")
        calendar.isPossible = current?.isDay ?? false
        return [hint("Enter", "next"), complete, hint("ctrl-d", "see the effect, then save", "see effect"), leave]
            + (fields.contains(where: \.isDay) ? [calendar] : [])
    }
}
