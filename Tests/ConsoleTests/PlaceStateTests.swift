import CaseModel
import ConsoleCore
import GuidePolicy
import TerminalUI
import Testing

@Suite("Screens in every state, at every size, with colours and without")
struct PlaceStateTests {
    static let sizes = WorkplacePictureTests.sizes

    /// Compares the screen that a seat at each theme ends with.
    private func expect(
        _ name: String, _ size: (Int, Int), _ store: MemoryCaseStore, _ walk: (inout Seat) async throws -> Void
    ) async throws {
        for theme in [Theme.terminal, WorkplacePictureTests.plain] {
            var seat = try await Seat.open(store, columns: size.0, rows: size.1, theme: theme)
            try await walk(&seat)
            try WorkplacePictureTests().expect(name, seat, theme, size)
        }
    }

    @Test(
        "with nothing in them",
        arguments: ["home", "roster", "renewals", "licences", "site", "situations", "alerts", "queue"], sizes)
    func empty(_ name: String, _ size: (Int, Int)) async throws {
        let keys = WorkplacePictureTests.walks.first { $0.name == name }?.start ?? ["5"]
        let store = MemoryCaseStore(keeper: SampleStore.ada, keeperName: "ada")
        try await expect("\(name)-empty", size, store) { await WorkplacePictureTests.press(keys, &$0) }
    }

    @Test("a customer of whom nothing is kept", arguments: ["sheet", "cover", "contacts", "contracts"], sizes)
    func bare(_ name: String, _ size: (Int, Int)) async throws {
        let tabs = ["sheet": "", "cover": "l", "contacts": "ll", "contracts": "lll"]
        let keys = ["gc", "/", "text:Halden<CR>", "<CR>", tabs[name] ?? ""]
        try await expect("\(name)-empty", size, WorkplaceStore.make()) {
            await WorkplacePictureTests.press(keys, &$0)
        }
    }

    @Test("with very much in them, long names and hostile ones too", arguments: sizes)
    func full(_ size: (Int, Int)) async throws {
        let store = try await WorkplaceStore.make()
        try await store.crowd()
        for (name, keys) in [
            ("roster-contacts", ["gc", "l", "G", "<C-u>"]), ("renewals", ["gr", "l", "G", "<C-u>"]),
            ("sheet", WorkplacePictureTests.nord + ["G"]), ("cases", WorkplacePictureTests.nord + ["h", "G"]),
            ("home", ["gh"]), ("queue", ["5", "G", "<C-u>"]), ("licences", ["gl", "G", "<C-u>"]),
        ] {
            try await expect("\(name)-full", size, store) { await WorkplacePictureTests.press(keys, &$0) }
        }
        for number in 1...300 {
            let ending = number % 3 == 0 ? " of the United Northern and Southern Harbours and Railways" : ""
            let sign = number % 7 == 0 ? "\u{202E}" : number % 5 == 0 ? "東京" : ""
            let name = "\(sign)Company \(1000 + number)\(ending)"
            _ = try await store.save(Account(id: AccountID(0), name: name), by: SampleStore.ada, at: SampleStore.now)
        }
        try await expect("roster-full", size, store) {
            await WorkplacePictureTests.press(["gc", "G", "G", "<C-u>"], &$0)
        }
    }

    @Test("a case of many long notes", arguments: sizes)
    func longCase(_ size: (Int, Int)) async throws {
        let store = try await WorkplaceStore.make()
        var writer = try await Seat.open(store, columns: 80, rows: 24)
        await writer.type("1<CR>")
        for number in 1...30 {
            await writer.type("c")
            await writer.write(
                "Note \(number)\u{202E} of 東京, line 1\n" + String(repeating: "and on it goes, ", count: number))
            await writer.type("<C-d>")
        }
        try await expect("page-full", size, store) { await WorkplacePictureTests.press(["1<CR>"], &$0) }
    }

    @Test(
        "while they load, and when the store cannot answer",
        arguments: [
            "loading", "home-coming", "failed", "home-failed", "roster-failed", "sheet-failed", "record-failed",
            "stale",
        ],
        sizes)
    func waiting(_ name: String, _ size: (Int, Int)) async throws {
        let (before, last): ([String], String) =
            switch name {
            case "home-failed", "home-coming": ([], "gh")
            case "roster-failed": ([], "gc")
            case "sheet-failed": (["gc", "/", "text:Nord<CR>"], "<CR>")
            case "record-failed": (["gl"], "<CR>")
            case "stale": (["gr"], "R")
            default: ([], "gr")
            }
        try await expect(name, size, WorkplaceStore.make()) { seat in
            await WorkplacePictureTests.press(before, &seat)
            var loading: (PlaceQuestion, Ticket)?
            for key in KeySequence(notation: last)?.keys ?? [] {
                for case .loadPlace(let question, let asked) in update(&seat.state, .key(key)) {
                    loading = (question, asked)
                }
            }
            guard name != "loading" else { return }
            let (question, asked) = try #require(loading)
            guard name != "home-coming" else {
                var parts: [PlaceAnswer] = []
                _ = try await seat.store.answer(question) { parts.append($0) }
                _ = update(&seat.state, .answer(asked, .placeSoFar(try #require(parts.first))))
                return
            }
            _ = update(&seat.state, .answer(asked, .failed(.locked("kim is importing since 13:58"))))
        }
    }

    @Test("a queue that loads, and one that the store cannot answer", arguments: ["loading", "failed"], sizes)
    func queue(_ name: String, _ size: (Int, Int)) async throws {
        try await expect("queue-\(name)", size, WorkplaceStore.make()) { seat in
            var tickets: [Ticket] = []
            for effect in update(&seat.state, .key(.character("5"))) {
                switch effect {
                case .loadPage(_, _, let ticket), .loadOrder(_, let ticket): tickets.append(ticket)
                default: break
                }
            }
            #expect(tickets.count == 2)
            guard name == "failed" else { return }
            for ticket in tickets {
                _ = update(&seat.state, .answer(ticket, .failed(.locked("kim is importing since 13:58"))))
            }
        }
    }
}
