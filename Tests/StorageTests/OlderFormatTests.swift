import CaseModel
import CaseSamples
import Foundation
import GuidePolicy
import Testing

@testable import CaseStorage

@Suite("A store of an older format is brought to the newest one")
struct OlderFormatTests {
    /// Makes a store with one case, as the program wrote it that knew the formats up to 3.
    private func makeOldStore(_ path: String) async throws {
        try await makeStore(path)
        let connection = try Connection(path: path, .write, Guide.supply)
        for index in Schema.coveringOrders where index.hasPrefix("DROP") { try connection.run(index) }
        try connection.run("DROP INDEX open_by_status")
        for index in Schema.orders where index.contains("INDEX open_by") { try connection.run(index) }
        try connection.run("ALTER TABLE loads DROP COLUMN beginnings")
        for statement in OlderFormats.beforeRecords { try connection.run(statement) }
        try connection.run("PRAGMA user_version = 3")
        connection.close()
    }

    private func indexes(_ path: String) throws -> [String] {
        try Connection(path: path, .look, Guide.supply).all(
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
            // Its words are those of the built-in policy, and it keeps that policy.
            let item = try #require(
                try await store.firstPage(.all, sort: SortKey.usual, limit: 1, QueryContext(now: now)).first)
            #expect(item.severity == .four && item.status == .new)
            #expect(try await store.policies == Guide.book)
            await store.close()
            #expect(try indexes(path).allSatisfy { $0.contains("(open, ") })
            #expect(try indexes(path).count == 12)
        }
    }

    @Test("of format 5: its people get what they had not, and it takes records")
    func takesRecords() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("old.db").path
            try await makeStore(path)
            var store = try await SQLiteCaseStore.open(path: path)
            let nord = try await store.save(Account(id: AccountID(0), name: "Nord"), by: ada, at: now)
            let berg = try await store.save(
                Contact(id: ContactID(0), account: nord.id, name: "J. Berg"), by: ada, at: now)
            await store.close()
            let connection = try Connection(path: path, .write, Guide.supply)
            for statement in OlderFormats.beforeRecords { try connection.run(statement) }
            try connection.run("PRAGMA user_version = 5")
            connection.close()
            store = try await SQLiteCaseStore.open(path: path)
            #expect(try await store.contacts(matching: "Berg", account: nil, limit: 9) == [berg])
            #expect(try await store.accounts(matching: "Nord", limit: 9) == [nord])
            let contract = [
                "account": nord.id.description, "number": "N-1", "start": "2026-01-01", "end": "2026-12-31",
            ]
            _ = try await store.keep([RecordEdit(adding: .contract, contract)], act("contract", CaseID(1)))
            let report = try await store.verify()
            #expect(report.faults == [] && report.records == 1)
            await store.close()
        }
    }

    @Test("of format 12: its records are found by what they are found by since")
    func marks() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("old.db").path
            try await makeStore(path)
            var store = try await SQLiteCaseStore.open(path: path)
            let nord = try await store.save(Account(id: AccountID(0), name: "Nord"), by: ada, at: now)
            let other = try await store.save(Account(id: AccountID(0), name: "Other"), by: ada, at: now)
            let values = [
                "account": nord.id.description, "company": other.id.description, "scope": "both",
                "from": "2026-01-01",
            ]
            _ = try await store.keep([RecordEdit(adding: .partner, values)], act("appoint", CaseID(1)))
            await store.close()
            let connection = try Connection(path: path, .write, Guide.supply)
            for statement in OlderFormats.beforeRosters { try connection.run(statement) }
            try connection.run("PRAGMA user_version = 12")
            connection.close()
            store = try await SQLiteCaseStore.open(path: path)
            let found = try await store.records(RecordQuery(.partner, marked: other.id.description)).records
            #expect(found.map(\.account) == [nord.id])
            #expect(try await store.verify().faults == [])
            await store.close()
        }
    }

    @Test("of format 20: its licences are found by their hosts since")
    func hosts() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("old.db").path
            try await makeStore(path)
            var store = try await SQLiteCaseStore.open(path: path)
            let nord = try await store.save(Account(id: AccountID(0), name: "Nord"), by: ada, at: now)
            for (number, hosts) in [["gate-1", "b"], [], ["b", "Gate-1", "00:1B:44"]].enumerated() {
                let values = ["account": nord.id.description, "product": "Gateway", "quantity": "10"]
                let added = try await store.keep(
                    [RecordEdit(adding: .license, values)], act("license \(number)", CaseID(1)))
                let license = try #require(added.records.first?.id)
                let acts = hosts.map { RecordEdit(license, doing: .license(.allocate(2, to: $0))) }
                if !acts.isEmpty { _ = try await store.keep(acts, act("allocate \(number)", CaseID(1))) }
            }
            await store.close()
            let connection = try Connection(path: path, .write, Guide.supply)
            try connection.run("DROP TABLE license_hosts")
            try connection.run("DROP INDEX turns_by_agent")
            try connection.run(
                "CREATE INDEX edits_by_agent ON operations(agent, standing, number) WHERE kind = 'edit'")
            try connection.run("PRAGMA user_version = 20")
            connection.close()
            store = try await SQLiteCaseStore.open(path: path)
            for (host, licenses) in [("gate-1", [1]), ("b", [1, 3]), ("Gate-1", [3]), ("00:1B:44", [3]), ("gate", [])] {
                let found = try await store.records(HostUse.query(host)).records
                #expect(found.map(\.number) == licenses.map(Int64.init), "\(host)")
            }
            #expect(try await store.verify().faults == [])
            await store.close()
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
