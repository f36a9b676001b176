import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("Whether a person may call")
struct CallerPreviewTests {
    /// The rows of the screen from the name of a person on, as far as they are about that person alone.
    private func about(_ name: String, _ seat: Seat) -> [String] {
        let rows = seat.picture().split(separator: "\n").map(String.init)
        let first = rows.firstIndex { $0.hasPrefix(" \(name)") } ?? rows.count
        return Array(rows[first...].prefix { !$0.hasPrefix(" Cover  ") })
    }

    @Test("is said before what covers the customer, with the reason and what helps, on a low screen, too")
    func silent() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        await WorkplacePictureTests.press(["gc", "l", "/", "text:CT-2<CR>"], &seat)
        let told = about("J. Berg", seat).joined(separator: " ")
        #expect(told.contains("May call        no: J. Berg has no role that opens cases"), "\(seat.picture())")
        #expect(told.contains("Let the customer designate the person (e on CT-2)."), "\(seat.picture())")
        await WorkplacePictureTests.press(["/", "<C-u>", "text:CT-5<CR>"], &seat)
        #expect(about("Johanna Berg", seat).contains { $0.hasPrefix(" May call        yes, severity 1, 2, 3 and 4") })
        await WorkplacePictureTests.press(["/", "<C-u>", "text:CT-3<CR>"], &seat)
        #expect(about("J. Berg", seat).contains { $0.hasPrefix(" May call        no: ") }, "\(seat.picture())")
    }

    @Test("is said of who may call about some kinds of request alone, and of who may while nothing is covered")
    func partly() async throws {
        let store = try await WorkplaceStore.make()
        func save(_ name: String, _ account: Int64, _ role: String) async throws {
            let contact = Contact(id: ContactID(0), account: AccountID(account), name: name, roles: [role])
            _ = try await store.save(contact, by: SampleStore.ada, at: SampleStore.now)
        }
        try await save("Eirik Sand", 1, "contract-administration")
        try await save("Oda Lund", 2, "technical")
        var seat = try await Seat.open(store)
        await WorkplacePictureTests.press(["gc", "l", "/", "text:Eirik<CR>"], &seat)
        #expect(
            about("Eirik Sand", seat).joined().contains("only about account, licensing, entitlement, advice: Eirik"),
            "\(seat.picture())")
        await WorkplacePictureTests.press(["/", "<C-u>", "text:Oda<CR>"], &seat)
        #expect(about("Oda Lund", seat).joined().contains("not now: nothing is covered"), "\(seat.picture())")
    }

    @Test("who may call is told by the names and then the severities, wherever it is told")
    func alike() async throws {
        let store = try await CoveredStore.make()
        var seat = try await Seat.open(store)
        await seat.type(":")
        await seat.write("open CS-1000001")
        await seat.type("<CR>")
        func says(_ words: String) -> Bool {
            seat.picture().split(separator: "\n").contains {
                $0.split(separator: " ").joined(separator: " ").contains(words)
            }
        }
        #expect(says("may call: J. Berg (who asked), M. Sand"), "\(seat.picture())")
        await seat.type("]]")
        #expect(says("May call"), "\(seat.picture())")
        #expect(says("J. Berg severity 1, 2, 3 and 4"), "\(seat.picture())")
        await seat.type("]")
        #expect(says("may call J. Berg, M. Sand, severity 1"), "\(seat.picture())")
        await seat.type("ga")
        #expect(says("May call, severity 1, 2, 3 and 4"), "\(seat.picture())")
        await seat.type("]]")
        #expect(says("May call yes, severity 1, 2, 3 and 4"), "\(seat.picture())")
    }

    @Test("that nobody may call, and that more may than are named, is said alike, too")
    func nobody() async throws {
        let store = try await CoveredStore.make()
        var facts = try await store.coverFacts(of: try #require(try await store.account(AccountID(1))))
        func told(at severity: Severity? = nil) -> CallerWords {
            let question = CoverQuestion(day: Guide.book.day(of: SampleStore.now, for: facts))
            return CallerWords(CaseModel.cover(question, facts, CoverTerms(Guide.policy)), at: severity)
        }
        #expect(told().words(atMost: 1, [.one, .two]) == "J. Berg and 1 more, severity 1 and 2")
        facts.records = []
        #expect(told(at: .two).words(atMost: 1, [.two]) == "nobody, as nothing covers it")
        facts.contacts = []
        #expect(told().words(atMost: 1, []) == "nobody is named")
    }

    @Test(
        "where many may call, a wider screen names no fewer of them beside a list", arguments: [(150, 40), (200, 60)])
    func wide(_ size: (Int, Int)) async throws {
        let store = try await WorkplaceStore.make()
        try await store.crowd()
        /// Names behind `may call`, those that are only counted left out.
        func named(_ size: (Int, Int), _ keys: [String]) async throws -> Int {
            var seat = try await Seat.open(store, columns: size.0, rows: size.1)
            await WorkplacePictureTests.press(keys, &seat)
            let lines = seat.state.workplaces.top?.detail.lines ?? []
            let all = lines.map { $0.spans.map(\.text.text).joined() }.joined(separator: " ")
            let words = all.split(separator: " ").joined(separator: " ")
            let names = ["Johanna Berg", "Mats Sand", "Person 101", "Person 102", "Ola Dahl"]
            guard let start = words.firstRange(of: "may call: ") else { return 0 }
            return names.count { words[start.upperBound...].contains($0) }
        }
        for keys in [
            ["gc", "/", "text:Nord<CR>"], WorkplacePictureTests.nord + ["h"], WorkplacePictureTests.nord + ["ll"],
        ] {
            // Below a list that leaves them no more rows than they have beside it.
            let (narrow, wide) = (try await named((120, 30), keys), try await named(size, keys))
            #expect(narrow > 0 && wide >= narrow, "\(keys): \(wide) of \(narrow)")
        }
    }

    @Test(
        "more reasons than one say where all of them stand",
        arguments: [("5G", "g e", 120), ("5G<CR>", "the tab Cover", 160)])
    func further(keys: String, way: String, columns: Int) async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: columns, rows: 40)
        await seat.type(keys)
        let picture = seat.picture().split(separator: "\n").joined().split(separator: " ").joined(separator: " ")
        #expect(picture.contains("And 1 more reason: \(way) shows it."), "\(seat.picture())")
    }

    @Test("whom to ask first is a colleague: it is said how one asks, and that no telephone is kept")
    func colleague() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(WorkplacePictureTests.nord + ["gg"], &seat)
        #expect(seat.cursorRow.contains("lena"))
        for words in [
            "on the page of a case write a note (c), or give lena the case (a)", "EV-1 Production Oslo, which lena",
        ] {
            #expect(seat.picture().contains(words), "\(seat.picture())")
        }
        await seat.type("m")
        #expect(seat.notice.contains("of colleagues no mail or telephone is kept"), "\(seat.notice)")
    }
}
