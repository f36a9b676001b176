extension CaseQuery {
    /// The longest text of a query, in UTF-8 bytes.
    public static let longest = 4096
    /// How deep brackets and negations can be nested.
    public static let deepest = 64

    /// Reads a query; an empty text finds every case.
    ///
    /// - Parameter words: the codes that fields can have.
    /// - Throws: what is wrong, where, and what would fit.
    public init(_ text: String, _ words: Vocabulary) throws(QueryProblem) {
        guard text.utf8.count <= CaseQuery.longest else { throw QueryProblem.tooLong(text.utf8.count) }
        var parser = QueryParser(text, words)
        self.init(try parser.query())
    }
}

/// Reads the grammar: `or` binds least, then `and` (written or not), then `not` and `-`.
struct QueryParser {
    private var scanner: QueryScanner
    private var depth = 0

    private let words: Vocabulary

    init(_ text: String, _ words: Vocabulary) {
        self.words = words
        scanner = QueryScanner(text)
    }

    mutating func query() throws(QueryProblem) -> Condition? {
        scanner.skipBlanks()
        guard scanner.next != nil else { return nil }
        let condition = try anyOf(after: "the beginning")
        if scanner.next != nil { throw QueryProblem.strayBracket(scanner.column) }
        return condition
    }

    private mutating func anyOf(after: String) throws(QueryProblem) -> Condition {
        var parts = [try allOf(after: after)]
        while scanner.joiner == "or" {
            scanner.at += 2
            parts.append(try allOf(after: "or"))
        }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    /// Leaves the scanner behind the blanks that follow.
    private mutating func allOf(after: String) throws(QueryProblem) -> Condition {
        var parts = [try single(after: after)]
        while true {
            scanner.skipBlanks()
            guard let next = scanner.next, next != ")", scanner.joiner != "or" else { break }
            if scanner.joiner == "and" {
                scanner.at += 3
                parts.append(try single(after: "and"))
            } else {
                parts.append(try single(after: "the beginning"))
            }
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func single(after: String) throws(QueryProblem) -> Condition {
        scanner.skipBlanks()
        let start = scanner.column
        guard let next = scanner.next else { throw QueryProblem.missing(start, after: after) }
        if next == "(" {
            scanner.at += 1
            let inner = try nested { parser throws(QueryProblem) in try parser.anyOf(after: "(") }
            guard scanner.take(")") else { throw QueryProblem.openBracket(start) }
            return inner
        }
        if next == ")" {
            guard depth > 0 else { throw QueryProblem.strayBracket(start) }
            throw QueryProblem.missing(start, after: after)
        }
        if next == "-" {
            scanner.at += 1
            if scanner.next?.properties.isWhitespace ?? true { throw QueryProblem.missing(start + 1, after: "-") }
            return .not(try nested { parser throws(QueryProblem) in try parser.single(after: "-") })
        }
        if let word = scanner.joiner {
            guard word == "not" else { throw QueryProblem.misplaced(word, start) }
            scanner.at += 3
            return .not(try nested { parser throws(QueryProblem) in try parser.single(after: "not") })
        }
        return .term(try TermReader.read(&scanner, words))
    }

    /// Reads one level deeper, within the limit.
    private mutating func nested(
        _ read: (inout QueryParser) throws(QueryProblem) -> Condition
    ) throws(QueryProblem) -> Condition {
        guard depth < CaseQuery.deepest else { throw QueryProblem.tooDeep(scanner.column) }
        depth += 1
        defer { depth -= 1 }
        return try read(&self)
    }
}
