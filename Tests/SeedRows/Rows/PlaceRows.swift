import CaseModel
import GuidePolicy

extension SeedRow {
    /// Sites, engineers, teams and where a request goes.
    static let places: [SeedRow] = [
        SeedRow("30", "Technical Support Center", cut: [#"[threshold "centers"]"#]) { policy in
            let stated = try proved(policy.thresholds.first { $0.code == "centers" }, "stated number of centres")
            let now = CaseStage.now
            let states = policy.centers(at: now, zones: Guide.zones)
            try prove(stated.amount == states.count && policy.centerWarnings.isEmpty, "not as many as are stated")
            try prove(states.allSatisfy { $0.isOpen || $0.opens != nil }, "a site without hours")
        },
        SeedRow("31", "Geo", cut: [#"[region "japan"] geo"#]) { policy in
            // Sydney has closed; its own geo comes before a centre that is open longer.
            let answer = try route(
                policy, "technical", "apac", severity: "1", center: "sydney", at: "2026-06-10T08:00:00Z")
            try prove(answer.center?.center.code == "japan", "\(answer.center?.center.code ?? "none")")
        },
        SeedRow("33", "Support Engineer", cut: [#"[rule "route"]"#]) { policy in
            let answer = try route(policy, product: "Gateway", agents: [staff("Kim", "support-engineer")])
            try prove(answer.engineers.first?.agent.name == "Kim", "nobody is found")
            try prove(answer.warnings.map(\.rule) == ["route-expertise"], "unmatched is no warning")
        },
        SeedRow("34", "Product expertise", cut: [#"[expertise "networking"]"#]) { policy in
            let agents = [
                staff("Kim", "support-engineer", expertise: "networking"), staff("Ann", "support-engineer"),
            ]
            let answer = try route(policy, product: "Gateway", agents: agents)
            try prove(answer.engineers.map(\.agent.name) == ["Kim", "Ann"], "expertise does not count")
            try prove(answer.warnings.isEmpty, "a match is a warning")
        },
        SeedRow(
            "35", "Customer Service team",
            cut: [#"[request-type "account"] role"#, #"[request-type "entitlement"] role"#]
        ) { policy in
            for type in ["account", "entitlement"] {
                let answer = try route(policy, type, agents: [staff("Kim", "customer-service-agent")])
                try prove(answer.team?.code == "customer-service", "\(type) goes elsewhere")
                try prove(answer.role?.team == answer.team?.code, "nobody of the team takes it")
            }
        },
        SeedRow("36a", "Account issue", cut: [#"[request-type "account"] role"#]) { policy in
            let answer = try route(policy, "account", plans: ["priority"], severity: "1")
            try prove(answer.team?.code == "customer-service" && !answer.isFastTrack, "it goes to engineers")
            try prove(answer.role?.code == "customer-service-agent", "nobody takes it")
        },
        SeedRow("36b", "Licensing issue", cut: [#"[request-type "licensing"] team.emea"#]) { policy in
            let teams = try ["americas", "emea", "apac", "japan"].map { try route(policy, "licensing", $0).team?.code }
            let desk = "customer-service"
            try prove(teams == [desk, "licensing-support", desk, desk], "\(teams)")
        },
        SeedRow("36c", "Entitlement issue", cut: [#"[request-type "entitlement"] role"#]) { policy in
            let answer = try route(policy, "entitlement")
            try prove(answer.role?.code == "customer-service-agent", "Customer Service does not take it")
        },
    ]
}
