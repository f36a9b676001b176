import CaseModel
import Testing

@Suite("Who is fit for a request, and what stands against others")
struct FitnessTests {
    private let monday = "2026-03-09T13:30:00Z"

    private func fitness(
        of agent: Agent, beside others: [Agent] = [], type: String = "technical", product: String? = nil,
        language: String? = nil, center: String? = nil, plans: [String] = ["core"], severity: String = "3"
    ) throws -> Fitness {
        let question = RouteQuestion(
            type: type, region: "emea", product: product, language: language, plans: plans, severity: severity,
            center: center, at: try #require(Timestamp(iso: monday)))
        let router = Router(try Policies.builtIn.policy(), agents: others + [agent], zones: TestZones.zone)
        return try router.fitness(of: agent, for: question)
    }

    private func agent(_ change: (inout Agent) -> Void = { _ in }) -> Agent {
        var agent = Agent(id: AgentID(1), name: "Ada")
        change(&agent)
        return agent
    }

    @Test("Nobody is unfit by what nobody wrote down")
    func unknown() throws {
        let fit = try fitness(of: agent(), product: "Orb", language: "de", center: "sydney")
        #expect(fit.reasons == [] && fit.obstacles == [])
    }

    @Test("A role is for its own requests; for others of its team only where nobody has theirs")
    func role() throws {
        let support = agent { $0.role = "support-engineer" }
        #expect(try fitness(of: support).obstacles == [])
        #expect(try fitness(of: support, type: "account").obstacles == [.role("Customer Service agent")])
        let priority = ["priority"]
        #expect(try fitness(of: support, plans: priority, severity: "1").obstacles == [])
        let fast = agent { $0.role = "priority-engineer" }
        #expect(
            try fitness(of: support, beside: [fast], plans: priority, severity: "1").obstacles
                == [.role("Priority support engineer")])
        #expect(try fitness(of: fast, plans: priority, severity: "1").obstacles == [])
    }

    @Test("Product, language, centre and shift count where they are known, and are told where they speak for somebody")
    func facts() throws {
        let ada = agent {
            $0.role = "support-engineer"
            $0.products = ["Orb"]
            $0.languages = ["en"]
            $0.center = "dublin"
        }
        #expect(try fitness(of: ada, product: "Orb").reasons == ["knows Orb besides", "in your centre"])
        #expect(try fitness(of: ada, product: "Cube").obstacles == [.product("Cube")])
        #expect(try fitness(of: ada, language: "de").obstacles == [.language("German")])
        #expect(try fitness(of: ada, center: "sydney").obstacles == [.center("Sydney, Australia")])
        let second = agent { $0.center = "emea-2" }
        #expect(try fitness(of: second).obstacles == [])
        #expect(try fitness(of: second, center: "dublin").obstacles == [.center("Dublin, Ireland")])
        let late = agent {
            $0.center = "dublin"
            $0.shift = "Mon-Fri 14:00-22:00"
        }
        #expect(try fitness(of: late).obstacles == [.shift(Timestamp(iso: "2026-03-09T14:00:00Z"))])
    }
}
