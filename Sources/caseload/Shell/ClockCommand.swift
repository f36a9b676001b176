import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `clock --plan P --severity N --region R --opened LOCALTIME`: due time and worked sum of a case that need not be.
    func clock(_ call: CommandCall) async throws(Failure) -> ExitCode {
        try expectNoWords(call)
        guard let plan = call.options[.plan], let severity = call.options[.severity],
            let region = call.options[.region], let typed = call.options[.opened]
        else { throw .usage("clock needs --plan, --severity, --region and --opened. Usage: \(usage(call))") }
        let policy = try await policyOfStore()
        let days = try holidays(call)
        let year = try day(typed).year
        let zones = { (name: String) -> Zone? in
            HostZones.zone(named: name, years: max(1, year - 2)...min(9999, year + 12))
        }
        let answer: PolicyRule
        do throws(PolicyQuestionProblem) {
            answer = try policy.rule(
                plan: plan.split(separator: "+").map(String.init), severity: severity, region: region,
                kind: call.options[.kind], holidays: days, zones: zones)
        } catch {
            throw Failure(error)
        }
        let zone = answer.region.zone
        guard let local = zones(zone) else { throw Failure(.noZone(zone)) }
        let opened = Timestamp(iso: typed) ?? LocalTime(iso: typed).map { local.instant($0) }
        guard let opened else { throw badTime(typed) }
        let question = ClockQuestion(
            plan: plan, severity: severity, answer: answer, zone: local, sum: answer.rule.sum(from: opened))
        if wantsJSON {
            try printJSON(question.json)
        } else {
            for line in question.lines(policy) { try data.line(Shown(detail: line)) }
        }
        return .done
    }

    private func day(_ typed: String) throws(Failure) -> CivilDay {
        if let instant = Timestamp(iso: typed) { return LocalTime(instant, offset: 0).day }
        guard let local = LocalTime(iso: typed) else { throw badTime(typed) }
        return local.day
    }

    private func badTime(_ typed: String) -> Failure {
        .usage("--opened needs a time, like 2026-03-06T20:30 or 2026-03-06T20:30:00-05:00, not \(typed).")
    }

    private func holidays(_ call: CommandCall) throws(Failure) -> [CivilDay: String] {
        var days: [CivilDay: String] = [:]
        for text in (call.options[.holiday] ?? "").split(separator: ",") {
            guard text.utf8.count == 10, let local = LocalTime(iso: text) else {
                throw .usage("--holiday needs a day, like 2026-04-03, not \(text).")
            }
            days[local.day] = ""
        }
        return days
    }
}

extension Failure {
    /// A question that the policy cannot answer.
    init(_ problem: PolicyQuestionProblem) {
        switch problem {
        case .unknown: self.init(.notFound, problem.description)
        case .noTargets, .noTarget, .noCoverage, .several: self.init(.refused, problem.description)
        case .noZone: self.init(.failed, problem.description)
        }
    }
}

/// A hypothetical case with its clock, as JSON and as a sum to read.
struct ClockQuestion {
    /// The plans as they were typed.
    let plan: String
    /// The severity as it was typed.
    let severity: String
    /// What the policy says.
    let answer: PolicyRule
    /// The zone of the region.
    let zone: Zone
    /// The worked sum.
    let sum: ClockSum

    /// The object that scripts rely on.
    var json: JSON {
        var counted: Int64 = 0
        let steps = sum.steps.map { step in
            // Whole minutes whose sum is right, also where a case was opened between two minutes.
            let before = counted / 60
            counted += step.counted
            return JSON.object([
                .init("from", JSON(describing: step.from)), .init("to", JSON(describing: step.to)),
                .init("minutes", .number(counted / 60 - before)), .init("reason", .string(step.words)),
            ])
        }
        return .object([
            .init("plan", .string(plan)), .init("severity", Int64(severity).map(JSON.number) ?? .string(severity)),
            .init("region", .string(answer.region.code)), .init("zone", .string(zone.name)),
            .init("opened", JSON(describing: sum.opened)), .init("due", JSON(describing: sum.due)),
            .init("target", .string(sum.rule.target.description)), .init("strict", .bool(sum.rule.target.isStrict)),
            .init("coverage", .string(sum.rule.coverage.rawValue)), .init("steps", .array(steps)),
        ])
    }

    /// The sum in lines.
    func lines(_ policy: Policy) -> [String] {
        var lines = ["\(plan), severity \(severity), \(answer.region.name), \(answer.kind) case"]
        for fact in answer.facts {
            lines.append("  \(padded(fact.what, 12))\(padded(fact.value, 50)) \(policy.credit(fact.tags))")
        }
        let edge = sum.rule.target.isStrict ? ", and must be answered before" : ""
        lines.append("  \(padded("opened", 12))\(shown(sum.opened))")
        lines.append("  \(padded("due", 12))" + (sum.due.map { shown($0) + edge } ?? sum.never?.description ?? "never"))
        if !sum.steps.isEmpty { lines.append("Sum, on the clocks of \(zone.name):") }
        for step in sum.steps {
            let length = step.counted > 0 ? Span.long(step.counted) : "-"
            lines.append("  \(shown(step.from)) to \(shown(step.to))  \(padded(length, 9)) \(step.words)")
        }
        if !answer.nearly.isEmpty { lines.append("Near, and not used:") }
        for near in answer.nearly { lines.append("  \(near.line), \(near.value): \(near.because)") }
        if sum.isUncertain {
            lines.append(
                "Nobody said that the holidays of the calendar \(sum.rule.calendar.name) are complete for these days.")
        }
        lines.append("Policy: \(policy.edition.name)")
        return lines
    }

    private func shown(_ instant: Timestamp) -> String {
        let local = zone.local(instant)
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let seconds = local.second > 0 ? ":\(local.second < 10 ? "0" : "")\(local.second)" : ""
        return "\(names[local.day.weekday - 1]) \(local.day) \(local.clockText)\(seconds)"
    }
}
