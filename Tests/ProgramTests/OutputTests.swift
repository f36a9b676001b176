import ConsoleCore
import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("What the shell prints", .waiting)
struct OutputTests {
    /// The keys of a case in JSON; none may ever be missing.
    static let keys: Set<String> = [
        "id", "externalID", "subject", "description", "type", "status", "severity", "requestedSeverity", "account",
        "contact", "partner", "product", "channel", "plan", "entitlement", "region", "center", "queue", "owner",
        "criticalSituationManager", "openedAt", "firstResponseAt", "responseDueAt", "responseTarget", "responseState",
        "updatedAt", "closedAt", "closureReason", "snoozedUntil", "tags", "watchers", "extra", "version",
    ]

    @Test func everyKeyIsThere() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let shown = try desk.show(id)
        #expect(OutputTests.keys.subtracting(shown.keys).isEmpty)
        #expect(Set(["timeline", "actionItems", "cover", "clock"]).subtracting(shown.keys).isEmpty)
        #expect((shown["account"] as? [String: Any])?["name"] as? String == "Nord Energy")
        let events = try #require(shown["timeline"] as? [[String: Any]])
        #expect(Set(["seq", "at", "actor", "action", "changes", "text"]).subtracting(events[0].keys).isEmpty)
        let listed = try desk.objects(desk.run("list", "--json", code: 0))
        #expect(OutputTests.keys.subtracting(listed[0].keys).isEmpty)
        let lines = try desk.run("list", "--jsonl", code: 0).output.split(separator: "\n")
        #expect(lines.count == 1)
        let exported = try desk.objects(desk.run("export", "cases", "--format", "json", code: 0))
        #expect(OutputTests.keys.subtracting(exported[0].keys).isEmpty)
    }

    @Test func formsOfAList() throws {
        let desk = try Desk()
        #expect(try desk.run("list", "--json", code: 0).output == "[]\n")
        #expect(try desk.run("list", "--jsonl", code: 0).output == "")
        let id = try desk.log("=HYPERLINK(\"x\"), a comma", severity: 1)
        let plain = try desk.run("list", "--plain", "--columns", "id,severity", "--no-headers", code: 0)
        #expect(plain.output == "\(id)\t1\n")
        let csv = try desk.run("list", "--csv", "--columns", "id,subject", code: 0)
        #expect(csv.output == "id,subject\r\n\(id),\"'=HYPERLINK(\"\"x\"\"), a comma\"\r\n")
        #expect(try desk.run("list", "--count", "--json", code: 0).output == "{\"count\":1}\n")
        #expect(try desk.run("list", "severity:2", "--count", code: 0).output == "0\n")
        let some = try desk.objects(desk.run("list", "--json", "--columns", "id,x.nothing", code: 0))
        #expect(Set(some[0].keys) == ["id", "x.nothing"])
    }

    /// Command lines of the shell, each after the ones before it.
    static func everyCommand(_ desk: Desk) throws -> [[String]] {
        let id = "CS-1000001"
        let map = try desk.stage.file("tracker.map", ImportCommandTests.map)
        let table = try desk.stage.file("cases.csv", ImportCommandTests.table(2))
        let copy = desk.stage.path("copy.db")
        let own = try desk.stage.file("own.policy", desk.run("policy", "export", code: 0).output + "# Ours.\n")
        try FileManager.default.createDirectory(atPath: desk.stage.path("data"), withIntermediateDirectories: true)
        let holidays = try desk.stage.file(
            "days.ics",
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas\r\n"
                + "END:VEVENT\r\nEND:VCALENDAR\r\n")
        return [
            ["list"], ["list", "--count"], ["show", id], ["show", id, id], ["work-next"], ["take", id],
            ["release", id],
            ["assign", id, "--to", "me"], ["set", id, "severity=3", "x.site=Oslo", "--note", "x"],
            ["note", id, "-m", "x"],
            ["why", id], ["why", id, "--severity", "1"], ["hear", id, "-m", "x"], ["remind", id, "-m", "x"],
            ["ask", id, "--item", "fix", "-m", "x"], ["snooze", id, "--until", "2099-01-01"],
            ["hand-over", id, "--to", "dublin", "-m", "x"],
            ["reply", id, "-m", "x"], ["escalate", id, "--summary", "x"], ["undo", "2"], ["redo", "2"],
            ["close", id, "--reason", "resolved"], ["close", id, "CS-9999999", "--reason", "resolved"],
            ["reopen", id], ["deny", id, "--ground", "audit", "-m", "x"], ["reopen", id],
            ["item", "AI-1000001-1", "done"], ["log"], ["log", "--all"],
            [
                "new", "--account", "Nord Energy", "--contact", "J. Berg", "--subject", "x", "--severity", "1",
                "--channel", "web", "--type", "advice",
            ],
            ["agent", "list"], ["agent", "new", "Kim"], ["agent", "set", "Kim", "--duties", "all"],
            ["agent", "show", "Kim"], ["agent", "set", "Kim", "--role", "support-engineer", "--center", "dublin"],
            ["agent", "list", "--languages", "en"], ["center", "list"], ["center", "show", "dublin"], ["duty", "now"],
            ["route", "--type", "licensing", "--region", "emea", "--plan", "priority", "--severity", "1"],
            ["account", "list"], ["account", "new", "Other"], ["account", "show", "Other"],
            ["contact", "list"], ["contact", "new", "Lee", "--account", "Other"], ["contact", "show", "Lee"],
            ["contact", "set", "Lee", "--roles", "technical"], ["account", "set", "Other", "--region", "north"],
            ["contract", "new", "account=Other", "number=1", "start=2026-01-01", "end=2099-12-31"],
            ["contract", "list"], ["contract", "show", "CN-1"], ["contract", "set", "CN-1", "note=x"],
            ["entitlement", "new", "contract=CN-1", "plan=a"], ["entitlement", "list"],
            ["entitlement", "check", "--account", "Other", "--contact", "Lee"],
            ["entitlement", "check", "--account", "Nord Energy"],
            ["purchase", "new", "account=Other", "order=1", "day=today", "product=x", "quantity=1", "contact=Lee"],
            ["renewal", "new", "contract=CN-1", "product=x", "end=2099-12-31"], ["renewal", "assign", "MB-1"],
            ["renewal", "list"],
            ["partner", "appoint", "account=Other", "company=Nord Energy", "scope=cases", "from=today"],
            ["partner", "remove", "PA-1", "--contact", "Lee"], ["hardware", "list"],
            ["renewal", "notify"], ["renewal", "notify", "MB-1", "--kind", "price-change"], ["notice", "list"],
            ["alert", "run"], ["alert", "list"], ["alert", "show", "AL-1"], ["alert", "acknowledge", "AL-1"],
            ["alert", "list", "--all"],
            ["notice", "show", "NT-1"], ["notice", "set", "NT-1", "note=x"],
            ["environment", "new", "account=Other", "name=x"], ["environment", "list"],
            ["environment", "show", "EV-1"], ["reference"], ["reference", "show", "guide"],
            ["reference", "checked", "guide"], ["troubleshooting"],
            ["license", "new", "account=Other", "product=x", "quantity=9"], ["license", "list"],
            ["license", "allocate", "LI-1", "--quantity", "4", "--binding", "a"],
            ["license", "reallocate", "LI-1", "--quantity", "1", "--from", "a", "--to", "b"],
            ["license", "return", "LI-1", "--quantity", "1", "--binding", "b", "--reason", "x"],
            ["license", "download", "LI-1"], ["license", "download", "LI-1", "--binding", "a"],
            ["license", "advice", "LI-1", "-m", "x"], ["license", "show", "LI-1"], ["license", "history", "LI-1"],
            ["shipment", "propose", "--account", "Other", "item=cpu"], ["shipment", "agree", "SH-1"],
            ["shipment", "show", "SH-1"], ["shipment", "list"],
            [
                "hardware", "new", "account=Other", "product=x", "serial=1", "plan=silver", "start=2026-01-01",
                "end=2099-01-01",
            ],
            ["replacement", "request", "hardware=HW-1", "reason=x"], ["replacement", "confirm", "RP-1"],
            ["replacement", "authorise", "RP-1"], ["replacement", "show", "RP-1"],
            ["contract", "set", "CN-1", "plans=priority"], ["hours", "use", "CN-1", "1h"], ["hours", "show", "CN-1"],
            ["hours", "list"], ["access", "new", "account=Other", "way=remote", "scope=x", "from=today", "person=Lee"],
            ["access", "visit", "AX-1", "-m", "x", "--contact", "Lee"], ["access", "show", "AX-1"],
            ["asset", "new", "account=Other", "what=telephone", "name=x", "number=1"],
            ["asset", "check", "--account", "Other"],
            ["product", "new", "account=Other", "product=x", "installed=1", "available=2", "since=2026-01-01"],
            ["product", "list"], ["product", "check", "--account", "Other"],
            ["audit-consent", "request", "--account", "Other"], ["audit-consent", "grant", "CO-1", "--contact", "Lee"],
            ["audit-consent", "show", "CO-1"], ["consent", "accept", "--account", "Other", "--contact", "Lee"],
            ["consent", "check", "--account", "Other"], ["contact", "deactivate", "Lee"],
            ["contact", "new", "Gone", "--account", "Other"],
            ["contact", "erase", "Gone", "--on-request-of", "Gone", "--yes"], ["queue"], ["queue", "list"],
            ["import", table, "--map", map],
            ["import", table, "none.csv", "--map", map],
            ["import", "none.csv", "--map", map], ["import", "--guess", table], ["import", "--list-presets"],
            ["export", "cases"], ["export", "events"], ["export", "contracts"], ["export", "accounts", "Other"],
            ["export", "store", desk.stage.path("all.jsonl")],
            ["import", desk.stage.path("all.jsonl"), "--store", desk.stage.path("again.db")],
            ["attach", id, table], ["attach", id, table, "none.csv"], ["attachment", "list", id],
            ["attachment", "save", "AT-1", "--to", desk.stage.path("data")], ["attachment", "remove", "AT-1"],
            ["attachment", "list", id, "--all"], ["backup", copy],
            ["verify"], ["restore", copy, "--yes"],
            ["policy"], ["policy", "list"], ["policy", "show"], ["policy", "show", "plan"], ["policy", "export"],
            ["policy", "check"], ["policy", "use", own], ["policy", "holidays", holidays, "--calendar", "emea"],
            ["clock", "--plan", "core", "--severity", "1", "--region", "emea", "--opened", "2026-03-04T09:00"],
            ["paths"], ["theme"], ["theme", "list"], ["theme", "show", "dark"], ["keys"], ["keys", "check"],
            ["init", "--store", desk.stage.path("new.db")],
            ["demo", "--cases", "5", "--no-console", "--store", desk.stage.path("demo.db")],
        ]
    }

    @Test func listsAndExportsWriteTheSameCells() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        try desk.run("set", id, "tags+=vip", "tags+=night", code: 0)
        let listed = try desk.run("list", "--csv", "--columns", "tags", "--no-headers", code: 0).output
        #expect(listed == "\"night, vip\"\r\n" || listed == "\"vip, night\"\r\n", "\(listed)")
        let exported = try desk.run("export", "cases", "--format", "csv", code: 0).output
        #expect(exported.contains(listed.replacing("\r\n", with: "")), "\(exported)")
    }

    @Test(arguments: [["--json"], ["--jsonl"], ["--json", "--dry-run"], ["--json", "--columns", "id"]])
    func everyCommandSpeaksJSON(_ options: [String]) throws {
        let desk = try Desk()
        _ = try desk.log("A case", severity: 1)
        for words in try OutputTests.everyCommand(desk) {
            let result = try CommandRun.run(desk.stage.invocation(words + options))
            // What is not known of columns is said beside the data.
            if options.contains("--columns"), result.code == 2 { continue }
            // Only what is done on the store is there for the next command to find.
            if options == ["--json"] { #expect(!result.outputBytes.isEmpty, "\(words): \(result.errors)") }
            let lines = options.contains("--jsonl") ? result.output.split(separator: "\n").map(String.init) : []
            for text in lines.isEmpty ? [result.output] : lines where !text.isEmpty {
                #expect(throws: Never.self, "\(words): \(text)") {
                    try JSONSerialization.jsonObject(with: Data(text.utf8))
                }
            }
        }
    }

    @Test func everyCommandIsAskedForJSON() throws {
        let asked = Set(try OutputTests.everyCommand(try Desk()).compactMap(\.first))
        #expect(Set(CommandEntry.all.filter(\.inShell).map(\.command.name)).subtracting(asked) == ["console"])
        // The console is for people; under --json it says so and prints nothing.
        let console = try Desk().run("console", "--json")
        #expect(console.code == 2)
        #expect(console.output.isEmpty)
    }

    @Test func oneFormAtATime() throws {
        let desk = try Desk()
        #expect(try desk.run("export", "cases", "--format", "csv", "--json").code == 2)
        #expect(try desk.run("export", "cases", "--format", "json", "--json").code == 0)
    }

    /// An option that would change nothing is refused, so that nobody trusts in it.
    @Test(
        arguments: [
            ["show", "ID", "--csv"], ["show", "ID", "--plain"], ["show", "ID", "--columns", "id"],
            ["export", "cases", "--format", "csv", "--columns", "id"],
            ["export", "cases", "--format", "csv", "--no-headers"], ["export", "cases", "--csv", "--format", "jsonl"],
            ["take", "ID", "--csv"], ["list", "--count", "--columns", "id"],
        ])
    func optionsThatMeanNothingAreRefused(_ words: [String]) throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let result = try CommandRun.run(desk.stage.invocation(words.map { $0 == "ID" ? id : $0 }))
        #expect(result.code == 2 && result.output.isEmpty)
        #expect(result.errors.contains("--"), "\(result.errors)")
    }

    @Test func coloursThatAreWantedAreThere() throws {
        let desk = try Desk()
        let id = try desk.log("A case", severity: 1)
        let forced = ["CLICOLOR_FORCE": "1"]
        let red = "\u{1B}[31m1\t\(id)"
        #expect(try desk.run("list", "--color", "always").output.contains(red))
        #expect(try desk.stage.run("list", environment: forced).output.contains(red))
        #expect(try desk.run("list", "--plain", "--color", "always").output.contains(red))
        for words in [["list", "--color", "never"], ["list", "--plain"], ["list", "--csv"], ["list", "--json"]] {
            let result = try CommandRun.run(desk.stage.invocation(words, environment: forced))
            #expect(!result.output.unicodeScalars.contains("\u{1B}"), "\(words)")
        }
        #expect(!(try desk.run("list").output.unicodeScalars.contains("\u{1B}")))
    }

    /// Console and shell have one word for one thing.
    @Test func aCaseIsShownInTheWordsOfTheConsole() async throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        try desk.run("reply", id, "-m", "Please try the update.", code: 0)
        try desk.run("set", id, "severity=3", "--note", "as agreed", code: 0)
        try desk.run("undo", code: 0)
        let shown = try desk.run("show", id, code: 0).output
        for words in ["First response  ", "public reply, recorded, not sent", "took back what ", "first response: "] {
            #expect(shown.contains(words), "\(words) in \(shown)")
        }
        // What a customer wrote was received, not recorded here.
        let demo = desk.stage.path("demo.db")
        try desk.run("demo", "--cases", "60", "--no-console", "--store", demo, code: 0)
        let all = try desk.run("list", "--plain", "--columns", "id", "--no-headers", "--store", demo, code: 0).output
        let pages = try desk.run("show", "-", "--store", demo, input: all, code: 0).output
        #expect(pages.contains("  public reply\n"))
    }

    @Test func timesFollowTheZone() throws {
        let desk = try Desk()
        desk.stage.environment["CASELOAD_NOW"] = "2026-07-01T22:30:00Z"
        let id = try desk.log("A case")
        desk.stage.environment["TZ"] = "Europe/Dublin"
        #expect(try desk.run("show", id).output.contains("Opened          2026-07-01 23:30"))
        desk.stage.environment["TZ"] = "Mars/Phobos"
        let lost = try desk.run("show", id, code: 0)
        #expect(lost.output.contains("2026-07-01 22:30"))
        #expect(lost.errors.contains("Mars/Phobos"))
        #expect(lost.errors.contains("UTC"))
    }

    @Test func aFixedClockIsRemembered() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        try desk.run("take", id, "--now", "2030-01-02T03:04:05+01:00", code: 0)
        let events = try #require(try desk.show(id)["timeline"] as? [[String: Any]])
        #expect(events[1]["at"] as? String == "2030-01-02T02:04:05Z")
        #expect(events[1]["recordedAt"] is String)
        #expect(events[0]["recordedAt"] is NSNull)
        #expect(try desk.run("show", id).output.contains("clock set by hand"))
        let report = try desk.object(desk.run("verify", "--json", code: 0))
        #expect((report["remarks"] as? [String])?.isEmpty == false)
    }

    @Test func helpBeginsWithExamples() throws {
        let stage = try Stage()
        let general = try stage.run("--help")
        #expect(general.code == 0)
        let lines = general.output.split(separator: "\n")
        #expect(lines.count > 2 && lines[1] == "Examples:")
        for command in ["list", "note", "import", "demo", "restore"] {
            let help = try stage.run(command, "--help")
            #expect(help.code == 0)
            #expect(help.output.hasPrefix("Examples:\n  caseload \(command)"))
            #expect(general.output.contains("\n  \(command) "))
        }
        #expect(try stage.run("--version").output.split(separator: "\n").count == 1)
    }

    @Test func helpSaysWhatTheShellDoes() throws {
        let stage = try Stage()
        #expect(try stage.run("theme", "--help").output.contains("Usage: caseload theme list|show NAME\n"))
        // A field that is the guide's names the text it is from, one that is ours says so.
        let fields = try stage.run("contract", "--help").output
        #expect(fields.contains(" [CTX126197]\n") && fields.contains(" [INF]"))
        #expect(!fields.contains("[domain"))
        #expect(try stage.run("queue", "--help").output.contains("Usage: caseload queue list\n"))
        #expect(try stage.run("keys", "--help").output.contains("Usage: caseload keys [list|check]\n"))
        #expect(try stage.run("backup", "--help").output.contains("0600"))
        #expect(try stage.run("demo", "--help").output.contains("thrown away"))
        #expect(try stage.run("export", "--help").output.contains("--raw"))
        #expect(try stage.run("list", "--help").output.contains("a case number finds that case"))
    }

    @Test func aReaderThatLeavesIsNoError() throws {
        let desk = try Desk()
        _ = try desk.log("A case")
        let program = Stage.program
        let line =
            "for i in 1 2 3 4 5 6 7 8; do '\(program)' keys; done 2>&1 | head -1 >/dev/null; '\(program)' list | true"
        let result = try CommandRun.run(Invocation("/bin/sh", ["-c", line], environment: desk.stage.environment))
        #expect(result.code == 0)
        #expect(result.errors == "")
    }
}
