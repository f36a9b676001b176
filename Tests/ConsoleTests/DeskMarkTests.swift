import CaseModel
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("Marked rows of workplaces")
struct DeskMarkTests {
    private let people = ["gc", "/", "text:Nord<CR>", "<CR>", "ll"]

    private func opened(_ keys: [String], columns: Int = 120, rows: Int = 40) async throws -> Seat {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: columns, rows: rows)
        await WorkplacePictureTests.press(keys, &seat)
        return seat
    }

    @Test("Space marks and moves on, V turns the marks round, Esc and another tab take them off")
    func marks() async throws {
        var seat = try await opened(["gr", "]"])
        #expect(seat.row(-1).contains("Space mark"))
        await seat.type("<Space>")
        #expect(marked(seat).count == 1 && seat.row(-2).contains("1 marked"))
        #expect(seat.picture().split(separator: "\n").contains { $0.dropFirst().hasPrefix("●") })
        #expect(seat.row(-1).contains("clear marks"))
        await seat.type("V")
        #expect(marked(seat).count == 1)
        await seat.type("gg<Space>")
        #expect(marked(seat).count == 2)
        await seat.type("gg<Space>")
        #expect(marked(seat).count == 1)
        await seat.type("<Esc>")
        #expect(marked(seat).isEmpty && seat.state.workplaces.top?.place == .renewals)
        await seat.type("<Space>][")
        #expect(marked(seat).isEmpty)
    }

    @Test("stay with their rows when these come anew, and go with rows that are no longer seen")
    func keeps() async throws {
        var seat = try await opened(people + ["<Space>"])
        let first = marked(seat)
        #expect(first.count == 1)
        await seat.type("R")
        #expect(marked(seat) == first)
        await WorkplacePictureTests.press(["/", "text:Mats<CR>", "<Esc>"], &seat)
        #expect(seat.state.workplaces.top?.words.isEmpty == true && marked(seat).isEmpty)
    }

    @Test("an act on them is one command, tried first; what is left out keeps its mark")
    func act() async throws {
        var seat = try await opened(["gr", "]", "V", "a", "text:Renewal<CR>"])
        let numbers = marked(seat)
        #expect(numbers.count == 2)
        #expect(try form(seat).title == "Renewal Contact of 2 memberships")
        await seat.write("Johanna")
        await seat.type("<C-d>")
        let tried = try #require(seat.asked.ran.last)
        #expect(tried.call.command == .renewal && tried.call.words == ["assign"] + numbers)
        #expect(tried.call.options[.contact] == "Johanna" && tried.running.tries)
        #expect(tried.running.versions == [numbers[0]: 1, numbers[1]: 1])
        await seat.answer(
            tried,
            CommandReport(
                isDone: true, lines: ["\(numbers[0]) Gateway: contact none → Johanna Berg"],
                remarks: ["\(numbers[1]) is left out: Johanna Berg left."]))
        #expect(seat.picture().contains("! \(numbers[1]) is left out: Johanna Berg left."))
        #expect(seat.picture().contains("contact none → Johanna Berg"))
        await seat.type("<CR>")
        let done = try #require(seat.asked.ran.last)
        #expect(done.running.isAgreed && done.call == tried.call)
        await seat.answer(
            done,
            CommandReport(
                isDone: true, lines: ["Set \(numbers[0]) to contact Johanna Berg. Version 2."],
                remarks: ["\(numbers[1]) is left out: Johanna Berg left."]))
        #expect(seat.notice.contains("left out") && marked(seat) == [numbers[1]])
    }

    @Test("where nothing is to be filled in the effect is shown at once, and Esc changes nothing")
    func atOnce() async throws {
        var seat = try await opened(people + ["V", "a", "text:Have<CR>"])
        let tried = try #require(seat.asked.ran.last)
        #expect(tried.call.words.first == "deactivate" && tried.call.words.dropFirst() == marked(seat)[...])
        #expect(tried.running.tries)
        await seat.answer(tried, CommandReport(isDone: true, lines: ["CT-5 Johanna Berg: active yes → no"]))
        #expect(seat.picture().contains("active yes → no") && seat.row(-1).contains("Enter save"))
        let count = seat.asked.ran.count
        await seat.type("<Esc>")
        #expect(seat.state.overlays.isEmpty && seat.asked.ran.count == count && !marked(seat).isEmpty)
    }

    @Test("e changes the same values in all of them, and leaves the others as they are")
    func edit() async throws {
        var seat = try await opened(["gr", "]", "V", "e"])
        let numbers = marked(seat)
        #expect(try form(seat).fields.allSatisfy { $0.text.isEmpty && !$0.isRequired })
        await seat.type("<C-d>")
        #expect(try form(seat).problem == "Nothing was changed yet.")
        let place = try #require(try form(seat).fields.firstIndex { $0.name == "end" })
        for _ in 0..<place { await seat.type("<CR>") }
        await seat.write("2027-06-30")
        await seat.type("<C-d>")
        #expect(seat.asked.ran.last?.call.words == ["set"] + numbers + ["end=2027-06-30"])
    }

    @Test("a notice goes to all of them at once, and licences are changed together")
    func kindsOfActs() async throws {
        var seat = try await opened(["gr", "]", "V", "a", "text:Notice<CR>"])
        let numbers = marked(seat)
        #expect(try form(seat).title == "Record a notice about 2 memberships (nothing is sent)")
        await seat.type("<C-d>")
        #expect(seat.asked.ran.last?.call.words == ["notify"] + numbers)
        seat = try await opened(["gl", "<Space>", "a", "text:Change<CR>"])
        #expect(try form(seat).id == FormID(.license, "set", FormID.marked))
        #expect(try form(seat).title == "Change \(marked(seat)[0])")
    }

    @Test("rows of several kinds have nothing in common, and a line or a customer is not marked")
    func kinds() async throws {
        var seat = try await opened(["gc", "/", "text:Nord<CR>", "<CR>", "lll", "V", "a"])
        #expect(seat.notice.contains("several kinds"), "\(seat.picture())")
        seat = try await opened(["gd", "<Space>"])
        #expect(seat.notice.contains("cannot be marked"))
        seat = try await opened(["gl", "<CR>", "<Space>"])
        #expect(marked(seat).isEmpty)
        await WorkplacePictureTests.press([":", "text:form renewal assign marked<CR>"], &seat)
        #expect(seat.notice.contains("Mark rows of one kind with Space first"))
    }

    @Test("cases among them are acted on as in the queue")
    func cases() async throws {
        var seat = try await opened(["gh", "<Space>", "<Space>"])
        let count = marked(seat).count
        #expect(count == 2, "\(seat.picture())")
        await seat.type("t")
        #expect(seat.picture().contains("2 cases?"))
        await seat.type("n")
        #expect(marked(seat).count == 2)
    }

    @Test("as pictures", arguments: [(80, 24), (120, 40), (200, 60)])
    func pictures(columns: Int, rows: Int) async throws {
        var plain = Theme.terminal
        plain.glyphs = .ascii
        for theme in [Theme.terminal, plain] {
            var seat = try await Seat.open(WorkplaceStore.make(), columns: columns, rows: rows, theme: theme)
            await WorkplacePictureTests.press(["gr", "]", "V", "a"], &seat)
            let ending = "\(columns)x\(rows)" + (theme.glyphs == .ascii ? "-plain" : "")
            try expectPicture(view(seat.state, theme: theme), "place-marked-\(ending)", theme: theme)
            await WorkplacePictureTests.press(["text:Renewal<CR>", "<C-d>"], &seat)
            let tried = try #require(seat.asked.ran.last)
            await seat.answer(
                tried,
                CommandReport(
                    isDone: true, lines: ["MB-1 Application delivery: contact Johanna Berg → Mats Sand"],
                    remarks: ["MB-2 is left out: Nobody who is still a contact was named on a purchase."]))
            try expectPicture(view(seat.state, theme: theme), "place-marked-effect-\(ending)", theme: theme)
        }
    }
}
