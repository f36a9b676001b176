import CaseModel
import GuidePolicy
import Testing

@Suite struct ConflictTests {
    private let itemID = ActionItemID(caseID: CaseID(1_000_001), ordinal: 1)

    private func event(_ seq: Int, _ changes: [FieldChange], by name: String = "Kai") -> CaseEvent {
        CaseEvent(
            caseID: CaseID(1_000_001), seq: seq, at: RulesFixture.now,
            actor: EventActor(agent: AgentID(2), name: name, login: "kai"), action: .changed, changes: changes,
            operation: OperationID("o"))
    }

    private func clash(_ mine: [FieldChange], _ since: [CaseEvent], _ current: Case) -> Conflict? {
        conflict(Decision(.changed, mine), with: since, base: 4, current: current, by: AgentID(1))
    }

    @Test func otherFieldsDoNotCollide() {
        let current = RulesFixture.item { $0.product = "B" }
        #expect(
            clash([FieldChange(.severity, "2", "1")], [event(5, [FieldChange(.product, nil, "B")])], current) == nil)
        #expect(clash([], [event(5, [FieldChange(.product, nil, "B")])], current) == nil)
        #expect(clash([FieldChange(.product, nil, "A")], [], current) == nil)
    }

    @Test func theSameFieldCollidesAndNamesBothValues() {
        let current = RulesFixture.item {
            $0.severity = .three
            $0.version = 6
        }
        let since = [
            event(5, [FieldChange(.severity, "2", "4")], by: "Ann"), event(6, [FieldChange(.severity, "4", "3")]),
        ]
        let found = clash([FieldChange(.severity, "2", "1"), FieldChange(.product, nil, "A")], since, current)
        let collision = Conflict.Collision(field: .severity, mine: "1", theirs: "3", by: "Kai", at: RulesFixture.now)
        #expect(found == Conflict(caseID: current.id, base: 4, current: 6, fields: [collision]))
    }

    @Test func theSameValueIsNoCollision() {
        let current = RulesFixture.item { $0.severity = .one }
        #expect(
            clash([FieldChange(.severity, "2", "1")], [event(5, [FieldChange(.severity, "2", "1")])], current) == nil)
    }

    @Test func actionItemsCollideByTheirLastState() {
        let current = RulesFixture.item()
        let done = event(5, [FieldChange(.item(itemID), "open trace -", "done trace -")])
        let same = FieldChange(.item(itemID), "open trace -", "done trace -")
        let other = FieldChange(.item(itemID), "open trace -", "declined trace -")
        #expect(clash([same], [done], current) == nil)
        #expect(clash([other], [done], current)?.fields.map(\.theirs) == ["done trace -"])
    }
}
