public import CaseModel

/// How a command that the shell has as well is to be done for the console.
public struct Running: Equatable, Sendable {
    /// How wide its tables may be, in cells.
    public var cells: Int
    /// Whether it is really tried and then dropped, to show what it would do.
    public var tries: Bool

    /// Whether the person saw what it would do, or was asked, and said yes.
    public var isAgreed: Bool
    /// What stood in the options when the person began, so that what others wrote since is a conflict.
    public var seen: [CallOption: String]
    /// The versions of several records that the person saw, by number.
    public var versions: [String: Int]
    /// What the person saw of several people, who have no versions: their options, by number.
    public var people: [String: [CallOption: String]]

    /// A way to do a command.
    public init(
        cells: Int, tries: Bool = false, isAgreed: Bool = false, seen: [CallOption: String] = [:],
        versions: [String: Int] = [:], people: [String: [CallOption: String]] = [:]
    ) {
        self.versions = versions
        self.people = people
        self.cells = cells
        self.tries = tries
        self.isAgreed = isAgreed
        self.seen = seen
    }
}

/// What a command printed, and whether it was done.
public struct CommandReport: Equatable, Sendable {
    /// Whether all of it was done.
    public var isDone: Bool
    /// What it printed, line by line: what was found or done.
    public var lines: [String]
    /// What it said beside that: warnings, and why it was not done.
    public var remarks: [String]
    /// What was done that can be taken back.
    public var outcomes: [OperationOutcome]
    /// The field or option that stood against it, by name; nil where it was done, or none did.
    public var field: String?

    /// The numbers of what was left out of several: remarks about those begin with them.
    var leftOut: Set<String> { Set(remarks.compactMap { $0.split(separator: " ").first.map(String.init) }) }

    /// What stands in the line of something that an act did not have to change.
    public static let soAlready = "is already like that"

    /// How many lines tell of something that was changed.
    var changes: Int { lines.count { !$0.contains(CommandReport.soAlready) } }

    /// What a rehearsal says in front of what would be.
    static let rehearsal = "Would be:"

    /// A report.
    public init(
        isDone: Bool, lines: [String], remarks: [String] = [], outcomes: [OperationOutcome] = [],
        field: String? = nil
    ) {
        self.outcomes = outcomes
        self.field = field
        self.isDone = isDone
        self.lines = lines
        self.remarks = remarks
    }
}

extension String {
    /// What a command says it did, without the version that only scripts need.
    var withoutVersion: String {
        let parts = split(separator: " Version ", omittingEmptySubsequences: false)
        guard parts.count > 1, let last = parts.last else { return self }
        let digits = last.prefix { $0.isASCII && $0.isNumber }
        let rest = last.dropFirst(digits.count)
        guard !digits.isEmpty, rest.first == "." else { return self }
        return parts.dropLast().joined(separator: " Version ") + rest.dropFirst()
    }
}
