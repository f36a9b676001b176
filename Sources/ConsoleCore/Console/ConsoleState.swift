public import CaseModel
public import TerminalUI

/// The whole console as a value: what is shown follows from it alone, and only ``update(_:_:)`` changes it.
public struct ConsoleState: Equatable, Sendable {
    /// Columns and rows of the terminal.
    var size: Size
    /// The program's clock as last heard.
    var now: Timestamp
    /// How far the store is.
    var phase = Phase.opening
    /// Who acts; nil until the store is open.
    var session: Session? { didSet { queue.asked.isTold = false } }
    /// Keys: what they mean and what was pressed so far.
    var keyboard: Keyboard
    /// The list of cases.
    var queue: QueueState
    /// The open case, if one is open.
    var page: PageState?
    /// The workplaces over the queue.
    var workplaces = Workplaces()
    /// What lies on top, the topmost last.
    var overlays: [Overlay] = []
    /// The sentence in the notice line.
    var notice: Notice?
    /// Acts under way.
    var work = WorkState()
    /// Names, files at hand, drafts.
    var desk = Desk()

    /// How far the store is.
    enum Phase: Equatable, Sendable {
        /// Being opened.
        case opening
        /// There is none at this path; what is offered.
        case missing(OfferState)
        /// It cannot be opened, and why.
        case failed(StoreError)
        /// Open.
        case open
    }

    /// A console before anything is known.
    ///
    /// - Parameters:
    ///   - queues: the named queues, built in and from settings, in the order of the tab line.
    ///   - start: the name of the queue to begin with; the first when there is none of that name.
    ///   - keys: key bindings from settings, over the default ones: context, keys in notation, command line.
    ///   - theme: the theme in use, with signs the terminal can draw.
    ///   - problems: what was wrong in files that people edit.
    public init(
        size: Size, now: Timestamp, queues: [NamedQueue] = NamedQueue.builtIn, start: String? = nil,
        keys: [KeyBinding] = [], theme: Theme = .terminal, problems: [String] = []
    ) {
        self.size = size
        self.now = now
        let bindings = Keyboard.bindings(keys)
        keyboard = bindings.keyboard
        queue = QueueState(queues: queues.isEmpty ? NamedQueue.builtIn : queues, start: start)
        desk.look.themeName = theme.name
        desk.look.glyphs = theme.glyphs
        let problems = problems + bindings.problems
        if let first = problems.first {
            let more =
                problems.count > 1 ? " And \(problems.count - 1) more (caseload paths, caseload keys check)." : ""
            notice = Notice(first + more, .refused)
        }
    }

    /// The text on the screen that was typed and not sent, for a program that must end now.
    public var unsent: [(DraftKey, String)] { overlays.compactMap { $0.unsent } }
}
