import CaseModel
import CaseStorage
import Foundation
import GuidePolicy
import Testing

@Suite("Only a case file is opened, and nothing else is touched")
struct FileTests {
    /// Things that are no case file, each made at a path.
    enum Wrong: String, CaseIterable, CustomTestStringConvertible {
        case text, empty, noise, folder, pipe, link, other, truncated

        var testDescription: String { rawValue }

        func make(at url: URL) async throws {
            let path = url.path
            switch self {
            case .text: try Data("number,status\n1,open\n".utf8).write(to: url)
            case .empty: try Data().write(to: url)
            case .noise: try Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 13) }).write(to: url)
            case .folder: try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
            case .pipe: try #require(mkfifo(path, 0o600) == 0)
            case .link:
                try await makeStore(path + ".real")
                try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path + ".real")
            case .other: try FileBytes.otherDatabase.write(to: url)
            case .truncated:
                try await makeStore(path)
                let data = try Data(contentsOf: url)
                try data.prefix(data.count / 2).write(to: url)
            }
        }
    }

    @Test("What is no case file is refused and left as it is", arguments: Wrong.allCases)
    func wrong(_ wrong: Wrong) async throws {
        try await inFolder { folder in
            let url = folder.appendingPathComponent("x.db")
            try await wrong.make(at: url)
            let before = wrong == .pipe || wrong == .folder ? nil : try Data(contentsOf: url)
            for mode in [SQLiteCaseStore.Mode.readWrite, .readOnly, .rehearsal] {
                await #expect(throws: StoreError.self) {
                    let store = try await SQLiteCaseStore.open(path: url.path, mode: mode)
                    defer { Task { await store.close() } }
                    // A file that is cut short shows when it is read.
                    let report = try await store.verify()
                    if let fault = report.faults.first { throw StoreError.damaged(fault) }
                }
            }
            if wrong != .empty {
                await #expect(throws: StoreError.self) {
                    try await SQLiteCaseStore.create(path: url.path, keeper: ada, keeperName: "Ada", at: now)
                }
            }
            if let before { #expect(try Data(contentsOf: url) == before) }
        }
    }

    @Test("What is not there is not found, and is not made")
    func missing() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("none.db").path
            await #expect(throws: StoreError.notFound("store at \(path)")) {
                try await SQLiteCaseStore.open(path: path)
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(left.isEmpty)
        }
    }

    @Test("A newer format is refused, an older one is brought up, all or nothing")
    func formats() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path)
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            // SQLite keeps the format at byte 60, most significant byte first.
            let known = Int(bytes[63])
            bytes[63] = UInt8(known + 1)
            try bytes.write(to: URL(fileURLWithPath: path))
            await #expect(throws: StoreError.newerFormat(found: known + 1, known: known)) {
                try await SQLiteCaseStore.open(path: path)
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
            // A case file at format 0 has no tables yet.
            let old = folder.appendingPathComponent("old.db")
            try FileBytes.formatZero.write(to: old)
            for mode in [SQLiteCaseStore.Mode.readOnly, .rehearsal] {
                await #expect(throws: StoreError.self) { try await SQLiteCaseStore.open(path: old.path, mode: mode) }
            }
            #expect(try Data(contentsOf: old) == FileBytes.formatZero)
            let store = try await SQLiteCaseStore.open(path: old.path)
            // Nobody was there who could keep it.
            let faults = try await store.verify().faults
            #expect(faults.count == 1 && faults.first?.contains("Nobody can keep this store") == true)
            await store.close()
            #expect(try Data(contentsOf: old)[63] == UInt8(known))
            // A step that fails leaves the format as it was: the tables of step 1 are there already.
            let torn = folder.appendingPathComponent("torn.db")
            var half = try Data(contentsOf: old)
            half[63] = 0
            try half.write(to: torn)
            await #expect(throws: StoreError.self) { try await SQLiteCaseStore.open(path: torn.path) }
            let after = try Data(contentsOf: torn)
            #expect(after[63] == 0)
        }
    }

    @Test("Files are for the group whatever the umask, and gone when closed")
    func modes() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            for mask in [0o002, 0o022, 0o027, 0o077] as [mode_t] {
                let before = umask(mask)
                defer { umask(before) }
                let store = try await SQLiteCaseStore.create(path: path, keeper: ada, keeperName: "Ada", at: now)
                _ = try await store.addQueue("Support", by: ada, at: now)
                let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                #expect(names == ["cases.db", "cases.db-lock", "cases.db-shm", "cases.db-wal"])
                for name in names {
                    let facts = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
                    #expect(facts[.posixPermissions] as? Int == 0o660, "\(name) under \(String(mask, radix: 8))")
                }
                await store.close()
                #expect(
                    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                        == ["cases.db", "cases.db-lock"])
                for name in ["cases.db", "cases.db-lock"] {
                    try FileManager.default.removeItem(atPath: folder.path + "/" + name)
                }
            }
        }
    }

    @Test("A store to read only reads, and says so")
    func readOnly() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path)
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            let store = try await SQLiteCaseStore.open(path: path, mode: .readOnly)
            let ids = try await store.everyID()
            #expect(ids.count == 3)
            await #expect(throws: StoreError.unavailable("it was opened for reading only")) {
                try await store.apply(act("a", ids[0], .severity(.one)))
            }
            #expect(try await store.verify().faults == [])
            await store.close()
            await #expect(throws: StoreError.unavailable("it was closed")) { try await store.revision() }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
    }
}

/// Small SQLite files, byte for byte.
enum FileBytes {
    /// One empty page with an application number and a format.
    static func page(application: [UInt8], format: UInt8) -> Data {
        var bytes = [UInt8](repeating: 0, count: 4096)
        bytes.replaceSubrange(0..<16, with: Array("SQLite format 3\0".utf8))
        bytes.replaceSubrange(16..<24, with: [0x10, 0, 1, 1, 0, 64, 32, 32])
        bytes.replaceSubrange(24..<32, with: [0, 0, 0, 1, 0, 0, 0, 1])
        bytes[47] = 4
        bytes[59] = 1
        bytes[63] = format
        bytes.replaceSubrange(68..<72, with: application)
        bytes.replaceSubrange(92..<100, with: [0, 0, 0, 1, 0, 46, 0x76, 0x89])
        bytes.replaceSubrange(100..<108, with: [13, 0, 0, 0, 0, 0x10, 0, 0])
        return Data(bytes)
    }

    static let formatZero = page(application: [0x43, 0x53, 0x4C, 0x44], format: 0)
    static let otherDatabase = page(application: [0x0F, 0x05, 0x51, 0x12], format: 7)
}
