internal import CaseModel

/// What is sent and kept for one case: files, a machine's replacement, a part sent in for a test.
struct Belongings {
    private let story: Story
    private let number: Int
    private let world: World
    private var dice: Dice
    /// What there is, in order.
    private(set) var records: [LoadRecord] = []

    /// The key by which the case of a number is named.
    static func key(_ number: Int) -> String { "case-\(number + 1)" }

    init(_ story: Story, _ number: Int, _ world: World) {
        self.story = story
        self.number = number
        self.world = world
        dice = Dice(seed: world.seed ^ (UInt64(number) &+ 5) &* 0x94D0_49BB_1331_11EB)
        keepFiles()
        if let machine = story.cast.machine { keepMachine(machine) }
    }

    private mutating func tell(_ kind: RecordKind, _ name: String, _ entries: [RecordEntry], content: [UInt8]? = nil) {
        guard !entries.isEmpty else { return }
        let key = "\(Belongings.key(number))-\(name)"
        records.append(
            .record(RecordHistory(kind: kind, key: key, line: number + 1, entries: entries, content: content)))
    }

    /// What the customer sent when it was asked: a log wherever the words say that there is one.
    private mutating func keepFiles() {
        var asked = 0
        var files = 0
        for entry in story.entries {
            if entry.action == .asked { asked += 1 }
            guard entry.action == .heard, asked > 0, entry.text == story.wordsWithLog else { continue }
            files += 1
            let host = story.phrases.host
            var lines = ""
            for line in 0..<dice.number(4...14) {
                let at = entry.at - Int64(3600 - line * dice.number(3...90))
                lines +=
                    "\(at) \(host) \(line % 4 == 3 ? story.phrases.code : "session \(dice.number(100...999)) open")\n"
            }
            var values: [String: String?] = [
                "on": dice.chance(600) ? "\(Belongings.key(number))/\(asked)" : Belongings.key(number),
                "name": "\(host).log",
            ]
            // A customer's records name nobody else's people.
            if story.cast.partner == nil, !story.cast.isStranger { values["contact"] = story.caller }
            let file = RecordEntry(at: entry.at, actor: story.caller, values: values)
            tell(.attachment, "file\(files)", [file], content: Array(lines.utf8))
        }
    }

    /// A replacement of the machine, or a part of it that is tested.
    private mutating func keepMachine(_ machine: Company.Machine) {
        guard let answer = story.entries.first(where: { $0.action == .replied }), story.cast.partner == nil,
            let hardware = dice.chance(800) ? machine : nil
        else { return }
        let engineer = story.owner
        let isTest = dice.chance(250)
        if isTest { return keepTest(engineer, from: answer.at) }
        let supply = Supply(story.company, world)
        // What must be there within hours comes to nobody in another country.
        guard supply.isHome || hardware.plan.replacement?.isNear != true else { return }
        let given: [String: String?] = [
            "hardware": "\(story.company.number)-machine-\(hardware.serial)", "case": Belongings.key(number),
            "reason": dice.pick(Belongings.reasons), "center": supply.center?.code,
            "distance": "\(supply.distance)",
            "sameCountry": supply.isHome ? "yes" : "no",
        ].filter { $0.value != nil }
        let needs = ["confirmedBy": engineer, "tracking": "1Z\(dice.number(100_000...999_999))"]
        let times = times(from: answer.at, hardware.plan)
        // While the case is open, so is the replacement.
        let isOver = story.entries.last?.action == .closed
        let steps = Procedures(world: world).entries(
            .replacement, plan: hardware.plan.code, given: given, needs: needs, by: engineer,
            at: isOver ? times : Array(times.prefix(dice.number(2...5))))
        tell(.replacement, "replacement", steps)
    }

    /// When the steps of a replacement are taken: what is to be there within hours comes within hours once the clock
    /// runs, the rest on the days after.
    private mutating func times(from answered: Timestamp, _ plan: Policy.Plan) -> [Timestamp] {
        let office = OfficeHours(hours: story.company.land.hours)
        let unit = plan.replacement?.time.unit
        let isHurried = unit == .hours || unit == .minutes
        let procedure = world.policy.procedure(of: .replacement, plan: plan.code)
        let start = procedure?.steps.firstIndex { $0.code == procedure?.clock } ?? 0
        var times = [office.next(answered + 600, &dice)]
        for step in 1..<8 {
            let before = times[step - 1]
            switch step - start {
            case 1 where isHurried: times.append(before + Int64(dice.number(20...40) * 60))
            case 2 where isHurried: times.append(before + Int64(dice.number(125...175) * 60))
            case 1: times.append(office.next(before + Int64(dice.number(2...5) * 3600), &dice))
            default: times.append(office.next(before + Int64(dice.number(9...22) * 3600), &dice))
            }
        }
        return times
    }

    private mutating func keepTest(_ engineer: String, from answered: Timestamp) {
        let caller = story.company.callers.first?.name ?? ""
        let times = (0..<8).map { step in
            let pause = step == 0 ? 600 : Int64(step) * Int64(dice.number(9...22)) * 3600
            return OfficeHours(hours: story.company.land.hours).next(answered + pause, &dice)
        }.sorted()
        let ledgers = world.policy.duties.ledgers
        guard let item = ledgers.shipmentItems.first, let destination = ledgers.destinations.first else { return }
        let given: [String: String?] = [
            RecordKind.account: story.company.name, "item": item.code, "case": Belongings.key(number),
            "serial": "C\(dice.number(10_000...99_999))",
        ]
        let needs = [
            "agreedByCustomer": caller, "agreedByUs": engineer, "attestedBy": caller, "destination": destination.code,
            "finding": dice.pick(Belongings.findings),
        ]
        let steps = Procedures(world: world).entries(
            .shipment, plan: nil, given: given, needs: needs, by: engineer, at: times)
        tell(.shipment, "test", steps)
    }

    private static let reasons = [
        "Second power supply dead", "Fan 3 stands still", "No link on port 2 after a restart", "Disk shows errors",
    ]
    private static let findings = [
        "The part is sound; the fault is in the slot.", "Fails under load after four minutes; to be exchanged.",
        "One memory bank is bad.",
    ]
}
