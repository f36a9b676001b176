public import CaseModel

/// How the columns of a foreign table become the fields of cases.
///
/// A map is a settings file:
///
///     [import]
///     source = jira                  # keeps the numbers of two systems apart; the file's name when missing
///     kind = case                    # what a row tells of; see ``RowMap`` for account, contact, contract …
///     format = csv                   # or json: one array of objects, or one object after the other; found out otherwise
///     encoding = utf-8               # utf-16, windows-1252, latin-1; a byte order mark decides by itself
///     delimiter = ,                  # one sign, or: comma, semicolon, tab, pipe
///     null = ?, NULL                 # cells that mean nothing; an empty cell always does
///     date = d/M/yyyy HH:mm          # Unicode letters, or iso; several lines are tried in turn
///     zone = Europe/Dublin           # of times without an offset; UTC when missing
///     key = number                   # id|_id is the first of these that the table has; rows with the same key are the history of one case
///     time = updated, created        # when a row happened: the first of these columns with a value
///     actor = updated_by             # who did it
///     note = comment                 # the text of the row's event
///     order = file                   # or time: rows of a case are sorted by when they happened
///     add = queue, owner             # fields whose unknown names are added; all when missing, or: none. Others are told
///
///     [rows]
///     deleted = no, false            # only rows in which this column says one of these
///
///     [constants]
///     type = technical               # a field that is the same in every row
///
///     [fields]
///     severity = priority            # field = column
///     subject = "{area} · {symptom}" # field = a text with columns in braces; what is empty leaves no trace
///     x.area = area                  # an extra field by another name, or beside a field
///
///     [values "status"]
///     In Progress = wip              # what a column says = what the field holds
///     -100 = keep                    # the field stays as it was
///     default = open                 # everything else; without it the usual words of other systems are understood
///     empty = new                    # an empty cell
///
///     [hidden-until "closed"]        # or solved: facts the source wrote into every row of a case afterwards
///     columns = closed_at, closed_code
///     not-before = closed_at         # nor may the row be older than the time in this column
///
///     [ignore]
///     columns = internal_id
///
/// Columns that are not named anywhere become extra fields under their own names.
public struct ImportMap: Equatable, Sendable {
    /// The name of the source; cases are known again by source and key.
    public var source: String
    /// How the bytes of the file are to be read.
    public var layout: FileLayout
    /// How times are written.
    public var dates: DateReading
    /// What makes rows into histories.
    public var history: HistoryColumns
    /// Where the fields come from.
    public var fields: [FieldSource]
    /// What the words of the source mean, by field.
    public var values: [CaseField: ValueTable]
    /// Columns that count as empty until a case has come so far.
    public var hidden: [HiddenColumns]
    /// Columns that are left out.
    public var ignored: [ColumnName]
    /// Which rows are taken.
    public var chosen: [ChosenRows]
    /// The fields whose unknown names are added; nil for all.
    public var adds: Set<String>?
    /// The name of the map's file, for messages.
    public var file: String
    /// The words that fields can hold.
    public var words: Vocabulary
}

/// Rows that are taken: those in which a column says one of some words.
public struct ChosenRows: Equatable, Sendable {
    /// The column.
    public var column: ColumnName
    /// The words, in lower case; an empty one for an empty cell.
    public var words: Set<String>
}

/// A column that a map names, and where it does.
public struct ColumnName: Hashable, Sendable {
    /// The name in the header of the table.
    public var name: String
    /// The line of the map.
    public var line: Int
    /// The place in that line.
    public var column: Int
}

/// How the bytes of a table are to be read.
public struct FileLayout: Equatable, Sendable {
    /// How rows are written; nil when the first sign of the file decides.
    public var format: TableFormat?
    /// How characters are written when no byte order mark says so.
    public var encoding: TextEncoding = .utf8
    /// The byte between two cells.
    public var delimiter: UInt8 = UInt8(ascii: ",")
    /// Cells that mean nothing, beside the empty one.
    public var nulls: Set<String> = []
}

/// How a table writes its rows.
public enum TableFormat: String, CaseIterable, Sendable {
    /// Cells with a sign between them.
    case csv
    /// Objects, in an array or one after the other.
    case json
}

extension FileLayout {
    /// Whether a cell says nothing.
    func isNull(_ cell: ArraySlice<UInt8>) -> Bool {
        let bytes = cell.trimmedBlanks
        if bytes.isEmpty { return true }
        return !nulls.isEmpty && bytes.count <= 64 && nulls.contains(String(decoding: bytes, as: UTF8.self))
    }
}

/// How a file writes its characters.
public enum TextEncoding: String, CaseIterable, Sendable {
    /// UTF-8, with or without a mark.
    case utf8 = "utf-8"
    /// UTF-16 of either order; without a mark little-endian.
    case utf16 = "utf-16"
    /// UTF-16, least byte first.
    case utf16le = "utf-16le"
    /// UTF-16, greatest byte first.
    case utf16be = "utf-16be"
    /// Windows code page 1252.
    case windows1252 = "windows-1252"
    /// ISO 8859-1.
    case latin1 = "latin-1"
}

/// What makes rows into histories of cases.
public struct HistoryColumns: Equatable, Sendable {
    /// Rows with the same value are one case.
    public var key: ColumnName
    /// When a row happened: the first of these with a value.
    public var times: [ColumnName]
    /// Who did it.
    public var actor: ColumnName?
    /// What was said.
    public var note: ColumnName?
    /// Rows of a case are sorted by time; otherwise they stand as in the file.
    public var isSorted: Bool
}

/// Where one field comes from.
public struct FieldSource: Equatable, Sendable {
    /// The field.
    public var field: CaseField
    /// Texts and columns in turn.
    public var parts: [Part]

    /// A piece of a composed field.
    public enum Part: Equatable, Sendable {
        /// Text as it stands.
        case text(String)
        /// The value of a column.
        case column(ColumnName)
    }
}

/// Columns that count as empty until the case has come so far.
public struct HiddenColumns: Equatable, Sendable {
    /// True for closed and denied alone; false for a solution offered as well.
    public var untilClosed: Bool
    /// The columns.
    public var columns: [ColumnName]
    /// A column with a time that the row must have reached as well.
    public var notBefore: ColumnName?
}
