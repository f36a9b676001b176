import CaseModel
import TerminalUI

/// The lines below a case's head, laid out once for a case, a tab and a width, so that scrolling only picks lines.
struct PageBody: Equatable, Sendable {
    /// What the lines were laid out for.
    private(set) var key: Key?
    /// The lines.
    private(set) var lines: [StyledLine] = []

    /// The line at which each entry begins that the cursor can stand on.
    private(set) var entries: [Int] = []

    /// What the lines depend on.
    struct Key: Equatable, Sendable {
        var version: Int
        var tab: PageTab
        var width: Int
        var today: CivilDay
        var glyphs: GlyphSet
        /// What came besides the case: covers, files, related cases, whether the contact is shown whole; and the minute, for
        /// lines that tell how long.
        var aside: [Int]
    }

    /// Lays the lines out again when something they depend on changed.
    mutating func settle(_ page: PageState, _ facts: PageFacts, covers: Int) {
        guard let file = page.file else {
            self = PageBody()
            return
        }
        let look = facts.look
        let minute = Int(look.now.seconds / 60)
        var aside: [Int] = []
        switch page.tab {
        case .cover: aside = [covers]
        case .people: aside = [covers, page.aside.isRevealed(file.contact) ? 1 : 0]
        case .files: aside = [page.aside.files.version]
        case .related: aside = [page.aside.related.version, minute]
        // What was asked for is late from one minute to the next.
        case .actions: aside = [minute]
        // Time alone brings back what was put off.
        case .timeline: aside = [file.item.snoozedUntil.map { $0 <= look.now } == true ? 1 : 0]
        case .fields, .history: break
        }
        let wanted = Key(
            version: file.item.version, tab: page.tab, width: look.width, today: look.today,
            glyphs: look.glyphs, aside: aside)
        guard wanted != key else { return }
        key = wanted
        entries = []
        switch page.tab {
        case .timeline: lines = PageBody.timeline(file, look)
        case .actions: (lines, entries) = PageBody.actions(file, facts)
        case .cover: lines = PageBody.cover(file, facts)
        case .people: lines = PageBody.people(file, facts)
        case .files: (lines, entries) = PageBody.files(facts)
        case .related: (lines, entries) = PageBody.related(file, facts)
        case .fields: lines = PageBody.fields(file, facts)
        case .history: lines = PageBody.history(file, facts)
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

    private static func actions(_ file: CaseFile, _ facts: PageFacts) -> ([StyledLine], [Int]) {
        let look = facts.look
        var lines = PageAwaited(file)?.lines(look) ?? []
        guard !file.items.isEmpty else {
            let nothing = lines.isEmpty ? "Nothing was asked of the customer." : "There is no action item for it."
            lines.append(StyledLine(Shown("\(nothing) \(facts.key(.ask)) asks for something."), .dim))
            return (lines, [])
        }
        if !lines.isEmpty { lines.append(StyledLine()) }
        var entries: [Int] = []
        let kinds = file.items.map { Shown(file.names.known.item($0.kind) ?? $0.kind, upTo: 60) }
        let column = (kinds.map(\.width).max() ?? 0) + 2
        let times = file.items.map { PageBody.times(of: $0, look) }
        // What one of them has no room for stands below all of them.
        let isWide = column + PageBody.beforeKind + (times.map(\.width).max() ?? 0) <= look.width
        for (index, item) in file.items.enumerated() {
            entries.append(lines.count)
            var head = facts.entry(item.id.description, to: 16)
            let role: Role = item.state == .open ? .warn : .ok
            head.add(Shown(item.state.rawValue).padded(to: 10), role)
            head.add(kinds[index].padded(to: column))
            if isWide {
                head.add(times[index])
                lines.append(head)
            } else {
                var below = StyledLine(.blanks(4))
                below.add(times[index])
                lines += [head, below]
            }
            lines += facts.text(item.text)
        }
        return (lines, entries)
    }

    /// Cells before the kind of an action item: two blanks, its number and how it stands.
    private static let beforeKind = 28

    /// When something was asked for, when it is wanted, and when it came.
    private static func times(of item: ActionItem, _ look: TimelineLook) -> StyledLine {
        var times = StyledLine(Shown("asked \(look.words(item.askedAt))"), .dim)
        if let due = item.dueAt {
            let isLate = item.state == .open && due < look.now
            let late = isLate ? ", overdue \(Span.short(look.now - due))" : ""
            times.add(Shown(", due \(look.words(due))\(late)"), isLate ? .bad : .dim)
        }
        if let settled = item.settledAt {
            times.add(Shown(", \(item.state.rawValue) \(look.words(settled))"), .dim)
        }
        return times
    }
}

extension TimelineLook {
    /// An instant as day and time in the display zone: `9 Mar 2026 14:05`, the day left out today.
    func words(_ instant: Timestamp) -> String {
        let local = zone.local(instant)
        if local.day == today { return local.clockText }
        return "\(local.day.inWords) \(local.clockText)"
    }
}
