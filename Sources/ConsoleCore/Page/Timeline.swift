import CaseModel
import TerminalUI

/// How a timeline is laid out.
struct TimelineLook: Equatable, Sendable {
    /// Cells from left to right.
    var width: Int
    /// The program's clock, for Today and Yesterday.
    var now: Timestamp
    /// The display zone.
    var zone: Zone
    /// The signs to draw.
    var glyphs: GlyphSet
    /// A preview: one line for each event, no heads for days.
    var isShort = false
    /// Below a head: what was taken back and done again in the end is left out, and of what a case began with what the
    /// head tells or a later change names again; the page of the case has it.
    var isPreview = false

    /// The day it is.
    var today: CivilDay { zone.local(now).day }
    /// The columns for time and for who did what; on a narrow screen the text stands below them.
    var textColumn: Int { width >= 110 ? 42 : width >= 76 ? 34 : 7 }
    /// Whether the text stands beside who did what.
    var isWide: Bool { textColumn > 7 }
    /// Cells for the text: a line of reading is no longer than 90.
    var textWidth: Int { max(10, min(90, width - textColumn)) }
}

/// What happened to a case, as lines, the newest first, grouped by day.
enum Timeline {
    /// The lines of a case's timeline; stops when there are as many as wanted.
    static func lines(_ file: CaseFile, _ look: TimelineLook, upTo limit: Int = .max) -> [StyledLine] {
        let takenBack = file.takenBack
        let leftOut = look.isPreview ? idleTurns(file.events) : []
        var returns = file.returns(by: look.now)
        var lines: [StyledLine] = []
        var day: CivilDay?
        func add(_ entry: TimelineEntry, at instant: Timestamp) {
            guard lines.count < limit else { return }
            let local = look.zone.local(instant)
            if local.day != day, !look.isShort {
                day = local.day
                lines.append(StyledLine(Shown(words(for: local.day, today: look.today)), .header, [.bold]))
            }
            lines += entry.lines(time: time(local, look), look, limit: min(limit - lines.count, longestEntry))
        }
        for event in file.events.reversed() where !leftOut.contains(event.seq) {
            guard lines.count < limit else { break }
            while let back = returns.last, back.event.seq >= event.seq || back.at >= event.at {
                add(TimelineEntry(back), at: back.at)
                returns.removeLast()
            }
            add(TimelineEntry(event, file, look, isTakenBack: takenBack.contains(event.seq)), at: event.at)
        }
        return lines
    }

    /// The places of pairs that undid an act and did it again, or the other way round.
    private static func idleTurns(_ events: [CaseEvent]) -> Set<Int> {
        var open: [Int: Int] = [:]
        var idle: Set<Int> = []
        for event in events {
            guard let target = event.refersTo else { continue }
            if let before = open.removeValue(forKey: target) {
                idle.formUnion([before, event.seq])
            } else {
                open[target] = event.seq
            }
        }
        return idle
    }

    /// More lines than this of one text are not laid out; a terminal is no place to read them.
    static let longestEntry = 2000

    private static func time(_ local: LocalTime, _ look: TimelineLook) -> Shown {
        guard look.isShort, local.day != look.today else { return Shown(local.clockText) }
        return Shown(local.day.inShort).padded(to: 6, .right)
    }

    /// `Today`, `Yesterday`, `Mon 9 Mar 2026`.
    static func words(for day: CivilDay, today: CivilDay) -> String {
        switch today.daysSince1970 - day.daysSince1970 {
        case 0: return "Today"
        case 1: return "Yesterday"
        default: return day.withWeekday
        }
    }

    /// `Mon` for 1.
    static func weekdayName(_ weekday: Int) -> String {
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        return names.indices.contains(weekday - 1) ? names[weekday - 1] : ""
    }

    /// `Mar` for 3.
    static func monthName(_ month: Int) -> String {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return names.indices.contains(month - 1) ? names[month - 1] : ""
    }
}
