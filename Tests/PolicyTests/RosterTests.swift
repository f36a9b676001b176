import CaseModel
import SettingsText
import Testing

@Suite("Centres open and close, and people come and go")
struct RosterTests {
    private static func instant(_ text: String) throws -> Timestamp { try #require(Timestamp(iso: text)) }

    /// Each centre of the built-in policy before and after its clocks change: the last second closed, the first open.
    static let openings: [(String, String, String)] = [
        ("fort-lauderdale", "2026-03-06T13:00:00Z", "2026-03-07T02:00:00Z"),
        ("fort-lauderdale", "2026-03-09T12:00:00Z", "2026-03-10T01:00:00Z"),
        ("americas-2", "2026-10-30T12:00:00Z", "2026-10-31T01:00:00Z"),
        ("americas-2", "2026-11-02T13:00:00Z", "2026-11-03T02:00:00Z"),
        ("dublin", "2026-03-27T08:00:00Z", "2026-03-27T17:00:00Z"),
        ("dublin", "2026-03-30T07:00:00Z", "2026-03-30T16:00:00Z"),
        ("emea-2", "2026-10-26T08:00:00Z", "2026-10-26T17:00:00Z"),
        ("sydney", "2026-04-02T21:00:00Z", "2026-04-03T06:30:00Z"),
        ("sydney", "2026-04-05T22:00:00Z", "2026-04-06T07:30:00Z"),
        ("apac-2", "2026-10-04T21:00:00Z", "2026-10-05T06:30:00Z"),
        ("japan", "2026-03-09T00:30:00Z", "2026-03-09T08:30:00Z"),
        ("japan", "2026-11-02T00:30:00Z", "2026-11-02T08:30:00Z"),
    ]

    @Test(arguments: openings)
    func opens(center code: String, opens: String, closes: String) throws {
        let policy = try Policies.builtIn.policy()
        let center = try #require(policy.center(code))
        let (first, last) = (try RosterTests.instant(opens), try RosterTests.instant(closes))
        func state(_ at: Timestamp) -> CenterState { policy.state(of: center, at: at, zones: TestZones.zone) }
        #expect(state(first) == state(last - 1))
        #expect(state(first).isOpen && state(first).closes == last && state(first).opens == nil)
        #expect(!state(first - 1).isOpen && state(first - 1).opens == first && state(first - 1).closes == nil)
        #expect(!state(last).isOpen)
    }

    /// Every centre of every policy has a region, a zone and hours that come.
    @Test(arguments: Policies.allCases)
    func everyCenter(_ which: Policies) throws {
        let policy = try which.policy()
        let states = policy.centers(at: try RosterTests.instant("2026-03-09T13:30:00Z"), zones: TestZones.zone)
        #expect(states.count == policy.places.centers.count)
        #expect(states.allSatisfy { $0.region != nil && $0.zone != nil && ($0.isOpen || $0.opens != nil) })
        #expect(policy.centerWarnings == [])
    }

    @Test func aGeoWithoutACenterIsNamed() throws {
        let text = try Policies.builtIn.text().exchanging("geo = Americas", "geo = Elsewhere")
        let policy = try #require(Policy.read(bytes: Array(text.utf8), named: "p").policy)
        #expect(policy.centerWarnings == [])
        let without = ["fort-lauderdale", "americas-2"].reduce(text) { text, code in
            text.replacing("[center \"\(code)\"]", with: "[centre \"\(code)\"]")
        }
        let said = try #require(Policy.read(bytes: Array(without.utf8), named: "p").policy).centerWarnings
        #expect(said.map(\.message) == ["7 centres are stated, 5 are listed.", "The geo Elsewhere has no centre."])
    }

    /// A whole week of the sun: whoever has it is open, whoever is next is not, and somebody has it in every hour of
    /// the working week.
    @Test func theSun() throws {
        let policy = try Policies.builtIn.policy()
        let monday = try RosterTests.instant("2026-03-09T00:00:00Z")
        var dark = 0
        for hour in 0..<168 {
            let at = monday + Int64(hour) * 3600
            let sun = try #require(DutyRoster([], by: policy, at: at, zones: TestZones.zone).sun)
            if let now = sun.now { #expect(now.isOpen) } else { dark += 1 }
            let next = try #require(sun.next)
            #expect(!next.isOpen && (next.opens ?? at) > at)
            // Each opens after the one in front of it, so that a sentence of them goes on in time.
            let turns = sun.following.compactMap(\.opens)
            #expect(turns == turns.sorted() && Set(turns).count == sun.following.count)
        }
        // From Friday night in the Americas to Monday morning in Sydney.
        #expect(dark == 44)
        let text = try Policies.builtIn.text().exchanging("[rule \"follow-the-sun\"]", "[no-rule \"x\"]")
        let still = try #require(Policy.read(bytes: Array(text.utf8), named: "p").policy)
        #expect(DutyRoster([], by: still, at: monday, zones: TestZones.zone).sun == nil)
    }

    /// Role, shift and centre against an instant: on shift, reachable, next.
    static let presences: [(String, String?, String?, String, Bool, Bool, String?)] = [
        // Business Hours: the centre's hours, a shift within them, never a shift beyond them.
        ("account-manager", "dublin", nil, "2026-03-09T16:59:59Z", true, true, nil),
        ("account-manager", "dublin", nil, "2026-03-09T17:00:00Z", false, false, "2026-03-10T08:00:00Z"),
        ("account-manager", "dublin", "late", "2026-03-09T09:00:00Z", false, false, "2026-03-09T13:00:00Z"),
        ("account-manager", "dublin", "24x7", "2026-03-14T12:00:00Z", false, false, "2026-03-16T08:00:00Z"),
        ("account-manager", nil, nil, "2026-03-09T12:00:00Z", false, false, nil),
        // 24/7/365: always reachable, with a shift or without, with a centre or without.
        ("priority-engineer", nil, nil, "2026-12-25T03:00:00Z", true, true, nil),
        (
            "priority-engineer", "japan", "Mon-Fri 06:00-14:00", "2026-03-09T12:00:00Z", false, true,
            "2026-03-09T21:00:00Z"
        ),
        ("critical-situation-manager", "sydney", "night", "2026-03-09T10:30:00Z", true, true, nil),
        // As the plan covers: a shift counts on its own; without one the centre's hours do.
        ("support-engineer", "dublin", "weekend", "2026-03-14T12:00:00Z", true, true, nil),
        ("support-engineer", "dublin", nil, "2026-03-14T12:00:00Z", false, false, "2026-03-16T08:00:00Z"),
        (
            "support-engineer", "dublin", "Sat 08:00-12:00; Sun 10:00-11:00", "2026-03-14T12:00:00Z", false, false,
            "2026-03-15T10:00:00Z"
        ),
        ("support-engineer", "dublin", "gone", "2026-03-09T12:00:00Z", false, false, nil),
        ("support-engineer", "atlantis", nil, "2026-03-09T12:00:00Z", false, false, nil),
    ]

    @Test(arguments: presences)
    func isThere(
        role: String, center: String?, shift: String?, at: String, onShift: Bool, reachable: Bool, next: String?
    ) throws {
        let policy = try Policies.builtIn.policy()
        let agent = Agent(id: AgentID(1), name: "Kim", center: center, shift: shift, role: role)
        let found = policy.presence(of: agent, at: try RosterTests.instant(at), zones: TestZones.zone)
        #expect(found.isOnShift == onShift && found.isReachable == reachable, "\(found)")
        #expect(found.next.map { "\($0)" } == next, "\(found)")
        #expect((found.unknown != nil) == (!reachable && next == nil))
    }

    /// What the policy does not say of a role is not known.
    @Test func aRoleWithoutAvailability() throws {
        let text = try Policies.builtIn.text().exchanging(
            "name = Critical situation manager\navailability = 24x7", "name = Critical situation manager")
        let policy = try #require(Policy.read(bytes: Array(text.utf8), named: "p").policy)
        let agent = Agent(id: AgentID(1), name: "Kim", role: "critical-situation-manager")
        let now = try RosterTests.instant("2026-03-09T13:30:00Z")
        #expect(!policy.presence(of: agent, at: now, zones: TestZones.zone).isReachable)
        #expect(try Policies.builtIn.policy().presence(of: agent, at: now, zones: TestZones.zone).isReachable)
        #expect(policy.name(of: .business) == "Business Hours" && policy.name(of: .always) == "24/7/365")
    }

    @Test func theRosterOfARole() throws {
        let policy = try Policies.builtIn.policy()
        func agent(_ number: Int64, _ name: String, _ role: String?, _ center: String?, active: Bool = true) -> Agent {
            Agent(id: AgentID(number), name: name, active: active, center: center, role: role)
        }
        let agents = [
            agent(1, "Kim", "support-engineer", "dublin"), agent(2, "Lee", "support-engineer", "japan"),
            agent(3, "Max", "support-engineer", "sydney"),
            agent(4, "Gone", "support-engineer", "dublin", active: false),
            agent(5, "Root", nil, nil),
        ]
        let roster = DutyRoster(
            agents, by: policy, at: try RosterTests.instant("2026-03-09T13:30:00Z"), zones: TestZones.zone)
        let role = try #require(roster.roles.first { $0.role.code == "support-engineer" })
        #expect(role.onShift.map(\.agent.name) == ["Kim"] && role.off.map(\.agent.name) == ["Max", "Lee"])
        #expect(role.isReachable && roster.others.map(\.name) == ["Root"])
        #expect(roster.roles.count == policy.people.roles.count)
    }
}

@Suite("The place of an agent is told in the policy's words")
struct AgentPlaceTests {
    /// What is changed in an agent that fits, and the rule against it.
    static let places: [(String, String?)] = [
        ("expertise=networking", nil), ("expertise=cooking", "expertise-unknown"),
        ("center=atlantis", "center-unknown"),
        ("role=captain", "role-unknown"), ("shift=day", nil), ("shift=24x7", nil), ("shift=dya", "shift-unknown"),
        ("shift=Mon-Fri 8:00-12:00", nil), ("shift=Mon-Fri 8:00-12:00; Sat 9:00-10:00", nil),
        ("shift=Mon-Fri 26:00-27:00", "agent-shift"), ("tier=9", nil), ("tier=10", "agent-tier"),
        ("tier=0", "agent-tier"),
        ("languages=Klingon", "language-unknown"), ("products= ", "text-needed"),
        ("products=a\u{1F}b", "agent-products"), ("products=a,b", "agent-products"),
        ("products=a; b", "agent-products"),
    ]

    @Test(arguments: places)
    func place(change: String, rule: String?) throws {
        let policy = try Policies.builtIn.policy()
        var agent = Agent(id: AgentID(1), name: "Kim")
        let value = String(change.drop { $0 != "=" }.dropFirst())
        switch change.prefix(while: { $0 != "=" }) {
        case "expertise": agent.expertise = value
        case "center": agent.center = value
        case "role": agent.role = value
        case "shift": agent.shift = value
        case "tier": agent.tier = Int(value)
        case "languages": agent.languages = [value]
        default: agent.products = [value]
        }
        var found: String?
        do { _ = try agent.placed(by: policy) } catch { found = error.rule }
        #expect(found == rule)
        // What was so before stays, whatever the policy says now.
        if rule != "agent-tier" { #expect(throws: Never.self) { try agent.placed(by: policy, unlike: agent) } }
    }

    @Test func hasOneForm() throws {
        let policy = try Policies.builtIn.policy()
        let agent = Agent(
            id: AgentID(1), name: "Kim", products: ["gateway", "ADC", "Gateway"], languages: ["German", "en-GB", "de"])
        let placed = try agent.placed(by: policy)
        #expect(placed.products == ["ADC", "gateway"] && placed.languages == ["de", "en"])
    }

    /// A name counts with its words in their order, wherever they stand in a product's name.
    static let products: [(String, Knowledge)] = [
        ("Gateway", .home), ("gateway edge", .home), ("Example Gateway 14.1", .home), ("Gateways", .nothing),
        ("Licence Server", .further), ("Server Licence", .nothing), ("", .nothing),
    ]

    @Test(arguments: products)
    func knows(product: String, knowledge: Knowledge) throws {
        let kim = Agent(id: AgentID(1), name: "Kim", expertise: "networking", products: ["Licence Server"])
        #expect(kim.knows(product, try Policies.builtIn.policy()) == knowledge)
    }

    @Test func rulesAreThoseTheProgramKnows() throws {
        let text = try Policies.builtIn.text()
        let wrong = text.exchanging("order = shift, expertise", "order = shfit, expertise")
        #expect(problems(in: wrong).contains { $0.contains("“shfit” is none of shift, expertise") })
        let strange = text.exchanging("[rule \"route\"]", "[rule \"rout\"]")
        let today = try #require(CivilDay(year: 2026, month: 6, day: 1))
        let policy = try #require(Policy.read(bytes: Array(strange.utf8), named: "p").policy)
        #expect(policy.warnings(on: today).contains { $0.message.contains("Did you mean route?") })
        let spoken = text.exchanging("languages = Japanese\n", "languages = Japanes\n")
        let other = try #require(Policy.read(bytes: Array(spoken.utf8), named: "p").policy)
        #expect(other.warnings(on: today).contains { $0.message.contains("Did you mean Japanese?") })
    }
}
