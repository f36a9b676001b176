import CaseModel
import TerminalUI

extension ConsoleState {
    /// The first rows came: the queue is on the screen.
    mutating func hearPage(_ rows: [CaseSummary], _ ticket: Ticket) -> [Effect] {
        guard ticket == queue.asked.page else { return [] }
        queue.asked.page = .none
        // The order may have overtaken the first page; then it is the truth.
        if queue.asked.order != .none {
            put(CaseOrder(ids: rows.map(\.id), isComplete: rows.count < queue.asked.limit))
        }
        queue.shelf.needs = ColumnNeeds()
        queue.shelf.put(rows, rowLook, keeping: rowsWanted)
        return pressHeld()
    }

    /// All numbers came: any row can be reached; the cursor stays on its case.
    mutating func hearOrder(_ ids: [CaseID], _ ticket: Ticket) -> [Effect] {
        guard ticket == queue.asked.order else { return [] }
        queue.asked.order = .none
        put(CaseOrder(ids: ids, isComplete: true))
        var effects = pressHeld() + askElsewhere()
        guard queue.asked.again else {
            queue.cursor.goal = nil
            return effects
        }
        queue.asked.again = false
        effects += askQueueAgain()
        return effects
    }

    /// Puts a new order in place: the cursor goes on with its case or to the one it was to go to, or keeps
    /// its height when there is neither.
    mutating func put(_ order: CaseOrder) {
        queue.problem = nil
        let isNew = queue.earlier != nil
        let kept = isNew ? queue.earlier?.follow : queue.cursorID
        queue.earlier = nil
        queue.order = order
        queue.marks.follow(order)
        let count = order.count
        if let position = [queue.cursor.goal, kept].lazy.compactMap({ $0.flatMap(order.position(of:)) }).first {
            queue.cursor.go(to: position, count: count, isNew: isNew)
        } else {
            if isNew { queue.cursor.reset() }
            queue.cursor.window.setCount(count)
        }
    }

    /// Rows came; the ones that are missing in the answer are gone.
    mutating func hearRows(_ rows: [CaseSummary], _ ticket: Ticket) {
        guard ticket == queue.asked.rows else { return }
        queue.asked.rows = .none
        queue.shelf.put(rows, rowLook, keeping: rowsWanted)
        queue.shelf.settle(queue.order.ids[queue.asked.range.clamped(to: 0..<queue.order.count)])
    }

    /// After every message: heights follow the size, what is about to be seen is laid out, and what no picture can do
    /// without is asked for.
    mutating func settle() -> [Effect] {
        guard phase == .open else { return [] }
        settleCenter()
        if screen == .page { settlePageHead() }
        // Looked at once: it is a copy, and this comes at every key.
        let tab = queue.tabs.queue
        // Rules may ask the time.
        if !tab.rules.isEmpty, queue.shelf.minute != now.seconds / 60 { queue.shelf.redraw(rowLook) }
        let layout = ScreenLayout(self)
        if queue.cursor.height != layout.rows {
            queue.cursor.window.setHeight(layout.rows)
        }
        let group = queue.group
        if queue.table.width != layout.list.width || queue.table.needs != queue.shelf.needs
            || queue.table.group != group.flatMap({ QueueColumn($0) }) || queue.table.without != tab.idleColumn
        {
            queue.table = QueueTable(
                width: layout.list.width, needs: queue.shelf.needs, group: group, without: tab.idleColumn)
            queue.shelf.strips.removeAll()
        }
        if screen == .page { settlePage(layout) }
        var effects = screen == .desk ? settleDesk(layout) : []
        effects += settleForm()
        settleOffers()
        settleZones(layout)
        guard screen != .desk else {
            fitOverlays(layout)
            return effects
        }
        if screen == .queue, group == nil {
            let visible = queue.cursor.visible.clamped(to: queue.order.ids.indices)
            queue.shelf.strips.draw(
                queue.order.ids[visible], of: queue.shelf.rows, version: queue.shelf.version, queue.table, at: now,
                desk.glyphs)
        }
        settlePreview(layout)
        fitOverlays(layout)
        if screen == .page { effects += askPageAside() }
        return effects
    }

    /// After every picture: what is missing in it and around it.
    ///
    /// A key that finds all it shows waits for none of this.
    mutating func askAround() -> [Effect] {
        guard phase == .open else { return [] }
        let layout = ScreenLayout(self)
        guard screen != .desk else { return askMissingCovers(layout) }
        // The preview is in sight, rows that are not at hand mostly are not yet.
        return askMissingFiles(layout) + askMissingCovers(layout) + askMissingRows()
    }

    /// Lists and frames know how much of them is seen, for paging and wrapping.
    private mutating func fitOverlays(_ layout: ScreenLayout) {
        for index in overlays.indices {
            switch overlays[index] {
            case .picker(var picker):
                let height = pickerHeight(picker, layout)
                guard picker.menu.window.height != height else { continue }
                picker.menu.setHeight(height)
                overlays[index] = .picker(picker)
            case .composer(var composer):
                let size = composerSize(layout, under: heardLines(composer, layout, desk.glyphs))
                guard composer.area.size != size else { continue }
                composer.area.setSize(size)
                overlays[index] = .composer(composer)
            case .reader(var reader):
                reader.fit(Size(columns: layout.body.width, rows: layout.body.height))
                overlays[index] = .reader(reader)
            case .line, .confirm, .conflict, .form: continue
            }
        }
    }

    /// A page around the visible rows is there before it is seen, so that scrolling paints once.
    var rowsSeen: QueueTickets.Seen {
        let (visible, count) = (queue.cursor.visible, queue.order.count)
        let first = max(0, min(count, visible.lowerBound - queue.cursor.height))
        let end = max(first, min(count, visible.upperBound + queue.cursor.height))
        return QueueTickets.Seen(range: first..<end, version: queue.shelf.version)
    }

    private mutating func askMissingRows() -> [Effect] {
        let seen = rowsSeen
        guard queue.asked.seen != seen else { return [] }
        let missing = seen.range.filter { position in
            queue.order[position].map { !queue.shelf.isSettled($0) } ?? false
        }
        guard let first = missing.first, let last = missing.last else {
            queue.asked.seen = seen
            return []
        }
        // The question under way already covers them.
        if queue.asked.rows != .none, queue.asked.range.contains(first), queue.asked.range.contains(last) { return [] }
        let wanted = rowsWanted
        queue.asked.rows = ask()
        queue.asked.range = firstWanted..<(firstWanted + wanted.count)
        return [.loadRows(wanted, queue.asked.rows)]
    }

    /// The case under the cursor and its neighbours, so that moving the cursor paints once.
    private mutating func askMissingFiles(_ layout: ScreenLayout) -> [Effect] {
        let ruled = casesForRules
        guard !ruled.isEmpty || layout.hasPreview && screen == .queue else { return [] }
        desk.files.touch(ruled.map(\.id))
        var rows = ruled
        if layout.hasPreview, screen == .queue {
            let position = queue.cursor.position
            let near = [position, position + 1, position - 1, position + 2].compactMap { neighbour in
                queue.order[neighbour].flatMap { queue.shelf.rows[$0]?.summary }
            }
            rows += near.filter { row in !ruled.contains { $0.id == row.id } }
        }
        let wanted = rows.filter { row in desk.files.version(of: row.id).map { $0 < row.version } ?? true }
        // Once for each version: a case that is gone is not asked for again and again, one that changed again is.
        let versions = wanted.map { Targets.Target(id: $0.id, base: $0.version) }
        guard versions != queue.asked.files else { return [] }
        queue.asked.files = versions
        return wanted.isEmpty ? [] : [.loadFiles(wanted.map(\.id), ask())]
    }
}
