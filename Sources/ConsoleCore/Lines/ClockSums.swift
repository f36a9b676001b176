public import CaseModel

/// The clocks of a case as sums to read: how each stands, by which rule, and what counted (domain 2.3).
public struct ClockSums {
    private let clocks: CaseClocks
    private let now: Timestamp
    /// The history, for the words of pauses.
    private let events: [CaseEvent]

    /// The clocks at a time.
    public init(_ clocks: CaseClocks, at now: Timestamp, _ events: [CaseEvent]) {
        self.clocks = clocks
        self.now = now
        self.events = events
    }

    private struct Part {
        let title: String
        let kind: Policy.ClockKind
        let clock: ResponseClock
    }

    private var parts: [Part] {
        [
            Part(title: "First response", kind: .firstResponse, clock: clocks.response),
            Part(title: "Next answer", kind: .followUp, clock: clocks.followUp),
        ]
    }

    /// How each clock stands, in a line.
    public func brief(_ zone: Zone) -> [String] {
        parts.map { part in
            let state = part.clock.state(at: now)
            return "\(part.title): \(words(state, part.clock, zone))"
        }
    }

    /// The whole sums.
    ///
    /// - Parameter width: the cells of a line; where a source has no room behind its value it stands below it.
    public func lines(_ display: Zone, width: Int = .max) -> [String] {
        let (item, edition) = (clocks.item, clocks.edition)
        let plan = item.plan.map { edition?.names(ofPlans: item.plans).joined(separator: " + ") ?? $0 }
        let region = item.region.map { code in edition?.places.regions.first { $0.code == code }?.name ?? code }
        var lines = [
            "\(item.id), severity \(item.severity.code), \(plan ?? "no plan"), \(region ?? "no region")"
        ]
        if let policy = clocks.edition { lines.append("  policy      \(policy.edition.name)") }
        for part in parts {
            let state = part.clock.state(at: now)
            lines.append("\(part.title): \(words(state, part.clock, display))")
            switch clocks.answer(part.kind) {
            case nil: lines.append("  There is no clock: the case has no plan, no region, or no policy edition.")
            case .failure(let problem): lines.append("  There is no clock: \(problem)")
            case .success(let answer): lines += rule(answer, width)
            }
            lines += promises(state)
            lines += sum(part.clock)
        }
        return lines
    }

    private func words(_ state: ClockState, _ clock: ResponseClock, _ zone: Zone) -> String {
        guard state.phase != .none else { return "no clock" }
        let due =
            state.due.map { "due \(shown($0, zone)) \(zone.name)" } ?? state.never?.description ?? "no due time now"
        let left = state.remaining.map { $0 >= 0 ? ", \(Span.long($0)) left" : ", \(Span.long(-$0)) late" } ?? ""
        return "\(state.phase.rawValue), \(due)" + (state.phase == .running || state.phase == .breached ? left : "")
    }

    private func rule(_ answer: PolicyRule, _ width: Int) -> [String] {
        guard let policy = clocks.edition else { return [] }
        let credits = answer.facts.map { policy.credit($0.tags) }
        let longest = credits.map(\.unicodeScalars.count).max() ?? 0
        var lines = zip(answer.facts, credits).flatMap { fact, credit in
            let head = "  \(padded(fact.what, 12))"
            guard width < 65 + longest else { return ["\(head)\(padded(fact.value, 50)) \(credit)"] }
            return [head + fact.value, "\(String(repeating: " ", count: 14))\(credit)"]
        }
        for near in answer.nearly { lines.append("  near        \(near.line), \(near.value): \(near.because)") }
        return lines
    }

    private func promises(_ state: ClockState) -> [String] {
        // While a clock only paused, nothing was promised that could be kept or broken.
        let told = state.promises.filter { $0.due != nil || $0.replacedBy == nil }
        guard told.count > 1 else { return [] }
        return told.map { promise in
            let zone = promise.rule.calendar.zone
            let due = promise.due.map { "due \(shown($0, zone))" } ?? "no due time then"
            let end = promise.replacedBy.map { "until \(event($0))" } ?? "in force"
            return "  promised    \(due), \(promise.rule.target), by \(event(promise.madeBy)), \(end)"
        }
    }

    private func sum(_ clock: ResponseClock) -> [String] {
        guard let sum = clock.sum(at: now) else { return [] }
        let zone = sum.rule.calendar.zone
        var lines = ["  Sum, on the clocks of \(zone.name):"]
        for step in sum.steps {
            let length = step.counted > 0 ? Span.long(step.counted) : "-"
            lines.append(
                "    \(shown(step.from, zone)) to \(shown(step.to, zone))  \(padded(length, 9)) \(reason(step))")
        }
        // A business day has no 24 hours, so that its hours are not made days of.
        let isBusiness = sum.rule.coverage == .business
        let counted = isBusiness && sum.counted >= 86_400 ? hours(sum.counted) : Span.long(sum.counted)
        lines.append("    counted \(counted) of \(sum.rule.target)")
        if sum.isUncertain {
            lines.append(
                "    Nobody said that the holidays of the calendar \(sum.rule.calendar.name) are complete for these days."
            )
        }
        return lines
    }

    private func hours(_ seconds: Int64) -> String {
        let minutes = seconds / 60
        return "\(minutes / 60)h" + (minutes % 60 == 0 ? "" : " \(minutes % 60)m")
    }

    /// Why a stretch counted or not, with the events that paused it.
    public func reason(_ step: ClockSum.Step) -> String {
        guard case .paused(let by, let until) = step.reason else { return step.words }
        return "paused by \(event(by))" + (until.map { ", until \(event($0))" } ?? "")
    }

    /// An event by its place and what it did: `event 4 (set status to hold, Ada Ellis)`.
    private func event(_ seq: Int) -> String {
        guard let event = events.first(where: { $0.seq == seq }) else { return "the change" }
        let status = event.changes.first { $0.field == .status }?.new.map { "status \($0)" }
        let severity = event.changes.first { $0.field == .severity }?.new.map { "severity \($0)" }
        let what = [severity, status].compactMap { $0 }.joined(separator: ", ")
        return "event \(seq) (\(event.action.rawValue)\(what.isEmpty ? "" : ": \(what)"), \(event.actor.name))"
    }

    private func shown(_ instant: Timestamp, _ zone: Zone) -> String {
        let local = zone.local(instant)
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let (day, month) = (local.day.day, Timeline.monthName(local.day.month))
        return "\(names[local.day.weekday - 1]) \(day) \(month) \(local.day.year) \(local.clockText)"
    }
}
