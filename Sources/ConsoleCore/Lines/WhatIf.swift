import CaseModel

/// What the clock of a case would say after a change, beside what it says now.
///
/// It is the clock of the first response until that was given, then the one of the next answer.
struct WhatIf {
    private let clocks: CaseClocks
    private let now: Timestamp
    private let words: (Timestamp) -> String
    private let isBrief: Bool

    /// - Parameters:
    ///   - isBrief: only when it would be due is told, as there is no room for more.
    ///   - words: an instant as the person reads it.
    init?(
        _ file: CaseFile?, _ book: PolicyBook?, at now: Timestamp, isBrief: Bool,
        words: @escaping (Timestamp) -> String
    ) {
        guard let file, let book else { return nil }
        do throws(ValueProblem) {
            clocks = try CaseClocks(of: file.item.id, file.events, book)
        } catch {
            // A history with a value that fits no field has no clocks to tell; `why` says which value it is.
            return nil
        }
        self.now = now
        self.isBrief = isBrief
        self.words = words
    }

    /// The clock after the changes and now: `due 14:15, 12m left; now 15:45`; nil where there is none either time.
    func outlook(_ changes: [FieldChange]) -> String? {
        let after: CaseClocks
        do throws(ValueProblem) {
            after = try clocks.after(changes, at: now)
        } catch {
            return nil
        }
        let (then, present) = (state(after), state(clocks))
        guard then.phase != .none || present.phase != .none else { return nil }
        if (then.phase, then.due, then.remaining) == (present.phase, present.due, present.remaining) {
            return isBrief ? "clock as now" : "clock as now: \(long(then))"
        }
        return isBrief ? brief(then) : "\(long(then)); now \(short(present))"
    }

    private func state(_ clocks: CaseClocks) -> ClockState {
        let clock = self.clocks.item.firstResponseAt == nil ? clocks.response : clocks.followUp
        return clock.state(at: now)
    }

    private func long(_ state: ClockState) -> String {
        guard let due = state.due, state.phase == .running || state.phase == .breached else { return short(state) }
        // As the clock line tells it: by the clock on the wall, not by hours that count.
        let left = due - now
        return "due \(words(due)), " + (left < 0 ? "overdue \(Span.long(-left))" : "\(Span.long(left)) left")
    }

    private func brief(_ state: ClockState) -> String {
        guard let due = state.due, state.phase == .running || state.phase == .breached else { return short(state) }
        return due < now ? "overdue \(Span.long(now - due))" : "due \(words(due))"
    }

    private func short(_ state: ClockState) -> String {
        switch state.phase {
        case .running, .breached: state.due.map(words) ?? "never due"
        case .none: "no clock"
        case .paused, .met, .stopped: state.phase.rawValue
        }
    }
}
