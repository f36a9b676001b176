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

    /// The columns from left to right, laid out for a width.
    ///
    /// What decides comes first, then the number, which is never cut, then the subject, which takes the room. On a
    /// narrow screen they leave in the order age, owner, account.
    static func table(width: Int) -> Table<QueueColumn> {
        let columns: [TableColumn<QueueColumn>] = [
            TableColumn(.status, "Status", minimum: 11, ideal: width >= 130 ? 29 : width >= 100 ? 22 : 11, leaves: 4),
            TableColumn(.severity, "Sev", minimum: 5),
            TableColumn(.number, "Case", minimum: 10),
            TableColumn(.subject, "Subject", minimum: 24, grows: true),
            TableColumn(.account, "Account", minimum: 8, ideal: width >= 130 ? 24 : width >= 100 ? 16 : 10, leaves: 3),
            TableColumn(.owner, "Owner", minimum: 6, ideal: width >= 130 ? 16 : 9, leaves: 2),
            TableColumn(.age, "Age", minimum: 3, .right, leaves: 1),
        ]
        return Table(columns, width: max(0, width - 1))
    }

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
