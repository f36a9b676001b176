/// Counts what types store.
enum StoredProperties {
    /// How many stored properties each struct, class and actor of a source has.
    static func counts(in code: SwiftCode) -> [String: Int] {
        var counts: [String: Int] = [:]
        /// The types we are in, with the depth of braces of their bodies.
        var open: [(name: String, depth: Int)] = []
        var depth = 0
        for line in code.lines {
            if let (type, at) = open.last, depth == at { counts[type, default: 0] += stored(in: line) }
            var declared = declaredType(in: line)
            for character in line.utf8 {
                if character == UInt8(ascii: "{") {
                    depth += 1
                    if let name = declared {
                        open.append(((open.map(\.name).last.map { $0 + "." } ?? "") + name, depth))
                        declared = nil
                    }
                } else if character == UInt8(ascii: "}") {
                    if open.last?.depth == depth { open.removeLast() }
                    depth -= 1
                }
            }
        }
        return counts
    }

    private static func declaredType(in line: String) -> String? {
        guard ["struct", "class", "actor", "enum"].contains(where: { line.holds($0) }) else { return nil }
        return line.firstMatch(
            of: /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:[a-z]+(?:\(\w+\))?\s+)*(?:struct|class|actor|enum)\s+([A-Za-z_]\w*)/
        )
        .flatMap { $0.1 == "func" || $0.1 == "var" ? nil : String($0.1) }
    }

    /// How many stored properties one line of a type's body declares.
    private static func stored(in line: String) -> Int {
        guard line.holds("let ") || line.holds("var ") else { return 0 }
        guard
            let match = line.firstMatch(
                of: /^\s*(?:@\w+(?:\([^)]*\))?\s+)*((?:[a-z]+(?:\(\w+\))?\s+)*)(let|var)\s+(.*)$/)
        else { return 0 }
        if match.1.contains(/\b(?:static|class)\b/) { return 0 }
        let rest = match.3
        // A brace before any `=` opens a getter, unless it only watches changes.
        if let brace = rest.firstIndex(of: "{") {
            let isInitialised = rest[..<brace].contains("=")
            if !isInitialised && !rest[brace...].contains(/\b(?:willSet|didSet)\b/) { return 0 }
        }
        // `let a: Int, b: Int` and `let (a, b)` declare two; commas inside a type or a value do not count.
        var depth = 0
        var count = 1
        for character in rest.drop(while: { $0 == "(" }) {
            switch character {
            case "=", "{": return count
            case "(", "[", "<": depth += 1
            case ")", "]", ">": depth -= 1
            case "," where depth == 0: count += 1
            default: break
            }
        }
        return count
    }

    /// The types that store more than `limit`, but for the domain's own records.
    static func tooMany(in file: SourceTree.File, limit: Int = 12, except records: Set<String>) -> [String] {
        counts(in: file.code).filter { $0.value > limit && !records.contains($0.key) }.sorted { $0.key < $1.key }
            .map { "\(file): \($0.key) stores \($0.value) properties, more than \(limit)" }
    }
}
