import CaseSamples
import GuidePolicy
import SeededRandom
import Testing

@testable import CaseModel

/// A case is the sum of its events, whatever anybody did to it.
@Suite struct ReplayTests {
    @Test func aCaseEqualsTheSumOfItsEvents() throws {
        for seed in UInt64(1)...300 {
            var random = SplitMix64(seed: seed)
            var walk = try CaseWalk(&random)
            for _ in 0..<random.number(0...25) { walk.step(&random) }
            let replayed = try #require(Case(id: walk.item.id, events: walk.events), "seed \(seed)")
            #expect(replayed == walk.item, "seed \(seed)")
            #expect(ActionItem.items(of: walk.events) == walk.items, "seed \(seed)")
            #expect(replayed.version == walk.events.count, "seed \(seed)")
            // Taken back from the last to the first, every change is as it was.
            var back = replayed
            for event in walk.events.dropFirst().reversed() {
                for change in event.changes {
                    #expect(back.value(of: change.field) == change.new || change.field.isItem, "seed \(seed)")
                    try back.set(change.reversed.field, to: change.reversed.new)
                }
            }
            let first = try #require(Case(id: walk.item.id, events: [walk.events[0]]))
            for field in CaseField.all { #expect(back.value(of: field) == first.value(of: field), "seed \(seed)") }
        }
    }

    @Test func everyFieldReadsBackWhatItWrites() throws {
        var cases = RandomCases(seed: 7)
        for subject in cases.subjects(200) {
            var copy = Case(id: subject.item.id, subject: "", severity: .four, openedAt: Timestamp(seconds: 0))
            copy.updatedAt = subject.item.updatedAt
            copy.version = subject.item.version
            let named = subject.item.extra.keys.map(CaseField.extra) + subject.item.given.keys.map(CaseField.given)
            for field in CaseField.all + named {
                try copy.set(field, to: subject.item.value(of: field))
            }
            #expect(copy == subject.item)
        }
    }

    @Test(arguments: [
        (CaseField.status, "opened"), (.severity, "5"), (.type, ""), (.openedAt, "yesterday"), (.owner, "QU-1"),
        (.account, "x"), (.closedAt, "2026-02-30T00:00:00Z"), (.watchers, "AG-1 x"), (.duplicateOf, "0"),
        (.closureReason, "none"), (.channel, "fax"),
    ])
    func valuesThatFitNoFieldAreRefused(_ field: CaseField, _ value: String) {
        var item = RulesFixture.item()
        #expect(throws: ValueProblem(field: field, value: value)) { try item.set(field, to: value) }
    }

    @Test(arguments: [CaseField.status, .type, .severity, .requestedSeverity, .openedAt])
    func fieldsThatAreAlwaysThereCannotBeEmptied(_ field: CaseField) {
        var item = RulesFixture.item()
        #expect(throws: ValueProblem.self) { try item.set(field, to: nil) }
    }

    @Test func fieldNamesReadBack() {
        let item = ActionItemID(caseID: CaseID(1_000_001), ordinal: 2)
        // Columns are named by others: not at all, or by a mark that joins the dot before it.
        let columns = ["LOCATION", "made sla", "x.", "", "\u{301}site", "\r\n"].map(CaseField.extra)
        for field in CaseField.all + columns + [.item(item)] {
            #expect(CaseField(name: field.name) == field)
        }
        for name in ["", "item", "item x", "Severity", "version", "id"] { #expect(CaseField(name: name) == nil) }
    }

    /// An item that is asked, taken back and asked again by a redo has its words and its number.
    @Test func anItemThatComesBackHasItsWords() {
        let id = ActionItemID(caseID: CaseID(1), ordinal: 1)
        func event(_ seq: Int, _ action: EventAction, _ change: FieldChange, _ text: String?) -> CaseEvent {
            CaseEvent(
                caseID: CaseID(1), seq: seq, at: RulesFixture.now + Int64(seq),
                actor: EventActor(agent: nil, name: "n", login: "l"), action: action, changes: [change], text: text,
                operation: OperationID("o\(seq)"))
        }
        let events = [
            event(1, .asked, FieldChange(.item(id), nil, "open trace -"), "Send it."),
            event(2, .settled, FieldChange(.item(id), "open trace -", "done trace -"), nil),
            event(3, .undone, FieldChange(.item(id), "done trace -", "open trace -"), nil),
        ]
        let items = ActionItem.items(of: events)
        #expect(items.map(\.state) == [.open])
        #expect(items.map(\.text) == ["Send it."])
        #expect(items.map(\.settledAt) == [nil])
        #expect(ActionItem.items(of: Array(events.prefix(2))).map(\.settledAt) == [RulesFixture.now + 2])
        let gone = event(4, .undone, FieldChange(.item(id), "open trace -", nil), nil)
        #expect(ActionItem.items(of: events + [gone]) == [])
    }
}

/// A case on which an agent does one random thing after another, as far as the rules allow.
struct CaseWalk {
    var item: Case
    var items: [ActionItem] = []
    var events: [CaseEvent] = []
    var now = RulesFixture.now

    init(_ random: inout SplitMix64) throws {
        let new = NewCase(
            subject: "s" + SampleText.text(3, &random), description: SampleText.text(5, &random),
            severity: random.pick(Severity.allCases), type: random.pick(CaseType.allCases), channel: .web,
            account: AccountID(1), contact: ContactID(1), product: random.pick(SampleNames.products))
        item = Case(id: CaseID(1_000_001), subject: "", severity: .four, openedAt: now)
        try add(try decideLog(new, at: now), by: RulesFixture.mira)
    }

    mutating func step(_ random: inout SplitMix64) {
        now = now + Int64(random.number(0...9000))
        let agent = random.pick([RulesFixture.mira, RulesFixture.kai])
        let change = CaseWalk.change(&random, items)
        do {
            let decision = try decide(change, on: item, items: items, by: agent, at: now)
            if !decision.isEmpty { try add(decision, by: agent) }
        } catch {
            // A refusal changes nothing; that is what the test sees in the end.
        }
    }

    private mutating func add(_ decision: Decision, by agent: Agent) throws {
        let event = CaseEvent(
            caseID: item.id, seq: events.count + 1, at: now,
            actor: EventActor(agent: agent.id, name: agent.name, login: "l"), action: decision.action,
            changes: decision.changes, text: decision.text, operation: OperationID("o\(events.count)"))
        try item.apply(event)
        events.append(event)
        items = ActionItem.items(of: [event], after: items)
    }

    private static func change(_ random: inout SplitMix64, _ items: [ActionItem]) -> CaseChange {
        switch random.number(0...17) {
        case 0: .subject(SampleText.text(3, &random))
        case 1: .description(SampleText.text(6, &random))
        case 2: .product(random.chance(30) ? nil : random.pick(SampleNames.products))
        case 3: .status(random.pick(Status.allCases))
        case 4: .severity(random.pick(Severity.allCases))
        case 5: .take
        case 6: .assign(AgentID(Int64(random.number(1...3))))
        case 7: .release
        case 8: .queue(random.chance(30) ? nil : QueueID(Int64(random.number(1...3))))
        case 9:
            .tags(
                adding: random.some(of: SampleNames.tags, upTo: 2), removing: random.some(of: SampleNames.tags, upTo: 2)
            )
        case 10: .watch(random.chance(50))
        case 11: .snooze(random.chance(50) ? nil : RulesFixture.now + Int64(random.number(0...90_000)))
        case 12: .note(SampleText.text(4, &random))
        case 13: .reply(SampleText.text(4, &random))
        case 14: .close(random.pick(ClosureReason.allCases), duplicateOf: CaseID(1_000_002), text: nil)
        case 15: .reopen
        case 16: .ask(kind: random.pick(["trace", "two words"]), text: "please", due: RulesFixture.now + 600)
        default:
            items.isEmpty
                ? .extra(random.pick(SampleNames.columns), random.pick(SampleNames.values))
                : .settle(random.pick(items).id, random.pick(ItemState.allCases))
        }
    }
}
