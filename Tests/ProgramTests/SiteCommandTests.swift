import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Licences, shipments, hours, visits and consents from the shell", .waiting)
struct SiteCommandTests {
    /// A desk with a customer in a region, a caller and a contract.
    private func desk(region: String = "emea") throws -> Desk {
        let desk = try Desk()
        desk.stage.environment["CASELOAD_NOW"] = "2026-06-15T10:00:00Z"
        try desk.run("account", "new", "Nord Energy", code: 0)
        try desk.run("account", "set", "Nord Energy", "--region", region, "--country", "US", code: 0)
        try desk.run("contact", "new", "J. Berg", "--account", "Nord Energy", code: 0)
        try desk.run(
            "contract", "new", "account=Nord Energy", "number=N-1", "start=2026-01-01", "end=2026-12-31",
            "plans=priority", code: 0)
        return desk
    }

    private func shown(_ desk: Desk, _ words: String...) throws -> [String: Any] {
        try desk.object(CommandRun.run(desk.stage.invocation(words + ["--json"])))
    }

    @Test func licencesAreMovedAndToldWithTheirTeam() throws {
        for (region, team) in [
            ("emea", "licensing-support"), ("americas", "customer-service"), ("apac", "customer-service"),
            ("japan", "customer-service"),
        ] {
            let desk = try desk(region: region)
            try desk.run("license", "new", "account=Nord Energy", "product=Gateway", "quantity=10", code: 0)
            let license = try shown(desk, "license", "show", "LI-1")
            #expect((license["questions"] as? [String: Any])?["team"] as? String == team)
            #expect((license["questions"] as? [String: Any])?["role"] as? String == "licensing-administrator")
        }
        let desk = try desk()
        let outlook = try desk.run(
            "license", "new", "account=Nord Energy", "product=Gateway", "quantity=10", "--dry-run", code: 0)
        #expect(outlook.output == "Would be: added the licence LI-1: 10 Gateway for Nord Energy. Version 1.\n")
        try desk.run(
            "license", "new", "account=Nord Energy", "product=Gateway", "quantity=10", "bought=2026-06-01",
            "expires=2026-07-01", code: 0)
        try desk.run("license", "allocate", "LI-1", "--quantity", "4", "--binding", "gate-1", code: 0)
        let tried = try desk.run(
            "license", "allocate", "LI-1", "--quantity", "1", "--binding", "b", "--dry-run", code: 0)
        #expect(tried.output.contains("Would be: allocated 1 of LI-1 to b. Version 3. Free 6 → 5 of 10; b 0 → 1."))
        let refused = try desk.run("license", "allocate", "LI-1", "--quantity", "7", "--binding", "b", code: 4)
        #expect(refused.errors.contains("6 of LI-1 are free") && refused.errors.contains("Allocated never exceeds"))
        try desk.run("license", "reallocate", "LI-1", "--quantity", "1", "--from", "gate-1", "--to", "GATE-1", code: 0)
        #expect(try desk.run("license", "return", "LI-1", "--quantity", "1", "--binding", "gate-1").code == 4)
        try desk.run(
            "license", "return", "LI-1", "--quantity", "1", "--binding", "gate-1", "--reason", "It is gone.", code: 0)
        try desk.run("license", "download", "LI-1", "--binding", "gate-1", code: 0)
        try desk.run("license", "download", "LI-1", "--binding", "gate-1", code: 0)
        try desk.run("license", "advice", "LI-1", "-m", "Told them of the pool.", code: 0)
        try desk.run(
            "license", "new", "account=Nord Energy", "product=Old", "quantity=5", "expires=2026-01-31", code: 0)
        let over = try desk.run(
            "license", "allocate", "LI-2", "--quantity", "2", "--binding", "gate-1", "--dry-run", code: 0)
        #expect(over.errors.contains("Expired already: LI-2 on 2026-01-31."))
        // A host that another customer alone has is asked about before, and done all the same.
        try desk.run("account", "new", "Halden Port", code: 0)
        try desk.run("license", "new", "account=Halden Port", "product=Gateway", "quantity=5", code: 0)
        for (host, isStrange) in [("gate-7", false), ("gate-1", true)] {
            let given = try desk.run("license", "allocate", "LI-3", "--quantity", "1", "--binding", host, code: 0)
            let words = "Another customer's host: Nord Energy has 2 of LI-1 on gate-1; Halden Port has nothing else"
            #expect(given.errors.contains(words) == isStrange, "\(given.errors)")
        }
        let stale = try desk.run(
            "license", "allocate", "LI-1", "--quantity", "1", "--binding", "b", "--if-version", "1", code: 5)
        #expect(stale.errors.contains("allocations"))
        let license = try shown(desk, "license", "show", "LI-1")
        #expect(license["allocated"] as? Int == 3 && license["free"] as? Int == 7 && license["daysLeft"] as? Int == 16)
        #expect(license["standing"] as? [String] == ["new", "expiring soon"])
        // In the form that an import takes back.
        #expect(license["allocations"] as? String == "GATE-1=1 gate-1=2")
        let history = try desk.objects(desk.run("license", "history", "LI-1", "--json", code: 0))
        #expect(
            history.compactMap { $0["operation"] as? String }
                == ["allocate", "reallocate", "return", "download", "redownload", "advice"])
        #expect(history.compactMap { $0["free"] as? Int } == [10, 6, 6, 7, 7, 7, 7])
        #expect(history[3]["text"] as? String == "It is gone.")
        let list = try desk.objects(desk.run("license", "list", "--json", code: 0))
        #expect(list.first?["free"] as? Int == 7)
        try desk.run("verify", code: 0)
    }

    @Test func anOperationThatThePolicyHasNotIsRefused() throws {
        let stage = try Stage()
        stage.environment["CASELOAD_STORE"] = stage.path("cases.db")
        func run(_ words: String..., code: Int32) throws -> CommandResult {
            let result = try CommandRun.run(stage.invocation(words))
            try #require(result.code == code, "\(words): \(result.errors)")
            return result
        }
        let policy = try run("policy", "export", code: 0).output
        let start = try #require(policy.range(of: "[license-operation \"advice\"]"))
        let end = try #require(policy.range(of: "# ---", range: start.upperBound..<policy.endIndex))
        let folder = stage.folder.appending(path: "config/caseload")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // A store is made with the policy in force.
        _ = try stage.file(
            "config/caseload/policy", policy.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: ""))
        _ = try run("init", code: 0)
        _ = try run("account", "new", "Nord Energy", code: 0)
        _ = try run("license", "new", "account=Nord Energy", "product=Gateway", "quantity=10", code: 0)
        let refused = try run("license", "advice", "LI-1", "-m", "x", code: 4)
        #expect(refused.errors.contains("has no operation advice"), "\(refused.errors)")
        _ = try run("license", "allocate", "LI-1", "--quantity", "1", "--binding", "a", code: 0)
    }

    @Test func aMachineIsSentInStepByStep() throws {
        let desk = try desk()
        try desk.run("shipment", "propose", "--account", "Nord Energy", "item=cpu", "serial=1", code: 0)
        let early = try desk.run("shipment", "ship", "SH-1", "destination=test-laboratory", code: 4)
        #expect(early.errors.contains("agreed by both sides"))
        try desk.run("shipment", "agree", "SH-1", code: 0)
        #expect(try shown(desk, "shipment", "show", "SH-1")["step"] as? String == "proposed")
        try desk.run("shipment", "agree", "SH-1", "--contact", "J. Berg", code: 0)
        try desk.run("shipment", "attest", "SH-1", "--contact", "J. Berg", code: 0)
        #expect(try desk.run("shipment", "ship", "SH-1").code == 4)
        try desk.run("shipment", "ship", "SH-1", "destination=test-laboratory", "tracking=T-1", code: 0)
        try desk.run("shipment", "receive", "SH-1", code: 0)
        let open = try shown(desk, "shipment", "show", "SH-1")
        #expect((open["next"] as? [String: Any])?["missing"] as? [String] == ["finding"])
        try desk.run("shipment", "return", "SH-1", "finding=The fan is broken.", code: 0)
        let done = try shown(desk, "shipment", "show", "SH-1")
        #expect(done["next"] is NSNull && (done["steps"] as? [[String: Any]])?.count == 6)
        #expect(try desk.run("shipment", "agre", "SH-1").code == 2)
        #expect(try desk.run("shipment", "set", "SH-1", "step=proposed").code == 4)
        try desk.run("verify", code: 0)
    }

    @Test func aReplacementHasItsClock() throws {
        let desk = try desk(region: "americas")
        try desk.run(
            "hardware", "new", "account=Nord Energy", "product=Box", "serial=S-1", "plan=gold-plus",
            "start=2026-01-01", "end=2026-12-31", code: 0)
        try desk.run("replacement", "request", "hardware=HW-1", "reason=It is dead.", code: 0)
        try desk.run("replacement", "confirm", "RP-1", code: 0)
        let far = try desk.run("replacement", "authorise", "RP-1", "distance=71", "sameCountry=yes", code: 4)
        #expect(far.errors.contains("at most 70 miles") && far.errors.contains("fallback"))
        try desk.run("replacement", "authorise", "RP-1", "distance=70", "sameCountry=yes", code: 0)
        func clock() throws -> [String: Any] {
            try #require(try shown(desk, "replacement", "show", "RP-1")["clock"] as? [String: Any])
        }
        #expect(try clock()["due"] as? String == "2026-06-15T14:00:00Z" && clock()["state"] as? String == "running")
        desk.stage.environment["CASELOAD_NOW"] = "2026-06-15T14:00:01Z"
        try desk.run("replacement", "ship", "RP-1", "--on", "2026-06-15T10:30:00Z", code: 0)
        #expect(try clock()["state"] as? String == "breached")
        try desk.run("replacement", "deliver", "RP-1", "--on", "2026-06-15T13:59:00Z", code: 0)
        #expect(try clock()["state"] as? String == "met" && clock()["until"] as? String == "delivered")
    }

    @Test func hoursVisitsAssetsAndProductsAreKept() throws {
        let desk = try desk()
        try desk.run("hours", "use", "CN-1", "90m", "-m", "A review.", code: 0)
        let balance = try shown(desk, "hours", "show", "CN-1")["balance"] as? [String: Any]
        #expect(balance?["leftMinutes"] as? Int == 2310 && balance?["allowedMinutes"] as? Int == 2400)
        let used = try desk.run("hours", "use", "CN-1", "39h", code: 4)
        #expect(used.errors.contains("38h 30m are left") && used.errors.contains("[PRI]"))
        #expect(try desk.run("hours", "use", "CN-1", "soon").code == 2)
        try desk.run(
            "access", "new", "account=Nord Energy", "way=remote", "scope=The gateway", "from=today", "person=J. Berg",
            code: 0)
        #expect(try desk.run("access", "visit", "AX-1", "-m", "Looked.").code == 4)
        try desk.run("access", "visit", "AX-1", "-m", "Looked.", "--contact", "J. Berg", code: 0)
        let visits = try shown(desk, "access", "show", "AX-1")["visits"] as? [[String: Any]]
        #expect(visits?.first?["consentBy"] as? String == "J. Berg" && visits?.first?["note"] as? String == "Looked.")
        try desk.run("asset", "new", "account=Nord Energy", "what=telephone", "name=Desk", "number=+353 1", code: 0)
        #expect(try desk.run("asset", "check", "--account", "Nord Energy").code == 4)
        try desk.run("asset", "set", "AS-1", "working=yes", "checked=today", code: 0)
        #expect(try shown(desk, "asset", "check", "--account", "Nord Energy")["number"] as? String == "+353 1")
        try desk.run(
            "product", "new", "account=Nord Energy", "product=Gateway", "installed=14.1", "available=14.2",
            "since=2026-05-16", code: 0)
        try desk.run("license", "new", "account=Nord Energy", "product=gateway", "quantity=10", code: 0)
        let check = try desk.run("product", "check", "--account", "Nord Energy", "--json", code: 0)
        #expect(try desk.objects(check).first?["purchased"] as? Int == 10)
        try desk.run("product", "set", "PR-1", "since=2026-05-15", code: 0)
        let late = try desk.run("product", "check", "--account", "Nord Energy", code: 4)
        #expect(late.output.contains("31 days, longer than 30 days [INF"))
        try desk.run("verify", code: 0)
    }

    @Test func consentsAreAskedForAndAnswered() throws {
        let desk = try desk()
        #expect(try desk.run("audit-consent", "check", "--account", "Nord Energy").code == 4)
        try desk.run("audit-consent", "request", "--account", "Nord Energy", code: 0)
        #expect(try desk.run("audit-consent", "refuse", "CO-1").code == 4)
        try desk.run("audit-consent", "refuse", "CO-1", "--contact", "J. Berg", code: 0)
        let refused = try desk.run("audit-consent", "show", "CO-1", code: 0).output
        for words in ["Only as far as the law permits", "remedies for a breach are never automatic", "cloud.com/legal"]
        {
            #expect(refused.contains(words), "\(refused)")
        }
        try desk.run("audit-consent", "grant", "CO-1", "--contact", "J. Berg", code: 0)
        try desk.run("audit-consent", "check", "--account", "Nord Energy", code: 0)
        try desk.run("audit-consent", "complete", "CO-1", code: 0)
        #expect(try desk.run("consent", "check", "--account", "Nord Energy").code == 4)
        try desk.run("consent", "accept", "--account", "Nord Energy", "--contact", "J. Berg", code: 0)
        try desk.run("consent", "check", "--account", "Nord Energy", code: 0)
        let lists = try ["consent", "audit-consent"].map {
            try desk.objects(desk.run($0, "list", "--json", code: 0)).compactMap { $0["about"] as? String }
        }
        #expect(lists == [["cooperation"], ["license-audit"]])
        let benefits = try desk.run("entitlement", "new", "contract=CN-1", "plan=select", code: 0)
        #expect(benefits.code == 0)
        #expect(try desk.run("entitlement", "show", "EN-1", code: 0).output.contains("Updates and upgrades [WEB]"))
    }
}
