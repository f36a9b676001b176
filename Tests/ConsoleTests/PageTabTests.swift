import CaseModel
@testable import ConsoleCore
import GuidePolicy
import TerminalUI
import Testing

@Suite("The tabs of a case")
struct PageTabTests {
    private let id = CaseID(1_000_002)

    /// Opens a case and goes some tabs on.
    private func opened(
        _ store: MemoryCaseStore, _ number: String = "CS-1000002", tabs: Int, columns: Int = 120, rows: Int = 40
    ) async throws -> Seat {
        var seat = try await Seat.open(store, columns: columns, rows: rows)
        await seat.type(":")
        await seat.write("open \(number)")
        await seat.type("<CR>")
        for _ in 0..<tabs { await seat.type("]") }
        return seat
    }

    @Test("Cover says what covers, until when, and who may call")
    func cover() async throws {
        let seat = try await opened(CoveredStore.make(), "CS-1000001", tabs: 2)
        let picture = seat.picture()
        #expect(picture.contains("Covered\n") || picture.contains("Covered "))
        #expect(picture.contains("EN-1") && picture.contains("CSS Priority Plus"))
        #expect(picture.contains("May call"))
        #expect(picture.contains("M. Sand"))
    }

    @Test("People says what each may do, by what the policy says of their roles")
    func rights() async throws {
        let seat = try await opened(CoveredStore.make(), "CS-1000001", tabs: 3)
        let picture = seat.picture()
        let may = "open cases, work on a case with support, run debug tools"
        #expect(picture.contains(may) && picture.contains("Others there, and what they may"), "\(picture)")
        #expect(picture.split(separator: "\n").contains { $0.contains("M. Sand") && $0.contains(may) }, "\(picture)")
    }

    @Test("People says with whom the severity is agreed, and how that is done where it is not")
    func severity() async throws {
        var seat = try await opened(CoveredStore.make(), "CS-1000001", tabs: 3)
        #expect(seat.picture().contains("not yet. Agree the severity with the customer (p)"), "\(seat.picture())")
        let callers = seat.picture().split(separator: "\n").first { $0.contains(" may call  ") }
        #expect(callers?.contains("M. Sand") == true, "\(seat.picture())")
        await seat.agree("1", because: "production stands still")
        #expect(
            seat.picture().contains("recorded by ada 14:05: production stands still"), "\(seat.picture())")
    }

    @Test("of those who may call, nobody is said to be unnamed where nothing covers the case")
    func nobodyCovered() async throws {
        let seat = try await opened(CoveredStore.make(), "CS-1000004", tabs: 3)
        let line = seat.picture().split(separator: "\n").first { $0.contains(" may call  ") }
        #expect(line?.contains("nobody, as nothing covers it") == true, "\(seat.picture())")
    }

    @Test(
        "the cover of a case stands whole in its head where there are rows for it", arguments: [(120, 40), (200, 60)])
    func wholeCover(columns: Int, rows: Int) async throws {
        let seat = try await opened(SampleStore.make(), tabs: 0, columns: columns, rows: rows)
        let low = try await opened(SampleStore.make(), tabs: 0, columns: 80, rows: 24)
        func head(_ seat: Seat) -> Substring {
            let picture = seat.picture()
            return picture[..<(picture.firstRange(of: " Clock ")?.lowerBound ?? picture.endIndex)]
        }
        #expect(head(low).contains("…") && !head(seat).contains("…"), "\(seat.picture())")
        #expect(head(seat).contains("the tab Cover shows it."), "\(seat.picture())")
    }

    @Test("what a case waits for, from whom and since when stands in its head and under Actions", arguments: [80, 120])
    func awaited(columns: Int) async throws {
        let store = try await SampleStore.make()
        var seat = try await opened(store, tabs: 1, columns: columns, rows: 24)
        #expect(seat.picture().contains("Nothing was asked of the customer. I asks for something."))
        await seat.type("sc")
        await seat.write("the agent log")
        await seat.type("<CR>")
        seat.hear(.tick(SampleStore.now + 180))
        await seat.rest()
        #expect(
            seat.picture().contains("Waits  for the agent log from M. Okafor · since 14:05, 2m"), "\(seat.picture())")
        #expect(seat.picture().contains("Waits for the agent log from M. Okafor, since 14:05, 2m"))
        #expect(seat.picture().contains("There is no action item for it."), "\(seat.picture())")
        await seat.type("sw")
        await seat.type("<Esc>")
        for line in ["status wip", "status vendor vendor=\"Orb Networks\" ticket=OR-77"] {
            await seat.type(":")
            await seat.write(line)
            await seat.type("<CR>")
        }
        #expect(seat.picture().contains("Waits  for vendor Orb Networks, ticket OR-77 · since"), "\(seat.picture())")
        // Words that begin as a day is told are words.
        for line in ["status wip", "status cust awaited=\"until they call\""] {
            await seat.type(":")
            await seat.write(line)
            await seat.type("<CR>")
        }
        #expect(seat.picture().contains("Waits  for until they call from M. Okafor"), "\(seat.picture())")
        for line in ["status wip", "status hold resume-date=2026-04-01"] {
            await seat.type(":")
            await seat.write(line)
            await seat.type("<CR>")
        }
        #expect(seat.picture().contains("Waits  until 1 Apr 2026 · since"), "\(seat.picture())")
    }

    @Test("and why nothing does, with what helps")
    func uncovered() async throws {
        let seat = try await opened(SampleStore.make(), tabs: 2)
        #expect(seat.picture().contains("Not covered"))
        #expect(seat.picture().contains("Why not"))
        #expect(seat.picture().contains("Helix Bank has no contract and no machine under maintenance."))
    }

    @Test("People masks mail and telephone until somebody asks, which is recorded")
    func people() async throws {
        var seat = try await opened(SampleStore.make(), tabs: 3)
        #expect(seat.picture().contains("o•••@helix.example   Enter shows it"))
        #expect(!seat.picture().contains("okafor@"))
        await seat.type("<CR>")
        let asked = try #require(seat.asked.ran.last)
        #expect(asked.call.command == .contact && asked.call.words.first == "reveal")
        // It is shown once it is recorded, not before, and not when it could not be.
        #expect(!seat.picture().contains("okafor@"))
        await seat.answer(asked, CommandReport(isDone: false, lines: [], remarks: ["The store is locked."]))
        #expect(!seat.picture().contains("okafor@"))
        await seat.type("<CR>")
        await seat.answer(try #require(seat.asked.ran.last), CommandReport(isDone: true, lines: ["Recorded."]))
        #expect(seat.picture().contains("okafor@helix.example"))
        await seat.type("<Esc>")
        seat = try await opened(SampleStore.make(), "CS-1000001", tabs: 3)
        #expect(seat.picture().contains("situation manager       not named yet"))
    }

    @Test("Files lists what is attached, counts it, saves one and attaches another")
    func files() async throws {
        let store = try await SampleStore.make()
        var seat = try await opened(store, tabs: 4)
        #expect(seat.picture().contains("Nothing is attached. + attaches a file."))
        let file = NewAttachment(
            to: .item(id), name: "trace.txt", content: Array(repeating: 65, count: 3400), text: "of both hosts")
        let operation = CaseModel.Operation(
            id: OperationID("attach"), claim: SampleStore.ada, at: SampleStore.now, edits: [])
        _ = try await store.attach(file, operation)
        try await seat.poll()
        #expect(seat.row(1).contains("Files 1"))
        #expect(seat.picture().contains("3.4 kB  trace.txt"))
        #expect(seat.picture().contains("of both hosts"))
        await seat.type("<CR>")
        #expect(seat.notice.contains("Save trace.txt in the folder: ."))
        await seat.type("<C-u>")
        await seat.type("<CR>")
        #expect(seat.picture().contains("Type a folder, or . for this one."))
        await seat.write("/tmp/x")
        await seat.type("<CR>")
        let save = CommandCall(.attachment, ["save", "AT-1"], options: [.to: "/tmp/x"])
        #expect(seat.asked.contains { if case .run(save, _, _) = $0 { true } else { false } })
        await seat.type("+")
        #expect(seat.notice.contains("Attach to CS-1000002 the file:"))
        await seat.write("/tmp/log.txt")
        await seat.type("<CR>")
        let attach = CommandCall(.attach, ["CS-1000002", "/tmp/log.txt"])
        #expect(seat.asked.contains { if case .run(attach, _, _) = $0 { true } else { false } })
    }

    @Test("Related has duplicates, the customer's other cases and those about the product, and opens one")
    func related() async throws {
        let store = try await SampleStore.make()
        var kim = try await Seat.open(store, SampleStore.kim)
        for line in [
            "set CS-1000001 product=Orb", "set CS-1000003 product=Orb",
            "close CS-1000006 --reason duplicate --duplicate-of CS-1000001",
        ] {
            await kim.type(":")
            await kim.write(line)
            await kim.type("<CR>")
        }
        await kim.type("y")
        var seat = try await opened(store, "CS-1000001", tabs: 5)
        let picture = seat.picture()
        #expect(picture.contains("Repeated by") && picture.contains("CS-1000006"))
        #expect(picture.contains("Open at Nord Energy") && picture.contains("CS-1000005"))
        #expect(picture.contains("Open about Orb") && picture.contains("CS-1000003"))
        #expect(seat.row(1).contains("Related 3"))
        // The keys to the ends of a list take the cursor along.
        await seat.type("gg<CR>")
        #expect(seat.row(0).contains("CS-1000006"))
        await seat.type("<Esc>G<CR>")
        #expect(seat.row(0).contains("CS-1000003"))
        // One step back is the case before, on its tab; from there the list.
        await seat.type("<Esc>")
        #expect(seat.row(0).contains("CS-1000001") && seat.state.page?.tab == .related)
        await seat.type("<Esc>")
        #expect(seat.state.page == nil)
        seat = try await opened(store, "CS-1000006", tabs: 5)
        #expect(seat.picture().contains("It repeats") && seat.picture().contains("CS-1000001"))
        seat = try await opened(store, "CS-1000004", tabs: 5)
        #expect(seat.picture().contains("No other case has to do with it."))
    }

    @Test("History has every event with all that it changed")
    func history() async throws {
        var seat = try await opened(SampleStore.make(), tabs: 0)
        await seat.agree("3", because: "half of them work")
        await seat.type("[")
        let picture = seat.picture()
        #expect(picture.contains("severity 2 → 3"))
        #expect(picture.contains("half of them work"))
        #expect(picture.contains(" 9 Mar 2026 14:05") && picture.contains("changed"))
    }

    @Test("the cursor goes from entry to entry and stays in sight")
    func cursor() async throws {
        let store = try await SampleStore.make()
        for number in 1...12 {
            let file = NewAttachment(to: .item(id), name: "part-\(number).txt", content: [65], text: nil)
            let operation = CaseModel.Operation(
                id: OperationID("attach-\(number)"), claim: SampleStore.ada, at: SampleStore.now + Int64(number),
                edits: [])
            _ = try await store.attach(file, operation)
        }
        var seat = try await opened(store, tabs: 4, columns: 80, rows: 20)
        #expect(!seat.picture().contains("part-12.txt"))
        for _ in 0..<11 { await seat.type("j") }
        #expect(seat.picture().contains("▌  AT-12"))
        for _ in 0..<11 { await seat.type("k") }
        #expect(seat.picture().contains("▌  AT-1 "))
    }

    @Test(
        "look the same as their pictures", arguments: [(80, 24), (120, 40), (200, 60)], ["cover", "people"])
    func pictures(size: (Int, Int), tab: String) async throws {
        let tabs = ["cover": 2, "people": 3]
        let seat = try await opened(
            CoveredStore.make(), "CS-1000001", tabs: tabs[tab] ?? 0, columns: size.0, rows: size.1)
        try expectPicture(view(seat.state, theme: .terminal), "tab-\(tab)-\(size.0)x\(size.1)")
    }

    @Test("and in plain signs without colour", arguments: ["cover": 2, "history": 7].sorted { $0.key < $1.key })
    func plain(tab: String, tabs: Int) async throws {
        var theme = Theme.terminal
        theme.glyphs = .ascii
        var seat = try await Seat.open(CoveredStore.make(), columns: 80, rows: 24, theme: theme)
        await seat.type(":")
        await seat.write("open CS-1000001")
        await seat.type("<CR>")
        for _ in 0..<tabs { await seat.type("]") }
        try expectPicture(view(seat.state, theme: theme), "tab-\(tab)-80x24-plain", theme: theme)
    }
}
