import CaseModel
import GuidePolicy

/// An engineer and an open case that the tests of the rules change.
enum RulesFixture {
    static let mira = Agent(id: AgentID(1), name: "Mira", logins: ["mira"], duties: [.engineer])
    static let kai = Agent(id: AgentID(2), name: "Kai", logins: ["kai"], duties: [.engineer])
    static let now = at("2026-03-09T13:30:00Z")

    /// A case that stands as the test needs it.
    static func item(_ status: Status = .open, _ change: (inout Case) -> Void = { _ in }) -> Case {
        var item = Case(id: CaseID(1_000_001), subject: "Licence server", severity: .two, openedAt: now - 3600)
        item.status = status
        item.version = 4
        if status == .closed {
            item.closedAt = now - 60
            item.closureReason = .resolved
        }
        change(&item)
        return item
    }

    /// What an engineer's wish becomes: `action field=value …`, the text after a bar; or the rule that refuses it.
    static func outcome(_ change: CaseChange, on item: Case, items: [ActionItem] = [], by agent: Agent = mira) -> String
    {
        do throws(Refusal) {
            let decision = try decide(change, on: item, items: items, by: agent, at: now)
            let changes = decision.changes.map { " \($0.field.name)=\($0.new ?? "nil")" }.joined()
            return decision.isEmpty
                ? "nothing" : decision.action.rawValue + changes + (decision.text.map { " | " + $0 } ?? "")
        } catch {
            return "refused " + error.rule
        }
    }
}
