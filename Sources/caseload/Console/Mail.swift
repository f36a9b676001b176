import CaseStorage
import ConsoleCore

/// What other threads leave for the main thread while the console runs.
enum Mail: Sendable {
    /// The store is open, with the word to the console about it.
    case opened(SQLiteCaseStore, Session)
    /// A word to the console.
    case message(Message)
    /// A question of a lane is answered, withdrawn or failed; more of the lane may start.
    case ended(Effect.Lane, Ticket)
    /// A question or act outside the lanes is over.
    case over(Ticket)
}

extension Effect {
    /// The number of the question that the effect is; nil for those without an answer.
    var ticket: Ticket? {
        switch self {
        case .loadPage(_, _, let ticket), .loadOrder(_, let ticket), .loadRows(_, let ticket),
            .loadCounts(_, let ticket), .countElsewhere(_, let ticket), .loadOpenCounts(let ticket),
            .loadFiles(_, let ticket), .loadCover(_, _, let ticket),
            .loadAttachments(_, let ticket), .loadRelated(_, _, _, let ticket), .takeNext(let ticket),
            .loadPlace(_, let ticket), .loadAside(_, let ticket),
            .run(_, _, let ticket), .loadNames(let ticket), .find(_, let ticket), .apply(_, let ticket),
            .undo(let ticket, _),
            .redo(let ticket), .editOutside(_, _, let ticket), .loadDraft(_, let ticket), .listDrafts(let ticket),
            .watchAlerts(let ticket), .acknowledgeAlerts(_, let ticket), .useTheme(_, let ticket),
            .listThemes(let ticket), .cancel(let ticket):
            ticket
        case .saveDraft, .clearDraft, .makeStore, .makeDemo, .signal, .copy, .redraw, .suspend, .quit: nil
        }
    }
}
