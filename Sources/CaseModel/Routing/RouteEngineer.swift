// Who is to work on a request: everybody who may, ordered by how well they fit.

extension Router {
    /// What the policy may say of the order.
    enum Aspect: String, CaseIterable {
        /// Whoever is within hours first.
        case shift
        /// Whoever knows the product better.
        case expertise
        /// Whoever speaks a wanted language.
        case language
        /// Whoever works in the chosen centre.
        case center
        /// The first line before the second.
        case tier
    }

    func chooseEngineer(_ wanted: [String], _ answer: inout RouteAnswer) {
        guard let rule = policy.rule(Router.rule) else {
            return answer.warn(
                "route-rule", "The policy does not say how engineers are chosen.",
                "Add a [rule \"\(Router.rule)\"] to it, or choose one yourself (agent list).", [])
        }
        var people = agents.filter { agent in
            answer.role.map { agent.role == $0.code } ?? (policy.role(agent.role)?.team == answer.team?.code)
        }
        let what = answer.role?.name ?? answer.team?.name ?? "team"
        if people.isEmpty {
            // Nobody of the role: rather somebody of its team than nobody.
            people = agents.filter { agent in
                answer.team.map { team in policy.role(agent.role)?.team == team.code } ?? false
            }
            answer.warn(
                "route-nobody", "No agent is a \(what).", "Give somebody the role (agent set NAME --role CODE).",
                answer.role?.origin.tags ?? [])
        }
        let ordered = candidates(people, of: answer.question.product, wanted, answer).sorted {
            precedes($0, $1, rule.order)
        }
        answer.engineers = ordered
        guard let best = ordered.first else { return }
        answer.decide("engineer", best.agent.name, best.reasons.joined(separator: "; "), rule.origin.tags(of: "order"))
        warn(best, wanted, &answer)
    }

    /// A critical situation under a plan that has the role: somebody takes charge of it (domain 11, rows 52, 53).
    func chooseManager(_ wanted: [String], _ answer: inout RouteAnswer) {
        let question = answer.question
        guard let severity = policy.lifeCycle.severities.first(where: { $0.code == question.severity }),
            severity.isCritical
        else { return }
        let opened = policy.openedRoles(by: question.plans, on: day(question))
        guard let (role, plan) = opened.first(where: { $0.role.isCritical }) else { return }
        answer.command = role
        let tags = plan.origin.tags(of: "roles") + severity.origin.tags(of: "critical")
        // What the role is there for, in the policy's own words: an aim is never told as a number.
        let does = role.does.map { ": \($0)" } ?? ""
        answer.decide("command", role.name, "severity \(severity.code) under \(plan.name)\(does)", tags)
        let order = policy.rule(Router.rule)?.order ?? []
        answer.managers = candidates(agents.filter { $0.role == role.code }, of: nil, wanted, answer)
            .sorted { precedes($0, $1, order) }
        guard answer.managers.contains(where: \.presence.isReachable) else {
            return answer.warn(
                "route-command", "Nobody who is reachable is a \(role.name).",
                "Give somebody the role (agent set NAME --role \(role.code)), and name one on the case.",
                role.origin.tags)
        }
    }

    private func candidates(
        _ people: [Agent], of product: String?, _ wanted: [String], _ answer: RouteAnswer
    ) -> [RouteAnswer.Candidate] {
        people.map { agent in
            let presence = policy.presence(
                of: agent, at: answer.question.at, coverage: answer.coverage ?? .business, zones: zones)
            let knowledge = product.map { agent.knows($0, policy) }
            let speaks =
                wanted.isEmpty ? nil : agent.languages.contains { tag in wanted.contains { same($0, tag) } }
            let isThere = agent.center != nil && agent.center == answer.center?.center.code
            let role = policy.role(agent.role)?.name
            return RouteAnswer.Candidate(
                agent: agent, knowledge: knowledge, speaks: speaks, presence: presence, isThere: isThere,
                tier: agent.tier(by: policy) ?? .max,
                reasons: [
                    role, words(knowledge, agent, product), words(presence), words(speaks, wanted),
                    isThere ? "in the same centre" : nil,
                ].compactMap { $0 })
        }
    }

    private func precedes(_ a: RouteAnswer.Candidate, _ b: RouteAnswer.Candidate, _ order: [String]) -> Bool {
        for aspect in order.compactMap(Aspect.init(rawValue:)) {
            let (first, second) = (rank(a, aspect), rank(b, aspect))
            if first != second { return first < second }
        }
        return Words.fold(a.agent.name).utf8.lexicographicallyPrecedes(Words.fold(b.agent.name).utf8)
    }

    /// A place in the order of an aspect; the best is the smallest.
    private func rank(_ candidate: RouteAnswer.Candidate, _ aspect: Aspect) -> Int64 {
        switch aspect {
        case .shift:
            if candidate.presence.isOnShift { return 0 }
            return candidate.presence.isReachable ? 1 : candidate.presence.next?.seconds ?? .max
        case .expertise: return Int64(candidate.knowledge?.rawValue ?? 0)
        case .language: return candidate.speaks == false ? 1 : 0
        case .center: return candidate.isThere ? 0 : 1
        case .tier: return Int64(candidate.tier)
        }
    }

    func words(_ knowledge: Knowledge?, _ agent: Agent, _ product: String?) -> String? {
        guard let knowledge, let product else { return nil }
        switch knowledge {
        case .home:
            let name = policy.people.expertise.first { $0.code == agent.expertise }?.name ?? product
            return "at home in \(name)"
        case .further: return "knows \(product) besides"
        case .nothing: return "not known to know \(product)"
        }
    }

    private func words(_ presence: Presence) -> String {
        if let unknown = presence.unknown { return "hours not known: \(unknown)" }
        if presence.isOnShift { return presence.until.map { "on shift until \($0)" } ?? "on shift" }
        let next = presence.next.map { ", on shift from \($0)" } ?? ""
        return presence.isReachable ? "reachable\(next)" : "off shift\(next)"
    }

    func words(_ speaks: Bool?, _ wanted: [String]) -> String? {
        speaks.map { ($0 ? "speaks " : "does not speak ") + wanted.joined(separator: ", ") }
    }

    /// What does not fit about the best there is (domain 11, row 33: unmatched is a warning).
    private func warn(_ best: RouteAnswer.Candidate, _ wanted: [String], _ answer: inout RouteAnswer) {
        let name = best.agent.name
        if best.knowledge == .nothing, let product = answer.question.product {
            warnOfProduct(product, best, &answer)
        }
        if !best.presence.isReachable {
            let from = best.presence.next.map { ", the first is on shift from \($0)" } ?? ""
            answer.warn(
                "route-shift", "Nobody who may take it is on shift\(from).",
                "Leave it for then, or ask another centre.",
                answer.role?.origin.tags(of: "availability") ?? [])
        }
        if best.speaks == false {
            answer.warn(
                "route-speaks", "\(name) is not known to speak \(wanted.joined(separator: " or ")).",
                "It is not guaranteed; note who speaks it (agent set NAME --languages LIST).", [])
        }
    }

    private func warnOfProduct(
        _ product: String, _ best: RouteAnswer.Candidate, _ answer: inout RouteAnswer
    ) {
        let tags = answer.role?.origin.tags ?? []
        if let knows = answer.engineers.first(where: { $0.knowledge != .nothing }) {
            return answer.warn(
                "route-expertise", "\(best.agent.name) is not known to know \(product); \(knows.agent.name) does.",
                "\(knows.agent.name) is \(words(knows.presence)): give it to \(best.agent.name) until then, or wait.",
                tags)
        }
        let isListed = policy.people.expertise.contains { $0.covers(product) }
        let what = isListed ? "" : " No [expertise] of the policy names it either."
        answer.warn(
            "route-expertise", "Nobody who may take it is known to know \(product).\(what)",
            "Give it to \(best.agent.name) and say so, or note who knows it (agent set NAME --products LIST).", tags)
    }
}
