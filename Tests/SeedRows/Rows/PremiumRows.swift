import CaseModel
import GuidePolicy

extension SeedRow {
    private static let night = "2026-03-14T03:00:00Z"

    private static func presence(_ policy: Policy, _ agent: Agent, _ text: String) throws -> Presence {
        policy.presence(of: agent, at: try proved(Timestamp(iso: text), "instant"), zones: Guide.zones)
    }

    /// A stage with a customer on a premium plan and somebody who may be assigned to it.
    private static func premium(_ policy: Policy, _ values: [String: String?]) async throws -> (CaseStage, Record) {
        let stage = try await CaseStage(policy, plan: "priority")
        let manager = try await stage.agent(staff("Kim", "account-manager"))
        let own: [String: String?] = [
            "account": stage.account.id.description, "name": "Control room", "manager": manager.id.description,
        ]
        return (stage, try await stage.keep(RecordEdit(adding: .environment, own.merging(values) { $1 })))
    }

    /// Premium plans, the people they open, and when these are there.
    static let premium: [SeedRow] = [
        SeedRow("46a", "Priority", cut: [#"[plan "priority"] roles"#]) { policy in
            let answer = try route(policy, plans: ["priority"], severity: "1")
            try prove(answer.isFastTrack && answer.command != nil, "the plan opens no roles")
        },
        SeedRow("46b", "Priority Plus", cut: [#"[plan "priority-plus"] roles"#]) { policy in
            let answer = try route(policy, plans: ["priority-plus"], severity: "1")
            try prove(answer.isFastTrack && answer.command != nil, "the plan opens no roles")
            let rule = try policy.rule(plan: ["priority-plus"], severity: "1", region: "emea", zones: Guide.zones)
            try prove(rule.rule.target.description == "<10 minutes", "its target is not stricter")
        },
        SeedRow("47", "Support account manager", cut: [#"[role "account-manager"] assigned"#]) { policy in
            let day = CivilDay(daysSince1970: CaseStage.now.seconds / 86_400)
            try prove(policy.missing([], under: ["priority"], on: day).count == 1, "a missing one is no warning")
            let (stage, environment) = try await premium(policy, [:])
            let assigned = policy.assigned([environment], among: try await stage.store.agents())
            try prove(assigned.map(\.agent.name) == ["Kim"], "the name is not shown")
            try prove(policy.missing(assigned, under: ["priority"], on: day).isEmpty, "it is said to be missing")
        },
        SeedRow("48", "Critical-environment objectives", cut: [#"[role "account-manager"] assigned"#]) { policy in
            let (_, environment) = try await premium(
                policy, ["objectives": "Back within the shift", "reviewed": "2026-01-31", "critical": "yes"])
            try prove(environment["objectives"] != nil && environment.day("reviewed") != nil, "they are not kept")
        },
        SeedRow("49", "Principal point of contact", cut: [#"[role "account-manager"] principal"#]) { policy in
            let (stage, environment) = try await premium(policy, ["principal": "yes"])
            let first = policy.assigned([environment], among: try await stage.store.agents()).first
            try prove(first?.isPrincipal == true, "nobody is the principal point of contact")
        },
        SeedRow("50", "Priority support engineer", cut: [#"[role "priority-engineer"] availability"#]) { policy in
            let agent = staff("Pri", "priority-engineer", nil)
            try prove(try presence(policy, agent, night).isReachable, "nobody is reachable at night")
            let answer = try route(policy, plans: ["priority"], severity: "2", at: night, agents: [agent])
            try prove(answer.engineers.first?.presence.isReachable == true, "the general queue is not skipped")
        },
        SeedRow("51", "Fast-track access", cut: [#"[role "priority-engineer"] fast-track"#]) { policy in
            try prove(try route(policy, plans: ["priority"]).isFastTrack, "it is not first")
            try prove(try !route(policy, plans: ["core"]).isFastTrack, "everybody is first")
        },
        SeedRow("53", "Severity 1 situation", cut: [#"[severity "1"] critical"#]) { policy in
            try prove(try route(policy, plans: ["priority"], severity: "1").command != nil, "it is no situation")
            try prove(try route(policy, plans: ["priority"], severity: "2").command == nil, "everything is one")
        },
        SeedRow("56a", "Business Hours", cut: [#"[role "account-manager"] availability"#]) { policy in
            let kim = staff("Kim", "account-manager")
            let away = try presence(policy, kim, night)
            try prove(!away.isReachable && away.next == Timestamp(iso: "2026-03-16T08:00:00Z"), "no next opening")
            try prove(try presence(policy, kim, "2026-03-09T12:00:00Z").isOnShift, "not there in business hours")
        },
        SeedRow("56b", "24/7/365", cut: [#"[role "critical-situation-manager"] availability"#]) { policy in
            let max = staff("Max", "critical-situation-manager")
            try prove(try presence(policy, max, night).isReachable, "not assignable at night")
        },
        SeedRow("81", "Customer environment", cut: [#"[role "account-manager"] assigned"#]) { policy in
            let (stage, environment) = try await premium(
                policy, ["description": "Two sites, one ring", "critical": "yes"])
            let found = try await stage.store.records(RecordQuery(.environment, of: [stage.account.id])).records
            try prove(found == [environment] && environment.flag("critical") == true, "it is not kept")
        },
    ]

    /// Texts the policy rests on, and help.
    static let references: [SeedRow] = [
        SeedRow("1", "Delivery Guide", cut: [#"[reference "guide"]"#]) { policy in
            let stage = try await CaseStage(policy)
            try prove(try await stage.log().item.policy == policy.mark, "the case does not say under which edition")
            _ = try await stage.keep(
                RecordEdit(adding: .referenceCheck, ["reference": "guide", "checked": "2026-03-09"]))
        },
        SeedRow(
            "2", "Latest guides (2024)",
            cut: [#"[edition "legacy guide (compiled)"] legacy"#, #"[edition "legacy guide (compiled)"] successor"#]
        ) { policy in
            try prove(policy.edition.isLegacy && policy.edition.successor != nil, "the edition is not marked legacy")
            try prove(!policy.references(for: .edition).isEmpty, "the successor is not linked")
        },
        SeedRow("3", "CSS packages and requirements", cut: [#"[reference "packages"]"#]) { policy in
            try prove(policy.cover.plans.allSatisfy { $0.validity.contains(CivilDay(daysSince1970: 20_000)) }, "dates")
            try prove(policy.references(for: .plan).map(\.code) == ["packages"], "where they may change is not said")
        },
        SeedRow("4", "Citrix web pages", cut: [#"[reference "packages"] for"#]) { policy in
            let stage = try await CaseStage(policy)
            let page = try proved(policy.references(for: .plan).first, "link from the plans")
            let check = try await stage.keep(
                RecordEdit(adding: .referenceCheck, ["reference": page.code, "checked": "2026-03-09"]))
            try prove(check.day("checked") != nil, "when somebody looked is not kept")
        },
        SeedRow("57", "Program Terms and Guidelines", cut: [#"[reference "program-terms"] for"#]) { policy in
            try prove(!policy.references(for: .entitlement).isEmpty, "cover does not link the terms")
        },
        SeedRow(
            "59", "Self-help resources",
            cut: ["documentation", "knowledge", "community"].map { "[self-help \"\($0)\"]" }
        ) { policy in
            try prove(policy.intake.selfHelp.allSatisfy { !$0.title.isEmpty }, "a title is missing")
            try prove(!policy.intake.selfHelp.isEmpty, "nothing is offered")
            try prove(
                policy.mark(policy.intake.selfHelp[0].origin.tags(of: "title")) != nil, "the lost list is not marked")
        },
        SeedRow("78", "Delivery guide, resources, guidelines", cut: [#"[reference "guide"] for"#]) { policy in
            try prove(policy.references(for: .help).contains { $0.code == "guide" }, "help does not link the guide")
        },
        SeedRow("83", "Account updates in MyAccount", cut: [#"[reference "portal"] for"#]) { policy in
            try prove(!policy.references(for: .contact).isEmpty, "where the customer changes contacts is not said")
        },
    ]
}
