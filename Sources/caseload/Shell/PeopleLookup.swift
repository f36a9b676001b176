import CaseModel

extension Shell {
    /// The account of a number or a name; a part of the name is enough when it fits one alone.
    func account(_ name: String, _ store: any CaseStore) async throws(Failure) -> Account {
        let found: [Account]
        do throws(StoreError) {
            found = try await store.accounts(matching: name, limit: 20)
        } catch {
            throw Failure(error)
        }
        return try one("account", name, found, \.name, \.id.description)
    }

    /// The agent of a number or a name; a part of the name is enough when it fits one alone.
    func agent(_ name: String, _ store: any CaseStore) async throws(Failure) -> Agent {
        let all: [Agent]
        do throws(StoreError) {
            all = try await store.agents()
        } catch {
            throw Failure(error)
        }
        return try one("agent", name, all.fitting(name), \.name, \.id.description)
    }

    /// The contact of a number or a name, at one account when it is given.
    func contact(
        _ name: String, of account: AccountID?, _ store: any CaseStore
    ) async throws(Failure) -> Contact {
        let found: [Contact]
        do throws(StoreError) {
            found = try await store.contacts(matching: name, account: account, limit: 20)
        } catch {
            throw Failure(error)
        }
        // Of namesakes the one who is still there is meant; the others have their numbers.
        let namesakes = found.filter { $0.active && Words.fold($0.name) == Words.fold(name) }
        if namesakes.count == 1, let only = namesakes.first { return only }
        return try one("contact", name, found, \.name, \.id.description)
    }

    /// The one thing that a name means: an exact name or number first, else the only one that fits.
    func one<Thing>(
        _ kind: String, _ name: String, _ found: [Thing], _ nameOf: (Thing) -> String, _ idOf: (Thing) -> String
    ) throws(Failure) -> Thing {
        guard !Words.isBlank(name) else { throw .usage("The name of the \(kind) is empty.") }
        let folded = Words.fold(name)
        let exact = found.filter { Words.fold(nameOf($0)) == folded || Words.fold(idOf($0)) == folded }
        if exact.count == 1, let only = exact.first { return only }
        if found.count == 1, let only = found.first { return only }
        guard !found.isEmpty else {
            throw Failure(.notFound, "There is no \(kind) \(name). Add it with: caseload \(kind) new NAME.")
        }
        let list = found.prefix(8).map { "\(nameOf($0)) (\(idOf($0)))" }.joined(separator: ", ")
        throw .usage("Several \(kind)s fit \(name): \(list). Use the number.")
    }
}
