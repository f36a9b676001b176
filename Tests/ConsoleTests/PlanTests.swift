import CaseModel
import ConsoleCore
import GuidePolicy
import Testing

@Suite("What commands want done to cases")
struct PlanTests {
    static let directory = Directory(
        agents: [
            Agent(id: AgentID(1), name: "Ada"), Agent(id: AgentID(2), name: "Kim"),
            Agent(id: AgentID(3), name: "Kirsten"), Agent(id: AgentID(4), name: "Gone", active: false),
        ],
        queues: [Queue(id: QueueID(7), name: "Network"), Queue(id: QueueID(8), name: "Licensing EMEA")],
        me: AgentID(1), words: Guide.words, zone: Zone(name: "Oslo", initialOffset: 3600, transitions: []))

    static let lines: [(String, [String], [CaseChange])] = [
        ("take CS-1", ["CS-1"], [.take]),
        ("release", [], [.release]),
        ("reopen 5 6", ["5", "6"], [.reopen]),
        ("assign CS-1 --to kim", ["CS-1"], [.assign(AgentID(2))]),
        ("assign --to me", [], [.assign(AgentID(1))]),
        ("assign --to kir", [], [.assign(AgentID(3))]),
        // The store says of somebody who left that they did.
        ("assign --to gone", [], [.assign(AgentID(4))]),
        ("status open", [], [.status(.open)]), ("status \"Cover problem\"", [], [.status(.held)]),
        (
            "close CS-1 --reason \"Withdrawn by the customer\"", ["CS-1"],
            [.close(.withdrawn, duplicateOf: nil, text: nil)]
        ),
        ("status cust awaited=\"a trace\"", [], [.status(.cust, given: ["awaited": "a trace"])]),
        ("severity 2", [], [.severity(.two, reason: nil)]),
        ("move Licensing EMEA", [], [.queue(QueueID(8))]),
        ("move none", [], [.queue(nil)]),
        ("tags vip,night -old", [], [.tags(adding: ["vip", "night"], removing: ["old"])]),
        ("note CS-1 CS-2 -m Hello", ["CS-1", "CS-2"], [.note("Hello")]),
        ("reply CS-1 -m \"Dear you\"", ["CS-1"], [.reply("Dear you")]),
        ("escalate CS-1 --summary S", ["CS-1"], [.escalate(summary: "S")]),
        ("close CS-1 --reason resolved", ["CS-1"], [.close(.resolved, duplicateOf: nil, text: nil)]),
        (
            "set CS-1 severity=1 status=wip owner=kim queue=network tags+=a tags-=b",
            ["CS-1"],
            [
                .severity(.one, reason: nil), .status(.wip), .assign(AgentID(2)), .queue(QueueID(7)),
                .tags(adding: ["a"], removing: []), .tags(adding: [], removing: ["b"]),
            ]
        ),
        ("set owner=none product= x.SITE=Oslo", [], [.release, .product(nil), .extra("SITE", "Oslo")]),
        ("set subject=\"A = B\" --note why", [], [.subject("A = B"), .note("why")]),
        ("set type=hardware", [], [.type(.hardware)]),
        ("set severity=1 --note \"all hang\"", [], [.severity(.one, reason: "all hang")]),
        (
            "set CS-1 status=vendor vendor=Orb ticket=7 --note why", ["CS-1"],
            [.status(.vendor, given: ["vendor": "Orb", "ticket": "7"]), .note("why")]
        ),
        ("set plan=core region=emea", [], [.fact(.plan, "core"), .fact(.region, "emea")]),
        ("set CS-1 contact=CT-7", ["CS-1"], [.fact(.contact, "CT-7")]),
        ("set contact=none", [], [.fact(.contact, nil)]),
        ("hear CS-1 -m \"It hangs.\"", ["CS-1"], [.hear("It hangs.")]),
        ("remind CS-1 -m Soon", ["CS-1"], [.remind("Soon")]),
        ("deny CS-1 --ground audit --by Vi", ["CS-1"], [.deny(ground: "audit", person: "Vi", text: nil)]),
        ("hand-over CS-1 --to dublin -m Yours", ["CS-1"], [.handOver(center: "dublin", text: "Yours")]),
        ("ask CS-1 --item fix -m Try", ["CS-1"], [.ask(kind: "fix", text: "Try", due: nil)]),
        (
            "snooze CS-1 --until 2026-03-10", ["CS-1"],
            [.snooze(Timestamp(iso: "2026-03-09T23:00:00Z"))]
        ),
        ("snooze --until 2026-03-10T09:00", [], [.snooze(Timestamp(iso: "2026-03-10T08:00:00Z"))]),
        ("snooze --until 2026-03-10T09:00:00Z", [], [.snooze(Timestamp(iso: "2026-03-10T09:00:00Z"))]),
        (
            "ask --item fix -m Try --due 2026-03-10T09:00", [],
            [.ask(kind: "fix", text: "Try", due: Timestamp(iso: "2026-03-10T08:00:00Z"))]
        ),
    ]

    @Test("are the same for console and shell", arguments: lines)
    func same(line: String, references: [String], changes: [CaseChange]) throws {
        let wanted = try plan(CommandCall(line: line), Self.directory)
        #expect(wanted == CasePlan(references: references, changes))
    }

    @Test("leave the case that a duplicate repeats to be looked for, as any case that is typed")
    func duplicate() throws {
        let line = "close CS-1 --reason duplicate --duplicate-of 9 -m same"
        var wanted = try #require(try plan(CommandCall(line: line), Self.directory))
        #expect(wanted.references == ["CS-1"] && wanted.duplicateOf == "9")
        wanted.repeats(CaseID(1_000_005))
        #expect(wanted.changes == [.close(.duplicate, duplicateOf: CaseID(1_000_005), text: "same")])
        #expect(wanted.duplicateOf == nil)
    }

    @Test("take the case of an action item from its number")
    func item() throws {
        let wanted = try #require(try plan(CommandCall(line: "item AI-1000001-2 done"), Self.directory))
        #expect(wanted.references == [] && wanted.caseID == CaseID(1_000_001))
        #expect(wanted.changes == [.settle(ActionItemID(caseID: CaseID(1_000_001), ordinal: 2), .done)])
    }

    @Test("carry the version the caller saw")
    func version() throws {
        #expect(try plan(CommandCall(line: "set CS-1 severity=1 --if-version 4"), Self.directory)?.ifVersion == 4)
    }

    @Test("are none for commands that only look", arguments: ["open", "sort due", "queue Mine", "undo", "quit"])
    func nothing(line: String) throws {
        #expect(try plan(CommandCall(line: line), Self.directory) == nil)
    }

    static let problems: [(String, String)] = [
        ("assign CS-1", "--to"), ("assign --to kat", "There is no agent kat."), ("assign --to ki", "Several agents"),
        ("assign --to gon", "There is no agent gon."), ("status solvd", "Did you mean solved?"),
        ("severity 5", "There are: 1 (Critical outage), 2 ("), ("move Netwrk", "Did you mean Network?"),
        ("set CS-1", "FIELD=VALUE"),
        ("set severty=1", "Did you mean severity?"), ("set awaited=x", "status=CODE"), ("deny CS-1", "--ground"),
        ("set tags=a", "tags+=NAME"), ("close CS-1", "--reason"),
        ("close --reason resolvd", "Did you mean resolved?"), ("item 4 done", "number of an action item"),
        ("item AI-1-1 open", "needs done, declined or accepted"), ("note CS-1", "-m"), ("set x=1 --if-version a", "x"),
    ]

    @Test("say which argument is wrong and what is nearest", arguments: problems)
    func problem(line: String, words: String) {
        #expect { _ = try plan(CommandCall(line: line), Self.directory) } throws: { error in
            String(describing: error).contains(words)
        }
    }
}
