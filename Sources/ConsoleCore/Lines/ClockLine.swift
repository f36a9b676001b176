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
    /// Whether it is known that nothing covers it: its clock runs all the same, and is marked (domain 12).
    private let isUncovered: Bool
    /// Where the target of the first response comes from, in tags; nil for one that is not told.
    private var responseCredit: String?
    /// The same of the next answer.
    private var followUpCredit: String?

    /// The clocks of a case, with where their targets come from.
    init(_ item: Case, _ book: PolicyBook) {
        self.init(item)
        responseCredit = book.credit(ofTarget: response.target, .firstResponse, of: item)
        followUpCredit = book.credit(ofTarget: followUp.target, .followUp, of: item)
    }

    /// The clocks of a case.
    init(_ item: Case) {
        response = item.response
        followUp = item.followUp
        openedAt = item.openedAt
        firstResponseAt = item.firstResponseAt
        hasPlan = item.plan != nil
        isUncovered = item.isUncovered
    }

    /// The clocks of a row.
    init(_ row: CaseSummary) {
        response = row.response
        followUp = row.followUp
        openedAt = row.openedAt
        firstResponseAt = row.firstResponseAt
        hasPlan = row.plan != nil
        isUncovered = row.isUncovered
    }

    /// The clock that decides what comes next.
    var next: ClockFace { ClockFace.next(response, followUp) }

    /// The next clock in a few words.
    func words(at now: Timestamp, isShort: Bool = false) -> ClockWords {
        ClockWords(next, from: next == response ? openedAt : nil, at: now, isShort: isShort)
    }

    /// The next clock as lists tell it: what is over asks for nothing, and has no colour.
    func cell(at now: Timestamp, isShort: Bool) -> TableCell {
        let told = words(at: now, isShort: isShort)
        return TableCell(Shown(told.words), next.isOwed ? told.role : told.role == .bad ? .text : .dim)
    }
}

extension ClockFacts {
    /// The clock line, the same on every screen: what is due, in the policy's words, when, and what is left.
    ///
    /// The next answer follows the first response, on a line of its own where one has no room for both.
    ///
    /// - Parameters:
    ///   - label: cells before what is said, as those of the lines round it.
    ///   - isAnyHour: whether hours count day and night, whatever a target calls them.
    ///   - wasAnyHour: the same of a first response that is over, which keeps what it was promised by; nil where that is
    ///     not known.
    func lines(
        _ look: TimelineLook, label: Int = 7, isAnyHour: Bool = false, wasAnyHour: Bool? = nil
    ) -> [StyledLine] {
        var first = StyledLine(Shown("Clock").padded(to: label), .dim)
        guard response.phase != .none || followUp.phase != .none else {
            first.add(hasPlan ? "none: its plan has no target for such a case" : "none: the case has no plan", .dim)
            return [first]
        }
        var room = look
        room.width -= label
        let told = [
            (
                part(
                    "First response", response, from: openedAt, answered: firstResponseAt, room,
                    response.isOwed ? isAnyHour : wasAnyHour ?? isAnyHour, isUncovered: isUncovered), responseCredit
            ),
            (part("Follow-up", followUp, from: nil, answered: nil, room, isAnyHour), followUpCredit),
        ]
        let parts = told.compactMap(\.0)
        func laidOut(_ parts: [StyledLine]) -> [StyledLine] {
            var lines: [StyledLine] = []
            for part in parts {
                if let last = lines.last, last.width + 4 + part.width <= look.width {
                    lines[lines.count - 1].add(.blanks(4))
                } else {
                    lines.append(lines.isEmpty ? first : StyledLine(.blanks(label)))
                }
                lines[lines.count - 1].spans += part.spans
            }
            return lines
        }
        let lines = laidOut(parts)
        let credited = laidOut(
            told.compactMap { part, credit in
                guard var part, let credit = credit.map({ Shown(" " + $0, upTo: 60) }) else { return part }
                if part.width + credit.width <= room.width { part.add(credit, .dim) }
                return part
            })
        // Where a target comes from is told where there is room for it, and takes no line of its own.
        return credited.count == lines.count ? credited : lines
    }

    /// One clock in words; the bar goes where there is room.
    private func part(
        _ title: Shown, _ face: ClockFace, from start: Timestamp?, answered: Timestamp?, _ look: TimelineLook,
        _ isAnyHour: Bool, isUncovered: Bool = false
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
        // A promise in business hours that runs around the clock would look like a contradiction.
        let isWider = isAnyHour && face.isInBusinessTime
        var behind = [isWider ? face.target?.atAnyHour : face.target].compactMap { $0 }
        if phase == .running, face.due != nil { words += " left" }
        line.add(Shown(words), told.role, told.role == .bad ? [.bold] : [])
        if face.isOwed {
            if let due { line.add(Shown(", " + due)) }
            let mark: Shown = ", not covered"
            if isUncovered, line.width + mark.width <= look.width || start != nil { line.add(mark, .warn) }
        } else {
            if let answered, phase == .met || phase == .breached { line.add(Shown(" " + look.shortWords(answered))) }
            if let due { behind.append(due) }
        }
        // Without room for all of it, and without a bar already, what was promised gives way: the due time first.
        let choices = [behind, Array(behind.prefix(1))].filter { !$0.isEmpty }.map { parts in
            Shown(" (\(parts.joined(separator: ", ")))")
        }
        let room = look.width - line.width
        if let rest = choices.first(where: { $0.width <= room || start != nil }) { line.add(rest, .dim) }
        guard start != nil, line.width > look.width else { return line }
        return part(title, face, from: nil, answered: answered, look, isAnyHour, isUncovered: isUncovered)
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
        year ? day.inWords : day.inShort
    }
}
