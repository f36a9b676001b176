import CaseModel
import CaseSamples
import Foundation
import GuidePolicy
import SeededRandom
import Testing

@testable import CaseStorage

@Suite("The parts of the file store")
struct PartsTests {
    /// Texts that try to be something else.
    static let hostile = [
        "", "-", "3:abc", "8:severity1:2-", "\0", "a\0b", "\r\n", "x.", "\u{301}", "e\u{301}", "\u{E9}", "👩‍👩‍👧",
        "\u{202E}", "'; --",
        String(repeating: "9", count: 400), "\u{10FFFF}",
    ]

    @Test("Texts behind their lengths come back, whatever they hold")
    func lengths() throws {
        var random = SplitMix64(seed: 11)
        for _ in 0..<2000 {
            let texts = (0..<random.number(0...6)).map { _ in random.chance(20) ? nil : random.pick(Self.hostile) }
            let decoded = try #require(LengthPrefixed.decode(LengthPrefixed.encode(texts)))
            #expect(decoded.map { $0.map { Array($0.utf8) } } == texts.map { $0.map { Array($0.utf8) } })
        }
    }

    @Test(
        "What is not made of lengths is noticed",
        arguments: ["3", "3:ab", "x", "1:", "-1:", "99999999999:a", ":", "1:é"])
    func broken(_ text: String) {
        #expect(LengthPrefixed.decode(text) == nil)
    }

    @Test("Changes of any field come back, byte for byte")
    func changes() throws {
        let fields =
            CaseField.all + Self.hostile.map(CaseField.extra)
            + [.item(ActionItemID(caseID: CaseID(1_000_001), ordinal: 12))]
        var random = SplitMix64(seed: 12)
        for field in fields {
            let change = FieldChange(
                field, random.pick(Self.hostile), random.chance(50) ? nil : random.pick(Self.hostile))
            let text = ChangesText.encode([change, change], name: \.name)
            let decoded = try #require(ChangesText.decode(text, field: CaseField.init(name:)), "\(field.name)")
            #expect(decoded.map { Array($0.field.name.utf8) } == [change, change].map { Array($0.field.name.utf8) })
            #expect(
                decoded.map { Array(($0.new ?? "nil").utf8) } == [change, change].map { Array(($0.new ?? "nil").utf8) })
        }
    }

    @Test("Outcomes come back as they were")
    func outcomes() {
        let refusal = Refusal(rule: "r", message: "M 3:x", remedy: "-")
        let conflict = Conflict(
            caseID: CaseID(4), base: 1, current: 9,
            fields: [
                .init(field: .severity, mine: "1", theirs: nil, by: "Ben", at: now),
                .init(field: .extra("done"), mine: nil, theirs: "unchanged", by: "", at: now),
            ])
        let outcome = OperationOutcome(
            id: OperationID("x"),
            edits: [
                .done(CaseID(1), version: 7, events: [], merged: true), .unchanged(CaseID(2)),
                .refused(CaseID(3), refusal), .conflict(conflict), .notFound(CaseID(5)),
                .done(CaseID(6), version: 2, events: [], merged: false),
            ], subject: "took CS-1")
        #expect(OutcomeText.decode(OutcomeText.encode(outcome), id: outcome.id) == outcome)
        #expect(OutcomeText.decode("-4:done", id: outcome.id) == nil)
    }

    @Test(
        "File systems of several hosts are known by their numbers",
        arguments: [
            (0x6969, "NFS"), (0xFF53_4D42, "CIFS"), (0xFE53_4D42, "SMB2"), (0x6573_5546, "FUSE"), (0x0102_1997, "9P"),
            (0x00C3_6400, "Ceph"),
        ])
    func networks(_ magic: Int, _ name: String) {
        #expect(FileSystemKind.network(magic) == name)
        // The number may come with its sign.
        #expect(FileSystemKind.network(Int(Int32(truncatingIfNeeded: magic))) == name)
    }

    @Test(
        "Local file systems are welcome", arguments: [0xEF53, 0x0102_1994, 0x794C_7630, 0x9123_683E, 0x5846_5342, -1])
    func local(_ magic: Int) {
        #expect(FileSystemKind.network(magic) == nil)
    }

    @Test("A value that fits nothing is named by table, row and column")
    func damage() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path)
            let connection = try Connection(path: path, .write, Guide.supply)
            try connection.run("UPDATE cases SET status = 'tired' WHERE id = 1000002")
            connection.close()
            let store = try await SQLiteCaseStore.open(path: path)
            let error = await #expect(throws: StoreError.self) { try await store.caseFile(CaseID(1_000_002)) }
            #expect(error == .damaged("cases 1000002: status holds tired"))
            #expect(try await store.caseFile(CaseID(1_000_003)).item.subject == "Case 2")
            #expect(try await store.verify().faults == ["CS-1000002: status is not what the events say."])
            await store.close()
        }
    }

    @Test("Events can be neither changed nor removed")
    func appendOnly() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path)
            let connection = try Connection(path: path, .write, Guide.supply)
            #expect(throws: StoreError.self) { try connection.run("UPDATE events SET actor = 'x'") }
            #expect(throws: StoreError.self) { try connection.run("DELETE FROM events") }
        }
    }

    @Test("A store that is let go ends its threads and closes its files")
    func letGo() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path)
            func open() throws -> Int {
                try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").filter { name in
                    let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + name)
                    return target?.hasPrefix(path) ?? false
                }.count
            }
            for round in 0..<20 {
                let store = try await SQLiteCaseStore.open(path: path)
                let id = try #require(try await store.everyID().first)
                _ = try await store.apply(act("r\(round)", id, .extra("round", String(round))))
            }
            for _ in 0..<200 where try open() > 0 { try await Task.sleep(for: .milliseconds(10)) }
            #expect(try open() == 0)
        }
    }
}
