import SettingsText

/// Which keys name sections of another kind: every name must be one that is there.
enum PolicyReferences {
    /// A key whose values, or whose ending, name sections.
    private struct Link {
        let section: String
        let key: String
        let target: String
        /// What else may stand there.
        var also: [String] = []
        /// What divides several names within one part of a list.
        var joint: Unicode.Scalar?
        /// Whether the ending after the dot names the section, not the value.
        var byEnding = false
        /// Whether keys that begin with this one and a dot name them too.
        var byParts = false
    }

    private static let links: [Link] = [
        Link(section: "plan", key: "roles", target: "role"),
        Link(section: "targets", key: "plans", target: "plan", also: ["*"], joint: "+"),
        Link(section: "targets", key: "kind", target: "case-kind"),
        Link(section: "targets", key: "severity", target: "severity", byEnding: true),
        Link(section: "follow-up", key: "plans", target: "plan", also: ["*"], joint: "+"),
        Link(section: "follow-up", key: "kind", target: "case-kind"),
        Link(section: "follow-up", key: "severity", target: "severity", byEnding: true),
        Link(section: "coverage", key: "plans", target: "plan", also: ["*"], joint: "+"),
        Link(section: "coverage", key: "kind", target: "case-kind"),
        Link(section: "coverage", key: "severity", target: "severity", byEnding: true),
        Link(section: "region", key: "calendar", target: "calendar"),
        Link(section: "center", key: "region", target: "region"),
        Link(section: "team", key: "regions", target: "region"),
        Link(section: "role", key: "team", target: "team"),
        Link(section: "contact-role", key: "may", target: "right"),
        Link(section: "portal-type", key: "may", target: "right"),
        Link(section: "portal-type", key: "may.restricted", target: "right"),
        Link(section: "request-type", key: "team", target: "team", byParts: true),
        Link(section: "request-type", key: "team", target: "region", byEnding: true),
        Link(section: "request-type", key: "kind", target: "case-kind"),
        Link(section: "request-type", key: "may", target: "right"),
        Link(section: "request-type", key: "role", target: "role"),
        Link(section: "notice", key: "to", target: "right"),
        Link(section: "status", key: "next", target: "status"),
        Link(section: "transition", key: "from", target: "status", also: ["none", "*"]),
        Link(section: "transition", key: "to", target: "status", also: ["same"]),
        Link(section: "transition", key: "except", target: "status"),
        Link(section: "transition", key: "else", target: "status"),
        Link(section: "transition", key: "channels", target: "channel"),
        Link(section: "transition", key: "types", target: "request-type"),
        Link(section: "transition", key: "plans", target: "plan"),
        Link(section: "transition", key: "lifts", target: "condition"),
        Link(section: "transition", key: "closure", target: "closure"),
        Link(section: "transition", key: "require", target: "condition", byEnding: true),
        Link(section: "transition", key: "critical", target: "condition", byEnding: true),
        Link(section: "procedure", key: "plans", target: "plan"),
        Link(section: "procedure", key: "require", target: "condition", byParts: true),
        Link(section: "destination", key: "region", target: "region"),
        Link(section: "consent-kind", key: "ground", target: "ground"),
        Link(section: "consent-kind", key: "reference", target: "reference"),
    ]

    /// The links by the kind of section, then by key: those for the key itself.
    private static let whole = table { !$0.byEnding }
    /// Those for keys that begin with the key and a dot; `team` and `team.REGION` both name teams.
    private static let parts = table { $0.byEnding || $0.byParts }

    private static func table(_ isWanted: (Link) -> Bool) -> [String: [String: [Link]]] {
        Dictionary(grouping: links.filter(isWanted), by: \.section).mapValues { Dictionary(grouping: $0, by: \.key) }
    }

    /// More than these help nobody, and looking for near names takes time.
    private static let most = 100

    /// The names that are none, with the nearest that is; at most ``most``.
    static func problems(in file: SettingsFile) -> [SettingsProblem] {
        var names: [String: [String]] = [:]
        for section in file.sections { names[section.kind, default: []].append(section.name ?? "") }
        let known = names.mapValues { Set($0) }
        var problems: [SettingsProblem] = []
        for section in file.sections {
            let (whole, parts) = (whole[section.kind] ?? [:], parts[section.kind] ?? [:])
            for entry in section.entries {
                func look(_ kind: String, _ words: [String]) {
                    for word in words where known[kind]?.contains(word) != true && problems.count < most {
                        let message = "There is no [\(kind) \"\(word)\"].\(hint(word, names[kind] ?? []))"
                        problems.append(
                            SettingsProblem(
                                file: file.name, line: entry.line, column: entry.valueColumn, message: message,
                                isFatal: true))
                    }
                }
                if entry.key == "source" || entry.key == "default-source" || !entry.sourced.isEmpty {
                    look("source", commaSeparated(entry.value))
                } else if let links = whole[entry.key] ?? entry.key.stem.flatMap({ parts[$0] }) {
                    for link in links { look(link.target, words(entry, link)) }
                }
            }
        }
        return problems
    }

    /// The names that an entry holds by a link that is for its key.
    private static func words(_ entry: SettingsEntry, _ link: Link) -> [String] {
        if link.byEnding { return [withoutBlanks(entry.key.part(of: link.key))] }
        var parts = commaSeparated(entry.value)
        if let joint = link.joint { parts = parts.flatMap { separated($0, by: joint) } }
        return parts.filter { !link.also.contains($0) && !(link.target == "status" && $0.hasPrefix("is:")) }
    }
}

extension String {
    /// What stands before the first dot; nil where there is none.
    fileprivate var stem: String? {
        var place = utf8.startIndex
        while place < utf8.endIndex {
            if utf8[place] == UInt8(ascii: ".") { return String(self[..<place]) }
            place = utf8.index(after: place)
        }
        return nil
    }
}
