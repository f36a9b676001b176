import CaseModel
import TerminalUI

/// The tab line: named queues with their counts and the order, or the tabs of a case.
func drawTabs(_ state: ConsoleState, _ layout: ScreenLayout, with pen: inout Pen) {
    var tabs: [(text: Shown, isCurrent: Bool)] = []
    var right = StyledLine()
    if let page = state.page {
        for tab in PageTab.allCases {
            let count = page.file.flatMap { tab.count($0, page.aside) }.map { " \($0)" } ?? ""
            tabs.append((Shown(tab.title + count), tab == page.tab))
        }
    } else if let top = state.workplaces.top {
        for (index, tab) in top.place.tabs.enumerated() {
            let count = top.count(index).map { " " + grouped($0) } ?? ""
            tabs.append((Shown(tab.title + count), index == top.tab))
        }
    } else {
        let queues = state.queue.tabs
        for (index, queue) in queues.queues.enumerated() {
            let number = index < 9 ? "\(index + 1) " : ""
            let isCurrent = index == queues.current && queues.visiting == nil
            // The list in sight knows its own length.
            let own = isCurrent && state.queue.order.isComplete && state.queue.filter.text.isEmpty
            let known = queues.counts[index] ?? (own ? state.queue.order.count : nil)
            let count = known.map { " " + grouped($0) } ?? ""
            tabs.append((Shown(number + queue.name + count, upTo: 60), isCurrent))
        }
        if let visiting = queues.visiting {
            let count = state.queue.order.isComplete ? " " + grouped(state.queue.order.count) : ""
            tabs.append((Shown(visiting.name + count, upTo: 60), true))
        }
        if let group = state.queue.group { right.add(Shown("by \(group.rawValue), "), .dim) }
        if let key = state.queue.sortInGroups.first(where: { $0.field != state.queue.group }) {
            let arrow = pen.glyphs.shown(key.descending ? .down : .up)
            right.add(Shown("\(key.field.rawValue) ") + arrow + " ", .dim)
        }
    }
    let room = layout.tabs.width - right.width - 2
    drawTabLine(tabs, room: room, in: layout.tabs, with: &pen)
    right.draw(on: &pen.surface, in: layout.tabs, x: layout.tabs.width - right.width)
}

/// Tabs side by side, as many as fit, the current one always among them.
private func drawTabLine(_ tabs: [(text: Shown, isCurrent: Bool)], room: Int, in area: Area, with pen: inout Pen) {
    let gap = 2
    let current = tabs.firstIndex { $0.isCurrent } ?? 0
    var first = 0
    while first < current, tabs[first...current].reduce(0, { $0 + $1.text.width + gap }) > room - 3 { first += 1 }
    var x = 1
    if first > 0 {
        x += pen.glyphs.shown(.left).width + 1
        pen.surface.write(pen.glyphs.shown(.left), in: area, x: 1, role: .dim)
    }
    for (index, tab) in tabs[first...].enumerated() {
        let isLast = first + index == tabs.count - 1
        guard x + tab.text.width + (isLast ? 0 : gap) <= room || tab.isCurrent else {
            pen.surface.write(pen.glyphs.shown(.right), in: area, x: x, role: .dim)
            return
        }
        let text = tab.text.truncated(to: max(1, room - x), ellipsis: pen.glyphs[.ellipsis])
        pen.surface.write(text, in: area, x: x, role: tab.isCurrent ? .tabCurrent : .tab)
        x += text.width + gap
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
        case .related: return aside.related.value.flatMap { $0.all.isEmpty ? nil : String($0.all.count) }
        case .cover, .people, .fields, .history: return nil
        }
    }
}
