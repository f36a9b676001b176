/// Whether somebody is the one for a request, by the policy's router, and why.
public struct Fitness: Equatable, Sendable {
    /// What can stand against somebody.
    public enum Obstacle: Hashable, Sendable {
        /// It belongs to a role or team, of that name, that the person is not of.
        case role(String)
        /// The person is not known to know the product.
        case product(String)
        /// The person does not speak what is wanted.
        case language(String)
        /// Another centre, of that name, has it now.
        case center(String)
        /// The person is not on shift, until then where it is known.
        case shift(Timestamp?)
    }

    /// Why, in words.
    public let reasons: [String]
    /// Why not; empty for somebody who is fit.
    public let obstacles: [Obstacle]
}

extension Router {
    /// Whether an agent is fit for a request: role, product, language, centre and shift, as far as they are known.
    ///
    /// What nobody wrote down about the agent stands against nothing: a store without roles has everybody do everything.
    ///
    /// - Throws: when the policy does not know one of the words of the question.
    public func fitness(of agent: Agent, for question: RouteQuestion) throws(PolicyQuestionProblem) -> Fitness {
        let alone = Router(policy, agents: [agent], zones: zones)
        var answer = try alone.route(question)
        if agent.role == nil {
            // Who has no role is looked at as if it were the one that is wanted.
            var lent = agent
            lent.role = answer.role?.code ?? policy.people.roles.first { $0.team == answer.team?.code }?.code
            answer = try Router(policy, agents: [lent], zones: zones).route(question)
        }
        var obstacles: [Fitness.Obstacle] = []
        let isOfRole = agent.role == nil || agent.role == answer.role?.code
        let hasOthers = answer.role.map { role in agents.contains { $0.role == role.code } } ?? false
        guard let candidate = answer.engineers.first, isOfRole || !hasOthers else {
            let name = answer.role?.name ?? answer.team?.name ?? question.type
            return Fitness(reasons: [], obstacles: [.role(name)])
        }
        if candidate.knowledge == .nothing, agent.expertise != nil || !agent.products.isEmpty {
            obstacles.append(.product(question.product ?? ""))
        }
        let language = answer.steps.first { $0.what == "language" }?.value ?? question.language ?? ""
        if candidate.speaks == false, !agent.languages.isEmpty { obstacles.append(.language(language)) }
        if let center = answer.center?.center, let own = agent.center, !candidate.isThere {
            // What no centre holds yet belongs to all of its region.
            let isShared = question.center == nil && policy.center(own)?.region == center.region
            if !isShared { obstacles.append(.center(center.name)) }
        }
        if agent.shift != nil, candidate.presence.unknown == nil, !candidate.presence.isReachable {
            obstacles.append(.shift(candidate.presence.next))
        }
        let reasons = [
            candidate.knowledge == .nothing ? nil : words(candidate.knowledge, agent, question.product),
            candidate.speaks == true ? words(true, [language]) : nil, candidate.isThere ? "in your centre" : nil,
        ]
        return Fitness(reasons: reasons.compactMap { $0 }, obstacles: obstacles)
    }
}
