/// Reads one term of a query: a field with its values, or words to search for.
enum TermReader {
    /// The signs between a field and its values.
    private enum Sign: String {
        case colon = ":"
        case less = "<"
        case atMost = "<="
        case more = ">"
        case atLeast = ">="
    }

    static func read(_ scanner: inout QueryScanner, _ words: Vocabulary) throws(QueryProblem) -> Term {
        let start = scanner.column
        if scanner.next == "\"" { return try phrase(try scanner.value()) }
        let name = try fieldName(&scanner)
        guard let name, let sign = sign(&scanner) else {
            scanner.at = start - 1
            return try phrase(scanner.unquoted(until: "()\""))
        }
        let field = try field(name, start)
        let signColumn = scanner.column - sign.rawValue.utf8.count
        var values = [try needed(&scanner, field, words)]
        while scanner.take(",") { values.append(try needed(&scanner, field, words)) }
        if sign == .colon, field.isCompared, let value = values.first(where: { !$0.isQuoted && $0.isComparison }) {
            throw QueryProblem.colonBeforeSign(name, value.text, value.column)
        }
        if sign != .colon, values.count > 1 { throw QueryProblem.oneValue(sign.rawValue, values[1].column) }
        switch field {
        case .number(let number): return .number(number, try values.map(bounds(number, sign, words)))
        case .time(let time):
            if time == .response, sign == .colon, let states = responseStates(values, words) { return states }
            return .time(time, try values.map(timeMatch(time, sign, words)))
        default: break
        }
        guard sign == .colon else { throw QueryProblem.colonOnly(field, sign.rawValue, signColumn) }
        return try ValueReader.term(field, values, words)
    }

    /// The words to search for everywhere.
    private static func phrase(_ value: TypedValue) throws(QueryProblem) -> Term {
        .words(.text, [.value(try ValueReader.pattern(value))])
    }

    /// The name before a sign, in bare letters or as `x."NAME"`; nil when no field begins here.
    private static func fieldName(_ scanner: inout QueryScanner) throws(QueryProblem) -> String? {
        let name = scanner.run(until: "()\",:<>")
        guard let first = name.unicodeScalars.first, first.isASCII, first.properties.isAlphabetic else { return nil }
        scanner.skip(name)
        guard name.lowercased() == "x.", scanner.next == "\"" else { return name }
        return name + (try scanner.quoted())
    }

    private static func sign(_ scanner: inout QueryScanner) -> Sign? {
        if scanner.take(":") { return .colon }
        if scanner.take("<") { return scanner.take("=") ? .atMost : .less }
        if scanner.take(">") { return scanner.take("=") ? .atLeast : .more }
        return nil
    }

    private static func field(_ name: String, _ column: Int) throws(QueryProblem) -> QueryField {
        if let field = QueryField(typed: name) { return field }
        let scalars = name.unicodeScalars
        guard
            scalars.prefix(2).elementsEqual("x.".unicodeScalars) || scalars.prefix(2).elementsEqual("X.".unicodeScalars)
        else { throw QueryProblem.noField(name, column) }
        let name = Needle(String(String.UnicodeScalarView(scalars.dropFirst(2))))
        guard !name.folded.isEmpty else { throw QueryProblem.noColumnName(column + 2) }
        return .value(.extra(name))
    }

    private static func needed(
        _ scanner: inout QueryScanner, _ field: QueryField, _ words: Vocabulary
    ) throws(QueryProblem) -> TypedValue {
        let value = try scanner.value()
        guard value.isQuoted || value.isPrefix || !value.text.isEmpty else {
            throw QueryProblem.noValue(field, value.column, words)
        }
        return value
    }

    /// `response:breached` asks for the state of the response clock.
    private static func responseStates(_ values: [TypedValue], _ words: Vocabulary) -> Term? {
        let codes = values.compactMap { CodeField.responseState.code($0.text, words) }
        return codes.count == values.count ? .codes(.responseState, codes.map { .value($0) }) : nil
    }

    private static func bounds(
        _ field: NumberField, _ sign: Sign, _ words: Vocabulary
    ) -> (TypedValue) throws(QueryProblem) -> Bounds {
        { value throws(QueryProblem) in
            let problem = QueryProblem.badValue(value.whole, .number(field), value.column, words)
            let range = field.range(words)
            // A severity may be told by its code, and always by its place.
            let text = field == .version ? nil : words.severity(value.whole).map { String($0.rank) }
            guard let (low, high, isRange) = NumberText.read(text ?? value.whole, within: range) else {
                throw problem
            }
            guard !isRange || sign == .colon else { throw QueryProblem.oneValue(sign.rawValue, value.column) }
            if let low, let high, low > high { throw QueryProblem.backwards(value.text, value.column) }
            let number = low ?? 0
            let bounds =
                switch sign {
                case .colon: Bounds(low, high)
                case .less: Bounds(nil, number - 1)
                case .atMost: Bounds(nil, number)
                case .more: Bounds(number + 1, nil)
                case .atLeast: Bounds(number, nil)
                }
            guard bounds.low ?? 0 <= range.upperBound, bounds.high ?? 1 >= range.lowerBound else {
                throw problem
            }
            return bounds
        }
    }

    private static func timeMatch(
        _ field: TimeField, _ sign: Sign, _ words: Vocabulary
    ) -> (TypedValue) throws(QueryProblem) -> Match<TimeTest> {
        { value throws(QueryProblem) in
            if sign == .colon, value.keyword == "none" { return .none }
            if sign == .colon, value.keyword == "any" { return .any }
            if sign == .colon, let test = try TimeText.range(value, of: field, words) { return .value(test) }
            guard let point = TimeText.point(value.whole) else {
                if value.whole.contains("..") { throw QueryProblem.oneValue(sign.rawValue, value.column) }
                throw QueryProblem.badTime(value.whole, field, value.column, words)
            }
            return switch sign {
            case .colon: .value(.at(point))
            case .less: .value(.less(point))
            case .atMost: .value(.atMost(point))
            case .more: .value(.more(point))
            case .atLeast: .value(.atLeast(point))
            }
        }
    }
}

extension QueryField {
    /// Whether its values can be compared by `<` and `>`.
    fileprivate var isCompared: Bool {
        switch self {
        case .number, .time: true
        default: false
        }
    }
}

extension TypedValue {
    /// Whether it begins with a sign that compares.
    fileprivate var isComparison: Bool { text.unicodeScalars.first == "<" || text.unicodeScalars.first == ">" }
}
