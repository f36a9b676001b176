/// A file as UTF-8: itself, or a private copy that was written so.
struct TextFile {
    /// The bytes to read.
    let source: SourceFile
    /// Where the text begins: behind a byte order mark.
    let start: Int64
    /// The byte between two cells.
    let delimiter: UInt8

    /// Opens a file, and settles how it writes its characters: a byte order mark decides, else what the map says.
    init(
        opening path: String, _ encoding: TextEncoding, delimiter: UInt8 = UInt8(ascii: ",")
    ) throws(ImportError) {
        self.delimiter = delimiter
        let file = try SourceFile(opening: path)
        var front = [UInt8](repeating: 0, count: 3)
        let count = try file.read(into: &front, count: 3, at: 0)
        let mark = front[..<count]
        if mark.elementsEqual([0xEF, 0xBB, 0xBF]) {
            (source, start) = (file, 3)
            return
        }
        var settled = encoding == .utf16 ? .utf16le : encoding
        var from: Int64 = 0
        if mark.prefix(2).elementsEqual([0xFF, 0xFE]) { (settled, from) = (.utf16le, 2) }
        if mark.prefix(2).elementsEqual([0xFE, 0xFF]) { (settled, from) = (.utf16be, 2) }
        guard settled != .utf8 else {
            (source, start) = (file, 0)
            return
        }
        let spool = try Spool(for: file.name)
        var transcoder = Transcoder(settled)
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var text: [UInt8] = []
        while true {
            let count = try file.read(into: &buffer, count: buffer.count, at: from)
            guard count > 0 else { break }
            from += Int64(count)
            transcoder.add(buffer[..<count], to: &text)
            try spool.write(text[...])
            text.removeAll(keepingCapacity: true)
        }
        transcoder.finish(&text)
        try spool.write(text[...])
        source = try SourceFile(owning: spool.takeDescriptor(), named: file.name)
        start = 0
    }
}
