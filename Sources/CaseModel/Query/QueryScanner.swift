/// Reads the scalars of a query one piece at a time.
struct QueryScanner {
    /// The text.
    let scalars: [Unicode.Scalar]
    /// The next scalar to read.
    var at = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    /// The next scalar; nil at the end.
    var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

    /// The place of the next scalar, 1 for the first.
    var column: Int { at + 1 }

    mutating func skipBlanks() {
        while let scalar = next, scalar.properties.isWhitespace { at += 1 }
    }

    /// Takes a scalar when it is the next one.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        at += 1
        return true
    }

    /// The run of scalars from here on that are neither blank nor one of `ends`.
    func run(until ends: String) -> String {
        let rest = scalars[at...].prefix { scalar in
            !scalar.properties.isWhitespace && !ends.unicodeScalars.contains(scalar)
        }
        return String(String.UnicodeScalarView(rest))
    }

    /// Steps over a run that was just looked at.
    mutating func skip(_ run: String) {
        at += run.unicodeScalars.count
    }

    /// The joining word that stands here alone, in lower case: `and`, `or`, `not`.
    var joiner: String? {
        let word = run(until: "()\"").lowercased()
        return ["and", "or", "not"].contains(word) ? word : nil
    }

    /// Reads a quoted text from its opening quote on; a backslash keeps the next scalar as it is.
    mutating func quoted() throws(QueryProblem) -> String {
        let start = column
        at += 1
        var text = String.UnicodeScalarView()
        while let scalar = next {
            at += 1
            if scalar == "\"" { return String(text) }
            if scalar == "\\", let kept = next {
                at += 1
                text.append(kept)
            } else {
                text.append(scalar)
            }
        }
        throw QueryProblem.openQuote(start)
    }
}

/// One value as it was typed.
struct TypedValue {
    /// The text without quotes and without the star.
    var text: String
    /// It stood in quotes, so that it is no keyword.
    var isQuoted: Bool
    /// A star followed: it is the beginning of something.
    var isPrefix: Bool
    /// Where it stands.
    var column: Int

    /// The text as typed, for values in which a star means nothing.
    var whole: String { isPrefix ? text + "*" : text }

    /// The keyword that it is, in lower case; nil for a quoted text.
    var keyword: String? { isQuoted || isPrefix ? nil : text.lowercased() }
}

extension QueryScanner {
    /// Reads one value: a quoted text or a run, each with an optional star.
    mutating func value() throws(QueryProblem) -> TypedValue {
        let start = column
        if next == "\"" {
            let text = try quoted()
            let star = take("*")
            if let after = next, !after.properties.isWhitespace, !",()".unicodeScalars.contains(after) {
                throw QueryProblem.afterQuote(column)
            }
            return TypedValue(text: text, isQuoted: true, isPrefix: star, column: start)
        }
        return unquoted(until: ",()\"")
    }

    /// Reads a run as a value.
    mutating func unquoted(until ends: String) -> TypedValue {
        let start = column
        let text = run(until: ends)
        skip(text)
        guard text.unicodeScalars.last == "*" else {
            return TypedValue(text: text, isQuoted: false, isPrefix: false, column: start)
        }
        let bare = String(String.UnicodeScalarView(text.unicodeScalars.dropLast()))
        return TypedValue(text: bare, isQuoted: false, isPrefix: true, column: start)
    }
}
