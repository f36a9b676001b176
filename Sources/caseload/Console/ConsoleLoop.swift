import CaseModel
import ConsoleCore
import Glibc
import TerminalUI

/// A terminal with what the loop has to know of it besides.
struct Screen {
    /// The terminal.
    let terminal: any Terminal
    /// Become readable when the terminal has something to say.
    let descriptors: [Int32]
    /// Sleeps as ctrl-z does in every program.
    let stop: () -> Void
    /// Whether it shows more than ASCII.
    var isUnicode = true
    /// Whether a signal asked the program to end.
    var isOver: () -> Bool = { false }
}

/// The console while it runs: keys and answers go in, pictures and effects come out.
///
/// The main thread lives in ``run()``. Whatever came meanwhile is taken in as one batch and painted once.
final class ConsoleLoop {
    var state: ConsoleState
    var theme: Theme
    let shell: Shell
    let mailbox: Mailbox<Mail>
    let runner: EffectRunner
    let drafts: Drafts
    let screen: Screen
    private var alarms: Alarms
    /// What the loop sleeps on; the mailbox is the last.
    private var requests: [pollfd]
    private var round = Round()
    private var hasEnded = false
    /// Whether the terminal or the host ended the console, not the person.
    private(set) var isHurried = false

    /// What came up and is still to be done.
    private struct Round {
        /// The next picture is wanted.
        var isDirty = true
        /// There is more to show than that the store is being opened.
        var hasNews = false
        /// What is started after the next picture.
        var ahead: [Effect] = []
        /// What came with the start lies together in memory.
        var isGathered = false
        /// What the next key may show was made ready since something came.
        var hasRested = true
    }

    /// A console on a screen.
    init(_ shell: Shell, state: ConsoleState, on screen: Screen, mailbox: Mailbox<Mail>, drafts: Drafts) {
        self.shell = shell
        self.state = state
        self.screen = screen
        self.mailbox = mailbox
        self.drafts = drafts
        theme = screen.terminal.theme
        requests = (screen.descriptors + [mailbox.descriptor]).map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        runner = EffectRunner(shell, mailbox)
        alarms = Alarms(clockStands: shell.clock.stands)
    }

    /// The terminal.
    var terminal: any Terminal { screen.terminal }

    /// Runs until the person leaves, or the terminal or the host wants the program to end.
    func run() {
        while !hasEnded {
            sleep()
            takeKeys()
            // An answer that comes after the end is read by whoever waits for the acts under way.
            if hasEnded { return }
            takeMail()
            paintWhenWanted()
            startAhead()
            // Small files answered at once, or time alone changed something.
            takeAlarms()
            paintWhenWanted()
            startAhead()
        }
    }

    /// Takes one message in and starts what it asks for.
    func hear(_ message: Message) {
        for effect in takeIn(message, &state) {
            // The picture goes before what it does not need.
            if effect.isAhead { round.ahead.append(effect) } else { start(effect) }
        }
    }

    /// With the state in hand, because a look at it through the loop would copy it.
    private func takeIn(_ message: Message, _ state: inout ConsoleState) -> [Effect] {
        if state.shows(message) { round.isDirty = true }
        let effects = update(&state, message)
        if state.isTyping, message.isTyped { alarms.typed() }
        return effects
    }

    private func startAhead() {
        guard !round.ahead.isEmpty, !round.isDirty, !hasEnded else { return }
        let effects = round.ahead
        round.ahead = []
        for effect in effects { start(effect) }
    }

    /// No further round: everything that had to be kept was kept.
    func end() {
        hasEnded = true
    }

    /// The next picture is wanted.
    func touch() {
        round.isDirty = true
    }

    private func paintWhenWanted() {
        guard round.isDirty, !hasEnded, alarms.mayPaint(hasNews: round.hasNews) else { return }
        round.isDirty = false
        round.hasRested = false
        terminal.present(picture(of: &state))
        hear(.shown)
    }

    /// With the state in hand, for the same reason.
    private func picture(of state: inout ConsoleState) -> Surface { view(state, theme: theme) }

    /// Sleeps until a key, an answer, or the next alarm; with nothing to do yet, uses the time first.
    private func sleep() {
        if !round.hasRested, !round.isDirty {
            round.hasRested = true
            if poll(&requests, nfds_t(requests.count), 0) == 0 { hear(.rest) }
        }
        _ = poll(&requests, nfds_t(requests.count), alarms.delay(isWaitingToPaint: round.isDirty))
        // A terminal that hung up stays readable for ever; it must say so itself, or we do.
        for request in requests.dropLast() where request.revents & Int16(POLLNVAL) != 0 { leave() }
    }

    private func takeKeys() {
        while !hasEnded, let input = terminal.nextKey() {
            tick()
            switch input {
            case .key(let key): hear(.key(key))
            case .paste(let text): hear(.paste(text))
            case .resized: hear(.resized(terminal.size))
            case .closed: leave()
            }
        }
    }

    private func takeMail() {
        guard let request = requests.last, request.revents != 0 else { return }
        for mail in mailbox.drain() {
            switch mail {
            case .opened(let store, let session):
                runner.use(store)
                alarms.storeIsOpen = true
                hear(.opened(session))
            case .message(.revision(let revision)):
                // Painting is left to what follows from it; an unchanged number changes nothing.
                for effect in update(&state, .revision(revision)) {
                    round.isDirty = true
                    start(effect)
                }
            case .message(let message):
                hear(message)
                round.hasRested = false
                if message.isNews { round.hasNews = true }
            case .ended(let lane, let ticket): runner.ended(lane, ticket)
            case .over(let ticket): runner.over(ticket)
            }
        }
    }

    private func takeAlarms() {
        let now = shell.clock.now
        let due = alarms.due(at: now)
        if due.minute || isAwoken(&state, by: now) { hear(.tick(now)) }
        if due.revision {
            runner.askRevision()
            if !round.isGathered { Heap.gather() }
            round.isGathered = true
        }
        if alarms.draftsAreDue() { hear(.keepDrafts) }
    }

    /// With the state in hand, for the same reason; asked in every round.
    private func isAwoken(_ state: inout ConsoleState, by now: Timestamp) -> Bool { state.isAwoken(by: now) }

    /// Tells the console the time when it moved on.
    private func tick() {
        if alarms.secondPassed(at: shell.clock.now) { hear(.tick(shell.clock.now)) }
    }

    /// The terminal is gone, or the host wants us to end: what was typed is kept.
    private func leave() {
        isHurried = true
        hear(.hangUp)
        end()
    }
}

extension Message {
    /// Whether it comes from the keyboard.
    fileprivate var isTyped: Bool {
        switch self {
        case .key, .paste: true
        default: false
        }
    }

    /// Whether a first picture is worth painting after it.
    fileprivate var isNews: Bool {
        switch self {
        case .answer(_, .page), .answer(_, .failed), .noStore, .openFailed: true
        default: false
        }
    }
}

extension Effect {
    /// Whether it reads what the next picture mostly does not need: what is around and behind the rows in sight.
    fileprivate var isAhead: Bool {
        switch self {
        case .loadRows, .loadFiles, .loadCover, .loadOrder, .loadNames, .loadCounts, .listDrafts, .watchAlerts: true
        default: false
        }
    }
}
