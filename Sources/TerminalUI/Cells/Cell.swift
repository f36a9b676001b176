/// One cell of a surface: a scalar, its role and emphasis, in eight bytes.
///
/// The second cell of a wide glyph is a `continuation` and holds no scalar.
public struct Cell: Equatable, Hashable, Sendable {
    /// Scalar in bits 0–20, width in 21–22, emphasis in 24–31, role in 32–39, place of the marks in 48–63.
    public private(set) var bits: UInt64

    /// Makes a cell; the marks of a cluster stand in the surface's side table.
    @inline(__always)
    init(_ scalar: UInt32, width: Int = 1, role: Role, emphasis: Emphasis, cluster: Int = 0) {
        let look = UInt64(emphasis.rawValue) << 24 | UInt64(role.rawValue) << 32
        bits = UInt64(scalar) | UInt64(truncatingIfNeeded: width) << 21 | look | UInt64(cluster) << 48
    }

    /// A glyph of one cell in the look of another cell that has no glyph.
    @inline(__always)
    init(_ glyph: Glyph, in look: Cell) {
        bits = look.bits | UInt64(glyph.value) | 1 << 21
    }

    /// A blank in the role of plain text.
    public static let blank = Cell(0x20, role: .text, emphasis: [])

    /// The base scalar; a blank for a continuation.
    public var scalar: Unicode.Scalar { isContinuation ? " " : Unicode.Scalar(value) ?? "\u{FFFD}" }
    /// The base scalar's value; 0 for a continuation.
    @inline(__always) public var value: UInt32 { UInt32(truncatingIfNeeded: bits & 0x1F_FFFF) }
    /// The cells the glyph takes: 1 or 2, and 0 for a continuation.
    @inline(__always) public var width: Int { Int(truncatingIfNeeded: bits >> 21 & 3) }
    /// Whether it is the second cell of a wide glyph.
    @inline(__always) public var isContinuation: Bool { width == 0 }
    /// What the cell means.
    public var role: Role { Role(rawValue: UInt8(truncatingIfNeeded: bits >> 32)) ?? .text }
    /// What the cell adds to the style of its role.
    public var emphasis: Emphasis { Emphasis(rawValue: UInt8(truncatingIfNeeded: bits >> 24)) }
    /// The place of the marks in the side table, counted from 1; 0 for none.
    @inline(__always) public var cluster: Int { Int(truncatingIfNeeded: bits >> 48) }
    /// Role and emphasis as one number, to compare looks quickly.
    @inline(__always) public var look: UInt16 { UInt16(truncatingIfNeeded: bits >> 24) }

    /// The same cell with its marks at another place.
    func withMarks(at cluster: Int) -> Cell {
        var cell = self
        cell.bits = bits & 0x0000_FFFF_FFFF_FFFF | UInt64(cluster) << 48
        return cell
    }

    /// The same cell without its glyph.
    func blanked() -> Cell { Cell(0x20, role: role, emphasis: emphasis) }

    /// The same glyph in another look.
    func inRole(_ role: Role, _ emphasis: Emphasis) -> Cell {
        var cell = self
        let look = UInt64(emphasis.rawValue) << 24 | UInt64(role.rawValue) << 32
        cell.bits = bits & 0xFFFF_0000_00FF_FFFF | look
        return cell
    }
}

/// What a cell adds to the style of its role.
public struct Emphasis: OptionSet, Hashable, Sendable {
    /// The set as bits.
    public let rawValue: UInt8

    /// Makes a set from bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Heavier letters.
    public static let bold = Emphasis(rawValue: 1)
    /// Foreground and background exchanged.
    public static let reverse = Emphasis(rawValue: 2)
    /// A line below.
    public static let underline = Emphasis(rawValue: 4)
    /// Fainter letters.
    public static let dim = Emphasis(rawValue: 8)
}
