import CaseModel
import TerminalUI

/// What drawing a calendar needs beside its day.
struct CalendarLook {
    /// The day it is where the person sits.
    var today: CivilDay
    /// The business days where the customer is, and the region's name.
    var work: (region: String, calendar: WorkCalendar)?

    /// The cells of the days.
    private static let grid = 30
    /// So many cells are needed for words beside them.
    private static let aside = 54
    /// How tall it is where there is room.
    static let height = 8

    /// The calendar as lines: the month, and beside it what its signs mean.
    ///
    /// - Parameter rows: where these are few, only the weeks around the day are shown.
    func lines(_ calendar: DayCalendar, width: Int, rows: Int) -> [StyledLine] {
        let month = "\(ListingLook.months[calendar.day.month - 1]) \(calendar.day.year)"
        var lines = [StyledLine(Shown(" " + month), .header, [.bold])]
        if width < CalendarLook.aside { lines[0].add(Shown("  " + meaning(of: calendar.day)), .accent) }
        if rows >= 4 { lines.append(heads) }
        let weeks = calendar.weeks
        let count = max(1, min(weeks.count, rows - lines.count))
        let current = weeks.firstIndex { $0.contains(calendar.day) } ?? 0
        let top = max(0, min(current - count / 2, weeks.count - count))
        lines += weeks[top..<(top + count)].map { week($0, calendar.day) }
        guard width >= CalendarLook.aside else { return lines }
        for (index, line) in legend(calendar.day, width: width - CalendarLook.grid, rows: lines.count).enumerated() {
            lines[index].tab(to: CalendarLook.grid)
            lines[index].add(line)
        }
        return lines
    }

    private var heads: StyledLine {
        var line = StyledLine()
        for weekday in 1...7 { line.add(Shown(" " + Timeline.weekdayName(weekday).prefix(2) + " "), .dim) }
        return line
    }

    /// A week; each day stands between two signs, so that cursor, today and holidays are seen without colours.
    private func week(_ days: [CivilDay?], _ cursor: CivilDay) -> StyledLine {
        var line = StyledLine()
        for day in days {
            guard let day else {
                line.add("    ")
                continue
            }
            let number = (day.day < 10 ? " " : "") + String(day.day)
            let sign = day == today ? "*" : holiday(day) != nil ? "x" : " "
            if day == cursor {
                line.add(Shown("[\(number)]"), .cursorRow)
            } else if day == today {
                line.add(Shown(" \(number)\(sign)"), .accent, [.bold])
            } else {
                line.add(Shown(" \(number)\(sign)"), holiday(day) != nil ? .warn : isWorked(day) ? .text : .dim)
            }
        }
        return line
    }

    private func legend(_ day: CivilDay, width: Int, rows: Int) -> [StyledLine] {
        var lines = [StyledLine(Shown(words(day)), .accent, [.bold]), StyledLine(Shown(meaning(of: day)))]
        lines.append(StyledLine())
        lines.append(StyledLine(Shown("* today, \(words(today))"), .dim))
        lines += holidays(of: day).wrapped(to: max(1, width), upTo: 4).map { StyledLine($0, .dim) }
        return Array(lines.prefix(rows))
    }

    private func words(_ day: CivilDay) -> String {
        day.withWeekday
    }

    /// How far a day is, and that it is not worked.
    private func meaning(of day: CivilDay) -> String {
        let far = day.distance(from: today)
        if let name = holiday(day) { return far + ", holiday" + (name.isEmpty ? "" : ": \(name)") }
        return work == nil || isWorked(day) ? far : far + ", no business day"
    }

    /// What is known of the holidays of the month.
    private func holidays(of day: CivilDay) -> Shown {
        guard let work else { return "Holidays are marked once the customer's region is known." }
        let known = work.calendar.holidays.filter { $0.key.year == day.year && $0.key.month == day.month }
        let named = known.sorted { $0.key < $1.key }.map { "\($0.key.day) \($0.value)".trimmedBlanks }
        if !named.isEmpty {
            return Shown("x holiday in \(work.region): \(named.joined(separator: ", "))", upTo: 300)
        }
        return work.calendar.isKnown(day)
            ? Shown("x holiday in \(work.region): none this month", upTo: 120)
            : Shown("The policy does not say the holidays of \(work.region) for this month.", upTo: 200)
    }

    private func holiday(_ day: CivilDay) -> String? { work?.calendar.holidays[day] }

    private func isWorked(_ day: CivilDay) -> Bool {
        work.map { !$0.calendar.hours.shifts(on: day.weekday).isEmpty } ?? (day.weekday < 6)
    }
}
