import CaseModel
import TerminalUI

extension ListingLook {
    /// A customer as a row.
    func row(_ account: Account, _ above: String? = nil) -> ListingRow {
        var cells = RowCells()
        cells.put(account.id.description, .id)
        cells.put(account.name, .what)
        cells.put(above, .account, .dim)
        cells.put(account.region.map { policy.region($0)?.name ?? $0 } ?? "no region", .state)
        cells.put([account.country, account.organizationID].compactMap { $0 }.joined(separator: "  "), .who, .dim)
        return ListingRow(.account(account.id), cells.all)
    }

    /// Customers as a list.
    func listing(_ accounts: [Account], limit: Int) -> Listing {
        let names = Dictionary(accounts.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var list = Listing(
            ListingColumn.columns([
                .id: "Account", .what: "Name", .account: "Part of", .state: "Region", .who: "Country, organization",
            ]),
            accounts.map { row($0, $0.parent.map { names[$0] ?? $0.description }) },
            empty: "There is no such customer.", help: "+ adds one. / looks for another name.")
        if accounts.count >= limit { list.more = "the first \(grouped(limit)); / finds others" }
        return list
    }
}
