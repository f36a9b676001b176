import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Marked rows of workplaces are worked with keys", .waiting)
struct MarkStories {
    private func record(_ story: DeskStory, _ id: String) throws -> [String: Any] {
        try story.store.object("renewal", "show", id)
    }

    @Test func sevenMembershipsGetOneRenewalContact() throws {
        let story = try DeskStory(size: DeskStory.small) { store in
            try store.cover()
            for day in 1...7 {
                try store.command(
                    "renewal", "new", "contract=CN-1", "product=Gateway \(day)", "end=2026-08-0\(day)", "quantity=10")
            }
            // Another customer's, whom nobody of Nord Energy speaks for.
            try store.command("account", "new", "Sund Water")
            try store.command(
                "contract", "new", "account=Sund Water", "number=S-1", "plans=select", "start=2026-01-01",
                "end=2027-01-01")
            try store.command("renewal", "new", "contract=CN-2", "product=Gateway", "end=2026-08-09", "quantity=1")
        }
        try story.type("gr", "Next 90 days 8", "MB-8")
        try story.type("V", "8 marked")
        try story.act("Renewal Contact", "Renewal Contact of 8 memberships")
        try story.complete("jo", "CT-1")
        try story.save("contact none → Johanna Berg", done: "8 memberships: 7 saved.")
        try story.console.waitFor("! MB-8 is left out")
        try story.type("k", "1 marked", "MB-8")
        // One's own act, though it was tried row by row before: it is taken back without a question.
        try story.type("u", "Undid: ")
        try story.type("U", "Did again: ")
        try story.end()
        for number in 1...7 {
            #expect((try record(story, "MB-\(number)")["contact"] as? [String: Any])?["id"] as? String == "CT-1")
        }
        #expect(try record(story, "MB-8")["contact"] is NSNull)
        // One act of one person, however many rows.
        let journal = try story.store.command("log", "--plain", "--limit", "50")
        #expect(journal.contains("and 6 more"), "\(journal)")
    }

    @Test func severalContactsHaveLeft() throws {
        let story = try DeskStory(size: DeskStory.small) { store in
            for name in ["Mara Sand", "Mats Lie"] {
                try store.command("contact", "new", name, "--account", "Nord Energy")
            }
        }
        try story.goToNord(tab: "Contacts")
        try story.type("", "CT-1", "Mats Lie")
        try story.type("<Space><Space>", "2 marked")
        try story.type("a", "With 2 contacts")
        try story.type("Have<CR>", "Saving would do this", "active yes → no")
        try story.console.type("<CR>")
        try story.console.waitForNo("Saving would")
        try story.type("", "2 contacts have left: 2 saved.")
        try story.end()
        let active = try ["CT-1", "CT-2", "CT-3"].filter { id in
            try story.store.command("contact", "show", id, "--json").contains("\"active\":true")
        }
        #expect(active.count == 1)
        // One act, however many people.
        let journal = try story.store.command("log", "--plain", "--limit", "50")
        #expect(journal.ranges(of: "changed the contact").count == 2, "\(journal)")
        #expect(journal.contains("changed the contacts CT-"), "\(journal)")
    }

    @Test func whatOthersChangedOfAContactMeanwhileIsLeftOut() throws {
        let story = try DeskStory(size: DeskStory.small) { store in
            for name in ["Mara Sand", "Mats Lie"] {
                try store.command("contact", "new", name, "--account", "Nord Energy", "--roles", "technical")
            }
        }
        try story.goToNord(tab: "Contacts")
        try story.type("", "CT-1", "Mats Lie")
        try story.type("V", "3 marked")
        try story.type("e", "Change 3 contacts")
        try story.store.command("contact", "set", "Mara Sand", "--roles", "contract-administration")
        try story.console.type("renewal")
        try story.save("CT-2 is left out: ", done: "Change 3 contacts: 2 saved.")
        try story.console.waitFor("! CT-2 is left out")
        try story.end()
        for (id, role) in [("CT-1", "renewal"), ("CT-2", "contract-administration"), ("CT-3", "renewal")] {
            #expect(try story.store.command("contact", "show", id, "--json").contains("[\"\(role)\"]"), "\(id)")
        }
    }
}
