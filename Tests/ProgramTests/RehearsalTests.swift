import CaseModel
import ConsoleCore
import Foundation
import GuidePolicy
import ProgramStage
import PseudoTerminal
import Testing

@Suite("A dry run says what the real run says, and changes nothing", .waiting)
struct RehearsalTests {
    /// A command, and what is done to the store before it.
    struct Trial: Sendable, CustomTestStringConvertible {
        let words: [String]
        let before: [[String]]

        init(_ words: String..., after before: [[String]] = []) {
            self.words = words
            self.before = before
        }

        var testDescription: String { (before + [words]).map { $0.joined(separator: " ") }.joined(separator: "; ") }
    }

    /// Of the made-up cases of seed 1, with the clock at ``now``: open, of somebody else, waiting with an item, closed.
    private static let (open, owned, asked, closed) = ("CS-1000035", "CS-1000037", "CS-1000019", "CS-1000001")
    private static let now = "2026-03-09T13:30:00Z"
    private static let new = [
        "new", "--account", "AC-38", "--contact", "CT-115", "--subject", "x", "--severity", "1", "--channel", "web",
        "--type", "advice",
    ]

    /// Every command that writes, with what can stand against it.
    static let trials: [Trial] = [
        Trial("work-next"), Trial("work-next", after: [["agent", "set", "root", "--role", "licensing-administrator"]]),
        Trial("take", open), Trial("take", owned), Trial("take", open, "CS-9999999"), Trial("take", "CS-9999999"),
        Trial("take", closed, open), Trial("take", open, after: [["take", open]]),
        Trial("release", owned), Trial("release", open), Trial("reopen", closed), Trial("reopen", open),
        Trial("assign", open, "--to", "Kim Sørlie"), Trial("assign", open, "--to", "AG-99"),
        Trial("set", open, "severity=1", "tags+=vip", "--note", "y"), Trial("set", open, "status=closed"),
        Trial("set", open, "subject= "), Trial("set", open, "queue=Network"),
        Trial("set", open, "tags+=b", "--if-version", "1", after: [["set", open, "severity=2", "--note", "y"]]),
        Trial(
            "set", open, "severity=1", "--note", "z", "--if-version", "1",
            after: [["set", open, "severity=2", "--note", "y"]]),
        Trial("set", open, "product=x", "--if-version", "1", after: [["set", open, "severity=2", "--note", "y"]]),
        Trial("note", open, "-m", "x"), Trial("note", open, "-m", " "), Trial("reply", owned, "-m", "x"),
        Trial("escalate", owned, "--summary", "x"), Trial("escalate", closed, "--summary", "x"),
        Trial("close", open, "--reason", "resolved"), Trial("close", closed, "--reason", "resolved"),
        Trial("close", open, "--reason", "duplicate", "--duplicate-of", closed),
        Trial("close", open, "--reason", "duplicate", "--duplicate-of", "CS-9999999"),
        Trial("set", open, "severity=1"), Trial("set", owned, "status=cust"),
        Trial("set", owned, "status=cust", "awaited=a trace"),
        Trial("hear", open, "-m", "x"), Trial("hear", open, "-m", " "), Trial("remind", open, "-m", "x"),
        Trial("ask", open, "--item", "fix", "-m", "x"), Trial("ask", open, "--item", "a b", "-m", "x"),
        Trial("snooze", open, "--until", "2026-04-01"), Trial("snooze", open, "--until", "never"),
        Trial("deny", open, "--ground", "audit", "--by", "Vi"), Trial("deny", open, "--ground", "weather"),
        Trial("hand-over", open, "--to", "dublin", "-m", "x"), Trial("hand-over", open, "--to", "mars", "-m", "x"),
        Trial("item", "AI-1000019-1", "done"), Trial("item", "AI-1000019-7", "done"),
        Trial("undo"), Trial("undo", after: [new]), Trial("undo", after: [["take", open]]),
        Trial("undo", after: [["take", open], new]), Trial("undo", "--yes", after: [["take", open], new]),
        Trial("undo", "3", after: [["take", open], ["note", open, "-m", "x"]]),
        Trial(
            "undo",
            after: [["set", open, "severity=1", "--note", "y"], ["agent", "set", "root", "--duties", "store-keeper"]]),
        Trial("redo"), Trial("redo", after: [["take", open], ["undo"], ["note", open, "-m", "x"]]),
        Trial("redo", "2", after: [["take", open], ["note", open, "-m", "x"], ["undo", "2"]]),
        Trial("redo", "9", after: [["take", open], ["undo"]]),
        Trial(
            "new", "--account", "AC-38", "--contact", "CT-115", "--subject", "x", "--severity", "1", "--channel",
            "web", "--type", "advice"),
        Trial(
            "new", "--account", "AC-38", "--contact", "CT-115", "--subject", " ", "--severity", "1", "--channel",
            "web", "--type", "advice"),
        Trial("agent", "new", "Nova"), Trial("agent", "new", "root"), Trial("agent", "new", " "),
        Trial("agent", "set", "root", "--role", "support-engineer", "--center", "dublin", "--shift", "day"),
        Trial("agent", "set", "root", "--center", "atlantis"),
        Trial("agent", "set", "root", "--duties", "engineer"), Trial("agent", "set", "Kim", "--login", "root"),
        Trial("account", "new", "Other"), Trial("account", "new", "Aaretal Privatbank"), Trial("account", "new", " "),
        Trial("contact", "new", "Kim", "--account", "AC-38"), Trial("contact", "new", " ", "--account", "AC-38"),
        Trial("account", "new", "Other", after: [["agent", "set", "Kim", "--login", "root"]]),
        Trial("import", "@cases.csv", "--map", "@tracker.map"),
        Trial("import", "@cases.csv", "@cases.csv", "--map", "@tracker.map"),
        Trial("import", "@cases.csv", "@none.csv", "--map", "@tracker.map"),
        Trial("import", "@broken.csv", "--map", "@tracker.map"),
        Trial("import", "@broken.csv", "--map", "@tracker.map", "--keep-going"),
        Trial("import", "@cases.csv", "--map", "@tracker.map", after: [["agent", "set", "root", "--duties", "none"]]),
        Trial("policy", "use", "@own.policy"), Trial("policy", "use", "@cases.csv"),
        Trial("policy", "use", "@none.policy"),
        Trial("backup", "@copy.db"), Trial("backup", "@cases.csv"), Trial("backup", "@none/copy.db"),
        Trial("restore", "@copy.db", "--yes", after: [["backup", "@copy.db"], ["take", open]]),
        Trial("restore", "@cases.csv", "--yes"), Trial("restore", "@none.db", "--yes"),
        Trial("init"), Trial("init", "--store", "@new/store.db"), Trial("init", "--store", "@cases.csv/store.db"),
        Trial("demo", "--no-console", "--cases", "5"),
        Trial("demo", "--no-console", "--cases", "5", "--store", "@d.db"),
        Trial("demo", "--no-console", "--store", "@cases.csv/store.db"),
        Trial("import", "@cases.csv", "--map", "@tracker.map", "--store", "@new.db"),
        Trial("import", "@none.csv", "--map", "@tracker.map", "--store", "@new.db"),
    ]

    private static let contract = [
        "contract", "new", "account=AC-38", "number=N-1", "start=2026-01-01", "end=2026-12-31",
    ]
    private static let purchase = [
        "purchase", "new", "account=AC-38", "order=1", "day=today", "product=x", "quantity=1", "contact=CT-115",
    ]
    private static let membership = ["renewal", "new", "contract=CN-1", "product=x", "end=2026-12-31"]

    /// The same for records beside cases.
    static let recordTrials: [Trial] = [
        Trial("contract", "new", "account=AC-38", "number=N-1", "start=2026-01-01", "end=2026-12-31"),
        Trial("contract", "new", "account=AC-38"), Trial("contract", "set", "CN-1", "note=x"),
        Trial("contract", "set", "CN-1", "end=2027-01-01", after: [contract]),
        Trial("contract", "set", "CN-1", "end=2026-12-31", after: [contract]),
        Trial(
            "contract", "set", "CN-1", "note=x", "--if-version", "1",
            after: [contract, ["contract", "set", "CN-1", "note=y"]]),
        Trial(
            "contract", "set", "CN-1", "number=2", "--if-version", "1",
            after: [contract, ["contract", "set", "CN-1", "note=y"]]),
        Trial("contract", "set", "CN-1", "note=x", after: [contract, ["agent", "set", "root", "--duties", "none"]]),
        Trial("entitlement", "new", "contract=CN-1", "plan=x", after: [contract]),
        Trial("entitlement", "new", "contract=CN-1", "plan=x"),
        Trial("renewal", "new", "contract=CN-1", "product=x", "end=2026-12-31", after: [contract, purchase]),
        Trial("renewal", "assign", "MB-1", after: [contract, membership]),
        Trial("renewal", "assign", "MB-1", after: [contract, membership, purchase]),
        Trial("purchase", "new", "account=AC-38", "order=1", "day=today", "product=x", "quantity=1"),
        Trial("partner", "appoint", "account=AC-38", "company=AC-37", "scope=both", "from=today"),
        Trial(
            "partner", "remove", "PA-1", "--contact", "CT-115",
            after: [["partner", "appoint", "account=AC-38", "company=AC-37", "scope=both", "from=today"]]),
        Trial(
            "hardware", "new", "account=AC-38", "product=x", "serial=1", "plan=x", "start=today", "end=2027-01-01"),
        Trial("attach", open, "@cases.csv"), Trial("attach", open, "@cases.csv", "@none.csv"),
        Trial("attach", "CS-9999999", "@cases.csv"), Trial("attach", open, "@none.csv"),
        Trial("attach", open, "@cases.csv", "--name", " "), Trial("attach", "CN-1", "@cases.csv", after: [contract]),
        Trial("attachment", "remove", "AT-1"),
        Trial("attachment", "remove", "AT-1", "-m", "x", after: [["attach", open, "@cases.csv"]]),
        Trial("attachment", "save", "AT-1", "--to", "@.", "--name", "x", after: [["attach", open, "@cases.csv"]]),
        Trial("attachment", "save", "AT-1", "--to", "@.", after: [["attach", open, "@cases.csv"]]),
        Trial(
            "attachment", "save", "AT-1", "AT-2", "--to", "@out",
            after: [["attach", open, "@cases.csv"], ["attach", open, "@cases.csv"]]),
        Trial("contact", "erase", "CT-115", "--on-request-of", "the person", "--yes"),
        Trial(
            "contact", "erase", "CT-115", "--on-request-of", "the person", "--yes", "--texts", "--attachments",
            after: [["attach", open, "@cases.csv", "--contact", "CT-115"]]),
        Trial("contact", "erase", "CT-9999", "--on-request-of", "x", "--yes"),
        Trial("hardware", "set", "HW-1", "product=x"),
        Trial("environment", "new", "account=AC-38", "name=x", "critical=yes"),
        Trial("environment", "new", "account=AC-38", "name=x", "manager=root"),
        Trial("renewal", "notify", "MB-1", "--kind", "price-change", after: [contract, membership]),
        Trial("renewal", "notify", "MB-1", "--kind", "price-change", after: [contract, purchase, membership]),
        Trial("renewal", "notify", "--kind", "account-update", "--account", "AC-38"),
        Trial("renewal", "notify", "MB-9"),
        Trial(
            "notice", "set", "NT-1", "state=bounced",
            after: [contract, purchase, membership, ["renewal", "notify", "MB-1", "--kind", "price-change"]]),
        Trial("alert", "run"), Trial("alert", "acknowledge", "AL-1"),
        Trial("alert", "acknowledge", "AL-1", "-m", "x", after: [["alert", "run"]]),
        Trial("alert", "acknowledge", "AL-1", after: [["alert", "run"], ["alert", "acknowledge", "AL-1"]]),
        Trial("reference", "checked", "guide", "portal"), Trial("reference", "checked", "none-such"),
        Trial("account", "set", "AC-38", "--region", "north"), Trial("account", "set", "AC-38", "--parent", "AC-38"),
        Trial("contact", "set", "CT-115", "--roles", "technical"), Trial("contact", "deactivate", "CT-115"),
    ]

    @Test(arguments: trials + recordTrials + siteTrials)
    func isTheRealRun(_ trial: Trial) throws {
        let stage = try RehearsalTests.stage()
        for words in trial.before { _ = try RehearsalTests.run(words, stage) }
        let before = try Contents(of: stage)
        let tried = try RehearsalTests.run(trial.words + ["--dry-run"], stage)
        #expect(try Contents(of: stage) == before)
        let done = try RehearsalTests.run(trial.words, stage)
        #expect(tried.code == done.code, "\(tried.output)\(tried.errors)\(done.output)\(done.errors)")
        #expect(RehearsalTests.inThePast(tried.output) == RehearsalTests.withoutTheKeptName(done.output))
        #expect(RehearsalTests.inThePast(tried.errors) == done.errors)
        // Where something is done, the dry run says that it only would be.
        if done.code == 0, !done.output.contains("is already like that") {
            #expect((tried.output + tried.errors).contains("Would be:"))
        }
    }

    @Test func everyCommandThatWritesIsTried() {
        let looking: [Command] = [
            .list, .show, .log, .export, .paths, .verify, .queue, .keys, .theme, .console, .clock, .why,
            .center, .duty, .route, .troubleshooting,
        ]
        let writing = CommandEntry.all.filter(\.inShell).map(\.command).filter { !looking.contains($0) }
        #expect(
            Set(
                (RehearsalTests.trials + RehearsalTests.recordTrials + RehearsalTests.siteTrials).compactMap(
                    \.words.first))
                == Set(writing.map(\.name)))
    }

    /// Everything in the folder of a stage: the bytes of the stores, the names of all files.
    struct Contents: Equatable {
        private var files: [String: Data] = [:]

        init(of stage: Stage) throws {
            for name in try FileManager.default.subpathsOfDirectory(atPath: stage.folder.path) {
                // The log and the index that connections keep beside a store hold nothing while nobody works.
                if name.hasSuffix("-wal") || name.hasSuffix("-shm") || name.hasSuffix("-lock") { continue }
                files[name] = FileManager.default.contents(atPath: stage.path(name)) ?? Data()
            }
        }
    }

    private static let base: Result<Data, any Error> = Result {
        let stage = try Stage()
        let words = ["demo", "--cases", "40", "--no-console", "--store", stage.path("cases.db"), "--now", now]
        let made = try CommandRun.run(stage.invocation(words))
        try #require(made.code == 0, "\(made.errors)")
        return try Data(contentsOf: URL(filePath: stage.path("cases.db")))
    }

    /// A stage with made-up cases and files to import.
    private static func stage() throws -> Stage {
        let stage = try Stage()
        try base.get().write(to: URL(filePath: stage.path("cases.db")))
        stage.environment["CASELOAD_STORE"] = stage.path("cases.db")
        stage.environment["CASELOAD_NOW"] = now
        try FileManager.default.createDirectory(atPath: stage.path("out"), withIntermediateDirectories: false)
        _ = try stage.file("tracker.map", ImportCommandTests.map)
        _ = try stage.file("cases.csv", ImportCommandTests.table(3))
        _ = try stage.file("own.policy", String(decoding: Guide.policy.text, as: UTF8.self) + "# Ours.\n")
        _ = try stage.file("broken.csv", ImportCommandTests.table(3) + "T9,too few\n")
        return stage
    }

    private static func run(_ words: [String], _ stage: Stage) throws -> CommandResult {
        let words = words.map { $0.hasPrefix("@") ? stage.path(String($0.dropFirst())) : $0 }
        return try CommandRun.run(stage.invocation(words))
    }

    /// The words of a dry run in the tense of the real one.
    private static func inThePast(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).filter { $0 != "Would be:" }.map { line in
            guard line.hasPrefix("Would be: ") else { return String(line) }
            let rest = line.dropFirst("Would be: ".count)
            return rest.prefix(1).uppercased() + rest.dropFirst()
        }
        .joined(separator: "\n")
    }

    /// Only the real run finds out which name is free for the store before it.
    private static func withoutTheKeptName(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("The store before it") }
            .joined(separator: "\n")
    }
}
