import CaseModel
import Foundation
import Testing

@testable import CaseStorage

@Suite("A store of an older format is brought to the newest one")
struct OlderFormatTests {
    /// Makes a store with one case, as the program wrote it that knew the formats up to 3.
    private func makeOldStore(_ path: String) async throws {
        try await makeStore(path)
        let connection = try Connection(path: path, .write)
        for index in Schema.coveringOrders where index.hasPrefix("DROP") { try connection.run(index) }
        try connection.run("DROP INDEX open_by_status")
        for index in Schema.orders where index.contains("INDEX open_by") { try connection.run(index) }
        try connection.run("ALTER TABLE loads DROP COLUMN beginnings")
        try connection.run("PRAGMA user_version = 3")
        connection.close()
    }

    private func indexes(_ path: String) throws -> [String] {
        try Connection(path: path, .look).all(
            "SELECT sql FROM sqlite_schema WHERE name LIKE 'open_by%' ORDER BY name", table: "schema"
        ) { (row) throws(StoreError) in try row.text(0) }
    }

    @Test("when it is opened to change")
    func migrates() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("old.db").path
            try await makeOldStore(path)
            #expect(try indexes(path).allSatisfy { !$0.contains("(open, ") })
            let store = try await SQLiteCaseStore.open(path: path)
            #expect(try await store.verify().faults == [])
            await store.close()
            #expect(try indexes(path).allSatisfy { $0.contains("(open, ") })
            #expect(try indexes(path).count == 6)
        }
    }

    @Test("and is left alone, when it is opened to look")
    func refuses() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("old.db").path
            try await makeOldStore(path)
            await #expect(throws: StoreError.self) {
                try await SQLiteCaseStore.open(path: path, mode: .readOnly)
            }
            #expect(try indexes(path).allSatisfy { !$0.contains("(open, ") })
        }
    }
}
