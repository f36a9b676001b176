public import SettingsText

extension Policy {
    /// Where the values of one record come from: tags of sources, for the record and for single keys.
    public struct Origin: Equatable, Sendable {
        /// The line of the file at which the record begins.
        public let line: Int
        let general: [String]
        let byKey: [String: [String]]

        /// What a section says of the sources of its values.
        ///
        /// - Parameter otherwise: the tags of a section that names none.
        init(_ section: SettingsSection, otherwise: [String]) {
            line = section.line
            general = section["source"].map(commaSeparated) ?? otherwise
            var byKey: [String: [String]] = [:]
            for entry in section.entries where entry.namesSources {
                for key in entry.sourced { byKey[key] = commaSeparated(entry.value) }
            }
            self.byKey = byKey
        }

        /// No file.
        static let none = Origin(SettingsSection(kind: ""), otherwise: [])

        /// The tags of a key: its own, those of the key it is a part of (`severity` for `severity.1`), or the record's.
        public func tags(of key: String) -> [String] {
            var name = key[...]
            while true {
                if let own = byKey[String(name)] { return own }
                guard let dot = name.lastIndex(of: ".") else { return general }
                name = name[..<dot]
            }
        }

        /// The tags of the record.
        public var tags: [String] { general }
    }

    /// Where the values of a section of its file come from.
    public func origin(of section: SettingsSection) -> Origin {
        Origin(section, otherwise: file.sections("edition").first?["default-source"].map(commaSeparated) ?? [])
    }

    /// A text that values come from.
    public struct Source: Equatable, Sendable {
        /// The tag by which values name it.
        public let tag: String
        /// Which text it is.
        public let title: String
        /// What must be said beside every value that comes from it, such as that no text says so.
        public let mark: String?
    }

    /// What must be said beside a value that comes from these sources; nil when nothing must.
    ///
    /// A value of several sources is marked by each of them that has a mark: a part of it is no text's word.
    public func mark(_ tags: [String]) -> String? {
        let marks = sources.filter { tags.contains($0.tag) }.compactMap(\.mark)
        guard !marks.isEmpty else { return nil }
        let words = marks.joined(separator: ", ")
        return tags.count > marks.count ? "partly \(words)" : words
    }

    /// The sources in brackets with their marks, as they stand behind a value: `[459919b]`, `[INF: not from the guide]`.
    public func credit(_ tags: [String]) -> String {
        let mark = mark(tags).map { ": \($0)" } ?? ""
        return tags.isEmpty ? "[no source]" : "[\(tags.joined(separator: ", "))\(mark)]"
    }

    /// Which edition this is (domain 11, rows 1 to 3).
    public struct Edition: Equatable, Sendable {
        /// Its name.
        public let name: String
        /// The first day it holds.
        public let effective: CivilDay
        /// Whether a later edition took its place.
        public let isLegacy: Bool
        /// The edition that took its place.
        public let successor: String?
        /// The edition whose place it took.
        public let supersedes: String?
        /// What a reader should know.
        public let note: String?
        /// Where this comes from.
        public let origin: Origin
    }

    /// The address of a text or a portal (domain 11, rows 4, 28, 57, 75, 78).
    public struct Reference: Equatable, Sendable {
        /// Its code.
        public let code: String
        /// What stands there.
        public let title: String
        /// Where it stands.
        public let address: String
        /// When somebody last looked; nil for never.
        public let checked: CivilDay?
        /// Beside what it is shown.
        public let places: [ReferencePlace]
        /// Where this comes from.
        public let origin: Origin
    }

    /// Beside what a reference is shown.
    public enum ReferencePlace: String, CaseIterable, Sendable {
        /// What can be bought.
        case plan
        /// What covers a customer.
        case entitlement
        /// A customer.
        case account
        /// People at a customer.
        case contact
        /// Licences.
        case license
        /// Consent to an audit.
        case audit
        /// Which policy is in force.
        case edition
        /// Help.
        case help
    }

    /// The references that are shown beside something.
    public func references(for place: ReferencePlace) -> [Reference] {
        references.filter { $0.places.contains(place) }
    }
}
