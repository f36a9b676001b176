import CaseModel
import TerminalUI

extension ConsoleState {
    /// Opens the case of a number, or the one under the cursor.
    mutating func open(_ reference: String?, atHistory: Bool = false) -> [Effect] {
        guard let reference else {
            if let page { return openItem(on: page) }
            if screen == .desk { return openRow() }
            guard let id = queue.cursorID else {
                notice = Notice("There is no case to open.", .info)
                return []
            }
            return openPage(id)
        }
        if let record = RecordID(text: reference) {
            let effects = go(to: .record(record))
            workplaces.isHistoryWanted = atHistory
            showWantedHistory()
            return effects
        }
        return find([reference], for: .open)
    }

    /// Shows a case: at once when it is at hand, and anew when the store has answered.
    mutating func openPage(_ id: CaseID, over earlier: PageState? = nil) -> [Effect] {
        var page = PageState(id: id, over: earlier)
        page.file = desk.files[id]
        self.page = page
        queue.cursor.anchor = nil
        return askPage()
    }

    /// Asks for the case on the screen again.
    mutating func askPage() -> [Effect] {
        guard let page else { return [] }
        let ticket = ask()
        self.page?.ticket = ticket
        return [.loadFiles([page.id], ticket)]
    }

    /// A case came in full.
    mutating func hearFile(_ file: CaseFile, _ ticket: Ticket) {
        if let known = desk.files[file.item.id], known.item.version > file.item.version { return }
        desk.files.put(file)
        showSumsAwaited(file)
        hearRules()
        guard let page, page.id == file.item.id else { return }
        self.page?.keepingItem { $0.file = file }
        self.page?.problem = nil
        if ticket == page.ticket { self.page?.ticket = .none }
    }

    /// Back to the case from which this one was opened, else to the list.
    mutating func closePage() -> [Effect] {
        page = page?.left
        guard page == nil else { return askPage() }
        return workplaces.top == nil ? [] : askWorkplace()
    }

    /// Does a command that means the open case.
    mutating func performOnPage(_ call: CommandCall) -> [Effect] {
        guard let page else { return [] }
        let lines = max(1, page.height - 1)
        switch call.command {
        case .down: page.tab.hasCursor ? moveItem(1) : scroll(1)
        case .up: page.tab.hasCursor ? moveItem(-1) : scroll(-1)
        // It is the list that one came from that is searched: there its letters are no commands.
        case .filter: return closePage() + perform(call)
        case .previewDown: scroll(1)
        case .previewUp: scroll(-1)
        case .halfDown: scroll(max(1, lines / 2))
        case .halfUp: scroll(-max(1, lines / 2))
        case .pageDown: scroll(lines)
        case .pageUp: scroll(-lines)
        case .first: page.tab.hasCursor ? moveItem(-page.item) : scroll(-page.scroll)
        case .last: page.tab.hasCursor ? moveItem(page.body.entries.count) : scroll(page.lastScroll)
        case .nextTab: turn(1)
        case .previousTab: turn(-1)
        case .nextHit: return neighbour(1)
        case .previousHit: return neighbour(-1)
        case .back, .leave: return closePage()
        case .query, .sort, .group:
            notice = Notice("This is for the queue; \(key(.back)) goes back to it.", .info)
        default: break
        }
        return []
    }

    private mutating func scroll(_ by: Int) {
        guard let page else { return }
        self.page?.scroll = max(0, min(page.scroll + by, page.lastScroll))
    }

    private mutating func turn(_ by: Int) {
        guard let page else { return }
        let count = PageTab.allCases.count
        self.page?.tab = PageTab(rawValue: (page.tab.rawValue + by + count) % count) ?? .timeline
        self.page?.scroll = 0
        self.page?.item = 0
    }

    /// The cursor goes to another entry of the tab, and the entry comes in sight.
    private mutating func moveItem(_ by: Int) {
        guard let page, !page.body.entries.isEmpty else { return scroll(by) }
        let item = max(0, min(page.item + by, page.body.entries.count - 1))
        let line = page.body.entries[item]
        self.page?.item = item
        // The heading above the first entry belongs to it.
        if line < page.scroll { self.page?.scroll = item == 0 ? 0 : line }
        if line >= page.scroll + page.height { self.page?.scroll = line - page.height + 1 }
    }

    /// Enter: settles the action item, saves the file, opens the related case, or shows how the contact is reached.
    private mutating func openItem(on page: PageState) -> [Effect] {
        switch page.tab {
        case .actions:
            guard let file = page.file, file.items.indices.contains(page.item) else { return [] }
            if let obstacle = standingObstacle(to: .item, targets) {
                notice = Notice(obstacle, .refused)
                return []
            }
            overlays.append(.picker(itemPicker(file.items[page.item], file)))
        case .files:
            guard let files = page.aside.files.value, files.indices.contains(page.item) else { return [] }
            let record = files[page.item].record
            return open(LineEntry(.saving(record.id, record.title), text: "."))
        case .related:
            guard let cases = page.aside.related.value?.all, cases.indices.contains(page.item) else { return [] }
            return openPage(cases[page.item].id, over: page)
        case .people:
            guard let contact = page.file?.contact, contact.email ?? contact.phone != nil,
                !page.aside.isRevealed(contact)
            else { return [] }
            return reveal(contact.id.description)
        case .timeline, .cover, .fields, .history: break
        }
        return []
    }

    /// The next or previous case of the queue, without going back to it.
    private mutating func neighbour(_ step: Int) -> [Effect] {
        queue.cursor.window.move(by: step)
        guard let id = queue.cursorID, id != page?.id else { return [] }
        let tab = page?.tab ?? .timeline
        let effects = openPage(id, over: page?.left)
        page?.tab = tab
        return effects
    }

    /// The body's height follows the screen; a scroll beyond the end comes back.
    mutating func settlePage(_ layout: ScreenLayout) {
        guard var page else { return }
        let look = TimelineLook(
            width: max(10, size.columns - 2), now: now, zone: session?.zone ?? .utc, glyphs: desk.glyphs)
        page.height = max(1, layout.pageBody)
        if let book = session?.policies {
            let facts = PageFacts(
                look: look, book: book, cover: page.file?.item.account.flatMap { desk.covers[$0] },
                aside: page.aside, keyboard: keyboard)
            page.body.settle(page, facts, covers: desk.covers.version)
        }
        page.scroll = max(0, min(page.scroll, page.lastScroll))
        self.page = page
    }
}
