import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `reference list|show CODE|checked CODE… [--on DAY] [-m TEXT]`: texts and portals, and when somebody last looked.
    func references(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let policy = try await bookAndAgents().book.inForce
        let words = Array(call.words.dropFirst())
        switch (call.words.first ?? "list", words.count) {
        case ("list", 0): try print(policy.references, try await checksIfAny(), policy)
        case ("show", 1):
            let reference = try reference(words[0], policy)
            try await show(reference, try await checksIfAny().first { $0["reference"] == reference.code }, policy)
        case ("checked", 1...): try await check(words, call, policy)
        default: throw .usage("Usage: \(usage(call))")
        }
        return .done
    }

    private func reference(_ code: String, _ policy: Policy) throws(Failure) -> Policy.Reference {
        guard let found = policy.references.first(where: { $0.code == code.lowercased() }) else {
            throw notThere("reference", code, policy.references.map(\.code))
        }
        return found
    }

    /// The looks that the store knows of; none where there is no store.
    private func checksIfAny() async throws(Failure) -> [Record] {
        guard BoundedFile.exists(settings.store.value) else { return [] }
        return try await checks(try await openForReading())
    }

    private func checks(_ store: any CaseStore) async throws(Failure) -> [Record] {
        do throws(StoreError) {
            return try await store.records(RecordQuery(.referenceCheck)).records
        } catch {
            throw Failure(error)
        }
    }

    private func check(_ codes: [String], _ call: CommandCall, _ policy: Policy) async throws(Failure) {
        var day = today
        if let text = call.options[.on], text != "today" {
            guard let named = CivilDay(iso: text) else { throw .usage("--on is a day like 2026-03-09, not \(text).") }
            day = named
        }
        let wanted = try codes.map { (code) throws(Failure) in try reference(code, policy) }
        let store = try await openForWriting()
        let known = try await checks(store)
        let edits = wanted.map { reference in
            let values = ["checked": day.description]
            let text = call.options[.message]
            guard let before = known.first(where: { $0["reference"] == reference.code }) else {
                return RecordEdit(
                    adding: .referenceCheck, values.merging(["reference": reference.code]) { $1 }, text: text)
            }
            return RecordEdit(before.id, values, text: text)
        }
        try await keep(edits, store)
    }

    private func referenceJSON(_ reference: Policy.Reference, _ check: Record?, _ policy: Policy) -> [JSON.Field] {
        let tags = reference.origin.tags(of: "title")
        let checked = [reference.checked, check?.day("checked")].compactMap { $0 }.max()
        let days = checked.map { today.daysSince1970 - $0.daysSince1970 }
        return [
            .init("id", .string(reference.code)), .init("title", .string(reference.title)),
            .init("address", .string(reference.address)), .init("checked", JSON(describing: checked)),
            .init("for", .array(reference.places.map { .string($0.rawValue) })),
            .init("daysSince", days.map(JSON.number) ?? .null), .init("sources", .array(tags.map(JSON.string))),
            .init("mark", JSON(policy.mark(reference.origin.tags(of: "address")))),
        ]
    }

    private func print(_ all: [Policy.Reference], _ checks: [Record], _ policy: Policy) throws(Failure) {
        let columns = [
            Column("id", "Code"), Column("title", "Title", wide: true), Column("address", "Address", wide: true),
            Column("checked", "Checked"), Column("daysSince", "Days since", number: true),
            Column("for", "Beside"), Column("sources", "Sources"), Column("mark", "Mark", wide: true),
        ]
        // No table has room for a whole address: each stands in a line of its own.
        let isTable = form == .table && options.columns == nil
        let usual = ["id", "title"] + (isTable ? [] : ["address"]) + ["checked", "daysSince", "mark"]
        var printer = try RecordPrinter(columns, chosen: usual, self)
        try printer.write(
            all.map { reference in
                .object(referenceJSON(reference, checks.first { $0["reference"] == reference.code }, policy))
            })
        try printer.finish()
        if isTable { for reference in all { try data.line(Shown(detail: "\(reference.code): \(reference.address)")) } }
        try data.flush()
        guard form == .table else { return }
        for line in editionLines(policy) { try say(Shown(detail: line)) }
    }

    /// The references that belong beside something, each in a line.
    func referenceLines(_ place: Policy.ReferencePlace, _ policy: Policy) -> [String] {
        policy.references(for: place).map { "See: \($0.title): \($0.address)" }
    }

    /// What replaces what, of the edition in force (domain 11, rows 1, 2).
    private func editionLines(_ policy: Policy) -> [String] {
        let edition = policy.edition
        let legacy = edition.isLegacy ? ", a legacy edition" : ""
        return [
            "Policy: \(edition.name), from \(edition.effective)\(legacy) \(policy.credit(edition.origin.tags(of: "legacy")))",
            edition.successor.map { "Its successor: \($0) \(policy.credit(edition.origin.tags(of: "successor")))" },
            edition.supersedes.map { "It supersedes: \($0) \(policy.credit(edition.origin.tags(of: "supersedes")))" },
        ].compactMap { $0 }
    }

    private func show(_ reference: Policy.Reference, _ check: Record?, _ policy: Policy) async throws(Failure) {
        let fields = referenceJSON(reference, check, policy)
        guard !wantsJSON else { return try printJSON(.object(fields)) }
        try data.line(Shown(detail: "\(reference.title) \(policy.credit(reference.origin.tags(of: "title")))"))
        try data.line(Shown(detail: "  \(reference.address) \(policy.credit(reference.origin.tags(of: "address")))"))
        let checked = [reference.checked, check?.day("checked")].compactMap { $0 }.max()
        try data.line(Shown(detail: "  last checked: \(checked.map { "\($0)" } ?? "never")"))
        if let check { try data.line(Shown(detail: "  history: caseload keeps it as \(check.id)")) }
    }

    /// `troubleshooting`: what customers try before they ask, and where help is found (domain 11, rows 58, 59).
    func troubleshootingSteps(_ call: CommandCall) async throws(Failure) -> ExitCode {
        try expectNoWords(call)
        let policy = try await bookAndAgents().book.inForce
        let columns = [
            Column("kind", "Kind"), Column("id", "Code"), Column("text", "What", wide: true),
            Column("address", "Address", wide: true), Column("sources", "Sources"), Column("mark", "Mark"),
        ]
        func row(_ kind: String, _ id: String, _ text: String, _ address: String?, _ tags: [String]) -> JSON {
            .object([
                .init("kind", .string(kind)), .init("id", .string(id)), .init("text", .string(text)),
                .init("address", JSON(address)), .init("sources", .array(tags.map(JSON.string))),
                .init("mark", JSON(policy.mark(tags))),
            ])
        }
        let steps = policy.intake.troubleshooting.map {
            row("troubleshooting", $0.code, $0.name, nil, $0.origin.tags(of: "name"))
        }
        let help = policy.intake.selfHelp.map {
            row("self-help", $0.code, $0.title, $0.address, $0.origin.tags(of: "title"))
        }
        var printer = try RecordPrinter(columns, self)
        try printer.write(steps + help)
        try printer.finish()
        try data.flush()
        if steps.isEmpty { try say("The policy names no step that customers try first ([troubleshooting]).") }
        return .done
    }
}
