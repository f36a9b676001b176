internal import CNcurses
internal import TerminalUI

/// Hands the cells of one row to the library, from left to right: ASCII as its small cells, all else as its large ones.
///
/// The library asks of each large cell how wide it is, and copies seven times as many bytes; most cells are letters.
struct RowPen {
    private let window: UnsafeMutablePointer<WINDOW>
    private let row: Int32
    private let room: RowRoom
    /// Where the cells stand that are not handed over yet.
    private var start: Int
    private var letters = 0
    private var glyphs = 0
    private var blanks = BlankRun()

    /// Starts a row at a column; `room` holds as many cells as will come.
    init(_ window: UnsafeMutablePointer<WINDOW>, row: Int, from column: Int, in room: RowRoom) {
        self.window = window
        self.row = Int32(row)
        self.room = room
        start = column
    }

    /// Takes blanks of one look, where a blank does not show it.
    @inline(__always)
    mutating func takeBlanks(_ count: Int, _ ink: Palette.Ink, at column: Int) {
        if glyphs > 0 { handGlyphs(until: column) }
        let blank = ink.small | 0x20
        for place in letters..<letters + count { room.letters[place] = blank }
        blanks.take(ink, at: letters..<letters + count)
        letters += count
    }

    /// Makes ready for a sign in a look, which `takeText` or `takeGlyph` takes.
    mutating func begin(_ ink: Palette.Ink) {
        guard let other = blanks.end(before: ink) else { return }
        for place in blanks.places { room.letters[place] = other.small | 0x20 }
    }

    /// Takes signs of ASCII in one look, from a cell that is one on, and gives the place after the last.
    ///
    /// Most of a row is words in one look: the blank between two of them is taken along.
    @inline(__always)
    mutating func takeText(_ cells: UnsafeBufferPointer<Cell>, _ range: Range<Int>, _ ink: Palette.Ink) -> Int {
        if glyphs > 0 { handGlyphs(until: range.lowerBound) }
        let (look, small) = (cells[range.lowerBound].lookAndMarks, ink.small)
        let least: UInt32 = ink.isSeenOnBlanks ? 0x20 : 0x21
        func isSign(_ x: Int) -> Bool {
            x < range.upperBound && cells[x].lookAndMarks == look && cells[x].value &- least < 0x7F &- least
        }
        var (place, x) = (letters, range.lowerBound)
        repeat {
            room.letters[place] = small | cells[x].value
            (place, x) = (place + 1, x + 1)
        } while isSign(x) || (isSign(x + 1) && cells[x].lookAndMarks == look && cells[x].value == 0x20)
        letters = place
        return x
    }

    /// Takes a sign beyond ASCII; `fill` puts it into its cell.
    mutating func takeGlyph(at column: Int, _ fill: (inout cchar_t) -> Void) {
        if letters > 0 { handLetters(andBlank: true) }
        if glyphs == 0 { start = column }
        fill(&room.glyphs[glyphs])
        glyphs += 1
    }

    /// Hands over what is left of the row, whose cells end before a column.
    ///
    /// - Parameter isBlankAfter: whether all that follows looks like the blanks that came last; asked where the answer saves
    ///   work: the library clears a row in a fraction of the time that it takes blanks in.
    mutating func end(before column: Int, isBlankAfter: () -> Bool) {
        if glyphs > 0 { handGlyphs(until: column) }
        if blanks.isOpen, blanks.places.count > 6, isBlankAfter() {
            wmove(window, row, Int32(start + blanks.places.lowerBound))
            wclrtoeol(window)
            letters = blanks.places.lowerBound
        }
        if letters > 0 { handLetters() }
    }

    /// Hands letters over.
    ///
    /// - Parameter andBlank: with a blank where the next glyph comes. If that was the second half of a wide one, the
    ///   library would otherwise take the letter before it for the first half, and blank it.
    private mutating func handLetters(andBlank: Bool = false) {
        if andBlank { room.letters[letters] = 0x20 }
        mvwaddchnstr(window, row, Int32(start), room.letters, Int32(andBlank ? letters + 1 : letters))
        start += letters
        letters = 0
    }

    private mutating func handGlyphs(until column: Int) {
        mvwadd_wchnstr(window, row, Int32(start), room.glyphs, Int32(glyphs))
        start = column
        glyphs = 0
    }
}

/// Memory for the cells of a row.
final class RowRoom {
    /// How many cells there is room for.
    let count: Int
    fileprivate let letters: UnsafeMutablePointer<chtype>
    fileprivate let glyphs: UnsafeMutablePointer<cchar_t>

    init(_ count: Int) {
        self.count = count
        letters = .allocate(capacity: count + 1)
        glyphs = .allocate(capacity: count)
        letters.initialize(repeating: 0, count: count + 1)
        glyphs.initialize(repeating: cchar_t(), count: count)
    }

    deinit {
        letters.deallocate()
        glyphs.deallocate()
    }
}

extension Cell {
    /// Look and marks as one number.
    @inline(__always) fileprivate var lookAndMarks: UInt64 { bits >> 24 }
}
