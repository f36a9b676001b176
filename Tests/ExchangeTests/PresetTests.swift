import CaseModel
import EmbeddedFiles
import GuidePolicy
import Testing

@testable import CaseExchange

@Suite("The preset for incident events, on a cut of the real log")
struct PresetTests {
    private static let claim = Claim(login: "ada", userNumber: 1000)
    private static let now = Timestamp(seconds: 1_773_063_000)
    private static let context = QueryContext(now: now)

    private static func run(
        _ store: MemoryCaseStore, asOf: String? = nil, operation: String = "1"
    ) async throws -> ImportSummary {
        let bytes = try #require(EmbeddedFiles.preset("servicenow-events"))
        let (map, warnings) = try ImportMap.read(bytes: bytes, named: "servicenow-events", Guide.words) {
            HostZones.zone(named: $0)
        }
        #expect(warnings.isEmpty)
        var importer = Importer(map, file: Fixture.path("servicenow-events.csv"))
        importer.asOf = asOf.flatMap { LocalTime(iso: $0)?.day }
        let header = LoadHeader(source: "", claim: claim, at: now, operation: OperationID(operation))
        return try await importer.run(into: store, header)
    }

    private static func store() -> MemoryCaseStore { MemoryCaseStore(keeper: claim, keeperName: "Ada") }

    private static func file(_ key: String, _ store: MemoryCaseStore) async throws -> CaseFile {
        let id = try #require(try await store.cases(named: key).first)
        return try await store.caseFile(id)
    }

    @Test func everyRowIsAnEventInOrder() async throws {
        let store = Self.store()
        let summary = try await Self.run(store)
        #expect((summary.read, summary.created, summary.rejected) == (61, 11, 0))
        #expect(summary.problems == [])
        var rows: [String: [String]] = [:]
        for line in String(decoding: try Fixture.bytes("servicenow-events.csv"), as: UTF8.self).split(separator: "\n")
            .dropFirst()
        {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            rows[cells[0], default: []].append(cells[13])
        }
        #expect(rows.count == 11)
        let pattern = try DatePattern("d/M/yyyy HH:mm")
        for (key, times) in rows {
            let file = try await Self.file(key, store)
            let expected = times.map { pattern.instant(Array($0.utf8), zone: .utc) }
            #expect(file.events.map(\.at) == expected.compactMap { $0 }, "\(key)")
            #expect(file.events.allSatisfy { !$0.changes.isEmpty || $0.text == "Nothing changed." }, "\(key)")
            #expect(file.item.status == .closed && file.item.closedAt != nil && file.item.closureReason == .resolved)
        }
        let again = try await Self.run(store, operation: "2")
        #expect((again.read, again.created, again.updated, again.unchanged) == (61, 0, 0, 11))
    }

    @Test func asOfADayNothingLaterIsKnown() async throws {
        let store = Self.store()
        let summary = try await Self.run(store, asOf: "2016-05-01")
        #expect((summary.read, summary.later, summary.created) == (38, 23, 9))
        let open = try await Self.file("INC0008349", store).item
        #expect(open.status == .wip && open.severity == .one && open.closedAt == nil && open.closureReason == nil)
        #expect(
            open.extra["resolved_at"] == nil && open.extra["resolved_by"] == nil && open.extra["closed_code"] == nil)
        #expect(open.subject.contains(" · ") && open.queue != nil)
        #expect(try await store.cases(named: "INC0024492").isEmpty)
    }

    @Test func theWholeLogOverAPartOfItOnlyAppends() async throws {
        let whole = Self.store()
        let grown = Self.store()
        _ = try await Self.run(whole)
        for (number, day) in ["2016-03-01", "2016-03-25", "2016-05-01", "2016-06-20"].enumerated() {
            _ = try await Self.run(grown, asOf: day, operation: "p\(number)")
        }
        let summary = try await Self.run(grown, operation: "last")
        #expect(summary.problems == [])
        for key in ["INC0000045", "INC0000093", "INC0001894", "INC0008349", "INC0024492", "INC0028089"] {
            let one = try await Self.file(key, whole)
            let other = try await Self.file(key, grown)
            #expect(one.events.map(\.at) == other.events.map(\.at), "\(key)")
            #expect(
                one.events.map { Set($0.changes.map(\.field)) } == other.events.map { Set($0.changes.map(\.field)) })
            #expect(one.item.extra == other.item.extra && one.item.closedAt == other.item.closedAt, "\(key)")
        }
    }

    @Test func lostStatesStayAsTheyWere() async throws {
        let store = Self.store()
        _ = try await Self.run(store)
        let file = try await Self.file("INC0028089", store)
        let states = file.events.map { $0.changes.first { $0.field == .status }?.new }
        #expect(states == ["open", nil, nil, "solved", nil, "closed"])
    }

    @Test func aCaseOpenedAgainLosesItsEnd() async throws {
        let store = Self.store()
        _ = try await Self.run(store)
        let file = try await Self.file("INC0001894", store)
        var closed: [String?] = []
        var state = Case(id: file.item.id, subject: "", severity: .four, openedAt: Self.now)
        for event in file.events {
            try state.apply(event)
            closed.append(state.closedAt?.description)
        }
        // First closed on 27 March; the log knows only the end on 21 May, which must not show before.
        #expect(closed[5] == "2016-03-27T15:59:00Z" && closed[6] == nil && closed[10] == nil)
        #expect(closed[11] == "2016-05-21T08:07:00Z")
    }
}

@Suite("The bug list of an issue tracker")
struct IssueListTests {
    @Test func aDozenSettingsTakeIt() async throws {
        let bytes = try Fixture.bytes("hadoop-bugs.map")
        let map = try ImportMap.read(bytes: bytes, named: "hadoop-bugs.map", Guide.words) { HostZones.zone(named: $0) }
            .map
        let claim = Claim(login: "ada", userNumber: 1000)
        let store = MemoryCaseStore(keeper: claim, keeperName: "Ada")
        let now = Timestamp(seconds: 1_773_063_000)
        let header = LoadHeader(source: "", claim: claim, at: now, operation: OperationID("1"))
        let summary = try await Importer(map, file: Fixture.path("hadoop-bugs.csv")).run(into: store, header)
        #expect((summary.read, summary.created, summary.rejected) == (9, 9, 0))
        let context = QueryContext(now: now)
        #expect(try await store.count(CaseQuery("status:review"), context) == 1)
        #expect(try await store.count(CaseQuery("severity:1"), context) == 2)
        let id = try #require(try await store.cases(named: "13377548").first)
        let item = try await store.caseFile(id).item
        #expect(item.subject.unicodeScalars.first == "\u{08}")
        #expect(item.description.contains("\r\n") && item.description.hasPrefix("Hello,\r\n"))
        let hostile = try await store.cases(named: "13354617")
        #expect(
            try await store.caseFile(try #require(hostile.first)).item.description.unicodeScalars.contains("\u{1B}"))
    }
}
