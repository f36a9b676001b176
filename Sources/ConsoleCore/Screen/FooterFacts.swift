import CaseModel
import TerminalUI

/// What the footer tells while nothing lies over the screen: which commands it names, and what decides their words.
struct FooterFacts: RowFacts {
    /// The commands, the most wanted first.
    let commands: [Command]
    /// The keys of each command as people read them.
    let labels: [Command: [String]]
    /// Who acts, for what may be done at all.
    let standing: Standing
    /// Whether the case that is meant is put off.
    private let isAsleep: Bool
    /// The tab of a case, which has words of its own.
    private var tab: PageTab?
    /// What marking and going back mean on a workplace; nil elsewhere.
    private var desk: DeskWords?

    private struct DeskWords: Equatable, Sendable {
        var mark: String
        var back: String
        /// What Enter does with the row where it opens nothing; nil where it does.
        var open: String?
    }

    /// Nil while something lies over the screen, or no store is open: the footer then follows from more.
    init?(_ state: borrowing ConsoleState) {
        guard state.overlays.isEmpty, state.phase == .open else { return nil }
        labels = state.keyboard.labels[state.keyContext] ?? [:]
        standing = Standing(state)
        isAsleep = state.meansSleeper
        switch state.screen {
        case .desk:
            commands = state.deskHints
            desk = DeskWords(
                mark: state.markWords, back: state.workplaces.top?.marks.isEmpty == false ? "clear marks" : "back",
                open: state.isFurthestIn ? Command.acts.footerWords : state.workplaces.top?.row?.opens)
        case .page:
            tab = state.page?.tab
            let isBare = state.page.map { $0.isBare || $0.isUnreachable } ?? false
            let isFailed = state.page.map { $0.file == nil && $0.problem != nil } ?? false
            let status = state.page?.file?.item.status
            let (owner, me) = (state.page?.file?.item.owner, state.session?.agent?.id)
            let isMine = owner != nil && owner == me
            // Nobody takes what is theirs; a case that is over is not taken, and is closed at most once.
            let hints: [Command] = (tab?.hints ?? []).compactMap { hint in
                guard let status, !status.isOpen else { return hint == .take && isMine ? nil : hint }
                switch hint {
                case .take: return status.isFinal ? nil : .reopen
                case .close: return status.isFinal ? .reopen : .close
                default: return hint
                }
            }
            let waking: [Command] = isAsleep ? [.snooze] : []
            commands = isFailed ? [.refresh, .back] : waking + hints.filter { $0 != .open || !isBare }
        case .queue:
            commands =
                if state.queue.drawn.ids.isEmpty, !state.queue.isLoading {
                    [.nextQueue, .queue, .filter, .refresh, .add]
                } else if !state.queue.marks.isEmpty {
                    [.take, .status, .assign, .move, .close, .back]
                } else if isAsleep {
                    [.open, .snooze, .take, .status, .filter, .go, .add]
                } else {
                    [.open, .workNext, .take, .status, .filter, .go, .add]
                }
        }
    }

    /// The hints that follow.
    var hints: FooterHints { FooterHints(self) }

    /// What a command's key does on this screen, in a word or few.
    func words(for command: Command) -> String {
        if let own = tab?.words(for: command) { return own }
        switch command {
        case .open: return desk?.open ?? command.footerWords
        case .back where !isQueue: return desk?.back ?? "back"
        case .mark: return desk?.mark ?? command.footerWords
        case .snooze where isAsleep: return "wake, put off anew"
        case .add where isQueue: return "new case"
        default: return command.footerWords
        }
    }

    /// The same where there is less room; nil for no shorter words.
    func brief(_ command: Command) -> String? { command == .add && isQueue ? "new" : nil }

    private var isQueue: Bool { tab == nil && desk == nil }

    func draw(on surface: inout Surface, in area: Area) { hints.draw(on: &surface, in: area) }
}

extension FooterHints {
    /// Draws as many hints as fit, and the key to all others at the right.
    func draw(on surface: inout Surface, in area: Area) {
        var x = 1
        let end =
            last.map { area.width - $0.key.unicodeScalars.count - $0.words.unicodeScalars.count - 4 } ?? area.width
        // Where not all have room, those that can be said shorter are.
        let isTight = end < keys.reduce(-1) { $0 + $1.key.unicodeScalars.count + $1.words.unicodeScalars.count + 3 }
        for hint in keys {
            let words = isTight ? hint.brief ?? hint.words : hint.words
            let width = hint.key.unicodeScalars.count + 1 + words.unicodeScalars.count
            guard x + width <= end else { break }
            surface.write(Shown(hint.key), in: area, x: x, role: .key)
            let role: Role = hint.isPossible ? .text : .disabled
            surface.write(Shown(words), in: area, x: x + hint.key.unicodeScalars.count + 1, role: role)
            x += width + 2
        }
        guard let last else { return }
        surface.write(Shown(last.key), in: area, x: end + 2, role: .key)
        surface.write(Shown(last.words), in: area, x: end + 3 + last.key.unicodeScalars.count)
    }
}

extension ConsoleState {
    /// Whether the case on the page, or the one under the cursor of a queue, is put off.
    var meansSleeper: Bool {
        let until: Timestamp? =
            switch screen {
            case .page: page?.file?.item.snoozedUntil
            case .queue: queue.cursorID.flatMap { queue.shelf[$0]?.snoozedUntil }
            case .desk: nil
            }
        return until.map { $0 > now } ?? false
    }

    /// What Space does with the row of a workplace.
    fileprivate var markWords: String {
        guard let top = workplaces.top, top.place != .alerts else { return "seen" }
        if case .account? = top.row?.subject { return "unfold" }
        return "mark"
    }
}
