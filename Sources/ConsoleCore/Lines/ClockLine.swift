import CaseModel
import TerminalUI

/// What the clocks of a case follow from.
struct ClockFacts: Equatable, Sendable {
    /// The clock of the first response.
    let response: ClockFace
    /// The clock of the next answer.
    let followUp: ClockFace
    /// When the case was opened.
    let openedAt: Timestamp
    /// When an engineer first answered.
    let firstResponseAt: Timestamp?
    /// Whether a plan covers it.
    let hasPlan: Bool

    /// The clocks of a case.
    init(_ item: Case) {
        response = item.response
        followUp = item.followUp
        openedAt = item.openedAt
        firstResponseAt = item.firstResponseAt
        hasPlan = item.plan != nil
    }

    /// The clocks of a row.
    init(_ row: CaseSummary) {
        response = row.response
        followUp = row.followUp
        openedAt = row.openedAt
        firstResponseAt = row.firstResponseAt
        hasPlan = row.plan != nil
    }

    /// The clock that decides what comes next.
    var next: ClockFace { ClockFace.next(response, followUp) }

    /// The next clock in a few words.
    func words(at now: Timestamp, isShort: Bool = false) -> ClockWords {
        ClockWords(next, from: next == response ? openedAt : nil, at: now, isShort: isShort)
    }
}

extension ClockFacts {
    /// The clock line, the same on every screen: what is due, in the policy's words, when, and what is left.
    ///
    /// The next answer follows the first response, on a line of its own where one has no room for both.
    func lines(_ look: TimelineLook) -> [StyledLine] {
        var first = StyledLine("Clock  ", .dim)
        guard response.phase != .none || followUp.phase != .none else {
            first.add(hasPlan ? "none: the policy sets no target" : "none: no plan is known", .dim)
            return [first]
        }
        let parts = [
            part("First response", response, from: openedAt, answered: firstResponseAt, look),
            part("Follow-up", followUp, from: nil, answered: nil, look),
        ].compactMap { $0 }
        var lines: [StyledLine] = []
        for part in parts {
            if let last = lines.last, last.width + 4 + part.width <= look.width {
                lines[lines.count - 1].add(.blanks(4))
            } else {
                lines.append(lines.isEmpty ? first : StyledLine(.blanks(7)))
            }
            lines[lines.count - 1].spans += part.spans
        }
        return lines
    }

    /// One clock in words; the bar goes where there is room.
    private func part(
        _ title: Shown, _ face: ClockFace, from start: Timestamp?, answered: Timestamp?, _ look: TimelineLook
    ) -> StyledLine? {
        let phase = face.phase(at: look.now)
        guard phase != .none else { return nil }
        let told = ClockWords(face, from: start, at: look.now)
        var line = StyledLine(title + " ")
        if let used = told.used {
            line.add(look.glyphs.timeBar(used: used, width: ClockWords.bar) + " ", told.role)
        }
        var words = told.words
        let due = face.due.map { "due \(look.shortWords($0))" }
        var behind = [face.target].compactMap { $0 }
        if phase == .running, face.due != nil { words += " left" }
        line.add(Shown(words), told.role, told.role == .bad ? [.bold] : [])
        if face.isOwed {
            if let due { line.add(Shown(", " + due)) }
        } else {
            if let answered, phase == .met || phase == .breached { line.add(Shown(" " + look.shortWords(answered))) }
            if let due { behind.append(due) }
        }
        if !behind.isEmpty {
            let rest = Shown(" (\(behind.joined(separator: ", ")))")
            // Without room for it, and without a bar already, what was promised is left to the page.
            if start != nil || line.width + rest.width + 7 <= look.width { line.add(rest, .dim) }
        }
        guard start != nil, line.width + 7 > look.width else { return line }
        return part(title, face, from: nil, answered: answered, look)
    }
}

extension TimelineLook {
    /// An instant as short as it is clear: `14:05` today, else `Mon 9 Mar 14:05`, with the year where it is another.
    func shortWords(_ instant: Timestamp) -> String {
        let local = zone.local(instant)
        guard local.day != today else { return local.clockText }
        let year = local.day.year == today.year ? "" : " \(local.day.year)"
        return "\(Timeline.weekdayName(local.day.weekday)) \(words(local.day, year: false))\(year) \(local.clockText)"
    }

    /// A day: `9 Mar 2026`.
    func words(_ day: CivilDay, year: Bool = true) -> String {
        "\(day.day) \(Timeline.monthName(day.month))" + (year ? " \(day.year)" : "")
    }
}
