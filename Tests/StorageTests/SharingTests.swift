import CaseModel
import CaseStorage
import Foundation
import GuidePolicy
import Testing

@Suite("Several programs share a store")
struct SharingTests {
    @Test("Who waits too long hears who holds the store; reading goes on; a dead holder holds nothing")
    func locks() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path)
            let holder = try Exerciser("holds", path)
            #expect(holder.line() == "holding")
            let store = try await SQLiteCaseStore.open(path: path)
            let ids = try await store.everyID()
            #expect(ids.count == 3)
            try await store.wait(forOthers: 200)
            let error = await #expect(throws: StoreError.self) {
                try await store.apply(act("a", ids[0], .severity(.one)))
            }
            guard case .locked(let who) = error else {
                Issue.record("not locked: \(String(describing: error))")
                return
            }
            #expect(who.hasPrefix("ada imports from elsewhere, process "))
            #expect(who.contains("since 20"))
            #expect(try await store.caseFile(ids[0]).item.version == 1)
            holder.kill()
            #expect(try await store.apply(act("a", ids[0], .severity(.one))).edits.count == 1)
            #expect(try await store.caseFile(ids[0]).item.version == 2)
            await store.close()
        }
    }

    @Test("What one program saves, another sees, while both stay open")
    func sees() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path)
            let (a, b) = (try await SQLiteCaseStore.open(path: path), try await SQLiteCaseStore.open(path: path))
            let id = try #require(try await a.everyID().first)
            for number in 1...50 {
                let revision = try await b.revision()
                _ = try await a.apply(act("a\(number)", id, .extra("number", String(number))))
                #expect(try await b.revision() != revision)
                #expect(try await b.caseFile(id).item.extra["number"] == String(number))
                _ = try await b.apply(act("b\(number)", id, .note("seen \(number)")))
            }
            #expect(try await a.caseFile(id).events.count == 101)
            await a.close()
            #expect(try await b.verify().faults == [])
            await b.close()
        }
    }

    @Test("The log does not grow for ever")
    func log() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path)
            let (store, idle) = (try await SQLiteCaseStore.open(path: path), try await SQLiteCaseStore.open(path: path))
            let id = try #require(try await idle.everyID().first)
            for number in 1...600 { _ = try await store.apply(act("a\(number)", id, .extra("n", String(number)))) }
            let size = try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? Int
            #expect((size ?? 0) < 8 << 20, "\(size ?? 0) bytes")
            await store.close()
            await idle.close()
        }
    }

    @Test("A question that is withdrawn stops")
    func cancels() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path, cases: 400)
            let store = try await SQLiteCaseStore.open(path: path)
            let task = Task { () async -> Result<Int, StoreError> in
                var asked = 0
                do throws(StoreError) {
                    while true {
                        _ = try await store.orderedIDs(
                            .all, sort: [SortKey(.contact), SortKey(.subject)], QueryContext(now: now))
                        asked += 1
                        if asked > 1_000_000 { return .success(asked) }
                    }
                } catch {
                    return .failure(error)
                }
            }
            try await Task.sleep(for: .milliseconds(50))
            task.cancel()
            #expect(await task.value == .failure(.cancelled))
            // And the next question is answered.
            #expect(try await store.everyID().count == 400)
            await store.close()
        }
    }

    @Test("A store whose file was replaced is no longer written")
    func replaced() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path)
            let store = try await SQLiteCaseStore.open(path: path)
            let id = try #require(try await store.everyID().first)
            _ = try await store.apply(act("a", id, .severity(.one)))
            try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
            try await makeStore(path + ".new")
            try FileManager.default.moveItem(atPath: path + ".new", toPath: path)
            await #expect(throws: StoreError.self) { try await store.apply(act("b", id, .severity(.two))) }
        }
    }
}
