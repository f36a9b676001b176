import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Contacts and partners are kept with keys", .waiting)
struct PeopleStories {
    private func withPartner(_ store: StoryStore) throws {
        try store.cover()
        try store.command("account", "new", "Fjord Partners")
        try store.command("contact", "new", "Pia Lund", "--account", "Fjord Partners")
        try store.command(
            "partner", "appoint", "account=Nord Energy", "company=Fjord Partners", "role=reseller", "scope=both",
            "from=2026-01-01")
    }

    private func membership(_ store: StoryStore) throws {
        try store.command("renewal", "new", "contract=CN-1", "product=Gateway", "end=2026-08-01", "quantity=10")
    }

    @Test func aResellerOpensACaseForItsCustomer() throws {
        let story = try DeskStory(withPartner)
        try story.goToNord()
        try story.type("", "Pia Lund", "Fjord Partners")
        try story.type("+", "Add at Nord Energy")
        try story.type("case<CR>", "Log a case")
        try story.complete("pia", "CT-2")
        try story.type("<CR>Sessions are slow<CR>3<CR><CR>phone<CR><CR>", "The company that asks")
        try story.complete("fjord", "AC-2")
        try story.save("logged CS-1000001", done: "Logged CS-1000001")
        try story.end()
        let item = try story.store.object("show", "CS-1000001")
        #expect((item["account"] as? [String: Any])?["name"] as? String == "Nord Energy")
        #expect((item["partner"] as? [String: Any])?["name"] as? String == "Fjord Partners")
        #expect((item["contact"] as? [String: Any])?["name"] as? String == "Pia Lund")
        #expect(item["flags"] as? [String] == [])
    }

    @Test func aPartnerIsRemovedOnTheCustomersWord() throws {
        let story = try DeskStory(withPartner)
        try story.goToNord(tab: "Partners")
        try story.type("", "PA-1")
        try story.act("Remove", "the customer removes the partner")
        // It is the customer's act: without its word it is not done.
        try story.type("<C-d>", "Who said so is needed")
        try story.complete("jo", "CT-1")
        try story.save("PA-1", done: "PA-1")
        try story.type("", "removed")
        // From now on its people may not call; the past stays.
        try story.type("gh", "Mine, by due time")
        try story.type("+", "Log a case")
        try story.complete("nord", "AC-1")
        try story.type("<CR>", "Who calls")
        try story.type("Pia Lund<CR>Once more<CR>3<CR><CR>phone")
        try story.save("CS-1000001: Held until", done: "Held until this is so")
        try story.end()
        let partner = try story.store.object("partner", "show", "PA-1")
        #expect(partner["removedOn"] as? String == "2026-06-15")
        #expect((partner["toldBy"] as? [String: Any])?["name"] as? String == "Johanna Berg")
        #expect(try story.store.object("show", "CS-1000001")["flags"] as? [String] == ["caller-may-open"])
    }

    @Test func aNewContactIsMadeRenewalContact() throws {
        let story = try DeskStory(size: DeskStory.small) { store in
            try store.cover()
            try membership(store)
        }
        try story.goToNord(tab: "Contacts")
        try story.type("+", "New contact of Nord Energy")
        try story.type("Mara Sand<CR>renewal<CR><CR>ms@nord.example")
        try story.save("Mara Sand", done: "(CT-2): saved.")
        try story.type("gr", "Next 90 days 1", "MB-1")
        try story.act("Renewal Contact", "Leave it empty for the automatic rule")
        try story.type("nobody<C-d>", "There is no contact nobody. Add it first where")
        try story.console.type("<C-u>")
        try story.complete("mara", "CT-2")
        try story.save("contact Mara Sand", done: "Set MB-1 to contact Mara Sand")
        try story.end()
        let record = try story.store.object("renewal", "show", "MB-1")
        #expect((record["contact"] as? [String: Any])?["name"] as? String == "Mara Sand")
        #expect(record["naming"] as? String == "named" && record["since"] as? String == "2026-06-15")
    }

    @Test func anAddressThatAColleagueWroteStaysMasked() throws {
        let story = try DeskStory(size: DeskStory.small)
        try story.goToNord(tab: "Contacts")
        try story.type("", "Johanna Berg")
        try story.type("e", "Change Johanna Berg")
        try story.type("<CR><CR>jb@nord", "Mail")
        try story.store.command("contact", "set", "CT-1", "--email", "secret@nord.example")
        try story.type("<C-d>", "There is a newer version", "s***@nord.example", "yours was jb@nord")
        #expect(!story.console.logText.contains("secret@"))
        // What is no address is said as its field is left.
        try story.type("<C-u>jb at nord<CR>", "one @ with something on each side")
        try story.type("<C-u><Esc>", "s•••@nord.example")
        try story.end()
    }

    @Test func theRuleAssignsARenewalContactAndSaysWhy() throws {
        let story = try DeskStory { try $0.cover() }
        try story.goToNord(tab: "Purchases")
        try story.type("+", "New purchase of Nord Energy")
        try story.type("O-77<CR><CR>Gateway<CR>10<CR>", "The contact who was named")
        try story.complete("jo", "CT-1")
        try story.save("purchase PU-1", done: "Added the purchase PU-1")
        try story.type("gc", "AC-1")
        try story.type("<CR>", "Ends next")
        try story.goToTab("Memberships")
        try story.type("+", "New membership of Nord Energy")
        // The contract stands there already: the customer has one.
        try story.type("Gateway<CR>10<CR>+60d")
        try story.save("membership MB-1", done: "MB-1")
        try story.type("gc", "AC-1")
        try story.type("<CR>", "Renewal notices go to", "assigned automatically")
        try story.type("j", "May call        yes, severity", "egist")
        try story.end()
        let record = try story.store.object("renewal", "show", "MB-1")
        #expect((record["contact"] as? [String: Any])?["id"] as? String == "CT-1")
        #expect(record["naming"] as? String == "automatic" && record["end"] as? String == "2026-08-14")
    }
}
