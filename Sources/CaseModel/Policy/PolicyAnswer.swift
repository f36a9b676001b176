import SettingsText

extension Policy {
    /// Which clock of the policy is asked for.
    public enum ClockKind: Sendable {
        /// Until the first answer.
        case firstResponse
        /// Until the next answer after the customer's last word.
        case followUp
    }

    /// The clock of a case under some plans at a severity in a region (domain 2.1, 2.2; domain 13, row 11).
    ///
    /// Among the lines that are for the kind of case and for plans the customer has, the one that names the most plans
    /// decides.
    ///
    /// - Parameters:
    ///   - plans: the codes of the plans that the customer has.
    ///   - severity: the code of the severity.
    ///   - region: the code of the region whose hours count.
    ///   - kind: the code of the kind of case; nil for the first kind that the plans have targets for.
    ///   - holidays: days that are not worked besides those of the policy.
    ///   - zones: gives the rules of a zone by its name; nil for one that is not known.
    public func rule(
        plan plans: [String], severity: String, region: String, kind: String? = nil, clock: ClockKind = .firstResponse,
        holidays: [CivilDay: String] = [:], zones: (String) -> Zone?
    ) throws(PolicyQuestionProblem) -> PolicyRule {
        for plan in plans { try know("plan", plan, cover.plans.map(\.code)) }
        try know("severity", severity, lifeCycle.severities.map(\.code))
        try know("region", region, places.regions.map(\.code))
        if let kind { try know("kind of case", kind, cover.kinds.map(\.code)) }
        guard let place = places.regions.first(where: { $0.code == region }) else {
            throw .unknown(what: "region", word: region, known: [])
        }
        let owned = Set(plans)
        let all = plans.joined(separator: "+")
        let kinds = kind.map { [$0] } ?? cover.kinds.map(\.code)
        // Whether the plans have targets at all decides the kind; the follow-up clock has the same.
        guard let kind = kinds.first(where: { kind in cover.targets.contains { $0.decides(owned, kind) } }) else {
            throw .noTargets(plans: all, kind: kind)
        }
        let table = clock == .firstResponse ? cover.targets : cover.followUps
        guard let line = try best(table, owned, kind) else { throw .noTargets(plans: all, kind: kind) }
        guard let target = line.values[severity] ?? nil else { throw .noTarget(line: line.name, severity: severity) }
        guard let covering = try best(cover.coverage, owned, kind), let coverage = covering.values[severity] else {
            throw .noCoverage(plans: all, kind: kind)
        }
        guard let calendar = calendar(of: place, holidays: holidays, zones: zones) else { throw .noZone(place.zone) }
        let key = "severity.\(severity)"
        return PolicyRule(
            rule: ClockRule(target: target, coverage: coverage, calendar: calendar),
            plans: plans, region: place, kind: kind,
            facts: [
                .init(
                    what: "kind", value: "\(kind): the targets of “\(line.name)”", tags: line.origin.tags(of: "kind")),
                .init(what: "target", value: target.description, tags: line.origin.tags(of: key)),
                .init(
                    what: "coverage", value: "\(coverage.rawValue), by “\(covering.name)”",
                    tags: covering.origin.tags(of: key)),
            ] + facts(of: place, coverage),
            nearly: near(table, line, owned, kind, severity, "targets") { $0?.description ?? "none" }
                + near(cover.coverage, covering, owned, kind, severity, "coverage") { $0.rawValue }
                + otherHours(of: place, coverage))
    }

    private func know(_ what: String, _ word: String, _ known: [String]) throws(PolicyQuestionProblem) {
        guard known.contains(word) else { throw .unknown(what: what, word: word, known: known) }
    }

    /// The line that names the most of the plans; several that name equally many are a question to the person.
    func best<Value>(
        _ lines: [PlanLine<Value>], _ owned: Set<String>, _ kind: String
    ) throws(PolicyQuestionProblem) -> PlanLine<Value>? {
        let fitting = lines.filter { $0.decides(owned, kind) }
        let size = fitting.compactMap { $0.match(owned)?.count }.max() ?? 0
        let largest = fitting.filter { $0.match(owned)?.count == size }
        guard largest.count > 1, let first = largest.first else { return largest.first }
        // Lines that say the same make no difference.
        guard largest.allSatisfy({ $0.values == first.values }) else { throw .several(largest.map(\.name)) }
        return first
    }

    /// Hours and zone, where they have a say.
    private func facts(of region: Region, _ coverage: Coverage) -> [PolicyRule.Fact] {
        let calendar = places.calendars.first { $0.code == region.calendar }
        let zone = PolicyRule.Fact(
            what: "zone", value: calendar?.zone ?? region.zone,
            tags: calendar?.zone == nil ? region.origin.tags(of: "zone") : calendar?.origin.tags(of: "zone") ?? [])
        guard coverage == .business, let calendar else { return [zone] }
        let lines = file.sections("calendar").first { $0.name == calendar.code }?.entries ?? []
        let hours = lines.filter { $0.key == "hours" }.map(\.value).joined(separator: "; ")
        let tags = calendar.origin.tags(of: "hours")
        return [.init(what: "hours", value: "\(hours), calendar \(calendar.code)", tags: tags), zone]
    }

    /// Hours that another text gives, where hours have a say (domain 13, row 1).
    private func otherHours(of region: Region, _ coverage: Coverage) -> [PolicyRule.NearLine] {
        guard coverage == .business, let calendar = places.calendars.first(where: { $0.code == region.calendar }) else {
            return []
        }
        let credit = credit(calendar.origin.tags(of: "alternative"))
        return calendar.alternatives.map {
            .init(line: "hours of \(calendar.code)", value: $0, because: "noted beside those in force \(credit)")
        }
    }

    /// The lines that are for a part of the plans, or that need one more.
    private func near<Value>(
        _ lines: [PlanLine<Value>], _ chosen: PlanLine<Value>, _ owned: Set<String>, _ kind: String,
        _ severity: String, _ table: String, _ words: (Value) -> String
    ) -> [PolicyRule.NearLine] {
        lines.filter { $0 != chosen }.compactMap { line in
            guard let value = line.values[severity] else { return nil }
            let because: String
            if let match = line.match(owned) {
                guard !match.isEmpty else { return nil }
                because =
                    line.isFor(kind) ? "names fewer of the plans" : "is for \(line.kind ?? "") cases, this is \(kind)"
            } else {
                let missing = line.plans.filter { !$0.isDisjoint(with: owned) }.map { $0.subtracting(owned) }
                    .filter { $0.count == 1 }.flatMap { $0 }
                guard line.isFor(kind), !missing.isEmpty else { return nil }
                because = "needs \(Set(missing).sorted().joined(separator: " or ")) as well"
            }
            return .init(line: "\(table) “\(line.name)”", value: words(value), because: because)
        }
    }
}

extension Policy.PlanLine {
    /// Whether it is for a kind of case.
    func isFor(_ kind: String) -> Bool { self.kind == nil || self.kind == kind }

    /// Whether it is for these plans and this kind of case.
    func decides(_ owned: Set<String>, _ kind: String) -> Bool { isFor(kind) && match(owned) != nil }
}

extension [String] {
    /// The texts in order, each once.
    var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
