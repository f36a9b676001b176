extension Surface {
    /// What a picture of a surface shows.
    public enum PictureKind: Sendable {
        /// The text, without blanks at the ends of rows.
        case text
        /// The letter of each cell's role, `.` for plain text and a blank where there is nothing.
        case roles
    }

    /// The picture as text, one line per row: for tests and for people.
    public func picture(showing kind: PictureKind = .text) -> String {
        var lines: [String] = []
        for row in rows {
            var line = String.UnicodeScalarView()
            for cell in row {
                switch kind {
                case .text:
                    guard !cell.isContinuation else { continue }
                    line.append(cell.scalar)
                    line.append(contentsOf: marks(of: cell))
                case .roles:
                    line.append(
                        cell.role == .text && cell.value == 0x20 && cell.emphasis.isEmpty ? " " : cell.role.letter)
                }
            }
            while line.last == " " { line.removeLast() }
            lines.append(String(line))
        }
        return lines.joined(separator: "\n")
    }

    /// Whether a row looks the same as a row of another picture of the same width.
    public func row(_ y: Int, looksLike other: Surface, row otherRow: Int) -> Bool {
        for (one, two) in zip(rows[y], other.rows[otherRow]) {
            if one.cluster == 0, two.cluster == 0 {
                guard one == two else { return false }
            } else {
                guard (one.bits ^ two.bits) << 16 == 0, marks(of: one) == other.marks(of: two) else { return false }
            }
        }
        return true
    }
}
