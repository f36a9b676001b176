import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `contract`, `license`, `shipment` and their like: one code for every kind of record.
    func records(_ call: CommandCall) async throws(Failure) -> ExitCode {
        guard let kind = call.command.recordKind else { throw .usage("Usage: \(usage(call))") }
        let verb = call.words.first ?? "list"
        let words = Array(call.words.dropFirst())
        switch (call.command, verb) {
        case (.hours, "show") where words.count == 1 && RecordID(text: words[0])?.kind == RecordKind.contract.code:
            try await showHours(words[0])
        case (_, "list") where words.count < 2: try await listRecords(kind, call, text: words.first ?? "")
        case (_, "show") where words.count == 1: try await showRecord(words[0], kind)
        case (.partner, "appoint"), (.contract, "new"), (.entitlement, "new"), (.renewal, "new"), (.purchase, "new"),
            (.hardware, "new"), (.environment, "new"), (.license, "new"), (.access, "new"), (.asset, "new"),
            (.product, "new"):
            try await addRecord(kind, call, words)
        case (_, "set"): try await setRecords(kind, call, words)
        case (.partner, "remove") where words.count == 1: try await removePartner(words[0], call)
        case (.renewal, "notify"): try await notify(words, call)
        case (.renewal, "assign") where !words.isEmpty: try await assignContact(words, call)
        case (.entitlement, "check") where words.isEmpty: return try await checkCover(call)
        default: return try await actOnRecords(call, verb, words)
        }
        return .done
    }

    private func listRecords(_ kind: RecordKind, _ call: CommandCall, text: String) async throws(Failure) {
        let limit = try number(call, .limit) ?? 1000
        let store = try await openForReading()
        var query = RecordQuery(
            kind, title: text, byEnd: kind == .membership, newestFirst: kind == .alert, limit: limit)
        if kind == .alert, !call.has(.all) { query.marked = AlertState.open.rawValue }
        if let name = call.options[.account] { query.accounts = [try await account(name, store).id] }
        // What is found by a company is found by its number, however it is named now.
        if !text.isEmpty, kind.field(kind.title)?.type == .account {
            query.title = ""
            query.titles = [Words.fold(try await account(text, store).id.description)]
        }
        let facts = try await facts(store)
        if call.command == .consent || call.command == .auditConsent {
            query.titles = consentKinds(of: call.command, facts.policy).map { Words.fold($0.code) }
        }
        let list: RecordList
        do throws(StoreError) {
            list = try await store.records(query)
        } catch {
            throw Failure(error)
        }
        let left = kind == .membership ? try await inactive(among: list.names.contacts.keys.sorted(), store) : []
        let usual = kind.fields.filter {
            $0.isRequired || [kind.start, kind.end, kind.together.first].contains($0.name) || $0.isCounted
        }
        var columns = [Column("id", "Number")]
        columns += kind.fields.map { Column($0.name, Shown($0.name), wide: $0.isText, number: $0.isNumber) }
        if kind.end != nil { columns.append(Column("daysLeft", "Days left", number: true)) }
        let told = RecordFacts.listed(of: kind)
        columns += told.map { Column($0, Shown($0), wide: true) }
        if kind == .membership { columns.append(Column("warning", "Warning", wide: true)) }
        columns.append(Column("version", "Version", number: true))
        let chosen = ["id"] + usual.map(\.name) + (kind.end != nil ? ["daysLeft"] : []) + told
        var printer = try RecordPrinter(columns, chosen: chosen + (kind == .membership ? ["warning"] : []), self)
        try printer.write(
            list.records.map { record in
                recordJSON(record, list.names, inactive: left).adding(facts.listed(record).map(\.json))
            })
        try printer.finish()
        guard list.records.isEmpty, !text.isEmpty else { return }
        let hint = "Nothing has \(text) in its \(kind.title); --account NAME lists what a customer has."
        try notes.line(Shown(detail: hint))
    }

    /// Those of some contacts who left.
    private func inactive(
        among contacts: [ContactID], _ store: any CaseStore
    ) async throws(Failure) -> Set<ContactID> {
        do throws(StoreError) {
            return Set(try await store.contacts(contacts).filter { !$0.active }.map(\.id))
        } catch {
            throw Failure(error)
        }
    }

    private func showRecord(_ text: String, _ kind: RecordKind) async throws(Failure) {
        let store = try await openForReading()
        let id = try recordID(text, kind)
        let file: RecordFile
        let facts: [RecordFact]
        let terms = try await self.facts(store)
        do throws(StoreError) {
            file = try await store.recordFile(id)
            facts = try await terms.all(file, store, clock.now)
        } catch {
            throw Failure(error)
        }
        guard !wantsJSON else { return try printJSON(recordJSON(file).adding(facts.map(\.json))) }
        try data.line("\(file.record.id.description)  version \(String(file.record.version))")
        for field in kind.fields {
            guard let value = file.record[field.name] else { continue }
            try data.line("\(Shown(detail: "\(field.name): \(file.names.words(value, of: field.type))"))")
        }
        for fact in facts { for line in fact.lines { try data.line(Shown(detail: line)) } }
        for event in file.events {
            let text = event.text.map { " \($0)" } ?? ""
            let line = "\(event.at)  \(event.actor.name) \(words(for: event, names: file.names)).\(text)"
            try data.line(Shown(detail: line))
        }
    }

    func addRecord(_ kind: RecordKind, _ call: CommandCall, _ words: [String]) async throws(Failure) {
        let store = try await openForWriting()
        var (references, values) = try await values(words, of: kind, store)
        if let word = references.first { throw .usage("\(word) is no FIELD=VALUE. Usage: \(usage(call))") }
        for option in [CallOption.account, .contact, .product] where kind.field(option.rawValue) != nil {
            guard let text = call.options[option], let field = kind.field(option.rawValue) else { continue }
            values[field.name] = try await value(text, of: field, store)
        }
        references = []
        try await keep([RecordEdit(adding: kind, values, text: call.options[.message])], store)
    }

    private func setRecords(_ kind: RecordKind, _ call: CommandCall, _ words: [String]) async throws(Failure) {
        let store = try await openForWriting()
        let (references, values) = try await values(words, of: kind, store)
        guard !references.isEmpty, !values.isEmpty || call.has(.message) else {
            throw .usage("\(call.command.name) set needs a number and FIELD=VALUE. Usage: \(usage(call))")
        }
        let version = try number(call, .ifVersion)
        var edits: [RecordEdit] = []
        for reference in try expand(references) {
            let id = try recordID(reference, kind)
            edits.append(RecordEdit(id, base: version ?? seen(id), values, text: call.options[.message]))
        }
        try await keep(edits, store)
    }

    /// The customer removed a partner; who at the customer said so is part of it (domain 11 row 27).
    private func removePartner(_ text: String, _ call: CommandCall) async throws(Failure) {
        guard let name = call.options[.contact] else {
            throw .usage("Only the customer removes a partner: say who there told you (--contact NAME).")
        }
        let store = try await openForWriting()
        let values: [String: String?]
        do throws(StoreError) {
            let agent = try await store.agent(for: claim)
            values = ["removedOn": today.description, "removedBy": agent.id.description]
        } catch {
            throw Failure(error)
        }
        let told = try await contact(name, of: nil, store).id.description
        let edit = RecordEdit(
            try recordID(text, .partner), values.merging(["toldBy": told]) { $1 }, text: call.options[.message])
        try await keep([edit], store)
    }

    /// Names the Renewal Contact, or lets the default rule do it.
    private func assignContact(_ references: [String], _ call: CommandCall) async throws(Failure) {
        let store = try await openForWriting()
        var values: [String: String?] = ["naming": Naming.automatic.rawValue]
        if let name = call.options[.contact] {
            values = ["contact": try await contact(name, of: nil, store).id.description]
        }
        var edits: [RecordEdit] = []
        for reference in try expand(references) {
            let id = try recordID(reference, .membership)
            edits.append(RecordEdit(id, base: seen(id), values, text: call.options[.message]))
        }
        try await keep(edits, store)
    }

    /// The version of one of several records that the person saw in the console.
    private func seen(_ id: RecordID) -> Int? { running?.versions[id.description] }

    /// Writes edits, all of them or nothing, and says what became of them; of several rows that were marked in the
    /// console those that fit.
    func keep(_ edits: [RecordEdit], _ store: any CaseStore) async throws(Failure) {
        let answers = try await doFitting(edits, store, name: \.words) { (edits, store) async throws(StoreError) in
            let operation = operation()
            return (act: operation.id, outcome: try await store.keep(edits, operation))
        }
        let isOutlook = leavesOut(edits.count) && options.dryRun
        for answer in answers {
            // Only what is left after trying them one by one was done.
            note(answer.outcome, of: answer.act)
            try await tell(of: answer.outcome, store, isOutlook: isOutlook)
        }
    }

    /// Lets the console know of an act that can be taken back.
    private func note(_ outcome: RecordOutcome, of act: OperationID) {
        guard !outcome.events.isEmpty, outcome.events.allSatisfy(\.canTurn) else { return }
        console?.note(OperationOutcome(id: act, edits: [], records: outcome.events))
    }

    private func tell(of outcome: RecordOutcome, _ store: any CaseStore, isOutlook: Bool) async throws(Failure) {
        var files: [RecordFile] = []
        var along: [RecordID: String] = [:]
        do throws(StoreError) {
            for record in outcome.records {
                files.append(try await store.recordFile(record.id))
                let event = outcome.events.last { $0.record == record.id }
                along[record.id] = try await following(record, after: event, store)
            }
        } catch {
            throw Failure(error)
        }
        for words in await warnings(about: outcome, store) { try notes.line(Shown(detail: words)) }
        if wantsJSON { return try printJSON(files.map(recordJSON)) }
        for (record, file) in zip(outcome.records, files) {
            let event = outcome.events.last { $0.record == record.id }
            if isOutlook {
                try data.line(Shown(detail: outlook(record, after: event, file.names)))
                continue
            }
            guard let event else {
                let seen = record.kind == .alert ? try await seen(record, store).map { " \($0)" } ?? "" : ""
                let words = "\(record.id) \(CommandReport.soAlready); nothing changed.\(seen)"
                try data.line(Shown(detail: words))
                continue
            }
            let text = event.text.map { " \($0)" } ?? ""
            let also = outcome.merged ? " Somebody changed other fields meanwhile; both changes hold." : ""
            let stays = (staying(record, after: event, file) ?? along[record.id]).map { " \($0)" } ?? ""
            let what = event.seq == 1 ? added(record, file.names) : words(for: event, names: file.names)
            let done = "\(what). Version \(record.version)."
            let balance = record.balanceChange(by: event).map { " \($0)" } ?? ""
            try data.line(told("\(done)\(balance)\(also)\(text)\(stays)"))
        }
    }

    /// What was added, whose it is, and how much: `added the licence LI-3: 50 Gateway for Nord Energy`.
    private func added(_ record: Record, _ names: Names) -> String {
        let kind = record.kind
        let product = record["product"] ?? names.words(record.title, of: kind.field(kind.title)?.type)
        let what = [record["quantity"], product.isEmpty ? nil : product].compactMap { $0 }.joined(separator: " ")
        let whose = record.account.flatMap { names.accounts[$0] }.map { "for \($0)" }
        let told = [what.isEmpty ? nil : what, whose].compactMap { $0 }.joined(separator: " ")
        return "added the \(kind.name) \(record.id)" + (told.isEmpty ? "" : ": \(told)")
    }

    /// Who saw an alert before, and when.
    private func seen(_ alert: Record, _ store: any CaseStore) async throws(Failure) -> String? {
        do throws(StoreError) {
            return try await seenBefore(alert, store)
        } catch {
            throw Failure(error)
        }
    }

    /// Who goes on as the contact of a membership that was renewed, and the reason that was recorded for it.
    private func staying(_ record: Record, after event: RecordEvent, _ file: RecordFile) -> String? {
        guard record.kind == .membership, event.seq > 1, event.changes.contains(where: { $0.field == record.kind.end }),
            !event.changes.contains(where: { $0.field == "contact" }),
            let contact = record.contact("contact"), let reason = record.contactReason(file.events)
        else { return nil }
        return "\(file.names.contacts[contact] ?? contact.description) stays its Renewal Contact. \(reason)"
    }
}

extension RecordEdit {
    /// What it changes, by its number.
    fileprivate var words: String {
        if case .existing(let id, _) = target { id.description } else { "The new one" }
    }
}
