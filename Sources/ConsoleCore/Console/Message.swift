public import CaseModel
public import TerminalUI

/// Something that happened: a key, an answer, the clock.
///
/// The console knows the world through these alone. Large ones are kept elsewhere: a message goes through many hands, and
/// each would copy it.
public enum Message: Equatable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// Text was pasted; it never runs commands.
    case paste(String)
    /// The terminal has this many columns and rows.
    case resized(Size)
    /// The program's clock.
    case tick(Timestamp)
    /// The store is open and it is known who acts.
    indirect case opened(Session)
    /// There is no store at this path.
    case noStore(path: String)
    /// The store cannot be opened.
    case openFailed(StoreError)
    /// An answer to the question with this number.
    indirect case answer(Ticket, Answer)
    /// The store's revision as polled; another one than before means somebody changed something.
    case revision(Int64)
    /// Something the program wants said, such as a problem in a settings file.
    case say(String, Notice.Tone)
    /// Typed text rested for a moment: what is new of it is kept, should the program end without a word.
    case keepDrafts
    /// What is to be seen is on the screen: what else it needs, and the next keys may, is asked for.
    case shown
    /// Nothing is to be done: what the next key may show is made ready.
    case rest
    /// The terminal goes away: typed text becomes drafts.
    case hangUp
}

/// What the program found out.
public enum Answer: Equatable, Sendable {
    /// The first rows.
    case page([CaseSummary])
    /// All numbers in order.
    case order([CaseID])
    /// Some rows.
    case rows([CaseSummary])
    /// How many cases each question finds.
    case counts([Int])
    /// When the first case that is put off comes back; before the counts.
    case wake(Timestamp?)
    /// Open cases in each queue of the store.
    case openCounts([QueueCount])
    /// One case in full.
    indirect case file(CaseFile)
    /// What is known of a customer's cover, and the store's revision when it was asked for.
    case cover(CoverFacts, revision: Int64)
    /// Everybody and every queue.
    case names(agents: [Agent], queues: [Queue])
    /// For each typed number the cases it can mean.
    case found([[CaseID]])
    /// The files that are attached to the case on the page.
    case attachments([RecordFile])
    /// The cases that have to do with it.
    case related(RelatedCases)
    /// What became of an act.
    case outcome(OperationOutcome)
    /// The case that was taken, or why none was.
    indirect case next(NextCase)
    /// What a workplace asked for.
    case place(PlaceAnswer)
    /// The first of it, while the rest is still to come.
    case placeSoFar(PlaceAnswer)
    /// What a command printed.
    case ran(CommandReport)
    /// The text as the editor left it.
    case edited(String)
    /// The draft, nil when there is none.
    case draft(DraftKey, String?)
    /// The drafts there are.
    case drafts([DraftKey])
    /// The alerts that somebody has to look at, the newest first.
    case alerts([StandingAlert])
    /// The theme in use from now on.
    case themed(Theme)
    /// The themes there are.
    case themes([String])
    /// The store could not answer.
    case failed(StoreError)
    /// Something outside the store went wrong, in words.
    case trouble(String)
}
