import CaseModel
import GuidePolicy

/// A small store that every story and every picture starts from; its clock stands at 14:05 in Dublin.
enum SampleStore {
    static let now = Timestamp(seconds: 1_773_065_100)
    static let zone = Zone(name: "Europe/Dublin", initialOffset: 0)
    static let ada = Claim(login: "ada", userNumber: 1001)
    static let kim = Claim(login: "kim", userNumber: 1002)
    static let guest = Claim(login: "guest", userNumber: 1009)

    static func make() async throws(StoreError) -> MemoryCaseStore {
        let store = MemoryCaseStore(keeper: ada, keeperName: "ada")
        try await store.beginLoad(
            LoadHeader(source: "sample", claim: ada, at: now, operation: OperationID("sample-load")))
        _ = try await store.load(people + cases)
        try await store.finishLoad()
        return store
    }

    private static let people: [LoadRecord] = [
        .queue(name: "Network"), .queue(name: "Licensing"),
        .agent(Agent(id: AgentID(0), name: "kim", logins: ["kim"], duties: [.engineer])),
        .agent(Agent(id: AgentID(0), name: "lena", logins: ["lena"], duties: [.engineer])),
        .account(Account(id: AccountID(0), name: "Nord Energy", organizationID: "NE-1001", country: "NO")),
        .account(Account(id: AccountID(0), name: "Helix Bank", organizationID: "HB-2207", country: "IE")),
        .contact(
            Contact(id: ContactID(0), name: "M. Okafor", email: "okafor@helix.example", phone: "+353 1 555"),
            accountName: "Helix Bank"),
    ]

    private static let cases: [LoadRecord] = [
        history("Gateway pair drops all sessions since the 13:40 change", .one, .new, "Nord Energy", nil, ago: 180),
        history(
            "Licence server refuses check-out after upgrade", .two, .wip, "Helix Bank", "ada", ago: 7200,
            more: [
                note(6900, "kim", .noted, "Looks like the telemetry grace ended.\nCheck the licence file first."),
                note(6600, "ada", .replied, "Thank you, I can see the failed check-outs. Please send the log."),
                note(600, "M. Okafor", .replied, "The log you asked for is attached. Same error on the second host."),
            ]),
        history("プリンタが応答しません", .two, .open, "Tōhoku Kōgyō", nil, ago: 90_000),
        history("Profile load takes four minutes", .three, .cust, "Halden Port", "kim", ago: 200_000),
        history("How to move 20 licences to a new host", .three, .solved, "Nord Energy", "lena", ago: 260_000),
        history("Which versions run side by side?", .four, .open, "Halden Port", "ada", ago: 400_000),
        history("Old question about colours", .four, .closed, "Halden Port", "kim", ago: 4_000_000),
    ]

    static func note(_ ago: Int64, _ who: String, _ action: EventAction, _ text: String) -> HistoryEntry {
        HistoryEntry(at: now - ago, actor: who, action: action, values: [:], text: text)
    }

    static func history(
        _ subject: String, _ severity: Severity, _ status: Status, _ account: String, _ owner: String?, ago: Int64,
        more: [HistoryEntry] = []
    ) -> LoadRecord {
        var values: [CaseField: String?] = [
            .subject: subject, .severity: severity.code, .status: status.rawValue, .account: account,
            .openedAt: (now - ago).description, .queue: severity == .three ? "Licensing" : "Network",
            .contact: account == "Helix Bank" ? "M. Okafor" : "J. Berg",
        ]
        if let owner { values[.owner] = owner }
        if status == .closed {
            values[.closedAt] = (now - ago + 3600).description
            values[.closureReason] = "resolved"
        }
        let first = HistoryEntry(at: now - ago, actor: "web form", action: .logged, values: values)
        return .history(CaseHistory(key: nil, line: 1, entries: [first] + more))
    }
}
