import CaseExchange
import CaseModel
import ConsoleCore
import SettingsText
import TerminalUI

extension Shell {
    /// `contact list [TEXT]|show NAME|new NAME --account A|set NAME…|deactivate NAME…|erase NAME`.
    func contacts(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let verb = call.words.first ?? "list"
        switch (verb, call.words.count) {
        case ("list", ...2): return try await listContacts(call)
        case ("show", 2):
            let store = try await openForReading()
            let account = try await accountOption(call, store)
            try print([try await contact(call.words[1], of: account?.id, store)])
        case ("new", 2): try await addContact(call)
        case ("set", 2...): try await changeContacts(call)
        case ("reveal", 2): try await reveal(call)
        case ("erase", 2): try await eraseContact(call)
        case ("deactivate", 2...): try await changeContacts(call, deactivates: true)
        default: throw .usage("Usage: \(usage(call))")
        }
        return .done
    }

    private func addContact(_ call: CommandCall) async throws(Failure) {
        let store = try await openForWriting()
        guard let account = try await accountOption(call, store) else {
            throw .usage("A contact belongs to an account (--account NAME). Usage: \(usage(call))")
        }
        var contact = Contact(
            id: ContactID(0), account: account.id, name: call.words[1], email: call.options[.email],
            phone: call.options[.phone], language: call.options[.language],
            roles: roles(call) ?? [], portalType: call.options[.portal]?.lowercased())
        do throws(StoreError) {
            contact = try await store.save(contact, seen: nil, by: claim, at: clock.now, recordedAt: clock.recordedAt)
        } catch {
            throw Failure(error)
        }
        try sayIfTried()
        try print([contact])
        try await warn(ofNamesakes: contact, at: account, store)
    }

    /// Changes what is said of contacts as one act; one who leaves stays in the history and leaves the pickers.
    ///
    /// All names are looked for before the first is changed; of several rows that were marked in the console those that
    /// do not fit are left out.
    private func changeContacts(_ call: CommandCall, deactivates: Bool = false) async throws(Failure) {
        let store = try await openForWriting()
        let account = try await accountOption(call, store)
        var contacts: [Contact] = []
        for name in call.words.dropFirst() { contacts.append(try await contact(name, of: account?.id, store)) }
        let edits = contacts.map { ContactEdit(wish($0, call, deactivates), seen: seen($0, call)) }
        let changed = try await doFitting(edits, store, name: \.wish.id.description) {
            (edits, store) async throws(StoreError) in
            do throws(StoreError) {
                return try await store.save(edits, by: claim, at: clock.now, recordedAt: clock.recordedAt)
            } catch {
                throw masked(error)
            }
        }.flatMap { $0 }
        try sayIfTried()
        if leavesOut(contacts.count) {
            try tell(of: changed, before: contacts)
        } else {
            try print(changed)
        }
        try await warn(ofNoticesMissedBy: changed.filter { !$0.active }, store)
        if call.has(.roles), let first = changed.first { try await warn(ofStrangeRoles: first, store) }
    }

    /// `CT-5 Johanna Berg: active yes → no`, for each of several.
    private func tell(of changed: [Contact], before: [Contact]) throws(Failure) {
        for contact in changed {
            guard let old = before.first(where: { $0.id == contact.id }) else { continue }
            let (was, now) = (old.values, contact.values)
            let steps = Set(was.keys).union(now.keys).filter { was[$0] != now[$0] }.sorted().map { field in
                func words(_ value: String?) -> String {
                    (["email", "phone"].contains(field) ? way(value) : value) ?? "none"
                }
                return "\(field) \(words(was[field])) → \(words(now[field]))"
            }
            let told = steps.isEmpty ? " \(CommandReport.soAlready)." : ": " + steps.joined(separator: ", ")
            try data.line(Shown(detail: "\(contact.id) \(contact.name)\(told)"))
        }
    }

    /// A conflict with the ways in which a person is reached masked in the console (reliability 5.2).
    private func masked(_ error: StoreError) -> StoreError {
        guard case .peopleConflict(var conflict) = error else { return error }
        for index in conflict.fields.indices where ["email", "phone"].contains(conflict.fields[index].name) {
            conflict.fields[index].theirs = way(conflict.fields[index].theirs)
        }
        return .peopleConflict(conflict)
    }

    /// The contact as it is to be.
    private func wish(_ contact: Contact, _ call: CommandCall, _ deactivates: Bool) -> Contact {
        var contact = contact
        func text(_ option: CallOption, _ known: String?) -> String? {
            call.options[option].map { $0 == "none" ? nil : $0 } ?? known
        }
        contact.email = text(.email, contact.email)
        contact.phone = text(.phone, contact.phone)
        contact.language = text(.language, contact.language)
        contact.portalType = text(.portal, contact.portalType)?.lowercased()
        if let roles = roles(call) { contact.roles = roles }
        if deactivates { contact.active = false }
        if call.has(.active) { contact.active = true }
        return contact
    }

    /// The contact as the person saw it in what is changed now; what others wrote there since is a conflict.
    private func seen(_ contact: Contact, _ call: CommandCall) -> Contact {
        var seen = contact
        let options = running?.people[contact.id.description] ?? running?.seen ?? [:]
        for (option, value) in options where call.options[option] != nil {
            switch option {
            case .email: seen.email = value.isEmpty ? nil : value
            case .phone: seen.phone = value.isEmpty ? nil : value
            case .language: seen.language = value.isEmpty ? nil : value
            case .portal: seen.portalType = value.isEmpty ? nil : value
            case .roles: seen.roles = value.split(separator: ",").map(String.init)
            default: break
            }
        }
        return seen
    }

    /// Says which roles the policy does not have: they are kept, for the list is open, and give no right.
    private func warn(ofStrangeRoles contact: Contact, _ store: any CaseStore) async throws(Failure) {
        let known = try await policies(store).inForce.people.contactRoles.map(\.code)
        let strange = contact.roles.filter { !known.contains($0) }
        guard let first = strange.first else { return }
        let near = closest(to: first, in: known).map { " Did you mean \($0)?" } ?? ""
        try data.flush()
        try say(
            Shown(
                detail:
                    "The policy has no role \(strange.joined(separator: ", ")) of contacts; it gives no right.\(near)")
        )
    }

    private func roles(_ call: CommandCall) -> [String]? {
        guard let list = call.options[.roles] else { return nil }
        if list == "none" { return [] }
        return Set(list.split(separator: ",").map { $0.lowercased() }).sorted()
    }

    /// Says who else has that name there: they are two, and easily taken for each other (reliability 3, group 4).
    private func warn(
        ofNamesakes contact: Contact, at account: Account, _ store: any CaseStore
    ) async throws(Failure) {
        let folded = Words.fold(contact.name)
        let others = try await found(contact.name, account.id, 20, store)
            .filter { $0.id != contact.id && Words.fold($0.name) == folded }
        guard !others.isEmpty else { return }
        let list = others.map { other in
            let ways = [other.email, other.phone].compactMap(way).joined(separator: ", ")
            return "\(other.id)\(ways.isEmpty ? "" : " (\(ways))")"
        }
        try data.flush()
        try say(
            Shown(
                detail: "There are others of the name \(contact.name) at \(account.name): "
                    + "\(list.joined(separator: ", ")). Use their numbers to tell them apart."))
    }

    private func found(
        _ text: String, _ account: AccountID?, _ limit: Int, _ store: any CaseStore
    ) async throws(Failure) -> [Contact] {
        do throws(StoreError) {
            return try await store.contacts(matching: text, account: account, limit: limit)
        } catch {
            throw Failure(error)
        }
    }

    func accountOption(_ call: CommandCall, _ store: any CaseStore) async throws(Failure) -> Account? {
        guard let name = call.options[.account] else { return nil }
        return try await account(name, store)
    }

    private func listContacts(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let text = call.words.count > 1 ? call.words[1] : ""
        let limit = try number(call, .limit) ?? 1000
        let store = try await openForReading()
        let account = try await accountOption(call, store)
        let contacts = try await found(text, account?.id, limit, store)
        try print(call.has(.all) ? contacts : contacts.filter(\.active))
        return .done
    }

    /// How a person is reached; masked in the console, where that is asked for and recorded (reliability 5.2).
    private func way(_ text: String?) -> String? {
        isInConsole ? text.map { Contact.masked($0, .ascii) } : text
    }

    private func print(_ contacts: [Contact]) throws(Failure) {
        let columns = [
            Column("id", "Number"), Column("name", "Name", wide: true), Column("account", "Account"),
            Column("email", "Mail"), Column("phone", "Phone"), Column("language", "Language"),
            Column("roles", "Roles"), Column("portalType", "Portal"), Column("active", "Active"),
        ]
        var printer = try RecordPrinter(columns, self)
        try printer.write(
            contacts.map { contact in
                .object([
                    .init("id", JSON(describing: contact.id)), .init("name", .string(contact.name)),
                    .init("account", JSON(describing: contact.account)), .init("email", JSON(way(contact.email))),
                    .init("phone", JSON(way(contact.phone))), .init("language", JSON(contact.language)),
                    .init("roles", .array(contact.roles.map(JSON.string))),
                    .init("portalType", JSON(contact.portalType)), .init("active", .bool(contact.active)),
                ])
            })
        try printer.finish()
    }
}
