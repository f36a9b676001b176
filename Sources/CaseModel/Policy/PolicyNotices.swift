extension Policy {
    /// A kind of notice to a customer (domain 11, rows 17a to 17c).
    public struct NoticeKind: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// Its name on screens.
        public let name: String
        /// What it is about.
        public let about: NoticeObject
        /// The code of the right that makes somebody its recipient.
        public let right: String
        /// How many days before the end it is due, the most first; empty for one that is sent by hand alone.
        public let daysBefore: [Int]
        /// Where this comes from.
        public let origin: Origin
    }

    /// What a notice is about.
    public enum NoticeObject: String, CaseIterable, Sendable {
        /// One membership.
        case membership
        /// The account as a whole.
        case account
    }

    /// A step that customers try before they ask (domain 11, row 58).
    public struct TroubleshootingStep: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// What to try, in words.
        public let name: String
        /// Where this comes from.
        public let origin: Origin
    }

    /// Where customers find help without asking (domain 11, row 59; the guide's own list is lost).
    public struct SelfHelp: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// What is found there.
        public let title: String
        /// Where it is; nil where no text names an address.
        public let address: String?
        /// Where this comes from.
        public let origin: Origin
    }
}
