/// Why something does not cover, or somebody may not call.
public struct CoverReason: Equatable, Sendable {
    /// What a reason rests on.
    enum Basis: Hashable, Sendable {
        /// The policy has a ground for it.
        case lack(Policy.CoverLack)
        /// What a plan says.
        case plan(String)
        /// That cover is verified at all.
        case cover
        /// Who may open cases.
        case caller
    }

    /// The rule's short name, for scripts, such as `expired`.
    public let rule: String
    /// The record or person it is about; nil for the customer as a whole.
    public let about: String?
    /// What is so, as a whole sentence.
    public let message: String
    /// What would mend it, as a whole sentence.
    public let remedy: String
    /// The tags of what the policy says of it; empty when it says nothing.
    public internal(set) var source: [String] = []
    let basis: Basis

    init(_ rule: String, _ about: String?, _ message: String, _ remedy: String, _ basis: Basis) {
        self.rule = rule
        self.about = about
        self.message = message
        self.remedy = remedy
        self.basis = basis
    }
}

extension CoverReason {
    private static let renew =
        "Renew it; whether what lapsed is taken up again is the vendor's to decide. Ask whoever keeps the contracts."

    static func noContract(_ account: String) -> CoverReason {
        CoverReason(
            "no-contract", nil, "\(account) has no contract and no machine under maintenance.",
            "Look for it under another account, or ask whoever keeps the contracts.", .cover)
    }

    static func nothingEntitled(_ contract: RecordID) -> CoverReason {
        CoverReason(
            "nothing-entitled", "\(contract)", "\(contract) has no entitlement and no plan.",
            "Add what it buys (entitlement new contract=\(contract) plan=CODE).", .cover)
    }

    static func notStarted(_ id: RecordID, _ start: CivilDay) -> CoverReason {
        CoverReason(
            "not-started", "\(id)", "\(id) begins on \(start).",
            "Wait until then; a wrong date is for whoever keeps the contracts.", .lack(.lapsed))
    }

    static func expired(_ id: RecordID, _ end: CivilDay) -> CoverReason {
        CoverReason("expired", "\(id)", "\(id) ended on \(end).", renew, .lack(.lapsed))
    }

    static func product(_ id: RecordID, _ product: String) -> CoverReason {
        CoverReason(
            otherProduct, "\(id)", "\(id) does not cover \(product).",
            "Look for an entitlement to it, or ask the account owner to buy one.", .cover)
    }

    /// The rule of what is for another product.
    static let otherProduct = "product-not-covered"

    static func nothingOf(_ product: String, bought: [String]) -> CoverReason {
        let near = nearest(product, among: bought).map { " Did you mean \($0)?" } ?? ""
        let has = bought.isEmpty ? "" : "It bought \(bought.joined(separator: ", ")). "
        return CoverReason(
            otherProduct, nil, "Nothing that the customer has covers \(product).\(near)",
            "\(has)Look under another account, or buy it.", .cover)
    }

    static func allIn(_ id: RecordID, _ product: String, covered: Int, bought: Int) -> CoverReason {
        CoverReason(
            "all-in", "\(id)", "Of \(bought) licences of \(product), \(covered) are covered; all must be.",
            "Cover the other \(bought - covered), or correct the purchases.", .lack(.allIn))
    }

    static func telemetry(_ id: RecordID) -> CoverReason {
        CoverReason(
            "telemetry", "\(id)", "Licence telemetry of \(id) is not compliant.",
            "Update the licence server and let it report; then set telemetry=yes.", .lack(.telemetry))
    }

    static func endOfLife(_ id: RecordID, _ day: CivilDay) -> CoverReason {
        CoverReason(
            "end-of-life", "\(id)", "The product of \(id) has had no support since \(day).",
            "Upgrade to a release that is still maintained.", .lack(.endOfLife))
    }

    static func planUnknown(_ id: RecordID, _ plan: String) -> CoverReason {
        CoverReason(
            "plan-unknown", "\(id)", "The policy knows no plan \(plan), which \(id) names.",
            "Correct the plan, or add it to the policy.", .plan(plan))
    }

    static func planNotStarted(_ id: RecordID, _ plan: String, _ day: CivilDay) -> CoverReason {
        CoverReason(
            "plan-not-started", "\(id)", "The plan \(plan) of \(id) is honoured from \(day) on.",
            "Wait until then, or move the contract to a plan of today.", .plan(plan))
    }

    static func planEnded(_ id: RecordID, _ plan: String, _ day: CivilDay) -> CoverReason {
        CoverReason(
            "plan-ended", "\(id)", "The plan \(plan) of \(id) was honoured until \(day).",
            "Move the contract to a plan of today.", .plan(plan))
    }

    static func severity(_ id: RecordID, _ severity: Severity, _ plan: String) -> CoverReason {
        CoverReason(
            "severity-not-covered", "\(id)", "\(id) does not answer at severity \(severity.code).",
            "Agree another severity with the customer.", .plan(plan))
    }
}
