import CaseExchange
import CaseModel
import TerminalUI

/// A column of a command's output: a key of its objects, and how a table shows it.
struct Column: Sendable {
    /// The key in JSON and the name for `--columns`.
    let name: String
    /// The words above it in a table.
    let title: Shown
    /// Whether it takes the room that others leave.
    var isWide = false
    /// Whether it is never cut: a path is of use only as a whole.
    var isWhole = false
    /// Whether numbers stand in it.
    var isNumber = false
    /// Whether it is an instant, shown in the display zone.
    var isTime = false

    /// A column by name.
    init(
        _ name: String, _ title: Shown, wide: Bool = false, whole: Bool = false, number: Bool = false,
        time: Bool = false
    ) {
        self.name = name
        self.title = title
        isWhole = whole
        isWide = wide
        isNumber = number
        isTime = time
    }

    /// The value of the column in an object.
    func value(in object: JSON) -> JSON {
        if let value = object[name] { return value }
        guard name.hasPrefix("x."), let extra = object["extra"] else { return .null }
        return extra[String(name.dropFirst(2))] ?? .null
    }

    /// The value as a table shows it.
    func display(_ value: JSON, in zone: Zone) -> String {
        guard isTime, case .string(let text) = value, let instant = Timestamp(iso: text) else { return value.words }
        let local = zone.local(instant)
        return "\(local.day) \(local.clockText)"
    }
}

extension JSON {
    /// The value as a cell of a table for spreadsheets, filtered like everything that is shown.
    var csv: CSVCell {
        if case .text(let text) = cell { .text(Shown(detail: text).text) } else { cell }
    }
}
