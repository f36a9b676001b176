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
    /// The action item under the cursor, in the tab of that name.
    var item = 0
    /// The question under way.
    var ticket = Ticket.none
    /// Why the case cannot be shown.
    var problem: StoreError?

    init(id: CaseID) {
        self.id = id
    }

    /// How many lines the tab has.
    var lines: Int { body.lines.count }

    /// The last line the body can begin with.
    var lastScroll: Int { max(0, lines - height) }
}

/// The tabs of a case.
enum PageTab: Int, CaseIterable, Equatable, Sendable {
    /// What happened, newest first.
    case timeline
    /// What was asked of the customer.
    case actions
    /// Every field, those of the source too.
    case fields
    /// Who has to do with it.
    case people

    /// The word in the tab line.
    var title: String {
        switch self {
        case .timeline: "Timeline"
        case .actions: "Actions"
        case .fields: "Fields"
        case .people: "People"
        }
    }
}
