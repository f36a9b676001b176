import CaseModel
import TerminalUI

extension ConsoleState {
    /// Does a command on a workplace.
    mutating func performOnDesk(_ call: CommandCall) -> [Effect] {
        switch call.command {
        case .down: move { $0.move(by: 1) }
        case .up: move(-1) { $0.move(by: -1) }
        case .first: move { $0.move(to: 0) }
        case .last:
            move(-1) { $0.move(to: $0.count - 1) }
            goToEnd()
        case .halfDown: move { $0.halfPage(by: 1) }
        case .halfUp: move(-1) { $0.halfPage(by: -1) }
        case .pageDown: move { $0.page(by: 1) }
        case .pageUp: move(-1) { $0.page(by: -1) }
        case .previewDown: scrollDetail(by: 1)
        case .previewUp: scrollDetail(by: -1)
        case .preview: queue.preview.wish = DeskLayout(self, ScreenLayout(self)).hasDetail ? .off : .on
        case .nextTab, .nextQueue: return turn(by: 1)
        case .previousTab, .previousQueue: return turn(by: -1)
        case .open: return openRow()
        case .filter: return narrow(call.words.first)
        case .back: return leaveDesk(clearing: true)
        case .leave: return leaveDesk(clearing: false)
        case .mark: return markRow()
        case .invert: invertDeskMarks()
        case .query, .sort, .range, .nextHit, .previousHit:
            notice = Notice("This is for the queue; 1 to 9 show one.", .info)
        default: break
        }
        return []
    }

    /// The lines about the row move; they stop where the last one is seen, and where the first one is.
    private mutating func scrollDetail(by step: Int) {
        guard let detail = workplaces.top?.detail else { return }
        let room = DeskLayout(self, ScreenLayout(self)).inside.height
        workplaces.top?.detail.scroll = max(0, min(detail.scroll + step, detail.lines.count - room))
    }

    private mutating func move(_ step: Int = 1, _ change: (inout ListWindow) -> Void) {
        guard var top = workplaces.top else { return }
        change(&top.window)
        top.detail.scroll = 0
        workplaces.top = top
        leaveHeading(step)
    }

    /// The cursor never stays on a head: it goes on, or back where nothing follows; what stands there is seen then.
    mutating func leaveHeading(_ step: Int) {
        guard var top = workplaces.top, let list = top.list else { return }
        func isHeading(_ place: Int) -> Bool { list.rows[list.shown[place]].subject.isHeading }
        var place = top.window.cursor
        while list.shown.indices.contains(place), isHeading(place) { place += step }
        if !list.shown.indices.contains(place) {
            place = top.window.cursor
            top.window.move(to: step < 0 ? 0 : list.shown.count - 1)
            while list.shown.indices.contains(place), isHeading(place) { place -= step }
        }
        guard list.shown.indices.contains(place) else { return }
        top.window.move(to: place)
        top.showHead()
        workplaces.top = top
    }

    private mutating func turn(by step: Int) -> [Effect] {
        guard let top = workplaces.top else { return [] }
        let count = top.place.tabs.count
        return turn(to: (top.tab + step + count) % count)
    }

    /// Shows another tab; what came for it before is there at once.
    @discardableResult
    mutating func turn(to tab: Int) -> [Effect] {
        guard var top = workplaces.top, top.place.tabs.indices.contains(tab) else { return [] }
        let here = (top.row?.subject, top.window.cursor)
        top.lists[top.tab]?.left = here
        // What the store found is not all there is; the words go with the tab, and so does what was found.
        if !top.words.isEmpty, top.current.content.isAskedByWords {
            (top.lists[top.tab], top.answers[top.tab]) = (nil, nil)
        }
        let left = top.lists[tab]?.left
        (top.tab, top.origin) = (tab, nil)
        top.words = ""
        top.marks = []
        top.detail.scroll = 0
        top.window = ListWindow(count: 0, height: top.window.height)
        workplaces.top = top
        refill()
        // The cursor comes back to the row it was on.
        if let left, var back = workplaces.top {
            back.settleRows(with: left.subject, near: left.cursor)
            workplaces.top = back
            leaveHeading(1)
        }
        if case .customer = top.place, workplaces.top?.list != nil { return [] }
        return askWorkplace()
    }

    /// Opens what the row under the cursor is about: one step deeper.
    mutating func openRow() -> [Effect] {
        guard let top = workplaces.top, let subject = top.row?.subject else {
            if let effects = followWords() { return effects }
            notice = Notice("There is nothing to open.", .info)
            return []
        }
        if let queue = top.row?.visits { return visit(queue) }
        if let row = top.row, let tab = row.leadsTo {
            let effects = turn(to: top.place.tab(tab))
            workplaces.top?.origin = top.tab
            if let landing = row.landsOn { land(on: landing) }
            return effects
        }
        switch subject {
        case .account(let id): return go(to: .customer(id))
        case .contact(let id):
            guard let account = account(of: id, top) else { return [] }
            if isFurthestIn { return listActs() }
            return go(to: .customer(account), tab: Place.customer(account).tab(.people))
        case .record(let id):
            guard top.place != .record(id) else { return [] }
            if id.kind == RecordKind.alert.code, let item = caseOfAlert(id) { return openPage(item) }
            return go(to: .record(id))
        case .item(let id): return openPage(id)
        case .line where top.current.content == .centers: return showPeople(ofCenterIn: top)
        case .line where top.current.content == .roles:
            // A colleague has no screen of their own; what they work on has.
            guard let name = top.row?.what else { return [] }
            return visit(
                NamedQueue(name, query: "owner:\(CaseQuery.quoted(name)) is:open", sort: SortKey.work))
        case .line, .heading:
            notice = Notice("This line leads nowhere.", .info)
            return []
        }
    }

    /// Whether the row is a person at the own customer, where there is nothing further in: Enter says what can be done.
    var isFurthestIn: Bool {
        guard let top = workplaces.top, case .contact(let id)? = top.row?.subject, case .customer(let here) = top.place
        else { return false }
        return account(of: id, top) == here
    }

    /// The cursor goes to the last act of the record, with the head of the history at the top where there is room.
    mutating func showWantedHistory() {
        guard workplaces.isHistoryWanted, var top = workplaces.top, case .record = top.place, let list = top.list,
            let head = list.shown.firstIndex(where: { list.rows[$0].subject.isHeading }), head + 1 < list.shown.count
        else { return }
        workplaces.isHistoryWanted = false
        top.show(head + 1, under: head)
        workplaces.top = top
    }

    /// The cursor goes to a row, with the head that it stands under at the top where there is room.
    private mutating func land(on subject: Subject) {
        guard var top = workplaces.top, let list = top.list,
            let place = list.shown.firstIndex(where: { list.rows[$0].subject == subject })
        else { return }
        let head = list.shown[..<place].lastIndex { list.rows[$0].subject.isHeading }
        top.show(place, under: head ?? place)
        workplaces.top = top
    }

    /// Who works at the centre of the row, and who of them is there.
    private mutating func showPeople(ofCenterIn top: Workplace) -> [Effect] {
        guard let tab = top.place.tabs.firstIndex(where: { $0.content == .roles }),
            let center = top.row?.what
        else { return [] }
        let effects = turn(to: tab)
        workplaces.top?.words = center
        refill()
        return effects
    }

    /// Whose person a contact is, as far as the rows at hand tell.
    func account(of id: ContactID, _ workplace: Workplace) -> AccountID? {
        if case .contacts(let contacts, _)? = workplace.answers[workplace.tab] {
            return contacts.first { $0.id == id }?.account
        }
        if case .customer(let sheet)? = workplace.answers[workplace.tab] {
            return sheet.facts.contacts.first { $0.id == id }?.account ?? sheet.account.id
        }
        return nil
    }

    /// One step back: the marks first, then the words, then the workplace, then the queue below.
    mutating func leaveDesk(clearing: Bool) -> [Effect] {
        guard var top = workplaces.top else { return [] }
        if clearing, !top.marks.isEmpty {
            workplaces.top?.marks = []
            return []
        }
        if clearing, !top.words.isEmpty {
            top.words = ""
            workplaces.top = top
            return top.current.content.isAskedByWords ? askWorkplace() : refilled()
        }
        if clearing, let origin = top.origin { return turn(to: origin) }
        page = workplaces.stack.removeLast().under
        guard page == nil else { return askPage() }
        guard workplaces.top != nil else { return [] }
        refill()
        return askWorkplace()
    }

    /// The rows anew, and nothing asked.
    mutating func refilled() -> [Effect] {
        refill()
        return []
    }

    /// `/`: keeps the rows with some words; the store looks for customers and people.
    private mutating func narrow(_ words: String?) -> [Effect] {
        guard let words else { return open(LineEntry(.narrow, text: workplaces.top?.words ?? "")) }
        return narrowed(to: words)
    }

    /// The words of `/` as they are typed.
    mutating func narrowed(to words: String) -> [Effect] {
        guard var top = workplaces.top, top.words != words else { return [] }
        top.words = words
        workplaces.top = top
        guard !top.current.content.isAskedByWords else { return askWorkplace() }
        narrowRows()
        return []
    }
}

extension Workplace {
    /// The cursor goes to a row, and another one stands at the top where there is room below it.
    fileprivate mutating func show(_ place: Int, under head: Int) {
        window.move(to: window.count - 1)
        window.move(to: head)
        window.move(to: place)
        detail.scroll = 0
    }
}

extension Place {
    /// The number of the tab with a content; the first where none has it.
    func tab(_ content: TabContent) -> Int { tabs.firstIndex { $0.content == content } ?? 0 }

    /// What that tab is called.
    func title(of content: TabContent) -> String { tabs[tab(content)].title }
}
