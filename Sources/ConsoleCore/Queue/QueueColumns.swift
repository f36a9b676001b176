import CaseModel
import TerminalUI

/// What a column of the list shows.
enum QueueColumn: Hashable, Sendable {
    /// Where the case stands; the due time takes this place once there are clocks.
    case status
    /// Severity as number and sign.
    case severity
    /// The case number.
    case number
    /// What it is about.
    case subject
    /// The customer.
    case account
    /// Who answers for it.
    case owner
    /// How long ago it was logged.
    case age

    /// The column that an order shows in; nil when none does.
    init?(_ field: SortKey.Field) {
        switch field {
        case .id: self = .number
        case .severity: self = .severity
        case .status: self = .status
        case .opened: self = .age
        case .subject: self = .subject
        case .account: self = .account
        case .owner: self = .owner
        case .due, .updated, .closed, .contact, .queue: return nil
        }
    }
}

/// How wide the texts of a queue are, in cells: the widest of each kind among the rows that came.
struct ColumnNeeds: Equatable, Sendable {
    /// Status in full, customer, owner.
    var status = 0, account = 0, owner = 0

    /// One more row came.
    mutating func take(_ row: QueueRow) {
        status = max(status, row.status.width)
        account = max(account, row.account.width)
        owner = max(owner, row.owner.width)
    }
}

/// The columns from left to right, laid out for a width and for what stands in them.
///
/// What decides comes first, then the number, which is never cut, then the subject. The others grow to their content
/// before the subject takes the rest; on a narrow screen they leave in the order age, owner, account.
struct QueueTable: Equatable, Sendable {
    /// The width of the list.
    let width: Int
    /// What the columns were laid out for.
    let needs: ColumnNeeds
    /// The columns.
    let table: Table<QueueColumn>
    /// Whether the status is written in full, not as one short word.
    let statusIsFull: Bool

    private static let subject = 24
    private static let status = 11

    init(width: Int, needs: ColumnNeeds) {
        self.width = width
        self.needs = needs
        let narrow = QueueTable.table(width, [:])
        var room = (narrow.slots.first { $0.column.id == .subject }?.width ?? 0) - QueueTable.subject
        var widths: [QueueColumn: Int] = [:]
        for slot in narrow.slots { widths[slot.column.id] = slot.column.minimum }
        func grow(_ column: QueueColumn, to wanted: Int) {
            guard let now = widths[column], wanted > now, room > 0 else { return }
            widths[column] = now + min(room, wanted - now)
            room -= min(room, wanted - now)
        }
        grow(.owner, to: min(9, needs.owner))
        grow(.account, to: min(12, needs.account))
        grow(.subject, to: 36)
        grow(.owner, to: min(20, needs.owner))
        grow(.account, to: min(32, needs.account))
        // A status is written in full where all of them can be.
        let full = min(30, needs.status)
        statusIsFull = full - QueueTable.status <= room && full > 0
        if statusIsFull { grow(.status, to: full) }
        table = QueueTable.table(width, widths)
    }

    private static func table(_ width: Int, _ widths: [QueueColumn: Int]) -> Table<QueueColumn> {
        func column(
            _ id: QueueColumn, _ title: Shown, _ minimum: Int, _ alignment: Alignment = .left, leaves: Int? = nil
        ) -> TableColumn<QueueColumn> {
            let own = id == .subject ? minimum : max(minimum, widths[id] ?? minimum)
            return TableColumn(
                id, title, minimum: minimum, ideal: own, alignment, leaves: leaves, grows: id == .subject)
        }
        let columns = [
            column(.status, "Status", status, leaves: 4), column(.severity, "Sev", 5), column(.number, "Case", 10),
            column(.subject, "Subject", subject), column(.account, "Account", 8, leaves: 3),
            column(.owner, "Owner", 6, leaves: 2), column(.age, "Age", 3, .right, leaves: 1),
        ]
        return Table(columns, width: max(0, width - 1))
    }
}
