import CaseExchange
import ConsoleCore
import EmbeddedFiles
import SettingsText
import TerminalUI

extension Shell {
    /// `paths`: which files are used, whether they are there, and who decided.
    func paths(_ call: CommandCall) throws(Failure) -> ExitCode {
        try expectNoWords(call)
        let store = settings.store
        let file = Layer.builtIn.words
        let path = Places.absolute(store.value)
        var rows: [(String, String, String)] = [("store", path, store.by.words)]
        for suffix in ["-wal", "-shm", "-lock"] {
            rows.append(("store\(suffix)", path + suffix, "beside the store"))
        }
        for (folder, who) in [(places.system, file), (places.config, configLayer)] {
            for name in ["settings", "keys", "queues", "themes", "policy"] {
                rows.append((name, folder + "/" + name, who))
            }
        }
        rows.append(("drafts", places.drafts, stateLayer))
        rows.append(("log", places.log, stateLayer))
        rows.append(("temporary", places.temporary, file))
        let columns = [
            Column("what", "What"), Column("exists", "There"), Column("path", "Path", whole: true),
            Column("decidedBy", "Decided by", whole: true),
        ]
        var printer = try RecordPrinter(columns, self)
        let shelf = PolicyShelf(places: places)
        var objects = rows.map { what, path, who in
            JSON.object([
                .init("what", .string(what)), .init("path", .string(path)),
                .init("exists", .bool(BoundedFile.exists(path))), .init("decidedBy", .string(who)),
            ])
        }
        for (what, decided) in [("theme", settings.theme), ("queue", settings.queue)] {
            objects.append(
                .object([
                    .init("what", .string(what)), .init("path", JSON(decided.value.isEmpty ? nil : decided.value)),
                    .init("exists", .null), .init("decidedBy", .string(decided.by.words)),
                ]))
        }
        objects.append(
            .object([
                .init("what", .string("policy of new stores")), .init("path", JSON(shelf.inForce?.name)),
                .init("exists", .null),
                .init("decidedBy", .string(shelf.inForce?.path ?? Layer.builtIn.words)),
            ]))
        try printer.write(objects)
        try printer.finish()
        for problem in everyProblem + shelf.problems { try notes.line(Shown(detail: problem)) }
        return .done
    }

    /// What is wrong in any of the files that people edit.
    private var everyProblem: [String] {
        settings.problems + KeysFile.read(places: places).problems + QueueFolder.read(places: places).problems
    }

    private var configLayer: String { surroundings["XDG_CONFIG_HOME"] == nil ? "$HOME" : "$XDG_CONFIG_HOME" }
    private var stateLayer: String { surroundings["XDG_STATE_HOME"] == nil ? "$HOME" : "$XDG_STATE_HOME" }

    /// `theme list|show NAME`.
    func themes(_ call: CommandCall) throws(Failure) -> ExitCode {
        let shelf = ThemeShelf(places: places)
        switch (call.words.first ?? "list", call.words.count) {
        case ("list", ...1):
            let columns = [Column("name", "Name"), Column("from", "From", wide: true), Column("inUse", "In use")]
            var printer = try RecordPrinter(columns, self)
            try printer.write(
                shelf.names.map { name in
                    .object([
                        .init("name", .string(name)), .init("from", .string(shelf.path(of: name) ?? "built in")),
                        .init("inUse", .bool(name == settings.theme.value)),
                    ])
                })
            try printer.finish()
            return .done
        case ("show", 2): return try show(theme: call.words[1], shelf)
        default:
            throw .usage("The shell knows: theme list, theme show NAME. The console uses one: console --theme NAME.")
        }
    }

    private func show(theme name: String, _ shelf: ThemeShelf) throws(Failure) -> ExitCode {
        guard let bytes = shelf.bytes(of: name) else {
            let near = closest(to: name, in: shelf.names).map { " Did you mean \($0)?" } ?? ""
            throw Failure(.notFound, "There is no theme \(name).\(near)")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        if wantsJSON {
            try printJSON(
                .object([
                    .init("name", .string(name)), .init("from", .string(shelf.path(of: name) ?? "built in")),
                    .init("text", .string(text)),
                ]))
        } else {
            for line in Shown.lines(text) { try data.line(line) }
        }
        for problem in shelf.theme(name)?.problems ?? [] { try notes.line(Shown(detail: problem)) }
        return .done
    }

    /// `keys [check]`: the keys of the console; `check` only reads the person's file.
    func keys(_ call: CommandCall) throws(Failure) -> ExitCode {
        let (bindings, problems) = KeysFile.read(places: places)
        for problem in problems { try notes.line(Shown(detail: problem)) }
        guard ["list", "check"].contains(call.words.first ?? "list"), call.words.count <= 1 else {
            throw .usage("Usage: \(usage(call))")
        }
        if call.words.first == "check" {
            if wantsJSON {
                try printJSON(
                    .object([
                        .init("keys", .number(Int64(bindings.count))),
                        .init("problems", .array(problems.map(JSON.string))),
                    ]))
            } else {
                try data.line("\(bindings.count) keys of your own, \(problems.count) problems.")
            }
            return problems.isEmpty ? .done : .failed
        }
        let columns = [
            Column("keys", "Keys"), Column("command", "Command"), Column("where", "Where"),
            Column("help", "What it does", wide: true),
        ]
        var objects: [JSON] = []
        for entry in CommandEntry.all where !entry.keys.isEmpty {
            for key in entry.keys {
                let line = ([entry.command.name] + key.words).joined(separator: " ")
                objects.append(object(key.notation, line, key.contexts.map(\.rawValue).sorted(), entry.help))
            }
        }
        for binding in bindings {
            objects.append(object(binding.keys, binding.line, [binding.context], "From \(binding.origin)."))
        }
        var printer = try RecordPrinter(columns, self)
        try printer.write(objects)
        try printer.finish()
        return .done
    }

    private func object(_ keys: String, _ command: String, _ places: [String], _ help: String) -> JSON {
        .object([
            .init("keys", .string(keys)), .init("command", .string(command)),
            .init("where", .array(places.map(JSON.string))), .init("help", .string(help)),
        ])
    }
}
