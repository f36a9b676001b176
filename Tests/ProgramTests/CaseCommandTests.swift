import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("What is done to cases from the shell", .waiting)
struct CaseCommandTests {
    @Test func aNewCaseSaysWhetherItIsCoveredAndWhenSomebodyAnswers() throws {
        let desk = try Desk()
        desk.stage.environment["CASELOAD_NOW"] = "2026-06-15T10:00:00Z"
        try desk.run("account", "new", "Nord Energy", "--region", "emea", code: 0)
        try desk.run("contact", "new", "J. Berg", "--account", "Nord Energy", "--roles", "technical", code: 0)
        func log() throws -> String {
            try desk.run(
                "new", "--account", "Nord Energy", "--contact", "J. Berg", "--subject", "Sessions drop", "--severity",
                "1", "--channel", "phone", "--type", "technical", code: 0
            ).output
        }
        let bare = try log()
        #expect(bare.contains("Covered: no."), "\(bare)")
        try desk.run(
            "contract", "new", "account=Nord Energy", "number=1", "start=2020-01-01", "end=2099-12-31", code: 0)
        try desk.run("entitlement", "new", "contract=CN-1", "plan=priority", code: 0)
        let covered = try log()
        #expect(covered.contains("Covered: when it was opened, by EN-1, until 2099-12-31."), "\(covered)")
        #expect(covered.contains("First response: due 2026-06-15 "), "\(covered)")
        #expect(covered.contains("Queue: "), "\(covered)")
    }

    @Test func wordsThatNoTextHasNameTheFieldThatHasThem() throws {
        let desk = try Desk()
        let id = try desk.log("Gateway drops sessions", severity: 1)
        try desk.run("take", id, code: 0)
        try desk.run("set", id, "status=cust", "awaited=zebra files", code: 0)
        let empty = try desk.run("list", "zebra", code: 0)
        #expect(empty.errors.contains("number and contact; awaited:zebra finds 1."), "\(empty)")
        #expect(try desk.run("list", "awaited:zebra", "--count", code: 0).output == "1\n")
        #expect(try desk.run("list", "--help", code: 0).output.contains("awaited"))
    }

    @Test func aDayWithOneCase() throws {
        let desk = try Desk()
        let id = try desk.log("Gateway drops sessions", severity: 1)
        try desk.run("take", id, code: 0)
        #expect(try desk.run("set", id, "severity=3", code: 4).errors.contains("a reason is given"))
        try desk.run("set", id, "severity=3", "tags+=vip", "--note", "One site only", code: 0)
        try desk.run("note", id, "-m", "Traces attached.", code: 0)
        try desk.run("reply", id, input: "Please try the update.\n", code: 0)
        #expect(try desk.run("set", id, "status=cust", code: 4).errors.contains("needs awaited"))
        try desk.run("set", id, "status=cust", "awaited=the traces", code: 0)
        try desk.run("escalate", id, "--summary", "Three customers", code: 0)
        try desk.run("release", id, code: 0)
        try desk.run("assign", id, "--to", "me", code: 0)
        try desk.run("close", id, "--reason", "resolved", code: 0)
        try desk.run("reopen", id, code: 0)
        #expect(
            try desk.actions(id) == [
                "logged", "taken", "changed", "changed", "noted", "replied", "changed", "escalated", "released",
                "taken", "closed", "reopened",
            ])
        let item = try desk.show(id)
        #expect(item["severity"] as? Int == 3)
        #expect(item["status"] as? String == "wip")
        #expect(item["tags"] as? [String] == ["vip"])
        #expect(item["firstResponseAt"] is String)
        let timeline = try #require(item["timeline"] as? [[String: Any]])
        #expect(timeline[5]["text"] as? String == "Please try the update.")
        #expect(try desk.run("verify").code == 0)
    }

    /// A case of everyday severity is verified before it is worked on, and waits for its cover meanwhile.
    @Test func aCaseIsVerifiedOnceItsCustomerIsCovered() throws {
        let desk = try Desk()
        let id = try desk.log("Slow sign-on", severity: 3)
        try desk.run("take", id, code: 0)
        #expect(try desk.show(id)["status"] as? String == "new")
        try desk.run("set", id, "status=open", code: 0)
        #expect(try desk.show(id)["status"] as? String == "held")
        try desk.run(
            "contract", "new", "account=Nord Energy", "number=1", "start=2020-01-01", "end=2099-12-31", code: 0)
        try desk.run("entitlement", "new", "contract=CN-1", "plan=core", code: 0)
        #expect(try desk.run("set", id, "status=open", code: 4).errors.contains("the caller may open cases"))
        try desk.run("contact", "set", "J. Berg", "--roles", "technical", code: 0)
        try desk.run("set", id, "status=open", code: 0)
        try desk.run("take", id, code: 0)
        #expect(try desk.show(id)["status"] as? String == "wip")
        #expect(try desk.run("verify").code == 0)
    }

    @Test func whoOwnsACaseAndHowToTakeItOver() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        try desk.run("agent", "new", "Kim Sørlie", "--login", "kim", code: 0)
        try desk.run("assign", id, "--to", "Kim", code: 0)
        let refused = try desk.run("take", id, code: 4)
        #expect(refused.errors == "\(id) belongs to Kim Sørlie. Take it over with: caseload assign \(id) --to me.\n")
        try desk.run("assign", id, "--to", "me", code: 0)
    }

    @Test(arguments: ["", "\u{34F}", " "])
    func aNameThatIsEmptyIsNobody(_ name: String) throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        #expect(try desk.run("assign", id, "--to", name, code: 2).errors.contains("is empty"))
        #expect(try desk.show(id)["owner"] is NSNull)
        try desk.run("agent", "show", name, code: 2)
        try desk.run("contact", "new", "A. Lind", "--account", name, code: 2)
    }

    @Test func aNoteIsTypedOnATerminal() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let session = try desk.stage.open("note", id, "-")
        try session.waitFor("ctrl-d")
        try session.type("Traces attached.<CR>")
        try session.waitFor("Traces")
        try session.type("<C-d>")
        #expect(try session.waitForExit() == .code(0))
        let events = try #require(try desk.show(id)["timeline"] as? [[String: Any]])
        #expect(events.last?["text"] as? String == "Traces attached.")
    }

    @Test(arguments: [
        ["hear", "ID", "-m", "-"], ["hear", "ID", "-"], ["remind", "ID", "--message=-"], ["remind", "ID"],
        ["ask", "ID", "--item", "fix", "-m", "-"], ["close", "ID", "--reason", "resolved", "-m", "-"],
        ["escalate", "ID", "--summary", "-"], ["set", "ID", "severity=2", "--note", "-"],
        ["hand-over", "ID", "--to", "dublin", "-m", "-"], ["deny", "ID", "--ground", "audit", "-m", "-"],
    ])
    func everyTextCanComeThroughStandardInput(_ words: [String]) throws {
        let desk = try Desk()
        let id = try desk.log("A case", severity: 1)
        try desk.run("take", id, code: 0)
        let words = words.map { $0 == "ID" ? id : $0 }
        let result = try CommandRun.run(desk.stage.invocation(words), input: "Real words\n")
        #expect(result.code == 0, "\(result.errors)")
        let events = try #require(try desk.show(id)["timeline"] as? [[String: Any]])
        #expect(events.count { $0["text"] as? String == "Real words" } == 1, "\(events.compactMap { $0["text"] })")
    }

    @Test func standardInputIsReadOnce() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        for words in [["hear", "-", "-m", "-"], ["escalate", "-", "--summary", "-"], ["attach", id, "-", "-m", "-"]] {
            let result = try CommandRun.run(desk.stage.invocation(words), input: id)
            #expect(result.code == 2 && result.errors.contains("read once"), "\(words): \(result.errors)")
        }
        #expect(try desk.actions(id) == ["logged"])
    }

    @Test func aNumberIsAWordThatFindsItsCase() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        _ = try desk.log("Another case")
        let digits = id.replacing("CS-", with: "")
        for words in [id, digits, id.lowercased(), "text:\(id)"] {
            #expect(try desk.run("list", words, "--count", code: 0).output == "1\n", "\(words)")
        }
        #expect(try desk.run("list", digits + "*", "--count", code: 0).output == "0\n")
    }

    @Test func namesThatNobodyHasAreTold() throws {
        let desk = try Desk()
        _ = try desk.log("A case")
        try desk.run("agent", "new", "Kim Sørlie", "--login", "kim", code: 0)
        func told(_ query: String) throws -> String {
            let result = try desk.run("list", query, "--count", code: 0)
            return result.errors
        }
        #expect(try told("owner:Kim") == "No agent is called Kim; did you mean Kim Sørlie?\n")
        #expect(try told("account:Nrod") == "No account is called Nrod.\n")
        #expect(try told("-account:Nord") == "No account is called Nord; did you mean Nord Energy?\n")
        #expect(try told("contact:Berg") == "No contact is called Berg; did you mean J. Berg?\n")
        #expect(try told("queue:Nowhere").hasPrefix("No queue is called Nowhere"))
        for query in ["owner:\"kim sorlie\"", "owner:me", "owner:none", "account:nord*", "contact:\"j. berg\""] {
            #expect(try told(query) == "", "\(query)")
        }
    }

    @Test func undoAndRedo() throws {
        let desk = try Desk()
        let id = try desk.log("A case", severity: 1)
        try desk.run("take", id, code: 0)
        try desk.run("set", id, "status=cust", "awaited=the traces", code: 0)
        try desk.run("undo", code: 0)
        #expect(try desk.show(id)["status"] as? String == "wip")
        try desk.run("redo", code: 0)
        #expect(try desk.show(id)["status"] as? String == "cust")
        try desk.run("undo", "2", code: 0)
        #expect(try desk.show(id)["owner"] is NSNull)
        #expect(try desk.run("log").output.contains("took \(id)"))
        #expect(try desk.run("redo", "9").code == 6)
        #expect(try desk.run("redo").code == 4)
    }

    @Test func undoStopsAtWhatStays() throws {
        let desk = try Desk()
        let id = try desk.log("A case", severity: 1)
        try desk.run("take", id, code: 0)
        let new = try desk.log("In error")
        let stopped = try desk.run("undo", code: 4)
        #expect(stopped.errors.contains("“logged \(new)”, stays: a new case is closed with a reason"))
        #expect(stopped.errors.contains("(close \(new) --reason WORD)"))
        #expect(stopped.errors.contains("To take back the one before it, “took \(id)”, say --yes."))
        #expect(!(try desk.show(id)["owner"] is NSNull))
        #expect(try desk.run("undo", "--yes", code: 0).output.contains("Undid: took \(id)."))
        #expect(try desk.show(id)["owner"] is NSNull)
        // An act on a record is no other.
        try desk.run("take", id, code: 0)
        try desk.run("contact", "set", "J. Berg", "--phone", "+47 1", code: 0)
        #expect(try desk.run("undo", code: 4).errors.contains("stays: a record is put right by another act"))
        #expect(!(try desk.show(id)["owner"] is NSNull))
    }

    @Test func referencesInEveryForm() throws {
        let desk = try Desk()
        let first = try desk.log("One")
        let second = try desk.log("Two")
        try desk.run("take", "1000001", code: 0)
        try desk.run("take", second.lowercased(), code: 0)
        try desk.run("release", "-", input: "\(first)\n\(second)\n", code: 0)
        #expect(try desk.run("list", "owner:none", "--count").output == "2\n")
        let missing = try desk.run("take", "CS-9", first)
        #expect(missing.code == 6)
        #expect(missing.errors.contains("CS-9"))
        #expect(try desk.run("take", "CS-9").code == 3)
        #expect(try desk.run("show", "CS-9", second).code == 6)
    }

    @Test func numbersOfTheSource() throws {
        let desk = try Desk()
        let first = try desk.log("Here already")
        let map = try desk.stage.file("tracker.map", ImportCommandTests.map)
        let rows = ["INC-7", first.replacing("CS-", with: "")].map {
            "\($0),Once \($0),2,2026-01-02T03:04:05Z,2026-01-02T03:04:05Z,Kim,Oslo\n"
        }
        let table = "number,title,level,opened,updated,by,place\n" + rows.joined()
        try desk.run("import", desk.stage.file("cases.csv", table), "--map", map, code: 0)
        let ambiguous = try desk.run("take", "1000001", code: 2)
        #expect(ambiguous.errors.contains("CS-1000001, CS-1000003"))
        let twice = try desk.run(
            "close", "INC-7", "--reason", "duplicate", "--duplicate-of", "1000001", code: 2)
        #expect(twice.errors.contains("CS-1000001, CS-1000003"))
        try desk.run("close", "INC-7", "--reason", "duplicate", "--duplicate-of", "INC-8", code: 3)
        #expect(try desk.actions("INC-7") == ["imported"])
        try desk.run("close", first, "--reason", "duplicate", "--duplicate-of", "INC-7", code: 0)
        let timeline = try #require(try desk.show(first)["timeline"] as? [[String: Any]])
        let changes = try #require(timeline.last?["changes"] as? [[String: Any]])
        #expect(changes.contains { $0["new"] as? String == "CS-1000002" })
    }

    @Test func conflictsSayBothValues() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        try desk.run("set", id, "severity=3", "--note", "y", code: 0)
        let clash = try desk.run("set", id, "severity=4", "--note", "y", "--if-version", "1")
        #expect(clash.code == 5)
        #expect(clash.errors.contains("severity is 3 now"))
        #expect(clash.errors.contains("yours was 4"))
        // Another field merges, and says so.
        #expect(try desk.run("set", id, "product=Gateway", "--if-version", "1", code: 0).output.contains("both"))
        let json = try desk.objects(desk.run("set", id, "severity=1", "--note", "y", "--if-version", "1", "--json"))
        #expect(json.first?["outcome"] as? String == "conflict")
    }

    @Test(
        arguments: [
            (["close", "CS-1000001"], 2, "--reason"), (["close", "CS-1000001", "--reason", "resolvd"], 2, "resolved"),
            (["close", "CS-1000001", "--reason", "duplicate"], 4, "duplicate"),
            (["set", "CS-1000001", "severety=1"], 2, "severity"),
            (["set", "CS-1000001", "severity=9"], 2, "1 (Critical outage)"),
            (["set", "CS-1000001", "severity=1"], 4, "a reason is given"),
            (["set", "CS-1000001", "status=cust"], 4, "Make it “Open” first"),
            (["set", "CS-1000001", "awaited=x"], 2, "status=CODE"),
            (["close", "CS-1000001", "--reason", "resolved"], 4, "withdrawn by the customer"),
            (["deny", "CS-1000001", "--ground", "weather"], 4, "audit"),
            (["hand-over", "CS-1000001", "--to", "mars", "-m", "x"], 4, "dublin"),
            (["snooze", "CS-1000001", "--until", "soon"], 2, "2026-03-09"),
            (["set", "CS-1000001", "status=closed"], 4, "reason"), (["set", "CS-1000001"], 2, "FIELD=VALUE"),
            (["assign", "CS-1000001"], 2, "--to"), (["assign", "CS-1000001", "--to", "Nobody"], 2, "Nobody"),
            (["note", "CS-1000001", "-m", " "], 4, "empty"), (["reopen", "CS-1000001"], 4, "not closed"),
            (["reply", "CS-1000001", "CS-1000002", "-m", "x"], 2, "one case"), (["take"], 2, "number of a case"),
            (["item", "AI-1000001-1", "done"], 4, "AI-1000001-1"), (["undo", "x"], 2, "number"),
            (["new", "--subject", "x"], 2, "--severity"), (["set", "CS-1000001", "queue=Nowhere"], 2, "Nowhere"),
            (["status", "CS-1000001"], 2, "console"), (["lisst"], 2, "list"), (["list", "--srot", "id"], 2, "--sort"),
            (["list", "stats:open"], 2, "status"), (["list", "--sort", "severty"], 2, "severty"),
            (["list", "--columns", "subjct"], 2, "subject"), (["list", "--limit", "0"], 2, "--limit"),
            (["show"], 2, "number of a case"), (["agent", "show", "Nobody"], 3, "Nobody"),
            (["theme", "show", "drk"], 3, "dark"), (["export", "cases"], 2, "--format"), (["export"], 2, "events"),
            (["import", "x.csv"], 2, "--preset"), (["import", "x.csv", "--preset", "nothing"], 3, "nothing"),
            (["--json", "--csv", "list"], 2, "Only one"), (["list", "--now", "yesterday"], 2, "--now"),
            (["take", "CS-1000001", "--now", "9999-12-31T23:59:59-15:00"], 2, "1 to 9999"),
            (["set", "CS-1000001", "severity=1", "--if-version", "2"], 4, "no version 2 yet"),
            (["agent", "set", "root", "--active", "--inactive"], 2, "Only one"),
            (["agent", "new", "Kim", "--inactive"], 2, "agent set"),
            (["account", "new", "Nord Energy", "--country", "NO"], 4, "account set"),
            (["account", "set", "Nowhere", "--country", "NO"], 3, "Nowhere"),
            (["--color", "blue", "list"], 2, "auto"), (["demo", "--no-console"], 2, "--store"),
            (["init", "extra"], 2, "extra"),
        ] as [([String], Int32, String)])
    func mistakesAreNamed(_ arguments: [String], _ code: Int32, _ word: String) throws {
        let desk = try Desk()
        _ = try desk.log("One")
        _ = try desk.log("Two")
        let result = try CommandRun.run(desk.stage.invocation(arguments))
        #expect(result.code == code, "\(result.output)\(result.errors)")
        #expect(result.errors.contains(word), "\(result.errors)")
        #expect(!result.errors.isEmpty)
    }
}
