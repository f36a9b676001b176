import CaseModel
import TerminalUI

/// The list of cases: which queue, which of its cases, where the cursor is.
struct QueueState: Equatable, Sendable {
    /// The named queues and their counts.
    var tabs: QueueTabs { didSet { asked.isTold = false } }
    /// The filter over the named queue.
    var filter = FilterState() { didSet { asked.isTold = false } }
    /// The order chosen by hand; nil follows the named queue.
    var sort: [SortKey]? { didSet { asked.isTold = false } }
    /// The cases of the question in order.
    var order = CaseOrder() {
        didSet {
            asked.seen = nil
            asked.isTold = false
        }
    }
    /// The rows before this question, drawn until the first answer comes; no act means them.
    var earlier: EarlierRows? { didSet { asked.isTold = false } }
    /// The columns for the width of the list and its texts.
    var table = QueueTable(width: 0, needs: ColumnNeeds()) { didSet { asked.isTold = false } }
    /// Rows at hand.
    var shelf = RowShelf()
    /// Which row is under the cursor, and which rows are visible.
    var cursor = QueueCursor()
    /// The marked cases.
    var marks = CaseMarks() { didSet { asked.isTold = false } }
    /// Whether and from which line the preview is shown.
    var preview = PreviewState()
    /// The questions under way.
    var asked = QueueTickets()
    /// Why the cases cannot be shown.
    var problem: StoreError?

    init(queues: [NamedQueue], start: String?) {
        tabs = QueueTabs(queues: queues, start: start)
    }

    /// The order in force but for groups.
    var sortInGroups: [SortKey] { sort ?? tabs.queue.sort }

    /// The field by which the queue is grouped.
    var group: SortKey.Field? { tabs.groups[tabs.queue.name] }

    /// The order in force.
    var sortInForce: [SortKey] {
        guard let group else { return sortInGroups }
        let own = sortInGroups.first { $0.field == group }
        return [own ?? SortKey(group)] + sortInGroups.filter { $0.field != group }
    }

    /// The case under the cursor.
    var cursorID: CaseID? { order[cursor.position] }

    /// The marked cases, those of a range being marked included.
    var marked: CaseMarks {
        var marked = marks
        if let range = cursor.range { marked.insert(range) }
        return marked
    }

    /// Whether a row is marked.
    func isMarked(_ position: Int) -> Bool {
        marks.contains(position) || cursor.range?.contains(position) == true
    }

    /// The range being marked ends: all its rows stay marked.
    mutating func endRange() {
        marks = marked
        cursor.anchor = nil
    }

    /// Whether the first rows are still to come.
    ///
    /// A comparison with nil would copy the rows before.
    var isLoading: Bool { earlier?.order.isComplete != nil }

    /// Whether there is a row to draw, or one still to come.
    var hasRows: Bool { isLoading || !order.ids.isEmpty }

    /// What is drawn: the rows, or those before them while these are still to come.
    var drawn: CaseOrder { earlier?.order ?? order }
}

/// The rows of a question that is no longer asked.
struct EarlierRows: Equatable, Sendable {
    /// Their order.
    var order: CaseOrder
    /// The case the cursor goes on with when the answer comes; nil begins at the first row.
    var follow: CaseID?
}

/// The numbers of the questions under way.
struct QueueTickets: Equatable, Sendable {
    /// The first rows.
    var page = Ticket.none
    /// How many of them.
    var limit = 0
    /// The order.
    var order = Ticket.none
    /// Rows in sight.
    var rows = Ticket.none
    /// The positions those rows were asked for.
    var range = 0..<0
    /// The positions of which every row is there, so that a key need not look for missing ones.
    var seen: Seen?
    /// The rows around the list tell of it and of who acts; whatever they can tell of takes this back when it is set.
    var isTold = false
    /// The cases asked for in full, with the versions of their rows.
    var files: [Targets.Target] = []
    /// The counts of the tab line.
    var counts = Ticket.none
    /// The cases of other queues that the filter finds.
    var elsewhere = Ticket.none
    /// Keys that mean rows which are still to come; they are taken when those are there.
    var held: [Key] = []
    /// Something changed while the order was asked for: ask again when it came.
    var again = false

    /// Positions in a version of the rows at hand.
    struct Seen: Equatable, Sendable {
        var range: Range<Int>
        var version: Int
    }
}
