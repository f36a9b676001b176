import CaseModel
import CaseStorage
import Foundation
import GuidePolicy
import Testing

let ada = Claim(login: "ada", userNumber: 1001)
let now = Timestamp(seconds: 1_772_000_000)

/// Runs a test in a folder of its own.
func inFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("storage-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    try await body(folder)
}

/// Makes a store with so many cases, and closes it.
func makeStore(_ path: String, cases: Int = 3) async throws {
    let store = try await SQLiteCaseStore.create(path: path, keeper: ada, keeperName: "Ada", at: now)
    let records = (0..<cases).map { number in
        LoadRecord.history(
            CaseHistory(
                key: "K\(number)", line: 1,
                entries: [HistoryEntry(at: now, actor: "Robot", values: [.subject: "Case \(number)"])]))
    }
    try await store.beginLoad(LoadHeader(source: "test", claim: ada, at: now, operation: OperationID("first")))
    _ = try await store.load(records)
    try await store.finishLoad()
    await store.close()
}

extension SQLiteCaseStore {
    func everyID() async throws -> [CaseID] {
        try await orderedIDs(.all, sort: [SortKey(.id)], QueryContext(now: now))
    }
}

/// An act on one case.
func act(_ name: String, _ id: CaseID, _ changes: CaseChange...) -> CaseModel.Operation {
    Operation(id: OperationID(name), claim: ada, at: now, edits: [CaseEdit(id, base: nil, changes)])
}
