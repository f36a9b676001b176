import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `entitlement check --account A [--contact C] [--product P] [--severity N] [--on DAY]`.
    func checkCover(_ call: CommandCall) async throws(Failure) -> ExitCode {
        guard let name = call.options[.account] else {
            throw .usage("entitlement check needs --account. Usage: \(usage(call))")
        }
        var question = CoverQuestion(day: today, product: call.options[.product])
        if let text = call.options[.on], text != "today" {
            guard let day = CivilDay(iso: text) else { throw .usage("--on is a day like 2026-03-09, not \(text).") }
            question.day = day
        }
        let store = try await openForReading()
        let policies = try await policies(store)
        if let text = call.options[.severity] {
            guard let severity = policies.words.severity(text) else {
                let known = policies.words.severities.map(\.code).joined(separator: ", ")
                throw .usage("--severity is one of \(known), not \(text).")
            }
            question.severity = severity
        }
        let account = try await account(name, store)
        if let text = call.options[.contact] {
            question.caller =
                try await caller(text, at: [account.id, nil], store).map { .contact($0) } ?? .stranger(text)
        }
        let facts: CoverFacts
        do throws(StoreError) {
            facts = try await store.coverFacts(of: account)
        } catch {
            throw Failure(error)
        }
        // A contract ends at the customer's midnight, wherever the question is asked.
        if call.options[.on] == nil, let region = facts.accounts.lazy.compactMap(\.region).first {
            question.day = policies.day(of: clock.now, in: region)
        }
        let policy = policies.inForce
        let answer = cover(question, facts, CoverTerms(policy))
        if wantsJSON {
            try printJSON(json(answer, question, account))
        } else {
            try print(answer, question, account, policy)
        }
        return answer.mayCall ? .done : .refused
    }

    private func print(
        _ answer: CoverAnswer, _ question: CoverQuestion, _ account: Account, _ policy: Policy
    ) throws(Failure) {
        let what = question.product ?? "any product"
        let until = answer.untilWords(today: question.day).map { " \($0)" } ?? ""
        var word = answer.isEntitled ? "covered\(until)" : "not covered"
        if answer.isEntitled, let caller = answer.caller, !caller.reasons.isEmpty {
            word += ", but \(caller.name) may not call"
        }
        try data.line(Shown(detail: "\(account.name) (\(account.id)), \(what), on \(question.day): \(word)."))
        for item in answer.covering {
            let plan = item.plan.map { ", plan \($0)" } ?? ""
            let last = item.until.map { ", until \($0)" } ?? ""
            try data.line(Shown(detail: "  by \(item.record): \(item.product ?? "every product")\(plan)\(last)"))
        }
        if let caller = answer.caller, caller.reasons.isEmpty {
            let codes = caller.severities.map(\.code).joined(separator: ", ")
            let what = codes.isEmpty ? "; nothing is covered" : ", severity \(codes)"
            try data.line(Shown(detail: "\(caller.name) may call\(what)."))
        }
        let reasons = answer.reasons.map { reason in
            let credit = reason.source.isEmpty ? "" : " \(policy.credit(reason.source))"
            return "  why not: \(reason.message) \(reason.remedy)\(credit)"
        }
        for line in reasons { try data.line(Shown(detail: line)) }
        let names = answer.callers.map { "\($0.name) (\($0.contact?.description ?? ""))" }
        let list = names.isEmpty ? "nobody" : names.joined(separator: ", ")
        try data.line(Shown(detail: "May call: \(list)."))
        for line in policy.legend(of: reasons) { try data.line(Shown(detail: "Source: \(line)")) }
        for line in referenceLines(.entitlement, policy) { try data.line(Shown(detail: line)) }
    }

    /// Whether a customer is covered, as scripts rely on it.
    func json(_ answer: CoverAnswer, _ question: CoverQuestion, _ account: Account) -> JSON {
        .object([
            .init("covered", .bool(answer.mayCall)), .init("entitled", .bool(answer.isEntitled)),
            .init(
                "account",
                .object([.init("id", JSON(describing: account.id)), .init("name", .string(account.name))])),
            .init("product", JSON(question.product)), .init("day", JSON(describing: question.day)),
            .init("severity", question.severity.map(CaseJSON.code) ?? .null),
            .init("until", JSON(describing: answer.until)), .init("by", .array(answer.covering.map(json))),
            .init("notBy", .array(answer.failing.map(json))), .init("caller", answer.caller.map(json) ?? .null),
            .init("callers", .array(answer.callers.map(json))), .init("reasons", .array(answer.reasons.map(json))),
        ])
    }

    private func json(_ item: CoverAnswer.Item) -> JSON {
        .object([
            .init("id", JSON(describing: item.record)), .init("product", JSON(item.product)),
            .init("plan", JSON(item.plan)), .init("until", JSON(describing: item.until)),
            .init("severities", json(item.severities)), .init("reasons", .array(item.reasons.map(json))),
        ])
    }

    private func json(_ caller: CoverAnswer.Caller) -> JSON {
        .object([
            .init("id", JSON(describing: caller.contact)), .init("name", .string(caller.name)),
            .init("appointment", JSON(describing: caller.appointment)), .init("severities", json(caller.severities)),
            .init("reasons", .array(caller.reasons.map(json))),
        ])
    }

    private func json(_ reason: CoverReason) -> JSON {
        .object([
            .init("rule", .string(reason.rule)), .init("about", JSON(reason.about)),
            .init("message", .string(reason.message)), .init("remedy", .string(reason.remedy)),
            .init("source", reason.source.isEmpty ? .null : .string(reason.source.joined(separator: ", "))),
        ])
    }

    private func json(_ severities: [Severity]) -> JSON { .array(severities.map(CaseJSON.code)) }
}
