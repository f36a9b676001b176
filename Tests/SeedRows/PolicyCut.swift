public import CaseModel

extension SeedRow {
    /// The policy without the rule's line; nil when it cannot be read any more, or when nothing was taken out.
    public func cutPolicy(from policy: Policy) -> Policy? {
        var lines = String(decoding: policy.text, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .map(String.init)
        let before = lines
        for target in cut { lines = SeedRow.without(target, lines) }
        guard lines != before else { return nil }
        return Policy.read(bytes: Array(lines.joined(separator: "\n").utf8), named: "cut policy").policy
    }

    /// The lines without a section, or without a key of sections.
    static func without(_ target: String, _ lines: [String]) -> [String] {
        guard let close = target.firstIndex(of: "]") else { return lines }
        let head = String(target[...close])
        let key = target[target.index(after: close)...].drop { $0 == " " }
        var isInside = false
        return lines.filter { line in
            if line.hasPrefix("[") {
                isInside = line == head || (!head.contains("\"") && line.hasPrefix(head.dropLast() + " "))
                return !(isInside && key.isEmpty)
            }
            guard isInside else { return true }
            if key.isEmpty { return line.isEmpty || line.hasPrefix("#") }
            let name = line.prefix { $0 != "=" && $0 != " " }
            return !(name == key || name == "source.\(key)")
        }
    }
}
