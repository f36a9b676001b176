import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `contact list [TEXT]|show NAME|new NAME --account A`.
    func contacts(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let verb = call.words.first ?? "list"
        switch (verb, call.words.count) {
        case ("list", ...2): return try await listContacts(call)
        case ("show", 2):
            let store = try await openForReading()
            let account = try await accountOption(call, store)
            try print([try await contact(call.words[1], of: account?.id, store)])
        case ("new", 2):
            let store = try await openForWriting()
            guard let account = try await accountOption(call, store) else {
                throw .usage("A contact belongs to an account (--account NAME). Usage: \(usage(call))")
            }
            let new = Contact(
                id: ContactID(0), account: account.id, name: call.words[1], email: call.options[.email],
                phone: call.options[.phone], language: call.options[.language])
            let saved: Contact
            do throws(StoreError) {
                saved = try await store.save(new, by: claim, at: clock.now)
            } catch {
                throw Failure(error)
            }
            try sayIfTried()
            try print([saved])
        default: throw .usage("Usage: \(usage(call))")
        }
        return .done
    }

    private func accountOption(_ call: CommandCall, _ store: any CaseStore) async throws(Failure) -> Account? {
        guard let name = call.options[.account] else { return nil }
        return try await account(name, store)
    }

    private func listContacts(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let text = call.words.count > 1 ? call.words[1] : ""
        let limit = try number(call, .limit) ?? 1000
        let store = try await openForReading()
        let account = try await accountOption(call, store)
        let found: [Contact]
        do throws(StoreError) {
            found = try await store.contacts(matching: text, account: account?.id, limit: limit)
        } catch {
            throw Failure(error)
        }
        try print(found)
        return .done
    }

    private func print(_ contacts: [Contact]) throws(Failure) {
        let columns = [
            Column("id", "Number"), Column("name", "Name", wide: true), Column("account", "Account"),
            Column("email", "Mail"), Column("phone", "Phone"), Column("language", "Language"),
        ]
        var printer = try RecordPrinter(columns, self)
        try printer.write(
            contacts.map { contact in
                .object([
                    .init("id", JSON(describing: contact.id)), .init("name", .string(contact.name)),
                    .init("account", JSON(describing: contact.account)), .init("email", JSON(contact.email)),
                    .init("phone", JSON(contact.phone)), .init("language", JSON(contact.language)),
                ])
            })
        try printer.finish()
    }
}
