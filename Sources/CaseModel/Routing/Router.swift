/// Finds where requests belong, by a policy and the agents there are (domain 11, rows 33 to 36, 44, 50 to 53).
///
/// The order of the engineers is that of the policy's rule `route`; everything it decides it explains.
public struct Router {
    let policy: Policy
    let agents: [Agent]
    let zones: (String) -> Zone?

    /// A router for a policy and some agents.
    ///
    /// - Parameter zones: gives the rules of a zone by its name; nil for one that is not known.
    public init(_ policy: Policy, agents: [Agent], zones: @escaping (String) -> Zone?) {
        self.policy = policy
        self.agents = agents.filter(\.active)
        self.zones = zones
    }

    /// The rule by which engineers are ordered.
    public static let rule = "route"
    /// What the order of that rule may name.
    static let aspects = Aspect.allCases.map(\.rawValue)

    /// Where a request belongs, who is to work on it, and why.
    ///
    /// - Throws: when the policy does not know one of the words of the question.
    public func route(_ question: RouteQuestion) throws(PolicyQuestionProblem) -> RouteAnswer {
        guard let type = policy.intake.requestTypes.first(where: { $0.code == question.type }) else {
            throw .unknown(
                what: "type of request", word: question.type, known: policy.intake.requestTypes.map(\.code))
        }
        try know("region", question.region, policy.places.regions.map(\.code))
        try know("severity", question.severity, policy.lifeCycle.severities.map(\.code))
        try know("centre", question.center, policy.places.centers.map(\.code))
        for plan in question.plans { try know("plan", plan, policy.cover.plans.map(\.code)) }
        var answer = RouteAnswer(question: question)
        let region = question.region.flatMap(policy.region)
        chooseTeam(type, region, &answer)
        chooseRole(type, &answer)
        chooseCoverage(type, region, &answer)
        chooseCenter(region, &answer)
        let wanted = chooseLanguage(region, &answer)
        chooseEngineer(wanted, &answer)
        chooseManager(wanted, &answer)
        return answer
    }

    private func know(_ what: String, _ word: String?, _ known: [String]) throws(PolicyQuestionProblem) {
        if let word, !known.contains(word) { throw .unknown(what: what, word: word, known: known) }
    }

    /// The day of the question in UTC, for plans that hold from a day on.
    func day(_ question: RouteQuestion) -> CivilDay { question.at.day }

    /// The team of the kind of request, in some regions another one.
    private func chooseTeam(_ type: Policy.RequestType, _ region: Policy.Region?, _ answer: inout RouteAnswer) {
        let code = region.map { type.team(in: $0.code) } ?? type.team
        answer.team = policy.people.teams.first { $0.code == code }
        let isOwn = region.map { type.teamByRegion[$0.code] != nil } ?? false
        let because: String
        if let region {
            because = "\(type.name) in \(region.name)\(isOwn ? ": the region has a way of its own" : "")"
        } else {
            because = type.name
            answer.warn(
                "route-region", "The account has no region: its hours and the way to its team are not known.",
                "Name it (account set NAME --region CODE).", [])
        }
        let tags = type.origin.tags(of: isOwn ? "team.\(region?.code ?? "")" : "team")
        answer.decide("team", answer.team?.name ?? code, because, tags)
        if let team = answer.team, let region, !team.regions.isEmpty, !team.regions.contains(region.code) {
            answer.warn(
                "route-team", "\(team.name) is not for \(region.name).",
                "Correct the policy: [request-type \"\(type.code)\"] or [team \"\(team.code)\"].",
                team.origin.tags(of: "regions"))
        }
    }

    /// The role of the kind of request; plans may open a faster one of the same team.
    private func chooseRole(_ type: Policy.RequestType, _ answer: inout RouteAnswer) {
        let opened = policy.openedRoles(by: answer.question.plans, on: day(answer.question))
        if let fast = opened.first(where: { $0.role.isFastTrack && $0.role.team == answer.team?.code }) {
            answer.role = fast.role
            answer.isFastTrack = true
            answer.decide(
                "role", fast.role.name, "\(fast.plan.name) goes past the general queue",
                fast.plan.origin.tags(of: "roles") + fast.role.origin.tags(of: "fast-track"))
        } else if let role = policy.role(type.role) {
            answer.role = role
            answer.decide("role", role.name, "takes a \(type.name)", type.origin.tags(of: "role"))
        }
    }

    /// Around the clock or in business hours, as the plans say at this severity.
    private func chooseCoverage(
        _ type: Policy.RequestType, _ region: Policy.Region?, _ answer: inout RouteAnswer
    ) {
        let question = answer.question
        guard let region, let severity = question.severity, !question.plans.isEmpty else {
            let missing = question.plans.isEmpty ? "no plan is known" : "no severity is known"
            answer.decide("coverage", Coverage.business.rawValue, missing, [])
            return
        }
        do throws(PolicyQuestionProblem) {
            let rule = try policy.rule(
                plan: question.plans, severity: severity, region: region.code, kind: type.kind, zones: zones)
            answer.coverage = rule.rule.coverage
            let fact = rule.facts.first { $0.what == "coverage" }
            answer.decide(
                "coverage", rule.rule.coverage.rawValue, "severity \(severity) by the plans", fact?.tags ?? [])
        } catch {
            answer.decide("coverage", Coverage.business.rawValue, "\(error)", [])
        }
    }
}
