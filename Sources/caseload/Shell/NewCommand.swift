import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `new`: logs a case; account and contact by number or by a name that fits one alone.
    func log(_ call: CommandCall) async throws(Failure) -> ExitCode {
        try expectNoWords(call)
        let subject = try needed(call, .subject)
        for option in [CallOption.severity, .channel, .type] { _ = try needed(call, option) }
        let accountName = try needed(call, .account)
        let contactName = try needed(call, .contact)
        let troubleshooting = try troubleshooting(call)
        let store = try await openForWriting()
        let words = try await policies(store).words
        let severity = try code(call, .severity, words.severities, \.code)
        let channel = try code(call, .channel, words.channels, \.code)
        let type = try code(call, .type, words.types, \.code)
        let account = try await account(accountName, store)
        let contact = try await caller(contactName, of: account.id, partner: call.options[.partner], store)
        var partner: Account?
        if let name = call.options[.partner] { partner = try await self.account(name, store) }
        let new = NewCase(
            subject: subject, description: call.options[.description] ?? "", severity: severity, type: type, channel: channel,
            account: account.id, contact: contact?.id, product: call.options[.product], partner: partner?.id,
            language: call.options[.language], troubleshootingDone: troubleshooting,
            stranger: contact == nil ? contactName : nil)
        let file: CaseFile
        do throws(StoreError) {
            file = try await store.log(new, operation())
        } catch {
            throw Failure(error)
        }
        if wantsJSON {
            try printJSON(CaseJSON.object(file, at: clock.now))
        } else {
            try data.line(told("logged \(file.item.id): \(file.item.subject)"))
        }
        // Nobody in trouble is turned away; what is not right is said (domain 12).
        try data.flush()
        if let contact, !contact.active {
            try say(Shown(detail: "\(contact.name) (\(contact.id)) is no longer a contact; ask who took over."))
        }
        try say(remarksOf: file.events, words)
        return .done
    }

    /// Who calls; nil for a name that nobody has there, whose case is logged and held all the same.
    private func caller(
        _ name: String, of account: AccountID, partner: String?, _ store: any CaseStore
    ) async throws(Failure) -> Contact? {
        var places: [AccountID] = [account]
        if let partner { places.append(try await self.account(partner, store).id) }
        for place in places {
            let found: [Contact]
            do throws(StoreError) {
                found = try await store.contacts(matching: name, account: place, limit: 20)
            } catch {
                throw Failure(error)
            }
            if !found.isEmpty { return try oneContact(name, found) }
        }
        if ContactID(text: name) != nil { return try await contact(name, of: account, store) }
        return nil
    }

    /// Says which conditions of the policy did not hold in what was done, and what would satisfy them.
    func say(remarksOf events: [CaseEvent], _ words: Vocabulary) throws(Failure) {
        for event in events {
            for remark in event.remarks {
                let word = remark.strength == .hold ? "Held" : "Warning"
                let what = words.remark(remark.condition) ?? remark.condition
                try say(Shown(detail: "\(word), \(event.caseID): not so: \(what)"))
            }
        }
    }

    private func needed(_ call: CommandCall, _ option: CallOption) throws(Failure) -> String {
        guard let value = call.options[option] else {
            throw .usage("new needs --\(option.rawValue). Usage: \(usage(call))")
        }
        return value
    }

    /// One of the codes of a closed set.
    private func code<Value>(
        _ call: CommandCall, _ option: CallOption, _ values: [Value], _ code: (Value) -> String
    ) throws(Failure) -> Value {
        let word = try needed(call, option)
        guard let value = values.first(where: { code($0) == word.lowercased() }) else {
            let known = values.map(code).joined(separator: ", ")
            throw .usage("--\(option.rawValue) is one of \(known), not \(word).")
        }
        return value
    }

    private func troubleshooting(_ call: CommandCall) throws(Failure) -> Bool? {
        switch call.options[.troubleshooting] {
        case nil: return nil
        case "done": return true
        case "skipped": return false
        case let word?: throw .usage("--troubleshooting is done or skipped, not \(word).")
        }
    }
}
