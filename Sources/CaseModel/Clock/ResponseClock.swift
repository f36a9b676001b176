/// A clock that waits for an answer, computed from the history of a case alone.
///
/// Replaying a history gives the same clock, and adding a proposed event to it tells what the event would do.
public struct ResponseClock: Equatable, Sendable {
    /// What a clock waits for.
    public enum Kind: Sendable {
        /// The first outward answer by a human after the opening; nothing starts it twice (domain 2.3).
        case firstResponse
        /// The next such answer after the customer's last word, once the first response was given (domain 2.3).
        case followUp
    }

    /// The end of a run: what happens later does not change it.
    private struct Answer: Equatable {
        let at: Timestamp
        /// Nil where no rule gave it a clock.
        let run: ClockRun?
    }

    private let kind: Kind
    private var rule: ClockRule?
    private var start: Timestamp?
    private var answer: Answer?
    private var wasAnswered = false
    /// Waits and ends that are over.
    private var pauses: [ClockPause] = []
    private var wait: ClockPause?
    private var stop: ClockPause?
    private var promises: [ClockPromise] = []

    /// Replays events in the order of the history.
    public init(_ kind: Kind, events: [ClockEvent] = []) {
        self.kind = kind
        for event in events { add(event) }
    }

    /// Adds what happened next.
    public mutating func add(_ event: ClockEvent) {
        switch event.kind {
        case .opened(let new):
            rule = new
            if kind == .firstResponse, start == nil { begin(event) }
        case .ruleChanged(let new):
            rule = new
            promise(event)
        case .asked:
            if kind == .followUp, wasAnswered { begin(event) }
        case .paused:
            if wait == nil { wait = ClockPause(from: event.at, by: event.seq) }
        case .resumed:
            end(\.wait, event)
        case .answered(let outward, let human):
            if outward, human { finish(event) }
        case .stopped:
            if stop == nil { stop = ClockPause(from: event.at, by: event.seq) }
        case .reopened:
            // The time between counts as a pause; a clock that was answered does not start again.
            end(\.stop, event)
        }
    }

    /// How the clock stands at an instant.
    public func state(at now: Timestamp) -> ClockState {
        guard let run else {
            return ClockState(phase: .none, due: nil, never: nil, promises: promises, elapsed: 0, remaining: nil)
        }
        let elapsed = run.elapsed(by: last(now))
        guard case .due(let due) = run.end else {
            return ClockState(
                phase: stop == nil ? .paused : .stopped, due: nil, never: nil, promises: promises, elapsed: elapsed,
                remaining: run.total?.subtracting(elapsed))
        }
        return ClockState(
            phase: phase(now, due: due, rule: run.rule), due: due.instant, never: due.never, promises: promises,
            elapsed: elapsed, remaining: due.never == nil ? run.total?.subtracting(elapsed) : nil)
    }

    /// How it stands after the last event, whatever the time is; nil where the event history gives it no clock.
    var face: ClockFace {
        guard let run else { return .none }
        let words = run.rule.target.description
        guard case .due(let due) = run.end else {
            return ClockFace(phase: stop == nil ? .paused : .stopped, due: nil, lateFrom: nil, target: words)
        }
        let late = due.instant.map { run.rule.target.isMet(by: $0, due: $0) ? $0 + 1 : $0 }
        let end = answer?.at ?? stop?.from
        let phase: ClockState.Phase =
            if let end {
                late.map { end >= $0 } ?? false ? .breached : answer != nil ? .met : .stopped
            } else {
                .running
            }
        return ClockFace(phase: phase, due: due.instant, lateFrom: late, target: words)
    }

    /// The worked sum: from the beginning to the due time, or as far as it is known; nil where there is no clock.
    public func sum(at now: Timestamp) -> ClockSum? {
        run?.sum(asFarAs: last(now))
    }

    /// The run that is judged: as it was when it was answered, else as it is.
    private var run: ClockRun? {
        if let answer { return answer.run }
        guard let rule, let start else { return nil }
        return ClockRun(rule, from: start, pauses: pauses + (wait.map { [$0] } ?? []))
    }

    private func last(_ now: Timestamp) -> Timestamp { over ?? now }

    /// When it was answered, or ended without an answer; nil while somebody may still answer.
    public var over: Timestamp? { answer?.at ?? stop?.from }

    private func phase(_ now: Timestamp, due: DueTime, rule: ClockRule) -> ClockState.Phase {
        let isInTime = due.instant.map { rule.target.isMet(by: last(now), due: $0) } ?? true
        if !isInTime { return .breached }
        return answer != nil ? .met : stop != nil ? .stopped : .running
    }
}

extension ResponseClock {
    private mutating func begin(_ event: ClockEvent) {
        start = event.at
        answer = nil
        promise(event)
    }

    private mutating func end(_ pause: WritableKeyPath<Self, ClockPause?>, _ event: ClockEvent) {
        guard var ended = self[keyPath: pause] else { return }
        self[keyPath: pause] = nil
        ended.to = event.at
        ended.until = event.seq
        pauses.append(ended)
        promise(event)
    }

    private mutating func finish(_ event: ClockEvent) {
        wasAnswered = true
        guard answer == nil, let start else { return }
        // An answer to a clock that stands still ends the wait for this run; the next one begins in it.
        let lasting = wait
        end(\.wait, event)
        answer = Answer(at: max(start, event.at), run: run)
        if let lasting {
            wait = lasting
            pauses.removeLast()
        }
    }

    /// Notes the due time as it is after an event, if that is news.
    private mutating func promise(_ event: ClockEvent) {
        guard answer == nil, start != nil else { return }
        let last = promises.last { $0.isInForce }
        var next: ClockPromise?
        if let run {
            var due: Timestamp?
            if case .due(let known) = run.end { due = known.instant }
            next = ClockPromise(madeBy: event.seq, madeAt: event.at, rule: run.rule, started: run.start, due: due)
        }
        // The end of a pause promises anew only what it moved.
        if case .ruleChanged = event.kind {
        } else if let last, let next, (last.due, last.started) == (next.due, next.started) {
            return
        }
        if last != nil {
            promises[promises.count - 1].replacedBy = event.seq
            promises[promises.count - 1].replacedAt = event.at
        }
        if let next { promises.append(next) }
    }
}
