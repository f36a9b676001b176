/// One file that a person edits: sections with keys and values, each knowing where it stands.
///
/// The grammar is the same for every such file and gives nothing a meaning:
///
///     # a comment
///     [section "name"]
///     key = value
///     greeting = "  blanks and \"quotes\" survive in here\n"
///
/// A `#` begins a comment only at the start of a line (or after a quoted value or a section), so that `#ff8800` can be
/// a value. A key or value in double quotes knows the escapes `\"`, `\\`, `\n` and `\t`.
public struct SettingsFile: Equatable, Sendable {
    /// The name to use for the file in problems, as the person knows it.
    public var name: String
    /// The sections in the order of the file; keys before any section stand in one whose kind is empty.
    public var sections: [SettingsSection]

    /// Makes a file from sections that are at hand.
    public init(name: String, sections: [SettingsSection] = []) {
        self.name = name
        self.sections = sections
    }

    /// The largest file that is read, in bytes.
    public static let byteLimit = 256 * 1024

    /// All sections of a kind, in the order of the file.
    public func sections(_ kind: String) -> [SettingsSection] {
        sections.filter { $0.kind == kind }
    }

    /// A problem with an entry of this file, at the place of its key.
    public func problem(at entry: SettingsEntry, _ message: String, isFatal: Bool = false) -> SettingsProblem {
        SettingsProblem(file: name, line: entry.line, column: entry.column, message: message, isFatal: isFatal)
    }

    /// A problem with a section of this file, at the place of its bracket.
    public func problem(at section: SettingsSection, _ message: String, isFatal: Bool = false) -> SettingsProblem {
        SettingsProblem(file: name, line: section.line, column: section.column, message: message, isFatal: isFatal)
    }
}

/// A section of a settings file: `[kind "name"]` and the entries below it.
public struct SettingsSection: Equatable, Sendable {
    /// The word after the bracket; empty for what stands before the first section.
    public var kind: String
    /// The quoted name, if the section has one.
    public var name: String?
    /// The entries in the order of the file; a key may stand more than once.
    public var entries: [SettingsEntry]
    /// The line of the bracket, counted from 1.
    public var line: Int
    /// The column of the bracket in Unicode scalars, counted from 1.
    public var column: Int

    /// Makes a section.
    public init(kind: String, name: String? = nil, entries: [SettingsEntry] = [], line: Int = 1, column: Int = 1) {
        self.kind = kind
        self.name = name
        self.entries = entries
        self.line = line
        self.column = column
    }

    /// The value that stands last for a key, if any: later lines win.
    public subscript(key: String) -> String? {
        entries.last { $0.key == key }?.value
    }
}

/// One line `key = value` of a settings file.
public struct SettingsEntry: Equatable, Sendable {
    /// The word before the equals sign.
    public var key: String
    /// The text after it, without the blanks around it; empty when nothing stands there.
    public var value: String
    /// The line, counted from 1.
    public var line: Int
    /// The column of the key in Unicode scalars, counted from 1.
    public var column: Int
    /// The column of the value in Unicode scalars, counted from 1.
    public var valueColumn: Int

    /// Makes an entry.
    public init(key: String, value: String, line: Int = 1, column: Int = 1, valueColumn: Int = 1) {
        self.key = key
        self.value = value
        self.line = line
        self.column = column
        self.valueColumn = valueColumn
    }
}
