import CaseModel

/// A command with what was said after its name; keys, the `:` line and the shell all make these.
public struct CommandCall: Hashable, Sendable {
    /// The command.
    public var command: Command
    /// The words after its name that are no options.
    public var words: [String]
    /// The options that were given; a flag has an empty value.
    public var options: [CallOption: String]

    /// A command with its words and options.
    public init(_ command: Command, _ words: [String] = [], options: [CallOption: String] = [:]) {
        self.command = command
        self.words = words
        self.options = options
    }

    /// Reads a command line as typed after `:` or in a key file.
    public init(line: String) throws(CallProblem) {
        let trimmed = line.trimmedBlanks
        let name = String(trimmed.unicodeScalars.prefix { !$0.properties.isWhitespace })
        guard !name.isEmpty else {
            throw CallProblem("No command was typed.", "Type one, such as take, or keys for all of them.")
        }
        if let command = Command(name: name), command.entry.takesLine {
            let rest = String(trimmed.unicodeScalars.dropFirst(name.unicodeScalars.count)).trimmedBlanks
            self.init(command, rest.isEmpty ? [] : [rest])
        } else if name == trimmed,
            name.lowercased().hasPrefix("cs-") || name.utf8.allSatisfy({ (48...57).contains($0) })
                || RecordID(text: name) != nil
        {
            // A number, pasted from a mail or of a row, is meant to be opened.
            self.init(.open, [name])
        } else if let command = CommandCall.habits[name] {
            self.init(command)
        } else if Command(name: name) == nil {
            throw CallProblem.noCommand(name)
        } else {
            try self.init(words: splitWords(trimmed))
        }
    }

    /// What fingers type that learnt other programs first.
    private static let habits: [String: Command] = ["q": .quit, "wq": .quit, "q!": .quit, "help": .keys]

    /// Reads the words of a shell command, the command's name first, the program's own options taken out.
    public init(words: [String]) throws(CallProblem) {
        guard let name = words.first else { throw CallProblem("No command was given.", "Type one, such as list.") }
        guard let command = Command(name: name) else {
            throw CallProblem.unknown("command", name, among: Command.allCases.map(\.name) + ["help"])
        }
        self.init(command)
        var rest = words.dropFirst()
        while let word = rest.popFirst() {
            if word == "--" {
                self.words += rest
                break
            }
            guard let (option, value) = try CommandCall.option(word, of: command) else {
                self.words.append(word)
                continue
            }
            if !option.takesValue {
                guard value == nil else { throw CallProblem("The option --\(option.rawValue) takes no value.") }
                options[option] = ""
            } else if let value = value ?? rest.popFirst() {
                let before = option.mayRepeat ? options[option].map { $0 + "," } : nil
                options[option] = (before ?? "") + value
            } else {
                throw CallProblem("The option \(word) needs a value.", "Usage: \(command.name) \(command.entry.usage)")
            }
        }
    }

    /// Whether an option was given.
    public func has(_ option: CallOption) -> Bool { options[option] != nil }

    /// The option that a word is, with the value after `=`; nil when the word is no option.
    private static func option(_ word: String, of command: Command) throws(CallProblem) -> (CallOption, String?)? {
        let known = command.entry.options
        if word.hasPrefix("--") {
            let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts.first.map(String.init) ?? ""
            guard let option = known.first(where: { $0.isCalled(name) }) else {
                let names = known.map { "--" + $0.rawValue }
                throw CallProblem.unknown("option", "--" + name, among: names)
            }
            return (option, parts.count > 1 ? String(parts[1]) : nil)
        }
        for option in known {
            if let short = option.short, word == "-" + short { return (option, nil) }
        }
        // A lone dash is standard input; a dash before anything else is a sort key or a term that must not hold.
        return nil
    }
}

/// Splits a line at blanks; single or double quotes keep blanks, a backslash keeps the next sign.
func splitWords(_ line: String) throws(CallProblem) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    var open: Unicode.Scalar?
    var started = false
    var escaped = false
    for scalar in line.unicodeScalars {
        if escaped {
            word.append(scalar)
            escaped = false
        } else if scalar == "\\", open != "'" {
            escaped = true
            started = true
        } else if let quote = open {
            if scalar == quote { open = nil } else { word.append(scalar) }
        } else if scalar == "\"" || scalar == "'" {
            open = scalar
            started = true
        } else if scalar.properties.isWhitespace {
            if started { words.append(String(word)) }
            word = String.UnicodeScalarView()
            started = false
        } else {
            word.append(scalar)
            started = true
        }
    }
    if let open { throw CallProblem("A quotation mark \(open) is not closed.", "Add the second one.") }
    if escaped { word.append("\\") }
    if started { words.append(String(word)) }
    return words
}

extension String {
    /// The text without blanks at its ends.
    public var trimmedBlanks: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}
