import CaseModel
import GuidePolicy
import Testing

@Suite("A case is logged as the domain reference says")
struct LoggingTests {
    /// What is logged, by whom, and what is held and said.
    private func log(
        severity: String = "3", type: String = "technical", channel: String = "live", mayOpen: Bool = true,
        isKnown: Bool = true, troubleshooting: Bool? = true, plan: String? = nil, _ policy: Policy = Guide.policy
    ) throws -> (status: String?, flags: String?, remarks: [String]) {
        let book = PolicyBook(policy, zones: Guide.zones)
        var new = NewCase(
            subject: "Printer down", severity: try #require(book.words.severity(severity)),
            type: try #require(book.words.type(type)), channel: try #require(book.words.channel(channel)),
            account: AccountID(1), contact: isKnown ? ContactID(1) : nil)
        new.troubleshootingDone = troubleshooting
        var opening = Opening()
        opening.plan = plan
        opening.facts.callerMayOpen = mayOpen
        let decision = try decideLog(new, id: CaseID(1), by: Bench.agent, at: Bench.now, opening, book)
        func value(_ field: CaseField) -> String? { decision.changes.first { $0.field == field }?.new }
        return (value(.status), value(.flags), decision.remarks.map(\.code))
    }

    @Test("whole, and nothing is said")
    func whole() throws {
        for severity in ["1", "2", "3", "4"] {
            let logged = try log(severity: severity)
            #expect(logged == ("new", nil, []))
        }
    }

    @Test("from somebody who may not call: held, at every severity", arguments: ["1", "3"], [true, false])
    func caller(_ severity: String, _ isKnown: Bool) throws {
        let logged = try log(severity: severity, mayOpen: false, isKnown: isKnown)
        #expect(logged == ("new", "caller-may-open", ["hold caller-may-open"]))
        // At a critical severity nobody is turned away, whatever the policy says of the others.
        let strict = try Edited.guide([("log", "caller-may-open", "refuse")])
        if severity == "1" {
            #expect(try log(severity: severity, mayOpen: false, strict).remarks == ["hold caller-may-open"])
        } else {
            let refusal = #expect(throws: Refusal.self) { try log(severity: severity, mayOpen: false, strict) }
            #expect(refusal?.rule == "caller-may-open")
            #expect(refusal?.remedy.contains("Name a Technical Contact") == true)
        }
    }

    @Test("what any row says of a condition counts, wherever it stands", arguments: ["1", "3"])
    func rows(_ severity: String) throws {
        func policy(_ edits: (String, String)...) throws -> Policy {
            var text = String(decoding: Guide.policy.text, as: UTF8.self)
            for (old, new) in edits { text = text.replacing(old, with: new, maxReplacements: 1) }
            return try #require(Policy.read(bytes: Array(text.utf8), named: "edited").policy)
        }
        let ceiling = "critical.caller-may-open = hold\n"
        let critical = "[transition \"log at critical severity\"]\n"
        // A ceiling in a row of its own.
        let apart = try policy(
            ("require.caller-may-open = hold\n", "require.caller-may-open = refuse\n"), (ceiling, ""),
            ("source.require.account-known, require.caller-may-open, critical", "source.require.account-known"),
            (critical, critical + ceiling))
        if severity == "1" {
            #expect(try log(severity: severity, mayOpen: false, apart).remarks == ["hold caller-may-open"])
        } else {
            #expect(throws: Refusal.self) { try log(severity: severity, mayOpen: false, apart) }
        }
        // A row after another asks more strongly.
        let stronger = try policy((critical, critical + "require.troubleshooting-answered = refuse\n"))
        if severity == "1" {
            let refusal = #expect(throws: Refusal.self) { try log(severity: severity, troubleshooting: nil, stronger) }
            #expect(refusal?.message.contains("“log at critical severity”") == true)
        } else {
            let said = try log(severity: severity, troubleshooting: nil, stronger).remarks
            #expect(said == ["warn troubleshooting-answered"])
        }
    }

    @Test("questions of the account come from any contact", arguments: ["account", "licensing", "entitlement"])
    func question(_ type: String) throws {
        #expect(try log(type: type, mayOpen: false) == ("new", nil, []))
        #expect(try log(type: type, mayOpen: false, isKnown: false) == ("new", "caller-known", ["hold caller-known"]))
        var bench = try Bench("new")
        bench.item.type = try #require(bench.book.words.type(type))
        bench.facts.callerMayOpen = false
        #expect(try bench.outcome(.whole("status open")).words == "open")
        bench.item.contact = nil
        let held = try bench.outcome(.whole("status open"))
        #expect(held.words == "held" && held.item.flags == ["caller-known"])
        bench.item.status = try #require(bench.book.words.status("held"))
        #expect(try bench.outcome(.whole("status open")).refusal?.rule == "caller-known")
    }

    @Test("without basic troubleshooting: said", arguments: ["refuse", "hold", "warn"])
    func troubleshooting(_ strength: String) throws {
        #expect(try log(troubleshooting: nil).remarks == ["warn troubleshooting-answered"])
        #expect(try log(troubleshooting: false).remarks == [])
        let policy = try Edited.guide([("log", "troubleshooting-answered", strength)])
        if strength == "refuse" {
            let refusal = #expect(throws: Refusal.self) { try log(troubleshooting: nil, policy) }
            #expect(refusal?.rule == "troubleshooting-answered")
        } else {
            #expect(try log(troubleshooting: nil, policy).remarks == ["\(strength) troubleshooting-answered"])
        }
    }

    @Test("critical and not by Live Support: call the customer", arguments: ["web", "email", "live", "phone"])
    func live(_ channel: String) throws {
        let isSaid = ["web", "email"].contains(channel)
        #expect(try log(severity: "1", channel: channel).remarks == (isSaid ? ["warn logged-live"] : []))
        #expect(try log(severity: "2", channel: channel).remarks == [])
        let condition = Guide.policy.lifeCycle.conditions.first { $0.code == "logged-live" }
        #expect(condition?.mend == "Call the customer.")
    }

    @Test("critical under Priority: a manager is wanted", arguments: [nil, "select", "priority", "priority-plus"])
    func manager(_ plan: String?) throws {
        let isWanted = plan?.hasPrefix("priority") == true
        #expect(try log(severity: "1", plan: plan).remarks == (isWanted ? ["warn manager-named"] : []))
        #expect(try log(severity: "2", plan: plan).remarks == [])
    }
}
