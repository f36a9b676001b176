internal import CaseModel

/// The history of one case, written step by step until it is where it shall be or the present is reached.
struct Story {
    let cast: Cast
    let severity: Severity
    let tongue: Tongue
    let phrases: Phrases
    let script: Script
    let staff: Staff
    let now: Timestamp
    var dice: Dice
    private(set) var steps = StorySteps()

    init(_ cast: Cast, _ severity: Severity, _ world: World, _ dice: Dice) {
        var dice = dice
        self.cast = cast
        self.severity = severity
        script = world.script
        staff = world.staff
        now = world.now
        // Some customers write in the language of the centre.
        tongue = dice.chance(150) ? .english : Tongue.of(cast.company.land.tongue)
        phrases = Phrases(cast.product, cast.company.land, &dice)
        self.dice = dice
    }

    var topic: Topic { cast.topic }
    var company: Company { cast.company }
    var caller: String { cast.caller }
    var owner: String { cast.owner }

    /// The entries so far, oldest first.
    var entries: [HistoryEntry] { steps.entries }

    /// Lets so many minutes at work pass.
    ///
    /// - Returns: false when that would be later than now; the time stays as it was.
    mutating func wait(_ minutes: ClosedRange<Int>, at place: OfficeHours? = nil) -> Bool {
        let office = place ?? OfficeHours(hours: company.land.hours)
        let factor = steps.isTaken ? steps.pace : 1
        var next = steps.clock + Int64(dice.number(minutes) * 60 * factor + dice.number(0...59))
        // A critical outage does not wait for the morning.
        if !severity.isCritical { next = office.next(next, &dice) }
        guard next <= now else { return false }
        steps.clock = next
        return true
    }

    /// Lets time pass until an instant; false when it is still to come.
    mutating func reach(_ time: Timestamp) -> Bool {
        guard time <= now else { return false }
        steps.clock = max(steps.clock, time)
        return true
    }

    /// Writes an entry at the present time of the story.
    mutating func tell(
        _ actor: String, _ action: EventAction, _ values: [CaseField: String?] = [:], _ text: String? = nil
    ) {
        if action == .taken { steps.isTaken = true }
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
            .requestedSeverity: severity.code, .account: company.name, .product: phrases.product,
            .channel: script.channel(channel), .openedAt: time.description, .queue: "Customer Service",
            .extra("release"): phrases.version, .extra("troubleshooting"): dice.chance(800) ? "done" : "skipped",
        ]
        // Whoever nobody knows is told by name alone.
        values[cast.isStranger ? .extra("caller") : .contact] = caller
        if let partner = cast.partner { values[.partner] = partner }
        if tongue.code != "en" { values[.language] = tongue.code }
        if let machine = cast.machine { values[.extra("serial")] = machine.serial }
        let writer = isWritten ? caller : staff.member(of: "Customer Service", &dice)
        tell(writer, .logged, values)
    }

    /// What the customer says with a log that was asked for.
    var wordsWithLog: String { phrases.fill(tongue.answers.first ?? "") }

    /// A sentence of the case's language, filled in.
    mutating func say(_ choices: [String]) -> String { phrases.fill(dice.pick(choices)) }
}

/// What a story has come to.
struct StorySteps {
    var entries: [HistoryEntry] = []
    var clock = Timestamp(seconds: 0)
    var items = 0
    var isTaken = false
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
