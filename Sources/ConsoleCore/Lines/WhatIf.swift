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

    /// The clock after the changes and now: `due 14:15, 12m left; now due 15:45`; nil where there is none either time.
    func outlook(_ changes: [FieldChange]) -> String? {
        let after: CaseClocks
        do throws(ValueProblem) {
            after = try clocks.after(changes, at: now)
        } catch {
            return nil
        }
        let (then, present) = (state(after), state(clocks))
        guard then.phase != .none || present.phase != .none else { return nil }
        if then == present {
            return isBrief ? "clock as now" : "clock as now: \(long(then))"
        }
        return isBrief ? brief(then) : "\(long(then)); \(standing(present))"
    }

    private func state(_ clocks: CaseClocks) -> Owed {
        let isAnswered = self.clocks.item.firstResponseAt != nil
        let state = (isAnswered ? clocks.followUp : clocks.response).state(at: now)
        let owed = Owed(phase: state.phase, due: state.due, remaining: state.remaining)
        // What a person promised is due before a later clock of the next answer, as the queues have it.
        guard isAnswered, clocks.item.status.isOpen, let promise = clocks.item.promisedUpdate, state.phase != .stopped,
            !owed.runs || (state.due.map { promise < $0 } ?? true)
        else { return owed }
        return Owed(phase: .running, due: promise, remaining: promise - now)
    }

    private func long(_ owed: Owed) -> String {
        guard let due = owed.due, owed.runs else { return short(owed) }
        // As the clock line tells it: by the clock on the wall, not by hours that count.
        let left = due - now
        return "due \(words(due)), " + (left < 0 ? "overdue \(Span.long(-left))" : "\(Span.long(left)) left")
    }

    private func brief(_ owed: Owed) -> String {
        guard let due = owed.due, owed.runs else { return short(owed) }
        return due < now ? "overdue \(Span.long(now - due))" : "due \(words(due))"
    }

    /// How the clock stands as it is: `now due 15:45`, `now paused`.
    private func standing(_ owed: Owed) -> String {
        let isDue = owed.runs && owed.due != nil
        return "now \(isDue ? "due " : "")\(short(owed))"
    }

    private func short(_ owed: Owed) -> String {
        switch owed.phase {
        case .running, .breached: owed.due.map(words) ?? "never due"
        case .none: "no clock"
        case .paused, .met, .stopped: owed.phase.rawValue
        }
    }
}

/// What is due next of a case, and how much of the time for it is left.
private struct Owed: Equatable {
    var phase: ClockState.Phase
    var due: Timestamp?
    var remaining: Int64?

    var runs: Bool { phase == .running || phase == .breached }
}
