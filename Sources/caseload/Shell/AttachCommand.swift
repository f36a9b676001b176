import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `attach ID FILE… [--name NAME] [--contact C] [-m TEXT]`: each file is an act of its own.
    func attach(_ call: CommandCall) async throws(Failure) -> ExitCode {
        guard let reference = call.words.first, call.words.count > 1 else {
            throw .usage("attach needs a number and files. Usage: \(usage(call))")
        }
        let paths = Array(call.words.dropFirst())
        guard call.options[.name] == nil || paths.count == 1 else {
            throw .usage("--name is for one file. Usage: \(usage(call))")
        }
        guard !paths.contains("-") || call.options[.name] != nil else {
            throw .usage("What comes on standard input needs a name (--name NAME).")
        }
        let store = try await openForWriting()
        let holder = try await holder(reference, store)
        let contact = try await contactOption(call, of: holder, store)
        let limit = try await attachmentLimit(store)
        var codes: [ExitCode] = []
        var done: [JSON] = []
        for path in paths {
            do throws(Failure) {
                let name = call.options[.name] ?? Places.name(of: path)
                let file = NewAttachment(
                    to: holder, name: name, content: try content(path, limit), contact: contact,
                    text: call.options[.message])
                done.append(try await attach(file, store))
                codes.append(.done)
            } catch {
                guard paths.count > 1, error.code != .storeUnusable else { throw error }
                try notes.line(Shown(detail: error.message))
                codes.append(error.code)
            }
        }
        if wantsJSON { try printJSON(done) }
        return ExitCode.of(codes)
    }

    private func attach(_ file: NewAttachment, _ store: any CaseStore) async throws(Failure) -> JSON {
        do throws(StoreError) {
            let outcome = try await store.attach(file, operation())
            guard let record = outcome.records.first else { return .null }
            let kept = try await store.recordFile(record.id)
            do throws(Failure) {
                let size = "\(file.content.count) bytes"
                if !wantsJSON {
                    try data.line(told("attached \(file.name) to \(file.holder) as \(record.id): \(size)."))
                }
            } catch {
                return .null
            }
            return attachmentJSON(kept)
        } catch {
            throw Failure(error)
        }
    }

    /// What a number means that a file can be attached to.
    func holder(_ reference: String, _ store: any CaseStore) async throws(Failure) -> AttachmentHolder {
        if let holder = AttachmentHolder(text: reference), holder.caseID.map({ holder != .item($0) }) ?? true {
            return holder
        }
        return .item(try await find(reference, in: store))
    }

    private func contactOption(
        _ call: CommandCall, of holder: AttachmentHolder, _ store: any CaseStore
    ) async throws(Failure) -> ContactID? {
        guard let name = call.options[.contact] else { return nil }
        var account: AccountID?
        if ContactID(text: name) == nil {
            do throws(StoreError) {
                switch holder {
                case .record(let id): account = try await store.recordFile(id).record.account
                case .item(let id): account = try await store.caseFile(id).item.account
                case .asked(let id): account = try await store.caseFile(id.caseID).item.account
                }
            } catch {
                throw Failure(error)
            }
        }
        return try await contact(name, of: account, store).id
    }

    /// The most bytes that a file may have, so that no more of it is read.
    private func attachmentLimit(_ store: any CaseStore) async throws(Failure) -> Int {
        do throws(StoreError) {
            // A policy that says nothing of it stops every file, however small; see the rule.
            return try await store.policies.inForce.attachmentLimit?.bytes ?? 1 << 30
        } catch {
            throw Failure(error)
        }
    }

    /// The bytes of a file that is named on the command line: a regular one, no link, as it was at one moment.
    private func content(_ path: String, _ limit: Int) throws(Failure) -> [UInt8] {
        do throws(FileProblem) {
            if path == "-" { return try BoundedFile.read(0, "standard input", limit) }
            guard !StoreFiles(of: settings.store.value).contain(path) else {
                throw .notRegular("\(path) belongs to the store itself and")
            }
            return try BoundedFile.bytes(path, limit: limit, followsLinks: false, settled: true)
        } catch {
            switch error {
            case .missing: throw Failure(.notFound, error.description)
            case .tooLarge: throw Failure(.refused, "\(error) See: caseload policy show threshold attachment-size.")
            default: throw Failure(.failed, "\(error.description) Nothing of it was attached.")
            }
        }
    }
}
