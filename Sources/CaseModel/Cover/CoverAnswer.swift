/// Whether a customer is covered, by what, until when, who may call, and every reason why not.
public struct CoverAnswer: Equatable, Sendable {
    /// Something that covers, or does not, with why not.
    public struct Item: Equatable, Sendable {
        /// The contract, entitlement or machine.
        public var record: RecordID
        /// The product; nil is every one.
        public var product: String?
        /// The plan.
        public var plan: String?
        /// The last day; nil when none is known.
        public var until: CivilDay?
        /// The severities at which it answers.
        public var severities: [Severity]
        /// Why it does not cover; empty when it does.
        public var reasons: [CoverReason]
    }

    /// Somebody who may, or may not, open cases for the customer.
    public struct Caller: Equatable, Sendable {
        /// The person; nil for somebody nobody knows.
        public var contact: ContactID?
        /// The name.
        public var name: String
        /// The appointment under which a partner's person acts; nil for the customer's own people.
        public var appointment: RecordID?
        /// The severities for which the person may call now.
        public var severities: [Severity]
        /// Why the person may not; empty when the person may.
        public var reasons: [CoverReason]
    }

    /// What covers.
    public var covering: [Item] = []
    /// What is there and does not cover.
    public var failing: [Item] = []
    /// The person who was asked about.
    public var caller: Caller?
    /// Everybody who may call.
    public var callers: [Caller] = []
    /// Why the customer is not covered, or the person may not call; empty when all is well.
    public var reasons: [CoverReason] = []

    /// Whether the product is covered.
    public var isEntitled: Bool { !covering.isEmpty }
    /// Whether the product is covered and the person may call.
    public var mayCall: Bool { isEntitled && caller.map(\.reasons.isEmpty) ?? true }
    /// The last day of what covers longest; nil when it has none, or nothing covers.
    public var until: CivilDay? {
        let ends = covering.map(\.until)
        return ends.contains(nil) ? nil : ends.compactMap { $0 }.max()
    }
}

/// Why something does not cover, or somebody may not call.
public struct CoverReason: Equatable, Sendable {
    /// The rule's short name, for scripts, such as `expired`.
    public let rule: String
    /// The record or person it is about; nil for the customer as a whole.
    public let about: String?
    /// What is so, as a whole sentence.
    public let message: String
    /// What would mend it, as a whole sentence.
    public let remedy: String
    /// Where the rule is from: tags of the domain reference; INF where the guide says nothing.
    public let source: String
}

extension CoverReason {
    /// The ground of the policy that it is; nil for what is no cover by any policy.
    var ground: String? {
        switch rule {
        case "not-started", "expired": "no-entitlement"
        case "all-in", "telemetry", "end-of-life": rule
        default: nil
        }
    }

    private static let renew =
        "Renew it; whether what lapsed is taken up again is the vendor's to decide. Ask whoever keeps the contracts."

    static func noContract(_ account: String) -> CoverReason {
        CoverReason(
            rule: "no-contract", about: nil, message: "\(account) has no contract and no machine under maintenance.",
            remedy: "Look for it under another account, or ask whoever keeps the contracts.",
            source: "domain 1.1, CTX126197")
    }

    static func nothingEntitled(_ contract: RecordID) -> CoverReason {
        CoverReason(
            rule: "nothing-entitled", about: "\(contract)", message: "\(contract) has no entitlement and no plan.",
            remedy: "Add what it buys (entitlement new contract=\(contract) plan=CODE).", source: "INF")
    }

    static func notStarted(_ id: RecordID, _ start: CivilDay) -> CoverReason {
        CoverReason(
            rule: "not-started", about: "\(id)", message: "\(id) begins on \(start).",
            remedy: "Wait until then; a wrong date is for whoever keeps the contracts.",
            source: "domain 1.1, CTX126197")
    }

    static func expired(_ id: RecordID, _ end: CivilDay) -> CoverReason {
        CoverReason(
            rule: "expired", about: "\(id)", message: "\(id) ended on \(end).", remedy: renew,
            source: "domain 1.1, 11 row 22, CTX126197")
    }

    static func product(_ id: RecordID, _ product: String) -> CoverReason {
        CoverReason(
            rule: "product-not-covered", about: "\(id)", message: "\(id) does not cover \(product).",
            remedy: "Look for an entitlement to it, or ask the account owner to buy one.",
            source: "domain 12, 459987")
    }

    static func allIn(_ id: RecordID, _ product: String, covered: Int, bought: Int) -> CoverReason {
        CoverReason(
            rule: "all-in", about: "\(id)",
            message: "Of \(bought) licences of \(product), \(covered) are covered; all must be.",
            remedy: "Cover the other \(bought - covered), or correct the purchases.", source: "domain 1.1, 426101")
    }

    static func telemetry(_ id: RecordID) -> CoverReason {
        CoverReason(
            rule: "telemetry", about: "\(id)", message: "Licence telemetry of \(id) is not compliant.",
            remedy: "Update the licence server and let it report; then set telemetry=yes.",
            source: "domain 1.1, CTX126197, CTX477614")
    }

    static func endOfLife(_ id: RecordID, _ day: CivilDay) -> CoverReason {
        CoverReason(
            rule: "end-of-life", about: "\(id)", message: "The product of \(id) has had no support since \(day).",
            remedy: "Upgrade to a release that is still maintained.", source: "domain 10, PLC, CTX126197")
    }

    static func planUnknown(_ id: RecordID, _ plan: String) -> CoverReason {
        CoverReason(
            rule: "plan-unknown", about: "\(id)", message: "The policy knows no plan \(plan), which \(id) names.",
            remedy: "Correct the plan, or add it to the policy.", source: "INF")
    }

    static func planEnded(_ id: RecordID, _ plan: String, _ day: CivilDay) -> CoverReason {
        CoverReason(
            rule: "plan-ended", about: "\(id)", message: "The plan \(plan) of \(id) was honoured until \(day).",
            remedy: "Move the contract to a plan of today.", source: "domain 13 row 32, 691192")
    }

    static func severity(_ id: RecordID, _ severity: Severity) -> CoverReason {
        CoverReason(
            rule: "severity-not-covered", about: "\(id)",
            message: "\(id) does not answer at severity \(severity.code).",
            remedy: "Agree another severity with the customer.", source: "domain 2.2, 459919")
    }
}
