import CaseModel
import GuidePolicy
import Testing

@testable import CaseExchange

@Suite("Importing")
struct ImporterTests {
    private static let claim = Claim(login: "ada", userNumber: 1000)
    private static let context = QueryContext(now: Timestamp(seconds: 1_773_063_000))
    private static let map = """
        [import]
        source = test
        null = ?
        date = yyyy-MM-dd HH:mm
        key = id
        time = at
        actor = by
        [fields]
        subject = title
        status = state
        owner = owner
        [values "state"]
        """.replacing("\n[values \"state\"]", with: "\n")

    private static func store() -> MemoryCaseStore { MemoryCaseStore(keeper: claim, keeperName: "Ada") }

    private static func run(
        _ table: String, map: String = map, into store: MemoryCaseStore = store(), keepGoing: Bool = false,
        asOf: String? = nil, operation: String = "1"
    ) async throws -> ImportSummary {
        let file = try TemporaryFile(table)
        let read = try ImportMap.read(bytes: Array(map.utf8), named: "test.map", Guide.words) {
            HostZones.zone(named: $0)
        }.map
        var importer = Importer(read, file: file.path)
        importer.keepGoing = keepGoing
        importer.asOf = asOf.flatMap { LocalTime(iso: $0)?.day }
        let header = LoadHeader(
            source: "", claim: claim, at: Timestamp(seconds: 1_773_063_000), operation: OperationID(operation))
        return try await importer.run(into: store, header)
    }

    private static func file(_ key: String, _ store: MemoryCaseStore) async throws -> CaseFile {
        try await store.caseFile(try #require(try await store.cases(named: key).first))
    }

    private static let table = """
        id,at,by,title,state,owner,room
        7,2026-03-01 10:00,kim,First,open,?,12
        8,2026-03-01 11:00,lena,Other,new,?,?
        7,2026-03-01 12:00,kim,First,In Progress,kim,12
        7,2026-03-02 09:00,lena,First again,Closed,kim,14

        """

    @Test func rowsOfACaseNeedNotStandTogether() async throws {
        let store = Self.store()
        let summary = try await Self.run(Self.table, into: store)
        #expect((summary.read, summary.created) == (4, 2))
        let file = try await Self.file("7", store)
        #expect(file.events.map(\.actor.name) == ["kim", "kim", "lena"])
        #expect(file.item.subject == "First again" && file.item.status == .closed && file.item.extra == ["room": "14"])
        #expect(file.item.closedAt?.description == "2026-03-02T09:00:00Z")
        #expect(file.events[1].changes.map(\.field.name) == ["owner", "status"])
    }

    @Test func columnsMayStandInAnyOrder() async throws {
        let one = Self.store()
        let other = Self.store()
        _ = try await Self.run(Self.table, into: one)
        let turned = Self.table.split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).reversed().joined(separator: ",")
        }
        _ = try await Self.run(turned.joined(separator: "\r\n"), into: other)
        #expect(try await Self.file("7", one) == Self.file("7", other))
    }

    @Test func oneBrokenRowStopsTheFileUnlessToldToGoOn() async throws {
        let broken =
            Self.table + "9,never,kim,Bad time,open,?,1\n,2026-03-01 10:00,kim,No key,open,?,1\n"
            + "10,2026-03-01 10:00,kim,Odd state,upside down,?,1\n11,2026-03-01 10:00,kim,\"Stray\"x,open,?,1\n"
            + "12,2026-03-01 10:00,kim,Sound,open,?,1\n13,?,kim,No time,open,?,1\n"
        let store = Self.store()
        let stopped = try await Self.run(broken, into: store)
        #expect((stopped.read, stopped.created, stopped.rejected, stopped.isTaken) == (10, 0, 5, false))
        #expect(try await store.count(CaseQuery(""), Self.context) == 0)
        let places = stopped.problems.map { "\($0.line):\($0.column)" }
        #expect(places == ["6:3", "7:1", "8:35", "9:32", "11:4"])
        #expect(stopped.problems[2].message.contains("upside down"))
        let taken = try await Self.run(broken, into: store, keepGoing: true, operation: "2")
        #expect((taken.created, taken.rejected, taken.isTaken) == (3, 5, true))
    }

    @Test func timesThatCannotBeWrittenAreCellsThatDoNotFit() async throws {
        let map = Self.map.replacing("key = id", with: "zone = Europe/Berlin\nkey = id") + "\nopenedAt = opened\n"
        let table = """
            id,at,by,title,state,owner,opened
            7,2026-03-01 10:00,kim,Sound,open,?,2026-03-01 10:00
            8,2026-03-01 10:00,kim,Too early,open,?,0001-01-01 00:00
            9,0001-01-01 00:30,kim,Early row,open,?,2026-03-01 10:00

            """
        let store = Self.store()
        let taken = try await Self.run(table, map: map, into: store, keepGoing: true)
        #expect((taken.created, taken.rejected, taken.isTaken) == (1, 2, true))
        #expect(taken.problems.map { "\($0.line):\($0.column)" } == ["3:41", "4:3"])
        #expect(try await Self.file("7", store).item.openedAt.description == "2026-03-01T09:00:00Z")
    }

    @Test func theSameFileTwiceChangesNothing() async throws {
        let store = Self.store()
        _ = try await Self.run(Self.table, into: store)
        let before = try await Self.file("7", store)
        let again = try await Self.run(Self.table, into: store, operation: "2")
        #expect((again.created, again.updated, again.unchanged) == (0, 0, 2))
        #expect(try await Self.file("7", store) == before)
    }

    @Test func whatAPersonChangedStays() async throws {
        let store = Self.store()
        let day = "2026-03-02"
        _ = try await Self.run(Self.table, into: store, asOf: day)
        let id = try await Self.file("7", store).item.id
        let operation = Operation(
            id: OperationID("mine"), claim: Self.claim, at: Timestamp(seconds: 1_773_063_000),
            edits: [CaseEdit(id, base: nil, [.subject("Mine")])])
        _ = try await store.apply(operation)
        let summary = try await Self.run(Self.table, into: store, operation: "2")
        #expect(summary.updated == 1 && summary.problems.count == 1)
        #expect(summary.problems.first?.message.contains("subject is Mine") == true)
        #expect(summary.problems.first?.line == 2)
        let item = try await Self.file("7", store).item
        #expect(item.subject == "Mine" && item.status == .closed)
    }

    @Test func whatDoesNotFitIsKeptWholeAndTold() async throws {
        let long = String(repeating: "é", count: 600)
        let (mark, name) = (String(repeating: "t", count: 200), String(repeating: "n", count: 1100))
        let question = "What" + String(repeating: " else", count: 40)
        let table = """
            id,at,by,title,state,owner,labels,\(question)
            7,2026-03-01 10:00,\(name),\(long),open,?,"a \(mark)",yes
            7,2026-03-01 11:00,kim,\(long),open,?,a,yes
            7,2026-03-01 12:00,kim,Short,open,?,a,no
            8,2026-03-01 11:00,lena,Other,new,?,?,no

            """
        let map = Self.map.replacing("owner = owner", with: "owner = owner\ntags = labels")
        let store = Self.store()
        let summary = try await Self.run(table, map: map, into: store)
        #expect((summary.created, summary.rejected, summary.isTaken) == (2, 0, true))
        let places = summary.problems.map { "\($0.line):\($0.column)" }
        #expect(places == ["1:35", "2:1121", "2:1729", "2:20"])
        #expect(
            summary.problems.map(\.message) == [
                "The name of this column has 204 bytes; 128 fit. It is called x.\(question.prefix(125))… here, "
                    + "and its whole name is kept as x.column 8.",
                "The subject has 1200 bytes; 1024 fit. The whole cell is kept as x.title.",
                "A tag has 200 bytes; 128 fit. The whole cell is kept as x.labels.",
                "The name has 1100 bytes; 1024 fit. The whole cell is kept as x.by.",
            ])
        let file = try await Self.file("7", store)
        let first = try #require(Case(id: file.item.id, events: [file.events[0]]))
        #expect(first.subject.utf8.count <= 1024 && first.subject.hasSuffix("…"))
        #expect(first.extra["title"] == long && first.extra["by"] == name && first.extra["labels"] == "a " + mark)
        #expect(first.extra["column 8"] == question)
        // What fits again is not kept twice.
        #expect(Case(id: file.item.id, events: Array(file.events[...1]))?.extra["title"] == long)
        #expect(file.item.subject == "Short" && file.item.tags == ["a"])
        #expect(Set(file.item.extra.keys) == ["column 8", "\(question.prefix(125))…"])
        #expect(try await Self.run(table, map: map, into: store, operation: "2").unchanged == 2)
        // A map may name the column by all of its name.
        let named = map.replacing("tags = labels", with: "tags = labels\nproduct = \(question)")
        let product = Self.store()
        _ = try await Self.run(table, map: named, into: product)
        #expect(try await Self.file("8", product).item.product == "no")
    }

    @Test func aNoteThatDoesNotFitIsRefused() async throws {
        let table = "id,at,by,title,state,owner,words\n7,2026-03-01 10:00,kim,First,open,?,"
        let map = Self.map.replacing("[fields]", with: "note = words\n[fields]")
        let fits = table + String(repeating: "x", count: 1 << 20) + "\n"
        #expect(try await Self.run(fits, map: map).created == 1)
        let broken = try await Self.run(table + String(repeating: "x", count: 1 << 20 + 1) + "\n", map: map)
        #expect((broken.created, broken.rejected, broken.isTaken) == (0, 1, false))
        #expect(broken.problems.map { "\($0.line):\($0.column)" } == ["2:37"])
        #expect(broken.problems.first?.message == "This note is larger than 1 MiB.")
    }

    @Test func aCopyHasABound() throws {
        let spool = try Spool(for: "standard input", limit: 10)
        try spool.write(Array("0123456789".utf8)[...])
        #expect(throws: ImportError.self) { try spool.write(Array("x".utf8)[...]) }
        #expect(Spool.usualLimit == 4 << 30)
    }

    @Test(arguments: ["", "\n", "id,at,by,title,state,owner\n", "\u{FEFF}id,at,by,title,state,owner"])
    func emptyFilesAreNoRows(table: String) async throws {
        let summary = try await Self.run(table)
        #expect(summary == ImportSummary())
        #expect(
            String(decoding: summary.json.bytes, as: UTF8.self)
                == "{\"read\":0,\"created\":0,\"updated\":0,\"unchanged\":0,\"rejected\":0,\"problems\":[]}")
    }

    @Test func aColumnThatIsNotThere() async throws {
        await #expect {
            _ = try await Self.run("id,at,by,titel,state,owner\n1,2026-03-01 10:00,a,b,open,c\n")
        } throws: { error in
            (error as? ImportError)?.description
                == "test.map:9:11: The table has no column “title”. Did you mean “titel”?"
        }
    }

    @Test func headersThatRepeatOrSayNothing() async throws {
        let store = Self.store()
        let table = "id,at,by,title,state,owner,room,room,,room\n1,2026-03-01 10:00,a,b,open,c,1,2,3,4\n"
        _ = try await Self.run(table, into: store)
        let extra = try await Self.file("1", store).item.extra
        #expect(extra == ["room": "1", "room (2)": "2", "column 9": "3", "room (3)": "4"])
    }

    @Test func rowsCanBeSortedByTime() async throws {
        let store = Self.store()
        let newestFirst =
            "id,at,by,title,state,owner\n1,2026-03-02 10:00,b,Later,closed,c\n"
            + "1,2026-03-01 10:00,a,Early,open,c\n"
        let map = Self.map.replacing("key = id", with: "key = id\norder = time")
        _ = try await Self.run(newestFirst, map: map, into: store)
        let file = try await Self.file("1", store)
        #expect(file.events.map(\.actor.name) == ["a", "b"] && file.item.status == .closed)
    }

    @Test func aFileThatIsNone() async throws {
        let read = try ImportMap.read(bytes: Array(Self.map.utf8), named: "test.map", Guide.words) { _ in .utc }.map
        for path in ["/nowhere/at/all.csv", "/"] {
            await #expect(throws: ImportError.self) {
                let header = LoadHeader(
                    source: "", claim: Self.claim, at: Timestamp(seconds: 0), operation: OperationID("1"))
                _ = try await Importer(read, file: path).run(into: Self.store(), header)
            }
        }
    }

    @Test func aGuessIsAMapThatWorks() async throws {
        let file = try TemporaryFile(
            "Ticket ID;Summary;Priority;State;Created;Assignee;Floor\n"
                + "A1;Printer jams;High;In Progress;9/3/2026 10:15;Kim;2\nA2;Ümlaut;P3;Closed;28/2/2026 9:05;;3\n")
        let text = try MapGuess(file: file.path, Guide.words).text
        let map = try ImportMap.read(bytes: Array(text.utf8), named: "guess", Guide.words) { _ in .utc }
        #expect(map.warnings.isEmpty)
        let store = Self.store()
        let header = LoadHeader(source: "", claim: Self.claim, at: Timestamp(seconds: 0), operation: OperationID("1"))
        let summary = try await Importer(map.map, file: file.path).run(into: store, header)
        #expect((summary.created, summary.rejected) == (2, 0))
        let item = try await Self.file("A1", store).item
        #expect(item.severity == .two && item.status == .wip && item.extra == ["Floor": "2"])
        #expect(item.openedAt.description == "2026-03-09T10:15:00Z")
    }
}
