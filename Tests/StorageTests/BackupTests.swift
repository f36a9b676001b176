import CaseModel
import CaseStorage
import Foundation
import GuidePolicy
import Testing

@Suite("Backups are whole")
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
            try await store.backup(to: copy, by: ada)
            await #expect(throws: StoreError.self) { try await store.backup(to: copy, by: ada) }
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
}
