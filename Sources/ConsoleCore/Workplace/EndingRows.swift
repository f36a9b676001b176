import CaseModel
import TerminalUI

extension ConsoleState {
    /// What ends from a day on, a query for each kind of it.
    ///
    /// - Parameter after: what came before, for the rows behind it.
    func ending(
        from today: CivilDay?, until last: CivilDay? = nil, _ after: PlaceAnswer? = nil, _ limit: Int
    ) -> [RecordQuery] {
        var places: [RecordPlace?] = []
        if case .records(let lists)? = after { places = lists.map(\.records.last?.place) }
        return RecordKind.ending.enumerated().map { place, kind in
            // West of here it may be the day before still.
            RecordQuery(
                kind, endingFrom: today?.adding(-1), endingUntil: last, byEnd: true,
                after: places.indices.contains(place) ? places[place] : nil, limit: limit)
        }
    }
}

extension ConsoleState {
    /// What ended before a day, a query for each kind of it.
    func ended(before today: CivilDay, _ after: PlaceAnswer?, _ limit: Int) -> [RecordQuery] {
        // East of here the next day may have begun.
        ending(from: nil, until: today, after, limit)
    }
}

extension ListingLook {
    /// What ended, whatever it is, by month.
    func ended(_ lists: [RecordList]) -> Listing {
        ending(
            lists, areOver: true,
            empty: ("Nothing has ended.", "\(key(.nextTab)) and \(key(.previousTab)) go to the others."))
    }

    /// What ends within so many days, whatever it is, by month.
    func ending(_ lists: [RecordList], within days: Int) -> Listing {
        ending(
            lists,
            empty: (
                "Nothing ends within \(days) days.", "\(key(.nextTab)) and \(key(.previousTab)) go to the others."
            ))
    }

    /// Records of several kinds that end on the customer's today or later, by month: a licence that ends first stands
    /// before the membership that ends next.
    ///
    /// - Parameter areOver: those that ended before the customer's today instead.
    func ending(_ lists: [RecordList], areOver: Bool = false, empty: (sentence: String, help: String)) -> Listing {
        var names = Names()
        for list in lists { names.add(list.names) }
        // Of a kind that has more than came, nothing behind its last one is known.
        let bound = lists.filter(\.goesOn).compactMap(\.records.last?.end).min()
        let records = lists.flatMap(\.records).filter { record in
            let region = record.account.flatMap { names.regions[$0] }
            let day = region.map { policies.day(of: now, in: $0) } ?? today
            guard let end = record.end, (end < day) == areOver else { return false }
            return bound.map { end <= $0 } ?? true
        }
        .sorted { ($0.end?.daysSince1970 ?? .max, $0.id) < ($1.end?.daysSince1970 ?? .max, $1.id) }
        var list = Listing(
            ListingColumn.columns([
                .id: "Number", .what: "Product, number", .account: "Customer", .state: "State", .who: "With",
                .amount: "Quantity", .day: "Ends", .left: "Left",
            ]), byMonth(records, names), empty: empty.sentence, help: empty.help)
        if let bound { list.more = ", to \(text(bound).text)" }
        return list
    }
}
