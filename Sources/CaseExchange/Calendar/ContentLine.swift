/// One line of an iCalendar file, unfolded: `DTSTART;VALUE=DATE:20261225` (RFC 5545, section 3.1).
struct ContentLine: Equatable {
    /// The name in capitals.
    let name: String
    /// The parameters, names in capitals.
    let parameters: [String: String]
    /// What follows the colon, as it stands.
    let value: String
    /// The line of the file at which it begins, counted from 1.
    let line: Int

    /// The value as text, its escapes undone; a line break becomes a blank.
    var text: String {
        var result = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in value.unicodeScalars {
            if isEscaped {
                result.append(scalar == "n" || scalar == "N" ? " " : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// The lines of a file; a line that begins with a blank goes on with the one before it.
    static func read(_ bytes: [UInt8]) -> [ContentLine] {
        var joined: [(bytes: [UInt8], line: Int)] = []
        var rest = bytes[...]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        for (index, piece) in rest.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let piece = piece.last == 0x0D ? piece.dropLast() : piece
            if let first = piece.first, first == 0x20 || first == 0x09, !joined.isEmpty {
                // Folding may cut a character in two, so lines are joined as bytes.
                joined[joined.count - 1].bytes += piece.dropFirst()
            } else if !piece.isEmpty {
                joined.append((Array(piece), index + 1))
            }
        }
        return joined.map { ContentLine(String(decoding: $0.bytes, as: UTF8.self), line: $0.line) }
    }

    private init(_ text: String, line: Int) {
        self.line = line
        var parts: [String] = []
        var part = String.UnicodeScalarView()
        var isQuoted = false
        var value: String?
        let scalars = text.unicodeScalars
        for index in scalars.indices {
            let scalar = scalars[index]
            if scalar == "\"" {
                isQuoted.toggle()
            } else if scalar == ";", !isQuoted {
                parts.append(String(part))
                part = String.UnicodeScalarView()
            } else if scalar == ":", !isQuoted {
                value = String(scalars[scalars.index(after: index)...])
                break
            } else {
                part.append(scalar)
            }
        }
        parts.append(String(part))
        name = (parts.first ?? "").uppercased()
        self.value = value ?? ""
        var parameters: [String: String] = [:]
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2 { parameters[pair[0].uppercased()] = String(pair[1]) }
        }
        self.parameters = parameters
    }
}
