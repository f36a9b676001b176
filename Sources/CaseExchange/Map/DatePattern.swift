/// A way to write times, in the letters of Unicode's date patterns: `d/M/yyyy HH:mm`, `dd/MMM/yy hh:mm a`,
/// `yyyy-MM-dd'T'HH:mm:ss.SSSXXX`.
///
/// A number may have fewer digits than the pattern, or more up to its natural length. Month names are English.
public struct DatePattern: Equatable, Sendable {
    /// The pattern as it was written.
    public let text: String
    let pieces: [Piece]

    /// What a run of the same letter stands for.
    enum Piece: Equatable, Sendable {
        case year(digits: Int), month, monthName, day, hour, hour12, minute, second, fraction, half, weekday, offset
        case literal(UInt8)
    }

    /// Why a text is no pattern.
    public struct Problem: Error, Equatable, Sendable {
        /// The place of the first scalar that is not understood, counted from 1.
        public let column: Int
        /// What is wrong, in words.
        public let message: String
    }

    /// Reads a pattern.
    public init(_ text: String) throws(Problem) {
        self.text = text
        pieces = try DatePattern.read(Array(text.unicodeScalars))
    }

    private static func read(_ scalars: [Unicode.Scalar]) throws(Problem) -> [Piece] {
        var pieces: [Piece] = []
        var at = 0
        while at < scalars.count {
            let scalar = scalars[at]
            let count = scalars[at...].prefix { $0 == scalar }.count
            if scalar == "'" {
                let body = scalars[(at + 1)...].prefix { $0 != "'" }
                guard at + 1 + body.count < scalars.count else {
                    throw Problem(column: at + 1, message: "A quoted text of this pattern has no end.")
                }
                let said = body.isEmpty ? ["'"] : Array(body)
                for scalar in said { pieces += UTF8.encode(scalar)?.map(Piece.literal) ?? [] }
                at += body.count + 2
                continue
            }
            if let piece = Piece(scalar, count) {
                pieces.append(piece)
                at += count
            } else if scalar.properties.isAlphabetic {
                throw Problem(
                    column: at + 1,
                    message: "“\(scalar)” is no letter of a date pattern. Known are y M d H h m s S a E X Z.")
            } else {
                pieces += UTF8.encode(scalar)?.map(Piece.literal) ?? []
                at += 1
            }
        }
        guard pieces.contains(where: \.isYear), pieces.contains(.month) || pieces.contains(.monthName),
            pieces.contains(.day)
        else { throw Problem(column: 1, message: "A date pattern needs a year (y), a month (M) and a day (d).") }
        return pieces
    }
}

extension DatePattern.Piece {
    /// The piece that a run of letters stands for; nil for other signs.
    fileprivate init?(_ letter: Unicode.Scalar, _ count: Int) {
        switch letter {
        case "y", "u": self = .year(digits: count == 2 ? 2 : 4)
        case "M", "L": self = count < 3 ? .month : .monthName
        case "d": self = .day
        case "H": self = .hour
        case "h": self = .hour12
        case "m": self = .minute
        case "s": self = .second
        case "S": self = .fraction
        case "a": self = .half
        case "E": self = .weekday
        case "X", "x", "Z", "O": self = .offset
        default: return nil
        }
    }

    fileprivate var isYear: Bool {
        if case .year = self { true } else { false }
    }
}
