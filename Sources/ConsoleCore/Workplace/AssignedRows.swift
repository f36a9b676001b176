import CaseModel
import TerminalUI

extension ConsoleState {
    /// What of my customers ends, of every kind, from today on.
    func ownEnding(_ today: CivilDay) -> [RecordQuery] {
        RecordKind.ending.map { kind in
            RecordQuery(kind, endingFrom: today, byEnd: true, limit: CustomerSheet.mostRecords)
        }
    }
}

extension ListingLook {
    /// The customers that somebody is assigned to, without those under them.
    func own(_ lines: [RosterLine], _ names: Names) -> Listing {
        var list = listing(lines, names, branches: [:], isTree: false)
        list.empty = ListingLook.unassigned
        return list
    }

    /// What of them ends, whatever it is, by month.
    func ownEnding(_ lists: [RecordList]) -> Listing {
        var names = Names()
        for list in lists { names.add(list.names) }
        let records = lists.flatMap(\.records).sorted {
            ($0.end?.daysSince1970 ?? .max, $0.id) < ($1.end?.daysSince1970 ?? .max, $1.id)
        }
        return Listing(
            ListingColumn.columns([
                .id: "Number", .what: "Product, number", .account: "Customer", .state: "State", .who: "With",
                .amount: "Quantity", .day: "Ends", .left: "Left",
            ]), byMonth(records, names), empty: ListingLook.unassigned.sentence,
            help: ListingLook.unassigned.help)
    }

    private static let unassigned = (
        sentence: "No customer is yours yet: you are assigned to none of their environments.",
        help: "g c, a customer, a, Environment names who is assigned."
    )
}
