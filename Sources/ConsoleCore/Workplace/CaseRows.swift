import CaseModel
import TerminalUI

extension ListingLook {
    /// A case as a row of a workplace.
    func row(_ item: CaseSummary) -> ListingRow {
        var cells = RowCells()
        cells.put(item.id.description, .id)
        cells.put(item.subject, .what)
        cells.put(item.accountName, .account)
        cells[.state] = TableCell(words(for: item.status, glyphs, isShort: true))
        cells.put(item.ownerName ?? "no owner", .who, item.ownerName == nil ? .dim : .text)
        cells[.amount] = TableCell(words(for: item.severity, glyphs), item.severity.role, [.bold])
        // The same clock in the same words as in the queue.
        let clocks = ClockFacts(item)
        if let due = clocks.next.due, clocks.next.isOwed { cells[.day] = TableCell(Shown(text(due))) }
        let left = clocks.words(at: now, isShort: true)
        if clocks.next.phase != .none { cells[.left] = TableCell(Shown(left.words), left.role) }
        return ListingRow(.item(item.id), cells.all)
    }

    /// An instant in the display zone: its time today, with the weekday in the days to come, its day otherwise.
    func text(_ instant: Timestamp) -> String {
        let local = zone.local(instant)
        if local.day == today { return local.clockText }
        let days = local.day.daysSince1970 - today.daysSince1970
        guard (1...6).contains(days) else { return text(local.day).text }
        return "\(Timeline.weekdayName(local.day.weekday)) \(local.clockText)"
    }

    /// Cases as a list.
    func listing(_ cases: [CaseSummary], empty: String, help: String = "") -> Listing {
        Listing(ListingLook.caseColumns, cases.map { row($0) }, empty: empty, help: help)
    }

    static let caseColumns = ListingColumn.columns([
        .id: "Case", .what: "Subject", .account: "Customer", .state: "Status", .who: "Owner", .amount: "Sev",
        .day: "Due", .left: "Left",
    ])
}
