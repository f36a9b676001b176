import CaseModel
import TerminalUI

extension ConsoleState {
    /// Does a command that means the list of cases.
    mutating func performInQueue(_ call: CommandCall) -> [Effect] {
        switch call.command {
        case .down: moveCursor { $0.move(by: 1) }
        case .up: moveCursor { $0.move(by: -1) }
        case .first: moveCursor { $0.move(to: 0) }
        case .last: moveCursor { $0.move(to: $0.count - 1) }
        case .halfDown: moveCursor { $0.halfPage(by: 1) }
        case .halfUp: moveCursor { $0.halfPage(by: -1) }
        case .pageDown: moveCursor { $0.page(by: 1) }
        case .pageUp: moveCursor { $0.page(by: -1) }
        case .previewDown: queue.preview.scroll += 1
        case .previewUp: queue.preview.scroll = max(0, queue.preview.scroll - 1)
        case .preview: queue.preview.wish = ScreenLayout(self).hasPreview ? .off : .on
        case .mark: mark()
        case .range: markRange()
        case .invert: invertMarks()
        case .nextHit: nextHit(1)
        case .previousHit: nextHit(-1)
        case .nextQueue: return step(1)
        case .previousQueue: return step(-1)
        case .filter: return filter(call.words.first)
        case .query: return editQuery(call.words.first)
        case .sort: return sort(call.words.joined(separator: ","))
        case .group: return group(call.words.first)
        case .back: return back()
        case .leave where workplaces.isAside: return backToDesk() ?? []
        case .leave: return queue.tabs.visiting == nil ? quit() : goTo(.tab(queue.tabs.current))
        default: break
        }
        return []
    }

    private mutating func moveCursor(_ move: (inout ListWindow) -> Void) {
        move(&queue.cursor.window)
    }

    /// Esc: one step back at a time: the range, the filter, the marks.
    private mutating func back() -> [Effect] {
        if queue.cursor.anchor != nil {
            queue.cursor.anchor = nil
        } else if !queue.filter.text.isEmpty {
            queue.filter = FilterState()
            return askQueue()
        } else if !queue.marks.isEmpty {
            let count = queue.marks.count
            queue.marks.removeAll()
            notice = Notice("\(grouped(count)) \(count == 1 ? "mark" : "marks") cleared.", .info)
        } else if let effects = backToDesk() {
            return effects
        } else if queue.tabs.visiting != nil {
            return goTo(.tab(queue.tabs.current))
        }
        return []
    }

    private mutating func step(_ by: Int) -> [Effect] {
        let count = queue.tabs.queues.count
        guard queue.tabs.visiting == nil else { return goTo(.tab(queue.tabs.current)) }
        return goTo(.tab((queue.tabs.current + by + count) % count))
    }

    /// `queue`, `queue 3`, `queue NAME`: a named queue, or a queue of the store.
    mutating func showQueue(_ name: String) -> [Effect] {
        if name.isEmpty || name == "list" {
            overlays.append(.picker(queuesPicker()))
            return [.loadOpenCounts(ask())]
        }
        if let number = Int(name) {
            guard queue.tabs.queues.indices.contains(number - 1) else {
                notice = Notice(
                    "There are \(queue.tabs.queues.count) queues in the line above; \(key(.queue)) lists all.", .refused
                )
                return []
            }
            return goTo(.tab(number - 1))
        }
        let folded = Words.fold(name)
        if let index = queue.tabs.queues.firstIndex(where: { Words.fold($0.name) == folded }) {
            return goTo(.tab(index))
        }
        do throws(CallProblem) {
            let id = try desk.directory.queue(named: name)
            let found = desk.directory.queues.first { $0.id == id }
            return visit(NamedQueue.ofStore(found?.name ?? name))
        } catch {
            notice = Notice(error.description, .refused)
            return []
        }
    }

    /// The store's queues are known: when the one to begin with is none of them, the first tab is shown instead.
    mutating func checkStart() -> [Effect] {
        guard let hoped = queue.tabs.hopedFor else { return [] }
        queue.tabs.hopedFor = nil
        let folded = Words.fold(hoped.name)
        guard queue.tabs.visiting == hoped, !desk.directory.queues.contains(where: { Words.fold($0.name) == folded })
        else { return [] }
        addNotice("There is no queue \(hoped.name).", .refused)
        return page == nil ? goTo(.tab(queue.tabs.current)) : []
    }

    /// Opens a queue that has no place of its own in the tab line.
    mutating func visit(_ named: NamedQueue) -> [Effect] {
        do throws(QueryProblem) {
            _ = try CaseQuery(named.query, desk.directory.words)
        } catch {
            notice = Notice(error.inLine, .refused)
            return []
        }
        return goTo(.visit(named))
    }

    /// Goes to a queue from wherever we are.
    mutating func goTo(_ place: QueueTabs.Place) -> [Effect] {
        page = nil
        workplaces.isAside = !workplaces.stack.isEmpty
        let rules = queue.tabs.queue.rules
        // Who was told that the filter finds cases only there goes there for them.
        let isFoundThere =
            queue.order.ids.isEmpty && queue.filter.elsewhere ?? 0 > 0 && queue.tabs.allOpen.map { .tab($0) } == place
        guard queue.tabs.go(to: place) else { return [] }
        if rules != queue.tabs.queue.rules { queue.shelf.redraw(rowLook) }
        if !isFoundThere { queue.filter = FilterState() }
        queue.sort = nil
        queue.marks.removeAll()
        let effects = askQueue()
        queue.earlier?.follow = nil
        return effects
    }

    /// Goes to the view before this one.
    mutating func lastView() -> [Effect] {
        if page != nil { return closePage() }
        guard let last = queue.tabs.last else {
            notice = Notice("There was no other view yet.", .info)
            return []
        }
        return goTo(last)
    }

    private mutating func filter(_ text: String?) -> [Effect] {
        if let text {
            var filter = FilterState()
            filter.read(text, desk.directory.words)
            if let problem = filter.problem {
                notice = Notice(problem.inLine, .refused)
                return []
            }
            queue.filter = filter
            return askQueue()
        }
        return open(LineEntry(.filter(before: queue.filter), text: queue.filter.text))
    }

    private mutating func editQuery(_ text: String?) -> [Effect] {
        if let text { return visit(NamedQueue("Query", query: text, sort: queue.sortInGroups)) }
        return open(LineEntry(.query, text: queue.tabs.queue.query))
    }

    private mutating func sort(_ keys: String) -> [Effect] {
        guard !keys.isEmpty else {
            overlays.append(.picker(sortPicker()))
            return []
        }
        do throws(QueryProblem) {
            queue.sort = try SortKey.parse(keys)
            return askQueue()
        } catch {
            notice = Notice(error.description, .refused)
            return []
        }
    }
}
