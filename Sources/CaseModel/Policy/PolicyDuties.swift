extension Policy {
    /// What a customer may be asked for (domain 11, rows 13, 61, 62).
    public struct ItemKind: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// What it serves; nil for one that is no duty of the customer's.
        public let activity: Activity?
        /// What is told when it is done: what came of it, a version, a place.
        public let result: String?
        /// Whether it is a solution that may be the one: several are tried, one is accepted (domain 11, row 15).
        public let isProposal: Bool
        /// Where this comes from.
        public let origin: Origin
    }

    /// What an action item serves.
    public enum Activity: String, CaseIterable, Sendable {
        /// Finding the cause.
        case determination
        /// Mending it.
        case resolution
        /// What the contact does at the site.
        case remediation
    }

    /// Why support may be refused (domain 7.6).
    public struct Ground: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its words.
        public let name: String
        /// What follows from it.
        public let effect: GroundEffect
        /// What is found of a contract, entitlement or machine when it is this ground; nil for one that people name.
        public let lack: CoverLack?
        /// What a reader should know.
        public let note: String?
        /// Where this comes from.
        public let origin: Origin
    }

    /// What can be found of something that was bought, and stands in the way of cover where the policy has a ground for
    /// it (domain 1.1, 7.6).
    public enum CoverLack: String, CaseIterable, Sendable {
        /// It has not begun, or is over.
        case lapsed
        /// Licence telemetry does not comply.
        case telemetry
        /// Not all licences that were bought are covered.
        case allIn = "all-in"
        /// The product is past its end of life.
        case endOfLife = "end-of-life"
    }

    /// What follows from a ground.
    public enum GroundEffect: String, CaseIterable, Sendable {
        /// A person may refuse support for one issue.
        case deny
        /// There is no right to support.
        case ineligible
        /// The benefits of the account may be suspended.
        case suspend
    }

    /// What can be done with licences (domain 8).
    public struct LicenseOperation: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// What always holds.
        public let rule: String?
        /// Where this comes from.
        public let origin: Origin
    }
}
