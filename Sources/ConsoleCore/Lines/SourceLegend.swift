public import CaseModel

extension Policy {
    /// What the tags in brackets behind some sentences stand for, each source once, in the order of the policy:
    /// `[PLC] Product lifecycle policy`.
    public func legend(of lines: [String]) -> [String] {
        var tags: Set<Substring> = []
        for line in lines {
            for part in line.split(separator: "[").dropFirst() {
                guard let end = part.firstIndex(of: "]") else { continue }
                // A mark stands behind the tags.
                let credit = part[..<end].prefix { $0 != ":" }
                tags.formUnion(credit.split(separator: ",").map { $0.drop { $0 == " " } })
            }
        }
        return sources.filter { tags.contains(Substring($0.tag)) }.map { "[\($0.tag)] \($0.title)" }
    }
}
