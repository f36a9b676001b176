// What the conditions of the policy mean. A policy chooses where each holds and how strongly; it cannot invent one,
// because somebody has to look.

extension Attempt {
    /// Whether a condition holds; nil for a code that means nothing to the program.
    func holds(_ condition: String) -> Bool? {
        guard let test = Attempt.tests[condition] else { return nil }
        return test(self)
    }

    /// The codes at which the program can look.
    static let conditions = Set(tests.keys)

    private static let tests: [String: @Sendable (Attempt) -> Bool] = [
        "account-known": { $0.item.account != nil },
        "caller-may-open": { $0.facts.callerMayOpen ?? true },
        "caller-known": { $0.item.contact != nil },
        "troubleshooting-answered": { $0.troubleshooting != nil },
        "logged-live": { attempt in
            attempt.policy.intake.channels.contains { $0.code == attempt.item.channel?.code && $0.isForCritical }
        },
        "cooperation-agreed": { $0.facts.cooperates ?? true },
        "call-back-known": { $0.facts.hasCallBack ?? true },
        "cover-verified": { $0.facts.isCovered ?? true },
        "cover-active": { $0.facts.isCovered ?? true },
        "expertise-fits": { $0.facts.isExpert ?? true },
        "on-shift": { $0.facts.isOnShift ?? true },
        "needs-given": { $0.missing.isEmpty },
        "summary-written": { $0.isWritten },
        "items-settled": { $0.items.allSatisfy { $0.state != .open } },
        "fix-recorded": { $0.hasFix },
        "reason-given": { $0.item.closureReason != nil || $0.isWritten },
        "notices-logged": { attempt in
            attempt.notices.map { $0.logged >= $0.needed } ?? true
        },
        "silence-over": { attempt in attempt.facts.silenceEnds.map { $0 <= attempt.now } ?? true },
        "ground-named": { $0.item.given["ground"] != nil || $0.isWritten },
        "person-named": { $0.item.given["person"] != nil },
        "ground-cured": { $0.isWritten },
        "duty-failed": { $0.hasFailedDuty },
        "result-told": { attempt in attempt.settled?.isTold ?? true },
        "other-case-named": { $0.item.duplicateOf != nil },
        Policy.agreedSeverity: { $0.item.severity == $0.item.requestedSeverity },
        Policy.Condition.managerNamed: { $0.item.criticalSituationManager != nil },
        "next-center-open": { $0.facts.isCenterOpen ?? true },
        "within-reopen-window": { $0.isWithinReopenWindow },
    ]

    private var isWritten: Bool { text.map { !Words.isBlank($0) } ?? false }

    /// What the status needs and was not given, by name.
    var missing: [String] { item.status.needs.filter { !isGiven($0) } }

    /// What a status needs by name: some of it has a field of its own, and a condition of its own where a row asks it.
    private func isGiven(_ need: String) -> Bool {
        switch need {
        case "reason": item.closureReason != nil || policy.asks("reason-given", before: item.status)
        case "fix": hasFix || policy.asks("fix-recorded", before: item.status)
        case "other-case": item.duplicateOf != nil || policy.asks("other-case-named", before: item.status)
        default: item.given[need].map { !Status.isDay(need) || isToCome($0) } ?? false
        }
    }

    /// Whether a text is a day of the customer's, or an instant, after now.
    private func isToCome(_ text: String) -> Bool {
        CivilDay(iso: text).map { $0 > (facts.today ?? now.day) } ?? Timestamp(iso: text).map { $0 > now } ?? false
    }

    /// A fix or workaround that the customer did not turn down.
    private var hasFix: Bool {
        let kinds = Set(policy.duties.items.filter(\.isProposal).map(\.code))
        return items.contains { kinds.contains($0.kind) && $0.state != .declined }
    }

    /// An activity of the customer's that was declined, or that is late.
    private var hasFailedDuty: Bool {
        let duties = Set(
            policy.duties.items.filter { $0.activity == .determination || $0.activity == .resolution }.map(\.code))
        return items.contains { item in
            duties.contains(item.kind)
                && (item.state == .declined || (item.state == .open && item.dueAt.map { $0 < now } ?? false))
        }
    }

    /// Silence needs as many notices as the policy says, since the customer's last word; whatever else needs a notice
    /// needs one, whatever the customer said to it.
    private var notices: (logged: Int, needed: Int)? {
        guard item.closureReason?.code == policy.silenceClosure else { return facts.notices.map { ($0, 1) } }
        return facts.reminders.map { ($0, policy.threshold("silence-notices")?.amount ?? 1) }
    }

    private var isWithinReopenWindow: Bool {
        guard let closed = item.closedAt, let window = policy.threshold("reopen-window")?.span else { return true }
        return now <= closed + window
    }
}

extension Policy {
    /// The condition by which a severity is one that the customer agreed to (domain 4).
    public static let agreedSeverity = "severities-agreed"
}
