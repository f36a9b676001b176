// Hardware replacement: who gets it how fast (domain 6; domain 12; domain 13, row 4b).

extension Policy {
    /// Looks at a condition of a step.
    ///
    /// - Parameters:
    ///   - machine: the machine that the record is about, if any.
    ///   - country: the country of the customer, as far as it is known.
    func check(
        _ condition: StepCondition, of record: Record, machine: Record?, country: String?, on day: CivilDay
    ) throws(Refusal) {
        switch condition {
        case .maintenanceActive:
            guard let machine, let start = machine.start, let end = machine.end, start <= day, day <= end else {
                let detail = machine.map { "\($0.id) is not on \(day)." } ?? "No machine is named."
                throw .stepCondition(record, condition, detail, self)
            }
        case .siteNear:
            let level = machine.flatMap { replacementPlan(of: record, machine: $0) }
            guard let level, level.replacement?.isNear == true else { return }
            let near = nearness(of: record, country: country)
            guard near.isNear else { throw .stepCondition(record, condition, near.words(level, self), self) }
        }
    }

    /// The level by which a replacement is judged: the machine's own, or the one that was chosen instead; nil where the
    /// policy gives it none.
    public func replacementPlan(of record: Record, machine: Record) -> Plan? {
        let code = record["fallback"] ?? machine["plan"]
        return cover.plans.first { $0.code == code && $0.replacement != nil }
    }

    /// Whether a site is near a centre.
    func nearness(of record: Record, country: String?) -> SiteNearness {
        let own = country.flatMap { threshold("replacement-distance-\($0.lowercased())") }
        let limit = own ?? threshold("replacement-distance")
        return SiteNearness(
            limit: limit, distance: record.count("distance"), isSameCountry: record.flag("sameCountry"))
    }
}

/// How far a site is from the centre, and how far it may be.
struct SiteNearness {
    let limit: Policy.Threshold?
    let distance: Int?
    let isSameCountry: Bool?

    /// Whether it is near; what is not known is not near, and without a limit nothing is.
    var isNear: Bool {
        guard let most = limit?.amount, let distance, isSameCountry == true else { return false }
        return distance <= most
    }

    func words(_ level: Policy.Plan, _ policy: Policy) -> String {
        let unit = limit?.unit ?? ""
        let most =
            limit.flatMap { limit in
                limit.amount.map { "at most \($0) \(unit) \(policy.credit(limit.origin.tags(of: "value")))" }
            } ?? "the policy names no distance"
        let far = distance.map { "it is \($0) \(unit) away" } ?? "how far it is was not said"
        let land =
            isSameCountry.map { $0 ? "the country is the same" : "the country is another" }
            ?? "whether the country is the same was not said"
        return "\(level.name): \(most); \(far), \(land)."
    }
}

/// The clock of a replacement: from the step at which it begins to the step that must be reached.
public struct ReplacementClock: Equatable, Sendable {
    /// The level that sets the time.
    public let plan: Policy.Plan
    /// When each step was reached.
    public let times: [String: Timestamp]
    /// The step that ends it.
    public let until: Policy.Procedure.Step
    /// When it is due, and how it stands; nil before it began.
    public let clock: ResponseClock?

    /// The clock of a replacement; nil where the policy sets no time for it.
    ///
    /// - Parameters:
    ///   - file: the replacement with its history.
    ///   - calendar: the hours of the customer's region.
    public init?(_ file: RecordFile, machine: Record, calendar: WorkCalendar, _ policy: Policy) {
        let record = file.record
        guard let plan = policy.replacementPlan(of: record, machine: machine), let terms = plan.replacement,
            let code = terms.until,
            let procedure = policy.procedure(of: record.kind, plan: machine["plan"]),
            let until = procedure.steps.first(where: { $0.code == code })
        else { return nil }
        self.plan = plan
        self.until = until
        times = file.stepTimes
        guard let start = procedure.clock.flatMap({ file.stepTimes[$0] }) else {
            clock = nil
            return
        }
        // Days are those of the region; hours run around the clock, as the levels that count them do (domain 6).
        let target = terms.time
        let coverage: Coverage = [.businessDays, .businessHours].contains(target.unit) ? .business : .always
        let rule = ClockRule(target: target, coverage: coverage, calendar: calendar)
        var clock = ResponseClock(.firstResponse, events: [ClockEvent(at: start, seq: 1, .opened(rule))])
        if let end = file.stepTimes[code] {
            clock.add(ClockEvent(at: end, seq: 2, .answered(outward: true, human: true)))
        }
        self.clock = clock
    }
}

extension RecordFile {
    /// When a record came to each step it was at.
    public var stepTimes: [String: Timestamp] {
        var times: [String: Timestamp] = [:]
        // A step that was taken at the time of the one before it changes no time.
        var since: Timestamp?
        for event in events {
            for change in event.changes where change.field == "stepAt" {
                since = change.new.flatMap { Timestamp(iso: $0) }
            }
            guard let step = event.changes.first(where: { $0.field == "step" })?.new else { continue }
            times[step] = since ?? event.at
        }
        return times
    }
}
