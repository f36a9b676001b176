import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// The verbs that are not the usual ones: acts with rules of their own, and questions.
    func actOnRecords(_ call: CommandCall, _ verb: String, _ words: [String]) async throws(Failure) -> ExitCode {
        switch (call.command, verb) {
        case (.license, "history") where words.count == 1: try await licenseHistory(words[0])
        case (.license, _) where LicenseOperation(rawValue: verb) != nil && words.count == 1:
            try await actOnLicense(LicenseOperation(rawValue: verb) ?? .advice, words[0], call)
        case (.alert, "acknowledge") where !words.isEmpty: try await acknowledge(words, call)
        case (.alert, "run") where words.isEmpty: return try await runAlerts()
        case (.shipment, _), (.replacement, _): try await takeStep(verb, call, words)
        case (.hours, "use") where words.count > 1: try await useHours(call, words)
        case (.access, "visit") where !words.isEmpty: try await addVisit(call, words)
        case (.asset, "check") where words.isEmpty: return try await checkCallBack(call)
        case (.product, "check") where words.isEmpty: return try await checkProducts(call)
        case (.consent, "check") where words.isEmpty, (.auditConsent, "check") where words.isEmpty:
            return try await checkConsent(call)
        case (.consent, "accept"), (.consent, "refuse"), (.auditConsent, "request"):
            try await askConsent(verb, call, words)
        case (.auditConsent, "grant") where words.count == 1, (.auditConsent, "refuse") where words.count == 1,
            (.auditConsent, "complete") where words.count == 1:
            try await answerConsent(verb, call, words[0])
        default: throw .usage("Usage: \(usage(call))")
        }
        return .done
    }

    private func actOnLicense(
        _ operation: LicenseOperation, _ reference: String, _ call: CommandCall
    ) async throws(Failure) {
        let id = try recordID(reference, .license)
        let quantity = try number(call, .quantity)
        var act = LicenseAct(operation, quantity, of: call.options[.binding])
        if operation == .reallocate {
            act.binding = call.options[.from] ?? act.binding
            act.target = call.options[.to]
        }
        // Whether it is the first time is for the licence to say.
        if operation == .redownload { act.operation = .download }
        let text = call.options[.reason] ?? call.options[.message]
        let store = try await openForWriting()
        let edit = RecordEdit(id, base: try number(call, .ifVersion), doing: .license(act), text: text)
        try await keep([edit], store)
    }

    /// Every act on a licence, and what it had after each.
    private func licenseHistory(_ reference: String) async throws(Failure) {
        let id = try recordID(reference, .license)
        let store = try await openForReading()
        let file: RecordFile
        do throws(StoreError) {
            file = try await store.recordFile(id)
        } catch {
            throw Failure(error)
        }
        let entries: [LicenseEntry]
        do throws(LicenseReplayProblem) {
            entries = try LicenseBalance.replay(file.events)
        } catch {
            throw Failure(.storeUnusable, "The history of \(id) does not add up. See: caseload verify.")
        }
        let columns = [
            Column("seq", "Seq", number: true), Column("at", "At", time: true), Column("actor", "Who"),
            Column("operation", "Operation"), Column("quantity", "Quantity", number: true),
            Column("binding", "Host"), Column("to", "To"), Column("purchased", "Bought", number: true),
            Column("allocated", "Allocated", number: true), Column("free", "Free", number: true),
            Column("text", "Why", wide: true),
        ]
        var printer = try RecordPrinter(columns, self)
        try printer.write(entries.map(\.json))
        try printer.finish()
    }
}
