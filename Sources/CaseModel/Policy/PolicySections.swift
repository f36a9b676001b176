import SettingsText

extension Policy {
    /// A section of the policy's file, as people read it: its values, each with where it comes from.
    public struct Section: Equatable, Sendable {
        /// What it is about: `plan`.
        public let kind: String
        /// Which one of them; nil where there is only one.
        public let name: String?
        /// The values, in the order of the file.
        public let values: [Entry]

        /// A value with its sources.
        public struct Entry: Equatable, Sendable {
            /// What it says something of.
            public let key: String
            /// The value as it is written.
            public let value: String
            /// The tags of the texts that it comes from; none for what describes a text itself.
            public let tags: [String]
        }
    }

    /// All sections of the policy's file, in its order.
    public var sections: [Section] {
        file.sections.map { section in
            let origin = origin(of: section)
            let isText = section.kind == "source"
            return Section(
                kind: section.kind, name: section.name,
                values: section.entries.filter { $0.key != "source" && !$0.namesSources }.map {
                    Section.Entry(key: $0.key, value: $0.value, tags: isText ? [] : origin.tags(of: $0.key))
                })
        }
    }

    /// The texts behind tags, in their order; what names no text of the policy is left out.
    public func texts(_ tags: [String]) -> [Source] { tags.compactMap { tag in sources.first { $0.tag == tag } } }
}
