import CaseModel
import GuidePolicy

/// Five cases, A to E, that the tables of the query language speak of.
struct QueryFixture {
    let subjects: [(letter: Character, subject: QuerySubject)]
    let context = QueryContext(now: at("2026-03-09T13:30:00Z"), zone: .utc, me: AgentID(1))

    /// The letters of the cases that a query finds.
    func found(_ text: String, zone: Zone = .utc, me: AgentID? = AgentID(1)) throws -> String {
        let query = try CaseQuery(text)
        let context = QueryContext(now: self.context.now, zone: zone, me: me)
        return String(subjects.filter { query.matches($0.subject, context) }.map(\.letter))
    }

    init() {
        var names = Names()
        names.accounts = [AccountID(1): "Nord Energy", AccountID(2): "Nordsee AG", AccountID(3): "東京ガス"]
        names.contacts = [ContactID(1): "Zoë Quinn", ContactID(2): "Łukasz Żak"]
        names.agents = [AgentID(1): "Mira", AgentID(2): "Ødegård"]
        names.queues = [QueueID(1): "Network", QueueID(2): "Licensing EMEA"]

        var a = Case(
            id: CaseID(1_000_001), subject: "Licence server timeout", severity: .one,
            openedAt: at("2026-03-09T13:00:00Z"))
        a.externalID = "INC0001"
        a.description = "The server does not answer.\nE-mail alerts stop. Time: 12:30"
        a.status = .open
        a.account = AccountID(1)
        a.contact = ContactID(1)
        a.product = "Gateway 13"
        a.queue = QueueID(1)
        a.channel = .phone
        a.tags = ["vip"]
        a.version = 3

        var b = Case(
            id: CaseID(1_000_002), subject: "Timer drifts", severity: .two, openedAt: at("2026-03-08T10:00:00Z"))
        b.status = .wip
        b.account = AccountID(2)
        b.contact = ContactID(2)
        b.product = "gateway"
        b.queue = QueueID(2)
        b.owner = AgentID(1)
        b.channel = .web
        b.firstResponseAt = at("2026-03-08T10:20:00Z")
        b.updatedAt = at("2026-03-09T09:00:00Z")
        b.tags = ["spam"]
        b.extra = ["LOCATION": "Aisle 4", "made sla": "true"]
        b.version = 7

        var c = Case(
            id: CaseID(1_000_003), subject: "Größe des Zertifikats", severity: .three,
            openedAt: at("2026-03-01T00:00:00Z"))
        c.status = .closed
        c.requestedSeverity = .one
        c.owner = AgentID(2)
        c.watchers = [AgentID(1)]
        c.closedAt = at("2026-03-05T23:59:59Z")
        c.closureReason = .duplicate
        c.duplicateOf = a.id
        c.firstResponseAt = at("2026-03-02T08:00:00Z")
        c.updatedAt = at("2026-03-05T23:59:59Z")
        c.version = 9

        var d = Case(id: CaseID(1_000_004), subject: "漢字 テスト", severity: .one, openedAt: at("2026-02-01T12:00:00Z"))
        d.status = .hold
        d.account = AccountID(3)
        d.owner = AgentID(1)
        d.snoozedUntil = at("2026-03-10T09:00:00Z")
        d.extra = ["location": "Łódź"]
        d.version = 1

        var e = Case(id: CaseID(1_000_005), subject: "100% none", severity: .four, openedAt: at("2025-12-01T00:00:00Z"))
        e.status = .denied
        e.type = .licensing
        e.partner = AccountID(1)
        e.snoozedUntil = at("2026-03-09T13:30:00Z")
        e.tags = ["spam", "vip"]
        e.version = 2

        let notes = [
            ["called back", "sent a time sheet"], ["first answer", "second"], ["Kunde sagt: ok"], [], ["or not"],
        ]
        subjects = zip("ABCDE", zip([a, b, c, d, e], notes)).map { letter, pair in
            (letter, QuerySubject(item: pair.0, names: names, notes: pair.1))
        }
    }
}

/// An instant that the test wrote right.
func at(_ text: String) -> Timestamp {
    Timestamp(iso: text) ?? Timestamp(seconds: .min)
}
