import SeededRandom
import Testing

@testable import CaseExchange

@Suite("Reading tables")
struct CSVReaderTests {
    /// What a file gives: rows as lists of cells, faults as `!line:column`.
    private static func read(
        _ bytes: [UInt8], _ encoding: TextEncoding = .utf8, delimiter: String = ",", columns: Int? = nil
    ) throws -> [[String]] {
        let file = try TemporaryFile(bytes)
        var reader = CSVReader(try TextFile(opening: file.path, encoding), delimiter: Array(delimiter.utf8)[0])
        reader.columns = columns
        var result: [[String]] = []
        while true {
            switch try reader.next() {
            case .end: return result
            case .broken(let fault): result.append(["!\(fault.line):\(fault.column)"])
            case .row:
                result.append((0..<reader.row.count).map { reader.row.text($0) })
                reader.columns = reader.columns ?? reader.row.count
            }
        }
    }

    private static func read(_ text: String, columns: Int? = nil) throws -> [[String]] {
        try read(Array(text.utf8), columns: columns)
    }

    @Test(
        arguments: [
            ("", []),
            ("\n\n", []),
            ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
            ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
            ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
            ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
            ("a,b\n\n1,2\n\r\n", [["a", "b"], ["1", "2"]]),
            ("a,b\n,\n", [["a", "b"], ["", ""]]),
            ("a\n\"\"\n", [["a"], [""]]),
            ("a,b\n\"x,y\",\"he said \"\"no\"\"\"\n", [["a", "b"], ["x,y", "he said \"no\""]]),
            ("a,b\n\"one\ntwo\r\nthree\rfour\",2\n", [["a", "b"], ["one\ntwo\r\nthree\rfour", "2"]]),
            ("a,b\n 1 , 2\n", [["a", "b"], [" 1 ", " 2"]]),
            ("\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
            ("a,b\n\u{1B}[2J,x\u{202E}\n", [["a", "b"], ["\u{1B}[2J", "x\u{202E}"]]),
        ] as [(String, [[String]])])
    func soundTables(text: String, expected: [[String]]) throws {
        #expect(try Self.read(text) == expected)
    }

    @Test(
        arguments: [
            // Too few and too many cells.
            ("a,b\n1\n3,4\n", [["a", "b"], ["!2:1"], ["3", "4"]]),
            ("a,b\n1,2,3\n3,4\n", [["a", "b"], ["!2:5"], ["3", "4"]]),
            // A quote where none may stand.
            ("a,b\nx\"y,2\n3,4\n", [["a", "b"], ["!2:2"], ["3", "4"]]),
            ("a,b\n\"x\"y,2\n3,4\n", [["a", "b"], ["!2:4"], ["3", "4"]]),
            ("a,b\nä,\"x\"y\n3,4\n", [["a", "b"], ["!2:6"], ["3", "4"]]),
            // A quote that is never closed, or closed by a later row.
            ("a,b\n1,\"x\n3,4\n5,6\n", [["a", "b"], ["!2:3"], ["3", "4"], ["5", "6"]]),
            ("a,b\n1,\"x\n3,\"y\"\n5,6\n", [["a", "b"], ["!3:4"], ["3", "y"], ["5", "6"]]),
            ("a,b,c\n1,\"x,2\n3,\"\",4\n5,6,7\n", [["a", "b", "c"], ["!2:3"], ["3", "", "4"], ["5", "6", "7"]]),
            // A NUL.
            ("a,b\n1,\0\n3,4\n", [["a", "b"], ["!2:3"], ["3", "4"]]),
            // Faults after cells on several lines.
            (
                "a,b\n\"one\ntwo\",2\n\"three\nfour\",x\"\n5,6",
                [["a", "b"], ["one\ntwo", "2"], ["!5:8"], ["!5:5"], ["5", "6"]]
            ),
        ] as [(String, [[String]])])
    func brokenRows(text: String, expected: [[String]]) throws {
        #expect(try Self.read(text) == expected)
    }

    @Test func bytesThatAreNoText() throws {
        let bytes = Array("a,b\n1,x".utf8) + [0xC3, 0x28] + Array("\n3,4\n".utf8)
        #expect(try Self.read(bytes) == [["a", "b"], ["!2:3"], ["3", "4"]])
        let cut = Array("a,b\n1,".utf8) + [0xE2, 0x82]
        #expect(try Self.read(cut) == [["a", "b"], ["!2:3"]])
    }

    @Test func aCellThatIsTooLarge() throws {
        let large = [UInt8](repeating: UInt8(ascii: "x"), count: CSVReader.cellLimit + 1)
        for opening in ["", "\""] {
            let bytes = Array("a,b\n1,\(opening)".utf8) + large + Array("\(opening)\n3,4\n".utf8)
            #expect(try Self.read(bytes) == [["a", "b"], ["!2:3"], ["3", "4"]])
        }
        let allowed = Array("a,b\n1,".utf8) + large.dropLast() + Array("\n3,4\n".utf8)
        #expect(try Self.read(allowed).count == 3)
    }

    @Test func utf16() throws {
        let text = "a,b\r\nÄ,\"日本\n🙂\"\r\n"
        for isBig in [true, false] {
            for hasMark in [true, false] {
                var bytes: [UInt8] = hasMark ? (isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]) : []
                for unit in text.utf16 {
                    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
                    bytes += isBig ? [high, low] : [low, high]
                }
                let encoding: TextEncoding = hasMark ? .utf8 : isBig ? .utf16be : .utf16le
                #expect(try Self.read(bytes, encoding) == [["a", "b"], ["Ä", "日本\n🙂"]])
            }
        }
    }

    @Test func aHalfOfAPair() throws {
        let bytes: [UInt8] = [0xFF, 0xFE, 0x61, 0, 0x2C, 0, 0x62, 0, 0x0A, 0, 0x3D, 0xD8, 0x2C, 0, 0x31, 0, 0x0A, 0]
        #expect(try Self.read(bytes) == [["a", "b"], ["!2:1"]])
    }

    @Test func oldCodePages() throws {
        let bytes: [UInt8] = Array("a,b\n".utf8) + [0x80, 0x2C, 0xE4, 0x93]
        #expect(try Self.read(bytes, .windows1252) == [["a", "b"], ["€", "ä“"]])
        #expect(try Self.read(bytes, .latin1) == [["a", "b"], ["\u{80}", "ä\u{93}"]])
    }

    @Test func otherDelimiters() throws {
        for delimiter in [";", "\t", "|"] {
            let text = "a\(delimiter)b\n1,5\(delimiter)\"x\(delimiter)y\"\n"
            #expect(try Self.read(Array(text.utf8), delimiter: delimiter) == [["a", "b"], ["1,5", "x\(delimiter)y"]])
        }
    }

    @Test(arguments: [UInt64(1), 20_260_309, 77])
    func whatIsWrittenIsRead(seed: UInt64) throws {
        var dice = SplitMix64(seed: seed)
        let pieces = [
            "a", "\"", ",", "\n", "\r\n", "\r", " ", "é", "日", "🙂", "'", "=", String(repeating: "z", count: 700),
        ]
        var rows: [[String]] = []
        for _ in 0..<400 {
            rows.append(
                (0..<3).map { _ in
                    (0..<Int.random(in: 0...6, using: &dice)).map { _ in pieces.randomElement(using: &dice) ?? "" }
                        .joined()
                })
        }
        let writer = CSVWriter(raw: true)
        let bytes = rows.flatMap { writer.line($0.map { .text($0) }) }
        let read = try Self.read(bytes, columns: 3)
        #expect(read.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } }, "seed \(seed)")
    }

    @Test func anyBytesAtAllEnd() throws {
        // Every byte is either in a row or behind a fault, and reading always ends.
        for seed in UInt64(1)...40 {
            var dice = SplitMix64(seed: seed)
            let signs = Array("ab\",\n\r\0".utf8) + [0xC3, 0xFF]
            let bytes = (0..<3000).map { _ in signs.randomElement(using: &dice) ?? 0 }
            let lines = bytes.split(omittingEmptySubsequences: false) { $0 == 0x0A || $0 == 0x0D }.count
            #expect(try Self.read(bytes).count <= lines, "seed \(seed)")
        }
    }
}
