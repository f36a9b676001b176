import CaseModel
import GuidePolicy

// What proofs of people, places and notices do with a stage.

extension CaseStage {
    var day: CivilDay { get throws { try proved(CivilDay(iso: "2026-03-09"), "day") } }

    /// Another person at the customer.
    func person(_ name: String, roles: [String] = [], at account: AccountID? = nil) async throws -> Contact {
        try await store.save(
            Contact(id: ContactID(0), account: account ?? self.account.id, name: name, roles: roles), by: claim,
            at: CaseStage.now)
    }

    /// A person of the provider.
    func agent(_ agent: Agent) async throws -> Agent { try await store.save(agent, by: claim, at: CaseStage.now) }

    /// A membership of the customer's contract that ends soon.
    func membership(contact: ContactID? = nil) async throws -> Record {
        let contract = try proved(try await store.records(RecordQuery(.contract)).records.first, "contract")
        var values: [String: String?] = [
            "contract": contract.id.description, "product": "Gateway", "end": "2026-04-30",
        ]
        if let contact { values["contact"] = contact.description }
        return try await keep(RecordEdit(adding: .membership, values))
    }

    /// A purchase on which somebody was named.
    func purchase(_ order: String, _ contact: ContactID) async throws {
        _ = try await keep(
            RecordEdit(
                adding: .purchase,
                [
                    "account": account.id.description, "order": order, "day": "2026-03-01", "product": "Gateway",
                    "quantity": "1", "contact": contact.description,
                ]))
    }

    /// A notice that is sent at once.
    func notice(_ kind: String, _ more: [String: String?]) async throws -> Record {
        let values: [String: String?] = ["kind": kind, "subject": "x", "due": "2026-03-09", "state": "sent"]
        return try await keep(RecordEdit(adding: .notice, values.merging(more) { $1 }))
    }

    /// An appointment of a company, with a person of it.
    func partner(_ role: String) async throws -> (record: Record, person: Contact) {
        let company = try await store.save(
            Account(id: AccountID(0), name: "Sud Partners"), by: claim, at: CaseStage.now)
        let record = try await keep(
            RecordEdit(
                adding: .partner,
                [
                    "account": account.id.description, "company": company.id.description, "role": role,
                    "scope": "both", "from": "2026-01-01",
                ]))
        return (record, try await person("P. Sud", at: company.id))
    }

    /// Why somebody may not call; empty when the person may.
    func caller(_ contact: Contact, _ policy: Policy, for type: String? = nil) async throws -> [String] {
        var question = CoverQuestion(day: try day)
        question.caller = .contact(contact)
        let facts = try await store.coverFacts(of: account)
        return cover(question, facts, CoverTerms(policy, for: type)).caller?.reasons.map(\.rule) ?? []
    }
}

/// Where a request belongs under a policy, at noon of a Monday in Europe unless it is said.
func route(
    _ policy: Policy, _ type: String = "technical", _ region: String? = "emea", plans: [String] = ["core"],
    severity: String = "3", product: String? = nil, language: String? = nil, center: String? = nil,
    at: String = "2026-03-09T12:00:00Z", agents: [Agent] = []
) throws -> RouteAnswer {
    let now = try proved(Timestamp(iso: at), "instant")
    return try Router(policy, agents: agents, zones: Guide.zones).route(
        RouteQuestion(
            type: type, region: region, product: product, language: language, plans: plans, severity: severity,
            center: center, at: now))
}

/// Somebody of the provider in a role.
func staff(_ name: String, _ role: String, _ center: String? = "dublin", expertise: String? = nil) -> Agent {
    Agent(
        id: AgentID(0), name: name, duties: [.engineer], expertise: expertise, center: center, role: role,
        languages: ["en"])
}
