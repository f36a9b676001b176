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
        return try oneContact(name, found)
    }

    /// The contact of a number or of a whole name that one person alone has: for what cannot be taken back.
    func exactContact(
        _ name: String, of account: AccountID?, _ store: any CaseStore
    ) async throws(Failure) -> Contact {
        let (called, near) = try await contacts(called: name, of: account, store)
        let named = called.filter { $0.id == ContactID(text: name) || Words.fold($0.name) == Words.fold(name) }
        guard named.isEmpty else { return try one("contact", name, named, \.name, \.id.description) }
        throw Failure(
            .notFound, "There is no contact \(name); a part of the name is not enough here.\(nearest(of: near))")
    }

    /// Contacts whose number, whole name or address it is, letters' case and accents aside, and those that come near.
    func contacts(
        called name: String, of account: AccountID?, _ store: any CaseStore
    ) async throws(Failure) -> (exact: [Contact], near: [Contact]) {
        guard !Words.isBlank(name) else { throw .usage("The name of the contact is empty.") }
        let found: [Contact]
        do throws(StoreError) {
            found = try await store.contacts(matching: name, account: account, limit: .max)
        } catch {
            throw Failure(error)
        }
        if let id = ContactID(text: name), let contact = found.first(where: { $0.id == id }) { return ([contact], []) }
        let folded = Words.fold(name)
        let exact = found.filter { Words.fold($0.name) == folded || $0.email.map(Words.fold) == folded }
        return (exact, exact.isEmpty ? found : [])
    }

    /// Who calls: of the first of some customers, or of anybody (nil), where that number, whole name or address is known;
    /// nil for a stranger, whom nobody takes for somebody whose name only comes near.
    func caller(
        _ name: String, at places: [AccountID?], _ store: any CaseStore
    ) async throws(Failure) -> Contact? {
        for place in places {
            let exact = try await contacts(called: name, of: place, store).exact
            if !exact.isEmpty { return try oneContact(name, exact) }
        }
        return nil
    }

    /// The nearest of some contacts, to look at.
    func nearest(of near: [Contact]) -> String {
        guard !near.isEmpty else { return "" }
        return " There is \(near.prefix(4).map { "\($0.name) (\($0.id))" }.joined(separator: ", "))."
    }

    /// The one contact that a name means: of namesakes the one who is still there; the others have their numbers.
    func oneContact(_ name: String, _ found: [Contact]) throws(Failure) -> Contact {
        let namesakes = found.filter { $0.active && Words.fold($0.name) == Words.fold(name) }
        if namesakes.count == 1, let only = namesakes.first { return only }
        return try one("contact", name, found, \.name, \.id.description)
    }

    /// The one thing that a name means: an exact name or number first, else the only one that fits.
    func one<Thing>(
        _ kind: String, _ name: String, _ found: [Thing], _ nameOf: (Thing) -> String, _ idOf: (Thing) -> String
    ) throws(Failure) -> Thing {
        guard !Words.isBlank(name) else { throw Failure.usage("The name of the \(kind) is empty.").about(kind) }
        let folded = Words.fold(name)
        let exact = found.filter { Words.fold(nameOf($0)) == folded || Words.fold(idOf($0)) == folded }
        if exact.count == 1, let only = exact.first { return only }
        if found.count == 1, let only = found.first { return only }
        guard !found.isEmpty else {
            // On the screen it is added by a key, not by a command.
            let help =
                isInConsole ? "Add it first where it is listed." : "Add it with: caseload \(kind) new NAME."
            throw Failure(.notFound, "There is no \(kind) \(name). \(help)").about(kind)
        }
        let list = found.prefix(8).map { "\(nameOf($0)) (\(idOf($0)))" }.joined(separator: ", ")
        throw Failure.usage("Several \(kind)s fit \(name): \(list). Use the number.").about(kind)
    }
}
