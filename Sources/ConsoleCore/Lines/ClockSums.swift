public import CaseModel

/// The clocks of a case as sums to read: how each stands, by which rule, and what counted (domain 2.3).
public struct ClockSums {
    private let clocks: CaseClocks
    private let now: Timestamp
    /// The history, for the words of pauses.
    private let events: [CaseEvent]
    /// Why nothing covers the case, in sentences; nil where something does, or nothing is known of it.
    private let uncovered: String?

    /// The clocks at a time.
    ///
    /// - Parameter uncovered: why nothing covers the case, in sentences; nil where something does.
    public init(_ clocks: CaseClocks, at now: Timestamp, _ events: [CaseEvent], uncovered: String? = nil) {
        self.uncovered = uncovered
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
            Part(title: "Follow-up", kind: .followUp, clock: clocks.followUp),
        ]
    }

    /// How each clock stands, in a line.
    public func brief(_ zone: Zone) -> [String] {
        parts.map { part in
            let state = part.clock.state(at: now)
            return "\(part.title): \(words(state, part, zone))\(promise(part, zone))"
        }
    }

    /// The whole sums, in sentences: which promise it is, by which rule, and what counted towards it; and what would
    /// stand otherwise after changes.
    ///
    /// - Throws: for a value that fits no field.
    public func lines(_ display: Zone, with others: [[FieldChange]] = []) throws(ValueProblem) -> [String] {
        let item = clocks.item
        let plans = clocks.edition?.names(ofPlans: item.plans).joined(separator: " + ") ?? item.plan ?? ""
        let region = item.region.map { clocks.edition?.region($0)?.name ?? $0 }
        let plan = plans.isEmpty ? "no plan" : uncovered == nil ? plans : "logged with \(plans)"
        var lines = ["\(item.id), severity \(item.severity.code), \(plan), \(region ?? "no region")"]
        if let uncovered {
            lines.append("  Not covered: \(uncovered)")
            if !plans.isEmpty { lines.append("  What follows is what that plan promises whoever it covers.") }
        }
        if let policy = clocks.edition { lines.append("  By the policy “\(policy.edition.name)”.") }
        for part in parts {
            let state = part.clock.state(at: now)
            lines.append("\(part.title): \(words(state, part, display))\(promise(part, display))")
            switch clocks.answer(part.kind) {
            case nil: lines.append("  There is no clock: the case has no plan, no region, or no policy edition.")
            case .failure(let problem): lines.append("  There is no clock: \(problem)")
            case .success(let answer): lines += rule(answer)
            }
            lines += promises(state, display)
            lines += sum(part.clock, display)
        }
        for changes in others {
            let words = changes.filter { $0.field != .policy }.map { "\($0.field.name) \($0.new ?? "none")" }
            lines.append("With \(words.joined(separator: ", ")), from now on:")
            let (present, after) = (brief(display), try clocks.after(changes, at: now))
            let other = ClockSums(after, at: now, events).brief(display).filter { !present.contains($0) }
            lines += other.isEmpty ? ["  Both clocks stay as they are."] : other.map { "  " + $0 }
        }
        let legend = clocks.edition?.legend(of: lines) ?? []
        if !legend.isEmpty { lines += ["Sources"] + legend.map { "  " + $0 } }
        return lines
    }

    /// What a person promised besides, which no rule computes.
    private func promise(_ part: Part, _ zone: Zone) -> String {
        guard part.kind == .followUp, clocks.item.status.isOpen, let at = clocks.item.promisedUpdate else { return "" }
        return "; an update is promised for \(shown(at, zone)) \(zone.name)"
    }

    private func words(_ state: ClockState, _ part: Part, _ zone: Zone) -> String {
        let clock = part.clock
        guard state.phase != .none else { return "no clock runs" + standing(part, zone) }
        let due =
            state.due.map { "due \(shown($0, zone)) \(zone.name)" } ?? state.never?.description ?? "no due time now"
        // As lists tell it: by everybody's clock, not by what counts, which the sum tells.
        let left = state.due.map { $0 - (clock.over ?? now) } ?? 0
        switch state.phase {
        case .running: return "running, \(due)" + (state.due == nil ? "" : ", \(Span.long(left)) left")
        case .breached: return "\(clock.over == nil ? "overdue" : "missed"), \(due), \(Span.long(-left)) late"
        case .paused: return "paused, \(due)" + (waiting(zone).map { ": \($0); it runs on once that is over" } ?? "")
        default: return "\(state.phase.rawValue), \(due)"
        }
    }

    /// Why the clock that follows the first response does not run, and what starts it; empty where a rule is missing,
    /// which is told below, or the case is over.
    private func standing(_ part: Part, _ zone: Zone) -> String {
        let item = clocks.item
        guard part.kind == .followUp, item.status.isOpen, case .success? = clocks.answer(part.kind) else { return "" }
        guard item.firstResponseAt != nil else { return ": it follows the first response" }
        let start = "the customer's next word starts it"
        guard let waits = waiting(zone) else { return ": nothing the customer said is unanswered; \(start)" }
        return ": \(waits); \(start), and it runs once the wait is over"
    }

    /// That the case waits, since when and for what; nil for one that does not.
    private func waiting(_ zone: Zone) -> String? {
        let item = clocks.item
        guard item.status.isWaiting else { return nil }
        let since = events.since(item.status).map { " since \(shown($0, zone))" } ?? ""
        let kinds = clocks.edition?.duties.items ?? []
        let given = item.status.needs.compactMap { need in
            item.given[need].map { value in
                let words = kinds.first { $0.code == value }?.name ?? value
                return item.status.needs.count == 1 ? words : "\(need.withoutHyphens) \(words)"
            }
        }
        let what = given.isEmpty ? "" : " (\(given.joined(separator: ", ")))"
        return "the case is “\(item.status.words)”\(since)\(what)"
    }

    private func rule(_ answer: PolicyRule) -> [String] {
        guard let policy = clocks.edition else { return [] }
        var lines = answer.sentences(policy).map { "  " + $0 }
        for near in answer.nearly {
            lines.append("  Near, but not used: \(near.line), \(near.value): \(near.because).")
        }
        return lines
    }

    private func promises(_ state: ClockState, _ zone: Zone) -> [String] {
        // While a clock only paused, nothing was promised that could be kept or broken.
        let told = state.promises.filter { $0.due != nil || $0.replacedBy == nil }
        guard told.count > 1 else { return [] }
        return told.map { promise in
            let due = promise.due.map { "due \(shown($0, zone))" } ?? "no due time then"
            let end = promise.replacedBy.map { "until \(event($0))" } ?? "in force now"
            return "  Promised by \(event(promise.madeBy)): \(promise.rule.target), \(due), \(end)."
        }
    }

    private func sum(_ clock: ResponseClock, _ zone: Zone) -> [String] {
        guard let sum = clock.sum(at: now) else { return [] }
        // One clock for every time that is told; whose days and hours count is named where those are others.
        let own = sum.rule.calendar.zone.name
        let other = own == zone.name ? "" : ", where days and hours are those of \(own)"
        var lines = ["  What counted, step by step, on the clocks of \(zone.name)\(other):"]
        for step in sum.steps {
            let isSameDay = zone.local(step.from).day == zone.local(step.to).day
            let end = isSameDay ? zone.local(step.to).clockText : shown(step.to, zone)
            let isCounted = step.counted > 0 || step.reason == .counted
            let what = isCounted ? "\(Span.long(step.counted)) \(step.words)" : "not counted, \(reason(step))"
            lines.append("    \(shown(step.from, zone)) to \(end): \(what)")
        }
        // A business day has no 24 hours, so that its hours are not made days of.
        let isBusiness = sum.rule.coverage == .business
        let counted = isBusiness && sum.counted >= 86_400 ? hours(sum.counted) : Span.long(sum.counted)
        let due = sum.due.map { ": due \(shown($0, zone))" } ?? ""
        lines.append("    Together \(counted) counted of \(sum.rule.target)\(due)")
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

    /// An event by its place in the history and what it did: `event 4 (change by Ada Ellis: status On Hold)`.
    private func event(_ seq: Int) -> String {
        guard let event = events.first(where: { $0.seq == seq }) else { return "the change" }
        let statuses = clocks.edition?.lifeCycle.statuses ?? []
        let status = event.changes.first { $0.field == .status }?.new.map { code in
            "status \(statuses.first { $0.code == code }?.name ?? code)"
        }
        let severity = event.changes.first { $0.field == .severity }?.new.map { "severity \($0)" }
        let what = [severity, status].compactMap { $0 }.joined(separator: ", ")
        return "event \(seq) (\(event.action.noun) by \(event.actor.name)\(what.isEmpty ? "" : ": \(what)"))"
    }

    /// An instant as people write it; the year where it is another than that of now.
    private func shown(_ instant: Timestamp, _ zone: Zone) -> String {
        let (local, today) = (zone.local(instant), zone.local(now).day)
        let day = local.day.year == today.year ? local.day.inShort : local.day.inWords
        return "\(Timeline.weekdayName(local.day.weekday)) \(day) \(local.clockText)"
    }
}
