import CaseExchange
import CaseModel
import ConsoleCore
import SettingsText
import TerminalUI

extension Shell {
    /// `policy list|show [SECTION [NAME]]|export|check [FILE]|use FILE|holidays FILE.ics --calendar NAME`.
    func policies(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let rest = Array(call.words.dropFirst())
        switch (call.words.first ?? "list", rest.count) {
        case ("list", 0): return try await listPolicies()
        case ("show", 0...2): return try show(try await policyOfStore(), rest)
        case ("export", 0): return try await exportPolicy()
        case ("check", 0...1): return try checkPolicies(rest.first)
        case ("use", 1): return try await usePolicy(rest[0])
        case ("holidays", 1): return try await holidays(rest[0], call)
        default: throw .usage("Usage: \(usage(call))")
        }
    }

    private func listPolicies() async throws(Failure) -> ExitCode {
        let shelf = PolicyShelf(places: places)
        let kept = try await keptPolicies()
        let columns = [
            Column("name", "Edition", wide: true), Column("from", "From"), Column("mark", "Mark"),
            Column("effective", "Effective"),
            Column("legacy", "Legacy"), Column("successor", "Successor", wide: true),
            Column("supersedes", "Supersedes", wide: true), Column("inForce", "In force"),
            Column("problems", "Problems", number: true),
        ]
        var printer = try RecordPrinter(columns, self)
        try printer.write(
            shelf.editions.map { edition in
                let facts = edition.policy?.edition
                return .object([
                    .init("name", .string(edition.name)), .init("from", .string(edition.path ?? Layer.builtIn.words)),
                    .init("mark", JSON(edition.policy?.mark)),
                    .init("effective", JSON(describing: facts?.effective)),
                    .init("legacy", facts.map { .bool($0.isLegacy) } ?? .null),
                    .init("successor", JSON(facts?.successor)), .init("supersedes", JSON(facts?.supersedes)),
                    .init("inForce", .bool(kept.isEmpty && edition == shelf.inForce)),
                    .init("problems", .number(Int64(edition.reading.problems.count))),
                ])
            })
        // Where a store is, its last one is in force, whatever the person's own files say.
        try printer.write(
            kept.map { policy in
                .object([
                    .init("name", .string(policy.edition.name)), .init("from", .string("store")),
                    .init("mark", .string(policy.mark)),
                    .init("effective", JSON(describing: policy.edition.effective)),
                    .init("legacy", .bool(policy.edition.isLegacy)),
                    .init("successor", JSON(policy.edition.successor)),
                    .init("supersedes", JSON(policy.edition.supersedes)),
                    .init("inForce", .bool(policy.mark == kept.last?.mark)), .init("problems", .number(0)),
                ])
            })
        try printer.finish()
        for problem in shelf.problems { try notes.line(Shown(detail: problem)) }
        return .done
    }

    /// The file in force, byte for byte; on a terminal through the filter, like everything that is shown there.
    private func exportPolicy() async throws(Failure) -> ExitCode {
        let edition = try await policyOfStore()
        let bytes = edition.text
        if wantsJSON {
            let text = String(decoding: bytes, as: UTF8.self)
            try printJSON(.object([.init("name", .string(edition.edition.name)), .init("text", .string(text))]))
            return .done
        }
        guard data.isTerminal else {
            try data.bytes(bytes)
            return .done
        }
        for line in Shown.lines(String(decoding: bytes, as: UTF8.self)) { try data.line(line) }
        return .done
    }

    /// Values with their sources: all, those of a kind of section, or those of one.
    private func show(_ policy: Policy, _ words: [String]) throws(Failure) -> ExitCode {
        let sections = try sections(of: policy, words)
        guard options.form == nil || options.form == .table else { return try printValues(sections, policy) }
        for (index, section) in sections.enumerated() {
            if index > 0 { try data.line("") }
            let name = section.name.map { " \"\($0)\"" } ?? ""
            try data.line(Shown(detail: "[\(section.kind)\(name)]"))
            let width = section.values.map { $0.key.unicodeScalars.count + $0.value.unicodeScalars.count }.max() ?? 0
            for entry in section.values {
                let text = "\(entry.key) = \(entry.value)"
                let credit = section.kind == "source" ? "" : policy.credit(entry.tags)
                let gap = max(1, min(width, 60) + 5 - text.unicodeScalars.count)
                try data.line(Shown(detail: "  \(text)" + (credit.isEmpty ? "" : blanks(gap) + credit)))
            }
        }
        return .done
    }

    private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

    private func printValues(_ sections: [Policy.Section], _ policy: Policy) throws(Failure) -> ExitCode {
        let columns = [
            Column("section", "Section"), Column("name", "Name"), Column("key", "Key"),
            Column("value", "Value", wide: true), Column("sources", "Sources"), Column("mark", "Mark"),
        ]
        var printer = try RecordPrinter(columns, self)
        for section in sections {
            try printer.write(
                section.values.map { entry in
                    .object([
                        .init("section", .string(section.kind)), .init("name", JSON(section.name)),
                        .init("key", .string(entry.key)), .init("value", .string(entry.value)),
                        .init("sources", .array(entry.tags.map(JSON.string))),
                        .init("mark", JSON(policy.mark(entry.tags))),
                    ])
                })
        }
        try printer.finish()
        return .done
    }

    private func sections(of policy: Policy, _ words: [String]) throws(Failure) -> [Policy.Section] {
        guard let kind = words.first else { return policy.sections }
        let ofKind = policy.sections.filter { $0.kind == kind }
        guard !ofKind.isEmpty else { throw notThere("section", kind, policy.sections.map(\.kind)) }
        guard let name = words.dropFirst().first else { return ofKind }
        let named = ofKind.filter { $0.name == name }
        guard !named.isEmpty else { throw notThere(kind, name, ofKind.compactMap(\.name)) }
        return named
    }

    /// Nothing of that name, with the nearest that is.
    func notThere(_ what: String, _ name: String, _ known: [String]) -> Failure {
        let near = closest(to: name, in: known).map { " Did you mean \($0)?" } ?? ""
        return Failure(.notFound, "The policy has no \(what) \(name).\(near)")
    }
}
