/// What the request is about (domain 7.2).
public enum CaseType: String, CaseIterable, Hashable, Sendable {
    /// A fault or a technical question.
    case technical
    /// The account itself.
    case account
    /// Licence files, allocation, returns.
    case licensing
    /// What the customer is entitled to.
    case entitlement
    /// A unit of hardware.
    case hardware
    /// Advice.
    case advice
}

/// How the request came in (domain 7.1).
public enum Channel: String, CaseIterable, Hashable, Sendable {
    /// Live Support.
    case live
    /// Telephone.
    case phone
    /// Chat.
    case chat
    /// The web form.
    case web
    /// E-mail.
    case email
}

/// Why a case was closed (domain 7.5 and 12; the last two INF).
public enum ClosureReason: String, CaseIterable, Hashable, Sendable {
    /// The fault is mended or the question answered.
    case resolved
    /// The customer authorised it.
    case customerAuthorised = "customer-authorised"
    /// No further troubleshooting is possible.
    case exhausted
    /// The customer did not answer.
    case noResponse = "no-response"
    /// The customer did not facilitate the work.
    case failureToFacilitate = "failure-to-facilitate"
    /// The customer has no cover for it.
    case notEntitled = "not-entitled"
    /// Support was denied.
    case denied
    /// Another case has the same issue.
    case duplicate
    /// The customer withdrew it.
    case withdrawn

    /// The reason in words.
    public var words: String {
        switch self {
        case .resolved: "resolved"
        case .customerAuthorised: "customer authorised it"
        case .exhausted: "no further troubleshooting possible"
        case .noResponse: "no answer from the customer"
        case .failureToFacilitate: "failure to facilitate"
        case .notEntitled: "not entitled"
        case .denied: "support denied"
        case .duplicate: "duplicate of another case"
        case .withdrawn: "withdrawn by the customer"
        }
    }
}
