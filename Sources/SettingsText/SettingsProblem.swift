/// What is wrong in a settings file, and where.
public struct SettingsProblem: Error, Equatable, Sendable {
    /// The name of the file, as the person knows it.
    public var file: String
    /// The line, counted from 1.
    public var line: Int
    /// The column in Unicode scalars, counted from 1.
    public var column: Int
    /// What is wrong and what to do, in words for people.
    public var message: String
    /// Whether the file as a whole should not be used.
    public var isFatal: Bool

    /// Makes a problem.
    public init(file: String, line: Int, column: Int, message: String, isFatal: Bool = false) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.isFatal = isFatal
    }
}

extension SettingsProblem: CustomStringConvertible {
    /// The problem in one line: `keys:3:7: message`.
    public var description: String { "\(file):\(line):\(column): \(message)" }
}

/// What reading a settings file gave: all that could be read, and what could not.
public struct SettingsReading: Equatable, Sendable {
    /// The sections that could be read.
    public var file: SettingsFile
    /// What is wrong, in the order of the file.
    public var problems: [SettingsProblem]

    /// Whether the file should not be used: the settings that were in force stay so.
    public var isBroken: Bool { problems.contains { $0.isFatal } }
}
