/// What an import did, or would have done.
public struct ImportSummary: Equatable, Sendable {
    /// Rows of the file that were read; those on or after the day given with `--as-of` are not among them.
    public var read = 0
    /// Rows left out because they are dated on or after the day given with `--as-of`.
    public var later = 0
    /// Rows left out because the map takes only some (`[rows]`).
    public var left = 0
    /// Cases, or whatever the rows become, that were not there.
    public var created = 0
    /// Those that got something new.
    public var updated = 0
    /// Those that had everything already.
    public var unchanged = 0
    /// Rows that could not be taken.
    public var rejected = 0
    /// What is wrong, in the order of the file; at most ``problemLimit``.
    public var problems: [ImportProblem] = []
    /// How many problems there were beyond those kept.
    public var furtherProblems = 0
    /// False when nothing was taken because rows were broken and nobody said to keep going.
    public var isTaken = true

    /// The most problems that are kept with their words.
    public static let problemLimit = 1000

    /// Nothing yet.
    public init() {}

    /// Remembers a problem, or counts it when there are enough.
    public mutating func add(_ problem: ImportProblem) {
        if problems.count < ImportSummary.problemLimit { problems.append(problem) } else { furtherProblems += 1 }
    }

    /// The summary as scripts read it.
    public var json: JSON {
        .object([
            .init("read", .number(Int64(read))), .init("created", .number(Int64(created))),
            .init("updated", .number(Int64(updated))), .init("unchanged", .number(Int64(unchanged))),
            .init("rejected", .number(Int64(rejected))), .init("problems", .array(problems.map(\.json))),
        ])
    }
}

/// Something in a file that a person should look at.
public struct ImportProblem: Equatable, Sendable, CustomStringConvertible {
    /// The file, as the person named it.
    public var file: String
    /// The line, counted from 1; 0 for the file as a whole.
    public var line: Int
    /// The column in Unicode scalars, counted from 1; 0 for the file as a whole.
    public var column: Int
    /// What is wrong and what to do, in words for people.
    public var message: String

    /// A problem at a place.
    public init(file: String, line: Int, column: Int, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// The problem in one line: `cases.csv:3:7: message`.
    public var description: String { line == 0 ? message : "\(file):\(line):\(column): \(message)" }

    /// The problem as scripts read it.
    public var json: JSON {
        .object([
            .init("file", .string(file)), .init("line", .number(Int64(line))),
            .init("column", .number(Int64(column))), .init("message", .string(message)),
        ])
    }
}

/// How far an import has come.
public struct ImportProgress: Equatable, Sendable {
    /// The two passes over a file.
    public enum Stage: Equatable, Sendable {
        /// Every row is read and checked; others may work meanwhile.
        case checking
        /// Cases are written; others wait.
        case writing
    }

    /// The pass.
    public var stage: Stage
    /// Bytes of this pass that are done.
    public var bytes: Int64
    /// Bytes of the file.
    public var total: Int64
    /// Rows of this pass that are done.
    public var rows: Int
}
