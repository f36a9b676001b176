import CaseModel
@testable import CaseStorage
import Foundation
import GuidePolicy
import Testing

@Suite("Nothing that was saved is lost", .serialized)
struct KillTests {
    /// Lets a program save, kills it in the middle, and answers what it said was saved, and what it was about to do.
    private func run(_ path: String, _ name: String, seconds: Double) throws -> (saved: Set<String>, tried: String?) {
        let exerciser = try Exerciser("saves", path, name)
        var saved: Set<String> = []
        var tried: String?
        // The first acknowledgement shows that it is at work.
        while let line = exerciser.line() {
            if line.hasPrefix("saved ") {
                saved.insert(String(line.dropFirst(6)))
                break
            }
            try #require(line.hasPrefix("try "), "\(line)")
            tried = String(line.dropFirst(4))
        }
        usleep(UInt32(seconds * 1_000_000))
        exerciser.kill()
        while let line = exerciser.line() {
            if line.hasPrefix("saved ") { saved.insert(String(line.dropFirst(6))) }
            if line.hasPrefix("try ") { tried = String(line.dropFirst(4)) }
        }
        return (saved, tried)
    }

    @Test("A reader takes back what somebody who was killed left half done before the store kept a log")
    func journal() async throws {
        try await inFolder { folder in
            let (path, copy) = (
                folder.appendingPathComponent("cases.db").path, folder.appendingPathComponent("b.db").path
            )
            try await makeStore(path)
            let connection = try Connection(path: path, .write, Guide.supply)
            // A copy that was put in place keeps a journal until it is written to; here that is cut short.
            try connection.run("PRAGMA journal_mode = DELETE")
            try connection.run("PRAGMA cache_size = 1")
            try connection.run("BEGIN IMMEDIATE")
            try connection.run("UPDATE accounts SET name = name || 'x'")
            try connection.run("CREATE TABLE scratch(a TEXT)")
            for number in 0..<200 {
                let text = String(repeating: "\(number) ", count: 300)
                try connection.run("INSERT INTO scratch VALUES (?)", [.text(text)])
            }
            for ending in ["", "-journal"] {
                try FileManager.default.copyItem(atPath: path + ending, toPath: copy + ending)
            }
            connection.rollBack()
            connection.close()
            let store = try await SQLiteCaseStore.open(path: copy, mode: .readOnly)
            #expect(try await store.verify().faults == [])
            #expect(try await store.count(.all, QueryContext(now: now)) == 3)
            await store.close()
            #expect(!FileManager.default.fileExists(atPath: copy + "-journal"))
        }
    }

    @Test("100 programs are killed while they save: no acknowledged act is lost, none is half done")
    func kills() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path, cases: 5)
            var seed: UInt64 = 4242
            var acknowledged = 0
            for round in 0..<100 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let (saved, tried) = try run(path, "r\(round)", seconds: Double(seed >> 40) / Double(1 << 24) * 0.03)
                acknowledged += saved.count
                let store = try await SQLiteCaseStore.open(path: path)
                let journal = Set(try await store.journal(of: nil, limit: 5000).map(\.id.text))
                #expect(saved.subtracting(journal) == [], "round \(round)")
                // What was about to be saved may have been; if so, whole.
                if let tried, journal.contains(tried) {
                    let operation = Operation(id: OperationID(tried), claim: ada, at: now, edits: [])
                    let outcome = try await store.apply(operation)
                    #expect(outcome.edits.count == 2, "round \(round)")
                }
                for entry in try await store.journal(of: nil, limit: saved.count + 1) {
                    #expect(entry.cases.count == 2 || entry.id.text == "first", "round \(round): \(entry.id)")
                }
                if round.isMultiple(of: 20) || round == 99 {
                    #expect(try await store.verify().faults == [], "round \(round)")
                }
                await store.close()
            }
            #expect(acknowledged > 100, "\(acknowledged) acts were acknowledged: too few to say anything")
        }
    }

    @Test("The check of lost acts sees a lost act")
    func control() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            let copy = folder.appendingPathComponent("copy.db").path
            try await makeStore(path, cases: 5)
            try FileManager.default.copyItem(atPath: path, toPath: copy)
            let (saved, _) = try run(path, "r", seconds: 0.05)
            // Somebody puts yesterday's copy back by hand.
            for side in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + side) {
                try FileManager.default.removeItem(atPath: path + side)
            }
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.moveItem(atPath: copy, toPath: path)
            let store = try await SQLiteCaseStore.open(path: path)
            let journal = Set(try await store.journal(of: nil, limit: 5000).map(\.id.text))
            #expect(saved.subtracting(journal) == saved)
            await store.close()
        }
    }

    @Test("A load that is killed leaves nothing of itself")
    func loads() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path, cases: 1)
            for round in 0..<20 {
                let exerciser = try Exerciser("loads", path, "l\(round)")
                _ = exerciser.line()
                usleep(UInt32(round * 1500))
                exerciser.kill()
                var loads = 1
                while exerciser.line() != nil { loads += 1 }
                let store = try await SQLiteCaseStore.open(path: path)
                let count = try await store.count(.all, QueryContext(now: now))
                #expect((count - 1).isMultiple(of: 50), "round \(round)")
                #expect(count > loads * 50, "round \(round)")
                await store.close()
            }
            let store = try await SQLiteCaseStore.open(path: path)
            #expect(try await store.verify().faults == [])
            await store.close()
        }
    }

    @Test("Two processes change one case 1,000 times, and no change is lost")
    func counts() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path, cases: 1)
            let programs = [try Exerciser("counts", path, "500"), try Exerciser("counts", path, "500")]
            let lines = programs.map { $0.line() ?? "nothing" }
            for program in programs { program.finish() }
            for line in lines { #expect(line.hasPrefix("counted 500"), "\(line)") }
            let store = try await SQLiteCaseStore.open(path: path)
            let id = try #require(try await store.everyID().first)
            let file = try await store.caseFile(id)
            #expect(file.item.extra["count"] == "1000")
            #expect(file.item.version == 1001)
            #expect(file.events.count == 1001)
            await store.close()
        }
    }
}
