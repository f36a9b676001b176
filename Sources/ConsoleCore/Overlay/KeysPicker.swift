import CaseModel
import TerminalUI

extension ConsoleState {
    /// Every key and command of this screen: searchable, and Enter does the one under the cursor.
    ///
    /// What the row is for comes first: on a workplace its own keys, elsewhere what is done to cases; what only a case
    /// can have done to it stands last where the row is none.
    func keysPicker() -> Picker {
        let context = keyContext
        let first = context == .desk ? deskHints : []
        let isOfCase = if case .item? = workplaces.top?.row?.subject { true } else { context != .desk }
        var sections = CommandEntry.sections.map { section in
            KeysSection(title: section.title, entries: section.entries.filter { isOffered($0, besides: first) })
        }
        let cases = sections.removeFirst()
        let ofCases = KeysSection(title: cases.title, entries: cases.entries.filter(\.isOfCases))
        let acts = KeysSection(title: "Acts", entries: cases.entries.filter { !$0.isOfCases })
        sections = isOfCase ? [cases] + sections : [acts] + sections + [ofCases]
        var lines = first.map { line(of: $0.entry, in: context, under: "This row") }
        // Who looks for customers looks for a place first.
        let places = isOfCase ? 1 : 0
        for (index, section) in sections.enumerated() {
            if index == places { lines += placeLines }
            lines += section.entries.flatMap { entry in
                [line(of: entry, in: context, under: section.title)]
                    + linesWithWords(of: entry, in: context, under: section.title)
            }
        }
        return Picker("Keys and commands", lines, kind: .keys)
    }

    /// Whether the list of keys tells a command here, apart from those told before.
    private func isOffered(_ entry: CommandEntry, besides told: [Command]) -> Bool {
        let context = keyContext
        guard entry.contexts.contains(context), entry.command != .go, !told.contains(entry.command) else {
            return false
        }
        let hasTabs = context != .desk || (workplaces.top?.place.tabs.count ?? 0) > 1
        return hasTabs || ![.nextTab, .previousTab].contains(entry.command)
    }

    private func line(of entry: CommandEntry, in context: KeyContext, under title: String) -> Picker.Line {
        let own = context == .desk ? ownWords(entry.command) : nil
        return Picker.Line(
            call: CommandCall(entry.command),
            label: own?.title ?? entry.title.sentence.withoutStop,
            detail: own?.help ?? entry.help, obstacle: obstacle(to: entry.command),
            hiddenWords: ":\(entry.command.name) " + entry.command.hiddenWords(desk.directory.words),
            keys: keys(of: entry, in: context), heading: title)
    }

    /// The keys of a command, the usual one first; where it has none, that its name is typed: a short one in full where
    /// the list calls it otherwise.
    private func keys(of entry: CommandEntry, in context: KeyContext) -> [String] {
        let keys = keyboard.notations(for: entry.command, in: context)
        guard keys.isEmpty else { return keys }
        let name = entry.command.name
        return [entry.title == name || name.utf8.count > 5 ? ":" : ":" + name]
    }

    /// A line for each key that says a word with the command: `yt` copies the title.
    private func linesWithWords(
        of entry: CommandEntry, in context: KeyContext, under title: String
    ) -> [Picker.Line] {
        // The queues are listed by the key that lists them.
        guard entry.command != .queue else { return [] }
        return entry.keys.filter { !$0.words.isEmpty && $0.contexts.contains(context) }.compactMap { key in
            let word = key.words.joined(separator: " ")
            let bound = keyboard.key(for: entry.command, word, in: context)
            guard !bound.hasPrefix(":") else { return nil }
            return Picker.Line(
                call: CommandCall(entry.command, key.words),
                label: "\(entry.title.sentence.withoutStop): \(word)", detail: entry.help,
                obstacle: obstacle(to: entry.command), keys: [bound], heading: title)
        }
    }

    /// What a key does on this workplace, where that is not what it does elsewhere.
    private func ownWords(_ command: Command) -> (title: String, help: String)? {
        guard command == .mark, let top = workplaces.top else { return nil }
        if top.place == .alerts { return ("Seen", "Says, by name and time, that you saw the alert.") }
        if case .account? = top.row?.subject { return ("Unfold", "Shows what belongs to the customer, or hides it.") }
        return nil
    }

    /// A line for each place one can go to.
    private var placeLines: [Picker.Line] {
        Command.go.entry.keys.compactMap { key in
            guard let word = key.words.first, let place = Place(word: word),
                let keys = KeySequence(notation: key.notation)
            else { return nil }
            return Picker.Line(
                call: CommandCall(.go, [word]), label: "Go to " + place.title, detail: place.help,
                keys: [keys.readable], heading: "Go to")
        }
    }

    /// The store's queues with their open counts; Enter opens one.
    func queuesPicker() -> Picker {
        Picker("Queues of this store", queueLines, kind: .queues)
    }

    private var queueLines: [Picker.Line] {
        let counts = Dictionary((desk.openCounts ?? []).map { ($0.queue, $0) }, uniquingKeysWith: { first, _ in first })
        let named = queue.tabs.queues.enumerated().map { index, named in
            Picker.Line(
                call: CommandCall(.queue, [String(index + 1)]), label: named.name,
                detail: queue.tabs.counts[index].map { $0 == 1 ? "1 case" : "\(grouped($0)) cases" } ?? "")
        }
        let stored = desk.directory.queues.map { place in
            let count = counts[place.id]
            let critical = count.map { $0.critical > 0 ? ", \($0.critical) critical" : "" } ?? ""
            let open = desk.openCounts == nil ? "counting…" : "\(grouped(count?.open ?? 0)) open" + critical
            return Picker.Line(call: CommandCall(.queue, [place.name]), label: place.name, detail: open)
        }
        return named + stored
    }

    /// Counts came: the open list shows them.
    mutating func refreshQueuePicker() {
        guard let top = overlays.indices.last, case .picker(var picker) = overlays[top], picker.kind == .queues else {
            return
        }
        picker.fill(queueLines)
        overlays[top] = .picker(picker)
    }

    /// The themes came: one can be chosen.
    mutating func openThemePicker(_ names: [String]) {
        let lines = names.map { name in
            Picker.Line(
                call: CommandCall(.theme, [name]), label: name, detail: name == desk.look.themeName ? "in use" : "")
        }
        overlays.append(.picker(Picker("Theme", lines)))
    }
}

/// Commands of the list of keys under one heading.
private struct KeysSection {
    let title: String
    let entries: [CommandEntry]
}

extension CommandEntry {
    /// Whether it does something to cases.
    fileprivate var isOfCases: Bool { needs.contains(.cases) || needs.contains(.oneCase) }
}

extension Command {
    /// The values it sets, by which one looks for it: `waiting` finds the status.
    fileprivate func hiddenWords(_ words: Vocabulary) -> String {
        switch self {
        case .status: "verify verified cover " + words.statuses.map { $0.words + " " + $0.code }.joined(separator: " ")
        case .severity: "declare critical situation " + words.severities.map(\.words).joined(separator: " ")
        case .nextTab: "role of home"
        case .add: "new case log telephone call caller customer contact"
        case .situation: (["commander", "manager"] + words.records.sorted()).joined(separator: " ")
        case .handOver: "hand over to another centre center"
        case .snooze: "snoozed sleep later put off wake"
        case .undo: "take back"
        case .reveal: "e-mail phone"
        case .customer: "cover covered entitlement contract plan who may call"
        case .filter: "search find"
        case .close: words.closures.map(\.words).joined(separator: " ")
        default: ""
        }
    }
}

/// A text filled with blanks to a number of columns; for ASCII.
func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.unicodeScalars.count))
}

/// A number with a comma at the thousands: `1,195`.
func grouped(_ number: Int) -> String { GroupedNumber(number).text }
