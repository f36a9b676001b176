/// What keys so far mean.
public enum KeyAnswer<Command: Hashable & Sendable>: Equatable, Sendable {
    /// They are a command.
    case command(Command)
    /// They begin one or more commands; the next key decides.
    case pending
    /// They mean nothing.
    case none
}

/// Which keys give which command, context by context.
public struct Keymap<Context: Hashable & Sendable, Command: Hashable & Sendable>: Equatable, Sendable {
    private var bindings: [Context: [KeySequence: Command]] = [:]
    /// The same the other way round, because the keys of commands are shown at every key press.
    private var sequences: [Context: [Command: [KeySequence]]] = [:]
    private var beginnings: [Context: Set<KeySequence>] = [:]

    /// Makes a map without bindings.
    public init() {}

    /// Binds a sequence; what it was bound to before is forgotten.
    public mutating func bind(_ sequence: KeySequence, to command: Command, in context: Context) {
        forget(sequence, in: context)
        bindings[context, default: [:]][sequence] = command
        var known = sequences[context]?[command] ?? []
        known.append(sequence)
        known.sort { ($0.keys.count, $0.notation) < ($1.keys.count, $1.notation) }
        sequences[context, default: [:]][command] = known
        for count in 1..<max(1, sequence.keys.count) {
            guard let beginning = KeySequence(Array(sequence.keys.prefix(count))) else { continue }
            beginnings[context, default: []].insert(beginning)
        }
    }

    /// Takes a binding away.
    public mutating func unbind(_ sequence: KeySequence, in context: Context) {
        forget(sequence, in: context)
        var left: Set<KeySequence> = []
        for other in (bindings[context] ?? [:]).keys {
            for count in 1..<max(1, other.keys.count) {
                if let beginning = KeySequence(Array(other.keys.prefix(count))) { left.insert(beginning) }
            }
        }
        beginnings[context] = left
    }

    private mutating func forget(_ sequence: KeySequence, in context: Context) {
        guard let command = bindings[context]?.removeValue(forKey: sequence) else { return }
        sequences[context]?[command]?.removeAll { $0 == sequence }
    }

    /// What keys mean; the first context that knows them decides.
    ///
    /// A command wins over a longer one that begins with the same keys.
    public func answer(to keys: [Key], in contexts: [Context]) -> KeyAnswer<Command> {
        guard let sequence = KeySequence(keys) else { return .none }
        for context in contexts {
            if let command = bindings[context]?[sequence] { return .command(command) }
            if beginnings[context]?.contains(sequence) ?? false { return .pending }
        }
        return .none
    }

    /// The sequences that give a command in a context, shortest first.
    public func keys(for command: Command, in context: Context) -> [KeySequence] {
        sequences[context]?[command] ?? []
    }

    /// All bindings of a context.
    public func all(in context: Context) -> [KeySequence: Command] { bindings[context] ?? [:] }
}

/// The keys of a sequence that is not finished.
public struct KeyFeed: Equatable, Sendable {
    /// The keys so far.
    public private(set) var pending: [Key] = []

    /// Makes an empty feed.
    public init() {}

    /// Adds a key and says what all so far mean; unless they are pending, the feed is empty again.
    ///
    /// Keys that mean nothing together are forgotten, the last one with them: who mistypes the end of a sequence means no
    /// act of that key alone.
    public mutating func feed<Context, Command>(
        _ key: Key, to map: Keymap<Context, Command>, in contexts: [Context]
    ) -> KeyAnswer<Command> {
        let together = map.answer(to: pending + [key], in: contexts)
        switch together {
        case .pending:
            pending.append(key)
            return .pending
        case .command:
            pending = []
            return together
        case .none:
            pending = []
            return .none
        }
    }

    /// Forgets the keys so far.
    public mutating func clear() { pending = [] }
}
