import CaseModel

/// One case on the screen.
struct PageState: Equatable, Sendable {
    /// Which case.
    var id: CaseID
    /// The case in full; nil until it came.
    var file: CaseFile?
    /// The lines at the top, laid out.
    var head = PageHead()
    /// What is shown of it.
    var tab = PageTab.timeline
    /// The first visible line of the body.
    var scroll = 0
    /// The lines of the tab, laid out.
    var body = PageBody()
    /// How many of them are in sight; follows from the size of the screen.
    var height = 1
    /// The action item, the file or the related case under the cursor, in tabs of that name.
    var item = 0
    /// What is known besides the case itself.
    var aside = PageAside()
    /// The question under way.
    var ticket = Ticket.none
    /// Why the case cannot be shown.
    var problem: StoreError?
    /// The cases from which this one was opened, the last in front: one step back leads there.
    private(set) var below: [PageState] = []

    /// - Parameter earlier: the case that lies below.
    init(id: CaseID, over earlier: PageState? = nil) {
        self.id = id
        guard var earlier, earlier.id != id else { return }
        let further = earlier.below
        earlier.below = []
        below = Array(([earlier] + further).prefix(PageState.deepest))
    }

    /// The case below it as it was left; nil where it was opened from a list.
    var left: PageState? {
        guard var page = below.first else { return nil }
        page.below = Array(below.dropFirst())
        return page
    }

    /// So many cases lie below one at most.
    private static let deepest = 8

    /// How many lines the tab has.
    var lines: Int { body.lines.count }
    /// The line on which the cursor stands; nil where none does.
    var cursorLine: Int? { tab.hasCursor && body.entries.indices.contains(item) ? body.entries[item] : nil }
    /// The lines of the tab from the first visible one on; days of a timeline stay in sight.
    var seenLines: [StyledLine] {
        tab == .timeline ? body.lines.scrolled(to: scroll) : Array(body.lines.dropFirst(scroll))
    }

    /// What the entries of the tab are about, in their order.
    private var entryNames: [String] {
        switch tab {
        case .actions: file?.items.map(\.id.description) ?? []
        case .files: aside.files.value?.map(\.record.id.description) ?? []
        case .related: aside.related.value?.all.map(\.id.description) ?? []
        case .timeline, .cover, .people, .fields, .history: []
        }
    }

    /// Whether the tab lists things, and there is none of them.
    var isBare: Bool { [.actions, .files, .related].contains(tab) && entryNames.isEmpty }

    /// Whether nothing is known of how the person is reached who asks.
    var isUnreachable: Bool { tab == .people && (file?.contact?.email ?? file?.contact?.phone) == nil }

    /// Takes in what came; the cursor stays with what it is on, and where that is gone near its place.
    mutating func keepingItem(_ change: (inout PageState) -> Void) {
        let before = entryNames
        change(&self)
        let after = entryNames
        guard before.indices.contains(item), before != after else { return }
        // A case may stand in several groups: the entry that is nearest to where the cursor was.
        let same = after.indices.filter { after[$0] == before[item] }
        item = same.min { abs($0 - item) < abs($1 - item) } ?? max(0, min(item, after.count - 1))
    }

    /// The last line the body can begin with.
    var lastScroll: Int { max(0, lines - height) }
}

/// The tabs of a case.
enum PageTab: Int, CaseIterable, Equatable, Sendable {
    /// What happened, newest first.
    case timeline
    /// What was asked of the customer.
    case actions
    /// What covers it, or why nothing does.
    case cover
    /// Who has to do with it.
    case people
    /// What is attached to it.
    case files
    /// Other cases that have to do with it.
    case related
    /// Every field, those of the source too.
    case fields
    /// Every event as it is kept.
    case history

    /// The word in the tab line.
    var title: String {
        switch self {
        case .timeline: "Timeline"
        case .actions: "Actions"
        case .cover: "Cover"
        case .people: "People"
        case .files: "Files"
        case .related: "Related"
        case .fields: "Fields"
        case .history: "History"
        }
    }

    /// Whether the cursor goes from entry to entry in it.
    var hasCursor: Bool { self == .actions || self == .files || self == .related }
}
