import CaseModel
import GuidePolicy
import Testing

/// A store whose customers have contracts, so that clocks run, wait, were met or missed; the clock stands at 14:05.
struct CoveredStore {
    let store: MemoryCaseStore
    private var acts = 0

    static func make() async throws -> MemoryCaseStore {
        var desk = CoveredStore()
        try await desk.fill()
        return desk.store
    }

    private init() {
        store = MemoryCaseStore(keeper: SampleStore.ada, keeperName: "ada")
    }

    private mutating func fill() async throws {
        var ada = try await store.agent(for: SampleStore.ada)
        ada.center = "dublin"
        _ = try await store.save(ada, by: SampleStore.ada, at: now(900_000))
        let nord = try await customer("Nord Energy", "NE-1001", "priority-plus", ["J. Berg", "M. Sand"])
        let helix = try await customer("Helix Bank", "HB-2207", "select", ["M. Okafor"])
        let port = try await customer("Halden Port", "HP-3", "core", ["K. Lie"], until: "2026-01-31")
        let kogyo = try await customer("Tōhoku Kōgyō", "TK-7", "priority", ["S. Abe"])

        _ = try await log("Gateway pair drops all sessions since the 13:40 change", .one, nord, ago: 180)
        let licence = try await log("Licence server refuses check-out after upgrade", .two, helix, ago: 1500)
        try await act(licence, .status(.open), .take, ago: 1400)
        _ = try await log("プリンタが応答しません", .two, kogyo, ago: 3300)
        _ = try await log("Profile load takes four minutes", .two, port, ago: 6000)
        let move = try await log("How to move 20 licences to a new host", .three, nord, ago: 12_000)
        try await act(move, .status(.open), .take, .reply("Which host has them now?"), ago: 9000)
        try await act(move, .status(.cust, given: ["awaited": "the name of the host"]), ago: 8900)
        let versions = try await log("Which versions run side by side?", .four, helix, ago: 20_000)
        try await act(versions, .status(.open), .take, .reply("These two do."), ago: 12_000)
        let late = try await log("Telemetry does not report", .two, kogyo, ago: 30_000)
        try await act(late, .status(.open), .take, .reply("Please restart the reporting service."), ago: 20_000)
        try await act(late, .hear("It did not help."), ago: 8000)
    }

    private func now(_ ago: Int64) -> Timestamp { SampleStore.now - ago }

    private mutating func operation(_ edits: [CaseEdit], ago: Int64) -> CaseModel.Operation {
        acts += 1
        return CaseModel.Operation(
            id: OperationID("covered-\(acts)"), claim: SampleStore.ada, at: now(ago), edits: edits)
    }

    private mutating func customer(
        _ name: String, _ organization: String, _ plan: String, _ people: [String], until: String = "2027-06-30"
    ) async throws -> Contact {
        let account = try await store.save(
            Account(id: AccountID(0), name: name, organizationID: organization, country: "IE", region: "emea"),
            by: SampleStore.ada, at: now(900_000))
        var contacts: [Contact] = []
        for person in people {
            let contact = Contact(id: ContactID(0), account: account.id, name: person, roles: ["technical"])
            contacts.append(try await store.save(contact, by: SampleStore.ada, at: now(900_000)))
        }
        let contract = RecordEdit(
            adding: .contract,
            ["account": account.id.description, "number": organization, "start": "2025-07-01", "end": until])
        let kept = try await store.keep([contract], operation([], ago: 900_000))
        let id = try #require(kept.records.first).id.description
        _ = try await store.keep(
            [RecordEdit(adding: .entitlement, ["contract": id, "plan": plan])], operation([], ago: 900_000))
        return try #require(contacts.first)
    }

    private mutating func log(_ subject: String, _ severity: Severity, _ caller: Contact, ago: Int64) async throws
        -> CaseID
    {
        let words = Guide.words
        let new = NewCase(
            subject: subject, severity: severity, type: words.usualType,
            channel: try #require(words.channel("phone")), account: try #require(caller.account), contact: caller.id,
            troubleshootingDone: true)
        return try await store.log(new, operation([], ago: ago)).item.id
    }

    private mutating func act(_ id: CaseID, _ changes: CaseChange..., ago: Int64) async throws {
        let outcome = try await store.apply(operation([CaseEdit(id, base: nil, changes)], ago: ago))
        guard case .done? = outcome.edits.first else {
            Issue.record("\(outcome.edits)")
            return
        }
    }
}
