import CaseModel

// How clocks and what stands beside a status are kept in a case's row.

extension Severity {
    /// The code, where it is not the rank.
    var column: SQLValue { code == String(rank) ? .null : .text(code) }
}

extension ClockFace {
    /// Phase, due time, first late second, target; all null where there is no clock.
    var columns: [SQLValue] {
        [SQLValue(phase.orNil?.rawValue), SQLValue(due), SQLValue(lateFrom), SQLValue(target)]
    }

    /// A clock from four columns.
    init(_ row: Row, _ first: Int) throws(StoreError) {
        self.init(
            phase: try row.wordOrNil(first, ClockState.Phase.init(rawValue:)) ?? .none,
            due: try row.instantOrNil(first + 1), lateFrom: try row.instantOrNil(first + 2),
            target: try row.textOrNil(first + 3))
    }
}

/// What a status was given, as one text: name and value of each, by name.
enum GivenText {
    static func encode(_ given: [String: String]) -> SQLValue {
        guard !given.isEmpty else { return .null }
        var result = ""
        for (name, value) in given.sorted(by: { $0.key < $1.key }) {
            LengthPrefixed.append(name, to: &result)
            LengthPrefixed.append(value, to: &result)
        }
        return .text(result)
    }

    /// Reads it back; nil when the text is not made of pairs.
    static func decode(_ text: String) -> [String: String]? {
        guard let parts = LengthPrefixed.decode(text), parts.count.isMultiple(of: 2) else { return nil }
        var result: [String: String] = [:]
        for start in stride(from: 0, to: parts.count, by: 2) {
            guard let name = parts[start], let value = parts[start + 1] else { return nil }
            result[name] = value
        }
        return result
    }
}
