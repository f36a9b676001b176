import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `route ID`, or `route --type T --region R [--product P] [--language L] [--plan P] [--severity N] [--at TIME]`.
    func route(_ call: CommandCall) async throws(Failure) -> ExitCode {
        if let reference = call.words.first {
            let options = call.options.keys.filter { $0 != .at }.map { "--\($0.rawValue)" }.sorted()
            guard call.words.count == 1, options.isEmpty else {
                throw .usage("route takes one case, or options for one that need not be. Usage: \(usage(call))")
            }
            return try await print(try await caseQuestion(reference, at: try instant(call)))
        }
        guard let type = call.options[.type], let region = call.options[.region] else {
            throw .usage("route needs --type and --region. Usage: \(usage(call))")
        }
        let question = RouteQuestion(
            type: type.lowercased(), region: region.lowercased(), product: call.options[.product],
            language: call.options[.language],
            plans: (call.options[.plan] ?? "").split(separator: "+").map { $0.lowercased() },
            severity: call.options[.severity], center: call.options[.center]?.lowercased(), at: try instant(call))
        return try await print(question)
    }

    /// What a case asks: its words are those of the policy in force, as far as that still has them.
    private func caseQuestion(_ reference: String, at now: Timestamp) async throws(Failure) -> RouteQuestion {
        let store = try await openForReading()
        let id = try await find(reference, in: store)
        do throws(StoreError) {
            return RouteQuestion(case: try await store.caseFile(id).item, at: now)
        } catch {
            throw Failure(error)
        }
    }

    /// Answers a question of where something belongs.
    func print(_ question: RouteQuestion) async throws(Failure) -> ExitCode {
        let (book, agents) = try await bookAndAgents()
        let policy = book.inForce
        let answer: RouteAnswer
        do throws(PolicyQuestionProblem) {
            answer = try Router(policy, agents: agents, zones: book.zones).route(question)
        } catch {
            throw Failure(error)
        }
        if wantsJSON {
            try printJSON(routeJSON(answer, policy))
        } else {
            for line in lines(answer, policy) { try data.line(Shown(detail: line)) }
        }
        return .done
    }

    private func lines(_ answer: RouteAnswer, _ policy: Policy) -> [String] {
        var lines = answer.steps.map { step in
            let name = step.what + String(repeating: " ", count: max(0, 10 - step.what.unicodeScalars.count))
            let credit = step.tags.isEmpty ? "" : " \(policy.credit(step.tags))"
            return "\(name)\(step.value): \(step.because)\(credit)"
        }
        if answer.isFastTrack { lines.append("fast      before others of the same severity") }
        if !answer.managers.isEmpty { lines.append("May take charge:") }
        lines += answer.managers.prefix(8).map { "  \($0.agent.name): \($0.reasons.joined(separator: "; "))" }
        if answer.engineers.count > 1 { lines.append("Would fit as well, the best first:") }
        lines += answer.engineers.dropFirst().prefix(8).map {
            "  \($0.agent.name): \($0.reasons.joined(separator: "; "))"
        }
        lines += answer.warnings.map { warning in
            let credit = warning.tags.isEmpty ? "" : " \(policy.credit(warning.tags))"
            return "warning   \(warning.message) \(warning.remedy)\(credit)"
        }
        return lines + ["Policy: \(policy.edition.name)"]
    }

    /// Where something belongs, as scripts read it.
    func routeJSON(_ answer: RouteAnswer, _ policy: Policy) -> JSON {
        func named(_ code: String?, _ name: String?) -> JSON {
            guard let code, let name else { return .null }
            return .object([.init("id", .string(code)), .init("name", .string(name))])
        }
        let question = answer.question
        return .object([
            .init("type", .string(question.type)), .init("region", JSON(question.region)),
            .init("product", JSON(question.product)), .init("language", JSON(question.language)),
            .init("plans", .array(question.plans.map(JSON.string))), .init("severity", JSON(question.severity)),
            .init("at", JSON(describing: question.at)), .init("team", named(answer.team?.code, answer.team?.name)),
            .init("role", named(answer.role?.code, answer.role?.name)), .init("fastTrack", .bool(answer.isFastTrack)),
            .init("coverage", JSON(answer.coverage?.rawValue)),
            .init("center", answer.center.map { .object(centerJSON($0, policy)) } ?? .null),
            .init("engineer", answer.engineers.first.map(json) ?? .null),
            .init("others", .array(answer.engineers.dropFirst().map(json))),
            .init("command", named(answer.command?.code, answer.command?.name)),
            .init("managers", .array(answer.managers.map(json))),
            .init(
                "steps",
                .array(
                    answer.steps.map { step in
                        .object([
                            .init("what", .string(step.what)), .init("value", .string(step.value)),
                            .init("because", .string(step.because)),
                            .init("sources", .array(step.tags.map(JSON.string))),
                        ])
                    })),
            .init(
                "warnings",
                .array(
                    answer.warnings.map { warning in
                        .object([
                            .init("rule", .string(warning.rule)), .init("message", .string(warning.message)),
                            .init("remedy", .string(warning.remedy)),
                            .init("sources", .array(warning.tags.map(JSON.string))),
                        ])
                    })),
            .init("policy", .string(policy.edition.name)),
        ])
    }

    private func json(_ candidate: RouteAnswer.Candidate) -> JSON {
        .object(
            [
                .init("id", JSON(describing: candidate.agent.id)), .init("name", .string(candidate.agent.name)),
                .init("knowledge", candidate.knowledge.map { .string("\($0)") } ?? .null),
                .init("speaks", candidate.speaks.map(JSON.bool) ?? .null), .init("inCenter", .bool(candidate.isThere)),
            ] + presenceJSON(candidate.presence) + [
                .init("reasons", .array(candidate.reasons.map(JSON.string)))
            ])
    }
}
