import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Agents, customers and their people from the shell", .waiting)
struct PeopleCommandTests {
    @Test func anAgentWhoLeavesKeepsTheName() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let me = try #require(try desk.objects(desk.run("agent", "list", "--json", code: 0)).first?["name"] as? String)
        try desk.run("agent", "new", "Kim", "--login", "kim", code: 0)
        try desk.run("assign", id, "--to", "Kim", code: 0)
        #expect(try desk.run("agent", "set", "Kim", "--inactive", code: 0).output.contains("inactive"))
        let kim = try desk.objects(desk.run("agent", "show", "Kim", "--json", code: 0)).first
        #expect(kim?["active"] as? Bool == false)
        // Past acts and cases keep the name, and nothing new comes.
        #expect((try desk.show(id)["owner"] as? [String: Any])?["name"] as? String == "Kim")
        let other = try desk.log("Another case")
        for name in ["Kim", "kim", "AG-2"] {
            let refused = try desk.run("assign", other, "--to", name)
            #expect(refused.code == 4 && refused.errors.contains("Kim no longer works on cases"), "\(refused.errors)")
        }
        #expect(try desk.run("assign", other, "--to", "ki").code == 2)
        #expect(try desk.run("agent", "set", me, "--inactive").code == 4)
        try desk.run("agent", "set", "Kim", "--active", "--duties", "store-keeper", code: 0)
        try desk.run("agent", "set", me, "--inactive", code: 0)
        #expect(try desk.run("take", other).code == 4)
        try desk.run("verify", code: 0)
    }

    @Test func severalContactsChangeAtOnceOnceAllAreFound() throws {
        let desk = try Desk()
        try desk.run("account", "new", "Nord Energy", code: 0)
        for name in ["Mara Sand", "Mats Lie"] {
            try desk.run("contact", "new", name, "--account", "Nord Energy", code: 0)
        }
        func active() throws -> [String] {
            try desk.objects(desk.run("contact", "list", "--account", "Nord Energy", "--json", code: 0))
                .compactMap { $0["name"] as? String }.filter { $0.hasPrefix("Ma") }.sorted()
        }
        #expect(try desk.run("contact", "deactivate", "Mara Sand", "Nobody").code == 3)
        #expect(try active() == ["Mara Sand", "Mats Lie"])
        let tried = try desk.run("contact", "deactivate", "Mara Sand", "Mats Lie", "--dry-run", code: 0)
        #expect(tried.output.contains("Mats Lie") && tried.errors.contains("Would be:"))
        try desk.run("contact", "deactivate", "Mara Sand", "Mats Lie", code: 0)
        #expect(try active().isEmpty)
        try desk.run("contact", "set", "Mara Sand", "Mats Lie", "--active", "--roles", "technical", code: 0)
        #expect(try active() == ["Mara Sand", "Mats Lie"])
    }

    @Test func anAgentHasAPlaceAndCanBeFoundByIt() throws {
        let desk = try Desk()
        try desk.run(
            "agent", "new", "Kim", "--role", "support-engineer", "--center", "dublin", "--shift", "Mon-Fri 06:00-14:00",
            "--tier", "2", "--expertise", "networking", "--products", "Licence Server, ADC", "--languages",
            "German,en", code: 0)
        let kim = try #require(try desk.objects(desk.run("agent", "show", "Kim", "--json", code: 0)).first)
        #expect(kim["center"] as? String == "dublin" && kim["tier"] as? Int == 2)
        #expect(
            kim["products"] as? [String] == ["ADC", "Licence Server"] && kim["languages"] as? [String] == ["de", "en"])
        func found(_ options: String...) throws -> Int {
            let words = ["agent", "list", "--json"] + options
            return try desk.objects(try CommandRun.run(desk.stage.invocation(words))).count
        }
        #expect(try found() == 2 && found("--center", "dublin", "--languages", "German") == 1)
        #expect(try found("--products", "Gateway 14") == 1 && found("--center", "none") == 1)
        #expect(try found("--role", "senior-engineer") == 0 && found("--tier", "2") == 1)
        let wrong = try desk.run("agent", "set", "Kim", "--center", "dubln", code: 4)
        #expect(wrong.errors.contains("The policy has no center dubln. Did you mean dublin?"))
        try desk.run("agent", "set", "Kim", "--center", "sydney", "--products", "none", code: 0)
        let log = try desk.run("log", "--plain", "--columns", "words", "--no-headers", "--limit", "1", code: 0)
        #expect(log.output == "changed the agent Kim: center sydney; products none\n")
    }

    @Test func placesAndDutyAreToldAtAnyTime() throws {
        let desk = try Desk()
        desk.stage.environment["CASELOAD_NOW"] = "2026-03-09T13:30:00Z"
        try desk.run("agent", "new", "Kim", "--role", "support-engineer", "--center", "dublin", code: 0)
        let centers = try desk.objects(desk.run("center", "list", "--json", code: 0))
        #expect(centers.count == 7 && centers.filter { $0["open"] as? Bool == true }.count == 4)
        let dublin = try #require(centers.first { $0["id"] as? String == "dublin" })
        #expect(dublin["closes"] as? String == "2026-03-09T17:00:00Z" && dublin["agents"] as? Int == 1)
        desk.stage.environment["TZ"] = "Asia/Tokyo"
        #expect(
            try desk.run("center", "show", "sydney").output.contains(
                "closed until Mon 2026-03-09 21:00 UTC (Tue 2026-03-10 06:00 Asia/Tokyo)"))
        #expect(try desk.run("center", "show", "atlantis").code == 3)
        let duty = try desk.run("duty", "now", "--at", "2026-03-14T12:00:00Z", code: 0).output
        #expect(duty.contains("Kim (dublin): off duty, next Mon 2026-03-16 08:00 UTC"))
        #expect(duty.contains("no centre is open; next Sydney, Australia from Sun 2026-03-15 21:00 UTC"))
        let now = try desk.object(desk.run("duty", "--json", code: 0))
        #expect(((now["followTheSun"] as? [String: Any])?["next"] as? [String: Any])?["id"] as? String == "sydney")
        #expect(try desk.run("duty", "tomorrow").code == 2 && desk.run("duty", "now", "--at", "soon").code == 2)
    }

    @Test func aRouteIsToldWithItsReasons() throws {
        let desk = try Desk()
        desk.stage.environment["CASELOAD_NOW"] = "2026-03-09T13:30:00Z"
        // No store is needed for where something belongs.
        let none = try desk.run("route", "--type", "licensing", "--region", "emea", "--store", "none.db", code: 0)
        #expect(none.output.contains("Licensing Support: Licensing issue in EMEA"))
        try desk.run(
            "agent", "new", "Kim", "--role", "priority-engineer", "--center", "dublin", "--expertise", "networking",
            code: 0)
        let words = ["--type", "technical", "--region", "emea", "--plan", "priority", "--severity", "1"]
        let route = try desk.object(
            CommandRun.run(desk.stage.invocation(["route", "--product", "Gateway", "--json"] + words)))
        #expect(route["fastTrack"] as? Bool == true && route["coverage"] as? String == "24x7")
        #expect((route["engineer"] as? [String: Any])?["knowledge"] as? String == "home")
        #expect((route["command"] as? [String: Any])?["id"] as? String == "critical-situation-manager")
        #expect((route["warnings"] as? [[String: Any]])?.map { $0["rule"] as? String } == ["route-command"])
        #expect(try desk.run("route", "--type", "technical").code == 2)
        // A case asks by itself.
        let id = try desk.log("A case", severity: 1)
        let own = try desk.object(desk.run("route", id, "--json", code: 0))
        #expect(
            own["severity"] as? String == "1"
                && (own["team"] as? [String: Any])?["id"] as? String == "technical-support")
        #expect((own["warnings"] as? [[String: Any]])?.contains { $0["rule"] as? String == "route-region" } == true)
        #expect(try desk.run("route", id, "--region", "emea").code == 2 && desk.run("route", "CS-9999999").code == 3)
        let wrong = try desk.run("route", "--type", "technical", "--region", "emae", code: 3)
        #expect(wrong.errors.contains("Did you mean emea?"))
    }

    @Test func whoActsMustBeSomebody() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        try desk.run("agent", "new", "Leena Berg", "--login", "leena", code: 0)
        let near = try desk.run("--as", "Lee", "take", id, code: 4)
        #expect(near.errors.contains("There is no agent named Lee. Did you mean Leena Berg?"))
        for command in [["list"], ["show", id], ["export", "cases", "--format", "json"], ["verify"]] {
            let result = try CommandRun.run(desk.stage.invocation(["--as", "Nonsense"] + command))
            #expect(result.code == 4 && result.output.isEmpty, "\(command): \(result.errors)")
        }
        // A name of somebody else is no reason not to read.
        try desk.run("--as", "Leena Berg", "list", code: 0)
        #expect(try desk.run("--as", "Leena Berg", "take", id, code: 4).errors.contains("is not one of the agent"))
    }

    @Test func namesakesStayTwoAndAreTold() throws {
        let desk = try Desk()
        try desk.run("account", "new", "Nord Energy", code: 0)
        func add(_ address: String) throws -> CommandResult {
            try desk.run("contact", "new", "J. Berg", "--account", "Nord Energy", "--email", address, code: 0)
        }
        #expect(try add("jb@nord.example").errors == "")
        #expect(try add("jb@nord.example").errors == "")
        let second = try add("\u{458}b@nord.example")
        #expect(second.output.contains("CT-2"))
        #expect(second.errors.contains("CT-1 (jb@nord.example)"))
        let all = try desk.objects(desk.run("contact", "list", "Berg", "--json", code: 0))
        #expect(all.compactMap { $0["email"] as? String } == ["jb@nord.example", "\u{458}b@nord.example"])
        // A name that means two is asked back.
        let new = try desk.run(
            "new", "--account", "Nord Energy", "--contact", "J. Berg", "--subject", "x", "--severity", "1",
            "--channel", "web", "--type", "advice")
        #expect(new.code == 2 && new.errors.contains("CT-2"))
    }

    @Test func anAccountIsChangedNotDropped() throws {
        let desk = try Desk()
        try desk.run("account", "new", "Nord Energy", "--country", "NO", code: 0)
        #expect(try desk.run("account", "new", "Nord Energy", "--country", "SE").code == 4)
        try desk.run("account", "set", "Nord Energy", "--country", "SE", "--organization", "N-1", code: 0)
        let account = try #require(try desk.objects(desk.run("account", "list", "--json", code: 0)).first)
        #expect(account["country"] as? String == "SE" && account["organizationID"] as? String == "N-1")
    }

    @Test func aFixedClockIsSeenOnActsUponPeople() throws {
        let desk = try Desk()
        let now = "2030-01-02T03:04:05Z"
        try desk.run("account", "new", "Nord Energy", "--now", now, code: 0)
        try desk.run("contact", "new", "J. Berg", "--account", "Nord Energy", "--now", now, code: 0)
        try desk.run("agent", "new", "Kim", "--now", now, code: 0)
        #expect(try desk.run("verify", code: 0).output.contains("0 events and 3 acts"))
    }

    @Test func aStrangerIsNotTakenForAContact() throws {
        let desk = try Desk()
        try desk.run("account", "new", "Nord Energy", code: 0)
        try desk.run(
            "contact", "new", "Ashlee Jones", "--account", "Nord Energy", "--email", "aj@nord.example", code: 0)
        func log(_ caller: String, _ more: String..., code: Int32 = 0) throws -> CommandResult {
            let words = [
                "new", "--account", "Nord Energy", "--contact", caller, "--subject", "x", "--severity", "2",
                "--channel",
                "phone", "--type", "technical",
            ]
            let result = try CommandRun.run(desk.stage.invocation(words + more))
            #expect(result.code == code, "\(result.errors)")
            return result
        }
        let stranger = try log("Lee").output
        #expect(stranger.contains("nobody is known as Lee, who calls. There is Ashlee Jones (CT-1)."), "\(stranger)")
        let item = try desk.object(log("Lee", "--json"))
        #expect(item["contact"] is NSNull && (item["extra"] as? [String: Any])?["caller"] as? String == "Lee")
        for name in ["ashleé JONES", "AJ@nord.example", "CT-1", "1"] {
            #expect(try log(name).output.contains("The caller is Ashlee Jones (CT-1).\n"), "\(name)")
        }
        _ = try log("CT-9", code: 3)
        _ = try log(" ", code: 2)
        let check = try desk.run("entitlement", "check", "--account", "Nord Energy", "--contact", "Lee", code: 4)
        #expect(check.output.contains("Lee is no contact of Nord Energy"), "\(check.output)")
    }
}
