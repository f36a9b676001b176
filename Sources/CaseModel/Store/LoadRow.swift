/// One row of a table of people, customers or records, as another system tells it.
public struct LoadRow: Equatable, Sendable {
    /// What it tells of.
    public var kind: RowKind
    /// The key in the source, by which it is found again.
    public var key: String
    /// Where it stands in the file, for messages: 1 for the first line.
    public var line: Int
    /// What it says, by field; a field that is missing stays as it was, a nil empties it.
    ///
    /// A field that names somebody or something holds the key it has in the source, or its name.
    public var values: [String: String?]

    /// A row to load.
    public init(kind: RowKind, key: String, line: Int, values: [String: String?]) {
        self.kind = kind
        self.key = key
        self.line = line
        self.values = values
    }

    /// What is kept of a key that names somebody whose data was erased: it still tells that the row was there.
    public static func digest(of key: String) -> String { "sha256:" + SHA256.text(of: Array(key.utf8)) }
}

/// What a load knows of a row, to recognise it next time and to see what a person changed since.
public struct LoadedRow: Equatable, Sendable {
    /// The number here, among its kind.
    public var number: Int64
    /// What the source said last, each value in the form in which it is kept here.
    public var values: [String: String]

    /// A row that was taken over.
    public init(number: Int64, values: [String: String]) {
        self.number = number
        self.values = values
    }
}

/// Something in a load that a person should look at.
public struct LoadProblem: Equatable, Sendable {
    /// The line of the file.
    public var line: Int
    /// The field whose column to look at; nil for the row as a whole.
    public var field: String?
    /// What is wrong and what became of it, in words.
    public var message: String

    /// A problem at a place.
    public init(line: Int, field: String?, message: String) {
        self.line = line
        self.field = field
        self.message = message
    }
}

extension LoadCounts {
    /// Remembers a problem, or counts it when there are enough.
    mutating func add(_ problem: LoadProblem) {
        if problems.count < LoadCounts.problemLimit { problems.append(problem) } else { furtherProblems += 1 }
    }

    /// Puts the problems after the first so many into the order of their fields, where they came in none.
    mutating func sortProblems(after count: Int) {
        problems[count...].sort { ($0.line, $0.field ?? "") < ($1.line, $1.field ?? "") }
    }
}
