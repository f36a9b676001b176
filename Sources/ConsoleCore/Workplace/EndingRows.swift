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

    /// Records of a kind: those that end from a day on, or never, and those that ended before, the last first.
    func turning(_ kind: RecordKind, from today: CivilDay, _ after: PlaceAnswer?, _ limit: Int) -> [RecordQuery] {
        var places: [RecordPlace?] = []
        if case .records(let lists)? = after { places = lists.map(\.records.last?.place) }
        // West of here it may be the day before still, and east of here the next may have begun; which of them each
        // belongs to, its customer's day says.
        let before = RecordPlace(end: today.adding(-2), number: .max)
        return [
            RecordQuery(kind, byEnd: true, after: (places.first ?? nil) ?? before, limit: limit),
            RecordQuery(
                kind, endingUntil: today, byEnd: true, newestFirst: true, after: places.last ?? nil, limit: limit),
        ]
    }

    /// What ended before a day, a query for each kind of it, what ended last first.
    func ended(before today: CivilDay, _ after: PlaceAnswer?, _ limit: Int) -> [RecordQuery] {
        // East of here the next day may have begun.
        ending(from: nil, until: today, after, limit).map { query in
            var query = query
            query.newestFirst = true
            return query
        }
    }
}

extension ListingLook {
    /// What ended, whatever it is, by month, the last first.
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

    /// Whether something ended before its customer's today.
    func isOver(_ record: Record, _ names: Names) -> Bool {
        let region = record.account.flatMap { names.regions[$0] }
        return record.end.map { $0 < region.map { policies.day(of: now, in: $0) } ?? today } ?? false
    }

    /// Records of several kinds that end on the customer's today or later, by month: a licence that ends first stands
    /// before the membership that ends next.
    ///
    /// - Parameter areOver: those that ended before the customer's today instead.
    func ending(_ lists: [RecordList], areOver: Bool = false, empty: (sentence: String, help: String)) -> Listing {
        var names = Names()
        for list in lists { names.add(list.names) }
        // Of a kind that has more than came, nothing behind its last one is known.
        let ends = lists.filter(\.goesOn).compactMap(\.records.last?.end)
        let bound = areOver ? ends.max() : ends.min()
        let records = lists.flatMap(\.records).filter { record in
            guard let end = record.end, isOver(record, names) == areOver else { return false }
            return bound.map { areOver ? end >= $0 : end <= $0 } ?? true
        }
        .sorted { first, second in
            let (a, b) = (first.end?.daysSince1970 ?? .max, second.end?.daysSince1970 ?? .max)
            return a == b ? first.id < second.id : areOver ? a > b : a < b
        }
        let columns = ListingColumn.columns([
            .id: "Number", .what: "Product, number", .account: "Customer", .state: "Plan, state", .who: "With",
            .amount: "Quantity", .day: "Ends", .left: "Left",
        ]).map { column in
            // The year stands in the head above, so that a narrow screen has room for the day; what else is told at the
            // cursor leaves before it.
            var column = column
            switch ListingColumn(rawValue: column.id) {
            case .day:
                column.leaves = 3
                if size.columns < 100 { column.minimum = 6 }
            case .who: column.leaves = 2
            case .amount: column.leaves = 1
            default: break
            }
            return column
        }
        var list = Listing(
            columns, byMonth(records, names).map { withNaming($0) }, empty: empty.sentence, help: empty.help)
        // Only some kinds have somebody beside them, who is told at the cursor, too.
        list.yielding = .who
        if let bound { list.more = ", \(areOver ? "back " : "")to \(text(bound).text)" }
        return list
    }

    /// How the contact of a membership was named belongs to the person where others have their plan or state.
    private func withNaming(_ row: ListingRow) -> ListingRow {
        guard case .record(let id) = row.subject, id.kind == RecordKind.membership.code,
            row.cells[ListingColumn.state.rawValue].role == .text
        else { return row }
        var row = row
        let who = row.cells[ListingColumn.who.rawValue].text
        let naming = row.cells[ListingColumn.state.rawValue].text
        row.cells[ListingColumn.who.rawValue] = TableCell(
            Shown.joined([who, naming].filter { $0.width > 0 }, separator: ", "))
        row.cells[ListingColumn.who.rawValue].shorter = [who]
        row.cells[ListingColumn.state.rawValue] = TableCell("")
        return row
    }
}
