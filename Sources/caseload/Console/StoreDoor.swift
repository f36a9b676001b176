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
        let looksOnly = options.readOnly || access(path, W_OK) != 0
        do throws(StoreError) {
            let store = try await SQLiteCaseStore.open(path: path, mode: looksOnly ? .readOnly : .readWrite, supply)
            return .opened(store, try await session(store, named: name, looksOnly: looksOnly))
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
                return .opened(store, try await session(store, named: withDemo ? "demo" : "", looksOnly: false))
            } catch {
                return .message(.openFailed(error))
            }
        } catch {
            return .message(.openFailed(.unavailable(error.message)))
        }
    }

    private func session(
        _ store: SQLiteCaseStore, named name: String, looksOnly: Bool
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
        if looksOnly { session.refusal = .readOnlyOption }
        return session
    }
}
