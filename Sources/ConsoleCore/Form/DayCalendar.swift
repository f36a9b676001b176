import CaseModel
import TerminalUI

/// The month calendar that is opened over a field for a day; the field keeps its text until a day is taken.
struct DayCalendar: Equatable, Sendable {
    /// The day under the cursor.
    private(set) var day: CivilDay

    /// The key that opens it, and closes it again.
    static let key = Key.ctrl("t")

    init(_ day: CivilDay) {
        self.day = day
    }

    /// Moves the cursor: by day and week, by month and year, to today; other keys do nothing.
    mutating func handle(_ key: Key, today: CivilDay) {
        switch key {
        case .left, .character("h"): move(by: -1)
        case .right, .character("l"): move(by: 1)
        case .up, .character("k"): move(by: -7)
        case .down, .character("j"): move(by: 7)
        case .pageDown, .character("n"): day = day.adding(months: 1) ?? day
        case .pageUp, .character("p"): day = day.adding(months: -1) ?? day
        case .character("y"): day = day.adding(months: 12) ?? day
        case .character("Y"): day = day.adding(months: -12) ?? day
        case .home: move(by: Int64(1 - day.day))
        case .end: move(by: Int64(CivilDay.length(ofMonth: day.month, year: day.year) - day.day))
        case .character("t"): day = today
        default: break
        }
    }

    private mutating func move(by days: Int64) {
        let next = day.adding(days)
        if (1...9999).contains(next.year) { day = next }
    }

    /// The weeks of the month, each from Monday to Sunday; nil for days of the months beside it.
    var weeks: [[CivilDay?]] {
        let first = day.adding(Int64(1 - day.day))
        let monday = first.adding(Int64(1 - first.weekday))
        // As many rows for every month, so that nothing jumps.
        return (0..<6).map { week in
            (0..<7).map { weekday in
                let one = monday.adding(Int64(week * 7 + weekday))
                return one.month == day.month ? one : nil
            }
        }
    }
}

extension FormField {
    /// Whether it holds a day, so that a calendar can be opened over it.
    var isDay: Bool { kind == .value(.day) }
}

extension ConsoleState {
    /// Opens the calendar over the field, at the day that its words mean.
    func openCalendar(_ form: inout Form) {
        let today = displayDay
        let day = form.current.flatMap { $0.day($0.text, today: today) } ?? today
        form.fields[form.cursor].calendar = DayCalendar(day)
        form.completing = nil
        form.effect = nil
        form.problem = nil
    }

    /// The calendar takes a key; Enter takes its day, Esc leaves the field as it was.
    func press(_ key: Key, _ calendar: DayCalendar, _ form: inout Form) {
        var field = form.fields[form.cursor]
        switch key {
        case .enter:
            field.fill(calendar.day.description)
            field.calendar = nil
        case .escape, Keyboard.cancel, DayCalendar.key: field.calendar = nil
        default: field.calendar?.handle(key, today: displayDay)
        }
        form.fields[form.cursor] = field
    }

    /// The business hours and holidays where the customer of a form is, with the region's name; nil while its region is
    /// not known (domain 3).
    func workDays(for form: Form) -> (region: String, calendar: WorkCalendar)? {
        guard let policies = session?.policies, let sheet = sheet(for: form),
            let code = sheet.facts.accounts.lazy.compactMap(\.region).first,
            let region = policies.inForce.region(code),
            let calendar = policies.inForce.calendar(of: region, zones: policies.zones)
        else { return nil }
        return (region.name, calendar)
    }
}
