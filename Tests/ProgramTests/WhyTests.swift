import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Why an answer is due when it is", .waiting)
struct WhyTests {
    /// A store under a policy with holidays, a customer with cover, and a case with two pauses and a new severity.
    private static func stage() throws -> (desk: Desk, id: String, policy: String) {
        let desk = try Desk()
        let built = try desk.run("policy", "export", code: 0).output
        let calendar = "[calendar \"emea\"]\n"
        let own = built.replacing("legacy guide (compiled)", with: "House rules 1", maxReplacements: 1)
            .replacing(
                calendar,
                with: calendar + "holiday = 2026-04-03 Good Friday\nholiday = 2026-04-06 Easter Monday\n"
                    + "known-through = 2026-12-31\n", maxReplacements: 1)
        try desk.run("policy", "use", desk.stage.file("own.policy", own), code: 0)
        try desk.run("account", "new", "Orb Foods", "--region", "emea", code: 0)
        try desk.run("contact", "new", "J. Berg", "--account", "Orb Foods", "--roles", "technical", code: 0)
        try desk.run(
            "contract", "new", "account=Orb Foods", "number=C1", "start=2026-01-01", "end=2027-12-31", code: 0)
        try desk.run("entitlement", "new", "contract=CN-1", "plan=select", code: 0)
        let id = "CS-1000001"
        let acts: [(String, [String])] = [
            (
                "03-31T09:00",
                [
                    "new", "--account", "Orb Foods", "--contact", "J. Berg", "--subject", "Slow", "--severity", "4",
                    "--channel", "phone", "--type", "technical", "--troubleshooting", "done",
                ]
            ),
            ("03-31T09:10", ["set", id, "status=open"]), ("03-31T09:20", ["take", id]),
            ("03-31T10:00", ["reply", id, "-m", "On it."]), ("03-31T12:00", ["hear", id, "-m", "Any news?"]),
            ("03-31T13:00", ["set", id, "status=cust", "awaited=trace"]), ("04-01T09:00", ["set", id, "status=wip"]),
            ("04-01T10:00", ["set", id, "severity=3", "--note", "More users."]),
            ("04-01T11:00", ["set", id, "status=vendor", "vendor=Orb", "ticket=T1"]),
            ("04-02T14:00", ["set", id, "status=wip"]),
        ]
        for (time, words) in acts {
            desk.stage.environment["CASELOAD_NOW"] = "2026-\(time):00Z"
            let result = try CommandRun.run(desk.stage.invocation(words))
            #expect(result.code == 0, "\(words): \(result.errors)")
        }
        desk.stage.environment["CASELOAD_NOW"] = "2026-04-02T15:00:00Z"
        return (desk, id, own)
    }

    @Test func readsAsASum() throws {
        let (desk, id, _) = try WhyTests.stage()
        let words = try desk.run("why", id, code: 0).output
        for part in [
            "By the policy “House rules 1”.", "First response: met, due Wed 1 Apr 08:00",
            "Follow-up: running, due Tue 7 Apr 11:00", "[459919b]", "[INF: not from the guide]",
            "Tue 31 Mar 12:00 to 13:00: 1h counted",
            "not counted, paused by event 6 (change by", "status Waiting on Customer), until event 7 (change by",
            "status In Progress)", "status Waiting on third party)", "holiday: Good Friday", "holiday: Easter Monday",
            "Tue 7 Apr 07:00 to 11:00: 4h counted", "on the clocks of UTC, where days and hours are those of ",
            "Promised by event 5 (", "2 business days, due",
            "Promised by event 8 (", "severity 3", "1 business day, due", "in force now", "Near, but not used: ",
            "Time counts in business hours only, by", "Business hours are Mon-Fri", "Together ",
        ] { #expect(words.contains(part), "\(part): \(words)") }
        #expect(!words.contains("Nobody said"))
        let json = try desk.object(desk.run("why", id, "--json", code: 0))
        let next = try #require(json["followUp"] as? [String: Any])
        #expect(next["due"] as? String == "2026-04-07T11:00:00Z" && next["state"] as? String == "running")
        let steps = try #require(next["steps"] as? [[String: Any]])
        #expect(steps.compactMap { $0["seconds"] as? Int }.reduce(0, +) == 9 * 3600)
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0["to"] as? String == $1["from"] as? String })
        #expect((next["promises"] as? [Any])?.count == 4)
    }

    @Test func showTellsClockAndCoverToo() throws {
        let (desk, id, _) = try WhyTests.stage()
        let shown = try desk.show(id)
        let clock = try #require(shown["clock"] as? [String: Any])
        let why = try desk.object(desk.run("why", id, "--json", code: 0))
        for key in ["response", "followUp"] {
            let (a, b) = (clock[key] as? [String: Any], why[key] as? [String: Any])
            #expect(a?["due"] as? String != nil && a?["due"] as? String == b?["due"] as? String)
        }
        let cover = try #require(shown["cover"] as? [String: Any])
        #expect(cover["covered"] as? Bool == true && cover["until"] as? String == "2027-12-31")
        #expect((cover["caller"] as? [String: Any])?["name"] as? String == "J. Berg")
        let text = try desk.run("show", id, code: 0).output
        #expect(text.contains("when it was opened, by EN-1, until 2027-12-31.") && text.contains("Follow-up due"))
        try desk.run("contract", "set", "CN-1", "end=2026-01-31", code: 0)
        #expect(try desk.run("show", id, code: 0).output.contains("no. CN-1 ended"))
        #expect((try desk.show(id)["cover"] as? [String: Any])?["covered"] as? Bool == false)
    }

    @Test func aNewPolicyLeavesOldPromises() throws {
        let (desk, id, policy) = try WhyTests.stage()
        let before = try desk.run("why", id, code: 0).output
        let changed = policy.replacing("House rules 1", with: "House rules 2")
            .replacing("severity.3 = 1 business day", with: "severity.3 = 3 business days")
        try desk.run("policy", "use", desk.stage.file("other.policy", changed), code: 0)
        #expect(try desk.run("why", id, code: 0).output == before)
        try desk.run("verify", code: 0)
        // A change of the plan takes the edition that is in force.
        try desk.run("set", id, "plan=advanced", code: 0)
        let after = try desk.run("why", id, code: 0).output
        #expect(
            after.contains("House rules 2") && after.contains("3 business days")
                && after.contains("Promised by event 10"))
        try desk.run("verify", code: 0)
    }

    @Test func aCaseThatNeedNotBeFollowsThePolicyOfTheStore() throws {
        let (desk, _, policy) = try WhyTests.stage()
        func due() throws -> String? {
            let result = try desk.run(
                "clock", "--plan", "select", "--severity", "3", "--region", "emea", "--opened", "2026-04-02T10:00",
                "--json", code: 0)
            return try desk.object(result)["due"] as? String
        }
        // Good Friday and Easter Monday stand in the store's policy alone.
        #expect(try due() == "2026-04-07T08:00:00Z")
        let table = try desk.stage.file(
            "days.ics",
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
        let known = policy.replacing("calendar = emea", with: "calendar = house")
            .replacing("[calendar \"emea\"]", with: "[calendar \"house\"]")
        try desk.run("policy", "use", desk.stage.file("house.policy", known), code: 0)
        try desk.run("policy", "holidays", table, "--calendar", "house", code: 0)
        // Where no store is, the person's own.
        desk.stage.environment["CASELOAD_STORE"] = desk.stage.path("none.db")
        #expect(try due() == "2026-04-03T08:00:00Z")
        try desk.run("policy", "holidays", table, "--calendar", "house", code: 3)
    }

    @Test func whatIfChangesNothing() throws {
        let (desk, id, _) = try WhyTests.stage()
        let words = try desk.run("why", id, "--severity", "1", code: 0).output
        #expect(words.contains("With severity 1, from now on:"))
        #expect(try desk.show(id)["severity"] as? Int == 3)
    }
}
