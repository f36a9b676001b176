import CaseModel
import Foundation
import SeededRandom
import Testing

@testable import CaseExchange

@Suite("A whole store in a file is read as it was written")
struct StoreFileTests {
    private static let row = StoredRow(
        kind: "things", names: ["a", "b", "c", "d"],
        values: [
            .null, .integer(.min), .text("\u{1B}[2J\u{0}\"\\\u{202E}\u{10FFFF}e\u{301}é\r\n"), .bytes([0, 255, 7]),
        ])

    private func written(_ rows: [StoredRow]) -> [UInt8] {
        var writer = StoreFileWriter()
        return writer.head(format: 6) + rows.flatMap { writer.row($0) } + writer.end()
    }

    private func read(_ bytes: [UInt8]) throws -> [StoredRow]? {
        let file = try TemporaryFile(bytes)
        guard var source = try StoreFile(opening: file.path) else { return nil }
        var rows: [StoredRow] = []
        while let row = try source.next() { rows.append(row) }
        return rows
    }

    @Test func roundTrip() throws {
        for rows in [[], [Self.row], [StoredRow](repeating: Self.row, count: 3000)] {
            let bytes = written(rows)
            #expect(try read(bytes) == rows)
            // A terminal may be shown it.
            #expect(bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
        }
    }

    @Test func otherFilesAreNoStores() throws {
        for text in ["", "a,b\n1,2\n", "{\"caseload\":\"case\"}\n", "{\"caseload\":\"store\"}\n"] {
            #expect(try read(Array(text.utf8)) == nil, "\(text)")
        }
        #expect(throws: ImportError.self) { try read(Array("{\"caseload\":\"store\",\"format\":\"x\"}\n".utf8)) }
    }

    @Test func everyCutIsFound() throws {
        let bytes = written([Self.row, Self.row])
        for count in 40..<bytes.count {
            #expect(throws: ImportError.self, "the first \(count) bytes") { try read(Array(bytes[..<count])) }
        }
        #expect(throws: ImportError.self) { try read(bytes + [0x0A]) }
        #expect(throws: ImportError.self) { try read(bytes + bytes) }
    }

    @Test func everyEditIsFound() throws {
        let bytes = written([Self.row, Self.row])
        for place in bytes.indices.dropFirst(32) {
            for change in [UInt8(1), 0x20] {
                var edited = bytes
                edited[place] ^= change
                #expect(throws: ImportError.self, "byte \(place), ^\(change)") { try read(edited) }
            }
        }
    }

    @Test func faultsHavePlaces() throws {
        let lines = String(decoding: written([Self.row, Self.row]), as: UTF8.self).split(separator: "\n")
        let broken = [lines[0], lines[1], lines[2].dropLast(), lines[3]].joined(separator: "\n") + "\n"
        let error = #expect(throws: ImportError.self) { try read(Array(broken.utf8)) }
        guard case .broken(let problem) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(problem.line == 3 && problem.column == lines[2].utf8.count)
        #expect(error?.description.contains(":3:\(lines[2].utf8.count): ") == true)
    }

    @Test func bytesAsText() throws {
        var random = SplitMix64(seed: 7)
        for count in 0...70 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            let text = Base64.encode(bytes)
            #expect(text == Data(bytes).base64EncodedString())
            #expect(Base64.decode(text) == bytes)
        }
        for text in ["A", "AA", "AA=", "A===", "AAA=AAAA", "AB==", "AA-_", "AA==\n", "===="] {
            #expect(Base64.decode(text) == nil, "\(text)")
        }
    }

    @Test(arguments: [
        "", "{", "{}x", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "[1,]", "01", "-", "1.5", "1e3", "9223372036854775808",
        "\"", "\"\\", "\"\\u12\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\x\"", "\"\u{1}\"", "nul", "+1", "-01",
        String(repeating: "[", count: 100_000),
    ])
    func whatIsNoJSON(_ text: String) {
        #expect(throws: JSONReader.Fault.self) { try JSONReader.value(of: Array(text.utf8)[...]) }
    }
}
