import CaseExchange
import CaseModel
import Foundation
import GuidePolicy
import Testing

/// A case as a test needs it, and what a person's act makes of it; nothing of the policy is looked up here.
struct Bench {
    static let agent = Agent(id: AgentID(1), name: "Mira", duties: [.engineer])
    /// Monday 2026-03-09, 13:30 UTC.
    static let now = Timestamp(seconds: 1_773_063_000)

    var item: Case
    var items: [ActionItem] = []
    var facts = CaseFacts()
    var book: PolicyBook
    var now = Bench.now

    /// A case that stands somewhere and lacks nothing: a fix is recorded, the customer declined something, and everything that is known is in order.
    init(_ status: String, severity: String = "3", _ policy: Policy = Guide.policy) throws {
        book = PolicyBook(policy, zones: Guide.zones)
        item = Case(id: CaseID(1_000_001), subject: "Printer down", openedAt: Bench.now - 86_400, words: book.words)
        item.account = AccountID(1)
        item.contact = ContactID(1)
        item.status = try #require(book.words.status(status))
        item.severity = try #require(book.words.severity(severity))
        item.requestedSeverity = item.severity
        if item.status.isFinal {
            item.closedAt = Bench.now - 3600
            item.closureReason = book.words.closures.first
        }
        items = [try item(1, "fix", .done), try item(2, "configuration", .declined)]
        facts.notices = 2
        facts.reminders = 2
        facts.silenceEnds = Bench.now - 60
        for fact in [\CaseFacts.callerMayOpen, \.isCovered, \.isExpert, \.isOnShift, \.isCenterOpen] {
            facts[keyPath: fact] = true
        }
    }

    func item(_ ordinal: Int, _ kind: String, _ state: ItemState) throws -> ActionItem {
        ActionItem(
            id: ActionItemID(caseID: item.id, ordinal: ordinal), kind: kind, text: "Try it.", askedAt: now - 60,
            dueAt: nil, state: state)
    }

    /// What an act makes of the case.
    func outcome(_ act: Deed) throws -> Outcome {
        let change = try act.change(book.words)
        do throws(Refusal) {
            let decision = try decide(change, on: item, items: items, by: Bench.agent, at: now, facts, book)
            var next = item
            for change in decision.changes where change.field.name.hasPrefix("item ") == false {
                do { try next.set(change.field, to: change.new) } catch { Issue.record("\(error)") }
            }
            return Outcome(item: next, decision: decision)
        } catch {
            return Outcome(item: item, refusal: error)
        }
    }
}

/// What became of an act.
struct Outcome {
    var item: Case
    var decision: Decision?
    var refusal: Refusal?

    /// Where the case stands, or that it was refused.
    var words: String { refusal == nil ? item.status.code : "-" }
    /// The remarks of the event.
    var remarks: [String] { decision?.remarks.map(\.code) ?? [] }
}

/// An act of a person, by the words of the domain reference.
enum Deed: Sendable, CustomStringConvertible {
    case status(String, [String: String])
    case take, assign, reopen
    case escalate(String)
    case close(String, other: CaseID? = nil, text: String? = nil)
    case deny(String, person: String? = nil)
    case severity(String, String?)
    case request(String, String?)
    case handOver
    case plan(String)
    case manager

    /// The act as a test writes it when everything is given.
    static func whole(_ text: String) -> Deed {
        let parts = text.split(separator: " ").map(String.init)
        switch (parts[0], parts.dropFirst().first ?? "") {
        case ("take", _): return .take
        case ("assign", _): return .assign
        case ("reopen", _): return .reopen
        case ("escalate", _): return .escalate("Tried everything.")
        case ("deny", _): return .deny("updates")
        case ("severity", _): return .severity("2", "Agreed.")
        case ("hand-over", _): return .handOver
        case ("close", let reason): return .close(reason, other: CaseID(1_000_002), text: "Agreed.")
        case (_, let status): return .status(status, given[status] ?? [:])
        }
    }

    /// What the reference wants named in the waiting states, and what a denial cures.
    static let given = [
        "cust": ["awaited": "a trace"], "vendor": ["vendor": "Acme", "ticket": "A-1"],
        "hold": ["resume-date": "2026-04-01"], "wip": ["cure": "The update is installed."],
    ]

    func change(_ words: Vocabulary) throws -> CaseChange {
        switch self {
        case .status(let status, let given): .status(try #require(words.status(status)), given: given)
        case .take: .take
        case .assign: .assign(AgentID(2))
        case .reopen: .reopen
        case .escalate(let summary): .escalate(summary: summary)
        case .close(let reason, let other, let text):
            .close(try #require(words.closure(reason)), duplicateOf: other, text: text)
        case .deny(let ground, let person): .deny(ground: ground, person: person, text: nil)
        case .severity(let severity, let reason): .severity(try #require(words.severity(severity)), reason: reason)
        case .request(let severity, let reason):
            .requestSeverity(try #require(words.severity(severity)), reason: reason)
        case .handOver: .handOver(center: "dublin", text: "Night here.")
        case .plan(let plan): .fact(.plan, plan)
        case .manager: .fact(.criticalSituationManager, "AG-2")
        }
    }

    var description: String {
        switch self {
        case .status(let status, let given): "status \(status) \(given)"
        case .close(let reason, _, let text): "close \(reason) \(text ?? "-")"
        case .severity(let severity, let reason): "severity \(severity) \(reason ?? "-")"
        case .request(let severity, let reason): "request \(severity) \(reason ?? "-")"
        case .take: "take"
        case .assign: "assign"
        case .reopen: "reopen"
        case .escalate(let text): "escalate \(text)"
        case .deny(let ground, _): "deny \(ground)"
        case .handOver: "hand-over"
        case .plan(let plan): "plan \(plan)"
        case .manager: "manager"
        }
    }
}
