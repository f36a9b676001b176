import TerminalUI

/// A binding from the user's key file.
public struct KeyBinding: Equatable, Sendable {
    /// `queue`, `page`, or `all`.
    public var context: String
    /// The keys in order: `gg`, `<C-d>`.
    public var keys: String
    /// The command line they stand for; empty takes the keys' meaning away.
    public var line: String
    /// Where it stands, for messages: `keys, line 3`.
    public var origin: String

    /// A binding from a key file.
    public init(context: String, keys: String, line: String, origin: String) {
        self.context = context
        self.keys = keys
        self.line = line
        self.origin = origin
    }
}

/// What keys mean, and those pressed so far that mean nothing alone.
struct Keyboard: Equatable, Sendable {
    /// The bindings of each context.
    private let map: Keymap<KeyContext, CommandCall>
    /// Those of one key, which most keys are: found without making a sequence of it.
    private let singles: [[Key: CommandCall]]
    /// The keys of each command as people read them, worked out once: footers show them at every paint.
    let labels: [KeyContext: [Command: [String]]]
    /// Keys pressed so far.
    var pending = KeyFeed()
    /// Lines typed after `:`, the newest last.
    var history: [String] = []
    /// ctrl-c was the last key.
    var cancelled = false

    /// Stops what is being typed, in every input.
    static let cancel = Key.ctrl("c")
    /// Puts the program to sleep, also while text is typed.
    static let sleep = Key.ctrl("z")
    /// Sends what a frame holds.
    static let send = Key.ctrl("d")
    /// Opens the outside editor on what a frame holds.
    static let outside = Key.ctrl("o")

    init(map: Keymap<KeyContext, CommandCall>) {
        self.map = map
        var labels: [KeyContext: [Command: [String]]] = [:]
        var singles: [[Key: CommandCall]] = Array(repeating: [:], count: KeyContext.allCases.count)
        for context in KeyContext.allCases {
            var bound: [Command: [KeySequence]] = [:]
            for (sequence, call) in map.all(in: context) {
                if sequence.keys.count == 1 { singles[context.place][sequence.keys[0]] = call }
                if call == CommandCall(call.command) { bound[call.command, default: []].append(sequence) }
            }
            labels[context] = bound.reduce(into: [:]) { labels, entry in
                let usual = entry.key.entry.keys.compactMap { KeySequence(notation: $0.notation) }
                let own = entry.value.filter { !usual.contains($0) }.sorted { $0.notation < $1.notation }
                labels[entry.key] = (usual.filter { entry.value.contains($0) } + own).map(\.readable)
            }
        }
        self.labels = labels
        self.singles = singles
    }

    /// What keys mean by default.
    static let defaults: Keymap<KeyContext, CommandCall> = {
        var map = Keymap<KeyContext, CommandCall>()
        for entry in CommandEntry.all {
            for key in entry.keys {
                guard let sequence = KeySequence(notation: key.notation) else { continue }
                for context in key.contexts {
                    map.bind(sequence, to: CommandCall(entry.command, key.words), in: context)
                }
            }
        }
        return map
    }()

    /// The default keys with the user's over them; what is wrong with those is said, and the rest holds.
    static func bindings(_ own: [KeyBinding]) -> (keyboard: Keyboard, problems: [String]) {
        var map = defaults
        var problems: [String] = []
        for binding in own {
            do throws(CallProblem) {
                try bind(binding, in: &map)
            } catch {
                problems.append("\(binding.origin): \(error.description)")
            }
        }
        return (Keyboard(map: map), problems)
    }

    private static func bind(
        _ binding: KeyBinding, in map: inout Keymap<KeyContext, CommandCall>
    ) throws(CallProblem) {
        let contexts: [KeyContext]
        if binding.context == "all" || binding.context.isEmpty {
            contexts = KeyContext.allCases
        } else if let context = KeyContext(rawValue: binding.context) {
            contexts = [context]
        } else {
            let known = KeyContext.allCases.map(\.rawValue) + ["all"]
            throw CallProblem.unknown("place for keys", binding.context, among: known)
        }
        guard let sequence = KeySequence(notation: binding.keys) else {
            throw CallProblem("\(binding.keys) is no key.", "Write j, gg, <C-d>, <F5>.")
        }
        guard sequence != KeySequence(cancel) else {
            throw CallProblem("ctrl-c keeps its meaning.", "Bind another key.")
        }
        let call: CommandCall? = binding.line.isEmpty ? nil : try CommandCall(line: binding.line)
        for context in contexts {
            // A command wins over a longer one that begins with its keys; here the person meant the longer one.
            if call != nil {
                for count in 1..<sequence.keys.count {
                    if let beginning = KeySequence(Array(sequence.keys.prefix(count))) {
                        map.unbind(beginning, in: context)
                    }
                }
            }
            if let call { map.bind(sequence, to: call, in: context) } else { map.unbind(sequence, in: context) }
        }
    }

    /// Takes a key: the command that is complete with it, or what else it means.
    mutating func take(_ key: Key, in context: KeyContext) -> KeyAnswer<CommandCall> {
        if pending.pending.isEmpty, let call = singles[context.place][key] { return .command(call) }
        return pending.feed(key, to: map, in: [context])
    }

    /// Whether a key alone means a command.
    func means(_ key: Key, _ command: Command, in context: KeyContext) -> Bool {
        singles[context.place][key]?.command == command
    }

    /// Takes a key: the command that is complete with it, or nil.
    mutating func feed(_ key: Key, in context: KeyContext) -> CommandCall? {
        guard case .command(let call) = take(key, in: context) else { return nil }
        return call
    }

    /// What may follow the keys pressed so far: the next key, and what the sequence then means.
    func continuations(in context: KeyContext) -> [(key: String, call: CommandCall)] {
        let pressed = pending.pending
        return map.all(in: context).compactMap { sequence, call in
            guard sequence.keys.count > pressed.count, Array(sequence.keys.prefix(pressed.count)) == pressed,
                let next = KeySequence(Array(sequence.keys[pressed.count...]))
            else { return nil }
            return (next.readable, call)
        }
        .sorted { $0.key < $1.key }
    }

    /// The keys of a command as people read them, the usual one first.
    func notations(for command: Command, in context: KeyContext) -> [String] {
        labels[context]?[command] ?? []
    }

    /// The usual key of a command in a sentence: `t`; the line for it where no key is bound: `:take`.
    ///
    /// - Parameter words: what is said with the command: `g c` goes to `contacts`.
    func key(for command: Command, _ words: String..., in context: KeyContext) -> String {
        let call = CommandCall(command, words)
        let bound =
            words.isEmpty
            ? notations(for: command, in: context).first
            : map.keys(for: call, in: context).first?.readable
        return bound ?? ":" + ([command.name] + words).joined(separator: " ")
    }
}

extension KeySequence {
    /// The keys as footers and lists write them: `ctrl-d`, `shift-tab`, `Enter`, `g q`.
    var readable: String { keys.map(\.readable).joined(separator: " ") }
}

extension Key {
    /// The key as people call it, without the brackets in which settings write it.
    fileprivate var readable: String {
        var bare = self
        bare.modifiers = []
        let name =
            switch bare {
            case .enter: "Enter"
            case .escape: "Esc"
            case .space: "Space"
            default: bare.typed.map(String.init) ?? String(bare.notation.dropFirst().dropLast())
            }
        guard !modifiers.isEmpty else { return name }
        let held = [(Modifiers.ctrl, "ctrl-"), (.alt, "alt-"), (.shift, "shift-")].filter { modifiers.contains($0.0) }
        return held.map(\.1).joined() + (bare.typed == nil ? name.lowercased() : name)
    }
}

extension ConsoleState {
    /// The usual key of a command where the person is, for a sentence; its line where it has none.
    func key(_ command: Command) -> String { keyboard.key(for: command, in: keyContext) }

    /// The same for a command with a word: the key that goes to a place.
    func key(_ command: Command, _ word: String) -> String { keyboard.key(for: command, word, in: keyContext) }
}
