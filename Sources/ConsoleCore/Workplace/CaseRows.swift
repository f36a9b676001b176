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
        cells[.severity] = TableCell(words(for: item.severity, glyphs), item.severity.role)
        // The same clock in the same words and the same place as in the queue.
        cells[.due] = ClockFacts(item).cell(at: now, isShort: size.columns < 100)
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

    /// An instant with its hour, whatever the day: `14:05`, `Tue 14:05`, `8 Mar 14:05`, `2 Feb 2025 14:05`.
    func time(_ instant: Timestamp) -> String {
        let local = zone.local(instant)
        let days = local.day.daysSince1970 - today.daysSince1970
        guard !(0...6).contains(days) else { return text(instant) }
        return "\(local.day.year == today.year ? local.day.inShort : local.day.inWords) \(local.clockText)"
    }

    /// A customer's open cases as a list.
    func cases(of sheet: CustomerSheet) -> Listing {
        Listing(
            ListingColumn.columns([
                .due: "Due", .severity: "Sev", .id: "Case", .what: "Subject", .state: "Status", .who: "Owner",
            ]), sheet.cases.map { row($0) }, empty: "\(sheet.account.name) has no open case.",
            help: "\(key(.add)) logs one.")
    }
}
