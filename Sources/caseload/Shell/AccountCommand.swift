import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `account list [TEXT]|show NAME|new NAME|set NAME [--country C] [--organization O] [--region R] [--parent A]`.
    func accounts(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let verb = call.words.first ?? "list"
        switch (verb, call.words.count) {
        case ("list", ...2): return try await listAccounts(call)
        case ("show", 2):
            try await showAccount(call.words[1])
        case ("new", 2): return try await saveAccount(call, adds: true)
        case ("set", 2): return try await saveAccount(call, adds: false)
        default: throw .usage("Usage: \(usage(call))")
        }
        return .done
    }

    private func saveAccount(_ call: CommandCall, adds: Bool) async throws(Failure) -> ExitCode {
        let store = try await openForWriting()
        var account = Account(id: AccountID(0), name: call.words[1])
        if !adds { account = try await self.account(call.words[1], store) }
        let seen = adds ? nil : self.seen(account, call)
        if let country = call.options[.country] { account.country = country == "none" ? nil : country }
        if let number = call.options[.organization] { account.organizationID = number == "none" ? nil : number }
        if let region = call.options[.region] { account.region = region == "none" ? nil : region.lowercased() }
        if let parent = call.options[.parent] {
            account.parent = parent == "none" ? nil : try await self.account(parent, store).id
        }
        do throws(StoreError) {
            account = try await store.save(account, seen: seen, by: claim, at: clock.now, recordedAt: clock.recordedAt)
        } catch {
            throw Failure(error)
        }
        try sayIfTried()
        try print([account])
        let policy = try await policies(store).inForce
        if let region = account.region, call.has(.region), policy.region(region) == nil {
            let known = policy.places.regions.map(\.code).joined(separator: ", ")
            try data.flush()
            try say(
                Shown(detail: "The policy has no region \(region): hours and teams are not known. Known: \(known)."))
        }
        return .done
    }

    /// The account as the person saw it in what is changed now; what others wrote there since is a conflict.
    private func seen(_ account: Account, _ call: CommandCall) -> Account {
        var seen = account
        for (option, value) in running?.seen ?? [:] where call.options[option] != nil {
            switch option {
            case .country: seen.country = value.isEmpty ? nil : value
            case .organization: seen.organizationID = value.isEmpty ? nil : value
            case .region: seen.region = value.isEmpty ? nil : value
            case .parent: seen.parent = AccountID(text: value)
            default: break
            }
        }
        return seen
    }

    private func listAccounts(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let text = call.words.count > 1 ? call.words[1] : ""
        let limit = try number(call, .limit) ?? 1000
        let store = try await openForReading()
        let found: [Account]
        do throws(StoreError) {
            found = try await store.accounts(matching: text, limit: limit)
        } catch {
            throw Failure(error)
        }
        try print(found)
        return .done
    }

    func print(_ accounts: [Account]) throws(Failure) {
        let columns = [
            Column("id", "Number"), Column("name", "Name", wide: true), Column("country", "Country"),
            Column("organizationID", "Organization"), Column("parent", "Part of"),
            Column("region", "Region"),
        ]
        var printer = try RecordPrinter(columns, self)
        try printer.write(accounts.map { .object(accountJSON($0)) })
        try printer.finish()
    }

    /// The facts of an account, as scripts read them.
    func accountJSON(_ account: Account) -> [JSON.Field] {
        [
            .init("id", JSON(describing: account.id)), .init("name", .string(account.name)),
            .init("country", JSON(account.country)), .init("organizationID", JSON(account.organizationID)),
            .init("parent", JSON(describing: account.parent)), .init("region", JSON(account.region)),
        ]
    }
}
