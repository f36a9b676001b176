import SettingsText

extension Policy {
    /// What records beside cases name (domain 11, rows 60, 66, 67, 71 to 77).
    public struct Ledgers: Equatable, Sendable {
        /// Where machines are sent.
        public let destinations: [Destination]
        /// What is sent.
        public let shipmentItems: [Named]
        /// How the provider comes to the customer's site.
        public let accessKinds: [AccessKind]
        /// What customers keep at their site.
        public let assetKinds: [AssetKind]
        /// What customers are asked to consent to.
        public let consentKinds: [ConsentKind]
    }

    /// A place designated for shipments (domain 11, row 72).
    public struct Destination: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// Where it is.
        public let address: String?
        /// The code of its region, if any.
        public let region: String?
        /// Where this comes from.
        public let origin: Origin
    }

    /// A way to come to the customer's site (domain 11, row 66).
    public struct AccessKind: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// Whether each visit wants somebody's consent.
        public let needsConsent: Bool
        /// Where this comes from.
        public let origin: Origin
    }

    /// Something of the customer that support depends on (domain 11, row 67).
    public struct AssetKind: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// Whose duty it is.
        public let duty: String?
        /// The fields of the record that must have a value.
        public let needs: [String]
        /// Whether support calls the customer back on it.
        public let callsBack: Bool
        /// Where this comes from.
        public let origin: Origin
    }

    /// What a consent serves.
    public enum ConsentPurpose: String, CaseIterable, Sendable {
        /// An audit of licence compliance (domain 11, rows 74 to 77).
        case audit
        /// The customer's cooperation in finding and mending problems (domain 11, row 60).
        case cooperation
    }

    /// Something that customers are asked to consent to.
    public struct ConsentKind: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// What it serves.
        public let purpose: ConsentPurpose
        /// What a customer consents to.
        public let says: String
        /// The code of the ground on which support may be refused without it, if any.
        public let ground: String?
        /// The code of the text with its terms, if any.
        public let reference: String?
        /// Where this comes from.
        public let origin: Origin
    }

    /// The codes of the sections of a kind.
    public func codes(of kind: String) -> [String] { file.sections(kind).compactMap(\.name) }
}
