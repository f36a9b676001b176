import CaseModel
import TerminalUI

extension ListingLook {
    /// A person at a customer as a row; mail and telephone are masked until somebody asks for them.
    func row(
        _ contact: Contact, account: String? = nil, caller: CoverAnswer.Caller? = nil, isRevealed: Bool = false
    ) -> ListingRow {
        var cells = RowCells()
        let role: Role = contact.active ? .text : .dim
        cells.put(contact.id.description, .id, role)
        cells.put(contact.name, .what, role)
        cells.put(account, .account)
        cells.put(contact.active ? roles(contact) : "left", .state, role)
        cells.put(ways(contact, isRevealed), .who, .dim)
        if let caller { cells[.amount] = TableCell(Shown(caller.severities.map(\.code).joined(separator: " "))) }
        return ListingRow(.contact(contact.id), cells.all)
    }

    /// What a person is for the customer, in the words of the policy.
    func roles(_ contact: Contact) -> String {
        let names = contact.roles.isEmpty ? [] : [self.names(ofRolesOf: contact)]
        let portal = contact.portalType.map { code in
            "portal " + (policy.people.portalTypes.first { $0.code == code }?.name ?? code)
        }
        let all = names + [portal].compactMap { $0 }
        return all.isEmpty ? "no role" : all.joined(separator: ", ")
    }

    /// The same without what the portal lets them do.
    func names(ofRolesOf contact: Contact) -> String {
        let names = contact.roles.map { code in policy.people.contactRoles.first { $0.code == code }?.name ?? code }
        return names.isEmpty ? "no role" : names.joined(separator: ", ")
    }

    /// How a person is reached: the first sign and the place, until it is asked for.
    func ways(_ contact: Contact, _ isRevealed: Bool) -> String? {
        let ways = [contact.email, contact.phone].compactMap { $0 }
        guard !ways.isEmpty else { return nil }
        return ways.map { isRevealed ? $0 : Contact.masked($0, glyphs) }.joined(separator: "  ")
    }

    /// People as a list.
    ///
    /// - Parameter own: the customer whose people they are, which goes without saying; those of others name theirs.
    func listing(
        _ contacts: [Contact], _ names: Names, revealed: Set<ContactID>, at own: AccountID? = nil
    ) -> Listing {
        Listing(
            ListingColumn.columns(
                [
                    .id: "Contact", .what: "Name", .account: "Customer", .state: "Roles", .who: "Mail, telephone",
                ], whole: [.who]),
            contacts.map {
                row(
                    $0, account: $0.account.flatMap { $0 == own ? nil : names.accounts[$0] },
                    isRevealed: revealed.contains($0.id))
            },
            empty: "Nobody is here.",
            help: "Contacts are added at their customer: open one of the accounts, then \(key(.add)).",
            reserved: [.state: CoverLine.notCovered.width])
    }
}
