import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Notices, environments and references from the shell", .waiting)
struct ServiceCommandTests {
    /// A desk with a customer whose membership ends in thirty days, on a plan that has an account manager.
    private func desk() throws -> Desk {
        let desk = try Desk()
        desk.stage.environment["CASELOAD_NOW"] = "2026-06-15T10:00:00Z"
        try desk.run("account", "new", "Nord Energy", code: 0)
        try desk.run("account", "set", "Nord Energy", "--region", "emea", code: 0)
        try desk.run("contact", "new", "J. Berg", "--account", "Nord Energy", "--email", "jb@nord.example", code: 0)
        try desk.run(
            "contract", "new", "account=Nord Energy", "number=N-1", "plans=priority", "start=2026-01-01",
            "end=2026-12-31", code: 0)
        try desk.run("renewal", "new", "contract=CN-1", "product=Gateway", "end=2026-07-15", code: 0)
        return desk
    }

    private func notify(_ desk: Desk, _ more: String..., code: Int32 = 0) throws -> [[String: Any]] {
        let words = ["renewal", "notify", "--json"] + more
        let result = try CommandRun.run(desk.stage.invocation(words))
        try #require(result.code == code, "\(result.output)\(result.errors)")
        return code == 0 ? try desk.objects(result) : []
    }

    @Test func aNoticeWithoutAReaderIsARowAndThenIsSent() throws {
        let desk = try desk()
        let tried = try notify(desk, "--dry-run")
        #expect(tried.count == 1)
        #expect(try desk.objects(desk.run("notice", "list", "--json", code: 0)).isEmpty)
        let waiting = try #require(try notify(desk).first)
        #expect(waiting["state"] as? String == "open" && waiting["due"] as? String == "2026-06-15")
        #expect((waiting["problem"] as? String)?.contains("renewal assign MB-1 --contact NAME") == true)
        let again = try desk.run("renewal", "notify", code: 0)
        #expect(again.errors.contains("1 of 1 reach nobody"))
        try desk.run("renewal", "assign", "MB-1", "--contact", "J. Berg", "-m", "Told by phone.", code: 0)
        let sent = try #require(try notify(desk).first)
        #expect(sent["id"] as? String == "NT-1" && sent["state"] as? String == "sent" && sent["problem"] is NSNull)
        #expect((sent["recipient"] as? [String: Any])?["name"] as? String == "J. Berg")
        #expect(sent["sentAt"] as? String == "2026-06-15T10:00:00Z")
        // What is sent is sent once; one that came back is a warning for the next.
        #expect(try desk.run("renewal", "notify", code: 0).errors.contains("No Renewal notice is due."))
        try desk.run("notice", "set", "NT-1", "state=bounced", "-m", "No such mailbox.", code: 0)
        let price = try #require(
            try notify(desk, "MB-1", "--kind", "price-change", "subject=New prices", "newPrice=L-27").first)
        #expect((price["problem"] as? String)?.contains("came back") == true && price["newPrice"] as? String == "L-27")
        #expect(try desk.run("renewal", "notify", "--kind", "price-change").code == 2)
        #expect(try desk.run("renewal", "notify", "--kind", "prices").code == 3)
        #expect(try desk.run("renewal", "notify", "MB-9").code == 3)
        try desk.run("verify", code: 0)
    }

    @Test func anUpdateOfTheAccountGoesToWhoReceivesIt() throws {
        let desk = try desk()
        let none = try #require(
            try notify(desk, "--kind", "account-update", "--account", "Nord Energy", "subject=Terms").first)
        #expect((none["problem"] as? String)?.contains("contact set NAME --roles") == true)
        try desk.run("contact", "set", "J. Berg", "--roles", "renewal", code: 0)
        let sent = try #require(
            try notify(desk, "--kind", "account-update", "--account", "Nord Energy", "subject=Terms").first)
        #expect(sent["state"] as? String == "sent" && sent["membership"] is NSNull)
    }

    @Test func ofSeveralWhoLeaveEachIsMissedInTheWholeGroup() throws {
        let desk = try desk()
        try desk.run("account", "new", "Holding", code: 0)
        try desk.run("account", "new", "Nord Grid", "--parent", "Nord Energy", code: 0)
        try desk.run("account", "new", "Nord Grid North", "--parent", "Nord Grid", code: 0)
        try desk.run("account", "set", "Nord Energy", "--parent", "Holding", code: 0)
        try desk.run("contact", "new", "Hold Er", "--account", "Holding", code: 0)
        try desk.run("contact", "new", "Nora North", "--account", "Nord Grid North", code: 0)
        try desk.run("renewal", "new", "contract=CN-1", "product=Grid", "end=2026-07-15", code: 0)
        try desk.run("renewal", "set", "MB-1", "contact=Hold Er", code: 0)
        try desk.run("renewal", "set", "MB-2", "contact=Nora North", code: 0)
        let left = try desk.run("contact", "deactivate", "Hold Er", "Nora North", code: 0)
        #expect(left.errors.contains("Hold Er is the Renewal Contact of MB-1: notices"), "\(left.errors)")
        #expect(left.errors.contains("Nora North is the Renewal Contact of MB-2: notices"), "\(left.errors)")
        #expect(left.errors.ranges(of: "may be missed").count == 2)
    }

    @Test func whoLeavesIsMissedByNoticesAndItIsSaid() throws {
        let desk = try desk()
        try desk.run("renewal", "assign", "MB-1", "--contact", "J. Berg", code: 0)
        let left = try desk.run("contact", "deactivate", "J. Berg", code: 0)
        #expect(left.errors.contains("J. Berg is the Renewal Contact of MB-1: notices may be missed."))
        #expect((try notify(desk).first?["problem"] as? String)?.hasPrefix("J. Berg is no longer a contact") == true)
    }

    @Test func anAccountShowsWhoIsAssignedAndWhoIsMissing() throws {
        let desk = try desk()
        let bare = try #require(try desk.objects(desk.run("account", "show", "Nord Energy", "--json", code: 0)).first)
        #expect((bare["warnings"] as? [[String: Any]])?.first?["role"] as? String == "account-manager")
        #expect(bare["plans"] as? [String] == ["priority"])
        #expect(try desk.run("account", "show", "Nord Energy").errors.contains("Nobody is assigned as"))
        try desk.run("agent", "new", "Kim", "--center", "dublin", code: 0)
        let environment = [
            "environment", "new", "account=Nord Energy", "name=Control room", "critical=yes", "manager=Kim",
            "principal=yes", "objectives=Back within the shift", "reviewed=2026-06-01",
        ]
        let refused = try CommandRun.run(desk.stage.invocation(environment))
        #expect(refused.code == 4 && refused.errors.contains("agent set Kim --role account-manager"))
        try desk.run("agent", "set", "Kim", "--role", "account-manager", code: 0)
        #expect(try CommandRun.run(desk.stage.invocation(environment)).code == 0)
        let full = try #require(try desk.objects(desk.run("account", "show", "Nord Energy", "--json", code: 0)).first)
        #expect((full["warnings"] as? [Any])?.isEmpty == true && full["environments"] as? [String] == ["EV-1"])
        let kim = try #require((full["assigned"] as? [[String: Any]])?.first)
        #expect(kim["name"] as? String == "Kim" && kim["principal"] as? Bool == true && kim["onShift"] as? Bool == true)
    }

    @Test func referencesAreLookedAtAndItIsKept() throws {
        let desk = try desk()
        func all() throws -> [String: [String: Any]] {
            let list = try desk.objects(desk.run("reference", "list", "--json", code: 0))
            return Dictionary(list.map { ($0["id"] as? String ?? "", $0) }) { $1 }
        }
        let before = try all()
        #expect(before["guide"]?["checked"] is NSNull && before.count == 6)
        try desk.run("reference", "checked", "guide", "portal", "--on", "2026-06-01", "-m", "Nothing new.", code: 0)
        try desk.run("reference", "checked", "guide", code: 0)
        let after = try all()
        #expect(after["guide"]?["checked"] as? String == "2026-06-15" && after["guide"]?["daysSince"] as? Int == 0)
        #expect(after["portal"]?["checked"] as? String == "2026-06-01" && after["portal"]?["daysSince"] as? Int == 14)
        #expect(try desk.run("reference", "show", "guide", code: 0).output.contains("last checked: 2026-06-15"))
        #expect(try desk.run("reference", "checked", "gide").errors.contains("Did you mean guide?"))
        let steps = try desk.objects(desk.run("troubleshooting", "--json", code: 0))
        #expect(Set(steps.compactMap { $0["kind"] as? String }) == ["troubleshooting", "self-help"])
        #expect(steps.allSatisfy { ($0["mark"] as? String)?.contains("not from the guide") == true })
    }
}
