import ProgramStage
import PseudoTerminal
import Testing

@Suite("New cases are triaged, verified and answered with keys", .waiting)
struct TriageStories {
    @Test func tenNewCases() throws {
        let story = try DeskStory { store in
            try store.cover()
            for number in 1...10 { try store.log("Problem number \(number)") }
        }
        try story.type("gh", "Mine, by due time")
        try story.type("]", "New, cover to be verified; s sets the status  10")
        // The first is worse than it was told; what was said for it is kept.
        try story.type("p", "Severity of CS-1000001")
        try story.type("2", "reason:")
        try story.type("Two halls stand still<CR>", "Set CS-1000001 to severity 2")
        // The last is the same as the first.
        try story.type("G", "CS-1000008  Problem")
        for left in (2...10).reversed() {
            try story.type("gg", "▌  ")
            try story.type("s", "Status of CS-")
            try story.type("o", "New, cover to be verified; s sets the status  \(left - 1)")
        }
        try story.type("x", "Close CS-1000010 because")
        try story.type("8", "repeats the case")
        try story.type("CS-1000001<CR>", "A last word")
        // The list may be told of the change before the act is answered, which is on its way till then.
        try story.type("<CR>", "New, cover to be verified; s sets the status  0", "Closed CS-1000010")
        try story.end()

        let cases = try (1...10).map { try story.store.show("CS-\(1_000_000 + $0)") }
        #expect(cases.map(\.status) == Array(repeating: "open", count: 9) + ["closed"])
        #expect(cases.map(\.severity) == [2] + Array(repeating: 3, count: 9))
        #expect(try story.store.object("show", "CS-1000010")["duplicateOf"] as? String == "CS-1000001")
        #expect(cases[0].timeline[1].text == "Two halls stand still")
    }

    @Test func coverIsVerified() throws {
        let story = try DeskStory { store in
            try store.log("Gateway drops sessions")
        }
        try story.type("gh", "Mine, by due time")
        try story.type("]", "New, cover to be verified; s sets the status  1", "Gateway drops")
        // It is not covered: the case is held, and why is on the screen.
        try story.type("s", "Status of CS-1000001")
        try story.type("o", "Held until this is so", "Cover or caller in doubt  1")
        #expect(try story.store.show("CS-1000001").status == "held")
        try story.type("ge", "Nord Energy has no contract")
        // Whoever keeps the contracts adds what was bought, on the same screen.
        try story.type("+", "Add at Nord Energy")
        try story.type("contract<CR>", "New contract of Nord Energy")
        try story.fill("N-1", nil, nil, "2026-12-31")
        try story.save("added the contract CN-1", done: "Added the contract CN-1")
        try story.type("+", "Add at Nord Energy")
        try story.type("entitlement<CR>", "New entitlement of Nord Energy")
        try story.type("priority")
        try story.save("added the entitlement EN-1", done: "Added the entitlement EN-1")
        try story.type("<Esc>", "Cover or caller in doubt  1")
        try story.type("s", "Status of CS-1000001")
        try story.type("o", "Cover or caller in doubt  0")
        try story.end()
        let told = try story.store.show("CS-1000001")
        #expect(told.status == "open")
        #expect(told.timeline.flatMap(\.changes).contains { $0.field == "flags" && $0.new == "cover-active" })
    }

    @Test func aCustomerIsAnsweredAndWaitedFor() throws {
        let story = try DeskStory(size: DeskStory.small) { store in
            try store.cover()
            try store.log("Licences are not checked out", severity: 2)
            try store.command("set", "CS-1000001", "status=open")
            try store.command("take", "CS-1000001")
        }
        try story.type("gh", "Mine, by due time  1", "CS-1000001")
        try story.type("r", "customer")
        try story.type("Please send the log of both hosts.<C-d>", "Replied on CS-1000001")
        try story.type("s", "Status of CS-1000001")
        try story.type("c", "awaited:")
        try story.type("the logs<CR>", "Waiting on Customer")
        try story.end()
        let told = try story.store.show("CS-1000001")
        #expect(told.status == "cust")
        #expect(told.timeline.map(\.action).suffix(2) == ["replied", "changed"])
        let item = try story.store.object("show", "CS-1000001")
        #expect(item["firstResponseAt"] as? String == DeskStory.now && item["responseState"] as? String == "met")
    }

    @Test func questionsGoToTheFrontDesk() throws {
        let story = try DeskStory(size: DeskStory.small) { try $0.cover() }
        try story.type("gh", "Mine, by due time")
        for (number, type) in ["account", "licensing", "entitlement"].enumerated() {
            try story.type("+", "Log a case")
            // Once there is a case under the cursor, the next one is of the same customer.
            if number == 0 {
                try story.complete("nord", "AC-1")
                try story.type("<CR>", "Who calls")
            }
            try story.complete("jo", "CT-1")
            try story.type("<CR>A question of \(type)<CR>4<CR><C-u>\(type)<CR>phone")
            try story.save("logged CS-100000\(number + 1)", done: "Logged CS-100000\(number + 1)")
            try story.type("<Esc>", "Mine, by due time")
        }
        try story.type("]", "Account issue, Licensing issue and 2 more  3", "A question of account")
        try story.type("]]", "Requests about licences  1", "A question of licensing")
        try story.end()
        let types = try (1...3).map { try story.store.object("show", "CS-\(1_000_000 + $0)")["type"] as? String }
        #expect(types == ["account", "licensing", "entitlement"])
    }
}
