import TerminalUI

extension StyledLine {
    /// The line broken between words into rows no wider than a width in cells; a longer word is cut.
    ///
    /// Rows after the first begin two cells further in than the first, so that one sees what belongs together.
    ///
    /// - Parameter indent: the cells they begin with instead, such as those of a label.
    func wrapped(to width: Int, indent wanted: Int? = nil) -> [StyledLine] {
        guard self.width > width, width > 0 else { return [self] }
        let indent = min(wanted ?? leadingBlanks + 2, width / 3)
        var rows: [StyledLine] = []
        var row = StyledLine()
        var isFresh = true
        for word in words {
            for (index, piece) in word.text.wrapped(to: max(1, width - indent)).enumerated() {
                let blanks = index == 0 ? (isFresh && !rows.isEmpty ? 0 : word.blanks) : 0
                if !isFresh, row.width + blanks + piece.width > width || index > 0 {
                    rows.append(row)
                    row = StyledLine(.blanks(indent))
                    row.add(piece, word.role, word.emphasis)
                } else {
                    row.add(.blanks(blanks), isFresh ? .text : word.role, word.emphasis)
                    row.add(piece, word.role, word.emphasis)
                }
                isFresh = false
            }
        }
        return rows + [row]
    }

    private struct Word {
        var blanks: Int
        var text: Shown
        var role: Role
        var emphasis: Emphasis
    }

    private var leadingBlanks: Int { words.first?.blanks ?? 0 }

    private var words: [Word] {
        var words: [Word] = []
        var blanks = 0
        for span in spans {
            var word = String.UnicodeScalarView()
            for scalar in span.text.text.unicodeScalars {
                if scalar != " " {
                    word.append(scalar)
                    continue
                }
                if !word.isEmpty {
                    words.append(
                        Word(blanks: blanks, text: Shown(String(word)), role: span.role, emphasis: span.emphasis))
                    word = String.UnicodeScalarView()
                    blanks = 0
                }
                blanks += 1
            }
            guard !word.isEmpty else { continue }
            words.append(Word(blanks: blanks, text: Shown(String(word)), role: span.role, emphasis: span.emphasis))
            blanks = 0
        }
        return words
    }
}
