import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `attachment list ID [--all]|save ATTACHMENT… [--to FOLDER|-]|remove ATTACHMENT… [-m TEXT]`.
    func attachments(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let words = Array(call.words.dropFirst())
        switch call.words.first {
        case "list" where words.count == 1: try await listAttachments(words[0], call)
        case "save" where !words.isEmpty: return try await saveAttachments(words, call)
        case "remove" where !words.isEmpty: try await removeAttachments(words, call)
        default: throw .usage("Usage: \(usage(call))")
        }
        return .done
    }

    /// The attachments of something; those that were taken away only when asked for.
    func attachments(
        on holder: AttachmentHolder, all: Bool = false, _ store: any CaseStore
    ) async throws(Failure) -> [RecordFile] {
        do throws(StoreError) {
            return try await store.attachments(on: holder).filter { all || $0.record["removed"] == nil }
        } catch {
            throw Failure(error)
        }
    }

    private func listAttachments(_ reference: String, _ call: CommandCall) async throws(Failure) {
        let store = try await openForReading()
        let files = try await attachments(on: try await holder(reference, store), all: call.has(.all), store)
        let columns = [
            Column("id", "Number"), Column("name", "Name", wide: true), Column("size", "Bytes", number: true),
            Column("on", "Attached to"), Column("at", "When"), Column("by", "By", wide: true),
            Column("contact", "From", wide: true), Column("digest", "SHA-256"), Column("removed", "Removed"),
            Column("text", "Text", wide: true),
        ]
        let chosen = ["id", "name", "size", "on", "at", "by", "contact"] + (call.has(.all) ? ["removed"] : [])
        var printer = try RecordPrinter(columns, chosen: chosen, self)
        try printer.write(files.map(attachmentJSON))
        try printer.finish()
    }

    /// An attachment with who attached it and when.
    func attachmentJSON(_ file: RecordFile) -> JSON {
        let record = file.record
        let first = file.events.first
        return .object([
            .init("id", JSON(describing: record.id)), .init("on", JSON(record["on"])),
            .init("name", JSON(record["name"])), .init("size", .number(Int64(record.count("size") ?? 0))),
            .init("digest", JSON(record["digest"])), .init("at", JSON(describing: first?.at)),
            .init("by", JSON(first?.actor.name)),
            .init(
                "contact",
                CaseJSON.named(record["contact"], record.contact("contact").flatMap { file.names.contacts[$0] })),
            .init("text", JSON(first?.text)), .init("removed", JSON(record["removed"])),
            .init("version", .number(Int64(record.version))),
        ])
    }

    private func saveAttachments(_ words: [String], _ call: CommandCall) async throws(Failure) -> ExitCode {
        guard call.options[.name] == nil || words.count == 1 else {
            throw .usage("--name is for one file. Usage: \(usage(call))")
        }
        let store = try await openForReading()
        let place = call.options[.to] ?? "."
        guard place != "-" else { return try await pourAttachments(words, store) }
        let folder: GivenFolder
        do throws(FileProblem) { folder = try GivenFolder(place) } catch { throw Failure(error) }
        var codes: [ExitCode] = []
        var done: [JSON] = []
        var written: Set<String> = []
        for word in words {
            do throws(Failure) {
                let id = try recordID(word, .attachment)
                let (attachment, bytes) = try await content(of: id, store)
                let name =
                    call.options[.name].map { FileName.safe($0, else: attachment.safeName) }
                    ?? attachment.safeName
                do throws(FileProblem) {
                    if options.dryRun {
                        try folder.expectRoom(for: name, beside: written)
                    } else {
                        try folder.write(bytes, named: name)
                    }
                } catch {
                    throw Failure(error)
                }
                written.insert(name)
                let path = folder.place(of: name)
                if !wantsJSON { try data.line(told("wrote \(id) to \(path): \(bytes.count) bytes.")) }
                done.append(
                    .object([
                        .init("id", JSON(describing: id)), .init("file", .string(path)),
                        .init("size", .number(Int64(bytes.count))), .init("outcome", .string(doneWord)),
                    ]))
                codes.append(.done)
            } catch {
                guard words.count > 1, error.code != .storeUnusable else { throw error }
                try notes.line(Shown(detail: error.message))
                codes.append(error.code)
            }
        }
        if wantsJSON { try printJSON(done) }
        return ExitCode.of(codes)
    }

    /// Gives the bytes of files to another program.
    private func pourAttachments(_ words: [String], _ store: any CaseStore) async throws(Failure) -> ExitCode {
        guard !data.isTerminal else {
            throw .usage("The bytes of a file are for files and other programs, not for a terminal.")
        }
        for word in words {
            let (_, bytes) = try await content(of: try recordID(word, .attachment), store)
            try data.bytes(bytes)
        }
        return .done
    }

    private func content(
        of id: RecordID, _ store: any CaseStore
    ) async throws(Failure) -> (Attachment, [UInt8]) {
        do throws(StoreError) {
            guard let attachment = Attachment(try await store.recordFile(id).record) else {
                throw .notFound("attachment \(id)")
            }
            return (attachment, try await store.content(of: id))
        } catch {
            throw Failure(error)
        }
    }

    private func removeAttachments(_ words: [String], _ call: CommandCall) async throws(Failure) {
        let store = try await openForWriting()
        var edits: [RecordEdit] = []
        for word in words {
            edits.append(
                RecordEdit(
                    try recordID(word, .attachment), ["removed": clock.now.description], text: call.options[.message]))
        }
        try await keep(edits, store)
    }
}
