import CaseModel
import ConsoleCore

extension Shell {
    /// `set ID contact=NAME` with the contact's number in place of a name: somebody at the customer of the case, or of a
    /// company that acts for it.
    func namingCaller(_ call: CommandCall, _ store: any CaseStore) async throws(Failure) -> CommandCall {
        guard call.command == .set, let reference = call.words.first(where: { assignment($0) == nil }),
            let place = call.words.firstIndex(where: { assignment($0)?.field == CaseField.contact.name }),
            let name = assignment(call.words[place])?.value, !name.isEmpty, name != "none", ContactID(text: name) == nil
        else { return call }
        let id = try await find(reference, in: store)
        let file: CaseFile
        do throws(StoreError) {
            file = try await store.caseFile(id)
        } catch {
            throw Failure(error)
        }
        var companies: [AccountID?] = [file.item.account, file.item.partner].filter { $0 != nil }
        if companies.isEmpty { companies = [nil] }
        guard let contact = try await caller(name, at: companies, store) else {
            throw Failure(
                .notFound,
                "Nobody at \(file.account?.name ?? "the customer") is called \(name). Add the contact first, "
                    + "or write the number: contact=CT-12."
            ).about(CaseField.contact.name)
        }
        var named = call
        named.words[place] = "\(CaseField.contact.name)=\(contact.id)"
        return named
    }
}
