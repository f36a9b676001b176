import ConsoleCore
import SettingsText

/// What was typed in the shell: the program's own options taken out, the rest left for the command.
struct Arguments: Equatable {
    /// The program's own options.
    var options = GlobalOptions()
    /// The command's name and what belongs to it, its options among them; empty when no command was named.
    var words: [String] = []
    /// Whether help was asked for.
    var help = false
    /// Whether the version was asked for.
    var version = false

    /// Reads the words after the program's name.
    ///
    /// The program's options may stand anywhere before `--`; a value that follows an option is never taken for one. The
    /// first word that is no option is the command, or there is none.
    init(_ words: [String]) throws(Failure) {
        var rest = words[...]
        var command: Command?
        var offered: [CallOption] = Command.console.entry.options
        while let word = rest.popFirst() {
            if word == "--" {
                if command != nil { self.words.append(word) }
                self.words += rest
                break
            }
            if word.hasPrefix("--") {
                try takeLong(word, &rest, offered)
            } else if let value = attachedMessage(word, offered) {
                self.words += ["--" + CallOption.message.rawValue, value]
            } else if word.hasPrefix("-"), word != "-",
                let option = offered.first(where: { word == "-" + ($0.short ?? "-") })
            {
                self.words.append(word)
                if option.takesValue, let value = rest.popFirst() { self.words.append(value) }
            } else if let flags = cluster(word) {
                for flag in flags { try set(flag, nil) }
            } else if command != nil || word.hasPrefix("-") || self.words.first == Arguments.helpWord {
                self.words.append(word)
            } else {
                command = try Arguments.command(word)
                offered = command?.entry.options ?? []
                // Options before the command were read as the console's.
                self.words.insert(word, at: 0)
            }
        }
        if command == nil, !help, !self.words.isEmpty, self.words[0].hasPrefix("-") {
            self.words.insert(Command.console.name, at: 0)
        }
    }

    /// The word that asks for help in the place of a command.
    static let helpWord = "help"

    /// The command of a name; nil for the word that asks for help.
    private static func command(_ name: String) throws(Failure) -> Command? {
        if name == helpWord { return nil }
        guard let command = Command(name: name) else { throw .unknownCommand(name) }
        return command
    }

    private mutating func takeLong(
        _ word: String, _ rest: inout ArraySlice<String>, _ offered: [CallOption]
    ) throws(Failure) {
        let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        let value = parts.count > 1 ? String(parts[1]) : nil
        if let option = offered.first(where: { $0.isCalled(name) }) {
            words.append(word)
            if option.takesValue, value == nil, let next = rest.popFirst() { words.append(next) }
            return
        }
        guard let option = GlobalOption(rawValue: name) else {
            let known = offered.map(\.rawValue) + GlobalOption.allCases.map(\.rawValue)
            let near = closest(to: name, in: known).map { " Did you mean --\($0)?" } ?? " See --help."
            throw .usage("There is no option --\(name) here.\(near)")
        }
        if option.value != nil {
            guard let value = value ?? rest.popFirst() else { throw .usage("The option --\(name) needs a value.") }
            try set(option, value)
        } else {
            guard value == nil else { throw .usage("The option --\(name) takes no value.") }
            try set(option, nil)
        }
    }

    /// `-mTEXT`: the text of a note, written without a blank.
    private func attachedMessage(_ word: String, _ offered: [CallOption]) -> String? {
        guard offered.contains(.message), word.hasPrefix("-m"), word.utf8.count > 2 else { return nil }
        return String(word.dropFirst(2))
    }

    /// `-ny`: flags written together; nil when any of the letters is none.
    private func cluster(_ word: String) -> [GlobalOption]? {
        guard word.hasPrefix("-"), word.utf8.count > 1 else { return nil }
        var flags: [GlobalOption] = []
        for letter in word.unicodeScalars.dropFirst() {
            guard let flag = GlobalOption.byLetter[letter] else { return nil }
            flags.append(flag)
        }
        return flags
    }

    private mutating func set(_ option: GlobalOption, _ value: String?) throws(Failure) {
        switch option {
        case .store: options.store = value
        case .actingAs: options.actingAs = value
        case .now: options.now = value
        case .readOnly: options.readOnly = true
        case .json, .jsonl, .csv, .plain:
            let form = OutputForm(rawValue: option.rawValue)
            if let given = options.form, given != form {
                throw .usage("Only one of --json, --jsonl, --csv and --plain can be given.")
            }
            options.form = form
        case .columns: options.columns = (value ?? "").split(separator: ",").map(String.init)
        case .noHeaders: options.headers = false
        case .dryRun: options.dryRun = true
        case .yes: options.yes = true
        case .noInput: options.noInput = true
        case .color:
            guard let choice = ColorChoice(rawValue: value ?? "") else {
                throw .usage("--color is auto, always or never, not \(value ?? "").")
            }
            options.color = choice
        case .help: help = true
        case .version: version = true
        }
    }
}
