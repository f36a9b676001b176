internal import CaseModel

/// How soon customers are answered first, by the policy: each question is worked out once.
struct ResponseTimes: Sendable {
    private let policies: PolicyBook
    private var known: [Question: ClockRule?] = [:]

    private struct Question: Hashable {
        let plans: [String]
        let severity: String
        let region: String
        let type: String
    }

    init(_ policies: PolicyBook) {
        self.policies = policies
    }

    /// The clock of a case; nil where the policy has none for it.
    mutating func rule(_ company: Company, _ plan: Policy.Plan?, _ severity: Severity, _ type: String) -> ClockRule? {
        guard let plan, let region = company.region else { return nil }
        let plans = [plan.code] + [company.addOn?.code].compactMap { $0 }
        let question = Question(plans: plans, severity: severity.code, region: region, type: type)
        if let rule = known[question] { return rule }
        let policy = policies.inForce
        let kind = policy.intake.requestTypes.first { $0.code == type }?.kind
        var rule: ClockRule?
        // A question that the policy leaves open is one without a clock.
        for plans in [plans, [plan.code]] where rule == nil {
            do throws(PolicyQuestionProblem) {
                rule = try policy.rule(
                    plan: plans, severity: severity.code, region: region, kind: kind, zones: policies.zones
                ).rule
            } catch {
                continue
            }
        }
        known[question] = .some(rule)
        return rule
    }
}

extension ClockRule {
    /// When so many thousandths of the time are used up that an answer may take.
    func point(_ thousandths: Int, from opened: Timestamp) -> Timestamp? {
        let minutes =
            switch target.unit {
            case .minutes: target.amount
            case .hours, .businessHours: target.amount * 60
            case .businessDays: target.amount * 480
            }
        let part = ClockTarget(minutes * thousandths / 1000, .minutes)
        return ClockRule(target: part, coverage: coverage, calendar: calendar).due(from: opened).instant
    }
}

/// When the first steps of a case are taken.
struct FirstSteps: Sendable {
    /// Somebody saw to it that it lies in the right place.
    let moved: Timestamp
    /// An engineer took it.
    let taken: Timestamp
    /// The customer was answered.
    let answered: Timestamp

    /// How it goes with the first answer.
    enum Haste: Sendable {
        /// Mostly in time, some late.
        case usual
        /// One of the newest, of which many still wait.
        case fresh
        /// Answered at the last minute, if then.
        case pressing
        /// Nobody answered at all, as happens.
        case overlooked
    }

    /// The steps by a clock.
    init?(_ rule: ClockRule, from opened: Timestamp, _ haste: Haste, isCritical: Bool, _ dice: inout Dice) {
        let isLate = dice.chance(isCritical ? 50 : 70)
        let part: Int =
            switch haste {
            case .pressing: dice.number(930...980)
            case _ where isLate: dice.number(1080...1900)
            case .fresh: dice.number(350...930)
            case .usual, .overlooked: dice.number(60...900)
            }
        let isOverlooked = haste == .overlooked
        guard let moved = rule.point(part / 4, from: opened), let taken = rule.point(part * 2 / 3, from: opened),
            let answered = rule.point(part, from: opened)
        else { return nil }
        self.moved = moved + Int64(dice.number(20...40))
        self.taken = isOverlooked ? Timestamp.writable.upperBound : taken + Int64(dice.number(41...50))
        self.answered = isOverlooked ? Timestamp.writable.upperBound : answered + Int64(dice.number(51...58))
    }
}
