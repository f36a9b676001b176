import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `new`: logs a case; the account by number or by a name that fits one alone, the caller by a whole one.
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
        let account: Account
        do throws(Failure) {
            account = try await self.account(accountName, store)
        } catch {
            throw error.about(CallOption.account.rawValue)
        }
        var partner: Account?
        if let name = call.options[.partner] {
            do throws(Failure) {
                partner = try await self.account(name, store)
            } catch {
                throw error.about(CallOption.partner.rawValue)
            }
        }
        let places = [account.id] + [partner?.id].compactMap { $0 }
        let contact = try await caller(contactName, at: places, store)
        // A number is nobody's name.
        if contact == nil, ContactID(text: contactName) != nil {
            throw Failure(.notFound, "There is no contact \(contactName) at \(account.name).")
                .about(CallOption.contact.rawValue)
        }
        let new = NewCase(
            subject: subject, description: call.options[.description] ?? "", severity: severity, type: type,
            channel: channel,
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
            try await say(callerIs: contact, contactName, at: account, store)
            // It is logged, whatever else can be told of it.
            do throws(Failure) {
                try await say(outlookOf: file, store)
            } catch {
                try say(Shown(detail: "Whether it is covered cannot be told: \(error.message)"))
            }
        }
        // Nobody in trouble is turned away; what is not right is said (domain 12).
        try data.flush()
        if let contact, !contact.active {
            try say(Shown(detail: "\(contact.name) (\(contact.id)) is no longer a contact; ask who took over."))
        }
        try say(remarksOf: file.events, words)
        return .done
    }

    /// Says who calls, or that nobody knows the caller.
    private func say(
        callerIs contact: Contact?, _ name: String, at account: Account, _ store: any CaseStore
    ) async throws(Failure) {
        if let contact { return try data.line(Shown(detail: "The caller is \(contact.name) (\(contact.id)).")) }
        let near = try await contacts(called: name, of: account.id, store).near
        try data.line(Shown(detail: "At \(account.name) nobody is known as \(name), who calls.\(nearest(of: near))"))
    }

    /// Says which conditions of the policy did not hold in what was done, and what would satisfy them.
    func say(remarksOf events: [CaseEvent], _ words: Vocabulary) throws(Failure) {
        for event in events {
            for remark in event.remarks {
                let what = words.remark(remark.condition) ?? remark.condition
                try say(Shown(detail: "\(event.caseID): \(remark.strength.sentence)\(what)"))
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
            throw Failure.usage("--\(option.rawValue) is one of \(known), not \(word).").about(option.rawValue)
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
