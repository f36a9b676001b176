/// One cell of a table to be written.
public enum CSVCell: Equatable, Sendable {
    /// Text of a person, which a spreadsheet must not take for a formula.
    case text(String)
    /// A whole number, which stays one.
    case number(Int64)
    /// Nothing.
    case empty
}

/// Writes tables as RFC 4180 has them: commas, CR LF, quotes doubled.
///
/// Unless asked for raw cells, a text that a spreadsheet would run begins with an apostrophe (reliability G1), and a text
/// is written as it may be shown (reliability D1): tables are read on terminals, too.
public struct CSVWriter: Sendable {
    private let raw: Bool
    /// Nil where texts stay as they are.
    private let shown: (@Sendable (String) -> String)?

    /// A writer of safe cells, or of raw ones.
    ///
    /// - Parameter shown: turns a text into one that is harmless on a terminal; not asked for raw cells.
    public init(raw: Bool = false, shown: (@Sendable (String) -> String)? = nil) {
        self.raw = raw
        self.shown = raw ? nil : shown
    }

    /// One line of cells with its end, in UTF-8.
    public func line(_ cells: [CSVCell]) -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            switch cell {
            case .empty: break
            case .number(let number): bytes += String(number).utf8
            case .text(let text): write(text, to: &bytes)
            }
        }
        bytes += [0x0D, 0x0A]
        return bytes
    }

    private func write(_ text: String, to bytes: inout [UInt8]) {
        let isGuarded = !raw && CSVWriter.wouldRun(text)
        let text = shown?(text) ?? text
        let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) } || text.isPadded
        guard needsQuotes else {
            if isGuarded { bytes.append(UInt8(ascii: "'")) }
            bytes += text.utf8
            return
        }
        bytes.append(0x22)
        if isGuarded { bytes.append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }

    /// Whether a spreadsheet might take a text for a formula: at its start, or at the start of one of its lines.
    ///
    /// Blanks and invisible marks before the sign do not help; a tab, a carriage return and a NUL are signs too.
    public static func wouldRun(_ text: String) -> Bool {
        var isStart = true
        for scalar in text.unicodeScalars {
            if isStart {
                if starters.contains(scalar) { return true }
                let isSkipped = scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
                if !isSkipped { isStart = false }
            }
            if scalar == "\n" || scalar == "\r" { isStart = true }
        }
        return false
    }

    /// What begins a formula, with the full-width forms that some programs fold, and what hides it.
    private static let starters: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\t", "\r", "\0", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}",
    ]
}

extension String {
    /// Whether it begins or ends with a blank, which some readers would drop.
    fileprivate var isPadded: Bool { utf8.first == 0x20 || utf8.last == 0x20 }
}
