import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Critical situations are run with keys", .waiting)
struct SituationStories {
    @Test func fromOpeningToEnd() throws {
        let story = try DeskStory { store in
            try store.cover()
            try store.log("All gateways are down", severity: 2)
        }
        try story.type("7", "All gateways")
        try story.type("p", "Severity of CS-1000001")
        try story.type("1", "reason:")
        try story.type("Nobody can work<CR>", "Set CS-1000001 to severity 1")
        try story.type("gx", "Running 1", "nobody yet", "Declared")
        try story.act("Who commands", "Critical situation CS-1000001")
        try story.complete("root", "AG-1")
        try story.save("situation manager root", done: "Set CS-1000001 to situation manager root")
        // What a form did is an own act of this screen: one key takes it back.
        try story.type("u", "Undid: set CS-1000001 to situation manager root")
        try story.type("U", "Did again: set CS-1000001 to situation manager root")
        try story.act("Acknowledged", "Acknowledged    10:00")
        try story.type("t", "Took CS-1000001")
        try story.type("r", "customer")
        try story.type("We are on it; the next word comes in an hour.<C-d>", "Replied on CS-1000001")
        try story.type("", "by root; 1 in all")
        // It runs again; the room says so, and the case is closed.
        try story.act("Who commands", "Restored")
        try story.fill(nil, nil, "2026-06-15T10:00:00Z")
        try story.save("restored", done: "Restored        10:00")
        try story.type("x", "Close CS-1000001 because")
        try story.type("1", "CS-1000001")
        try story.type("The power came back.<CR>", "Running 0")
        try story.type("]", "Ended 1", "All gateways are down", "Took")
        try story.end()

        let item = try story.store.object("show", "CS-1000001")
        #expect((item["criticalSituationManager"] as? [String: Any])?["name"] as? String == "root")
        let given = try #require(item["given"] as? [String: Any])
        #expect(given["acknowledged"] as? String == DeskStory.now && given["restored"] as? String == DeskStory.now)
        #expect(item["status"] as? String == "closed" && item["severity"] as? Int == 1)
        let told = try story.store.show("CS-1000001")
        #expect(told.timeline.map(\.action).contains("replied"))
        #expect(told.timeline[1].text == "Nobody can work")
    }

    @Test func calledInByAStranger() throws {
        let story = try DeskStory { try $0.cover() }
        try story.type("gx", "No critical situation is running")
        try story.type("+", "Log a case")
        try story.complete("nord", "Nord Energy")
        try story.type("<CR>Bob Moen<CR>Everything is down<CR>1<CR><CR>phone<CR>")
        // Nobody is turned away: what does not hold is said before it is saved.
        try story.save("the caller may open cases", done: "Held until this is so")
        // Its page is open, for what is asked next.
        try story.type("", "is no contact of Nord Energy")
        try story.type("<Esc>", "Running 1")
        let held = try story.store.object("show", "CS-1000001")
        #expect(held["flags"] as? [String] == ["caller-may-open"] && held["contact"] is NSNull)
        // The customer designates him, and the case has its caller.
        try story.goToNord(tab: "Contacts")
        try story.type("+", "New contact of Nord Energy")
        try story.type("Bob Moen<CR>technical")
        try story.save("Bob Moen", done: "(CT-2): saved.")
        try story.type("gx", "Running 1")
        try story.act("Caller", "Who calls about CS-1000001", "Bob Moen called, whom nobody knew")
        try story.complete("bob", "CT-2")
        try story.save("contact CT-2", done: "Set CS-1000001 to contact")
        try story.type("s", "Status of CS-1000001")
        try story.type("o", "Open")
        try story.end()
        let told = try story.store.object("show", "CS-1000001")
        #expect(told["status"] as? String == "open" && told["flags"] as? [String] == [])
        #expect((told["contact"] as? [String: Any])?["name"] as? String == "Bob Moen")
        // The shell finds the caller by name as well.
        try story.store.command("set", "CS-1000001", "contact=johanna berg")
        let named = try story.store.object("show", "CS-1000001")
        #expect((named["contact"] as? [String: Any])?["id"] as? String == "CT-1")
    }
}
