import CaseModel
import Testing

@Suite("Requests find their team, their centre and their engineer")
struct RouteTests {
    private static func policy(_ changes: (String, String)...) throws -> Policy {
        let text = try changes.reduce(Policies.builtIn.text()) { $0.exchanging($1.0, $1.1) }
        let reading = Policy.read(bytes: Array(text.utf8), named: "p")
        return try #require(reading.policy, "\(reading.problems)")
    }

    private func route(
        _ question: RouteQuestion, _ agents: [Agent] = [], _ policy: Policy? = nil
    ) throws -> RouteAnswer {
        try Router(try policy ?? Policies.builtIn.policy(), agents: agents, zones: TestZones.zone).route(question)
    }

    private func question(
        _ type: String = "technical", _ region: String? = "emea", product: String? = nil, language: String? = nil,
        plans: [String] = ["core"], severity: String? = "3", center: String? = nil, at: String = "2026-03-09T13:30:00Z"
    ) throws -> RouteQuestion {
        RouteQuestion(
            type: type, region: region, product: product, language: language, plans: plans, severity: severity,
            center: center, at: try #require(Timestamp(iso: at)))
    }

    private func agent(
        _ name: String, _ role: String = "support-engineer", _ center: String? = "dublin", shift: String? = nil,
        expertise: String? = nil, products: [String] = [], languages: [String] = ["en"], tier: Int? = nil
    ) -> Agent {
        Agent(
            id: AgentID(1), name: name, expertise: expertise, products: products, center: center, shift: shift,
            tier: tier, role: role, languages: languages)
    }

    /// Kind of request, and the team and role of each region: Americas, EMEA, APAC, Japan.
    static let teams: [(String, [String], String)] = [
        (
            "technical", ["Technical Support", "Technical Support", "Technical Support", "Technical Support"],
            "Support Engineer"
        ),
        (
            "hardware", ["Technical Support", "Technical Support", "Technical Support", "Technical Support"],
            "Support Engineer"
        ),
        (
            "account", ["Customer Service", "Customer Service", "Customer Service", "Customer Service"],
            "Customer Service agent"
        ),
        (
            "entitlement", ["Customer Service", "Customer Service", "Customer Service", "Customer Service"],
            "Customer Service agent"
        ),
        (
            "licensing", ["Customer Service", "Licensing Support", "Customer Service", "Customer Service"],
            "Licensing Administrator"
        ),
        (
            "advice", ["Customer Service", "Licensing Support", "Customer Service", "Customer Service"],
            "Licensing Administrator"
        ),
    ]

    @Test(arguments: teams)
    func team(type: String, teams: [String], role: String) throws {
        for (region, team) in zip(["americas", "emea", "apac", "japan"], teams) {
            let answer = try route(question(type, region))
            #expect(answer.team?.name == team && answer.role?.name == role, "\(type) \(region)")
            let step = try #require(answer.steps.first { $0.what == "team" })
            #expect(step.value == team && !step.tags.isEmpty && !answer.isFastTrack)
        }
        // Somebody without a region goes the usual way, and it is said.
        let lost = try route(question(type, nil))
        #expect(lost.team?.name == teams[0] && lost.warnings.contains { $0.rule == "route-region" })
    }

    /// Plans and severities: the role, whether past the general queue, and who takes charge.
    static let tracks: [(String, String, String, String?)] = [
        ("core", "1", "support-engineer", nil), ("select", "1", "support-engineer", nil),
        ("advanced", "1", "support-engineer", nil),
        ("priority", "1", "priority-engineer", "critical-situation-manager"),
        ("priority-plus", "1", "priority-engineer", "critical-situation-manager"),
        ("priority", "2", "priority-engineer", nil), ("priority-plus", "4", "priority-engineer", nil),
        ("core+trm", "1", "support-engineer", nil),
        ("priority+gold", "1", "priority-engineer", "critical-situation-manager"),
    ]

    @Test(arguments: tracks)
    func fastTrack(plans: String, severity: String, role: String, command: String?) throws {
        let plans = plans.split(separator: "+").map(String.init)
        let answer = try route(question(plans: plans, severity: severity))
        #expect(answer.role?.code == role && answer.isFastTrack == (role == "priority-engineer"))
        #expect(answer.command?.code == command)
        #expect(answer.warnings.contains { $0.rule == "route-command" } == (command != nil))
        // Only engineers have a fast track: an account question stays at its desk.
        let account = try route(question("account", plans: plans, severity: severity))
        #expect(account.role?.code == "customer-service-agent" && !account.isFastTrack)
    }

    @Test func whoTakesCharge() throws {
        let agents = [
            agent("Off", "critical-situation-manager", "japan", shift: "day"),
            agent("On", "critical-situation-manager", "dublin", shift: "day"), agent("Kim"),
        ]
        let answer = try route(question(plans: ["priority"], severity: "1"), agents)
        #expect(answer.managers.map(\.agent.name) == ["On", "Off"])
        #expect(!answer.warnings.contains { $0.rule == "route-command" })
        // Nobody is a priority engineer: rather somebody of the team, and it is said.
        #expect(answer.engineers.map(\.agent.name) == ["Kim"])
        #expect(
            answer.warnings.contains { $0.rule == "route-nobody" && $0.message.contains("Priority support engineer") })
        let without = try RouteTests.policy(
            ("roles = account-manager, priority-engineer, critical-situation-manager\n", "roles = account-manager\n"))
        let plain = try route(question(plans: ["priority"], severity: "1"), agents, without)
        #expect(plain.command == nil && plain.role?.code == "support-engineer" && !plain.isFastTrack)
    }

    /// Region, plan, severity, holder, instant: the centre, and what must be warned of.
    static let centers: [(String, String, String, String?, String, String, String?)] = [
        // In business hours and outside them the region's centre keeps its case.
        ("emea", "core", "3", nil, "2026-03-09T13:30:00Z", "dublin", nil),
        ("emea", "core", "3", nil, "2026-03-09T03:30:00Z", "dublin", nil),
        ("emea", "core", "3", "emea-2", "2026-03-09T13:30:00Z", "emea-2", nil),
        // Around the clock it stays where it is open, else it goes to where it is.
        ("emea", "core", "1", "dublin", "2026-03-09T13:30:00Z", "dublin", nil),
        ("emea", "core", "1", "dublin", "2026-03-09T18:30:00Z", "fort-lauderdale", nil),
        ("emea", "core", "1", "dublin", "2026-03-09T01:30:00Z", "japan", nil),
        ("emea", "core", "1", "dublin", "2026-03-10T07:00:00Z", "japan", nil),
        ("emea", "priority", "2", nil, "2026-03-09T18:30:00Z", "fort-lauderdale", nil),
        ("emea", "core", "2", nil, "2026-03-09T18:30:00Z", "dublin", nil),
        // The same geo comes before another one.
        ("japan", "core", "1", "japan", "2026-03-08T23:30:00Z", "sydney", nil),
        ("apac", "core", "1", nil, "2026-03-09T07:30:00Z", "japan", nil),
        ("americas", "core", "1", nil, "2026-03-09T09:00:00Z", "dublin", nil),
        // Nobody is there at a weekend.
        ("emea", "core", "1", "dublin", "2026-03-08T13:30:00Z", "sydney", "route-closed"),
    ]

    @Test(arguments: centers)
    func center(
        region: String, plan: String, severity: String, holder: String?, at: String, center: String, warning: String?
    ) throws {
        let answer = try route(
            question("technical", region, plans: [plan], severity: severity, center: holder, at: at))
        #expect(answer.center?.center.code == center, "\(answer.steps)")
        #expect(answer.warnings.contains { $0.rule == "route-closed" } == (warning != nil))
    }

    @Test func withoutTheRuleNoCasePassesOn() throws {
        let policy = try RouteTests.policy(("[rule \"follow-the-sun\"]", "[no-rule \"x\"]"))
        let answer = try route(question(severity: "1", center: "dublin", at: "2026-03-09T18:30:00Z"), [], policy)
        #expect(answer.center?.center.code == "dublin" && answer.warnings.contains { $0.rule == "route-sun" })
    }

    /// Region, asked for, instant: the language in which it is answered, and whether something is to be said.
    static let languages: [(String, String?, String, String?, Bool)] = [
        ("emea", "German", "2026-03-09T13:30:00Z", "German", false),
        ("emea", "de-CH", "2026-03-09T13:30:00Z", "German", false),
        ("emea", "French", "2026-03-09T13:30:00Z", "French", false),
        ("emea", "Spanish", "2026-03-09T13:30:00Z", "Spanish", false),
        ("emea", "Japanese", "2026-03-09T13:30:00Z", "Japanese", true),
        ("emea", nil, "2026-03-09T13:30:00Z", nil, false),
        ("emea", "German", "2026-03-09T18:30:00Z", "English", true),
        ("emea", "en", "2026-03-09T18:30:00Z", "English", false),
        ("emea", nil, "2026-03-09T18:30:00Z", "English", false),
        ("americas", "Portuguese", "2026-03-09T13:30:00Z", "Portuguese", false),
        ("americas", "es", "2026-03-09T13:30:00Z", "Spanish", false),
        ("americas", "de", "2026-03-09T13:30:00Z", "German", true),
        ("apac", "Mandarin", "2026-03-09T02:30:00Z", "Mandarin", false),
        ("apac", "ko", "2026-03-09T02:30:00Z", "Korean", false),
        ("japan", "ja", "2026-03-09T02:30:00Z", "Japanese", false),
        ("japan", "English", "2026-03-09T02:30:00Z", "English", true),
        ("japan", "ja", "2026-03-09T12:30:00Z", "English", true),
        ("emea", "Klingon", "2026-03-09T13:30:00Z", "Klingon", true),
    ]

    @Test(arguments: languages)
    func language(region: String, asked: String?, at: String, language: String?, warned: Bool) throws {
        let answer = try route(question("technical", region, language: asked, at: at))
        #expect(answer.steps.first { $0.what == "language" }?.value == language)
        #expect(answer.warnings.contains { $0.rule == "route-language" } == warned, "\(answer.warnings)")
    }

    /// Everybody who may take it, in the order of the policy: shift, expertise, language, centre, tier, name.
    @Test func whoFitsBest() throws {
        let agents = [
            agent("Away", expertise: "networking", languages: ["de"]).moved(to: "japan"),
            agent("Nothing", languages: ["de", "en"]), agent("Further", products: ["Gateway"]),
            agent("Home", expertise: "networking"), agent("Home speaks", expertise: "networking", languages: ["de"]),
            agent("Elsewhere", "support-engineer", "emea-2", expertise: "networking", languages: ["de"]),
            agent("Senior", expertise: "networking", languages: ["de"], tier: 2),
            agent("Other role", "licensing-administrator", expertise: "networking"),
        ]
        let asked = try question(product: "Gateway Edge 14.1", language: "German")
        let answer = try route(asked, agents)
        #expect(
            answer.engineers.map(\.agent.name)
                == ["Home speaks", "Senior", "Elsewhere", "Home", "Further", "Nothing", "Away"])
        #expect(answer.engineers.map(\.knowledge) == [.home, .home, .home, .home, .further, .nothing, .home])
        #expect(answer.warnings == [] && answer.engineers.allSatisfy { !$0.reasons.isEmpty })
        // Another policy looks at knowledge first.
        let other = try RouteTests.policy(
            ("order = shift, expertise, language, center, tier", "order = expertise, shift, language"))
        #expect(try route(asked, agents, other).engineers.map(\.agent.name).prefix(5).last == "Away")
        let none = try RouteTests.policy(("[rule \"route\"]", "[no-rule \"x\"]"))
        let lost = try route(asked, agents, none)
        #expect(lost.engineers.isEmpty && lost.warnings.map(\.rule) == ["route-rule"])
    }

    @Test func whatDoesNotFitIsSaid() throws {
        let asked = try question(product: "Gateway", language: "German")
        func rules(_ agents: [Agent], _ question: RouteQuestion) throws -> [String] {
            try route(question, agents).warnings.map(\.rule)
        }
        #expect(try rules([agent("Kim", expertise: "networking", languages: ["de"])], asked) == [])
        #expect(try rules([agent("Kim", languages: ["de"])], asked) == ["route-expertise"])
        #expect(try rules([agent("Kim", expertise: "networking")], asked) == ["route-speaks"])
        #expect(try rules([], asked) == ["route-nobody"])
        let away = agent("Kim", "support-engineer", "japan", expertise: "networking", languages: ["de"])
        #expect(try rules([away], asked) == ["route-shift"])
        // Who knows it is named beside who is there.
        let both = try route(asked, [away, agent("Lee", languages: ["de"])])
        #expect(both.warnings.map(\.message) == ["Lee is not known to know Gateway; Kim does."])
        // A product of no expertise is named as such; without the sections nobody is at home anywhere.
        let strange = try route(question(product: "Teapot"), [agent("Kim", expertise: "networking")])
        #expect(strange.warnings.first?.message.contains("No [expertise] of the policy names it") == true)
        var left = agent("Gone", expertise: "networking")
        left.active = false
        #expect(try rules([left], asked) == ["route-nobody"])
    }

    @Test func unknownWordsAreNamed() throws {
        for wrong in [
            try question("technicl"), try question("technical", "emae"), try question(plans: ["cor"]),
            try question(severity: "5"), try question(center: "dublni"),
        ] {
            #expect(throws: PolicyQuestionProblem.self) { try route(wrong) }
        }
    }

    /// A policy with other words routes by them.
    @Test func theHarbour() throws {
        let policy = try Policies.harbour.policy()
        func ask(_ region: String, _ plan: String, _ severity: String) throws -> RouteAnswer {
            let question = RouteQuestion(
                type: "broken", region: region, product: "Winch 3", plans: [plan], severity: severity,
                at: try #require(Timestamp(iso: "2026-03-09T09:00:00Z")))
            let agents = [
                Agent(id: AgentID(1), name: "Amal", center: "old-mill", role: "dockmaster"),
                Agent(
                    id: AgentID(2), name: "Badr", expertise: "ropes", center: "lighthouse", shift: "dog-watch",
                    role: "dockmaster"),
            ]
            return try route(question, agents, policy)
        }
        let south = try ask("south-quay", "quay", "flood")
        #expect(south.team?.code == "smiths" && south.command?.code == "dockmaster")
        #expect(south.engineers.isEmpty && south.warnings.contains { $0.rule == "route-nobody" })
        let north = try ask("north-quay", "berth", "rust")
        #expect(north.team?.code == "watch" && north.command == nil && north.role == nil)
        // Knowledge goes before the watch here.
        #expect(north.engineers.map(\.agent.name) == ["Badr", "Amal"])
    }
}

extension Agent {
    fileprivate func moved(to center: String) -> Agent {
        var agent = self
        agent.center = center
        return agent
    }
}
