import CaseModel
import CaseStorage
import Foundation
import Testing

@Suite("Backups are whole, and restoring loses nothing")
struct BackupTests {
    @Test("A backup taken while others save is sound and holds what was saved before")
    func backup() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path, cases: 5)
            let writer = try Exerciser("saves", path, "w")
            var saved: Set<String> = []
            while saved.count < 5, let line = writer.line() {
                if line.hasPrefix("saved ") { saved.insert(String(line.dropFirst(6))) }
            }
            let store = try await SQLiteCaseStore.open(path: path)
            let copy = folder.appendingPathComponent("copy.db").path
            try await store.backup(to: copy)
            await #expect(throws: StoreError.self) { try await store.backup(to: copy) }
            writer.kill()
            await store.close()
            let restored = try await SQLiteCaseStore.open(path: copy, mode: .readOnly)
            #expect(try await restored.verify().faults == [])
            let journal = Set(try await restored.journal(of: nil, limit: 9000).map(\.id.text))
            #expect(saved.subtracting(journal) == [])
            await restored.close()
            let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test("A restore keeps the old file, and refuses what is open or broken")
    func restore() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            let copy = folder.appendingPathComponent("copy.db").path
            try await makeStore(path)
            let store = try await SQLiteCaseStore.open(path: path)
            try await store.backup(to: copy)
            let id = try #require(try await store.everyID().first)
            _ = try await store.apply(act("a", id, .severity(.one)))
            let error = await #expect(throws: StoreError.self) {
                try await SQLiteCaseStore.restore(from: copy, over: path, at: now)
            }
            guard case .locked = error else {
                Issue.record("not locked: \(String(describing: error))")
                return
            }
            await store.close()
            // A backup that somebody wrote into is refused.
            let bad = folder.appendingPathComponent("bad.db")
            var bytes = try Data(contentsOf: URL(fileURLWithPath: copy))
            let place = try #require(bytes.range(of: Data("Case 1".utf8)))
            bytes[place.lowerBound] = UInt8(ascii: "L")
            try bytes.write(to: bad)
            await #expect(throws: StoreError.self) {
                try await SQLiteCaseStore.restore(from: bad.path, over: path, at: now)
            }
            let kept = try #require(try await SQLiteCaseStore.restore(from: copy, over: path, at: now))
            #expect(kept.hasSuffix("cases.db-before-20260225T061320Z"))
            for (file, severity) in [(path, Severity.four), (kept, .one)] {
                let opened = try await SQLiteCaseStore.open(path: file)
                #expect(try await opened.caseFile(id).item.severity == severity)
                #expect(try await opened.verify().faults == [])
                await opened.close()
            }
            // Where no store is, one is put.
            let fresh = folder.appendingPathComponent("fresh.db").path
            #expect(try await SQLiteCaseStore.restore(from: copy, over: fresh, at: now) == nil)
            let mode = try FileManager.default.attributesOfItem(atPath: fresh)[.posixPermissions] as? Int
            #expect(mode == 0o660)
        }
    }

    @Test("verify sees what was changed behind the program's back")
    func tampering() async throws {
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
}
