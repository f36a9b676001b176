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
        var codes: [ExitCode] = []
        var files: [CaseFile] = []
        for reference in references {
            do throws(Failure) {
                files.append(try await file(reference, store))
                codes.append(.done)
            } catch {
                guard references.count > 1, error.code == .notFound || error.code == .usage else { throw error }
                try notes.line(Shown(detail: error.message))
                codes.append(error.code)
            }
        }
        if wantsJSON {
            if references.count == 1, let file = files.first {
                try printJSON(CaseJSON.object(file, at: clock.now))
            } else {
                try printJSON(files.map { CaseJSON.object($0, at: clock.now) })
            }
        } else {
            let width = data.isTerminal ? min(data.width, 100) : 100
            for (index, file) in files.enumerated() {
                if index > 0 { try data.line("") }
                for line in CaseText(file, zone: zone, now: clock.now, width: width).lines { try data.line(line) }
            }
        }
        return ExitCode.of(codes)
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
