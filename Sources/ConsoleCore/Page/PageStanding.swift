import CaseModel
import TerminalUI

/// That a case is put off: until when, what falls due meanwhile, and who put it off.
struct PageSnooze {
    private let until: Timestamp
    private let event: CaseEvent?
    private let promise: Timestamp?
    private let clocks: ClockFacts

    /// Nil for a case that is over, or in sight.
    init?(_ file: CaseFile, at now: Timestamp) {
        guard file.item.status.isOpen, let until = file.item.snoozedUntil, until > now else { return nil }
        self.until = until
        event = file.snooze
        promise = file.item.promisedUpdate
        clocks = ClockFacts(file.item)
    }

    /// One line under its label; what has no room is left out, who put it off first.
    func line(_ look: TimelineLook) -> StyledLine {
        var line = StyledLine(Shown("Snooze").padded(to: 7), .dim)
        line.add(Shown("put off until \(look.shortWords(until)), \(Span.long(until - look.now))"))
        let who = event.map { "by \($0.actor.name) \(look.shortWords($0.at))" }
        for (words, role) in [owed(look), who.map { ($0, Role.text) }].compactMap({ $0 }) {
            let part = Shown(words, upTo: 120)
            guard line.width + 3 + part.width <= look.width else { continue }
            line.add(" " + look.glyphs.shown(.dot) + " ", .dim)
            line.add(part, role)
        }
        return line
    }

    /// What is owed to the customer while it is out of sight; a promise that a person gave goes before a clock.
    private func owed(_ look: TimelineLook) -> (String, Role)? {
        if let promise {
            let late = promise < look.now ? ", overdue" : promise < until ? ", before that" : ""
            return ("update promised for \(look.shortWords(promise))\(late)", promise < until ? .warn : .text)
        }
        let next = clocks.next
        guard next.isOwed, let due = next.due, due < until else { return nil }
        let what = next == clocks.response ? "first response" : "follow-up"
        return ("\(what) due \(look.shortWords(due)), \(due < look.now ? "overdue" : "before that")", .warn)
    }
}

/// Whose turn it is after a case was handed over: the centre that has it, who is on duty there, and what was said.
struct PageHandOver {
    private let event: CaseEvent
    private let center: String
    private let from: String?
    /// Who is on duty there, the longest words first.
    private let duty: [String]
    /// Whether somebody of that centre answers for it.
    private let isTaken: Bool
    private let hasOwner: Bool

    /// Nil for a case that is over, and for one that nobody handed over.
    init?(_ file: CaseFile, _ agents: [Agent], _ book: PolicyBook, _ look: TimelineLook) {
        guard file.item.status.isOpen, let code = file.item.center, let event = file.handOver else { return nil }
        self.event = event
        // The city is enough: a line has to tell who is there as well.
        func city(_ code: String) -> String {
            let name = file.names.words(code, of: .center)
            return name.split(separator: ",").first.map(String.init) ?? name
        }
        center = city(code)
        from = event.changes.first { $0.field == .center }?.old.map(city)
        let there = agents.filter { $0.active && $0.center == code }
        isTaken = there.contains { $0.id == file.item.owner }
        hasOwner = file.item.owner != nil
        let policy = book.inForce
        let present = there.map { ($0, policy.presence(of: $0, at: look.now, zones: book.zones)) }
        let onDuty = present.filter { $0.1.isOnShift }.map(\.0.name)
        if onDuty.isEmpty {
            let next = present.compactMap(\.1.next).min()
            duty = ["nobody on duty" + (next.map { " until \(look.shortWords($0))" } ?? ""), "nobody on duty"]
        } else {
            func words(_ count: Int) -> String {
                let more = onDuty.count > count ? " and \(onDuty.count - count) more" : ""
                return "on duty " + onDuty.prefix(count).joined(separator: ", ") + more
            }
            duty = [words(3), words(2), words(1), "\(onDuty.count) on duty"]
        }
    }

    /// Who has it and who is there; then what was said, as long as nobody there took it.
    func lines(_ look: TimelineLook) -> [StyledLine] {
        var line = StyledLine(Shown("Centre").padded(to: 7), .dim)
        line.add(Shown(center, upTo: 40))
        let turn = isTaken ? nil : hasOwner ? "owner elsewhere" : "no owner"
        let by = "by \(event.actor.name) \(look.shortWords(event.at))"
        let whence = from.map { ["from \($0) \(by)"] } ?? []
        for (choices, role) in [(turn.map { [$0] } ?? [], Role.warn), (duty, .text), (whence + [by], .text)] {
            let parts = choices.map { Shown($0, upTo: 120) }
            guard let part = parts.first(where: { line.width + 3 + $0.width <= look.width }) else { continue }
            line.add(" " + look.glyphs.shown(.dot) + " ", .dim)
            line.add(part, role)
        }
        guard !isTaken, let text = event.text else { return [line] }
        var note = StyledLine(.blanks(7))
        let room = max(12, look.width - 7)
        let words = Shown("\(event.actor.name): \(text)", upTo: room + 1)
        note.add(words.truncated(to: room, ellipsis: look.glyphs[.ellipsis]))
        return [line, note]
    }
}
