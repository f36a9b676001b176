import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Contracts, renewals and cover are worked with keys", .waiting)
struct ContractStories {
    @Test func aContractAboutToEndIsFoundAndTold() throws {
        let story = try DeskStory { store in
            try store.cover(end: "2026-08-01")
            try store.command(
                "renewal", "new", "contract=CN-1", "product=Gateway", "end=2026-08-01", "quantity=10",
                "contact=Johanna Berg")
        }
        try story.type("gh", "Mine, by due time")
        try story.type("]]", "Contracts that end within 90 days  1", "CN-1", "47 d")
        try story.type("gr", "Next 90 days 2", "August 2026", "CN-1")
        try story.type("j")
        try story.act("Notice", "Record a notice about MB-1 (nothing is sent)")
        try story.complete("", "renewal")
        try story.save("NT-1", done: "NT-1")
        try story.type("[[", "Notices 1", "sent", "Johanna Berg")
        try story.end()
        let notice = try story.store.object("notice", "show", "NT-1")
        #expect(notice["state"] as? String == "sent" && notice["membership"] as? String == "MB-1")
        #expect((notice["recipient"] as? [String: Any])?["name"] as? String == "Johanna Berg")
    }

    @Test func aRenewalIsRecorded() throws {
        let story = try DeskStory(size: DeskStory.small) { store in
            try store.cover()
            try store.command("renewal", "new", "contract=CN-1", "product=Gateway", "end=2026-08-01", "quantity=10")
        }
        try story.type("gr", "Next 90 days 1", "MB-1")
        try story.act("Renew", "Renew MB-1, Gateway")
        try story.type("<Up>12<CR>", "ctrl-t calendar")
        // The calendar opens at the day that stands there: a year more than the end that is renewed.
        try story.type("<C-t>", "August 2027", "Sun 1 Aug 2027", "Esc back")
        try story.type("<Left>", "July 2027", "Sat 31 Jul 2027")
        try story.type("<CR>", "ctrl-t calendar", "2027-07-31")
        try story.type("<CR>")
        try story.complete("jo", "CT-1")
        try story.type("<CR>Order O-78")
        try story.save("MB-1", done: "MB-1")
        try story.type("]", "Memberships 1", "31 Jul 2027")
        try story.end()
        let record = try story.store.object("renewal", "show", "MB-1")
        #expect(record["end"] as? String == "2027-07-31" && record["quantity"] as? Int == 12)
        #expect((record["history"] as? [[String: Any]])?.last?["text"] as? String == "Order O-78")
    }

    @Test func coverFailsForSeveralReasonsThatAllAreRead() throws {
        let story = try DeskStory { store in
            try store.command(
                "contract", "new", "account=Nord Energy", "number=N-1", "start=2025-01-01", "end=2026-03-31")
            try store.command(
                "entitlement", "new", "contract=CN-1", "plan=select", "product=Desktop", "quantity=300",
                "telemetry=no")
            try store.command(
                "purchase", "new", "account=Nord Energy", "order=O-1", "day=2025-01-01", "product=Desktop",
                "quantity=400")
            try store.command("contact", "set", "Johanna Berg", "--roles", "renewal")
            try store.log("Desktop does not start")
        }
        try story.type("7", "Desktop does not start")
        try story.type("ge", "Not covered, and why", "EN-1")
        try story.type("", "ended", "telemetry", "400", "May not call, or only about some things, and why")
        try story.type("", "has no role")
        try story.end()
        // The shell gives the same answer, and refuses by its code.
        let answer = try CommandRun.run(
            story.store.stage.invocation([
                "--store", story.store.path, "entitlement", "check", "--account", "Nord Energy", "--contact", "CT-1",
            ]))
        #expect(answer.code == 4)
        for words in ["ended on 2026-03-31", "telemetry", "400", "no role that opens cases"] {
            #expect(answer.output.contains(words), "\(words): \(answer.output)")
        }
    }
}
