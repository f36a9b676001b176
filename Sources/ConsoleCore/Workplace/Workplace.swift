import CaseModel
import TerminalUI

/// A workplace as it is on the screen.
struct Workplace: Equatable, Sendable {
    /// Which.
    let place: Place
    /// Which of its tabs, and how it was reached.
    private var way: TabWay
    /// The rows of each tab, as they came last.
    var lists: [Int: Listing] = [:]
    /// What the store said of each tab.
    var answers: [Int: PlaceAnswer] = [:]
    /// The row under the cursor, and which rows are seen.
    var window = ListWindow()
    /// Keeps only the rows with these words.
    var words = ""
    /// What was asked and is not answered yet.
    var asked = Asked()
    /// What of a roster is unfolded.
    var roster = RosterBranches()
    /// The rows that are marked, by what they are about.
    var marks: Set<Subject> = []
    /// The detail, laid out.
    var detail = DetailLines()
    /// The name of the customer or record, once it is known.
    var name: String?
    /// The people whose mail and telephone were asked for and may be seen.
    var revealed: Set<ContactID> = []

    init(_ place: Place, tab: Int = 0) {
        self.place = place
        way = TabWay(tab: tab)
    }

    private struct TabWay: Equatable, Sendable {
        var tab: Int
        var origin: Int?
        var under: PageState?
    }

    /// The case from which it was gone to: one step back leads there; nil for none.
    var under: PageState? {
        get { way.under }
        set { way.under = newValue }
    }

    /// The tab, from 0.
    var tab: Int {
        get { way.tab }
        set { way.tab = newValue }
    }

    /// The tab from whose line this one was opened: one step back leads there; nil where it was turned to.
    var origin: Int? {
        get { way.origin }
        set { way.origin = newValue }
    }

    /// The tab.
    var current: PlaceTab { place.tabs[min(tab, place.tabs.count - 1)] }
    /// Whether mail and telephone of who a row is about are shown whole.
    func isRevealed(_ subject: Subject) -> Bool {
        if case .contact(let id) = subject { revealed.contains(id) } else { false }
    }
    /// The rows of the tab that hold the words looked for; nil while nothing came.
    var list: Listing? { lists[tab] }
    /// The row under the cursor.
    var row: ListingRow? {
        guard let list, list.shown.indices.contains(window.cursor) else { return nil }
        return list.rows[list.shown[window.cursor]]
    }
}

extension Workplace {
    /// Something changed: how many rows the other tabs have is not known until they are asked for again.
    mutating func doubtAll() { asked.doubtful = Set(place.tabs.indices).subtracting([tab]) }

    /// The rows that are seen are others: the cursor stays with its row, and marks with theirs.
    ///
    /// - Parameter before: where the cursor was; a thing may stand in several rows, and the nearest is meant.
    mutating func settleRows(with kept: Subject?, near before: Int) {
        guard let list else { return }
        dropLostMarks()
        window.setCount(list.shown.count)
        let same = list.shown.indices.filter { list.rows[list.shown[$0]].subject == kept }
        if let place = same.min(by: { abs($0 - before) < abs($1 - before) }) { window.move(to: place) }
    }

    /// The heads over the row under the cursor are seen with it, where there is room.
    mutating func showHead() {
        let place = window.cursor
        guard let list, list.shown.indices.contains(place) else { return }
        var first = place
        func row(_ place: Int) -> ListingRow { list.rows[list.shown[place]] }
        while first > 0, row(first - 1).subject.isHeading, !row(first - 1).isContinuation { first -= 1 }
        if window.top > first { window.move(to: first) }
        // What goes on below it is seen, too.
        var last = place
        while list.shown.indices.contains(last + 1), row(last + 1).isContinuation { last += 1 }
        if last > place { window.move(to: last) }
        window.move(to: place)
    }

    /// What was asked of the store.
    struct Asked: Equatable, Sendable {
        /// The rows of the tab.
        var rows = Ticket.none
        /// The words in them, for a tab that is asked by words.
        var words = ""
        /// The words in the rows that are seen.
        var seen = ""
        /// More of the same rows, or those under one.
        var further = Ticket.none
        /// As many rows were asked for.
        var limit = ConsoleState.listed
        /// As many more of them.
        var furtherLimit = ConsoleState.listed
        /// Whether all rows are fetched, one page after another, because the cursor goes to the last.
        var goesToEnd = false
        /// The tabs of which there are more rows than came.
        var unfinished: Set<Int> = []
        /// The tabs that were not asked for since something changed.
        var doubtful: Set<Int> = []
        /// Whether the store could not give more rows; they are asked for again with the first ones.
        var isStuck = false
        /// Why nothing came.
        var problem: StoreError?
    }

    /// The groups of a roster that are unfolded.
    struct RosterBranches: Equatable, Sendable {
        /// The customers under those that are unfolded.
        var branches: [AccountID: [RosterLine]] = [:]
        /// The customer whose branch is asked for.
        var unfolding: AccountID?
        /// Those whose branches are to be asked for again.
        var stale: [AccountID] = []
    }
}

/// The workplaces that lie on each other, the topmost last.
struct Workplaces: Equatable, Sendable {
    /// They are walked back with Esc.
    var stack: [Workplace] = []
    /// Whether the queue is looked at from one of them, which Esc brings back.
    var isAside = false
    /// The minute for which the one on the screen was laid out.
    var minute: Int64 = 0
    /// The form that is to be opened once what it is about came.
    var wanted: FormID?
    /// The tab of the row's customer that is to be shown once the case in full came; any key gives that up.
    var coming: TabContent?
    /// What a form just changed; where that stands now is said of what is not among the rows any more.
    var changed: Changed?
    /// The row the cursor goes to when it comes, as what it is about was taken back; any key gives that up.
    var goal: Subject?

    /// Whether the history of the record is to be shown once the record came.
    var isHistoryWanted = false

    /// Whether one of them is on the screen, and not the queue.
    var isSeen: Bool { !isAside && !stack.isEmpty }

    /// The one on the screen; nil when the queue is.
    var top: Workplace? {
        get { isAside ? nil : stack.last }
        set {
            guard let newValue, !isAside, !stack.isEmpty else { return }
            stack[stack.count - 1] = newValue
        }
    }

    /// As deep as one may walk; the oldest is forgotten then.
    static let deepest = 30
}

/// Which of the three kinds of screen is seen.
enum ScreenKind: Equatable, Sendable {
    /// The list of cases.
    case queue
    /// One case.
    case page
    /// A workplace.
    case desk
}

extension ConsoleState {
    /// Which kind of screen is seen.
    var screen: ScreenKind { seenScreen() }

    /// Asked several times a key, so nothing is copied for it.
    private borrowing func seenScreen() -> ScreenKind {
        switch page {
        case .some: .page
        case .none: workplaces.isSeen ? .desk : .queue
        }
    }

    /// Where keys are looked up.
    var keyContext: KeyContext {
        switch screen {
        case .queue: .queue
        case .page: .page
        case .desk: .desk
        }
    }
}
