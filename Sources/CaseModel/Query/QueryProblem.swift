/// What is wrong with a query, and where.
public struct QueryProblem: Error, Equatable, Sendable, CustomStringConvertible {
    /// The scalar at fault, 1 for the first.
    public let column: Int
    /// What is wrong and what would fit, as whole sentences; it names the column.
    public let message: String
    /// What helps where the reader's way of asking has it; nil where the message says all.
    public let help: Help?

    /// What helps, for shell and screens to say each in its own way.
    public enum Help: Equatable, Sendable {
        /// The name of the field that was meant, nil for none that is near; or the list of all fields.
        case fields(near: String?)
    }

    /// A problem in words.
    public init(column: Int, message: String, help: Help? = nil) {
        self.column = column
        self.message = message
        self.help = help
    }

    /// The message.
    public var description: String { message }
}

extension QueryProblem {
    static func tooLong(_ bytes: Int) -> QueryProblem {
        QueryProblem(column: 1, message: "The query has \(bytes) bytes; \(CaseQuery.longest) fit. Shorten it.")
    }

    static func tooDeep(_ column: Int) -> QueryProblem {
        QueryProblem(
            column: column,
            message: "The query is nested more than \(CaseQuery.deepest) deep at column \(column). Make it flatter.")
    }

    static func noField(_ name: String, _ column: Int) -> QueryProblem {
        let advice = QueryField.begun(name) ?? nearest(name, among: QueryField.typedNames)
        let ending = advice.map { "Did you mean \($0)?" } ?? "Put it in quotes to search for the words."
        return QueryProblem(
            column: column, message: "There is no field \(cut(name)) at column \(column). \(ending)",
            help: .fields(near: advice))
    }

    static func noOrder(_ name: String, _ column: Int) -> QueryProblem {
        let names = SortKey.names.joined(separator: ", ")
        let ending = nearest(name, among: SortKey.names).map { "Did you mean \($0)?" } ?? "There are: \(names)."
        return QueryProblem(
            column: column, message: "Cases cannot be ordered by \(cut(name)) at column \(column). \(ending)")
    }

    static func noColumnName(_ column: Int) -> QueryProblem {
        QueryProblem(
            column: column, message: "The name of a column is missing at column \(column). Write x.NAME:value.")
    }

    static func noValue(_ field: QueryField, _ column: Int, _ words: Vocabulary) -> QueryProblem {
        let ending = " Write \(field.name):\(field.example(words))."
        return QueryProblem(column: column, message: "A value is missing at column \(column).\(ending)")
    }

    static func badValue(
        _ text: String, _ field: QueryField, _ column: Int, _ words: Vocabulary
    ) -> QueryProblem {
        let known = field.words(words).filter { $0.utf8.count > 2 && $0 != "none" && $0 != "any" }
        let typed = Words.split(text).joined(separator: "-")
        let begun = typed.utf8.count < 3 ? [] : known.filter { $0.utf8.starts(with: typed.utf8) }
        let meant = begun.isEmpty ? [nearest(text, among: known)].compactMap { $0 } : Array(begun.prefix(3))
        let near = meant.isEmpty ? "" : "Did you mean \(meant.joined(separator: " or "))? "
        // A long list stands last, for what has no room is cut at its end.
        if case .code(let code) = field, !code.titles(words).isEmpty {
            return QueryProblem(
                column: column,
                message: "\(near)There is no \(field.name) \(cut(text)) (column \(column)). "
                    + "There are: \(field.fitting(words)).")
        }
        return QueryProblem(
            column: column,
            message: "\(near)\(cut(field.name)) takes \(field.fitting(words)), not \(cut(text)) (column \(column)).")
    }

    /// A time that cannot be read, or a day that no month has.
    static func badTime(
        _ text: String, _ field: TimeField, _ column: Int, _ words: Vocabulary
    ) -> QueryProblem {
        let days = text.split { ".Tt".contains($0) }.map(String.init)
        // A written day names its year, so that the day on which it is read decides nothing.
        let today = CivilDay(daysSince1970: 0)
        guard let absence = days.lazy.compactMap({ DayWords.absence($0, today: today) }).first else {
            return badValue(text, .time(field), column, words)
        }
        return QueryProblem(column: column, message: "\(absence) So \(cut(text)) at column \(column) finds nothing.")
    }

    static func backwards(_ text: String, _ column: Int) -> QueryProblem {
        QueryProblem(
            column: column, message: "\(cut(text)) at column \(column) ends before it begins. Turn it round.")
    }

    static func colonOnly(_ field: QueryField, _ sign: String, _ column: Int) -> QueryProblem {
        QueryProblem(
            column: column,
            message: "\(cut(field.name)) cannot be compared by \(sign) (column \(column)). Write a colon instead.")
    }

    static func colonBeforeSign(_ name: String, _ value: String, _ column: Int) -> QueryProblem {
        QueryProblem(
            column: column,
            message: "No colon stands before a comparison (column \(column)): write \(cut(name))\(cut(value)).")
    }

    static func oneValue(_ sign: String, _ column: Int) -> QueryProblem {
        QueryProblem(
            column: column,
            message: "Only one plain value can follow \(sign) (column \(column)). Lists and ranges follow a colon.")
    }

    static func openQuote(_ column: Int) -> QueryProblem {
        QueryProblem(column: column, message: "The quote at column \(column) is not closed. Add a \" after it.")
    }

    static func afterQuote(_ column: Int) -> QueryProblem {
        QueryProblem(column: column, message: "A blank is missing at column \(column), after the closing quote.")
    }

    static func openBracket(_ column: Int) -> QueryProblem {
        QueryProblem(column: column, message: "The ( at column \(column) is not closed. Add a ) after it.")
    }

    static func strayBracket(_ column: Int) -> QueryProblem {
        QueryProblem(
            column: column, message: "The ) at column \(column) closes nothing. Take it out, or put it in quotes.")
    }

    static func missing(_ column: Int, after: String) -> QueryProblem {
        QueryProblem(column: column, message: "Something to look for is missing after \(after), at column \(column).")
    }

    static func misplaced(_ word: String, _ column: Int) -> QueryProblem {
        QueryProblem(
            column: column,
            message: "Something to look for is missing before \(word), at column \(column). "
                + "Put \(word) in quotes to search for it.")
    }

    static func noWords(_ text: String, _ column: Int) -> QueryProblem {
        QueryProblem(
            column: column, message: "\(cut(text)) at column \(column) has no letter or digit to look for.")
    }

    /// A text short enough for a message.
    private static func cut(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > 40 else { return text.isEmpty ? "nothing" : text }
        return String(String.UnicodeScalarView(scalars.prefix(40))) + "…"
    }
}
