internal import CaseModel

extension Story {
    /// Goes on until the case stands where it shall.
    mutating func run(to goal: Status) {
        guard goal != .new, wait(4...90) else { return }
        let clerk = staff.member(of: "Customer Service", &dice)
        if goal == .held {
            tell(clerk, .changed, [.status: Status.held.rawValue], "No active contract found for this product.")
            return
        }
        tell(clerk, .moved, [.status: Status.open.rawValue, .queue: queue])
        guard goal != .open, begin(), work() else { return }
        switch goal {
        case .cust: ask(isAnswered: false)
        case .vendor: park(.vendor, "Third party's ticket T-\(dice.number(10_000...99_999)) is open.")
        case .hold: park(.hold, "The customer's change window is next week.")
        case .review: park(.review, "A second pair of eyes on the trace, please.")
        case .esc, .eng: escalate(goal)
        case .solved, .closed, .denied: finish(goal)
        default: break
        }
    }

    /// An engineer takes it and answers.
    private mutating func begin() -> Bool {
        guard wait(severity == .one ? 1...8 : 10...240) else { return false }
        tell(owner, .taken, [.owner: owner, .status: Status.wip.rawValue])
        guard wait(severity == .one ? 1...6 : 5...120) else { return false }
        tell(owner, .replied, [:], say(tongue.greetings))
        return true
    }

    /// Notes, questions and answers; some cases need more of it.
    private mutating func work() -> Bool {
        if dice.chance(250), !topic.tags.isEmpty { tell(owner, .changed, [.tags: dice.pick(topic.tags)]) }
        for _ in 0..<dice.weighted([30, 40, 20, 10]) {
            guard wait(20...900) else { return false }
            if dice.chance(450) {
                tell(owner, .noted, [:], say(Story.notes))
            } else if !ask(isAnswered: true) {
                return false
            }
        }
        if severity != .four, dice.chance(60) {
            guard wait(30...600) else { return false }
            let milder = Severity(rawValue: severity.rawValue + 1) ?? .four
            tell(owner, .changed, [.severity: milder.code], say(Story.milder))
        }
        return true
    }

    @discardableResult
    private mutating func ask(isAnswered: Bool) -> Bool {
        guard wait(15...400) else { return false }
        let due = clock + 2 * 86_400
        let item = nextItem()
        let words = say(tongue.asks)
        tell(owner, .asked, [item: "open \(topic.request) \(due)", .status: Status.cust.rawValue], words)
        guard isAnswered else { return true }
        guard wait(60...2200) else { return false }
        tell(caller, .replied, [:], say(tongue.answers))
        guard wait(5...200) else { return false }
        tell(owner, .settled, [item: "done \(topic.request) \(due)", .status: Status.wip.rawValue])
        return true
    }

    private mutating func park(_ status: Status, _ words: String) {
        guard wait(60...1200) else { return }
        tell(owner, .changed, [.status: status.rawValue], words)
    }

    private mutating func escalate(_ goal: Status) {
        guard wait(60...1200) else { return }
        tell(owner, .escalated, [.status: Status.esc.rawValue, .queue: "Escalation"], say(Story.summaries))
        guard goal == .eng, wait(120...1500) else { return }
        let senior = staff.member(of: "Escalation", &dice)
        tell(senior, .changed, [.status: Status.eng.rawValue], "Reproduced in the lab; with development now.")
    }

    private mutating func finish(_ goal: Status) {
        guard wait(30...2000) else { return }
        tell(owner, .replied, [:], say(tongue.fixes))
        tell(owner, .changed, [.status: Status.solved.rawValue])
        guard goal != .solved, wait(120...4000) else { return }
        if goal == .denied {
            let words = "Updates have been available since spring and were not installed."
            tell(owner, .changed, [.status: Status.denied.rawValue], words)
            return
        }
        let reasons: [ClosureReason] = [.resolved, .noResponse, .customerAuthorised, .withdrawn, .exhausted]
        let reason = reasons[dice.weighted([80, 8, 6, 4, 2])]
        if reason == .resolved || reason == .customerAuthorised {
            tell(caller, .replied, [:], say(tongue.thanks))
            guard wait(5...300) else { return }
        }
        tell(
            owner, .closed,
            [
                .status: Status.closed.rawValue, .closureReason: reason.rawValue,
                .closedAt: clock.description,
            ])
    }

    /// What engineers note for themselves, in the language of the centre.
    private static let notes = [
        "Seen before with {version}: look at the idle timer on {host} first.",
        "Trace shows {code} a second before the drop. Nothing odd on the client's side.",
        "Called back, nobody there. Trying again in the afternoon.",
        "{host} has two entries for the same address. Asking the customer before touching it.",
        "Lab runs {version} now; could not make it happen in {minutes} minutes.",
        "Customer's change record mentions {host}. That may be it.",
    ]

    private static let milder = [
        "A workaround is in place, agreed with the customer on the phone.",
        "Only {place} is still affected; the customer agrees to the lower level.",
    ]

    private static let summaries = [
        "{product} {version}: {code} under load, two traces attached, workaround fails after {minutes} minutes.",
        "All steps of the guide done on {host}. No progress for two days; customer asks for escalation.",
    ]
}
