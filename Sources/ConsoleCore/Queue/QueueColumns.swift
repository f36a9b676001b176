import CaseModel
import TerminalUI

/// What a column of the list shows.
enum QueueColumn: Hashable, Sendable {
    /// The group that begins with a row.
    case group
    /// What is due, or how the clock stands.
    case due
    /// Severity as number and sign.
    case severity
    /// The case number.
    case number
    /// What it is about.
    case subject
    /// The customer.
    case account
    /// The plans that cover it.
    case plan
    /// Who asks.
    case contact
    /// The product in question.
    case product
    /// Where the case stands.
    case status
    /// Who answers for it.
    case owner
    /// The centre that holds it.
    case center
    /// The queue it waits in.
    case queue
    /// How long ago it was logged.
    case age

    /// The column that an order shows in; nil when none does.
    init?(_ field: SortKey.Field) {
        switch field {
        case .id: self = .number
        case .due: self = .due
        case .severity: self = .severity
        case .status: self = .status
        case .opened: self = .age
        case .subject: self = .subject
        case .account: self = .account
        case .contact: self = .contact
        case .queue: self = .queue
        case .owner: self = .owner
        case .updated, .closed, .snoozed: return nil
        }
    }
}

/// How wide the texts of a queue are, in cells: the widest of each kind among the rows that came.
struct ColumnNeeds: Equatable, Sendable {
    private var widths: [QueueColumn: Int] = [:]

    /// The widest text of a column; 0 for one that no row has a text of.
    subscript(column: QueueColumn) -> Int { widths[column] ?? 0 }

    /// One more row came.
    mutating func take(_ row: QueueRow) {
        func widen(_ column: QueueColumn, _ text: Shown) {
            if text.width > self[column] { widths[column] = text.width }
        }
        // A clock that runs is told anew every minute, so that it has all the room it may ever need.
        let next = ClockFacts(row.summary).next
        widths[.due] = max(self[.due], next.isOwed ? QueueTable.barredDue : next.settledWidth)
        widen(.status, row.status)
        widen(.account, row.names.account)
        widen(.plan, row.names.plan)
        widen(.contact, row.names.contact)
        widen(.product, row.names.product)
        widen(.owner, row.names.owner)
        widen(.center, row.names.center)
        widen(.queue, row.names.queue)
    }
}

/// The columns from left to right, laid out for a width and for what stands in them.
///
/// What decides comes first, then the number, which is never cut, then the subject. The others grow to their content
/// before the subject takes the rest. On a narrow screen they leave in a fixed order: those that only a wide one has,
/// then status, age, owner, plan, account; the age gives way to a status that has room in its place.
struct QueueTable: Equatable, Sendable {
    /// The width of the list.
    let width: Int
    /// What the columns were laid out for.
    let needs: ColumnNeeds
    /// The column whose texts are those of the groups; nil when there are none.
    let group: QueueColumn?
    /// A column that says the same in every row, and has no room; nil for none.
    let without: QueueColumn?
    /// The columns.
    let table: Table<QueueColumn>
    /// Whether the status is written in full, not as one short word.
    let statusIsFull: Bool
    /// Whether there is room for the time bar.
    let hasBar: Bool

    /// Cells of `overdue 25m`, of a bar with `1h 40m`, and of a short word for a status.
    private static let due = 11, status = 11
    /// Cells of the sign of a status and six letters.
    private static let cutStatus = 8
    fileprivate static let barredDue = 14

    init(width: Int, needs: ColumnNeeds, group field: SortKey.Field? = nil, without: QueueColumn? = nil) {
        self.without = without
        self.width = width
        self.needs = needs
        let group = field.flatMap { QueueColumn($0) }
        self.group = group
        let extra = QueueTable.extra(width, needs, group, without)
        let narrow = QueueTable.table(width, [:], group, without, extra, needs)
        let subject = narrow.slots.first { $0.column.id == .subject }
        var room = (subject?.width ?? 0) - (subject?.column.minimum ?? 0)
        var widths: [QueueColumn: Int] = [:]
        for slot in narrow.slots { widths[slot.column.id] = slot.column.minimum }
        func grow(_ column: QueueColumn, to wanted: Int) {
            guard let now = widths[column], wanted > now, room > 0 else { return }
            widths[column] = now + min(room, wanted - now)
            room -= min(room, wanted - now)
        }
        // On a narrow screen what it is about needs the room more than a bar and a second blank.
        if width < 80 { grow(.subject, to: 36) }
        if let group { grow(.group, to: min(16, needs[group])) }
        grow(.severity, to: 5)
        let due = min(QueueTable.barredDue, needs[.due])
        grow(.due, to: due > 0 ? due : QueueTable.barredDue)
        grow(.plan, to: min(8, needs[.plan]))
        grow(.account, to: min(12, needs[.account]))
        grow(.owner, to: min(9, needs[.owner]))
        grow(.subject, to: 36)
        grow(.account, to: min(24, needs[.account]))
        for column in [QueueColumn.owner, .contact, .product, .center, .queue] {
            grow(column, to: min(20, needs[column]))
        }
        grow(.account, to: min(32, needs[.account]))
        // A status is written in full where all of them can be.
        let full = min(30, needs[.status])
        statusIsFull = full > 0 && widths[.status].map { full - $0 <= room } ?? false
        if statusIsFull { grow(.status, to: full) }
        hasBar = widths[.due] == QueueTable.barredDue
        table = QueueTable.table(width, widths, group, without, extra, needs)
    }

    /// The columns that only a wide screen has, the first to come first.
    private static let ofWide: [QueueColumn] = [.contact, .product, .center, .queue]

    /// Those of them for which there is room once the usual ones are whole: a name that is cut helps nobody.
    private static func extra(
        _ width: Int, _ needs: ColumnNeeds, _ group: QueueColumn?, _ without: QueueColumn?
    ) -> Set<QueueColumn> {
        let usual = table(width, [:], group, without, [], needs)
        let subject = usual.slots.first { $0.column.id == .subject }
        // What cases are about is read before anything that only a wide screen adds.
        var room = (subject?.width ?? 0) - max(46, subject?.column.minimum ?? 0)
        for slot in usual.slots where ![.subject, .status, .age].contains(slot.column.id) {
            let wanted =
                switch slot.column.id {
                case .due: min(barredDue, needs[.due])
                case .severity: 5
                default: min(24, needs[slot.column.id])
                }
            room -= max(0, wanted - slot.column.minimum)
        }
        var extra: Set<QueueColumn> = []
        for column in ofWide where column != group {
            let wanted = max(10, min(20, needs[column])) + 2
            guard needs[column] > 0, room >= wanted else { break }
            extra.insert(column)
            room -= wanted
        }
        return extra
    }

    /// As narrow as the clocks may get: where none runs, a word is all there is; the head and its arrow fit in any case.
    private static func narrowest(of needs: ColumnNeeds) -> Int {
        needs[.due] > 0 ? max(6, min(due, needs[.due])) : due
    }

    private static func table(
        _ width: Int, _ widths: [QueueColumn: Int], _ group: QueueColumn?, _ without: QueueColumn?,
        _ extra: Set<QueueColumn>, _ needs: ColumnNeeds
    ) -> Table<QueueColumn> {
        let subject = width < 100 ? 22 : 32
        let usual = table(width, widths, group, without, extra, needs, status: status, subject: subject)
        func hasStatus(_ table: Table<QueueColumn>) -> Bool { table.slots.contains { $0.column.id == .status } }
        guard without != .status, !hasStatus(usual) else { return usual }
        // Where a case stands is worth more than how old it is; the beginning of the word will do beside its sign. What
        // rows have come says nothing here: a case that is taken would take the column with it.
        let ways = [(status, subject), (cutStatus, subject - 2)].lazy.map { status, subject in
            table(
                width, widths, group, without, extra, needs, status: status, subject: subject, hasAge: false)
        }
        return ways.first { hasStatus($0) && $0.slots.count >= usual.slots.count } ?? usual
    }

    private static func table(
        _ width: Int, _ widths: [QueueColumn: Int], _ group: QueueColumn?, _ without: QueueColumn?,
        _ extra: Set<QueueColumn>, _ needs: ColumnNeeds, status: Int, subject: Int, hasAge: Bool = true
    ) -> Table<QueueColumn> {
        func column(
            _ id: QueueColumn, _ title: Shown, _ minimum: Int, _ alignment: Alignment = .left, leaves: Int? = nil
        ) -> TableColumn<QueueColumn> {
            let own = id == .subject ? minimum : max(minimum, widths[id] ?? minimum)
            return TableColumn(
                id, title, minimum: minimum, ideal: own, alignment, leaves: leaves, grows: id == .subject)
        }
        // The columns of wide screens come where the subject can be read all the same.
        let columns = [
            column(.due, "Due", narrowest(of: needs)), column(.severity, "Sev", 3), column(.number, "Case", 10),
            column(.subject, "Subject", subject), column(.account, "Account", 8, leaves: 9),
            column(.plan, "Plan", 4, leaves: 8), column(.contact, "Contact", 10, leaves: 4),
            column(.product, "Product", 10, leaves: 3), column(.status, "Status", status, leaves: 5),
            column(.owner, "Owner", 6, leaves: 7), column(.center, "Centre", 8, leaves: 2),
            column(.queue, "Queue", 8, leaves: 1), column(.age, "Age", 3, .right, leaves: 6),
        ]
        .filter { $0.id == group || $0.id != without && (!ofWide.contains($0.id) || extra.contains($0.id)) }
        .filter { hasAge || $0.id != .age }
        guard let group, let own = columns.first(where: { $0.id == group }) else {
            return Table(columns, width: max(0, width - 1))
        }
        // What a group is called need not stand in each of its rows.
        let first = column(.group, own.title, max(4, min(8, own.minimum)))
        return Table([first] + columns.filter { $0.id != group }, width: max(0, width - 1))
    }
}
