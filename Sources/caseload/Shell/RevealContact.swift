import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `contact reveal NAME`: says how a person is reached, and keeps who asked (reliability 5.2).
    func reveal(_ call: CommandCall) async throws(Failure) {
        let store = try await openForWriting()
        let account = try await accountOption(call, store)
        let contact = try await contact(call.words[1], of: account?.id, store)
        guard let owner = contact.account else {
            throw Failure(.refused, "\(contact.name) belongs to no account, where it could be kept who asked.")
        }
        do throws(StoreError) {
            let agent = try await store.agent(for: claim)
            let values: [String: String?] = [
                "account": owner.description, "contact": contact.id.description, "by": agent.id.description,
                "at": clock.now.description,
            ]
            _ = try await store.keep([RecordEdit(adding: .reveal, values)], operation())
        } catch {
            throw Failure(error)
        }
        let ways = [contact.email, contact.phone].compactMap { $0 }
        let words = ways.isEmpty ? "no mail address and no telephone number is known" : ways.joined(separator: ", ")
        try printDone("\(contact.name) (\(contact.id)): \(words).")
    }
}
