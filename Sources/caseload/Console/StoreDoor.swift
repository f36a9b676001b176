import CaseModel
import CaseStorage
import ConsoleCore
import Glibc

extension Shell {
    /// Opens the store for the console, and finds out who acts.
    ///
    /// A file that the person may not write, and `--read-only`, open it for looking.
    func openForConsole(named name: String) async -> Mail {
        let path = settings.store.value
        guard BoundedFile.exists(path) else { return .message(.noStore(path: path)) }
        let obstacle: Refusal? =
            options.readOnly ? .readOnlyOption : access(path, W_OK) != 0 ? .mayNotWrite(path) : nil
        do throws(StoreError) {
            let mode: SQLiteCaseStore.Mode = obstacle == nil ? .readWrite : .readOnly
            return try await opened(try await SQLiteCaseStore.open(path: path, mode: mode, supply), name, obstacle)
        } catch {
            return .message(.openFailed(error))
        }
    }

    /// Makes the store that is missing, empty or with demonstration data, and opens it.
    func makeForConsole(withDemo: Bool) async -> Mail {
        do throws(Failure) {
            try refuseWhenReadOnly()
            let store =
                withDemo
                ? try await createDemo(cases: Shell.usualDemoCases, seed: Shell.usualDemoSeed)
                : try await create(at: settings.store.value)
            do throws(StoreError) {
                return try await opened(store, withDemo ? "demo" : "", nil)
            } catch {
                return .message(.openFailed(error))
            }
        } catch {
            return .message(.openFailed(.unavailable(error.message)))
        }
    }

    /// An open store with who acts in it; it is closed when that cannot be found out.
    private func opened(
        _ store: SQLiteCaseStore, _ name: String, _ obstacle: Refusal?
    ) async throws(StoreError) -> Mail {
        do throws(StoreError) {
            return .opened(store, try await session(store, named: name, obstacle))
        } catch {
            await store.close()
            throw error
        }
    }

    private func session(
        _ store: SQLiteCaseStore, named name: String, _ obstacle: Refusal?
    ) async throws(StoreError) -> Session {
        let revision = try await store.revision()
        var session = Session(
            agent: nil, storeName: name, zone: zone, revision: revision, policies: try await store.policies)
        do throws(StoreError) {
            session.agent = try await store.agent(for: claim)
        } catch .refused(let refusal) where refusal.rule != Refusal.unknownActor {
            session.refusal = refusal
        } catch {
            throw error
        }
        if let obstacle { session.refusal = obstacle }
        return session
    }
}

extension Refusal {
    /// The person may read the store's file, and not write it.
    fileprivate static func mayNotWrite(_ path: String) -> Refusal {
        Refusal(
            rule: "read-only", message: "You may read \(path) and not write it, so this console only looks.",
            remedy: "Ask its owner to let you or your group write it.")
    }
}
