/// A stretch of a file in memory that moves along with the reading.
struct ByteWindow {
    let source: SourceFile
    private var buffer: [UInt8] = []
    private var base: Int64
    private var at = 0
    private var filled = 0
    private var reach = ByteWindow.least

    /// How much is read after a jump, and how far that grows while reading goes straight on.
    private static let least = 1 << 14
    private static let most = 1 << 18

    /// A window that begins at a place.
    init(_ source: SourceFile, at offset: Int64) {
        self.source = source
        base = offset
    }

    /// The place of the next byte in the file.
    var offset: Int64 { base + Int64(at) }

    /// The next byte; ``fill()`` must have said that there is one.
    var byte: UInt8 { buffer[at] }

    /// Whether the next byte ends a bare cell.
    func isAtEnd(ofCell delimiter: UInt8) -> Bool {
        let byte = buffer[at]
        return byte == delimiter || byte == 0x0A || byte == 0x0D
    }

    /// Sees to it that there is a next byte, and answers whether there is one.
    mutating func fill() throws(ImportError) -> Bool {
        if at < filled { return true }
        base += Int64(filled)
        at = 0
        if buffer.count < reach { buffer = [UInt8](repeating: 0, count: reach) }
        filled = 0
        filled = try source.read(into: &buffer, count: reach, at: base)
        reach = min(reach * 2, ByteWindow.most)
        return filled > 0
    }

    /// The bytes in memory from the next one on, as long as they are wanted.
    func run(_ isWanted: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        var end = at
        while end < filled, isWanted(buffer[end]) { end += 1 }
        return buffer[at..<end]
    }

    /// Steps over bytes in memory.
    mutating func step(_ count: Int = 1) { at += count }

    /// Goes to a place in the file.
    mutating func seek(to offset: Int64) {
        if offset >= base, offset <= base + Int64(filled) {
            at = Int(offset - base)
        } else {
            base = offset
            (at, filled, reach) = (0, 0, ByteWindow.least)
        }
    }

    /// Goes behind the next line end.
    mutating func skipLine() throws(ImportError) {
        while try fill() {
            step(run { $0 != 0x0A && $0 != 0x0D }.count)
            guard at < filled else { continue }
            let sign = byte
            step()
            if sign == 0x0D, try fill(), byte == 0x0A { step() }
            return
        }
    }
}
