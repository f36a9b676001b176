import CaseModel
import Testing

@Suite("Notices fall due by the policy, and go to who is to be told")
struct NoticePlanTests {
    private let account = AccountID(1)

    private func day(_ text: String) throws -> CivilDay { try #require(CivilDay(iso: text)) }

    private func membership(_ number: Int64, end: String, contact: Int64? = nil) -> Record {
        var values = ["account": "AC-1", "contract": "CN-1", "product": "Gateway", "end": end]
        values["contact"] = contact.map { "CT-\($0)" }
        return Record(RecordID(.membership, number), kind: .membership, version: 1, values: values)
    }

    private func notice(
        _ number: Int64, _ kind: String, of membership: Int64, due: String, _ state: NoticeState, to contact: Int64 = 1
    ) -> Record {
        var values = [
            "account": "AC-1", "kind": kind, "membership": "MB-\(membership)", "due": due, "state": state.rawValue,
            "subject": "x",
        ]
        if state != .open {
            values["recipient"] = "CT-\(contact)"
            values["sentAt"] = "2026-03-0\(number)T10:00:00Z"
        }
        return Record(RecordID(.notice, number), kind: .notice, version: 1, values: values)
    }

    private func contact(_ number: Int64, _ name: String, roles: [String] = [], active: Bool = true) -> Contact {
        Contact(id: ContactID(number), account: account, name: name, roles: roles, active: active)
    }

    /// The end of a membership and the day of the question: the day on which a notice is due.
    static let days: [(String, String, String?)] = [
        ("2026-12-31", "2026-10-01", nil), ("2026-12-31", "2026-10-02", "2026-10-02"),
        ("2026-12-31", "2026-10-31", "2026-10-02"), ("2026-12-31", "2026-11-01", "2026-11-01"),
        ("2026-12-31", "2026-12-01", "2026-12-01"), ("2026-12-31", "2026-12-31", "2026-12-01"),
        ("2026-12-31", "2027-01-01", nil),
    ]

    @Test(arguments: days)
    func due(end: String, today: String, due: String?) throws {
        let policy = try Policies.builtIn.policy()
        let kind = try #require(policy.notice("renewal"))
        let facts = NoticeFacts(memberships: [membership(1, end: end, contact: 1)], contacts: [contact(1, "Ann")])
        let plans = policy.noticesDue(kind, on: try day(today), facts)
        #expect(plans.map { "\($0.due)" } == (due.map { [$0] } ?? []))
        // Whoever asks by hand gets one on any day.
        #expect(policy.noticesDue(kind, on: try day(today), asked: true, facts).count == 1)
        // Other kinds, or a policy without the days, have nothing due by themselves.
        #expect(policy.noticesDue(try #require(policy.notice("price-change")), on: try day(today), facts).isEmpty)
    }

    @Test func whatWasSentIsNotSentAgainAndWhatWaitsIsFound() throws {
        let policy = try Policies.builtIn.policy()
        let kind = try #require(policy.notice("renewal"))
        let today = try day("2026-11-05")
        func plans(_ notices: [Record]) -> [NoticePlan] {
            let facts = NoticeFacts(
                memberships: [membership(1, end: "2026-12-31", contact: 1)], notices: notices,
                contacts: [contact(1, "Ann")])
            return policy.noticesDue(kind, on: today, facts)
        }
        #expect(plans([notice(1, "renewal", of: 1, due: "2026-11-01", .sent)]).isEmpty)
        #expect(plans([notice(1, "renewal", of: 1, due: "2026-10-02", .sent)]).count == 1)
        #expect(plans([notice(1, "price-change", of: 1, due: "2026-11-01", .sent)]).count == 1)
        #expect(plans([notice(1, "renewal", of: 2, due: "2026-11-01", .sent)]).count == 1)
        let waiting = plans([notice(1, "renewal", of: 1, due: "2026-11-01", .open)])
        #expect(waiting.first?.waiting == RecordID(.notice, 1) && waiting.first?.problem == nil)
        // The newest one that came back is a reason not to trust the address.
        let bounced = notice(1, "price-change", of: 9, due: "2026-10-01", .bounced)
        #expect(plans([bounced]).first?.problem == .bounced("Ann"))
        #expect(plans([bounced, notice(2, "price-change", of: 9, due: "2026-10-02", .sent)]).first?.problem == nil)
    }

    @Test func nobodyIsASentenceNotASilence() throws {
        let policy = try Policies.builtIn.policy()
        let kind = try #require(policy.notice("renewal"))
        let facts = NoticeFacts(
            memberships: [
                membership(1, end: "2026-12-31"), membership(2, end: "2026-12-31", contact: 2),
                membership(3, end: "2026-12-31", contact: 1),
            ],
            contacts: [contact(1, "Ann"), contact(2, "Bea", active: false)])
        let plans = policy.noticesDue(kind, on: try day("2026-12-01"), facts)
        #expect(plans.map(\.problem) == [.nobody, .left("Bea"), nil])
        let edits = plans.map { $0.edit() }
        #expect(edits.map { $0.values["state"] } == ["open", "open", "sent"])
        #expect(edits.map { ($0.values["problem"] ?? nil)?.contains("renewal assign MB-") } == [true, true, nil])
        #expect(edits[2].values["recipient"] == "CT-1" && edits[0].values["recipient"] == nil)
    }

    @Test func anAccountsOwnUpdatesGoToEverybodyWhoReceivesThem() throws {
        let policy = try Policies.builtIn.policy()
        let kind = try #require(policy.notice("account-update"))
        let today = try day("2026-12-01")
        let facts = NoticeFacts(
            memberships: [membership(1, end: "2026-12-31", contact: 3)],
            contacts: [
                contact(1, "Ann", roles: ["renewal"]), contact(2, "Bea", roles: ["technical"]), contact(3, "Cy"),
                contact(4, "Gone", roles: ["renewal"], active: false),
            ])
        let plans = policy.notices(kind, to: account, on: today, facts)
        #expect(plans.map(\.recipient) == [ContactID(1), ContactID(3)] && plans.allSatisfy { $0.problem == nil })
        let nobody = policy.notices(kind, to: account, on: today, NoticeFacts(contacts: [contact(2, "Bea")]))
        #expect(nobody.map(\.problem) == [.nobody])
        #expect((nobody[0].edit().values["problem"] ?? nil)?.contains("contact set NAME --roles") == true)
        // Without the right nobody is a recipient, and the notices of memberships have none either.
        let text = try Policies.builtIn.text().exchanging("may = receive-notices, ask-account", "may = ask-account")
        let without = try #require(Policy.read(bytes: Array(text.utf8), named: "p").policy)
        #expect(without.notices(kind, to: account, on: today, facts).map(\.problem) == [.nobody])
        #expect(without.noticesDue(try #require(without.notice("renewal")), on: today, facts).isEmpty)
    }

    @Test func theHarbourHasItsOwn() throws {
        let policy = try Policies.harbour.policy()
        #expect(policy.notice("renewal") == nil && policy.notice("dues")?.daysBefore == [14])
        #expect(
            problems(in: try Policies.harbour.text().exchanging("days-before = 14", "days-before = soon")).count == 1)
        #expect(!policy.intake.troubleshooting.isEmpty && policy.intake.selfHelp[0].address == nil)
    }

    @Test func whoIsAssignedAndWhoIsMissing() throws {
        let policy = try Policies.builtIn.policy()
        let today = try day("2026-12-01")
        func environment(_ number: Int64, _ manager: Int64, principal: String? = nil) -> Record {
            var values = ["account": "AC-1", "name": "x", "manager": "AG-\(manager)"]
            values["principal"] = principal
            return Record(RecordID(.environment, number), kind: .environment, version: 1, values: values)
        }
        let agents = [
            Agent(id: AgentID(1), name: "Ada", role: "account-manager"),
            Agent(id: AgentID(2), name: "Ben", role: "account-manager"),
            Agent(id: AgentID(3), name: "Kim", role: "support-engineer"),
            Agent(id: AgentID(4), name: "Gone", active: false, role: "account-manager"),
        ]
        let all = policy.assigned(
            [environment(1, 1, principal: "no"), environment(2, 2), environment(3, 3), environment(4, 4)],
            among: agents)
        #expect(all.map(\.agent.name) == ["Ben", "Ada"] && all.map(\.isPrincipal) == [true, false])
        #expect(policy.missing(all, under: ["priority"], on: today).isEmpty)
        let gaps = policy.missing([], under: ["priority", "priority-plus", "core"], on: today)
        #expect(gaps.map(\.role.code) == ["account-manager"] && gaps[0].plan.code == "priority")
        #expect(gaps[0].message.contains("Support account manager") && gaps[0].message.contains("CSS Priority"))
        #expect(policy.missing([], under: ["core", "select"], on: today).isEmpty)
        #expect(policy.missing([], under: ["trm"], on: today).count == 1)
    }
}
