public import SettingsText

extension Policy {
    /// What does not fit together, once every record is sound by itself.
    var mistakes: [SettingsProblem] {
        planMistakes + lineMistakes + lifeCycleMistakes + ledgerMistakes + thresholdMistakes
    }

    func problem(_ line: Int, _ message: String, isFatal: Bool = true) -> SettingsProblem {
        SettingsProblem(file: file.name, line: line, column: 1, message: message, isFatal: isFatal)
    }

    /// Each plan has a target for each severity, or says that it has none.
    private var planMistakes: [SettingsProblem] {
        cover.plans.filter(\.hasTargets).flatMap { plan -> [SettingsProblem] in
            let lines = cover.targets.filter { $0.plans.contains([plan.code]) || $0.plans.contains([]) }
            guard lines.isEmpty else { return [] }
            let message =
                "The plan \(plan.code) has no targets. Name it in a [targets] section, or write targets = none."
            return [problem(plan.origin.line, message)]
        }
    }

    /// Each line has a value for each severity, each target a coverage, and no line repeats another.
    private var lineMistakes: [SettingsProblem] {
        let codes = lifeCycle.severities.map(\.code)
        func missing<Value>(_ lines: [PlanLine<Value>], _ what: String) -> [SettingsProblem] {
            lines.flatMap { line in
                codes.filter { line.values[$0] == nil }.map { code in
                    problem(line.origin.line, "\(what) “\(line.name)” has no line severity.\(code).")
                }
            }
        }
        func repeated<Value>(_ lines: [PlanLine<Value>], _ what: String) -> [SettingsProblem] {
            guard lines.reduce(0, { $0 + $1.plans.count }) <= 1000 else {
                return [problem(lines.first?.origin.line ?? 1, "\(what) name plans more than 1000 times.")]
            }
            let sets = lines.map { Set($0.plans) }
            return lines.indices.flatMap { index in
                lines[..<index].indices.filter { other in
                    fits(lines[index].kind, lines[other].kind) && !sets[index].isDisjoint(with: sets[other])
                }
                .map { other in
                    let names = "“\(lines[index].name)” and “\(lines[other].name)”"
                    return problem(lines[index].origin.line, "\(what) \(names) are for the same plans.")
                }
            }
        }
        let doubled =
            repeated(cover.targets, "The targets") + repeated(cover.followUps, "The follow-up targets")
            + repeated(cover.coverage, "The coverage")
        guard doubled.isEmpty else { return doubled }
        let uncovered = cover.targets.flatMap { line in
            line.plans.filter { set in
                !cover.coverage.contains { $0.match(set) != nil && fits($0.kind, line.kind) }
            }
            .map { problem(line.origin.line, "No [coverage] is for \(words($0, line.kind)): name the plans in one.") }
        }
        return missing(cover.targets, "The targets") + missing(cover.followUps, "The follow-up targets")
            + missing(cover.coverage, "The coverage") + uncovered
    }

    private func fits(_ kind: String?, _ other: String?) -> Bool { kind == nil || other == nil || kind == other }

    private func words(_ plans: Set<String>, _ kind: String?) -> String {
        (plans.isEmpty ? "any plan" : plans.sorted().joined(separator: "+")) + (kind.map { " and \($0) cases" } ?? "")
    }

    /// A threshold that a rule goes by is counted in what the rule can count.
    private var thresholdMistakes: [SettingsProblem] {
        thresholds.compactMap { threshold in
            threshold.wanted.map { problem(threshold.origin.line, "The threshold \(threshold.code) counts \($0).") }
        }
    }

    /// One status begins, at least one ends, ranks differ.
    private var lifeCycleMistakes: [SettingsProblem] {
        var problems: [SettingsProblem] = []
        let starts = lifeCycle.statuses.filter { $0.role == .start }
        if starts.count != 1 {
            let line = starts.dropFirst().first?.origin.line ?? 1
            problems.append(problem(line, "Exactly one status has role = start, not \(starts.count)."))
        }
        if !lifeCycle.statuses.contains(where: { $0.role == .final }) {
            problems.append(problem(1, "No status has role = final: no case could ever be closed."))
        }
        if lifeCycle.severities.isEmpty { problems.append(problem(1, "There is no [severity \"…\"].")) }
        if intake.requestTypes.isEmpty { problems.append(problem(1, "There is no [request-type \"…\"].")) }
        if places.regions.isEmpty { problems.append(problem(1, "There is no [region \"…\"].")) }
        if cover.plans.isEmpty { problems.append(problem(1, "There is no [plan \"…\"].")) }
        for (severity, next) in zip(lifeCycle.severities, lifeCycle.severities.dropFirst())
        where severity.rank == next.rank {
            problems.append(
                problem(next.origin.line, "The severities \(severity.code) and \(next.code) have the same rank."))
        }
        for transition in lifeCycle.transitions where transition.from.contains(.none) {
            guard case .status(let code) = transition.to, code == starts.first?.code else {
                problems.append(
                    problem(transition.origin.line, "“\(transition.name)” begins a case elsewhere than at the start."))
                continue
            }
        }
        return problems
    }

    /// What a person should know of a policy that is in order: calendars whose holidays nobody filled in, and counts
    /// that differ from what is stated.
    ///
    /// - Parameter today: the day on which it is asked; calendars should know this year and the next.
    public func warnings(on today: CivilDay) -> [SettingsProblem] {
        emptyCalendars(today) + centerWarnings + nameless + strangeRules + strangeEvents
            + strangeConditions + oddSizes + ungrounded
    }

    /// Nothing that lapsed would be in the way of cover.
    private var ungrounded: [SettingsProblem] {
        guard !duties.grounds.contains(where: { $0.lack == .lapsed }) else { return [] }
        let message = "No [ground] says is = lapsed: what is over counts as cover."
        return [problem(duties.grounds.first?.origin.line ?? 1, message, isFatal: false)]
    }

    private var oddSizes: [SettingsProblem] {
        thresholds.filter(\.isOddSize).map { odd in
            problem(
                odd.origin.line, "\(odd.code) counts bytes, KiB or MiB; as it is, no file can be attached.",
                isFatal: false)
        }
    }

    /// Counts of centres that differ from what is stated, and geos without one.
    public var centerWarnings: [SettingsProblem] { miscounts + emptyGeos }

    private var miscounts: [SettingsProblem] {
        thresholds.filter { $0.code == "centers" }.compactMap { stated in
            guard let amount = stated.amount, amount != places.centers.count else { return nil }
            let message = "\(amount) centres are stated, \(places.centers.count) are listed."
            return problem(stated.origin.line, message, isFatal: false)
        }
    }

    /// Each geo has at least one centre (domain 11, row 31).
    private var emptyGeos: [SettingsProblem] {
        let served = Set(places.centers.compactMap { center in region(center.region)?.geo })
        var seen: Set<String> = []
        return places.regions.compactMap { region in
            guard let geo = region.geo, !served.contains(geo), seen.insert(geo).inserted else { return nil }
            return problem(region.origin.line, "The geo \(geo) has no centre.", isFatal: false)
        }
    }

    /// Rules that the program does not know how to follow.
    private var strangeRules: [SettingsProblem] {
        duties.rules.filter { Rule.orders[$0.code] == nil }.map {
            let near = hint($0.code, Rule.orders.keys.sorted())
            return problem($0.origin.line, "The program knows no rule \($0.code).\(near)", isFatal: false)
        }
    }

    /// Rows of something that never happens, by the program's names of what does.
    private var strangeEvents: [SettingsProblem] {
        lifeCycle.transitions.filter { !Transition.events.contains($0.event) }.map {
            let near = hint($0.event, Transition.events)
            return problem($0.origin.line, "The program knows no event \($0.event).\(near)", isFatal: false)
        }
    }

    /// Conditions at which the program cannot look, so that it only says them.
    private var strangeConditions: [SettingsProblem] {
        let known = Attempt.conditions.union(StepCondition.allCases.map(\.rawValue))
        return lifeCycle.conditions.filter { !known.contains($0.code) }.map {
            let near = hint($0.code, known.sorted())
            let message = "The program cannot look whether \($0.code) holds: it says it, and a person decides.\(near)"
            return problem($0.origin.line, message, isFatal: false)
        }
    }

    /// Languages that regions offer and no [language] names: nobody can be asked for by them.
    private var nameless: [SettingsProblem] {
        guard !people.languages.isEmpty else { return [] }
        return places.regions.flatMap { region in
            (region.languages + region.languagesOutside).filter { language($0) == nil }.map {
                problem(
                    region.origin.line, "No [language] is named \($0).\(hint($0, people.languages.map(\.name)))",
                    isFatal: false)
            }
        }
    }

    private func emptyCalendars(_ today: CivilDay) -> [SettingsProblem] {
        places.calendars.flatMap { calendar in
            (today.year...(today.year + 1)).compactMap { year -> SettingsProblem? in
                let isKnown =
                    calendar.knownThrough.map { $0.year > year || ($0.year == year && $0.month == 12) } ?? false
                guard !isKnown, !calendar.holidays.keys.contains(where: { $0.year == year }) else { return nil }
                let message =
                    "The calendar \(calendar.code) has no holidays for \(year): every weekday counts as a business day."
                return problem(calendar.origin.line, message, isFatal: false)
            }
        }
    }

    /// The zones that are named and not known, each with the nearest that is.
    ///
    /// - Parameters:
    ///   - isKnown: whether this host has a zone of a name.
    ///   - names: names of zones, for suggestions.
    public func zoneMistakes(isKnown: (String) -> Bool, names: [String]) -> [SettingsProblem] {
        file.sections.filter { ["region", "calendar", "center"].contains($0.kind) }.flatMap { section in
            section.entries.filter { $0.key == "zone" && !isKnown($0.value) }.map { entry in
                SettingsProblem(
                    file: file.name, line: entry.line, column: entry.valueColumn,
                    message: "There is no time zone \(entry.value) on this host.\(hint(entry.value, names))",
                    isFatal: true)
            }
        }
    }
}
