import CaseModel
import GuidePolicy
import Testing

@Suite("What a status is given, severities and the ways back")
struct DetailTests {
    @Test(
        "A suspended case is resumed on a day to come",
        arguments: [
            ("2026-03-10", true), ("2026-03-09T13:31:00Z", true), ("9999-12-31", true), ("2026-03-09", false),
            ("2026-03-09T13:30:00Z", false), ("2025-01-01", false), ("2026-02-30", false), ("soon", false), ("", false),
        ])
    func resume(_ date: String, _ isTaken: Bool) throws {
        let outcome = try Bench("wip").outcome(.status("hold", ["resume-date": date]))
        #expect((outcome.refusal == nil) == isTaken)
        guard let refusal = outcome.refusal else { return }
        #expect(refusal.rule == "needs-given")
        #expect(refusal.remedy.contains("“Suspended” needs resume-date (a day to come, like 2026-03-16)."))
    }

    @Test(
        "A third party is named with its ticket",
        arguments: [
            ([:], "vendor and ticket"), (["vendor": "Acme"], "needs ticket"), (["ticket": "A-1"], "needs vendor"),
            (["vendor": "Acme", "ticket": " "], "needs ticket"), (["vendor": "Acme", "ticket": ""], "needs ticket"),
        ] as [([String: String], String)])
    func vendor(_ given: [String: String], _ missing: String) throws {
        let outcome = try Bench("wip").outcome(.status("vendor", given))
        #expect(outcome.refusal?.remedy.contains(missing) == true, "\(String(describing: outcome.refusal))")
    }

    @Test("What a status was given stays while it lasts, can be corrected, and goes with it")
    func given() throws {
        var bench = try Bench("wip")
        bench.item = try bench.outcome(.whole("status cust")).item
        #expect(bench.item.given == ["awaited": "a trace"])
        bench.item = try bench.outcome(.status("cust", ["awaited": "two traces"])).item
        #expect(bench.item.given == ["awaited": "two traces"])
        #expect(try bench.outcome(.status("cust", ["awaited": ""])).refusal?.rule == "needs-given")
        #expect(try bench.outcome(.status("cust", ["mood": "good"])).refusal?.rule == "needs-given")
        // What another status needs is not kept for later.
        let foreign = try #require(try bench.outcome(.status("cust", ["vendor": "Acme"])).refusal)
        #expect(foreign.rule == "needs-given" && foreign.remedy == "“Waiting on Customer” needs awaited.")
        for act in ["status wip", "status vendor", "status hold", "escalate", "close resolved", "deny"] {
            let left = try bench.outcome(.whole(act))
            #expect(left.refusal == nil && left.item.given["awaited"] == nil, "\(act)")
        }
        bench.item = try bench.outcome(.deny("audit", person: "The head of support")).item
        #expect(bench.item.given == ["ground": "audit", "person": "The head of support"])
        for act in ["status wip", "reopen", "close denied", "close withdrawn"] {
            #expect(try bench.outcome(.whole(act)).item.given == [:], "\(act)")
        }
        let cured = try bench.outcome(.whole("status wip"))
        #expect(cured.decision?.text == "The update is installed.")
    }

    @Test("Support is denied on a ground of the guide and by a person")
    func deny() throws {
        let bench = try Bench("wip")
        for ground in ["no-entitlement", "telemetry", "end-of-life", "all-in", "mood", ""] {
            let refusal = try #require(try bench.outcome(.deny(ground)).refusal)
            #expect(refusal.rule == "ground-named" && refusal.remedy == "Grounds are: updates, audit.")
        }
        #expect(try bench.outcome(.deny("updates")).item.given == ["ground": "updates", "person": "Mira"])
        #expect(try bench.outcome(.deny("updates", person: "")).item.given["person"] == "Mira")
        #expect(
            try bench.outcome(.status("denied", ["ground": "x", "person": "y"])).refusal?.rule == "deny-needs-ground")
        #expect(try bench.outcome(.status("closed", [:])).refusal?.rule == "close-needs-reason")
    }

    @Test("Requested and agreed severity are kept apart")
    func severities() throws {
        var bench = try Bench("wip")
        bench.item = try bench.outcome(.request("1", "Nobody can work.")).item
        #expect((bench.item.requestedSeverity.code, bench.item.severity.code) == ("1", "1"))
        let agreed = try bench.outcome(.severity("2", "Half of them can."))
        bench.item = agreed.item
        #expect((bench.item.requestedSeverity.code, bench.item.severity.code) == ("1", "2"))
        #expect(agreed.remarks == [] && agreed.decision?.text == "Half of them can.")
        // What was agreed holds against what is asked for later.
        bench.item = try bench.outcome(.request("3", "Most can.")).item
        #expect((bench.item.requestedSeverity.code, bench.item.severity.code) == ("3", "2"))
        let together = try bench.outcome(.severity("3", "So it is."))
        #expect(together.remarks == [] && together.item.severity.code == "3")
        for deed in [Deed.severity("1", " "), .severity("1", nil), .request("1", nil)] {
            #expect(try bench.outcome(deed).refusal?.rule == "reason-given", "\(deed)")
        }
    }

    @Test("A manager is wanted at each step of a critical situation until one is named")
    func manager() throws {
        var bench = try Bench("wip", severity: "1")
        bench.item.requestedSeverity = bench.item.severity
        bench.item = try bench.outcome(.plan("priority")).item
        #expect(try bench.outcome(.plan("priority-plus")).remarks == ["warn manager-named"])
        let named = try bench.outcome(.manager)
        #expect(named.remarks == [] && named.item.criticalSituationManager == AgentID(2))
        bench.item = named.item
        #expect(try bench.outcome(.plan("priority-plus")).remarks == [])
    }

    @Test("After the window a case is not opened again, but logged anew and linked")
    func window() throws {
        var bench = try Bench("closed")
        for (days, isTaken) in [(0, true), (14, true), (15, false)] as [(Int64, Bool)] {
            bench.item.closedAt = bench.now - days * 86_400
            let outcome = try bench.outcome(.reopen)
            #expect((outcome.refusal == nil) == isTaken, "\(days)")
            #expect(outcome.item.closedAt == (isTaken ? nil : bench.item.closedAt))
            guard let refusal = outcome.refusal else { continue }
            #expect(refusal.remedy == "Log a new case and link it to this one.")
        }
        let open = try Bench("wip").outcome(.reopen)
        #expect(open.refusal?.rule == "reopen-closed-only")
    }

    @Test("A reason that has a row of its own closes by that row, and the refusal names those that would")
    func reasons() throws {
        let refusal = try #require(try Bench("wip").outcome(.close("denied")).refusal)
        #expect(refusal.rule == "no-transition" && refusal.message.contains("support denied"))
        #expect(refusal.remedy.contains("resolved") && !refusal.remedy.contains("denied"))
        let new = try #require(try Bench("new").outcome(.close("resolved")).refusal)
        #expect(
            new.remedy
                == "What closes it from there: duplicate of another case, withdrawn by the customer, logged in error.")
        let way = try #require(try Bench("new").outcome(.status("wip", [:])).refusal)
        #expect(way.remedy == "Make it “Open” first. It can become: Open, Cover problem, Support denied, Closed.")
        let far = try #require(try Bench("denied").outcome(.handOver).refusal)
        #expect(far.rule == "no-transition" && far.remedy == "Make it “In Progress” first, then hand it over.")
    }

    @Test("A result that was not told back is held up where the policy says so", arguments: ["warn", "hold"])
    func settled(_ strength: String) throws {
        var bench = try Bench("wip", Edited.guide([("settle an item", "result-told", strength)]))
        bench.items = [try bench.item(3, "network-trace", .open)]
        let change = CaseChange.settle(bench.items[0].id, .done)
        let decision = try decide(
            change, on: bench.item, items: bench.items, by: Bench.agent, at: bench.now, bench.facts, bench.book)
        #expect(decision.remarks.map(\.code) == ["\(strength) result-told"])
        #expect(decision.changes.first?.field == .item(bench.items[0].id))
        #expect(decision.changes.contains(FieldChange(.flags, nil, "result-told")) == (strength == "hold"))
    }

    @Test("A remark names the source of the row that asks, as a refusal does")
    func credit() throws {
        let said = try #require(Guide.words.remark("manager-named"))
        #expect(said.contains("[INF: not from the guide]"), "\(said)")
        let refusal = try #require(
            try Bench("wip", severity: "1", Edited.guide([("critical situation", "manager-named", "refuse")]))
                .outcome(.plan("priority")).refusal)
        #expect(refusal.message.contains("[INF: not from the guide]"))
    }

    @Test("What the program cannot look at is said, whatever the policy wants of it")
    func unknown() throws {
        let text = String(decoding: Guide.policy.text, as: UTF8.self)
            .replacing(
                "[transition \"take\"]",
                with: """
                    [condition "moon-full"]
                    says = the moon is full
                    mend = Wait.
                    [transition "take"]
                    require.moon-full = refuse
                    """)
        let policy = try #require(Policy.read(bytes: Array(text.utf8), named: "moon").policy)
        let outcome = try Bench("open", policy).outcome(.take)
        #expect(outcome.words == "wip" && outcome.remarks == ["warn moon-full"])
    }
}
