public import CaseModel

/// A believable support centre, made up from a seed: the same seed and time give the same records.
///
/// Records come one at a time, so that memory does not grow with the number of cases: first customers, their people,
/// agents and queues, then the cases, oldest first. Most are closed; the newest ones are on their way.
public struct Demo: Sequence, IteratorProtocol, Sendable {
    private let staff: Staff
    private let customers: Customers
    private let seed: UInt64
    private let cases: Int
    private let now: Timestamp
    private let script: Script
    private var people: [LoadRecord]
    private var made = 0

    /// A centre with so many cases.
    ///
    /// - Parameters:
    ///   - now: the end of its history.
    ///   - policy: whose words the cases are told in.
    ///   - me: the name and login of the agent who looks at it and owns some of the cases.
    public init(seed: UInt64, cases: Int, now: Timestamp, me: (name: String, login: String), policy: Policy) {
        script = Script(policy)
        var dice = Dice(seed: seed)
        self.seed = seed
        self.cases = cases
        self.now = now
        staff = Staff(me: me.name, posts: Posts(policy))
        customers = Customers(&dice)
        let agent = Agent(id: AgentID(0), name: me.name, logins: [me.login], duties: Set(Duty.allCases))
        let queues = Staff.queues.map { LoadRecord.queue(name: $0) }
        // Taken from the end.
        people = ([.agent(agent)] + staff.colleagues + queues + customers.records).reversed()
    }

    /// The next record to load.
    public mutating func next() -> LoadRecord? {
        if let record = people.popLast() { return record }
        guard made < cases else { return nil }
        defer { made += 1 }
        return .history(history(made))
    }

    /// The case of a number: every case has dice of its own, so that none depends on another.
    private func history(_ number: Int) -> CaseHistory {
        var dice = Dice(seed: seed ^ (UInt64(number) &+ 1) &* 0x2545_F491_4F6C_DD1D)
        let rank = cases - 1 - number
        let isOpen = dice.chance(thousandthsOpen(rank))
        let goal = isOpen ? openGoal(rank, &dice) : (dice.chance(8) ? Goal.denied : .closed)
        let isMine = dice.chance(isOpen ? 110 : 60)
        let time = opening(number, &dice)
        var story = Story(staff, customers, script, now: now, isMine: isMine, dice)
        story.open(at: story.severity.isCritical ? time : inOffice(time, story.company.land, &dice))
        let days = (now - story.clock) / 86_400
        // Nobody lets a critical outage lie for long, and whatever else is still open was worked on lately.
        let isLong = story.severity.isCritical && days > 4 && dice.chance(800)
        if isOpen, !isLong { story.slow(by: Int(Swift.max(1, Swift.min(30, days / 5)))) }
        story.run(to: isLong ? .closed : goal)
        return CaseHistory(key: nil, line: number + 1, entries: story.entries)
    }

    /// When a case comes in: they are spread over half a year, over longer when there are very many.
    private func opening(_ number: Int, _ dice: inout Dice) -> Timestamp {
        let days = Int64(180 + Swift.min(900, Swift.max(0, cases - 5000) / 100))
        let step = Swift.max(1, days * 86_400 / Int64(Swift.max(1, cases)))
        let back = Int64(cases - number) * step - Int64(dice.number(0...Int(step)))
        return now - Swift.max(60, back)
    }

    private func inOffice(_ time: Timestamp, _ land: Land, _ dice: inout Dice) -> Timestamp {
        let worked = OfficeHours(hours: land.hours).next(time, &dice)
        return worked <= now ? worked : time
    }

    /// How likely a case is still open, by how many came after it: some hundred are, however many there were.
    private func thousandthsOpen(_ rank: Int) -> Int {
        let wanted = Swift.min(cases / 4, 260 + cases / 25)
        let reach = Swift.max(1, wanted * 2 / 3)
        let ratio = rank * 100 / reach
        return 980 * 10_000 / (10_000 + ratio * ratio)
    }

    private func openGoal(_ rank: Int, _ dice: inout Dice) -> Goal {
        let goals: [Goal] = [
            .logged, .queued, .worked, .asked, .vendor, .rest, .review, .escalated, .analysed, .offered, .doubted,
        ]
        let isFresh = rank < Swift.max(6, cases / 100)
        let weights = isFresh ? [40, 30, 20, 5, 0, 0, 0, 0, 0, 0, 5] : [1, 14, 34, 26, 6, 4, 4, 4, 2, 10, 1]
        return goals[dice.weighted(weights)]
    }
}
