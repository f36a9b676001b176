public import CaseModel

/// A believable support centre, made up from a seed: the same seed and time give the same records.
///
/// Records come one at a time, so that memory does not grow with the number of cases: first agents, queues, partners,
/// then each customer with its people and all that is kept of it, then the cases, oldest first, each with its files and
/// what was sent for it. Most are closed; the newest ones are on their way.
public struct Demo: Sequence, IteratorProtocol, Sendable {
    private let world: World
    private let cases: Int
    /// What comes next, taken from the end.
    private var waiting: [LoadRecord]
    private var told = 0
    private var made = 0
    private var times: ResponseTimes

    /// A centre with so many cases.
    ///
    /// - Parameters:
    ///   - now: the end of its history.
    ///   - me: the name and login of the agent who looks at it and owns some of the cases.
    ///   - policies: in whose words the cases are told, and by whose clocks they are answered.
    public init(seed: UInt64, cases: Int, now: Timestamp, me: (name: String, login: String), policies: PolicyBook) {
        var dice = Dice(seed: seed)
        let policy = policies.inForce
        let staff = Staff(me: me.name, posts: Posts(policy))
        let regions = Regions(policies, now: now)
        let today = LocalTime(now, offset: 0).day
        world = World(
            staff: staff, customers: Customers(policies, today: today, regions, &dice), script: Script(policies),
            policy: policy, now: now, seed: seed)
        self.cases = cases
        times = ResponseTimes(policies)
        let agent = Agent(id: AgentID(0), name: me.name, logins: [me.login], duties: Set(Duty.allCases))
        let queues = Staff.queues.map { LoadRecord.queue(name: $0) }
        let looks = References(world).records
        waiting = ([.agent(agent)] + staff.colleagues + queues + Partners.records(policy, regions) + looks).reversed()
    }

    /// The next record to load.
    public mutating func next() -> LoadRecord? {
        while waiting.isEmpty {
            if told < world.customers.companies.count {
                let company = world.customers.companies[told]
                told += 1
                var books = Books(company, world)
                books.keep()
                waiting = (world.customers.records(of: company) + books.records).reversed()
            } else if made < cases {
                made += 1
                waiting = records(made - 1).reversed()
            } else {
                return nil
            }
        }
        return waiting.popLast()
    }

    /// The case of a number with what belongs to it: every case has dice of its own, so that none depends on another.
    private mutating func records(_ number: Int) -> [LoadRecord] {
        var dice = Dice(seed: world.seed ^ (UInt64(number) &+ 1) &* 0x2545_F491_4F6C_DD1D)
        let rank = cases - 1 - number
        let isOpen = dice.chance(thousandthsOpen(rank)) || rank == 4
        let isFresh = rank < fresh
        // Something burns always, and some of the newest press.
        let place = dice.weighted([28, 140, 535, 297]) + 1
        let isPressing = [0, 1, 5, 6].contains(rank)
        let severity = world.script.severity(rank == 4 || rank == 17 ? 1 : isPressing ? 2 : place)
        let company = world.customers.company(isCritical: severity.isCritical, &dice)
        let goal = isOpen ? openGoal(isFresh, severity, &dice) : (dice.chance(8) ? Goal.denied : .closed)
        let cast = Cast(company, world, isMine: dice.chance(isOpen ? 110 : 60), &dice)
        let time = opening(number, &dice)
        let opened = severity.isCritical || isFresh ? time : inOffice(time, company.land, &dice)
        let rule = times.rule(company, cast.plan, severity, world.script.type(cast.topic.type))
        // A few of the last days were overlooked and are late.
        let isOverlooked = isOpen && !isFresh && rank < 50 && !severity.isCritical && dice.chance(90)
        let haste: FirstSteps.Haste = isPressing ? .pressing : isFresh ? .fresh : isOverlooked ? .overlooked : .usual
        let first = rule.flatMap { FirstSteps($0, from: opened, haste, isCritical: severity.isCritical, &dice) }
        var story = Story(cast, severity, world, dice)
        story.open(at: opened)
        let days = (world.now - story.clock) / 86_400
        // Nobody lets a critical outage lie for long, or a case without an owner; the rest was worked on lately.
        let isLong = severity.isCritical && days > 4
        let isLeft = days > 21 && (goal == .queued || goal == .logged)
        if isOpen, !isLong { story.slow(by: Int(Swift.max(1, Swift.min(30, days / 5)))) }
        story.run(to: isLong ? .closed : isLeft ? .worked : goal, first)
        story.keepBurning()
        // What is sent and kept for cases is told of the newest of them.
        let belongings = rank < 3000 ? Belongings(story, number, world).records : []
        let key = belongings.isEmpty ? nil : Belongings.key(number)
        var history = CaseHistory(key: key, line: number + 1, entries: story.entries, findsCover: true)
        if key != nil { history.entries[0].values[.externalID] = .some(nil) }
        return [.history(history)] + belongings
    }

    /// How many of the newest cases came in within the last hours.
    private var fresh: Int { Swift.max(6, Swift.min(24, cases / 80)) }

    /// When a case comes in: they are spread over half a year, over longer when there are very many; the newest are of
    /// the last hours.
    private func opening(_ number: Int, _ dice: inout Dice) -> Timestamp {
        let rank = cases - 1 - number
        if rank < fresh { return world.now - Int64(rank * 1080 + dice.number(120...1080)) }
        let days = Int64(180 + Swift.min(900, Swift.max(0, cases - 5000) / 100))
        let step = Swift.max(1, days * 86_400 / Int64(Swift.max(1, cases)))
        let back = Int64(cases - number) * step - Int64(dice.number(0...Int(step)))
        return world.now - Swift.max(Int64(fresh + 1) * 1080, back)
    }

    private func inOffice(_ time: Timestamp, _ land: Land, _ dice: inout Dice) -> Timestamp {
        let worked = OfficeHours(hours: land.hours).next(time, &dice)
        return worked <= world.now ? worked : time
    }

    /// How likely a case is still open, by how many came after it: some hundred are, however many there were.
    private func thousandthsOpen(_ rank: Int) -> Int {
        let wanted = Swift.min(cases / 4, 260 + cases / 25)
        let reach = Swift.max(1, wanted * 2 / 3)
        let ratio = rank * 100 / reach
        return 980 * 10_000 / (10_000 + ratio * ratio)
    }

    private func openGoal(_ isFresh: Bool, _ severity: Severity, _ dice: inout Dice) -> Goal {
        let goals: [Goal] = [
            .logged, .queued, .worked, .asked, .vendor, .rest, .review, .escalated, .analysed, .offered, .doubted,
        ]
        let weights = isFresh ? [40, 30, 25, 5, 0, 0, 0, 0, 0, 0, 0] : [0, 14, 34, 26, 6, 4, 4, 4, 2, 10, 1]
        let goal = goals[dice.weighted(weights)]
        // Somebody is at a critical outage at once.
        return severity.isCritical && (goal == .logged || goal == .queued) ? .worked : goal
    }
}
