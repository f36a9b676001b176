/// Turns typed values into the values of a field that takes a colon only.
enum ValueReader {
    static func term(
        _ field: QueryField, _ values: [TypedValue], _ words: Vocabulary
    ) throws(QueryProblem) -> Term {
        switch field {
        case .code(let code):
            return .codes(
                code,
                try values.map { value throws(QueryProblem) in
                    if code.canBeEmpty, let match: Match<String> = keyword(value) { return match }
                    return .value(try fitting(code.code(value.whole, words), value, field, words))
                })
        case .caseID(let id):
            return .cases(
                id,
                try values.map { value throws(QueryProblem) in
                    if id == .duplicateOf, let match: Match<CaseID> = keyword(value) { return match }
                    return .value(try fitting(CaseID(text: value.whole), value, field, words))
                })
        case .marks:
            return .marks(
                try values.map { value throws(QueryProblem) in
                    try fitting(Mark(rawValue: value.whole.lowercased()), value, field, words)
                })
        case .words(let text):
            return .words(
                text,
                try values.map { value throws(QueryProblem) in
                    if text != .text, let match: Match<WordPattern> = keyword(value) { return match }
                    return .value(try pattern(value))
                })
        case .value(let name):
            return .value(name, try values.map { value throws(QueryProblem) in try match(value, of: name, words) })
        case .number, .time: throw QueryProblem.noValue(field, values.first?.column ?? 1, words)
        }
    }

    /// The words to search for in a typed value.
    static func pattern(_ value: TypedValue) throws(QueryProblem) -> WordPattern {
        guard let pattern = WordPattern(value.text, prefix: value.isPrefix) else {
            throw QueryProblem.noWords(value.whole, value.column)
        }
        return pattern
    }

    private static func match(
        _ value: TypedValue, of field: ValueField, _ words: Vocabulary
    ) throws(QueryProblem) -> Match<ValuePattern> {
        if let match: Match<ValuePattern> = keyword(value) { return match }
        if field.isAgent, value.keyword == "me" { return .value(.me) }
        if value.isPrefix, value.text.isEmpty, !value.isQuoted { return .any }
        // Screens tell names where cases have codes.
        let code = value.isPrefix ? nil : field.caseField.flatMap { words.code(saying: value.text, of: $0) }
        let needle = Needle(code ?? value.text)
        guard !needle.folded.isEmpty else {
            throw QueryProblem.badValue(value.whole, .value(field), value.column, words)
        }
        return .value(value.isPrefix ? .begins(needle) : .whole(needle))
    }

    private static func keyword<Value>(_ value: TypedValue) -> Match<Value>? {
        switch value.keyword {
        case "none": Match.none
        case "any": Match.any
        default: nil
        }
    }

    private static func fitting<Value>(
        _ found: Value?, _ value: TypedValue, _ field: QueryField, _ words: Vocabulary
    ) throws(QueryProblem) -> Value {
        guard let found else { throw QueryProblem.badValue(value.whole, field, value.column, words) }
        return found
    }
}

extension CodeField {
    /// The code that a text is, or says in the words of a screen; nil when it is none.
    public func code(_ text: String, _ words: Vocabulary) -> String? {
        let folded = Words.fold(text)
        if let code = codes(words).first(where: { $0 == folded }) { return code }
        let said = Words.index(text)
        return said.isEmpty ? nil : titles(words).first { Words.index($0.title) == said }?.code
    }
}
