extension CaseStore {
    /// The customers whose environments an agent is assigned to, by number (domain 11, row 47).
    func accounts(assignedTo agent: AgentID) async throws(StoreError) -> [AccountID] {
        let environments = try await records(RecordQuery(.environment, marked: agent.description)).records
        return Set(environments.compactMap(\.account)).sorted()
    }

    /// The customers of an agent as a roster shows them.
    func roster(of agent: AgentID, _ query: RosterQuery) async throws(StoreError) -> PlaceAnswer {
        var query = query
        query.ids = try await accounts(assignedTo: agent)
        let lines = try await roster(query)
        return .roster(lines, try await names(of: lines.compactMap(\.account.parent)))
    }

    /// The records of an agent's customers, a list for each query.
    func records(of agent: AgentID, _ queries: [RecordQuery]) async throws(StoreError) -> PlaceAnswer {
        let own = try await accounts(assignedTo: agent)
        var lists: [RecordList] = []
        for var query in queries {
            query.accounts = own
            lists.append(try await records(query))
        }
        return .records(lists)
    }
}
