import CaseModel
import ConsoleCore
import SettingsText

extension Shell {
    /// Takes the next step of a procedure, by the policy's word for what is done; without a number it begins one.
    func takeStep(_ verb: String, _ call: CommandCall, _ words: [String]) async throws(Failure) {
        guard let kind = call.command.recordKind else { throw .usage("Usage: \(usage(call))") }
        let store = try await openForWriting()
        let procedures = try await facts(store).policy.duties.procedures.filter { $0.record == kind.code }
        let step = procedures.flatMap(\.steps).first { $0.act == verb }
        guard step != nil || procedures.isEmpty else {
            let known = procedures.flatMap(\.steps).map(\.act)
            throw .usage("There is no \(call.command.name) \(verb).\(near(verb, known)) Usage: \(usage(call))")
        }
        var (references, values) = try await values(words, of: kind, store)
        for option in [CallOption.account, .product] where references.isEmpty && kind.field(option.rawValue) != nil {
            guard let text = call.options[option], let field = kind.field(option.rawValue) else { continue }
            values[field.name] = try await value(text, of: field, store)
        }
        try await name(whoDoes: step?.needs ?? [], of: kind, call, store, &values)
        let act = RecordAct.step(verb, at: try time(call))
        let text = call.options[.message]
        guard !references.isEmpty else {
            return try await keep([RecordEdit(adding: kind, doing: act, values, text: text)], store)
        }
        let version = try number(call, .ifVersion)
        var edits: [RecordEdit] = []
        for reference in try expand(references) {
            edits.append(RecordEdit(try recordID(reference, kind), base: version, doing: act, values, text: text))
        }
        try await keep(edits, store)
    }

    private func near(_ verb: String, _ known: [String]) -> String {
        closest(to: verb, in: known).map { " Did you mean \($0)?" } ?? ""
    }

    /// Fills in the people that a step needs: the contact that is named, and oneself for support where none is.
    private func name(
        whoDoes needs: [String], of kind: RecordKind, _ call: CommandCall, _ store: any CaseStore,
        _ values: inout [String: String?]
    ) async throws(Failure) {
        for name in needs where values[name] == nil {
            switch kind.field(name)?.type {
            case .contact:
                guard let contact = call.options[.contact] else { continue }
                values[name] = try await self.contact(contact, of: nil, store).id.description
            case .agent where !call.has(.contact):
                do throws(StoreError) {
                    values[name] = try await store.agent(for: claim).id.description
                } catch {
                    throw Failure(error)
                }
            default: break
            }
        }
    }

    /// The time given with `--on`: an instant, or a time on the clocks of where the person sits; nil when none is.
    func time(_ call: CommandCall) throws(Failure) -> Timestamp? {
        guard let text = call.options[.on] else { return nil }
        guard let time = Timestamp(words: text, at: clock.now, in: zone, isPast: true) else {
            throw .usage("--on needs a time, like 14:30 or 2026-03-06T20:30, not \(text).")
        }
        return time
    }
}
