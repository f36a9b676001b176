import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Agents, customers and their people from the shell")
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
}
