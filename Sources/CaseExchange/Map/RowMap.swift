public import CaseModel

/// How the columns of a foreign table become people, customers or records, one for each row.
///
/// The file is that of ``ImportMap``, with `kind` under `[import]`:
///
///     [import]
///     kind = entitlement             # account, contact, agent, or a kind of record
///     source = salesforce            # the same for all tables of one system: by it their keys find each other
///     key = Id                       # by which a row is found again; several with commas between
///     time = LastModifiedDate        # for --as-of
///     add = account                  # fields whose unknown names are added; none when missing, others are told
///
///     [fields]
///     account = AccountId            # a key of the source, or a name
///     plan = Type
///
///     [constants]
///     telemetry = yes
///
///     [values "plan"]
///     Phone Support = select
///
///     [ignore]
///     columns = *                    # every column that is not named; they are told otherwise
public struct RowMap: Equatable, Sendable {
    /// What a row tells of.
    public var kind: RowKind
    /// The name of the source; rows are known again by source, kind and key.
    public var source: String
    /// How the bytes of the file are to be read.
    public var layout: FileLayout
    /// How times are written.
    public var dates: DateReading
    /// The columns that make the key of a row, and those with its time.
    public var rows: RowColumns
    /// Where the fields come from.
    public var fields: [RowSource]
    /// What the words of the source mean, by field.
    public var values: [String: ValueTable]
    /// Which rows are taken.
    public var chosen: [ChosenRows]
    /// The fields whose unknown names are added.
    public var adds: Set<String>
    /// Columns that are left out.
    public var ignored: [ColumnName]
    /// The name of the map's file, for messages.
    public var file: String
}

/// The columns by which rows are known again and told apart.
public struct RowColumns: Equatable, Sendable {
    /// Rows with the same values in all of these are one.
    public var keys: [ColumnName]
    /// When a row is of: the first of these with a value.
    public var times: [ColumnName]
    /// Columns that are not named are left out without a word.
    public var leavesOthers: Bool
}

/// Where one field of a row comes from.
public struct RowSource: Equatable, Sendable {
    /// The field.
    public var field: RecordField
    /// Texts and columns in turn.
    public var parts: [FieldSource.Part]
}

extension RowMap {
    /// The map that reads back what this program writes of a kind (`export`).
    public static func own(_ kind: RowKind) -> RowMap {
        let fields = kind.fields.map { field in
            RowSource(field: field, parts: [.column(ColumnName(name: field.ownColumn, line: 0, column: 0))])
        }
        let dates: DateReading
        do throws(DatePattern.Problem) {
            dates = DateReading(patterns: try DatePattern.iso(), zone: .utc)
        } catch {
            dates = DateReading(patterns: [], zone: .utc)
        }
        let key = ColumnName(name: "id", line: 0, column: 0)
        return RowMap(
            kind: kind, source: LoadHeader.ownSource, layout: FileLayout(), dates: dates,
            rows: RowColumns(keys: [key], times: [], leavesOthers: true), fields: fields, values: [:], chosen: [],
            adds: [], ignored: [], file: "caseload-\(kind.code)")
    }

    /// The names of the maps that read back what this program writes, by kind.
    public static let ownNames: [(name: String, kind: RowKind)] = RowKind.loadable.map { ("caseload-\($0.code)", $0) }
}

extension RecordField {
    /// Whether it names a customer or a person, who can be added by name alone.
    var namesPeople: Bool { [.account, .contact, .agent].contains(type) }

    /// The column in which the program writes what the field holds so that it is found again.
    var ownColumn: String {
        switch type {
        case .account, .contact, .agent: "\(name).id"
        default: name
        }
    }
}
