import CaseModel
import CaseSamples
import Foundation
import GuidePolicy
import Testing

@testable import CaseStorage

@Suite("verify sees what does not agree")
struct VerifyTests {
    @Test("A subject that was changed in any place is seen")
    func subjects() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path, cases: 30)
            let whole = try Data(contentsOf: URL(fileURLWithPath: path))
            // Every place where a subject stands: its row, its folded form, its event, its words.
            var places: [Range<Data.Index>] = []
            for text in ["Case 17", "case 17"] {
                var from = whole.startIndex
                while let place = whole.range(of: Data(text.utf8), in: from..<whole.endIndex) {
                    places.append(place)
                    from = place.upperBound
                }
            }
            #expect(places.count >= 4)
            for place in places {
                var bytes = whole
                bytes[place.lowerBound + 1] = UInt8(ascii: "u")
                let url = folder.appendingPathComponent("tampered.db")
                try bytes.write(to: url)
                let store = try await SQLiteCaseStore.open(path: url.path, mode: .readOnly)
                #expect(try await store.verify().faults != [], "the byte at \(place.lowerBound)")
                await store.close()
            }
        }
    }

    /// What somebody with another program could do to a store, and a word of what is said of it.
    static let tricks: [(String, String)] = [
        // Who, when and what of an event.
        ("UPDATE events SET actor = 'Eve' WHERE case_id = 1000001 AND seq = 2", "CS-1000001, event 2: who, when"),
        ("UPDATE events SET agent = NULL WHERE case_id = 1000001 AND seq = 2", "CS-1000001, event 2: who, when"),
        ("UPDATE events SET login = 'eve' WHERE case_id = 1000001 AND seq = 1", "CS-1000001, event 1: who, when"),
        ("UPDATE events SET at = at - 60 WHERE case_id = 1000001 AND seq = 2", "CS-1000001, event 2: who, when"),
        ("UPDATE events SET recorded_at = 7 WHERE case_id = 1000001 AND seq = 2", "CS-1000001, event 2: who, when"),
        ("UPDATE events SET action = 'undone' WHERE case_id = 1000001 AND seq = 2", "CS-1000001, event 2: who, when"),
        ("UPDATE events SET refers_to = 1 WHERE case_id = 1000001 AND seq = 2", "CS-1000001, event 2: who, when"),
        ("UPDATE events SET refers_to = 1 WHERE case_id = 1000003 AND seq = 3", "CS-1000003, event 3: who, when"),
        (
            "UPDATE events SET changes = replace(changes, '1:41:2', '1:31:2') WHERE case_id = 1000001 AND seq = 2",
            "CS-1000001, event 2: severity was not what it says"
        ),
        ("UPDATE events SET op = 2 WHERE case_id = 1000001 AND seq = 3", "other events"),
        ("DELETE FROM events WHERE case_id = 1000001 AND seq = 5", "other events"),
        // Acts.
        ("UPDATE operations SET actor = 'Eve' WHERE id = 'a'", "who, when"),
        ("UPDATE operations SET standing = 0 WHERE id = 'gone'", "Act gone: whether it holds"),
        ("UPDATE operations SET standing = 1 WHERE id = 'a'", "Act a: whether it holds"),
        ("UPDATE operations SET standing = 2 WHERE id = 'back'", "Act back: whether it holds"),
        ("UPDATE operations SET touched = '1000001:2-3' WHERE id = 'a'", "other events"),
        ("UPDATE operations SET touched = '1000001:2-9223372036854775807' WHERE id = 'a'", "no events that can be"),
        ("UPDATE operations SET refers_to = 'a' WHERE id = 'undo-back'", "Act back: whether it holds"),
        ("DELETE FROM operations WHERE kind = 'keep'", "The journal has a gap before act 4"),
        // Who may keep the store.
        ("DELETE FROM agent_logins", "Nobody can keep this store"),
        ("UPDATE agents SET active = 0", "Nobody can keep this store"),
        ("UPDATE agents SET duties = 'engineer'", "Nobody can keep this store"),
        ("UPDATE agents SET duties = 'king'", "duties holds king"),
        // What keeps events as they are.
        ("DROP TRIGGER events_remain", "The trigger events_remain is missing"),
        (
            "CREATE TRIGGER more AFTER INSERT ON events BEGIN DELETE FROM loads; END",
            "The trigger more is not Caseload"
        ),
        ("DROP INDEX open_by_severity", "The index open_by_severity is missing"),
        // What cases and people are found by.
        ("UPDATE tags SET folded = 'other'", "its tags"),
        ("UPDATE tags SET tag = 'other', folded = 'other'", "its tags"),
        ("UPDATE watchers SET case_id = 1000002", "its watchers"), ("DELETE FROM watchers", "watchers"),
        ("UPDATE extras SET folded = 'other'", "its extra fields"), ("UPDATE queues SET folded = 'other'", "queues"),
        ("UPDATE cases SET updated_at = updated_at - 1 WHERE id = 1000002", "CS-1000002: updated_at"),
        // Records.
        ("UPDATE records SET version = 2", "CN-1 is not the sum of its events"),
        ("UPDATE records SET body = replace(body, '2026-12-31', '2027-12-31')", "CN-1 is not the sum of its events"),
        ("UPDATE records SET body = '5:start'", "CN-1: The store is damaged: records contract: body holds"),
        ("UPDATE records SET title = 'other'", "CN-1 is not found by what it holds"),
        ("UPDATE records SET ends = NULL", "CN-1 is not found by what it holds"),
        ("UPDATE records SET account = NULL", "CN-1 is not found by what it holds"),
        ("UPDATE records SET number = 2", "The contracts have a gap before CN-2"),
        ("UPDATE records SET kind = 'treaty'", "There are 1 records of kinds that are not known"),
        ("UPDATE record_events SET changes = replace(changes, 'N-1', 'N-2')", "CN-1 is not the sum of its events"),
        ("UPDATE record_events SET changes = replace(changes, '2026', '2O26')", "CN-1, event 1: start was not what"),
        ("UPDATE record_events SET seq = 2", "CN-1: the events have a gap before 2"),
        ("UPDATE record_events SET actor = 'Eve'", "contract 1, event 1: who or when"),
        ("UPDATE record_events SET recorded_at = 7", "contract 1, event 1: who or when"),
        ("UPDATE record_events SET op = 1", "contract 1, event 1: who or when"),
        ("DELETE FROM record_events", "the events it wrote to records are not there"),
        ("DROP TRIGGER record_events_stay", "The trigger record_events_stay is missing"),
    ]

    @Test("What was changed behind the program's back is named", arguments: tricks)
    func tampering(_ trick: String, _ words: String) async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path)
            var store = try await SQLiteCaseStore.open(path: path)
            _ = try await store.addQueue("Support", by: ada, at: now)
            let nord = try await store.save(Account(id: AccountID(0), name: "Nord"), by: ada, at: now)
            let contract = [
                "account": nord.id.description, "number": "N-1", "start": "2026-01-01", "end": "2026-12-31",
            ]
            _ = try await store.keep([RecordEdit(adding: .contract, contract)], act("contract", CaseID(1)))
            let (id, other) = (CaseID(1_000_001), CaseID(1_000_003))
            _ = try await store.apply(act("a", id, .severity(.two)))
            _ = try await store.apply(
                act("b", id, .tags(adding: ["VPN"], removing: []), .watch(true), .extra("Site", "Halle")))
            for (name, after) in [("gone", true), ("back", false)] {
                _ = try await store.apply(act(name, other, .severity(.two)))
                _ = try await store.undo(Operation(id: OperationID("undo-" + name), claim: ada, at: now, edits: []))
                if after { _ = try await store.apply(act("after", other, .note("Again."))) }
            }
            #expect(try await store.verify().faults == [])
            await store.close()
            let connection = try Connection(path: path, .write, Guide.supply)
            let guards = try connection.all(
                "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", table: "schema"
            ) { (row) throws(StoreError) in (try row.text(0), try row.text(1)) }
            for (name, _) in guards { try connection.run("DROP TRIGGER \(name)") }
            if !trick.hasPrefix("DROP TRIGGER") { try connection.run(trick) }
            for (name, sql) in guards where trick != "DROP TRIGGER \(name)" { try connection.run(sql) }
            connection.close()
            store = try await SQLiteCaseStore.open(path: path, mode: .readOnly)
            let faults = try await store.verify().faults
            await store.close()
            #expect(faults.contains { $0.contains(words) }, "\(faults)")
        }
    }

    @Test("A store of format 3 is brought up: news that went back are mended")
    func news() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path)
            var store = try await SQLiteCaseStore.open(path: path)
            let id = CaseID(1_000_001)
            var early = act("early", id, .severity(.one))
            early.at = now - 3600
            _ = try await store.apply(early)
            func load(_ count: Int) async throws -> LoadCounts {
                let entries = (0..<count).map { number in
                    HistoryEntry(at: now - 60, actor: "Robot", values: [.subject: "Row \(number)"])
                }
                let name = OperationID("load-\(count)")
                try await store.beginLoad(LoadHeader(source: "old", claim: ada, at: now, operation: name))
                let counts = try await store.load([.history(CaseHistory(key: "K", line: 1, entries: entries))])
                try await store.finishLoad()
                return counts
            }
            #expect(try await load(2).created == 1)
            await store.close()
            // As it was kept before: the time of the last event, and nothing of the beginnings of histories.
            let connection = try Connection(path: path, .write, Guide.supply)
            try connection.run("ALTER TABLE loads DROP COLUMN beginnings")
            for statement in OlderFormats.beforeRecords { try connection.run(statement) }
            try connection.run("UPDATE cases SET updated_at = updated_at - 3600 WHERE id = 1000001")
            try connection.run("PRAGMA user_version = 4")
            connection.close()
            store = try await SQLiteCaseStore.open(path: path)
            #expect(try await store.verify().faults == [])
            #expect(try await store.caseFile(id).item.updatedAt == now)
            // An older copy is still known by its times and people.
            #expect(try await load(1).unchanged == 1)
            #expect(try await load(3).events == 1)
            #expect(try await store.verify().faults == [])
            await store.close()
        }
    }
}
