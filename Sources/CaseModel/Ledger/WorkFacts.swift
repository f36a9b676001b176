// Who is to work on a case, and where: what the conditions of taking, assigning and handing over ask (domain 12).

extension CaseLedger {
    func addWork(
        _ change: CaseChange, on item: Case, by agent: Agent, at now: Timestamp, to facts: inout CaseFacts
    ) throws(StoreError) {
        switch change {
        case .take: add(agent, on: item, at: now, to: &facts)
        case .assign(let id): if let owner = try self.agent(id) { add(owner, on: item, at: now, to: &facts) }
        case .status:
            let owner = try item.owner.flatMap { id throws(StoreError) in try self.agent(id) }
            add(owner ?? agent, on: item, at: now, to: &facts)
        case .handOver(let code, _):
            guard let center = policies.inForce.center(code),
                policies.inForce.calendar(of: center, zones: policies.zones) != nil
            else { break }
            facts.isCenterOpen = policies.inForce.state(of: center, at: now, zones: policies.zones).isOpen
        default: break
        }
    }

    /// Whether an agent knows the product and can be reached, as far as anything of that was noted.
    private func add(_ agent: Agent, on item: Case, at now: Timestamp, to facts: inout CaseFacts) {
        if let product = item.product, agent.expertise != nil || !agent.products.isEmpty {
            facts.isExpert = agent.knows(product, policies.inForce) != .nothing
        }
        var coverage = Coverage.business
        if case .success(let found)? = RuleQuestion(item, .firstResponse, policies).map(policies.rule) {
            coverage = found.rule.coverage
        }
        let presence = policies.inForce.presence(of: agent, at: now, coverage: coverage, zones: policies.zones)
        if presence.unknown == nil { facts.isOnShift = presence.isReachable }
    }
}
