extension Policy {
    /// When somebody can be reached (domain 11, row 56).
    public enum Availability: String, CaseIterable, Sendable {
        /// In the hours of the region.
        case business
        /// At any hour.
        case always = "24x7"
        /// As the coverage of the plan says.
        case plan
    }

    /// A team of the provider (domain 5.2).
    public struct Team: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// What it does.
        public let does: String?
        /// Codes of the regions it is for; empty for all.
        public let regions: [String]
        /// Where this comes from.
        public let origin: Origin
    }

    /// A role of the provider's people (domain 5.2).
    public struct Role: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// Other names for it.
        public let also: [String]
        /// The code of its team, if it has one.
        public let team: String?
        /// When its people can be reached; nil where the policy does not say.
        public let availability: Availability?
        /// Whether it takes charge at critical severities.
        public let isCritical: Bool
        /// Whether its cases go before others of the same severity.
        public let isFastTrack: Bool
        /// What is recorded of its work on a case, by the names that `set` takes.
        public let records: [String]
        /// Whether one of its people is assigned to each customer whose plan has it.
        public let isAssigned: Bool
        /// Whether that person is the customer's principal point of contact.
        public let isPrincipal: Bool
        /// Its place among those who take cases, 1 for the first line; nil for none.
        public let tier: Int?
        /// What it does.
        public let does: String?
        /// Where this comes from.
        public let origin: Origin
    }

    /// A kind of contact (domain 5.1).
    public struct ContactRole: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// Codes of what it may do.
        public let may: [String]
        /// Whether a contract has exactly one of it.
        public let isPrimary: Bool
        /// Whether it is somebody from outside who acts for the customer.
        public let isOutside: Bool
        /// What it does.
        public let does: String?
        /// Where this comes from.
        public let origin: Origin
    }

    /// A kind of login to the portal (domain 5.1).
    public struct PortalType: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// Codes of what it may do.
        public let may: [String]
        /// Codes of what it may do with restricted access.
        public let mayRestricted: [String]
        /// What it is for.
        public let does: String?
        /// Where this comes from.
        public let origin: Origin
    }

    /// A way in (domain 7.1).
    public struct Channel: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// Whether it is meant for critical severities.
        public let isForCritical: Bool
        /// Words of other systems that mean it.
        public let also: [String]
        /// Where this comes from.
        public let origin: Origin
    }

    /// A kind of request and where it goes (domain 11, rows 36, 44).
    public struct RequestType: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// The code of the team that takes it.
        public let team: String
        /// Codes of other teams by region.
        public let teamByRegion: [String: String]
        /// The code of the kind of case.
        public let kind: String
        /// Codes of the rights of which a contact needs one.
        public let may: [String]
        /// The code of the role that specialises in it, if any.
        public let role: String?
        /// Codes of the kinds of records that it is about.
        public let about: [String]
        /// Where this comes from.
        public let origin: Origin

        /// The code of the team that takes it in a region.
        public func team(in region: String) -> String { teamByRegion[region] ?? team }
    }
}
