import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("What was typed wrong is typed again where it was")
struct AgainTests {
    @Test(
        "the path of a file or folder that is not there",
        arguments: [
            (CommandCall(.attach, ["CS-1000002", "/no/such"]), "Attach to CS-1000002 the file: /no/such"),
            (
                CommandCall(.attachment, ["save", "AT-1"], options: [.to: "/no/such"]),
                "Save AT-1 in the folder: /no/such"
            ),
        ])
    func path(_ call: CommandCall, _ line: String) async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("1<CR>")
        var asked: Ticket?
        for case .run(_, _, let ticket) in seat.state.run(call) { asked = ticket }
        let ticket = try #require(asked)
        let report = CommandReport(isDone: false, lines: [], remarks: ["There is no file /no/such."])
        _ = update(&seat.state, .answer(ticket, .ran(report)))
        #expect(seat.picture().contains("There is no file /no/such."))
        #expect(seat.picture().contains(line))
        // What is typed goes into it and is no command.
        seat.press("m")
        #expect(seat.picture().contains(line + "m"))
    }

    @Test("of an unknown severity no reason is asked")
    func severity() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("1:")
        await seat.write("severity 9")
        await seat.type("<CR>")
        #expect(!seat.picture().contains("CS-1000002, reason:"))
        #expect(seat.notice.contains("9"))
        await seat.type("<Esc>:")
        await seat.write("severity 3")
        await seat.type("<CR>")
        #expect(seat.picture().contains("CS-1000002, reason:"))
    }

    @Test("tags with a sign need no commas between them")
    func tags() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("1VT")
        await seat.write("+vip -lockout +night")
        await seat.type("<CR>y")
        #expect(try await store.caseFile(CaseID(1_000_002)).item.tags.contains("vip"))
        #expect(try await store.caseFile(CaseID(1_000_002)).item.tags.contains("night"))
    }

    @Test("in the list of one case's tags a sign puts on or takes off one, and leaves the others")
    func oneCase() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        let id = CaseID(1_000_002)
        await seat.type("1T<C-u>")
        await seat.write("vip, old")
        await seat.type("<CR>")
        #expect(try await Set(store.caseFile(id).item.tags) == ["vip", "old"], "\(seat.picture())")
        await seat.type("T<C-u>")
        await seat.write("+new -old -never")
        await seat.type("<CR>")
        #expect(try await Set(store.caseFile(id).item.tags) == ["vip", "new"], "\(seat.picture())")
    }

    @Test("a path that was wrong does not take the keys of what was opened meanwhile")
    func meanwhile() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("1<CR>")
        var asked: Ticket?
        for case .run(_, _, let ticket) in seat.state.run(CommandCall(.attach, ["CS-1000002", "/no/such"])) {
            asked = ticket
        }
        await seat.type("c")
        let report = CommandReport(isDone: false, lines: [], remarks: ["There is no file /no/such."])
        _ = update(&seat.state, .answer(try #require(asked), .ran(report)))
        #expect(seat.state.overlays.count == 1 && seat.notice.contains("There is no file /no/such."))
    }

    @Test("where some of several cases were refused, the key that leaves the text stands before the one that undoes")
    func undo() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("5Vsc")
        await seat.write("the log")
        await seat.type("<CR>y")
        #expect(seat.state.overlays.last?.input != nil)
        #expect(seat.notice.contains("Esc, then u undoes it."))
        await seat.type("<Esc>u")
        #expect(seat.state.overlays.isEmpty)
        #expect(seat.notice.contains("Undid"))
    }

    @Test("a case that is over is opened again by the footer's own keys, and neither taken nor closed")
    func over() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("1<CR>x1<CR>")
        await seat.rest()
        let footer = seat.picture().split(separator: "\n").last { $0.contains("next tab") } ?? ""
        #expect(footer.contains("X reopen") && !footer.contains("close") && !footer.contains("t take"))
    }

    @Test("whoever goes somewhere from a case comes back to it", arguments: ["gp", "gr", "gpgr", "gd]"])
    func way(_ keys: String) async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await seat.type("5<CR>]" + keys)
        let id = try #require(seat.state.workplaces.stack.first?.under?.id)
        #expect(seat.state.page == nil)
        await seat.type(keys == "gpgr" ? "<Esc><Esc>" : "<Esc>")
        #expect(seat.state.page?.id == id && seat.state.page?.tab == .actions)
        #expect(seat.row(0).contains(id.description))
        await seat.type("<Esc>")
        #expect(seat.state.page == nil && seat.state.workplaces.stack.isEmpty)
    }

    @Test("what one has already is not offered to be taken")
    func own() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("1<CR>")
        let footer = seat.picture().split(separator: "\n").last { $0.contains("next tab") } ?? ""
        #expect(footer.contains("x close") && !footer.contains("t take"))
    }

    @Test("a denied case may be closed, so that the footer offers both")
    func denied() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        await seat.type("1<CR>")
        var file = try #require(seat.state.page?.file)
        file.item.status = try #require(Guide.words.statuses.first { $0.role == .refused })
        seat.state.page?.file = file
        let footer = seat.picture().split(separator: "\n").last { $0.contains("next tab") } ?? ""
        #expect(footer.contains("X reopen") && footer.contains("close") && !footer.contains("t take"))
    }

    @Test("a case is not handed over to the centre that has it")
    func center() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        let center = try #require(Guide.policy.places.centers.first)
        for number in 1...2 {
            await seat.type("1:")
            await seat.write("hand-over CS-1000002 --to \(center.code) -m theirs-\(number)")
            await seat.type("<CR>")
        }
        #expect(try await store.caseFile(CaseID(1_000_002)).item.center == center.code)
        #expect(try await store.caseFile(CaseID(1_000_002)).events.count { $0.action == .handedOver } == 1)
        #expect(seat.notice.contains("\(center.name) has CS-1000002 already. Choose another centre."))
    }
}
