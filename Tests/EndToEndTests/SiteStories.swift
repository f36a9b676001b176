import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Machines, visits, hours and consents are kept with keys", .waiting)
struct SiteStories {
    @Test func aMachineIsSentInOnlyWithAttestation() throws {
        let story = try DeskStory { store in
            try store.cover()
            try store.command("shipment", "propose", "--account", "Nord Energy", "item=cpu")
        }
        try story.type("gs", "Shipments 1", "SH-1")
        for contact in [nil, "jo"] {
            try story.act("Agree", "For the customer")
            if let contact { try story.complete(contact, "CT-1") }
            try story.save("SH-1", done: "SH-1")
        }
        try story.act("Ship", "Destination")
        try story.complete("", "test-laboratory")
        // Refused, with what comes first.
        try story.type("<C-d>", "not the next step", "attested” (shipment attest)")
        try story.type("<Esc>", "Kept as a draft")
        try story.act("Attest", "For the customer")
        try story.complete("jo", "CT-1")
        try story.save("SH-1", done: "SH-1")
        try story.act("Ship", "Your draft is back", "test-laboratory")
        try story.save("SH-1", done: "SH-1")
        try story.act("Receive", "Receive: SH-1")
        try story.save("SH-1", done: "SH-1")
        try story.act("Return", "Finding")
        try story.type("The fan is broken.")
        try story.save("SH-1", done: "SH-1")
        try story.end()
        let told = try story.store.object("shipment", "show", "SH-1")
        #expect(told["next"] is NSNull && (told["steps"] as? [[String: Any]])?.count == 6)
        #expect(told["destination"] as? String == "test-laboratory")
    }

    @Test func aMachineIsReplaced() throws {
        let story = try DeskStory { store in
            try store.command(
                "hardware", "new", "account=Nord Energy", "product=Box", "serial=S-1", "plan=gold-plus",
                "start=2026-01-01", "end=2026-12-31")
        }
        try story.goToNord(tab: "Hardware")
        try story.type("", "HW-1")
        try story.type("+", "Add at Nord Energy")
        try story.type("replacement<CR>", "New replacement of Nord Energy")
        try story.complete("", "HW-1")
        try story.type("<CR><CR>It is dead.")
        try story.save("RP-1", done: "Replacements  1")
        try story.type("G", "▌  RP-1")
        try story.act("Confirm", "Confirm: RP-1")
        try story.save("RP-1", done: "RP-1")
        try story.act("Authorise", "Distance")
        try story.type("<C-d>", "!")
        try story.type("10<CR>yes")
        try story.save("RP-1", done: "RP-1")
        for step in ["Ship", "Deliver", "Return", "Complete"] {
            try story.act(step, "\(step): RP-1")
            try story.save("RP-1", done: "RP-1")
        }
        try story.end()
        let told = try story.store.object("replacement", "show", "RP-1")
        #expect(told["next"] is NSNull)
        #expect((told["clock"] as? [String: Any])?["state"] as? String == "met")
    }

    @Test func aVisitIsRecordedWithItsConsent() throws {
        let story = try DeskStory { try $0.cover() }
        try story.goToNord(tab: "Site")
        try story.type("+", "Add at Nord Energy")
        try story.type("access<CR>", "New access of Nord Energy")
        try story.type("remote")
        try story.type("<CR>The gateway<CR><CR><CR>", "ho")
        try story.complete("jo", "CT-1")
        try story.save("AX-1", done: "Access  1")
        try story.act("Visit", "What was done")
        // The refusal leads to whose consent is missing.
        try story.type("Looked at the logs.<C-d>", "!")
        try story.complete("jo", "CT-1")
        try story.save("VI-1", done: "VI-1")
        try story.end()
        let visits = try story.store.object("access", "show", "AX-1")
        #expect((visits["visits"] as? [[String: Any]])?.count == 1)
    }

    @Test func hoursAreUsedUpToWhatIsLeft() throws {
        let story = try DeskStory { store in
            try store.command(
                "contract", "new", "account=Nord Energy", "number=N-1", "start=2026-01-01", "end=2026-12-31",
                "plans=priority")
        }
        try story.goToNord(tab: "Contracts")
        try story.type("", "40h left")
        try story.act("Use hours", "How long")
        try story.type("41h<C-d>", "41h were asked for")
        try story.type("<C-u>90m<CR>A review.")
        try story.save("HU-1", done: "38h 30m left")
        try story.end()
        let balance = try story.store.object("hours", "show", "CN-1")["balance"] as? [String: Any]
        #expect(balance?["leftMinutes"] as? Int == 2310)
    }

    @Test func consentAndAuditAreAsked() throws {
        let story = try DeskStory { try $0.cover() }
        try story.goToNord(tab: "Compliance")
        try story.type("+", "Add at Nord Energy")
        try story.type("consent<CR>", "Nord Energy agrees to cooperate")
        try story.complete("jo", "CT-1")
        try story.save("CO-1", done: "CO-1")
        try story.type("+", "Add at Nord Energy")
        try story.type("audit<CR>", "Ask Nord Energy for consent")
        try story.type("Counts differ.")
        try story.save("CO-2", done: "Consents  2")
        try story.type("G", "▌  CO-2")
        try story.act("Granted", "Audit CO-2")
        try story.complete("jo", "CT-1")
        try story.save("CO-2", done: "CO-2")
        try story.act("Audit is complete", "Audit CO-2")
        try story.type("All is well.")
        try story.save("CO-2", done: "CO-2")
        try story.end()
        #expect(try story.store.object("audit-consent", "show", "CO-2")["state"] as? String == "complete")
        #expect(try story.store.object("consent", "show", "CO-1")["state"] as? String == "granted")
    }
}
