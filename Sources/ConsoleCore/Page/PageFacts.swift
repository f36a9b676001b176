import CaseModel
import TerminalUI

/// What the tabs of a case are laid out from besides the case.
struct PageFacts {
    /// How it is laid out.
    let look: TimelineLook
    /// The policies of the store.
    let book: PolicyBook
    /// What is known of the customer's cover; nil while it is still to come.
    let cover: CoverFacts?
    /// What was asked for besides.
    let aside: PageAside
    /// What the keys are.
    let keyboard: Keyboard

    /// The key of a command on a case, or its line where it has none.
    func key(_ command: Command) -> String { keyboard.key(for: command, in: .page) }

    /// What stands between parts of a line.
    var dot: String { " \(look.glyphs.shown(.dot).text) " }

    /// Cells before a value.
    var column: Int { min(24, look.width / 3) }

    /// One label with its value, on as many lines as it needs; a dash where there is none.
    func fact(_ label: String, _ value: String?, _ role: Role = .text) -> [StyledLine] {
        let rows: [Shown] =
            if let value {
                Shown.lines(value.unicodeScalarsUpTo(5000), upTo: 50).flatMap {
                    $0.wrapped(to: max(8, min(90, look.width - column)), upTo: 50)
                }
            } else {
                [look.glyphs.shown(.dash)]
            }
        return (rows.isEmpty ? [Shown()] : rows).enumerated().map { index, row in
            let head = index == 0 ? Shown(label, upTo: 60).fitted(to: column - 2) + "  " : .blanks(column)
            var line = StyledLine(head, .dim)
            line.add(row, value == nil ? .dim : role)
            return line
        }
    }

    /// A sentence, indented, on as many lines as it needs.
    func text(_ text: String, indent: Int = 4, _ role: Role = .text, upTo limit: Int = 20) -> [StyledLine] {
        Shown.lines(text.unicodeScalarsUpTo(5000), upTo: limit).flatMap {
            $0.wrapped(to: max(8, min(90, look.width - indent)), upTo: limit)
        }
        .map { row in
            var line = StyledLine(.blanks(indent))
            line.add(row, role)
            return line
        }
    }

    /// The beginning of an entry that the cursor can stand on: its number, padded to a width.
    func entry(_ number: String, to width: Int) -> StyledLine { StyledLine("  " + Shown(number).padded(to: width)) }

    /// A heading.
    func heading(_ text: String) -> StyledLine { StyledLine(Shown(text, upTo: 200), .header, [.bold]) }
}
