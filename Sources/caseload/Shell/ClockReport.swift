import CaseExchange
import CaseModel
import ConsoleCore

/// The clocks of a case as JSON.
struct ClockReport {
    /// The clocks.
    let clocks: CaseClocks
    /// The time at which they are looked at.
    let now: Timestamp
    /// The same in words.
    let sums: ClockSums

    /// The clocks at a time.
    init(_ clocks: CaseClocks, at now: Timestamp, _ events: [CaseEvent]) {
        self.clocks = clocks
        self.now = now
        sums = ClockSums(clocks, at: now, events)
    }

    private struct Part {
        let key: String
        let kind: Policy.ClockKind
        let clock: ResponseClock
    }

    private var parts: [Part] {
        [
            Part(key: "response", kind: .firstResponse, clock: clocks.response),
            Part(key: "followUp", kind: .followUp, clock: clocks.followUp),
        ]
    }

    /// The keys that scripts rely on: `policy`, `response`, `followUp`.
    var fields: [JSON.Field] {
        [.init("policy", JSON(clocks.item.policy))] + parts.map { .init($0.key, json($0)) }
    }

    private func json(_ part: Part) -> JSON {
        let state = part.clock.state(at: now)
        let sum = part.clock.sum(at: now)
        var facts: [JSON] = []
        var near: [JSON] = []
        if case .success(let answer)? = clocks.answer(part.kind) {
            facts = answer.facts.map { fact in
                .object([
                    .init("what", .string(fact.what)), .init("value", .string(fact.value)),
                    .init("sources", .array(fact.tags.map(JSON.string))),
                ])
            }
            near = answer.nearly.map { line in
                .object([
                    .init("line", .string(line.line)), .init("value", .string(line.value)),
                    .init("because", .string(line.because)),
                ])
            }
        }
        let promises = state.promises.map { promise in
            JSON.object([
                .init("by", .number(Int64(promise.madeBy))), .init("at", JSON(describing: promise.madeAt)),
                .init("due", JSON(describing: promise.due)), .init("target", .string(promise.rule.target.description)),
                .init("replacedBy", promise.replacedBy.map { .number(Int64($0)) } ?? .null),
                .init("missed", .bool(promise.wasMissed)),
            ])
        }
        return .object([
            .init("state", .string(state.phase.rawValue)), .init("due", JSON(describing: state.due)),
            .init("target", JSON(sum?.rule.target.description)),
            .init("coverage", JSON(sum?.rule.coverage.rawValue)), .init("zone", JSON(sum?.rule.calendar.zone.name)),
            .init("counted", .number(state.elapsed)),
            .init("remaining", state.remaining.map { .number($0) } ?? .null),
            .init("rule", .array(facts)), .init("near", .array(near)), .init("promises", .array(promises)),
            .init(
                "steps",
                .array(
                    (sum?.steps ?? []).map { step in
                        .object([
                            .init("from", JSON(describing: step.from)), .init("to", JSON(describing: step.to)),
                            .init("seconds", .number(step.counted)), .init("reason", .string(sums.reason(step))),
                        ])
                    })),
        ])
    }
}
