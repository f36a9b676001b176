/// Finds the agent behind a claim among the agents that have its login.
///
/// - Parameter candidates: the active agents with the claim's login.
/// - Throws: a refusal when nobody has it, when several have it and none is named, or when the named one has not.
public func whoActs(_ claim: Claim, among candidates: [Agent]) throws(Refusal) -> Agent {
    if let name = claim.name {
        guard let agent = candidates.first(where: { Words.fold($0.name) == Words.fold(name) }) else {
            throw Refusal.notYourName(name, login: claim.login)
        }
        return agent
    }
    guard let agent = candidates.first else { throw Refusal.noAgent(claim.login) }
    guard candidates.count == 1 else { throw Refusal.severalAgents(claim.login) }
    return agent
}
