/// One drawn glyph: a base scalar of one or two cells, perhaps with marks over it.
struct Glyph: Equatable, Hashable, Sendable {
    /// Scalar in the low 21 bits, then two bits of width, then one that says it stands for something hidden.
    private var bits: UInt32
    /// The place of the marks in the side table, counted from 1; 0 for none.
    var cluster: UInt32

    @inline(__always)
    init(_ scalar: Unicode.Scalar, width: Int = 1, isHidden: Bool = false, cluster: UInt32 = 0) {
        bits = scalar.value | UInt32(truncatingIfNeeded: width) << 21 | (isHidden ? 1 << 23 : 0)
        self.cluster = cluster
    }

    /// The base scalar.
    var scalar: Unicode.Scalar { Unicode.Scalar(bits & 0x1F_FFFF) ?? "\u{FFFD}" }
    /// The base scalar's value.
    @inline(__always) var value: UInt32 { bits & 0x1F_FFFF }
    /// One or two cells.
    @inline(__always) var width: Int { Int(bits >> 21 & 3) }
    /// Whether the glyph stands for something that must not be drawn itself.
    @inline(__always) var isHidden: Bool { bits >> 23 != 0 }
    /// Whether it is a plain blank.
    @inline(__always) var isBlank: Bool { value == 0x20 && cluster == 0 }
}

/// The marks drawn over one glyph, at most four: a terminal library keeps no more.
public struct MarkSet: Hashable, Sendable {
    private var first: UInt32 = 0
    private var second: UInt32 = 0
    private var third: UInt32 = 0
    private var fourth: UInt32 = 0

    /// A set without marks.
    public init() {}

    /// Adds a mark; false when four are there already.
    mutating func add(_ mark: Unicode.Scalar) -> Bool {
        if first == 0 {
            first = mark.value
        } else if second == 0 {
            second = mark.value
        } else if third == 0 {
            third = mark.value
        } else if fourth == 0 {
            fourth = mark.value
        } else {
            return false
        }
        return true
    }

    /// The marks in their order.
    public var scalars: [Unicode.Scalar] {
        [first, second, third, fourth].compactMap { $0 == 0 ? nil : Unicode.Scalar($0) }
    }
}
