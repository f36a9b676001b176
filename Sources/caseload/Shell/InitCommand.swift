import CaseExchange
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
            try expectPlace(for: path)
        } else {
            _ = opened.keep(try await create(at: path))
        }
        try printDone(
            "made an empty store at \(path), kept by \(keeperName).", .init("store", .string(path)),
            .init("keeper", .string(keeperName)))
        return .done
    }

    /// Makes sure that a store could be made at a path, as far as that shows without making it.
    func expectPlace(for path: String) throws(Failure) {
        try expectParent(of: path)
        do throws(FileProblem) {
            try PrivateFile.expectFolder(Places.folder(of: path))
        } catch {
            throw Failure(.failed, error.description)
        }
    }

    /// Stops at a folder that is not there: only the usual place of the store is made with all that is above it.
    func expectParent(of path: String) throws(Failure) {
        let folder = Places.folder(of: path)
        guard path != places.store, !BoundedFile.exists(folder) else { return }
        throw Failure(.notFound, "There is no folder \(folder). Make it first, or name another file.")
    }

    /// Makes an empty store; its keeper is the running login, under the name given by `--as` if there is one.
    func create(at path: String) async throws(Failure) -> SQLiteCaseStore {
        try makeFolder(for: path)
        do throws(StoreError) {
            return try await SQLiteCaseStore.create(path: path, keeper: claim, keeperName: keeperName, at: clock.now, supply)
        } catch {
            throw Failure(error)
        }
    }

    /// Makes the folder of the store where it may be made.
    func makeFolder(for path: String) throws(Failure) {
        try expectParent(of: path)
        do throws(FileProblem) {
            try PrivateFile.makeFolder(Places.folder(of: path))
        } catch {
            throw Failure(.failed, error.description)
        }
    }

    /// The keeper's name as an agent.
    var keeperName: String { claim.name ?? claim.login }
}
