// Who at the provider is assigned to a customer, because a plan of the customer says so (domain 11, rows 47, 49).

/// A role of which nobody is assigned to a customer though a plan has it.
public struct AssignmentGap: Equatable, Sendable {
    /// The role.
    public let role: Policy.Role
    /// The plan that has it.
    public let plan: Policy.Plan

    /// What is so, as a whole sentence.
    public var message: String { "Nobody is assigned as \(role.name), though \(plan.name) has one." }
    /// What would mend it, as a whole sentence.
    public var remedy: String { "Name somebody of that role in an environment (environment set ID manager=AGENT)." }
}

/// Somebody who is assigned to a customer.
public struct Assigned: Equatable, Sendable {
    /// The agent.
    public let agent: Agent
    /// The role.
    public let role: Policy.Role
    /// The environments for which the agent is named.
    public let environments: [RecordID]
    /// Whether the agent is the customer's principal point of contact.
    public let isPrincipal: Bool
}

extension Policy {
    /// Who is assigned to a customer, the principal point of contact first.
    ///
    /// - Parameter environments: the customer's.
    public func assigned(_ environments: [Record], among agents: [Agent]) -> [Assigned] {
        var found: [Assigned] = []
        for agent in agents where agent.active {
            guard let role = role(agent.role), role.isAssigned else { continue }
            let own = environments.filter { AgentID(text: $0["manager"] ?? "") == agent.id }
            guard !own.isEmpty else { continue }
            found.append(
                Assigned(
                    agent: agent, role: role, environments: own.map(\.id),
                    isPrincipal: role.isPrincipal && own.contains { $0.flag("principal") ?? true }))
        }
        return found.filter(\.isPrincipal) + found.filter { !$0.isPrincipal }
    }

    /// The roles of which nobody is assigned though the customer's plans have them.
    public func missing(
        _ assigned: [Assigned], under plans: [String], on day: CivilDay
    ) -> [AssignmentGap] {
        var seen: Set<String> = []
        return openedRoles(by: plans, on: day).filter { opened in
            opened.role.isAssigned && !assigned.contains { $0.role == opened.role }
                && seen.insert(opened.role.code).inserted
        }
        .map { AssignmentGap(role: $0.role, plan: $0.plan) }
    }
}

extension CaseLedger {
    /// Only people of an assigned role are assigned to a customer.
    func checkManager(_ value: String) throws(StoreError) {
        guard let id = AgentID(text: value), let agent = try agent(id) else { return }
        guard agent.active else { throw .refused(.left(agent.name)) }
        guard policies.inForce.role(agent.role)?.isAssigned == true else {
            throw .refused(.notAssigned(agent.name, policies.inForce.people.roles.filter(\.isAssigned)))
        }
    }
}

extension Refusal {
    static func notAssigned(_ name: String, _ roles: [Policy.Role]) -> Refusal {
        let names = roles.map(\.name).joined(separator: ", ")
        let codes = roles.map(\.code).joined(separator: " or ")
        return Refusal(
            rule: "environment-manager",
            message: roles.isEmpty
                ? "The policy has no role whose people are assigned to customers."
                : "\(name) has no role whose people are assigned to customers (\(names)).",
            remedy: roles.isEmpty
                ? "Add assigned = yes to a [role] of it." : "Give the role (agent set \(name) --role \(codes)).")
    }
}
