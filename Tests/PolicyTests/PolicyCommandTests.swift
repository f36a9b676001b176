import Foundation
import GuidePolicy
import ProgramStage
import PseudoTerminal
import Testing

@Suite("The policy in the shell", .waiting)
struct PolicyCommandTests {
    private func stage() throws -> Stage {
        let stage = try Stage()
        stage.environment["TZ"] = "UTC"
        stage.environment["CASELOAD_NOW"] = "2026-03-01T12:00:00Z"
        return stage
    }

    /// Puts a policy where the person's stands.
    private func install(_ text: String, _ stage: Stage) throws {
        let folder = stage.folder.appending(path: "config/caseload")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: folder.appending(path: "policy"))
    }

    private func object(_ result: CommandResult) throws -> [String: Any] {
        try #require(result.code == 0, "\(result.errors)")
        return try #require(try JSONSerialization.jsonObject(with: Data(result.outputBytes)) as? [String: Any])
    }

    private func objects(_ result: CommandResult) throws -> [[String: Any]] {
        try #require(try JSONSerialization.jsonObject(with: Data(result.outputBytes)) as? [[String: Any]])
    }

    private func clock(
        _ stage: Stage, _ plan: String, _ severity: String, _ region: String, _ opened: String, _ more: [String] = []
    ) throws -> [String: Any] {
        let words = ["clock", "--plan", plan, "--severity", severity, "--region", region, "--opened", opened, "--json"]
        return try object(CommandRun.run(stage.invocation(words + more)))
    }

    private func instant(_ text: Any?) throws -> Date {
        let text = try #require(text as? String)
        return try #require(ISO8601DateFormatter().date(from: text))
    }

    private func local(_ text: String, _ zone: String) throws -> Date {
        let reader = DateFormatter()
        reader.locale = Locale(identifier: "en_US_POSIX")
        reader.timeZone = TimeZone(identifier: zone)
        reader.dateFormat = "yyyy-MM-dd'T'HH:mm"
        return try #require(reader.date(from: text))
    }

    static let zones = [
        "americas": "America/New_York", "emea": "Europe/Dublin", "apac": "Australia/Sydney", "japan": "Asia/Tokyo",
    ]

    @Test("worked examples", arguments: GuideTableTests.vectors)
    func vector(
        region: String, plan: String, severity: String, opened: String, holidays: [String], due: String
    ) throws {
        let answer = try clock(stage(), plan, severity, region, opened, holidays.flatMap { ["--holiday", $0] })
        let zone = try #require(PolicyCommandTests.zones[region])
        #expect(answer["zone"] as? String == zone)
        #expect(try instant(answer["opened"]) == local(opened, zone))
        #expect(try instant(answer["due"]) == local(due, zone))
        let keys: Set = [
            "plan", "severity", "region", "zone", "opened", "due", "target", "strict", "coverage", "steps",
        ]
        #expect(Set(answer.keys) == keys)
        let steps = try #require(answer["steps"] as? [[String: Any]])
        #expect(steps.first?["from"] as? String == answer["opened"] as? String)
        #expect(steps.last?["to"] as? String == answer["due"] as? String)
        for (step, next) in zip(steps, steps.dropFirst()) {
            #expect(step["to"] as? String == next["from"] as? String)
        }
        for holiday in holidays {
            #expect(steps.contains { ($0["reason"] as? String)?.contains("holiday") == true }, "\(holiday)")
        }
        let target = try #require(answer["target"] as? String).split(separator: " ")
        let digits = try #require(target.first).filter(\.isNumber)
        let amount = try #require(Int(digits))
        let counted = steps.compactMap { $0["minutes"] as? Int }.reduce(0, +)
        switch target.dropFirst().joined(separator: " ") {
        case "minutes": #expect(counted == amount)
        case "hour", "hours", "business hours": #expect(counted == amount * 60)
        default: #expect(counted > 0)
        }
    }

    @Test("all targets and coverage of the table", arguments: GuideTableTests.targets)
    func target(plan: String, kind: String, row: [(String, Bool)]) throws {
        let stage = try stage()
        let letters = try #require(GuideTableTests.coverage.first { $0.0 == plan && $0.1 == kind }?.2)
        for ((index, (words, strict)), letter) in zip(row.enumerated(), letters) {
            let answer = try clock(stage, plan, "\(index + 1)", "emea", "2026-03-04T09:00")
            #expect(answer["target"] as? String == words && answer["strict"] as? Bool == strict)
            #expect(answer["coverage"] as? String == (letter == "A" ? "24x7" : "business"))
            #expect(answer["severity"] as? Int == index + 1 && answer["plan"] as? String == plan)
        }
    }

    @Test("coverage of plans together", arguments: GuideTableTests.coverage.filter { $0.0.contains("+") })
    func together(plans: String, kind: String, letters: String) throws {
        let stage = try stage()
        for (index, letter) in letters.enumerated() {
            let answer = try clock(stage, plans, "\(index + 1)", "emea", "2026-03-04T09:00", ["--kind", kind])
            #expect(answer["coverage"] as? String == (letter == "A" ? "24x7" : "business"))
        }
    }

    @Test func anExportedPolicyThatIsChangedChangesTheAnswer() throws {
        let stage = try stage()
        let before = try clock(stage, "select", "3", "emea", "2026-03-04T09:00")
        let exported = try stage.run("policy", "export")
        #expect(try exported.outputBytes == Policies.builtIn.bytes)
        try install(
            exported.output.exchanging(
                "[targets \"CSS Select\"]\nplans = select\nkind = software\nseverity.1 = <30 minutes\n"
                    + "severity.2 = 2 business hours\nseverity.3 = 8 business hours",
                "[targets \"CSS Select\"]\nplans = select\nkind = software\nseverity.1 = <30 minutes\n"
                    + "severity.2 = 2 business hours\nseverity.3 = 3 business hours"), stage)
        let after = try clock(stage, "select", "3", "emea", "2026-03-04T09:00")
        #expect(try instant(before["due"]) == local("2026-03-04T17:00", "Europe/Dublin"))
        #expect(try instant(after["due"]) == local("2026-03-04T12:00", "Europe/Dublin"))
        let paths = try stage.run("paths")
        #expect(paths.output.contains("policy of new stores") && paths.output.contains("config/caseload/policy"))
        #expect(try stage.run("policy", "list").output.contains("config/caseload/policy"))
    }

    @Test func anotherPolicyRunsTheSameProgram() throws {
        let stage = try stage()
        try install(try Policies.harbour.text(), stage)
        let night = try clock(stage, "berth", "leak", "north-quay", "2026-03-06T02:00")
        #expect(night["due"] as? String == "2026-03-08T17:00:00Z" && night["severity"] as? String == "leak")
        let pilot = try clock(stage, "berth+pilot", "fire", "south-quay", "2026-03-06T02:00", ["--kind", "gate"])
        #expect(pilot["coverage"] as? String == "24x7" && pilot["strict"] as? Bool == true)
        #expect(
            try stage.run("clock", "--plan", "select", "--severity", "1", "--region", "emea", "--opened", "2026-03-04")
                .code == 3)
        #expect(try stage.run("policy", "check").code == 0)
        let shown = try stage.run("policy", "show", "threshold", "reopen-window").output
        #expect(shown.contains("value = 3 days") && shown.contains("[GUESS: awaiting a decision]"))
    }

    @Test func aBrokenPolicyLeavesTheBuiltInOneInForce() throws {
        let stage = try stage()
        try install(try Policies.harbour.text().exchanging("role = start", "role = strat"), stage)
        let result = try stage.run(
            "clock", "--plan", "core", "--severity", "1", "--region", "japan", "--opened", "2026-03-04T09:00")
        #expect(result.code == 0 && result.output.contains("legacy guide (compiled)"))
        #expect(result.errors.contains("was not used; what was in force stays."))
        #expect(result.errors.contains("Did you mean start?"))
        #expect(try stage.run("paths").errors.contains("was not used"))
        let check = try stage.run("policy", "check")
        #expect(check.code == 1 && check.output.contains("config/caseload/policy:"))
        let list = try stage.run("policy", "list", "--json").output
        #expect(list.contains("\"inForce\":true") && list.contains("\"inForce\":false"))
    }

    @Test func checksAFile() throws {
        let stage = try stage()
        #expect(try stage.run("policy", "check", stage.path("none")).code == 3)
        let wrong = try stage.file(
            "my.policy", try Policies.harbour.text().exchanging("zone = Asia/Dubai", "zone = Asia/Dubia"))
        let result = try stage.run("policy", "check", wrong)
        #expect(result.code == 1)
        #expect(
            result.output.contains(
                "\(wrong):103:8: There is no time zone Asia/Dubia on this host. Did you mean Asia/Dubai?"))
        let built = try stage.run("policy", "export").output
        let file = try stage.file("built.policy", built)
        let warned = try stage.run("policy", "check", file)
        #expect(warned.code == 0 && warned.output.contains("The calendar emea has no holidays for 2027"))
        let json = try stage.run("policy", "check", file, "--json")
        let found = try objects(json)
        #expect(found.count == 8 && found.allSatisfy { $0["level"] as? String == "warning" && $0["line"] is Int })
        let large = try stage.file("large.policy", built + String(repeating: "# filler\n", count: 30_000))
        #expect(try stage.run("policy", "check", large).code == 1)
    }

    @Test func noGuessIsShownAsTheGuidesWord() throws {
        let stage = try stage()
        let shown = try stage.run("policy", "show", "--json")
        let values = try objects(shown)
        #expect(values.count > 600)
        for value in values where (value["sources"] as? [String])?.contains("INF") == true {
            #expect((value["mark"] as? String)?.contains("not from the guide") == true, "\(value)")
        }
        let text = try stage.run("policy", "show").output
        for line in text.split(separator: "\n") where line.contains("INF") && !line.hasPrefix("[") {
            #expect(line.contains("not from the guide"), "\(line)")
        }
        // The zone and the column of the table are ours; the target is the guide's.
        let clock = try stage.run(
            "clock", "--plan", "core", "--severity", "2", "--region", "emea", "--opened", "2026-03-04T09:00"
        ).output
        for line in clock.split(separator: "\n") where line.contains("zone  ") || line.contains("kind  ") {
            #expect(line.contains("[INF: not from the guide]"), "\(line)")
        }
        #expect(clock.contains("2 business hours") && clock.contains("[459919b]"))
        #expect(clock.contains("Nobody said that the holidays"))
        #expect(clock.contains("08:00-18:00") && clock.contains("[PRI]"))
    }

    static let refusals: [([String], Int32, String)] = [
        (["--plan", "trm"], 4, "needs a plan beside it"),
        (["--plan", "gold", "--kind", "software"], 4, "no targets of gold"),
        (["--plan", "core+select"], 4, "Name one of them"),
        (["--plan", "selct"], 3, "Did you mean select?"), (["--region", "emae"], 3, "Did you mean emea?"),
        (["--severity", "5"], 3, "Known: 1, 2, 3, 4."), (["--kind", "hardware"], 3, "There is no kind of case"),
        (["--opened", "yesterday"], 2, "--opened needs a time"), (["--holiday", "Easter"], 2, "--holiday needs a day"),
    ]

    @Test("says why there is no clock", arguments: refusals)
    func refusal(words: [String], code: Int32, said: String) throws {
        var options = ["--plan": "core", "--severity": "1", "--region": "emea", "--opened": "2026-03-04T09:00"]
        for index in stride(from: 0, to: words.count, by: 2) { options[words[index]] = words[index + 1] }
        let stage = try stage()
        let result = try CommandRun.run(stage.invocation(["clock"] + options.flatMap { [$0.key, $0.value] }))
        #expect(result.code == code && result.errors.contains(said), "\(result.errors)")
    }

    @Test func holidaysOfAFile() throws {
        let stage = try stage()
        let file = try stage.file("bank.ics", HolidayText.sample)
        let result = try stage.run("policy", "holidays", file, "--calendar", "emea")
        #expect(result.code == 6)
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(
            lines.contains("holiday = 2026-12-25 Christmas Day") && lines.contains("holiday = 2028-12-25 Christmas Day")
        )
        #expect(result.errors.contains("bank.ics:") && result.errors.contains("FREQ=WEEKLY"))
        // What it prints can be pasted, and then counts.
        let pasted = lines.filter { !$0.hasPrefix("#") }.joined(separator: "\n")
        try install(
            try Policies.builtIn.text().exchanging("[calendar \"emea\"]\n", "[calendar \"emea\"]\n\(pasted)\n"), stage)
        let answer = try clock(stage, "core", "2", "emea", "2026-12-24T16:00")
        #expect(answer["due"] as? String == "2026-12-28T09:00:00Z")
        #expect(try stage.run("policy", "check").output.contains("emea has no holidays") == false)
        #expect(try stage.run("policy", "holidays", file, "--calendar", "emae").code == 3)
        #expect(try stage.run("policy", "holidays", file).code == 2)
    }
}
