import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// One account: who at the provider is its point of contact first, then what it runs, and what is missing
    /// (domain 11, rows 47 to 49).
    func showAccount(_ name: String) async throws(Failure) {
        let store = try await openForReading()
        let book = try await policies(store)
        let policy = book.inForce
        let account = try await account(name, store)
        let page = try await accountPage(account, policy, store)
        if wantsJSON {
            let more = page.json(policy) { person in
                presenceJSON(policy.presence(of: person.agent, at: clock.now, zones: book.zones))
            }
            // An array of one, as lists are.
            return try printJSON([.object(accountJSON(account) + more)])
        }
        try print([account])
        if form == .table {
            for person in page.assigned {
                let presence = policy.presence(of: person.agent, at: clock.now, zones: book.zones)
                let principal = person.isPrincipal ? ", principal point of contact" : ""
                let words = "\(person.agent.name), \(person.role.name)\(principal): \(hours(presence))"
                try data.line(Shown(detail: words))
            }
            for record in page.environments {
                let critical = record.flag("critical") == true ? ", critical" : ""
                let reviewed = record.day("reviewed").map { ", objectives reviewed \($0)" } ?? ""
                try data.line(Shown(detail: "\(record.id) \(record.title)\(critical)\(reviewed)"))
                if let text = record["objectives"] { try data.line(Shown(detail: "  \(text)")) }
            }
            for line in referenceLines(.account, policy) { try data.line(Shown(detail: line)) }
        }
        try data.flush()
        for gap in page.gaps {
            let credit = policy.credit(gap.plan.origin.tags(of: "roles") + gap.role.origin.tags(of: "assigned"))
            try say(Shown(detail: "\(gap.message) \(gap.remedy) \(credit)"))
        }
    }

    private func accountPage(
        _ account: Account, _ policy: Policy, _ store: any CaseStore
    ) async throws(Failure) -> AccountPage {
        do throws(StoreError) {
            let environments = try await store.records(RecordQuery(.environment, of: [account.id])).records
            let facts = try await store.coverFacts(of: account)
            let answer = cover(CoverQuestion(day: today), facts, CoverTerms(policy))
            let plans = Set(answer.covering.compactMap(\.plan)).sorted()
            let assigned = policy.assigned(environments, among: try await store.agents())
            return AccountPage(
                environments: environments, assigned: assigned, plans: plans,
                gaps: policy.missing(assigned, under: plans, on: today))
        } catch {
            throw Failure(error)
        }
    }
}

/// What belongs to an account beside its own facts.
struct AccountPage {
    /// What it runs.
    let environments: [Record]
    /// Who is assigned to it, the principal point of contact first.
    let assigned: [Assigned]
    /// The plans that cover it today.
    let plans: [String]
    /// Whom it lacks.
    let gaps: [AssignmentGap]

    /// The page, as scripts read it.
    func json(_ policy: Policy, _ presence: (Assigned) -> [JSON.Field]) -> [JSON.Field] {
        let people = assigned.map { person in
            JSON.object(
                [
                    .init("id", JSON(describing: person.agent.id)), .init("name", .string(person.agent.name)),
                    .init("role", .string(person.role.code)), .init("principal", .bool(person.isPrincipal)),
                    .init("environments", .array(person.environments.map { .string($0.description) })),
                ] + presence(person))
        }
        return [
            .init("plans", .array(plans.map(JSON.string))), .init("assigned", .array(people)),
            .init("environments", .array(environments.map { .string($0.id.description) })),
            .init(
                "warnings",
                .array(
                    gaps.map { gap in
                        .object([
                            .init("rule", .string("not-assigned")), .init("role", .string(gap.role.code)),
                            .init("message", .string(gap.message)), .init("remedy", .string(gap.remedy)),
                        ])
                    })),
        ]
    }
}
