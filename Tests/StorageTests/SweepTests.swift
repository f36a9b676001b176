import CaseModel
import Foundation
import GuidePolicy
import Testing

@testable import CaseStorage

@Suite("Erasing looks through every table")
struct SweepTests {
    @Test("each is either known by name or swept by itself")
    func everyTableIsKnown() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path)
            let connection = try Connection(path: path, .write, Guide.supply)
            defer { connection.close() }
            // A table of a later format, as a load may keep what rows said.
            let table = StoreShape.Table(
                name: "said", columns: ["body", "key", "number"], types: ["TEXT", "TEXT", "INTEGER"], key: ["key"])
            try connection.run("CREATE TABLE said(key TEXT PRIMARY KEY, number INTEGER, body TEXT) STRICT")
            let body = LengthPrefixed.encode(["name", "Zebulon Quagmire", "note", nil])
            try connection.run("INSERT INTO said VALUES ('Zebulon Quagmire', 1, ?), ('b', 2, 'x')", [.text(body)])
            try SQLiteLedger(connection, try connection.policies()).sweep([table]) {
                $0.replacing("Zebulon Quagmire", with: "[erased]")
            }
            let rows = try connection.all("SELECT key, body FROM said ORDER BY number", table: "said") {
                (row) throws(StoreError) in [try row.text(0), try row.text(1)]
            }
            let cleared = LengthPrefixed.encode(["name", "[erased]", "note", nil])
            #expect(rows == [["[erased]", cleared], ["b", "x"]])
        }
    }
}
