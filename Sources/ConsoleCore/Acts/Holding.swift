import TerminalUI

extension ConsoleState {
    /// Whether what is typed has to wait: for the next step of an act, or for what the store says to a line, a frame or
    /// a form.
    var isHolding: Bool {
        work.isHolding || overlays.contains { ($0.input?.sending ?? .none) != .none }
    }

    /// What was typed while an answer was waited for: Esc stops the waiting, everything else comes later.
    mutating func hold(_ message: Message) -> [Effect] {
        if message == .key(Keyboard.sleep) { return [.suspend] }
        guard message == .key(.escape) || message == .key(Keyboard.cancel) else {
            if work.held.count < 1000 { work.held.append(message) }
            return []
        }
        work.held = []
        let (before, under) = (work.journeys.count, work.journeys.filter { !$0.value.waits })
        work.journeys = under
        if under.count < before { notice = .untaken }
        for ticket in under.keys {
            work.journeys[ticket]?.left = 0
            work.journeys[ticket]?.isStopped = true
        }
        guard let ticket = work.searches.keys.first else { return [] }
        work.searches = [:]
        notice = Notice("Stopped; nothing was changed.", .info)
        return [.cancel(ticket)]
    }
}
