import Foundation
import GuidePolicy
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Contracts, cover and renewals from the shell", .waiting)
struct RecordCommandTests {
    /// A desk with a customer, a contract, an entitlement and a caller.
    private func desk() throws -> Desk {
        let desk = try Desk()
        desk.stage.environment["CASELOAD_NOW"] = "2026-06-15T10:00:00Z"
        try desk.run("account", "new", "Nord Group", code: 0)
        try desk.run("account", "new", "Nord Energy", code: 0)
        try desk.run("account", "set", "Nord Energy", "--parent", "Nord Group", "--region", "North", code: 0)
        try desk.run("contact", "new", "J. Berg", "--account", "Nord Energy", "--roles", "technical", code: 0)
        try desk.run(
            "contract", "new", "account=Nord Group", "number=N-1", "start=2026-01-01", "end=2026-12-31", code: 0)
        try desk.run("entitlement", "new", "contract=CN-1", "product=Gateway", "plan=select", "quantity=5", code: 0)
        return desk
    }

    @Test func coverIsAskedForAndAnswersWithItsReasons() throws {
        let desk = try desk()
        func check(_ more: String..., code: Int32) throws -> [String: Any] {
            let words = ["entitlement", "check", "--account", "Nord Energy", "--json"] + more
            let result = try CommandRun.run(desk.stage.invocation(words))
            #expect(result.code == code, "\(result.output)\(result.errors)")
            return try desk.object(result)
        }
        func rules(_ answer: [String: Any]) -> [String] {
            (answer["reasons"] as? [[String: Any]] ?? []).compactMap { $0["rule"] as? String }
        }
        let good = try check("--contact", "J. Berg", "--product", "gateway", code: 0)
        #expect(good["covered"] as? Bool == true && good["until"] as? String == "2026-12-31" && rules(good) == [])
        #expect((good["by"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["EN-1"])
        #expect((good["caller"] as? [String: Any])?["severities"] as? [Int] == [1, 2, 3, 4])
        #expect(rules(try check("--product", "Printer", code: 4)) == ["product-not-covered"])
        #expect(rules(try check("--on", "2027-01-01", code: 4)) == ["expired"])
        let stranger = try check("--contact", "Nobody", code: 4)
        #expect(rules(stranger) == ["caller-unknown"] && stranger["entitled"] as? Bool == true)
        try desk.run("contact", "deactivate", "J. Berg", code: 0)
        #expect(rules(try check("--contact", "J. Berg", code: 4)) == ["caller-inactive"])
        // Plans and callers are the policy's: an unknown plan covers nothing, and another policy lets others call.
        try desk.run("entitlement", "set", "EN-1", "plan=zeta", code: 0)
        #expect(rules(try check(code: 4)) == ["plan-unknown"])
        try desk.run("entitlement", "set", "EN-1", "plan=select", code: 0)
        try desk.run("contact", "set", "J. Berg", "--active", code: 0)
        #expect(rules(try check("--contact", "J. Berg", code: 0)) == [])
        let policy = try desk.run("policy", "export", code: 0).output
        let narrower = policy.replacingOccurrences(
            of: "may = open-cases, work-cases, run-tools, apply-fixes", with: "may = work-cases")
        #expect(narrower != policy)
        // A policy counts once the store uses it, for everybody who works on it.
        try desk.run("policy", "use", desk.stage.file("own.policy", narrower), code: 0)
        #expect(rules(try check("--contact", "J. Berg", code: 4)) == ["caller-role"])
        let words = try desk.run("entitlement", "check", "--account", "Nord Energy", "--product", "Printer", code: 4)
        #expect(words.output.contains("EN-1 does not cover Printer.") && words.output.contains("[426101, CTX126197]"))
        #expect(try desk.run("entitlement", "check").code == 2)
        #expect(try desk.run("entitlement", "check", "--account", "Nobody").code == 3)
        #expect(try desk.run("entitlement", "check", "--account", "Nord Energy", "--on", "soon").code == 2)
        try desk.run("verify", code: 0)
    }

    @Test func onlyThePeopleOfACustomerAreNamedForIt() throws {
        let desk = try desk()
        try desk.run("account", "new", "Other", code: 0)
        try desk.run("contact", "new", "O. Ther", "--account", "Other", code: 0)
        let purchase = ["account=Nord Group", "order=1", "day=2026-05-01", "product=Gateway", "quantity=5"]
        func buy(_ contact: String) throws -> CommandResult {
            try CommandRun.run(desk.stage.invocation(["purchase", "new"] + purchase + ["contact=\(contact)"]))
        }
        let refused = try buy("O. Ther")
        #expect(refused.code == 4 && refused.errors.contains("another customer"), "\(refused.errors)")
        // Within a group a contact of one company may stand for another.
        #expect(try buy("J. Berg").code == 0)
        try desk.run("renewal", "new", "contract=CN-1", "product=Gateway", "quantity=5", "end=2026-12-31", code: 0)
        #expect(try desk.run("renewal", "assign", "MB-1", "--contact", "O. Ther").code == 4)
        #expect(try desk.run("renewal", "list", code: 0).output.contains("J. Berg"))
        // No licence at all is no cover.
        let none = try desk.run("entitlement", "new", "contract=CN-1", "product=Portal", "plan=select", "quantity=0")
        #expect(none.code == 4 && none.errors.contains("0 is no quantity"), "\(none.errors)")
        try desk.run("verify", code: 0)
    }

    @Test func textsOfRecordsComeThroughStandardInput() throws {
        let desk = try desk()
        try desk.run("contract", "set", "CN-1", "note=-", input: "Real words\n", code: 0)
        try desk.run("contract", "set", "CN-1", "number=N-2", "-m", "-", input: "By mail.\n", code: 0)
        let shown = try desk.object(desk.run("contract", "show", "CN-1", "--json", code: 0))
        #expect(shown["note"] as? String == "Real words")
        #expect((shown["history"] as? [[String: Any]])?.last?["text"] as? String == "By mail.")
        #expect(try desk.run("contract", "set", "CN-1", "note=-", "-m", "-", input: "x").code == 2)
        let csv = try desk.run("contract", "list", "--csv", "--columns", "id,number", code: 0)
        #expect(csv.output == "id,number\r\nCN-1,N-2\r\n")
    }

    @Test func recordsAreListedShownAndChanged() throws {
        let desk = try desk()
        let list = try desk.objects(desk.run("entitlement", "list", "--account", "Nord Group", "--json", code: 0))
        #expect(list.count == 1 && list[0]["id"] as? String == "EN-1" && list[0]["quantity"] as? Int == 5)
        #expect((list[0]["account"] as? [String: Any])?["name"] as? String == "Nord Group")
        #expect(try desk.objects(desk.run("entitlement", "list", "print", "--json", code: 0)).isEmpty)
        let tried = try desk.run("contract", "set", "CN-1", "end=2027-12-31", "--dry-run", code: 0)
        #expect(tried.output.contains("Would be: renewed CN-1 from 2026-12-31 to 2027-12-31."))
        let set = try desk.run("contract", "set", "CN-1", "end=2027-12-31", "-m", "By mail.", "--json", code: 0)
        #expect(try desk.objects(set).first?["version"] as? Int == 2)
        let shown = try desk.object(desk.run("contract", "show", "1", "--json", code: 0))
        #expect(shown["end"] as? String == "2027-12-31" && shown["partner"] is NSNull)
        let history = try #require(shown["history"] as? [[String: Any]])
        #expect(history.count == 2 && history[1]["text"] as? String == "By mail.")
        #expect(history[1]["recordedAt"] is String)
        #expect(try desk.run("contract", "show", "CN-1", code: 0).output.contains("end: 2027-12-31"))
        // What cannot be, with the code that says why.
        #expect(try desk.run("contract", "show", "CN-9").code == 3)
        #expect(try desk.run("contract", "show", "EN-1").code == 3)
        #expect(try desk.run("contract", "set", "CN-1", "colour=red").code == 2)
        #expect(try desk.run("contract", "set", "CN-1").code == 2)
        #expect(try desk.run("contract", "new", "number=N-2").code == 4)
        #expect(try desk.run("contract", "set", "CN-1", "end=2020-01-01").code == 4)
        #expect(try desk.run("contract", "set", "CN-1", "end=2029-01-01", "--if-version", "1").code == 5)
        #expect(try desk.run("contract", "check").code == 2)
        #expect(try desk.run("contract", "--help", code: 0).output.contains("the number on paper"))
    }

    @Test func aLimitTakesOfWhatIsWanted() throws {
        let desk = try desk()
        for name in ["Ost Partners", "Sud Partners"] {
            try desk.run("account", "new", name, code: 0)
            try desk.run(
                "partner", "appoint", "--account", "Nord Energy", "company=\(name)", "scope=cases", "from=today",
                code: 0)
        }
        func ids(_ words: String...) throws -> [String?] {
            try desk.objects(CommandRun.run(desk.stage.invocation(words))).map { $0["id"] as? String }
        }
        #expect(try ids("partner", "list", "Sud Partners", "--limit", "1", "--json") == ["PA-2"])
        #expect(try ids("export", "partners", "Sud Partners", "--format", "json") == ["PA-2"])
        #expect(try ids("export", "partners", "partners", "--format", "json") == ["PA-1", "PA-2"])
        #expect(try ids("export", "partners", "nobody", "--format", "json") == [])
        try desk.run("consent", "accept", "--account", "Nord Energy", "--contact", "J. Berg", code: 0)
        try desk.run("audit-consent", "request", "--account", "Nord Energy", code: 0)
        #expect(try ids("audit-consent", "list", "--limit", "1", "--json") == ["CO-2"])
        #expect(try ids("consent", "list", "--json") == ["CO-1"])
    }

    @Test func partnersAreRemovedOnTheCustomersWord() throws {
        let desk = try desk()
        try desk.run("account", "new", "Sud Partners", code: 0)
        try desk.run("contact", "new", "P. Sud", "--account", "Sud Partners", code: 0)
        try desk.run(
            "partner", "appoint", "--account", "Nord Energy", "company=Sud Partners", "scope=cases", "from=today",
            code: 0)
        func check() throws -> CommandResult {
            try desk.run("entitlement", "check", "--account", "Nord Energy", "--contact", "P. Sud")
        }
        #expect(try check().code == 0)
        #expect(try desk.objects(desk.run("partner", "list", "sud", "--json", code: 0)).count == 1)
        #expect(try desk.objects(desk.run("partner", "list", "nord energy", "--json", code: 0)).isEmpty)
        #expect(try desk.run("partner", "remove", "PA-1").code == 2)
        let other = try desk.run("partner", "remove", "PA-1", "--contact", "P. Sud", code: 4)
        #expect(other.errors.contains("not a contact of the customer"))
        try desk.run("partner", "remove", "PA-1", "--contact", "J. Berg", code: 0)
        let after = try check()
        #expect(after.code == 4 && after.output.contains("The customer removed the partner of PA-1"))
        let shown = try desk.object(desk.run("partner", "show", "PA-1", "--json", code: 0))
        #expect((shown["toldBy"] as? [String: Any])?["name"] as? String == "J. Berg")
    }

    @Test func whatEndsAfterItsContractIsSaidAndDone() throws {
        let desk = try desk()
        let new = try desk.run("renewal", "new", "contract=CN-1", "product=Gateway", "end=2026-12-31", code: 0)
        #expect(new.errors.isEmpty)
        let renewed = try desk.run("renewal", "set", "MB-1", "end=2027-12-31", "--dry-run", code: 0).errors
        #expect(renewed.contains("Ends after its contract: MB-1 (CN-1 ends on 2026-12-31)."), "\(renewed)")
        #expect(try desk.run("renewal", "set", "MB-1", "quantity=7", code: 0).errors.isEmpty)
        try desk.run("renewal", "new", "contract=CN-1", "product=Grid", "end=2026-12-31", code: 0)
        let both = try desk.run("renewal", "set", "MB-1", "MB-2", "end=2027-12-31", "--dry-run", code: 0).errors
        #expect(both.contains("MB-1 and 1 more (CN-1 ends on 2026-12-31)."), "\(both)")
        try desk.run("renewal", "set", "MB-2", "end=2028-12-31", code: 0)
        // A contract that goes on alone says what does not.
        let alone = try desk.run("contract", "set", "CN-1", "end=2028-12-31", "--dry-run", code: 0).errors
        #expect(
            alone.contains("Still ends sooner, and is renewed on its own: MB-1 of CN-1 on 2026-12-31."),
            "\(alone)")
        // Whatever else ends is named of every kind; what has no day of its own goes on.
        try desk.run(
            "hardware", "new", "account=Nord Group", "product=Box", "serial=S-1", "plan=gold", "start=2026-01-01",
            "end=2026-11-30", code: 0)
        let whole = try desk.run("contract", "set", "CN-1", "end=2028-12-31", "--dry-run", code: 0)
        #expect(whole.errors.contains("MB-1 of CN-1 on 2026-12-31; HW-1 on 2026-11-30."), "\(whole.errors)")
        #expect(whole.output.contains("Goes on with it, having no last day of its own: EN-1."), "\(whole.output)")
        try desk.run("renewal", "set", "MB-1", "end=2028-12-31", code: 0)
        #expect(!(try desk.run("contract", "set", "CN-1", "end=2028-12-31", code: 0).errors.contains("MB-")))
    }

    @Test func anEarlierOrPastLastDayIsSaidAndDone() throws {
        let desk = try desk()
        for product in ["A", "B", "C", "D", "E"] {
            try desk.run("renewal", "new", "contract=CN-1", "product=\(product)", "end=2026-12-31", code: 0)
        }
        let sooner = try desk.run("renewal", "set", "MB-1", "end=2026-11-30", "--dry-run", code: 0).errors
        #expect(sooner == "Ends sooner than before: MB-1 on 2026-11-30 instead of 2026-12-31.\n", "\(sooner)")
        // Of several the first are named, and the rest is counted.
        let past = try desk.run(
            "renewal", "set", "MB-1", "MB-2", "MB-3", "MB-4", "MB-5", "end=2026-02-28", code: 0
        ).errors
        #expect(
            past.contains(
                "A day in the past: MB-1 from 2026-12-31 to 2026-02-28, 107 days ago; "), "\(past)")
        #expect(past.contains("and 2 more. Saved so, what has ended covers nothing any more."), "\(past)")
        #expect(try desk.run("renewal", "show", "MB-5", code: 0).output.contains("end: 2026-02-28"))
        // A year is easily mistyped.
        let far = try desk.run("renewal", "set", "MB-4", "end=2062-12-31", "--dry-run", code: 0).errors
        #expect(far.contains("More than 20 years ahead: MB-4 on 2062-12-31. See that the year is right."), "\(far)")
        // What had ended goes on without a gap, which nobody may have meant.
        let again = try desk.run("renewal", "set", "MB-5", "end=2026-12-31", code: 0).errors
        #expect(
            again.contains("What had ended goes on without a gap: MB-5 since 2026-02-28, 106 days. The days"),
            "\(again)")
        #expect(!(try desk.run("renewal", "set", "MB-5", "end=2027-12-31", code: 0).errors.contains("without a gap")))
    }

    @Test func renewalsShowWhoIsToldAndWhy() throws {
        let desk = try desk()
        try desk.run("renewal", "new", "contract=CN-1", "product=Gateway", "end=2026-07-15", code: 0)
        func first() throws -> [String: Any] {
            try #require(try desk.objects(desk.run("renewal", "list", "--json", code: 0)).first)
        }
        #expect(try first()["daysLeft"] as? Int == 30)
        #expect((try first()["warning"] as? String)?.hasPrefix("no Renewal Contact") == true)
        #expect(try desk.run("renewal", "assign", "MB-1").code == 4)
        try desk.run(
            "purchase", "new", "--account", "Nord Group", "order=1", "day=2026-01-01", "product=Gateway", "quantity=5",
            "contact=J. Berg", code: 0)
        let assigned = try desk.run("renewal", "assign", "MB-1", code: 0)
        #expect(assigned.output.contains("Assigned automatically: J. Berg, most often registered (once"))
        #expect(try first()["naming"] as? String == "automatic" && first()["warning"] is NSNull)
        try desk.run("contact", "deactivate", "J. Berg", code: 0)
        #expect((try first()["warning"] as? String)?.contains("no longer a contact") == true)
        #expect(try desk.objects(desk.run("contact", "list", "--json", code: 0)).isEmpty)
        #expect(try desk.objects(desk.run("contact", "list", "--all", "--json", code: 0)).count == 1)
        // Who calls is logged all the same, and said to have left; a namesake who is there comes first.
        func log() throws -> CommandResult {
            try desk.run(
                "new", "--account", "Nord Energy", "--contact", "J. Berg", "--subject", "x", "--severity", "1",
                "--channel", "phone", "--type", "technical", code: 0)
        }
        #expect(try log().errors.contains("J. Berg (CT-1) is no longer a contact"))
        try desk.run("contact", "new", "J. Berg", "--account", "Nord Energy", "--email", "j@x", code: 0)
        #expect(!(try log().errors.contains("no longer a contact")))
        try desk.run("contact", "deactivate", "CT-2", code: 0)
        try desk.run("contact", "set", "CT-1", "--active", code: 0)
        try desk.run("renewal", "assign", "MB-1", "--contact", "J. Berg", code: 0)
        #expect(try first()["naming"] as? String == "named")
        try desk.run("verify", code: 0)
    }
}
