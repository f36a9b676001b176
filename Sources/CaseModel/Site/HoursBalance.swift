/// The hours of scheduled support in one term of a contract: how many there are, and how many were used (domain 13,
/// row 29).
public struct HoursBalance: Equatable, Sendable {
    /// The plan that brings them.
    public let plan: Policy.Plan
    /// The first and the last day of the term.
    public let term: ClosedRange<CivilDay>
    /// How many minutes the plan brings for a term.
    public let allowed: Int
    /// How many were used.
    public let used: Int
    /// How many are left.
    public var left: Int { allowed - used }

    /// The balance of a contract on a day; nil where no plan of it brings hours, and on a day outside its terms.
    ///
    /// Of several plans the one that brings the most counts: the higher one holds what the lower one does (INF).
    ///
    /// - Parameters:
    ///   - events: the history of the contract: each later end begins a new term.
    ///   - records: entitlements and hours of the customer; those under the contract bring plans, and tell what was used.
    public init?(
        of contract: Record, _ events: [RecordEvent], among records: [Record], on day: CivilDay, _ policy: Policy
    ) {
        let under = records.filter { $0.record("contract") == contract.id }
        let entries = under.filter { $0.kind == .hours }
        let plans = Set(contract.words("plans") + under.filter { $0.kind == .entitlement }.compactMap { $0["plan"] })
        let bringing = policy.cover.plans.filter { plans.contains($0.code) && $0.scheduledHours != nil }
        guard let plan = bringing.max(by: { ($0.scheduledHours ?? 0) < ($1.scheduledHours ?? 0) }),
            let term = HoursBalance.terms(of: contract, events).first(where: { $0.contains(day) })
        else { return nil }
        self.plan = plan
        self.term = term
        allowed = (plan.scheduledHours ?? 0) * 60
        used = entries.filter { $0.day("day").map(term.contains) ?? false }.reduce(0) {
            $0 + ($1.count("minutes") ?? 0)
        }
    }

    /// The terms of a contract: to its first end, and from there to each later one.
    static func terms(of contract: Record, _ events: [RecordEvent]) -> [ClosedRange<CivilDay>] {
        guard let start = contract.start else { return [] }
        var ends: [CivilDay] = []
        for change in events.flatMap(\.changes) where change.field == contract.kind.end {
            guard let end = change.new.flatMap({ CivilDay(iso: $0) }) else { continue }
            while let last = ends.last, end <= last { ends.removeLast() }
            ends.append(end)
        }
        var first = start
        return ends.compactMap { end in
            guard first <= end else { return nil }
            defer { first = CivilDay(daysSince1970: end.daysSince1970 + 1) }
            return first...end
        }
    }
}

extension CaseLedger {
    /// The hours of a contract on a day; nil where it has none.
    public func hours(of contract: Record, on day: CivilDay) throws(StoreError) -> HoursBalance? {
        guard let account = contract.account else { return nil }
        return HoursBalance(
            of: contract, try recordEvents(of: contract.id, after: 0),
            among: try records(RecordQuery(.entitlement, of: [account])) + records(RecordQuery(.hours, of: [account])),
            on: day, policy)
    }
}

extension CaseStore {
    /// The hours of a contract on a day; nil where it has none.
    public func hours(of id: RecordID, on day: CivilDay) async throws(StoreError) -> HoursBalance? {
        let file = try await recordFile(id)
        guard let account = file.record.account else { return nil }
        let entitled = try await records(RecordQuery(.entitlement, of: [account])).records
        let used = try await records(RecordQuery(.hours, of: [account])).records
        return HoursBalance(
            of: file.record, file.events, among: entitled + used, on: day, try await policies.inForce)
    }
}

extension Refusal {
    static func noHours(_ contract: RecordID, _ day: CivilDay, _ policy: Policy) -> Refusal {
        let plans = policy.cover.plans.filter { $0.scheduledHours != nil }.map(\.code)
        let which = plans.isEmpty ? "no plan" : plans.joined(separator: ", ")
        return Refusal(
            rule: "hours-none",
            message: "\(contract) brings no scheduled support on \(day). The policy gives it to: \(which).",
            remedy: "Name a contract with such a plan, and a day of its term.")
    }

    static func hoursUsedUp(_ balance: HoursBalance, _ wanted: Int, _ contract: RecordID, _ policy: Policy) -> Refusal {
        let source = policy.credit(balance.plan.origin.tags(of: "scheduled-hours"))
        let (from, to) = (balance.term.lowerBound, balance.term.upperBound)
        return Refusal(
            rule: "hours-used-up",
            message: "\(balance.plan.name) brings \(balance.allowed / 60) hours from \(from) to \(to) \(source); "
                + "of these \(HoursBalance.words(balance.left)) are left under \(contract); "
                + "\(HoursBalance.words(wanted)) were asked for.",
            remedy: "Use fewer, or let the customer buy more.", about: "length")
    }
}

extension HoursBalance {
    /// Minutes as all clocks tell them: `1h 30m`.
    public static func words(_ minutes: Int) -> String {
        let (hours, rest) = (abs(minutes) / 60, abs(minutes) % 60)
        let sign = minutes < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(hours)h" }
        return hours == 0 ? "\(sign)\(rest)m" : "\(sign)\(hours)h \(rest)m"
    }
}
