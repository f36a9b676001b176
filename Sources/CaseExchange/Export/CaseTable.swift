internal import CaseModel

/// Cases as lines of a table: the keys of their JSON, names for people and places, a column for each extra field.
struct CaseTable {
    private let extras: [String]

    /// A table with columns for these extra fields.
    init(extras: [String]) {
        self.extras = extras
    }

    /// The names of the columns.
    var header: [String] { CaseTable.keys + extras.map { "x." + $0 } }

    /// The cells of one case.
    func cells(of object: JSON) -> [CSVCell] {
        let extra = object["extra"] ?? .null
        return CaseTable.keys.map { (object[$0] ?? .null).cell } + extras.map { (extra[$0] ?? .null).cell }
    }

    /// Every key of a case but `extra`, as its JSON has them.
    private static let keys: [String] = {
        let blank = Case(id: CaseID(0), subject: "", openedAt: Timestamp(seconds: 0), words: .none)
        guard case .object(let fields) = CaseJSON.object(blank, names: Names(), at: blank.openedAt) else { return [] }
        return fields.map(\.key).filter { $0 != "extra" }
    }()
}

/// Events as lines of a table: one for each change, or one for an event without changes.
enum EventTable {
    /// The names of the columns.
    static let header = [
        "case", "seq", "at", "actor", "login", "action", "field", "old", "new", "text", "recordedAt", "refersTo",
    ]

    /// The lines of one event.
    static func rows(of event: CaseEvent) -> [[CSVCell]] {
        let changes: [FieldChange?] = event.changes.isEmpty ? [nil] : event.changes
        return changes.enumerated().map { index, change in
            [
                .text(event.caseID.description), .number(Int64(event.seq)), .text(event.at.description),
                .text(event.actor.name), .text(event.actor.login), .text(event.action.rawValue),
                CSVCell(change?.field.name), CSVCell(change?.old), CSVCell(change?.new),
                CSVCell(index == 0 ? event.text : nil), CSVCell(event.recordedAt?.description),
                event.refersTo.map { .number(Int64($0)) } ?? .empty,
            ]
        }
    }
}

extension CSVCell {
    /// A text, or nothing.
    fileprivate init(_ text: String?) {
        self = text.map(CSVCell.text) ?? .empty
    }
}

extension JSON {
    /// The value as one cell of any table: the name of what has one, else its number; lists with commas between.
    public var cell: CSVCell {
        switch self {
        case .null: return .empty
        case .bool(let flag): return .text(flag ? "yes" : "no")
        case .number(let number): return .number(number)
        case .string(let text): return .text(text)
        case .array(let values): return .text(values.map(\.words).joined(separator: ", "))
        case .object:
            if case .string(let name)? = self["name"] { return .text(name) }
            if case .string(let id)? = self["id"] { return .text(id) }
            return .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// The cell as a text.
    public var words: String {
        switch cell {
        case .text(let text): text
        case .number(let number): String(number)
        case .empty: ""
        }
    }
}
