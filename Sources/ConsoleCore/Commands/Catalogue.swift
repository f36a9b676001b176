extension CommandEntry {
    /// The whole catalogue, in the order of help pages.
    public static let all: [CommandEntry] = sections.flatMap(\.entries)

    /// The same under a heading for each kind of command.
    static let sections: [(title: String, entries: [CommandEntry])] = [
        ("Cases", caseEntries), ("Look", viewEntries), ("Mark", markEntries), ("Move", moveEntries),
        ("Customers and records", placeEntries), ("Typed commands", shellEntries + recordEntries + siteEntries),
    ].map { ($0, $1.map(\.onDesks)) }

    fileprivate static let byCommand: [Command: CommandEntry] =
        Dictionary(all.map { ($0.command, $0) }, uniquingKeysWith: { first, _ in first })

    /// What footers ask of an entry at every paint, which is less than all of it.
    struct Footing: Sendable {
        var title: String
        var needs: Set<Need>
        var isOfShellAlone: Bool
    }

    fileprivate static let footings: [Command: Footing] = byCommand.mapValues { entry in
        Footing(title: entry.title, needs: entry.needs, isOfShellAlone: entry.contexts.isEmpty)
    }

    // Builders, so that the tables read as tables.

    func keys(_ notations: String..., in contexts: Set<KeyContext> = [.queue, .page]) -> CommandEntry {
        var copy = self
        for notation in notations {
            copy.keys.append(DefaultKey(contexts: contexts, notation: notation, words: []))
        }
        copy.contexts.formUnion(contexts)
        return copy
    }

    func key(_ notation: String, words: [String], in contexts: Set<KeyContext> = [.queue, .page]) -> CommandEntry {
        var copy = self
        copy.keys.append(DefaultKey(contexts: contexts, notation: notation, words: words))
        copy.contexts.formUnion(contexts)
        return copy
    }

    func console(_ contexts: Set<KeyContext> = [.queue, .page]) -> CommandEntry {
        var copy = self
        copy.contexts.formUnion(contexts)
        return copy
    }

    func shell(_ usage: String = "", _ options: CallOption...) -> CommandEntry {
        var copy = self.usage(usage, options)
        copy.inShell = true
        return copy
    }

    /// In the shell it is written and works otherwise.
    func inShell(_ usage: String, _ help: String) -> CommandEntry {
        var copy = self
        copy.inShell = true
        copy.shellForm = ShellForm(usage: usage, help: help)
        return copy
    }

    func usage(_ usage: String, _ options: [CallOption] = []) -> CommandEntry {
        var copy = self
        copy.usage = usage
        copy.options = options
        return copy
    }

    func needs(_ needs: Need...) -> CommandEntry {
        var copy = self
        copy.needs = Set(needs)
        return copy
    }

    func asksFirst() -> CommandEntry {
        var copy = self
        copy.destroys = true
        return copy
    }

    func line() -> CommandEntry {
        var copy = self
        copy.takesLine = true
        return copy
    }
}

extension Command {
    /// What the catalogue knows of it.
    public var entry: CommandEntry {
        CommandEntry.byCommand[self] ?? CommandEntry(self, rawValue, "")
    }

    /// What footers call it, and what must be there before it can be done.
    var footing: CommandEntry.Footing {
        CommandEntry.footings[self] ?? CommandEntry.Footing(title: rawValue, needs: [], isOfShellAlone: true)
    }

    /// What screens call what some commands are about: typed, it means those.
    static let alsoCalled: [String: Command] = [
        "centre": .center, "licence": .license, "membership": .renewal, "machine": .hardware,
    ]

    /// The name as screens have it.
    var nameOnScreen: String { Command.alsoCalled.first { $0.value == self }?.key ?? name }

    /// The command of a name; nil when there is none.
    public init?(name: some StringProtocol) {
        guard let command = Command(rawValue: String(name)) ?? Command.alsoCalled[String(name)] else { return nil }
        self = command
    }
}
