import CaseModel
import TerminalUI

/// The lines below a case's head, laid out once for a case, a tab and a width, so that scrolling only picks lines.
struct PageBody: Equatable, Sendable {
    /// What the lines were laid out for.
    private(set) var key: Key?
    /// The lines.
    private(set) var lines: [StyledLine] = []

    /// What the lines depend on.
    struct Key: Equatable, Sendable {
        var version: Int
        var tab: PageTab
        var width: Int
        var today: CivilDay
        var item: Int
        var glyphs: GlyphSet
    }

    /// Lays the lines out again when something they depend on changed.
    mutating func settle(_ page: PageState, _ look: TimelineLook) {
        guard let file = page.file else {
            key = nil
            lines = []
            return
        }
        let wanted = Key(
            version: file.item.version, tab: page.tab, width: look.width, today: look.today,
            item: page.tab == .actions ? page.item : 0, glyphs: look.glyphs)
        guard wanted != key else { return }
        key = wanted
        lines =
            switch page.tab {
            case .timeline: PageBody.timeline(file, look)
            case .actions: PageBody.actions(file, look, cursor: page.item)
            case .fields: PageBody.fields(file, look)
            case .people: PageBody.people(file, look)
            }
    }

    private static func timeline(_ file: CaseFile, _ look: TimelineLook) -> [StyledLine] {
        var lines = Timeline.lines(file, look)
        let description = file.item.description
        if !Words.isBlank(description) {
            lines.append(StyledLine("Description", .header, [.bold]))
            for paragraph in Shown.lines(description.unicodeScalarsUpTo(200_000), upTo: Timeline.longestEntry) {
                lines += paragraph.wrapped(to: min(90, look.width - 7)).map { line in
                    var indented = StyledLine(.blanks(7))
                    indented.add(line)
                    return indented
                }
            }
        }
        return lines
    }

    private static func actions(_ file: CaseFile, _ look: TimelineLook, cursor: Int) -> [StyledLine] {
        guard !file.items.isEmpty else { return [StyledLine("Nothing was asked of the customer.", .dim)] }
        return file.items.enumerated().flatMap { index, item in
            var head = StyledLine(index == cursor ? look.glyphs.shown(.gutter) + " " : "  ", .gutter)
            head.add(Shown(item.id.description).padded(to: 16), index == cursor ? .accent : .text)
            let role: Role = item.state == .open ? .warn : .ok
            head.add(Shown(item.state.rawValue).padded(to: 10), role)
            head.add(Shown(item.kind, upTo: 40).padded(to: 18))
            head.add(Shown("asked \(look.words(item.askedAt))"), .dim)
            if let due = item.dueAt { head.add(Shown(", due \(look.words(due))"), .dim) }
            if let settled = item.settledAt { head.add(Shown(", \(item.state.rawValue) \(look.words(settled))"), .dim) }
            let text = Shown.lines(item.text.unicodeScalarsUpTo(5000), upTo: 20).flatMap {
                $0.wrapped(to: min(90, look.width - 4), upTo: 20)
            }
            return [head]
                + text.map { line in
                    var indented = StyledLine(.blanks(4))
                    indented.add(line)
                    return indented
                }
        }
    }
}

extension TimelineLook {
    /// An instant as day and time in the display zone: `9 Mar 2026 14:05`, the day left out today.
    func words(_ instant: Timestamp) -> String {
        let local = zone.local(instant)
        if local.day == today { return local.clockText }
        return "\(local.day.day) \(Timeline.monthName(local.day.month)) \(local.day.year) \(local.clockText)"
    }
}
