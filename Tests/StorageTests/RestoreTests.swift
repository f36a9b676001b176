import CaseModel
import CaseStorage
import Foundation
import GuidePolicy
import Testing

@Suite("Restoring loses nothing and gives nobody more")
struct RestoreTests {
    @Test("A restore keeps the old file, and refuses what is open or broken")
    func restore() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            let copy = folder.appendingPathComponent("copy.db").path
            try await makeStore(path)
            let store = try await SQLiteCaseStore.open(path: path)
            try await store.backup(to: copy, by: ada)
            let id = try #require(try await store.everyID().first)
            _ = try await store.apply(act("a", id, .severity(.one)))
            let error = await #expect(throws: StoreError.self) {
                try await SQLiteCaseStore.restore(from: copy, over: path, by: ada, at: now)
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
                try await SQLiteCaseStore.restore(from: bad.path, over: path, by: ada, at: now)
            }
            let report = try await SQLiteCaseStore.restore(from: copy, over: path, by: ada, at: now)
            let kept = try #require(report.kept)
            #expect(kept.hasSuffix("cases.db-before-20260225T061320Z"))
            for (file, severity) in [(path, Severity.four), (kept, .one)] {
                let opened = try await SQLiteCaseStore.open(path: file)
                #expect(try await opened.caseFile(id).item.severity == severity)
                #expect(try await opened.verify().faults == [])
                await opened.close()
            }
            // Where no store is, one is put.
            let fresh = folder.appendingPathComponent("fresh.db").path
            #expect(try await SQLiteCaseStore.restore(from: copy, over: fresh, by: ada, at: now) == RestoreReport())
            let mode = try FileManager.default.attributesOfItem(atPath: fresh)[.posixPermissions] as? Int
            #expect(mode == 0o660)
        }
    }

    /// A store kept by Ada, with Ben who is an engineer, and a backup of it.
    private func make(in folder: URL) async throws -> (path: String, copy: String) {
        let path = folder.appendingPathComponent("cases.db").path
        let copy = folder.appendingPathComponent("copy.db").path
        try await makeStore(path)
        let store = try await SQLiteCaseStore.open(path: path)
        _ = try await store.save(
            Agent(id: AgentID(0), name: "Ben", logins: ["ben"], duties: [.engineer]), by: ada, at: now)
        try await store.backup(to: copy, by: ada)
        await store.close()
        return (path, copy)
    }

    private func facts(_ path: String) throws -> [Int] {
        let facts = try FileManager.default.attributesOfItem(atPath: path)
        return try [.posixPermissions, .ownerAccountID, .groupOwnerAccountID].map { (key: FileAttributeKey) in
            try #require((facts[key] as? NSNumber)?.intValue)
        }
    }

    @Test("The restored file has the owner, group and mode of the old one", arguments: [0o600, 0o640, 0o660])
    func rights(_ mode: Int) async throws {
        try await inFolder { folder in
            let (path, copy) = try await make(in: folder)
            try #require(chmod(path, mode_t(mode)) == 0)
            // Only root may give files away.
            if getuid() == 0 { try #require(chown(path, 4242, 100) == 0) }
            let before = try facts(path)
            let report = try await SQLiteCaseStore.restore(from: copy, over: path, by: ada, at: now)
            #expect(report.remark == nil)
            #expect(try facts(path) == before)
            #expect(try facts(try #require(report.kept)) == before)
        }
    }

    @Test("Only who keeps the store that is there may replace it")
    func keepers() async throws {
        try await inFolder { folder in
            let (path, copy) = try await make(in: folder)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            for (login, rule) in [("ben", "no-right"), ("eve", "read-only-login")] {
                let claim = Claim(login: login, userNumber: 1002)
                for rehearses in [true, false] {
                    let error = await #expect(throws: StoreError.self) {
                        if rehearses {
                            try await SQLiteCaseStore.checkRestore(over: path, by: claim)
                        } else {
                            _ = try await SQLiteCaseStore.restore(from: copy, over: path, by: claim, at: now)
                        }
                    }
                    guard case .refused(let refusal) = error else {
                        Issue.record("not refused: \(String(describing: error))")
                        continue
                    }
                    #expect(refusal.rule == rule)
                }
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(!names.contains { $0.contains("restoring") || $0.contains("before") })
            // Where none is, and where it is damaged, the file's own rights decide.
            let eve = Claim(login: "eve", userNumber: 1003)
            let fresh = folder.appendingPathComponent("fresh.db").path
            #expect(try await SQLiteCaseStore.restore(from: copy, over: fresh, by: eve, at: now) == RestoreReport())
            let wrecks = [Data(repeating: 7, count: 9000), bytes.prefix(bytes.count / 2), Data()]
            for wreck in wrecks {
                try wreck.write(to: URL(fileURLWithPath: path))
                #expect(try await SQLiteCaseStore.restore(from: copy, over: path, by: eve, at: now).kept != nil)
            }
        }
    }
}
