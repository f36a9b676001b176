import CaseModel
import CaseSamples
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("Critical situations begin and end where everybody sees it")
struct SituationTests {
    @Test("a severity says which begins or ends a situation, and a situation that ended stands under Ended")
    func ended() async throws {
        let store = try await WorkplaceStore.make()
        var seat = try await Seat.open(store)
        await seat.type("gx")
        #expect(seat.picture().contains("when its severity is lowered, or the case closed"), "\(seat.picture())")
        let id = try #require(seat.state.caseInSight)
        await seat.type(":")
        await seat.write("set \(id) criticalSituationManager=ada\n")
        seat.press("p")
        #expect(seat.picture().contains("situation ends"), "\(seat.picture())")
        seat.press("<Esc>")
        await seat.agree("2")
        #expect(seat.notice.contains("The critical situation has ended."), "\(seat.notice)")
        await seat.type("]")
        let row = try #require(seat.picture().split(separator: "\n").first { $0.contains("\(id)") })
        #expect(!row.contains("nobody yet"), "\(row)")
        #expect(seat.picture().contains("it is severity 2 since"), "\(seat.picture())")
        // Declared once more, it runs again, and is no longer among those that ended.
        await seat.type("<CR>")
        seat.press("p")
        #expect(seat.picture().contains("critical situation begins"), "\(seat.picture())")
        seat.press("<Esc>")
        await seat.agree("1")
        #expect(seat.notice.contains("It is a critical situation now."), "\(seat.notice)")
        #expect(try await store.caseFile(id).endedCritical(seat.state.desk.directory.words) == nil)
    }

    @Test("nothing is recorded of a situation before it was declared, nor what is still to come")
    func inOrder() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(["5"], &seat)
        for (time, why) in [("14:01", "declared critical at 14:02"), ("14:06", "still to come")] {
            await WorkplacePictureTests.press([":", "text:set CS-1000001 restored=2026-03-09T\(time):00Z<CR>"], &seat)
            #expect(seat.notice.contains(why) && seat.notice.contains("Give "), "\(seat.notice)")
        }
        await WorkplacePictureTests.press([":", "text:set CS-1000001 restored=2026-03-09T14:02:00Z<CR>"], &seat)
        #expect(seat.notice.contains("restored 14:02"), "\(seat.notice)")
    }

    @Test("the times of a refusal have their hour, of days before, too")
    func hours() async throws {
        let seat = try await Seat.open(WorkplaceStore.make())
        let said = seat.state.tellingTimes("Declared at 2026-03-07T03:56:00Z, not restored at 2026-03-07T02:00:00Z.")
        #expect(said == "Declared at 7 Mar 03:56, not restored at 7 Mar 02:00.")
    }

    @Test("the case whose command is asked for can be named, and one that is not critical has none")
    func named() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(["5", ":", "text:situation CS-1000002<CR>"], &seat)
        await seat.rest()
        #expect(seat.notice.contains("CS-1000002 is severity 2, and so no critical situation"), "\(seat.picture())")
        #expect(seat.notice.contains("Agree the severity first (p)"), "\(seat.notice)")
        await WorkplacePictureTests.press(["<Esc>", ":", "text:situation CS-1000001<CR>"], &seat)
        #expect(try form(seat).title == "Critical situation CS-1000001")
        await WorkplacePictureTests.press(["<Esc>", ":", "text:situation gateway<CR>"], &seat)
        #expect(seat.notice.contains("gateway is no number of a case"), "\(seat.notice)")
    }

    @Test("who commands on duty is offered first, another may be named and is told apart, and a warning names the way")
    func commander() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        let policy = try #require(seat.state.session?.policies.inForce)
        let role = try #require(policy.people.roles.first { $0.isCritical })
        for index in seat.state.desk.directory.agents.indices {
            switch seat.state.desk.directory.agents[index].name {
            case "kim":
                seat.state.desk.directory.agents[index].role = role.code
                seat.state.desk.directory.agents[index].shift = "of nobody"
            case "lena":
                seat.state.desk.directory.agents[index].role = role.code
                seat.state.desk.directory.agents[index].shift = nil
            default: break
            }
        }
        await WorkplacePictureTests.press(["5", ":", "text:situation CS-1000001<CR>"], &seat)
        await seat.rest()
        let names = seat.state.choices(for: try form(seat)).map { $0.detail.prefix { $0 != "," } }
        #expect(names.prefix(2) == ["lena", "kim"] && names.contains("ada"), "\(names)")
        #expect(seat.picture().contains("on duty"), "\(seat.picture())")
        let ada = try #require(seat.state.desk.directory.agents.first { $0.name == "ada" })
        await seat.write(ada.id.description)
        #expect(seat.picture().contains("ada is none of those who command by the policy"), "\(seat.picture())")
        await WorkplacePictureTests.press(["<C-u>", "<Esc>", ":", "text:open CS-1000002<CR>"], &seat)
        await WorkplacePictureTests.press([":", "text:set CS-1000002 plan=priority<CR>"], &seat)
        await seat.agree("1")
        let notice = try #require(seat.state.notice?.text)
        #expect(notice.contains("Warning: this should be so, and is not: "), "\(notice)")
        #expect(notice.contains(" :situation names who commands."), "\(notice)")
    }

    @Test("a first response that was met keeps the words of what it was promised by when the severity changes")
    func metBefore() async throws {
        var seat = try await Seat.open(CoveredStore.make())
        await WorkplacePictureTests.press([":", "text:open CS-1000002<CR>", "r", "text:We look.", "<C-d>"], &seat)
        #expect(seat.picture().contains("met 14:05 (2 business hours"), "\(seat.picture())")
        await seat.agree("1")
        #expect(seat.picture().contains("met 14:05 (2 business hours"), "\(seat.picture())")
    }

    @Test("a promised update is what is due until the next answer keeps it, and asks for nothing of the past")
    func promised() async throws {
        let store = try await WorkplaceStore.make()
        var seat = try await Seat.open(store, columns: 120, rows: 40)
        await seat.type("gx")
        let id = try #require(seat.state.caseInSight)
        await WorkplacePictureTests.press(["a", "text:next up<CR>"], &seat)
        #expect(try form(seat).title == "Next update of \(id)")
        #expect(try form(seat).fields.map(\.name) == [Case.promise])
        #expect(seat.picture().contains("in 30 minutes") && !seat.picture().contains("now, "), "\(seat.picture())")
        await WorkplacePictureTests.press(["<Esc>", ":", "text:set \(id) next-update=2026-03-09T14:00Z<CR>"], &seat)
        #expect(seat.notice.contains("so an update is not promised for 14:00"), "\(seat.notice)")
        await WorkplacePictureTests.press([":", "text:set \(id) next-update=2026-03-09T14:20Z<CR>"], &seat)
        let picture = seat.picture()
        #expect(picture.contains("promised by ada") && picture.contains("in 15m"), "\(picture)")
        #expect(try await store.caseFile(id).item.followUp.due == Timestamp(iso: "2026-03-09T14:20:00Z"))
        await WorkplacePictureTests.press(["r", "text:We look.", "<C-d>"], &seat)
        #expect(try await store.caseFile(id).item.promisedUpdate == nil)
        await seat.type("gx")
        #expect(!seat.picture().contains("promised by"), "\(seat.picture())")
    }

    @Test("an update is owed from the customer's word to the answer, and no longer")
    func owed() async throws {
        var seat = try await Seat.open(CoveredStore.make(), columns: 120, rows: 40)
        await seat.type(":")
        await seat.write("open CS-1000002\n")
        await seat.agree("1")
        await WorkplacePictureTests.press(["gx", "G"], &seat)
        #expect(seat.picture().contains("the first answer, due "), "\(seat.picture())")
        await seat.type("<CR>")
        let steps = [("r", "We look.", false), ("H", "Still down.", true), ("r", "So do we.", false)]
        for (key, text, isOwed) in steps {
            await WorkplacePictureTests.press([key, "text:\(text)", "<C-d>"], &seat)
            await WorkplacePictureTests.press(["gx", "G"], &seat)
            let picture = seat.picture()
            #expect(picture.contains("Next update  Case") == isOwed, "\(text) \(picture)")
            #expect(picture.contains("none is owed: answered 14:05; promise one (a)") != isOwed, "\(picture)")
            await seat.type("<CR>")
        }
    }

    @Test("a situation whose severity was lowered just now stands under Ended, however many were lowered and closed")
    func lowered() async throws {
        let store = try await FullStore.make()
        let closed: [LoadRecord] = (1...25).map { number in
            var record = SampleStore.history(
                "Lowered and closed \(number)", .two, .closed, "Nord Energy", "kim", ago: Int64(number) * 900_000)
            if case .history(var history) = record {
                history.entries[0].values[.criticalSituationManager] = "ada"
                record = .history(history)
            }
            return record
        }
        try await store.beginLoad(
            LoadHeader(
                source: "closed", claim: SampleStore.ada, at: SampleStore.now, operation: OperationID("closed-load")))
        _ = try await store.load(closed)
        try await store.finishLoad()
        var seat = try await Seat.open(store)
        await seat.type("gx")
        let id = try #require(seat.state.caseInSight)
        await seat.type(":")
        await seat.write("set \(id) criticalSituationManager=ada\n")
        await seat.agree("2")
        #expect(seat.notice.contains("The critical situation has ended."), "\(seat.notice)")
        await seat.type("]")
        #expect(seat.picture().contains("\(id)"), "\(seat.picture())")
    }

    @Test("an answer from before the raise is told as such, with the key that promises the next")
    func answeredBefore() async throws {
        var seat = try await Seat.open(CoveredStore.make(), columns: 120, rows: 40)
        await WorkplacePictureTests.press([":", "text:open CS-1000002<CR>"], &seat)
        for (key, text) in [("H", "Still down."), ("r", "We look.")] {
            await WorkplacePictureTests.press([key, "text:\(text)", "<C-d>"], &seat)
        }
        seat.hear(.tick(SampleStore.now + 600))
        await seat.rest()
        await seat.agree("1")
        await WorkplacePictureTests.press(["gx", "G"], &seat)
        let lines = seat.picture().split(separator: "\n")
        let owed = "none is owed: answered 14:05, before severity 1"
        let place = try #require(lines.firstIndex { $0.contains(owed) }, "\(seat.picture())")
        #expect(lines[place + 1].contains("promise one (a)"), "\(seat.picture())")
    }

    @Test("on 80 columns a promised update leaves who commands in sight")
    func narrow() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        seat.hear(.resized(Size(columns: 80, rows: 24)))
        await seat.type("gx")
        let id = try #require(seat.state.caseInSight)
        await WorkplacePictureTests.press([":", "text:set \(id) next-update=2026-03-09T14:20Z<CR>"], &seat)
        let row = try #require(seat.picture().split(separator: "\n").first { $0.contains("\(id)") })
        #expect(row.contains("in 15m") && row.contains("nobody yet"), "\(seat.picture())")
    }

    @Test("End offers the severities that end it alone, and naming who commands says how that is undone")
    func ends() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await WorkplacePictureTests.press(["gx", "a", "text:End<CR>"], &seat)
        guard case .picker(let picker)? = seat.state.overlays.last else {
            Issue.record("nothing is offered: \(seat.picture())")
            return
        }
        #expect(picker.lines.map(\.call.words) == [["2"], ["3"], ["4"]])
        #expect(picker.lines.allSatisfy { $0.detail.contains("situation ends") }, "\(seat.picture())")
        await WorkplacePictureTests.press(["<Esc>", "a", "text:Who commands<CR>", "text:ada", "<C-d>"], &seat)
        await seat.answer(try #require(seat.asked.ran.last), CommandReport(isDone: true, lines: ["Would be."]))
        await seat.type("<C-d>")
        let id = CaseID(1_000_001)
        let outcome = OperationOutcome(
            id: OperationID("named"), edits: [.done(id, version: 9, events: [], merged: false)])
        await seat.answer(
            try #require(seat.asked.ran.last), CommandReport(isDone: true, lines: ["Set."], outcomes: [outcome]))
        #expect(seat.notice.contains("Set. u undoes it."), "\(seat.notice)")
    }

    @Test("a case that never was a critical situation did not end as one")
    func never() async throws {
        let store = try await WorkplaceStore.make()
        let seat = try await Seat.open(store)
        let file = try await store.caseFile(CaseID(1_000_005))
        #expect(!file.item.severity.isCritical)
        #expect(file.endedCritical(seat.state.desk.directory.words) == nil)
    }

    @Test("each tab of a workplace keeps its cursor")
    func cursors() async throws {
        var seat = try await Seat.open(WorkplaceStore.make())
        await seat.type("gcjj")
        let row = try #require(seat.state.workplaces.top?.row?.subject)
        await seat.type("]j[")
        #expect(seat.state.workplaces.top?.row?.subject == row)
        await seat.type("[]")
        #expect(seat.state.workplaces.top?.row?.subject == row)
    }

    @Test("on a call sheet the severities stay in sight when mail and telephone are shown", arguments: [80, 100, 120])
    func severities(columns: Int) async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: columns, rows: 30)
        await seat.type("gc/nord<CR><CR>")
        func head() -> String {
            seat.picture().split(separator: "\n").first { $0.contains("Name, product") }.map(String.init) ?? ""
        }
        #expect(head().contains("Sev, amount"), "\(seat.picture())")
        await seat.type("jjm")
        #expect(head().contains("Sev, amount"), "\(seat.picture())")
    }
}
