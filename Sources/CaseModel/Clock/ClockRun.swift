/// A stretch in which a clock stands still, and the events that began and ended it.
struct ClockPause: Equatable, Sendable {
    var from: Timestamp
    var by: Int
    /// When it ended; nil while it lasts.
    var to: Timestamp?
    var until: Int?
}

/// One run of a clock: when it began, what it runs by, and when it stood still.
struct ClockRun: Equatable, Sendable {
    /// Where a run leads.
    enum End: Equatable {
        case due(DueTime)
        /// It stands still before the target is used up.
        case paused
    }

    let rule: ClockRule
    let start: Timestamp
    /// Ascending, without overlaps, none of them empty; only the last may last still.
    let pauses: [ClockPause]

    /// A run from pauses in the order they began.
    init(_ rule: ClockRule, from start: Timestamp, pauses: [ClockPause] = []) {
        self.rule = rule
        self.start = start
        var clear: [ClockPause] = []
        var free = start
        for var pause in pauses.sorted(by: { $0.from < $1.from }) {
            pause.from = max(pause.from, free)
            guard pause.to.map({ $0 > pause.from }) ?? true else { continue }
            clear.append(pause)
            guard let to = pause.to else { break }
            free = to
        }
        self.pauses = clear
    }

    /// When the target is used up, pauses left out.
    var end: End {
        if pauses.isEmpty { return .due(rule.due(from: start)) }
        if rule.target.unit == .businessDays {
            let unpaused = rule.due(from: start)
            guard let due = unpaused.instant, pausesTake(before: due) else { return .due(unpaused) }
        }
        guard let total else { return .due(rule.due(from: start)) }
        var left = total
        for stretch in running(until: nil) {
            switch rule.count(left, from: stretch.from.seconds, to: stretch.to?.seconds ?? .max) {
            case .usedUp(let instant): return .due(.at(Timestamp(seconds: instant)))
            case .never(let reason): return .due(.never(reason))
            case .left(let rest): left = rest
            }
        }
        return .paused
    }

    /// The seconds that must count before the target is used up; nil when that never happens.
    ///
    /// Business days are as long as their hours from the beginning to the due time that no pause has moved.
    var total: Int64? {
        if let seconds = rule.target.seconds { return seconds }
        return rule.due(from: start).instant.map { rule.counted(from: start, to: $0) }
    }

    /// The seconds that have counted by an instant.
    func elapsed(by instant: Timestamp) -> Int64 {
        running(until: instant).reduce(0) { $0.adding(rule.counted(from: $1.from, to: $1.to ?? instant)) }
    }

    /// The stretches between the pauses; the last is without an end where none is given and no pause lasts.
    func running(until instant: Timestamp?) -> [(from: Timestamp, to: Timestamp?)] {
        var result: [(from: Timestamp, to: Timestamp?)] = []
        var from = start
        for pause in pauses {
            if let instant, pause.from >= instant { break }
            if pause.from > from { result.append((from, pause.from)) }
            guard let to = pause.to else { return result }
            from = to
        }
        if instant.map({ from < $0 }) ?? true { result.append((from, instant)) }
        return result
    }

    /// Whether pauses take counted time away before an instant.
    private func pausesTake(before instant: Timestamp) -> Bool {
        pauses.contains { rule.counted(from: $0.from, to: min($0.to ?? instant, instant)) > 0 }
    }
}
