import CaseModel
import CaseStorage
import ConsoleCore
import TerminalUI

extension Shell {
    /// `init`: an empty store whose keeper is the running login.
    func initialise(_ call: CommandCall) async throws(Failure) -> ExitCode {
        try expectNoWords(call)
        try refuseWhenReadOnly()
        let path = settings.store.value
        guard !BoundedFile.exists(path) else {
            throw Failure(.failed, "There is something at \(path) already; it was left as it is.")
        }
        if options.dryRun {
            try data.line("Would make an empty store at \(Shown(detail: path)), kept by \(Shown(detail: keeperName)).")
            return .done
        }
        _ = opened.keep(try await create(at: path))
        try data.line("Made an empty store at \(Shown(detail: path)), kept by \(Shown(detail: keeperName)).")
        return .done
    }

    /// Makes an empty store; its keeper is the running login, under the name given by `--as` if there is one.
    func create(at path: String) async throws(Failure) -> SQLiteCaseStore {
        if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
            do throws(FileProblem) {
                try PrivateFile.makeFolder(String(path[..<slash]))
            } catch {
                throw Failure(.failed, error.description)
            }
        }
        do throws(StoreError) {
            return try await SQLiteCaseStore.create(path: path, keeper: claim, keeperName: keeperName, at: clock.now)
        } catch {
            throw Failure(error)
        }
    }

    /// The keeper's name as an agent.
    var keeperName: String { claim.name ?? claim.login }
}
