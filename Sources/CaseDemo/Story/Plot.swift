internal import CaseModel

extension Story {
    /// Goes on until the case stands where it shall.
    ///
    /// - Parameter first: when the first steps are taken; without them they take what they take.
    mutating func run(to goal: Goal, _ first: FirstSteps?) {
        // Nobody has looked at it yet, and nobody is late.
        if goal == .logged, (first?.answered ?? now) >= now { return }
        guard reach(first?.moved, 4...90) else { return }
        let clerk = staff.member(of: "Customer Service", &dice)
        let isCovered = company.isCovered(on: LocalTime(steps.clock, offset: 0).day)
        if goal == .doubted || !isCovered && dice.chance(120) {
            let flags: [CaseField: String?] = isCovered ? [:] : script.unverified.map { [.flags: $0] } ?? [:]
            tell(
                clerk, .changed, [.status: script.status(.doubted)].merging(flags) { a, _ in a },
                isCovered ? "The caller is not known to open cases; asking the customer." : Story.noCover)
            guard reach(first?.answered, 20...200) else { return }
            tell(clerk, .replied, [:], Story.verifying)
            // Nobody waits for such an answer for months.
            let isOver = goal == .closed || goal == .denied || clock < now - 21 * 86_400
            if isOver, wait(900...5000) { close(by: clerk, "not-entitled", [:]) }
            return
        }
        tell(clerk, .moved, [.status: script.status(.queued), .queue: queue])
        if goal == .queued || goal == .logged {
            // Whoever waits longer than it may take was told so much.
            if reach(first?.answered, 30...400) { tell(clerk, .replied, [:], tongue.received) }
            return
        }
        guard begin(first), work() else { return }
        switch goal {
        case .asked: ask(isAnswered: false)
        case .vendor:
            let ticket = "T-\(dice.number(10_000...99_999))"
            park(.vendor, "Third party's ticket \(ticket) is open.", [Story.thirdParty, ticket])
        case .rest: park(.rest, "The customer's change window is next week.")
        case .review: park(.review, "A second pair of eyes on the trace, please.")
        case .escalated, .analysed: escalate(goal)
        case .offered, .closed, .denied: finish(goal)
        default: break
        }
    }

    /// Says how it goes where a critical case was not touched for a day.
    mutating func keepBurning() {
        guard severity.isCritical, entries.last?.action != .closed, clock < now - 86_400 else { return }
        guard reach(now - Int64(dice.number(40...1300) * 60)) else { return }
        let actor = steps.isTaken ? owner : staff.member(of: "Customer Service", &dice)
        tell(actor, .noted, [:], Story.burning)
    }

    /// Lets time pass until an instant, or so many minutes where none is known.
    private mutating func reach(_ time: Timestamp?, _ minutes: ClosedRange<Int>) -> Bool {
        time.map { reach($0) } ?? wait(minutes)
    }

    /// An engineer takes it and answers.
    private mutating func begin(_ first: FirstSteps?) -> Bool {
        guard reach(first?.taken, severity.isCritical ? 1...8 : 10...240) else { return false }
        var values: [CaseField: String?] = [.owner: owner, .status: script.status(.worked)]
        // Some go to where the sun is up.
        var sun = dice
        if let center = staff.center(of: owner, for: company, isAway: sun.chance(120)) { values[.center] = center }
        if severity.isCritical, script.hasCommander(cast.plan), let name = staff.commander(of: company.number) {
            values[.criticalSituationManager] = name
        }
        tell(owner, .taken, values)
        guard reach(first?.answered, severity.isCritical ? 1...6 : 5...120) else { return false }
        tell(owner, .replied, [:], say(Array(tongue.greetings.dropFirst())))
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
        let (item, request) = (nextItem(), script.request(topic))
        let words = say(tongue.asks)
        tell(
            owner, .asked,
            [item: "open \(request) \(due)", .status: script.status(.asked)]
                .merging(script.given(.asked, request, until: due)) { a, _ in a }, words)
        guard isAnswered else { return true }
        guard wait(60...2200) else { return false }
        tell(caller, .heard, [:], say(tongue.answers))
        guard wait(5...dice.number(15...240)) else { return false }
        tell(owner, .settled, [item: "done \(request) \(due)", .status: script.status(.worked)])
        guard wait(1...15) else { return false }
        tell(owner, .replied, [:], phrases.fill(tongue.greetings.first ?? ""))
        return true
    }

    private mutating func park(_ goal: Goal, _ words: String, _ known: [String] = []) {
        guard wait(60...1200) else { return }
        let given = script.given(goal, words, until: clock + 7 * 86_400, known: known)
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
        if goal == .denied {
            let words = "Updates have been available since spring and were not installed."
            tell(
                owner, .denied,
                [.status: script.status(.denied), .given("ground"): script.ground, .given("person"): owner], words)
            return
        }
        tell(owner, .replied, [:], say(tongue.fixes))
        let kind = script.proposal(topic.rawValue)
        let item = kind.map { _ in nextItem() }
        var offer: [CaseField: String?] = [.status: script.status(.offered)]
        let due = clock + 3 * 86_400
        if let item, let kind { offer[item] = "open \(kind) \(due)" }
        tell(owner, .asked, offer, "Waiting for the customer to confirm.")
        guard goal != .offered, wait(120...4000) else { return }
        let reasons = ["resolved", "no-response", "customer-authorised", "withdrawn", "exhausted"]
        let reason = reasons[dice.weighted([80, 8, 6, 4, 2])]
        let isConfirmed = reason == "resolved" || reason == "customer-authorised"
        if isConfirmed {
            tell(caller, .heard, [:], say(tongue.thanks))
            guard wait(5...300) else { return }
        }
        let settled = item.flatMap { item in
            kind.map { [item: "\(isConfirmed ? "done" : "declined") \($0) \(due)" as String?] }
        }
        close(by: owner, reason, settled ?? [:])
    }

    private mutating func close(by name: String, _ reason: String, _ more: [CaseField: String?]) {
        let end: [CaseField: String?] = [
            .status: script.status(.closed), .closureReason: script.closure(reason), .closedAt: clock.description,
        ]
        tell(name, .closed, end.merging(more) { a, _ in a })
    }

    /// Whose ticket is waited for; made up as everybody else.
    private static let thirdParty = "Corvane Systems"
    private static let noCover = "No active contract was found for this product; the customer's contract desk is asked."
    private static let burning = "Call with the customer: no change since the last one. Next call in four hours."
    private static let verifying =
        "We have your report. Before an engineer takes it we have to settle a question of your contract; more today."

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
        "{product} {version}: {code} under load, two traces taken, workaround fails after {minutes} minutes.",
        "All steps of the guide done on {host}. No progress for two days; customer asks for escalation.",
    ]
}
