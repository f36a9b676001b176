import CaseModel
import TerminalUI

/// The tab line: named queues with their counts and the order, or the tabs of a case or a workplace.
struct TabFacts: RowFacts {
    private var tabs: Tabs
    private let glyphs: GlyphSet

    private enum Tabs: Equatable, Sendable {
        case page(PageTab, counts: [String?])
        case desk(Place, tab: Int, counts: [String?])
        case queues(Queues)
    }

    /// The tabs of the list of cases, and how it is grouped and ordered.
    private struct Queues: Equatable, Sendable {
        var tabs: QueueTabs
        /// How many cases the list in sight has, once all of them are known.
        var own: Int?
        var isFiltered: Bool
        var group: SortKey.Field?
        var order: SortKey?

        init(_ queue: borrowing QueueState) {
            tabs = queue.tabs
            own = queue.order.isComplete ? queue.order.count : nil
            isFiltered = !queue.filter.text.isEmpty
            let group = queue.group
            self.group = group
            order = queue.sortInGroups.first { $0.field != group }
        }

        /// How many cases stand under a tab: the list in sight knows its own length, and how many of them were found.
        func count(all: Int?, isCurrent: Bool) -> String {
            guard isCurrent, isFiltered else { return (all ?? (isCurrent ? own : nil)).map { " " + grouped($0) } ?? "" }
            guard let own else { return "" }
            return all.map { " \(grouped(own)) of \(grouped($0))" } ?? " \(grouped(own)) found"
        }
    }

    init(_ state: borrowing ConsoleState) {
        glyphs = state.desk.glyphs
        if let page = state.page {
            let counts = PageTab.allCases.map { tab in page.file.flatMap { tab.count($0, page.aside) } }
            tabs = .page(page.tab, counts: counts)
        } else if let top = state.workplaces.top {
            let alerts = state.desk.alerts
            let counts = top.place.tabs.indices.map { tab -> String? in
                // As many as the title line counts, whichever tab was looked at last.
                guard case .alerts(let areMine) = top.place.tabs[tab].content, alerts.isKnown,
                    tab != top.tab || top.words.isEmpty
                else { return top.countWords(tab) }
                return grouped(areMine ? alerts.calling : alerts.standing.count)
            }
            tabs = .desk(top.place, tab: top.tab, counts: counts)
        } else {
            tabs = .queues(Queues(state.queue))
        }
    }

    func draw(on surface: inout Surface, in area: Area) {
        var right = StyledLine()
        if case .queues(let queues) = tabs {
            if let group = queues.group { right.add(Shown("by \(group.rawValue), "), .dim) }
            if let key = queues.order {
                let arrow = glyphs.shown(key.descending ? .down : .up)
                right.add(Shown("\(key.field.rawValue) ") + arrow + " ", .dim)
            }
        }
        drawTabs(titles, room: area.width - right.width - 2, on: &surface, in: area)
        right.draw(on: &surface, in: area, x: area.width - right.width)
    }

    private typealias Title = (text: Shown, isCurrent: Bool)

    /// What the tabs are called, with how much is under them.
    private var titles: [Title] {
        switch tabs {
        case .page(let current, let counts):
            return zip(PageTab.allCases, counts).map { tab, count in
                (Shown(tab.title + (count.map { " \($0)" } ?? "")), tab == current)
            }
        case .desk(let place, let current, let counts):
            return zip(place.tabs, counts).enumerated().map { index, tab in
                (Shown(tab.0.title + (tab.1.map { " " + $0 } ?? "")), index == current)
            }
        case .queues(let queues):
            var titles: [Title] = queues.tabs.queues.enumerated().map { index, queue in
                let number = index < 9 ? "\(index + 1) " : ""
                let isCurrent = index == queues.tabs.current && queues.tabs.visiting == nil
                let count = queues.count(all: queues.tabs.counts[index], isCurrent: isCurrent)
                return (Shown(number + queue.name + count, upTo: 60), isCurrent)
            }
            if let visiting = queues.tabs.visiting {
                titles.append((Shown(visiting.name + queues.count(all: nil, isCurrent: true), upTo: 60), true))
            }
            return titles
        }
    }

    /// Tabs side by side, as many as fit, the current one always among them.
    private func drawTabs(_ tabs: [Title], room: Int, on surface: inout Surface, in area: Area) {
        let gap = 2
        let current = tabs.firstIndex { $0.isCurrent } ?? 0
        var first = 0
        while first < current, tabs[first...current].reduce(0, { $0 + $1.text.width + gap }) > room - 3 { first += 1 }
        var x = 1
        if first > 0 {
            x += glyphs.shown(.left).width + 1
            surface.write(glyphs.shown(.left), in: area, x: 1, role: .dim)
        }
        for (index, tab) in tabs[first...].enumerated() {
            let isLast = first + index == tabs.count - 1
            guard x + tab.text.width + (isLast ? 0 : gap) <= room || tab.isCurrent else {
                surface.write(glyphs.shown(.right), in: area, x: x, role: .dim)
                return
            }
            let text = tab.text.truncated(to: max(1, room - x), ellipsis: glyphs[.ellipsis])
            surface.write(text, in: area, x: x, role: tab.isCurrent ? .tabCurrent : .tab)
            x += text.width + gap
        }
    }
}

extension PageTab {
    /// How much there is to see under the tab; nil where a number says nothing.
    func count(_ file: CaseFile, _ aside: PageAside) -> String? {
        switch self {
        case .timeline: return String(file.events.count)
        case .actions:
            let open = file.items.filter { $0.state == .open }.count
            return file.items.isEmpty ? nil : open > 0 ? "\(open) open" : String(file.items.count)
        case .files: return aside.files.value.flatMap { $0.isEmpty ? nil : String($0.count) }
        case .related: return aside.related.value.flatMap { $0.all.isEmpty || $0.isMore ? nil : String($0.all.count) }
        case .cover, .people, .fields, .history: return nil
        }
    }
}
