import CaseModel
import TerminalUI

/// How wide what stands in the columns of a list is, by the place of each column.
struct ListingWidths: Equatable, Sendable {
    /// Whether there are heads among the rows, or words in place of them.
    let hasHeads: Bool
    private var needs: [Int] = []
    private var shortest: [Int] = []
    private var fills: [Int] = []

    /// Measures rows; heads are none.
    init(_ rows: [ListingRow], reserved: [ListingColumn: Int], capped: [ListingColumn: Int]) {
        hasHeads = rows.contains { $0.subject.isHeading }
        for row in rows where !row.subject.isHeading {
            let more = Array(repeating: 0, count: max(0, row.cells.count - needs.count))
            needs += more
            shortest += more
            fills += more
            for (place, cell) in row.cells.enumerated() {
                needs[place] = max(needs[place], cell.text.width)
                shortest[place] = max(shortest[place], cell.shorter.map(\.width).min() ?? cell.text.width)
                if cell.text.width > 0 { fills[place] += 1 }
            }
        }
        for (column, cells) in capped where needs.indices.contains(column.rawValue) {
            needs[column.rawValue] = min(needs[column.rawValue], cells)
        }
        for (column, cells) in reserved where needs.indices.contains(column.rawValue) && needs[column.rawValue] > 0 {
            needs[column.rawValue] = max(needs[column.rawValue], cells)
        }
    }

    /// The widest text of a column.
    func need(_ column: TableColumn<Int>) -> Int { needs.indices.contains(column.id) ? needs[column.id] : 0 }

    /// The same of what stands there where there is least room.
    func least(_ column: TableColumn<Int>) -> Int { shortest.indices.contains(column.id) ? shortest[column.id] : 0 }

    /// In how many rows something stands in a column.
    func filled(_ place: Int) -> Int { fills.indices.contains(place) ? fills[place] : 0 }
}

extension Listing {
    /// Lays the columns out for a width; the one that yields leaves before others are cut.
    func laidOut(_ width: Int) -> Table<Int> {
        let table = laidOut(columns, width)
        guard let yields = yielding?.rawValue, table.slots.contains(where: { $0.column.id == yields }),
            widths.filled(yields) * 2 < rows.count(where: { !$0.subject.isHeading }),
            table.slots.contains(where: { $0.column.id != yields && isCut($0) })
        else { return table }
        return laidOut(columns.filter { $0.id != yields }, width)
    }

    /// What has shorter words for less room is not cut by less room.
    private func isCut(_ slot: Table<Int>.Slot) -> Bool {
        slot.width < min(widths.least(slot.column), ListingColumn.widest)
    }

    /// What grows gets what it needs, then those whose texts would be cut, then it has the rest of that; what nobody
    /// needs stays blank at the right, so that two blanks stand between columns.
    private func laidOut(_ columns: [TableColumn<Int>], _ width: Int) -> Table<Int> {
        var columns = columns
        // On a very narrow screen a few letters of what grows have to do.
        if width < 60 { for place in columns.indices where columns[place].grows { columns[place].minimum = 12 } }
        var first = Table(columns, width: width)
        if let leftAlone, !first.slots.contains(where: { $0.column.id == ListingColumn.day.rawValue }),
            let left = columns.firstIndex(where: { $0.id == ListingColumn.left.rawValue })
        {
            columns[left].title = leftAlone
            columns[left].minimum = max(columns[left].minimum, leftAlone.width)
            columns[left].ideal = max(columns[left].ideal, leftAlone.width)
            first = Table(columns, width: width)
        }
        guard let place = first.slots.firstIndex(where: { $0.column.grows }) else { return first }
        let growing = first.slots[place]
        let wanted = max(growing.column.minimum, widths.need(growing.column), growing.column.title.width)
        var room = growing.width
        var spare = room - min(wanted, ListingColumn.longest)
        var wider = first.slots.map(\.column)
        for (other, slot) in first.slots.enumerated() where other != place {
            let more = max(0, min(spare, min(widths.need(slot.column), ListingColumn.longest) - slot.width))
            wider[other].minimum = slot.width + more
            wider[other].ideal = slot.width + more
            spare -= more
            room -= more
        }
        wider[place].minimum = min(wanted, max(1, room))
        wider[place].ideal = wider[place].minimum
        if room - wanted >= Listing.margin {
            wider[place].grows = false
            wider.append(TableColumn(-1, "", minimum: 1, grows: true))
        }
        // A head of two words that would be cut says the first.
        for place in wider.indices where wider[place].title.width > wider[place].minimum {
            guard let comma = wider[place].title.text.firstRange(of: ", ") else { continue }
            wider[place].title = Shown(String(wider[place].title.text[..<comma.lowerBound]))
        }
        return Table(wider, width: width)
    }

    /// The blanks between columns and a cell: so much has to be left over for an empty column at the right.
    private static let margin = 3
}
