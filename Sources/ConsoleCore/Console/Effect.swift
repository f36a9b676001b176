public import CaseModel
public import TerminalUI

/// Something the program shall do for the console, without making it wait; the answer comes back as a ``Message``.
public enum Effect: Equatable, Sendable {
    /// The first rows of a question: answer ``Answer/page(_:)``.
    case loadPage(CaseQuestion, limit: Int, Ticket)
    /// The numbers of all its cases in order: answer ``Answer/order(_:)``.
    case loadOrder(CaseQuestion, Ticket)
    /// The rows of these cases: answer ``Answer/rows(_:)``.
    case loadRows([CaseID], Ticket)
    /// When the first case that is put off comes back, ``Answer/wake(_:)``, then how many cases each of these questions
    /// finds, in this order: one answer ``Answer/counts(_:)``.
    case loadCounts([CaseQuestion], Ticket)
    /// How many cases each of these questions finds besides the queue on the screen: one answer ``Answer/counts(_:)``.
    case countElsewhere([CaseQuestion], Ticket)
    /// Open cases in each queue of the store: answer ``Answer/openCounts(_:)``.
    case loadOpenCounts(Ticket)
    /// These cases with their histories, the first one wanted most: an ``Answer/file(_:)`` for each as it comes.
    case loadFiles([CaseID], Ticket)
    /// What is known of the cover of these customers, the first one wanted most: an ``Answer/cover(_:)`` for each.
    case loadCover([AccountID], revision: Int64, Ticket)
    /// The files that are attached to a case: answer ``Answer/attachments(_:)``.
    case loadAttachments(CaseID, Ticket)
    /// The cases that have to do with a case of a customer: answer ``Answer/related(_:)``.
    indirect case loadRelated(Case, named: String?, QueryContext, Ticket)
    /// Agents and queues by name: answer ``Answer/names(agents:queues:)``.
    case loadNames(Ticket)
    /// The cases that each of these typed numbers means: one answer ``Answer/found(_:)``.
    case find([String], Ticket)
    /// The act of the person: the program adds operation, claim and time; answer ``Answer/outcome(_:)``.
    case apply([CaseEdit], Ticket)
    /// Takes the most urgent case that the person is fit for: answer ``Answer/next(_:)``.
    case takeNext(Ticket)
    /// Takes the person's newest act back, as far as that needs no asking: answer ``Answer/outcome(_:)``.
    case undo(Ticket, UndoLeave)
    /// Does it again: answer ``Answer/outcome(_:)``.
    case redo(Ticket)
    /// What a workplace wants to know: answer ``Answer/place(_:)``.
    case loadPlace(PlaceQuestion, Ticket)
    /// The same for what stands beside the rows.
    case loadAside(PlaceQuestion, Ticket)
    /// Does a command as the shell does it, with the same code: answer ``Answer/ran(_:)``.
    case run(CommandCall, Running, Ticket)
    /// Looks for what nobody may sleep through, and records it unless somebody did: answer ``Answer/alerts(_:)``.
    case watchAlerts(Ticket)
    /// Records that these alerts were seen: answer ``Answer/alerts(_:)``.
    case acknowledgeAlerts([RecordID], Ticket)
    /// Tells how many alerts call who sits here, by the terminal's title and bell as the settings say; nothing comes back.
    case signal(alerts: Int, rings: Bool)
    /// Puts a text into the terminal's clipboard; nothing comes back.
    case copy(Shown)
    /// Opens `$VISUAL` or `$EDITOR` on the text of a draft, the terminal lent meanwhile: answer ``Answer/edited(_:)``.
    case editOutside(String, DraftKey, Ticket)
    /// Keeps a text that was typed and not sent, also over a restart.
    case saveDraft(DraftKey, String)
    /// Forgets it.
    case clearDraft(DraftKey)
    /// Looks for it: answer ``Answer/draft(_:_:)``.
    case loadDraft(DraftKey, Ticket)
    /// Looks which drafts there are: answer ``Answer/drafts(_:)``.
    case listDrafts(Ticket)
    /// Makes the store that is missing, empty: the answer is ``Message/opened(_:)`` or ``Message/openFailed(_:)``.
    case makeStore
    /// Makes it with demonstration data; same answers.
    case makeDemo
    /// Uses a theme by name: answer ``Answer/themed(_:)`` or ``Answer/failed(_:)``.
    case useTheme(String, Ticket)
    /// Lists the themes: answer ``Answer/themes(_:)``.
    case listThemes(Ticket)
    /// Stops what was asked under this number; there is no answer.
    case cancel(Ticket)
    /// Paints every cell anew.
    case redraw
    /// Puts the program to sleep as ctrl-z does.
    case suspend
    /// Ends the program.
    case quit
}

extension Effect {
    /// Effects of one lane replace each other: of those not yet started the newest alone is run.
    ///
    /// A running one of the same lane may be stopped, except where ``Lane/mayEnd``.
    public enum Lane: Hashable, Sendable {
        /// One of these kinds of question.
        case page, order, rows, counts, elsewhere, openCounts, files, covers, names, place, aside, attachments, related
        case alerts

        /// Whether what was asked before is useful even when late.
        public var mayEnd: Bool { self == .files || self == .covers }
    }

    /// The lane; nil for what must be done each time.
    public var lane: Lane? {
        switch self {
        case .loadPage: .page
        case .loadOrder: .order
        case .loadRows: .rows
        case .loadCounts: .counts
        case .countElsewhere: .elsewhere
        case .loadOpenCounts: .openCounts
        case .loadFiles: .files
        case .loadCover: .covers
        case .loadNames: .names
        case .loadAttachments: .attachments
        case .loadRelated: .related
        case .loadPlace: .place
        case .loadAside: .aside
        case .watchAlerts: .alerts
        default: nil
        }
    }
}

/// A question about cases: which, in which order, under which circumstances.
public struct CaseQuestion: Equatable, Sendable {
    /// Which cases.
    public var query: CaseQuery
    /// In which order.
    public var sort: [SortKey]
    /// The time, zone and person that words such as `today` and `me` mean.
    public var context: QueryContext

    /// A question.
    public init(_ query: CaseQuery, sort: [SortKey], _ context: QueryContext) {
        self.query = query
        self.sort = sort
        self.context = context
    }
}
