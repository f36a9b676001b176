internal import CaseModel

/// The history of one case, written step by step until it is where it shall be or the present is reached.
struct Story {
    let topic: Topic
    let company: Customers.Company
    let caller: String
    let severity: Severity
    let script: Script
    let tongue: Tongue
    let phrases: Phrases
    let owner: String
    let staff: Staff
    let now: Timestamp
    var dice: Dice
    private(set) var steps = StorySteps()

    init(_ staff: Staff, _ customers: Customers, _ script: Script, now: Timestamp, isMine: Bool, _ dice: Dice) {
        var dice = dice
        topic = Topic(rawValue: dice.weighted(Topic.allCases.map(\.weight))) ?? .session
        company = customers.company(&dice)
        caller = dice.pick(company.people.map(\.name))
        self.script = script
        severity = script.severity(dice.weighted([28, 140, 535, 297]) + 1)
        // Some customers write in the language of the centre.
        tongue = dice.chance(150) ? .english : Tongue.of(company.land.tongue)
        phrases = Phrases(topic, company.land, &dice)
        owner = isMine ? staff.me : staff.member(of: topic.queue, &dice)
        self.staff = staff
        self.now = now
        self.dice = dice
    }

    /// The entries so far, oldest first.
    var entries: [HistoryEntry] { steps.entries }

    /// Lets so many minutes at work pass.
    ///
    /// - Returns: false when that would be later than now; the time stays as it was.
    mutating func wait(_ minutes: ClosedRange<Int>, at place: OfficeHours? = nil) -> Bool {
        let office = place ?? OfficeHours(hours: company.land.hours)
        let factor = steps.entries.contains { $0.action == .taken } ? steps.pace : 1
        var next = steps.clock + Int64(dice.number(minutes) * 60 * factor + dice.number(0...59))
        // A critical outage does not wait for the morning.
        if !severity.isCritical { next = office.next(next, &dice) }
        guard next <= now else { return false }
        steps.clock = next
        return true
    }

    /// Writes an entry at the present time of the story.
    mutating func tell(
        _ actor: String, _ action: EventAction, _ values: [CaseField: String?] = [:], _ text: String? = nil
    ) {
        steps.entries.append(
            HistoryEntry(at: steps.clock, actor: actor, action: action, values: values, text: text))
    }

    /// Begins: somebody calls or writes.
    mutating func open(at time: Timestamp) {
        steps.clock = time
        let ways = ["phone", "web", "email", "chat", "live"]
        let channel = severity.isCritical ? "live" : ways[dice.weighted([26, 36, 20, 12, 6])]
        let isWritten = channel == "web" || channel == "email"
        let subject = phrases.fill(dice.pick(tongue.subjects[topic.rawValue]))
        var sentences = [tongue.symptoms[topic.rawValue]]
        for _ in 0..<dice.number(1...2) {
            let more = dice.pick(tongue.details)
            if !sentences.contains(more) { sentences.append(more) }
        }
        let joint = ["ja", "zh"].contains(tongue.code) ? "" : " "
        var values: [CaseField: String?] = [
            .subject: subject, .description: phrases.fill(sentences.joined(separator: joint)),
            .type: script.type(topic.type), .status: script.status(.logged), .severity: severity.code,
            .requestedSeverity: severity.code, .account: company.name, .contact: caller,
            .product: "\(phrases.product) \(phrases.version)", .channel: script.channel(channel),
            .openedAt: time.description, .queue: "Customer Service",
            .extra("troubleshooting"): dice.chance(800) ? "done" : "skipped",
        ]
        if topic == .appliance { values[.extra("serial")] = "A\(dice.number(100_000...999_999))" }
        let writer = isWritten ? caller : staff.member(of: "Customer Service", &dice)
        tell(writer, .logged, values)
    }

    /// A sentence of the case's language, filled in.
    mutating func say(_ choices: [String]) -> String { phrases.fill(dice.pick(choices)) }
}

/// What a story has come to.
struct StorySteps {
    var entries: [HistoryEntry] = []
    var clock = Timestamp(seconds: 0)
    var items = 0
    /// How many times longer than usual everything takes once an engineer is at it.
    var pace = 1
}

extension Story {
    /// Counts one more action item and answers its field.
    mutating func nextItem() -> CaseField {
        steps.items += 1
        return .item(ActionItemID(caseID: CaseID(0), ordinal: steps.items))
    }

    /// Makes everything take so many times longer once an engineer is at it.
    mutating func slow(by factor: Int) { steps.pace = factor }

    /// The time of the story.
    var clock: Timestamp { steps.clock }

    /// Whose work it is.
    var queue: String { topic.queue }
}
