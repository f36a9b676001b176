import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `show ID`: the case with its timeline and action items.
    func show(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let references = try expand(call.words)
        guard !references.isEmpty else { throw .usage("show needs the number of a case. Usage: \(usage(call))") }
        let store = try await openForReading()
        let policies = try await policies(store)
        var codes: [ExitCode] = []
        var files: [CaseFile] = []
        var attached: [[RecordFile]] = []
        var covers: [CaseCover?] = []
        for reference in references {
            do throws(Failure) {
                let file = try await file(reference, store)
                attached.append(try await attachments(on: .item(file.item.id), store))
                covers.append(try await caseCover(of: file, policies, store))
                files.append(file)
                codes.append(.done)
            } catch {
                guard references.count > 1, error.code == .notFound || error.code == .usage else { throw error }
                try notes.line(Shown(detail: error.message))
                codes.append(error.code)
            }
        }
        if wantsJSON {
            var objects: [JSON] = []
            for (index, file) in files.enumerated() {
                let cover = covers[index].map { json($0.answer, $0.question, $0.account) } ?? .null
                let clocks = ClockReport(try clocks(of: file, policies), at: clock.now, file.events)
                let object = CaseJSON.object(file, at: clock.now, cover: cover, clock: .object(clocks.fields))
                objects.append(object.adding("attachments", .array(attached[index].map(attachmentJSON))))
            }
            if references.count == 1, let object = objects.first {
                try printJSON(object)
            } else {
                try printJSON(objects)
            }
        } else {
            let width = data.isTerminal ? min(data.width, 100) : 100
            for (index, file) in files.enumerated() {
                if index > 0 { try data.line("") }
                let text = CaseText(
                    file, cover: covers[index]?.words(today: today), zone: zone, now: clock.now, width: width)
                for line in text.lines { try data.line(line) }
                try tell(of: attached[index])
            }
        }
        return ExitCode.of(codes)
    }

    /// The files of a case, a line each.
    private func tell(of attached: [RecordFile]) throws(Failure) {
        guard !attached.isEmpty else { return }
        try data.line("")
        try data.line("Attachments")
        for file in attached {
            guard let attachment = Attachment(file.record) else { continue }
            let first = file.events.first
            let when = first.map { " \($0.at) \($0.actor.name)" } ?? ""
            try data.line(
                Shown(detail: "  \(file.record.id)  \(attachment.name)  \(attachment.size) bytes\(when)"))
        }
    }

    private func file(_ reference: String, _ store: any CaseStore) async throws(Failure) -> CaseFile {
        let id = try await find(reference, in: store)
        do throws(StoreError) {
            return try await store.caseFile(id)
        } catch {
            throw Failure(error)
        }
    }
}
