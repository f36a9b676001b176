import CaseModel
import ClockOracle

/// A case as both sides see it.
struct TwinCase {
    let opened: Int
    let rule: TwinRule
    let fate: [Happening]
    let calendars: [TwinCalendar]

    /// The model's clock.
    var clock: ResponseClock {
        var clock = ResponseClock(.firstResponse)
        clock.add(ClockEvent(at: instant(opened), seq: 1, .opened(model(rule))))
        for (place, happening) in fate.enumerated() {
            switch happening {
            case .paused(let at): clock.add(ClockEvent(at: instant(at), seq: place + 2, .paused))
            case .resumed(let at): clock.add(ClockEvent(at: instant(at), seq: place + 2, .resumed))
            case .rule(let at, let rule):
                clock.add(ClockEvent(at: instant(at), seq: place + 2, .ruleChanged(model(rule))))
            }
        }
        return clock
    }

    /// What the oracle expects.
    var verdict: Verdict {
        var rule = rule
        var pauses: [(from: Int, to: Int?)] = []
        for happening in fate {
            switch happening {
            case .paused(let at): pauses.append((at, nil))
            case .resumed(let at): pauses[pauses.count - 1].to = at
            case .rule(_, let next): rule = next
            }
        }
        return Verdict(self, rule, pauses)
    }

    private func instant(_ seconds: Int) -> Timestamp { Timestamp(seconds: Int64(seconds)) }

    private func model(_ rule: TwinRule) -> ClockRule {
        ClockRule(target: rule.target, coverage: rule.coverage, calendar: calendars[rule.calendar].model)
    }
}

/// The oracle's answer about a case.
struct Verdict {
    /// When it is due; nil while it stands still.
    let due: Int?
    /// The seconds that must count.
    let total: Int
    private let calendar: MinuteCalendar
    private let always: Bool
    private let pauses: [(from: Int, to: Int?)]
    private let opened: Int

    init(_ twin: TwinCase, _ rule: TwinRule, _ pauses: [(from: Int, to: Int?)]) {
        calendar = twin.calendars[rule.calendar].oracle
        always = rule.coverage == .always
        opened = twin.opened
        self.pauses = pauses
        let amount = rule.target.amount
        switch rule.target.unit {
        case .minutes: total = amount * 60
        case .hours, .businessHours: total = amount * 3600
        case .businessDays:
            let due: Int
            if always {
                let local = calendar.zone.local(opened) + amount * 86_400
                due = calendar.zone.instant(local: local / 60) * 60 + local % 60
            } else {
                due = calendar.businessDays(amount, from: opened)
            }
            let whole = Verdict.counted(calendar, always, from: opened, to: due, pauses: [])
            total = whole
            let isTouched = Verdict.counted(calendar, always, from: opened, to: due, pauses: pauses) < whole
            if !isTouched {
                self.due = due
                return
            }
        }
        switch calendar.walk(from: opened, seconds: total, always: always, pauses: pauses) {
        case .usedUp(let second): due = second
        case .left: due = nil
        }
    }

    /// The seconds that have counted by a second.
    func elapsed(by second: Int) -> Int {
        Verdict.counted(calendar, always, from: opened, to: second, pauses: pauses)
    }

    private static func counted(
        _ calendar: MinuteCalendar, _ always: Bool, from: Int, to end: Int, pauses: [(from: Int, to: Int?)]
    ) -> Int {
        guard from < end else { return 0 }
        let most = end - from + 1
        if case .left(let left) = calendar.walk(from: from, seconds: most, always: always, pauses: pauses, end: end) {
            return most - left
        }
        return 0
    }

    /// Whether a step of a sum is what the oracle marked: open throughout where it counted, else closed or paused.
    func agrees(with step: ClockSum.Step) -> Bool {
        if case .paused(_, let until) = step.reason {
            return pauses.contains { Int64($0.from) <= step.from.seconds && (($0.to == nil) == (until == nil)) }
        }
        let minutes = Int(step.from.seconds) / 60..<(Int(step.to.seconds) + 59) / 60
        return minutes.allSatisfy { (always || calendar.isOpen(minute: $0)) == (step.reason == .counted) }
    }
}
