// The worked sum of a run.

extension ClockRule {
    /// The worked sum of a clock that begins at an instant and never stands still; no steps where it is never due.
    public func sum(from opened: Timestamp) -> ClockSum {
        ClockRun(self, from: opened).sum(asFarAs: opened)
    }
}

extension ClockRun {
    /// The stretches from the beginning to the due time, or to another instant where that is not known.
    func sum(asFarAs instant: Timestamp) -> ClockSum {
        var due: DueTime?
        if case .due(let known) = end { due = known }
        let last = due?.instant ?? max(instant, start)
        var writer = StepWriter(rule: rule, cursor: start)
        for pause in pauses where pause.from < last {
            writer.addHours(to: pause.from)
            writer.add(.paused(by: pause.by, until: pause.until), to: min(pause.to ?? last, last))
        }
        writer.addHours(to: last)
        return ClockSum(rule: rule, opened: start, due: due?.instant, never: due?.never, steps: writer.steps())
    }
}

/// Writes the steps of a sum one after the other, joining those with one reason.
private struct StepWriter {
    let rule: ClockRule
    var cursor: Timestamp
    private var stretches: [(from: Timestamp, to: Timestamp, reason: ClockSum.Reason)] = []

    init(rule: ClockRule, cursor: Timestamp) {
        self.rule = rule
        self.cursor = cursor
    }

    mutating func add(_ reason: ClockSum.Reason, to end: Timestamp) {
        guard end > cursor else { return }
        if let last = stretches.last, last.reason == reason {
            stretches[stretches.count - 1].to = end
        } else {
            stretches.append((cursor, end, reason))
        }
        cursor = end
    }

    /// Adds what the cover makes of the time up to an instant.
    mutating func addHours(to end: Timestamp) {
        guard end > cursor else { return }
        let calendar = rule.calendar
        guard rule.coverage == .business, var walk = OpenHours(calendar, from: cursor.seconds) else {
            return add(rule.coverage == .always ? .counted : .outsideHours, to: end)
        }
        while cursor < end, walk.day <= QuietDays.last {
            let today = walk.open()
            let closed = reasonToRest(on: walk.day)
            for shift in today.shifts {
                let opens = Timestamp(seconds: today.base) + Int64(shift.from)
                add(closed, to: min(opens, end))
                add(.counted, to: min(opens + Int64(shift.to - shift.from), end))
            }
            add(closed, to: min(calendar.zone.start(of: CivilDay(daysSince1970: walk.day + 1)), end))
            walk.advance()
        }
        add(.outsideHours, to: end)
    }

    /// Why the hours of a local day without any are closed.
    private func reasonToRest(on number: Int64) -> ClockSum.Reason {
        let day = CivilDay(daysSince1970: number)
        if let name = rule.calendar.holidays[day] { return .holiday(name) }
        return rule.calendar.hours.shifts(on: day.weekday).isEmpty ? .noHours : .outsideHours
    }

    /// The steps, each with the changes of the clocks within it.
    func steps() -> [ClockSum.Step] {
        let zone = rule.calendar.zone
        var before = stretches.first.map { zone.offset(at: $0.from) } ?? 0
        return stretches.map { stretch in
            let after = zone.offset(at: stretch.to - 1)
            defer { before = after }
            return ClockSum.Step(
                from: stretch.from, to: stretch.to, counted: stretch.reason == .counted ? stretch.to - stretch.from : 0,
                reason: stretch.reason, clockChange: after.subtracting(before))
        }
    }
}
