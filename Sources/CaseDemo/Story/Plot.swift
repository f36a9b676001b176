internal import CaseModel

extension Story {
    /// Goes on until the case stands where it shall.
    mutating func run(to goal: Goal) {
        guard goal != .logged, wait(4...90) else { return }
        let clerk = staff.member(of: "Customer Service", &dice)
        if goal == .doubted {
            tell(clerk, .changed, [.status: script.status(.doubted)], "No active contract found for this product.")
            return
        }
        tell(clerk, .moved, [.status: script.status(.queued), .queue: queue])
        guard goal != .queued, begin(), work() else { return }
        switch goal {
        case .asked: ask(isAnswered: false)
        case .vendor: park(.vendor, "Third party's ticket T-\(dice.number(10_000...99_999)) is open.")
        case .rest: park(.rest, "The customer's change window is next week.")
        case .review: park(.review, "A second pair of eyes on the trace, please.")
        case .escalated, .analysed: escalate(goal)
        case .offered, .closed, .denied: finish(goal)
        default: break
        }
    }

    /// An engineer takes it and answers.
    private mutating func begin() -> Bool {
        guard wait(severity.isCritical ? 1...8 : 10...240) else { return false }
        tell(owner, .taken, [.owner: owner, .status: script.status(.worked)])
        guard wait(severity.isCritical ? 1...6 : 5...120) else { return false }
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
        if severity != script.words.mildest, dice.chance(60) {
            guard wait(30...600) else { return false }
            let milder = script.words.severity(rank: severity.rank + 1) ?? script.words.mildest
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
        tell(
            owner, .asked,
            [item: "open \(topic.request) \(due)", .status: script.status(.asked)]
                .merging(script.given(.asked, topic.request, until: due)) { a, _ in a }, words)
        guard isAnswered else { return true }
        guard wait(60...2200) else { return false }
        tell(caller, .replied, [:], say(tongue.answers))
        guard wait(5...200) else { return false }
        tell(owner, .settled, [item: "done \(topic.request) \(due)", .status: script.status(.worked)])
        return true
    }

    private mutating func park(_ goal: Goal, _ words: String) {
        guard wait(60...1200) else { return }
        let given = script.given(goal, words, until: clock + 7 * 86_400)
        tell(owner, .changed, [.status: script.status(goal)].merging(given) { a, _ in a }, words)
    }

    private mutating func escalate(_ goal: Goal) {
        guard wait(60...1200) else { return }
        tell(owner, .escalated, [.status: script.status(.escalated), .queue: "Escalation"], say(Story.summaries))
        guard goal == .analysed, wait(120...1500) else { return }
        let senior = staff.member(of: "Escalation", &dice)
        tell(senior, .changed, [.status: script.status(.analysed)], "Reproduced in the lab; with development now.")
    }

    private mutating func finish(_ goal: Goal) {
        guard wait(30...2000) else { return }
        tell(owner, .replied, [:], say(tongue.fixes))
        tell(owner, .changed, [.status: script.status(.offered)])
        guard goal != .offered, wait(120...4000) else { return }
        if goal == .denied {
            let words = "Updates have been available since spring and were not installed."
            tell(owner, .changed, [.status: script.status(.denied)], words)
            return
        }
        let reasons = ["resolved", "no-response", "customer-authorised", "withdrawn", "exhausted"]
        let reason = reasons[dice.weighted([80, 8, 6, 4, 2])]
        if reason == "resolved" || reason == "customer-authorised" {
            tell(caller, .replied, [:], say(tongue.thanks))
            guard wait(5...300) else { return }
        }
        tell(
            owner, .closed,
            [
                .status: script.status(.closed), .closureReason: script.closure(reason),
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
