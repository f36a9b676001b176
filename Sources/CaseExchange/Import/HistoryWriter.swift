internal import CaseModel

/// The second pass over the rows of one case: each becomes an entry with what differs from the one before.
struct HistoryWriter {
    private let bound: BoundMap
    private var previous: CSVRow?
    private var wasHidden: [Bool]
    private var last: [CaseField: String] = [:]
    private var status: Status = .new

    init(_ bound: BoundMap) {
        self.bound = bound
        wasHidden = Array(repeating: false, count: bound.gates.count)
    }

    /// The entry of the case's next row.
    mutating func entry(_ row: CSVRow) throws(FieldFault) -> HistoryEntry {
        guard let time = try bound.time(of: row) else {
            throw FieldFault(column: bound.times[0], message: "This row has no time.")
        }
        if let index = bound.status, case .value(let code?) = try value(bound.fields[index], row, []) {
            status = Status(rawValue: code) ?? status
        }
        let isHidden = bound.map.hidden.indices.map { hides($0, row, time) }
        var entry = HistoryEntry(at: time, actor: actor(of: row), values: [:], text: note(of: row))
        for field in bound.fields {
            if let previous, !differs(field, row, previous, isHidden) { continue }
            guard case .value(let new) = try value(field, row, isHidden) else { continue }
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
        let isDone = status == .closed || status == .denied
        guard isDone || (status == .solved && !bound.map.hidden[rule].untilClosed) else { return true }
        guard let gate = bound.gates[rule] else { return false }
        let cell = row.cell(gate)
        guard !bound.isNull(cell), let earliest = bound.map.dates.instant(cell.trimmedBlanks) else { return false }
        return time < earliest
    }

    private func actor(of row: CSVRow) -> String {
        guard let column = bound.actor, !bound.isNull(row.cell(column)) else { return bound.map.source }
        return row.text(column).trimmedBlanks.cut(toBytes: CaseLimits.subject)
    }

    private func note(of row: CSVRow) -> String? {
        guard let column = bound.note, !bound.isNull(row.cell(column)) else { return nil }
        return row.text(column).cut(toBytes: CaseLimits.text)
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
