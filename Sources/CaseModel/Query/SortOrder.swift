/// What a case is ordered by: the value of each key, prepared once.
///
/// Empty values come last in either direction; equal cases stand by number, the smaller first. Texts are compared by
/// the UTF-8 bytes of ``Words/fold(_:)``, statuses by their place in the life cycle (``Status/place``).
public struct SortRow: Sendable {
    /// The case.
    public let id: CaseID
    private let values: [Value?]

    private enum Value: Equatable, Sendable {
        case number(Int64)
        case text([UInt8])
    }

    /// Prepares a case for an order.
    public init(_ item: Case, names: Names, keys: [SortKey]) {
        id = item.id
        values = keys.map { key in SortRow.value(of: key.field, item, names) }
    }

    /// Whether a case stands before another that was prepared with the same keys.
    public func precedes(_ other: SortRow, by keys: [SortKey]) -> Bool {
        for (place, key) in keys.enumerated() where place < values.count && place < other.values.count {
            switch (values[place], other.values[place]) {
            case (nil, nil): continue
            case (_?, nil): return true
            case (nil, _?): return false
            case (let mine?, let theirs?):
                if mine == theirs { continue }
                return SortRow.less(mine, theirs) != key.descending
            }
        }
        return id < other.id
    }

    private static func less(_ a: Value, _ b: Value) -> Bool {
        switch (a, b) {
        case (.number(let a), .number(let b)): a < b
        case (.text(let a), .text(let b)): a.lexicographicallyPrecedes(b)
        case (.number, .text): true
        case (.text, .number): false
        }
    }

    private static func value(of field: SortKey.Field, _ item: Case, _ names: Names) -> Value? {
        func text(_ field: ValueField) -> Value? {
            item.values(of: field, names).first.map { .text(Array(Words.fold($0).utf8)) }
        }
        func number(_ instant: Timestamp?) -> Value? { instant.map { .number($0.seconds) } }
        return switch field {
        case .id: .number(item.id.number)
        case .severity: .number(Int64(item.severity.rank))
        case .status: .number(Int64(item.status.place))
        case .due: number(item.nextDue)
        case .opened: number(item.openedAt)
        case .updated: number(item.updatedAt)
        case .closed: number(item.closedAt)
        case .snoozed: number(item.snoozedUntil)
        case .subject: .text(Array(Words.fold(item.subject).utf8))
        case .account: text(.account)
        case .contact: text(.contact)
        case .queue: text(.queue)
        case .owner: text(.owner)
        }
    }
}

extension [SortKey] {
    /// Cases in this order.
    public func ordered(_ items: [Case], names: Names) -> [Case] {
        items.map { ($0, SortRow($0, names: names, keys: self)) }
            .sorted { $0.1.precedes($1.1, by: self) }
            .map(\.0)
    }
}

extension Case {
    /// When an answer is due that is owed; nil when none is, and while its clock stands still.
    public var nextDue: Timestamp? {
        let next = ClockFace.next(response, followUp)
        return next.isOwed ? next.due : nil
    }
}
