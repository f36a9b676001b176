internal import CaseModel

/// The second pass over the rows of one case: each becomes an entry with what differs from the one before.
struct HistoryWriter {
    private let bound: BoundMap
    private var previous: CSVRow?
    private var wasHidden: [Bool]
    private var last: [CaseField: String] = [:]
    private var status: Status

    init(_ bound: BoundMap) {
        self.bound = bound
        status = bound.map.words.start
        wasHidden = Array(repeating: false, count: bound.gates.count)
    }

    /// The entry of the case's next row.
    mutating func entry(_ row: CSVRow) throws(FieldFault) -> HistoryEntry {
        guard let time = try bound.time(of: row) else {
            throw FieldFault(column: bound.times[0], message: "This row has no time.")
        }
        if let index = bound.status, case .value(let code?) = try value(bound.fields[index], row, []) {
            status = bound.map.words.status(code) ?? status
        }
        let isHidden = bound.map.hidden.indices.map { hides($0, row, time) }
        let actor = bound.actor(of: row)
        var entry = HistoryEntry(
            at: time, actor: actor?.text ?? bound.map.source, values: previous == nil ? longNames : [:],
            text: try bound.note(of: row))
        if let actor, let column = bound.actor { keepWhole([column], of: row, actor.isCut, in: &entry) }
        for field in bound.fields {
            if let previous, !differs(field, row, previous, isHidden) { continue }
            let said = try value(field, row, isHidden)
            guard said != .keep else { continue }
            if field.field == .subject || field.field == .tags {
                keepWhole(field.columns, of: row, said.isCut, in: &entry)
            }
            let new = said.text
            let isNew = last[field.field] != new
            last[field.field] = new
            guard isNew else { continue }
            // An empty cell takes nothing from what every case has; that a case is open again says when it is not closed.
            if new == nil, field.field == .closedAt || field.field.everyCaseHas { continue }
            entry.values[field.field] = .some(new)
        }
        previous = row
        wasHidden = isHidden
        return entry
    }

    private func value(_ field: BoundField, _ row: CSVRow, _ isHidden: [Bool]) throws(FieldFault) -> FieldValue {
        try bound.value(of: field, in: row) { column in
            bound.hiding[column].map { $0 < isHidden.count && isHidden[$0] } ?? false
        }
    }

    private func differs(_ field: BoundField, _ row: CSVRow, _ previous: CSVRow, _ isHidden: [Bool]) -> Bool {
        field.columns.contains { column in
            if let rule = bound.hiding[column] {
                if isHidden[rule] != wasHidden[rule] { return true }
                if isHidden[rule] { return false }
            }
            return !row.hasSame(column, as: previous)
        }
    }

    /// Whether a rule hides its columns in a row: the case has not come so far, or the fact is of a later time.
    private func hides(_ rule: Int, _ row: CSVRow, _ time: Timestamp) -> Bool {
        let isDone = !status.isOpen
        guard isDone || (status.role == .offered && !bound.map.hidden[rule].untilClosed) else { return true }
        guard let gate = bound.gates[rule] else { return false }
        let cell = row.cell(gate)
        guard !bound.isNull(cell), let earliest = bound.map.dates.instant(cell.trimmedBlanks) else { return false }
        return time < earliest
    }

    /// Keeps the cells of a field that does not take all of them; forgets them when it does again.
    private mutating func keepWhole(_ columns: [Int], of row: CSVRow, _ isCut: Bool, in entry: inout HistoryEntry) {
        for column in columns {
            guard let field = bound.whole.cells[column] else { continue }
            let new = isCut && !bound.isNull(row.cell(column)) ? row.text(column) : nil
            guard last[field] != new else { continue }
            last[field] = new
            entry.values[field] = .some(new)
        }
    }

    /// The names of columns that are too long for a field's name.
    private var longNames: [CaseField: String?] {
        Dictionary(bound.whole.names.map { ($1, bound.whole.long[$0]) }, uniquingKeysWith: { first, _ in first })
    }
}

extension FieldValue {
    /// What is written into the field.
    fileprivate var text: String? {
        switch self {
        case .value(let text): text
        case .cut(let text, _): text
        case .keep: nil
        }
    }

    fileprivate var isCut: Bool {
        if case .cut = self { true } else { false }
    }
}

extension CaseField {
    /// Whether every case has it.
    fileprivate var everyCaseHas: Bool {
        switch self {
        case .subject, .type, .status, .severity, .requestedSeverity, .openedAt: true
        default: false
        }
    }
}
