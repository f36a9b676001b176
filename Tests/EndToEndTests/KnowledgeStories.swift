import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("What the guide says is found with keys", .waiting)
struct KnowledgeStories {
    @Test func thePolicyIsReadWithItsSources() throws {
        let story = try DeskStory(size: DeskStory.small)
        try story.type("gp", "legacy", "successor")
        try story.type("]/premium<CR>", "priority-plus")
        try story.console.press("<Esc>")
        try story.type("[[", "Worldwide Support Services Delivery Guide")
        for (word, seen) in [
            ("myaccount", "https://www.citrix.com/MyAccount"), ("legal", "https://www.cloud.com/legal"),
            ("docs", "https://docs.citrix.com"), ("packages", "programs"),
        ] {
            try story.type("/\(word)<CR>", seen)
            try story.console.press("<Esc>")
        }
        try story.end()
    }

    @Test func theSevenCentresAndWhoIsOnDuty() throws {
        let story = try DeskStory { store in
            try store.command(
                "agent", "new", "Ove Dahl", "--role", "critical-situation-manager", "--center", "dublin", "--shift",
                "day")
        }
        try story.type("gd", "Now Dublin", "Fort Lauderdale", "Sydney", "Japan", "closed", "open")
        let rows = (0..<40).filter { story.console.screen.line($0).contains(" there ") }
        #expect(rows.count == 7)
        try story.type("]", "Critical situation manager", "Ove Dahl", "Priority support engineer: nobody has it")
        try story.end()
    }

    @Test func theAssignedManagerComesFirst() throws {
        let story = try DeskStory { store in
            try store.cover(plan: "priority-plus")
            try store.command("agent", "new", "Uma Rask", "--role", "account-manager", "--duties", "account-manager")
        }
        try story.goToNord(tab: "Site")
        try story.type("+", "Add at Nord Energy")
        try story.type("environment<CR>", "New environment of Nord Energy")
        try story.type("Grid<CR><CR>yes<CR>Back within four hours<CR><CR>")
        try story.complete("uma", "AG-2")
        try story.type("<CR>yes")
        try story.save("added the environment EV-1", done: "EV-1")
        try story.type("gc", "AC-1")
        try story.type("<CR>", "Ask first", "Uma Rask", "Critical environments", "Back within four hours")
        try story.end()
        let record = try story.store.object("environment", "show", "EV-1")
        #expect((record["manager"] as? [String: Any])?["name"] as? String == "Uma Rask")
        #expect(record["principal"] as? Bool == true)
    }

    @Test func whatIsInstalledAndWhatStandsThere() throws {
        let story = try DeskStory { try $0.cover() }
        try story.goToNord(tab: "Compliance")
        try story.type("+", "Add at Nord Energy")
        try story.type("product<CR>", "New product of Nord Energy")
        try story.type("Gateway<CR>13.1<CR>14.1")
        try story.save("added the product PR-1", done: "13.1, newest 14.1")
        try story.type("]+", "Add at Nord Energy")
        try story.type("asset<CR>", "New asset of Nord Energy")
        try story.type("telephone<CR>Control room<CR>+47 55 10")
        try story.save("added the asset AS-1", done: "Control room")
        try story.end()
        #expect(try story.store.object("asset", "show", "AS-1")["name"] as? String == "Control room")
        #expect(try story.store.object("product", "show", "PR-1")["installed"] as? String == "13.1")
    }

    @Test func theCustomerIsAskedForATraceAndSendsIt() throws {
        let story = try DeskStory { store in
            try store.cover()
            try store.log("Sessions drop", severity: 2)
            try store.command("take", "CS-1000001")
        }
        try story.type("7", "Sessions drop")
        try story.type("<CR>", "Timeline")
        try story.type("I", "Ask the customer of CS-1000001 for")
        try story.type("network<CR>", "due")
        try story.type("tomorrow<CR>", "etwork trace")
        try story.type("A trace of both hosts, please.<C-d>", "Asked")
        try story.type("]", "AI-1000001-1")
        try story.type("<CR>", "Done: the customer did it")
        try story.type("d", "What came of it")
        try story.type("The trace shows a loop.<CR>", "Settled an action item")
        try story.end()
        let items = try #require(try story.store.object("show", "CS-1000001")["actionItems"] as? [[String: Any]])
        #expect(items.first?["state"] as? String == "done" && items.first?["kind"] as? String == "network-trace")
    }
}
