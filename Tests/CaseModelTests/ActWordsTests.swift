import GuidePolicy
import Testing

@testable import CaseModel

/// What the journal and the notices say of an event.
@Suite struct ActWordsTests {
    private static let names: Names = {
        var names = Names(Guide.words)
        names.agents[AgentID(2)] = "Kai"
        names.queues[QueueID(3)] = "Network"
        return names
    }()

    @Test(
        arguments: [
            (.logged, [], "logged CS-1000001"), (.imported, [], "imported CS-1000001"), (.taken, [], "took CS-1000001"),
            (.assigned, [FieldChange(.owner, nil, "AG-2")], "gave CS-1000001 to Kai"),
            (.assigned, [FieldChange(.owner, nil, "AG-9")], "gave CS-1000001 to AG-9"),
            (.released, [], "released CS-1000001"),
            (.moved, [FieldChange(.queue, nil, "QU-3")], "moved CS-1000001 to Network"),
            (.moved, [FieldChange(.queue, "QU-3", nil)], "moved CS-1000001 to no queue"),
            (.noted, [], "wrote a note on CS-1000001"),
            (.replied, [], "replied on CS-1000001"), (.escalated, [], "escalated CS-1000001"),
            (.asked, [], "asked the customer on CS-1000001"), (.settled, [], "settled an action item of CS-1000001"),
            (
                .snoozed, [FieldChange(.snoozedUntil, nil, "2026-03-10T09:00:00Z")],
                "snoozed CS-1000001 until 2026-03-10T09:00:00Z"
            ),
            (.snoozed, [FieldChange(.snoozedUntil, "2026-03-10T09:00:00Z", nil)], "brought CS-1000001 back"),
            (
                .closed, [FieldChange(.closureReason, nil, "no-response")],
                "closed CS-1000001: no answer from the customer"
            ),
            (.reopened, [], "reopened CS-1000001"), (.undone, [], "undid a change of CS-1000001"),
            (.redone, [], "redid a change of CS-1000001"),
            (.changed, [FieldChange(.severity, "2", "1")], "set CS-1000001 to severity 1"),
            (
                .changed, [FieldChange(.status, "wip", "cust"), FieldChange(.product, "a", nil)],
                "set CS-1000001 to status Waiting on Customer, product none"
            ),
            (
                .changed, [FieldChange(.given("awaited"), nil, "a trace"), FieldChange(.status, "wip", "cust")],
                "set CS-1000001 to status Waiting on Customer; awaited a trace"
            ),
            (.heard, [], "heard from the customer on CS-1000001"),
            (.reminded, [], "reminded the customer on CS-1000001"),
            (.denied, [FieldChange(.status, "wip", "denied")], "denied support on CS-1000001"),
            (.handedOver, [FieldChange(.center, nil, "dublin")], "handed CS-1000001 over to Dublin, Ireland"),
        ] as [(EventAction, [FieldChange], String)])
    func eventsInWords(_ action: EventAction, _ changes: [FieldChange], _ text: String) {
        let event = CaseEvent(
            caseID: CaseID(1_000_001), seq: 1, at: RulesFixture.now,
            actor: EventActor(agent: AgentID(1), name: "Mira", login: "mira"), action: action, changes: changes,
            operation: OperationID("o"))
        #expect(words(for: event, names: ActWordsTests.names) == text)
    }

    @Test func watchersAreNamedOneByOne() {
        #expect(ActWordsTests.names.words("AG-2 AG-9", of: .watchers) == "Kai AG-9")
        #expect(ActWordsTests.names.words("duplicate", of: .closureReason) == "duplicate of another case")
        #expect(ActWordsTests.names.words("AG-2", of: .subject) == "AG-2")
    }

    /// Every act has its right, so that no wish slips past the table.
    @Test func everyChangeIsAnAct() {
        let changes: [(CaseChange, Act)] = [
            (.note("n"), .note), (.reply("r"), .reply), (.take, .assign), (.assign(AgentID(1)), .assign),
            (.release, .assign), (.queue(nil), .assign), (.severity(.one), .changeSeverity),
            (.close(.resolved, duplicateOf: nil, text: nil), .close), (.reopen, .close),
            (.tags(adding: [], removing: []), .tag), (.watch(true), .tag), (.snooze(nil), .tag), (.subject("s"), .work),
            (.description("d"), .work), (.product(nil), .work), (.status(.wip), .work), (.type(.advice), .work),
            (.escalate(summary: "s"), .work), (.ask(kind: "k", text: "t", due: nil), .work),
            (.settle(ActionItemID(caseID: CaseID(1), ordinal: 1), .done), .work), (.extra("a", nil), .work),
            (.requestSeverity(.one, reason: nil), .changeSeverity), (.fact(.language, "de"), .work),
            (.fact(.criticalSituationManager, "AG-2"), .commandSituation), (.fact(.given("g"), nil), .commandSituation),
            (.hear("h"), .note),
            (.remind("r"), .reply), (.deny(ground: "audit", person: nil, text: nil), .deny),
            (.handOver(center: "c", text: "t"), .assign),
        ]
        for (change, act) in changes { #expect(change.act == act, "\(change)") }
    }
}
