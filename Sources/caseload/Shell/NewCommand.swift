import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `new`: logs a case; account and contact by number or by a name that fits one alone.
    func log(_ call: CommandCall) async throws(Failure) -> ExitCode {
        try expectNoWords(call)
        let subject = try needed(call, .subject)
        let severity = try code(call, .severity, Severity.allCases, \.code)
        let channel = try code(call, .channel, Channel.allCases, \.rawValue)
        let type = try code(call, .type, CaseType.allCases, \.rawValue)
        let accountName = try needed(call, .account)
        let contactName = try needed(call, .contact)
        let troubleshooting = try troubleshooting(call)
        var description = call.options[.description] ?? ""
        if description == "-" { description = try readInput() }

        let store = try await openForWriting()
        let account = try await account(accountName, store)
        let contact = try await contact(contactName, of: account.id, store)
        var partner: Account?
        if let name = call.options[.partner] { partner = try await self.account(name, store) }
        let new = NewCase(
            subject: subject, description: description, severity: severity, type: type, channel: channel,
            account: account.id, contact: contact.id, product: call.options[.product], partner: partner?.id,
            troubleshootingDone: troubleshooting)
        let file: CaseFile
        do throws(StoreError) {
            file = try await store.log(new, operation())
        } catch {
            throw Failure(error)
        }
        if wantsJSON {
            try printJSON(CaseJSON.object(file))
        } else {
            try data.line(told("logged \(file.item.id): \(file.item.subject)"))
        }
        if !contact.active {
            // Nobody in trouble is turned away; what is not right is said (domain 12).
            try data.flush()
            try say(Shown(detail: "\(contact.name) (\(contact.id)) is no longer a contact; ask who took over."))
        }
        return .done
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
