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
    @usableFromInline var bindings: [Context: [KeySequence: Command]] = [:]
    @usableFromInline var beginnings: [Context: Set<KeySequence>] = [:]

    /// Makes a map without bindings.
    public init() {}

    /// Binds a sequence; what it was bound to before is forgotten.
    public mutating func bind(_ sequence: KeySequence, to command: Command, in context: Context) {
        bindings[context, default: [:]][sequence] = command
        for count in 1..<max(1, sequence.keys.count) {
            guard let beginning = KeySequence(Array(sequence.keys.prefix(count))) else { continue }
            beginnings[context, default: []].insert(beginning)
        }
    }

    /// Takes a binding away.
    public mutating func unbind(_ sequence: KeySequence, in context: Context) {
        bindings[context]?[sequence] = nil
        var left: Set<KeySequence> = []
        for other in (bindings[context] ?? [:]).keys {
            for count in 1..<max(1, other.keys.count) {
                if let beginning = KeySequence(Array(other.keys.prefix(count))) { left.insert(beginning) }
            }
        }
        beginnings[context] = left
    }

    /// What keys mean; the first context that knows them decides.
    ///
    /// A command wins over a longer one that begins with the same keys.
    @inlinable  // Asked at every key press: worth a copy made for the caller's types.
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
        all(in: context).filter { $0.value == command }.keys
            .sorted { ($0.keys.count, $0.notation) < ($1.keys.count, $1.notation) }
    }

    /// All bindings of a context.
    public func all(in context: Context) -> [KeySequence: Command] { bindings[context] ?? [:] }
}

/// The keys of a sequence that is not finished.
public struct KeyFeed: Equatable, Sendable {
    @usableFromInline var keys: [Key] = []
    /// The keys so far.
    public var pending: [Key] { keys }

    /// Makes an empty feed.
    public init() {}

    /// Adds a key and says what all so far mean; unless they are pending, the feed is empty again.
    ///
    /// Keys that mean nothing together are forgotten, the last one with them: who mistypes the end of a sequence means no
    /// act of that key alone.
    @inlinable
    public mutating func feed<Context, Command>(
        _ key: Key, to map: Keymap<Context, Command>, in contexts: [Context]
    ) -> KeyAnswer<Command> {
        let together = map.answer(to: keys + [key], in: contexts)
        switch together {
        case .pending:
            keys.append(key)
            return .pending
        case .command:
            keys = []
            return together
        case .none:
            keys = []
            return .none
        }
    }

    /// Forgets the keys so far.
    public mutating func clear() { keys = [] }
}
