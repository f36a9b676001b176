import CaseModel
import TerminalUI

extension ConsoleState {
    /// What of my customers ends, of every kind, from today on.
    func ownEnding(_ today: CivilDay) -> [RecordQuery] {
        RecordKind.ending.map { kind in
            // West of here it may be the day before still.
            RecordQuery(kind, endingFrom: today.adding(-1), byEnd: true, limit: CustomerSheet.mostRecords)
        }
    }
}

extension ListingLook {
    /// The customers that somebody is assigned to, without those under them.
    func own(_ lines: [RosterLine], _ names: Names) -> Listing {
        var list = listing(lines, names, branches: [:], isTree: false)
        list.empty = unassigned
        return list
    }

    /// What of them ends, whatever it is, by month.
    func ownEnding(_ lists: [RecordList]) -> Listing {
        var names = Names()
        for list in lists { names.add(list.names) }
        // Of a kind that has more than came, nothing behind its last one is known.
        let bound = lists.filter { $0.records.count >= CustomerSheet.mostRecords }.compactMap(\.records.last?.end).min()
        let records = lists.flatMap(\.records).filter { record in
            let region = record.account.flatMap { names.regions[$0] }
            let day = region.map { policies.day(of: now, in: $0) } ?? today
            guard let end = record.end, end >= day else { return false }
            return bound.map { end <= $0 } ?? true
        }
        .sorted { ($0.end?.daysSince1970 ?? .max, $0.id) < ($1.end?.daysSince1970 ?? .max, $1.id) }
        var list = Listing(
            ListingColumn.columns([
                .id: "Number", .what: "Product, number", .account: "Customer", .state: "State", .who: "With",
                .amount: "Quantity", .day: "Ends", .left: "Left",
            ]), byMonth(records, names), empty: unassigned.sentence,
            help: unassigned.help)
        if let bound { list.more = ", to \(text(bound).text)" }
        return list
    }

    /// A list of one's own for a login that is no agent.
    var nobody: Listing {
        Listing(
            [], [], empty: "You are no agent of this store, so no customer is yours.",
            help: "\(key(.back)) goes back.")
    }

    private var unassigned: (sentence: String, help: String) {
        (
            sentence: "No customer is yours yet: you are assigned to none of their environments.",
            help: "To be assigned to one: open it from \(key(goingTo: "contacts")), then \(key(.add)) and Environment."
        )
    }
}
