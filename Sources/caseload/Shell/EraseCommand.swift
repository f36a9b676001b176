import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `contact erase NAME|NUMBER --on-request-of WHO [--also TEXT] [--texts] [--attachments]`: a person's data, for good.
    func eraseContact(_ call: CommandCall) async throws(Failure) {
        guard let who = call.options[.onRequestOf] else {
            throw .usage("Data are erased on request: say whose (--on-request-of WHO). Usage: \(usage(call))")
        }
        let store = try await openForWriting()
        let account = try await accountOption(call, store)
        let contact = try await exactContact(call.words[1], of: account?.id, store)
        let wish = Erasure(
            of: contact.id, onRequestOf: who, also: call.options[.also], texts: call.has(.texts),
            attachments: call.has(.attachments))
        if !options.dryRun { try confirm("Erase the data of \(contact.name) (\(contact.id)) for good?") }
        let report: ErasureReport
        do throws(StoreError) {
            report = try await store.erase(wish, operation())
        } catch {
            throw Failure(error)
        }
        if wantsJSON { return try printJSON(erasureJSON(report, contact.name)) }
        try tell(of: report, contact.name)
    }

    /// - Parameter name: the name as it was; nothing but what is printed here tells it any more.
    private func tell(of report: ErasureReport, _ name: String) throws(Failure) {
        try data.line(
            told(
                "erased the data of \(report.contact.id) (\(name)): \(report.events) events, \(report.acts) lines of "
                    + "the journal and \(report.attachments.count) attachments."))
        if !report.left.isEmpty {
            try data.line(
                "These texts name the person and stay as they are; --texts changes them, before the name is forgotten:")
            for mention in report.left { try data.line("  \(Shown(detail: mention.description))") }
        }
        if !report.likely.isEmpty {
            try data.line(
                "These have a word of the name, and may mean the person; --also TEXT finds another form of it:")
            for mention in report.likely { try data.line("  \(Shown(detail: mention.description))") }
        }
        try data.flush()
        for remark in report.remarks { try say(Shown(detail: remark)) }
        try say("Backups, exports, drafts and what others keep are not covered.")
    }

    private func erasureJSON(_ report: ErasureReport, _ name: String) -> JSON {
        func list(_ mentions: [Mention]) -> JSON {
            .array(
                mentions.map { mention in
                    .object([
                        .init("of", .string(mention.of)), .init("event", .number(Int64(mention.event))),
                        .init("field", .string(mention.field)),
                    ])
                })
        }
        return .object([
            .init("outcome", .string(doneWord)), .init("contact", JSON(describing: report.contact.id)),
            .init("name", .string(name)),
            .init("events", .number(Int64(report.events))), .init("acts", .number(Int64(report.acts))),
            .init("attachments", .array(report.attachments.map { JSON(describing: $0) })),
            .init("left", list(report.left)), .init("likely", list(report.likely)),
            .init("remarks", .array(report.remarks.map(JSON.string))),
        ])
    }
}
