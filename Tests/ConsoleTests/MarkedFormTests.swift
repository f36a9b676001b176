import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("Forms about marked rows")
struct MarkedFormTests {
    private let people = ["gc", "/", "text:Nord<CR>", "<CR>", "ll"]

    private func opened(_ keys: [String]) async throws -> Seat {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 120, rows: 40)
        await WorkplacePictureTests.press(keys, &seat)
        return seat
    }

    @Test("carry what was seen of each contact in what is changed")
    func seen() async throws {
        var seat = try await opened(people + ["V", "e"])
        #expect(Set(marked(seat)) == ["CT-2", "CT-5", "CT-6"])
        await seat.write("technical")
        await seat.type("<C-d>")
        let running = try #require(seat.asked.ran.last).running
        #expect(
            running.people == [
                "CT-5": [.roles: "technical,renewal"], "CT-6": [.roles: "contract-administration"],
                "CT-2": [.roles: ""],
            ])
    }

    @Test("keep their draft for the same rows, and for no others")
    func drafts() async throws {
        var seat = try await opened(["gr", "]", "V", "e"])
        let place = try #require(try form(seat).fields.firstIndex { $0.name == "end" })
        let typed = Array(repeating: "<CR>", count: place) + ["text:2027-06-30"]
        await WorkplacePictureTests.press(typed + ["<Esc>"], &seat)
        // One of the two is not marked any more: what was typed was not meant for the other alone.
        await seat.type("gg<Space>e")
        #expect(marked(seat).count == 1)
        #expect(try form(seat).fields.allSatisfy { $0.text.isEmpty })
        await seat.type("<Esc>")
        await WorkplacePictureTests.press([":", "text:drafts<CR>"], &seat)
        #expect(seat.notice.contains("1 draft waits for rows that were marked"), "\(seat.picture())")
        await seat.type("gg<Space>")
        #expect(marked(seat).count == 2)
        await WorkplacePictureTests.press([":", "text:drafts<CR>"], &seat)
        #expect(seat.picture().contains("Change of marked memberships"), "\(seat.picture())")
        await seat.type("<CR>")
        #expect(try form(seat).fields[place].text == "2027-06-30")
    }

    @Test("renew all of them by another last day, a contract as well as memberships")
    func renew() async throws {
        var seat = try await opened(["gr", "]", "V", "a", "text:Renew<CR>"])
        let renewal = try form(seat)
        #expect(renewal.title == "Renew 2 memberships" && renewal.fields.map(\.name) == ["end", "why"])
        let numbers = marked(seat)
        await WorkplacePictureTests.press(["<C-u>", "text:2028-06-30", "<C-d>"], &seat)
        let tried = try #require(seat.asked.ran.last)
        #expect(tried.running.tries && tried.call.command == .renewal)
        #expect(tried.call.words == ["set"] + numbers + ["end=2028-06-30"], "\(tried.call.words)")

        var other = try await opened(WorkplacePictureTests.nord + ["lll", "j", "a", "text:Renew<CR>"])
        await other.type("<C-d>")
        let call = try #require(other.asked.ran.last).call
        #expect(call.command == .contract && call.words == ["set", "CN-2", "end=2026-03-31"], "\(call.words)")
    }

    @Test("offer no day for all where one of them has no last day")
    func endless() async throws {
        var seat = try await opened(["gr", "]", "V"])
        let top = try #require(seat.state.workplaces.top)
        guard case .records(var lists)? = top.answers[top.tab], let first = lists[0].records.first else {
            Issue.record("no records: \(seat.picture())")
            return
        }
        let values = first.values.filter { $0.key != "end" }
        lists[0].records[0] = Record(first.id, kind: first.kind, version: first.version, values: values)
        seat.state.workplaces.top?.answers[top.tab] = .records(lists)
        await WorkplacePictureTests.press(["a", "text:Renew<CR>"], &seat)
        let end = try #require(try form(seat).fields.first)
        #expect(end.name == "end" && end.text.isEmpty && end.help == "The new last day of each", "\(end)")
    }

    @Test("show in front what to think of, and not that an undo leaves what it takes back")
    func warned() async throws {
        var seat = try await opened(["gr", "]", "V", "a", "text:Renew<CR>"])
        await WorkplacePictureTests.press(["<C-u>", "text:2025-06-30", "<C-d>"], &seat)
        let words = "Ends sooner than before: MB-1 on 2025-06-30 instead of 2026-06-30; and 2 more."
        await seat.answer(
            try #require(seat.asked.ran.last),
            CommandReport(isDone: true, lines: ["MB-1 x: end 2026-06-30 → 2025-06-30"], remarks: [words]))
        let effect = try #require(try form(seat).effect)
        #expect(
            effect.first == "! Ends sooner than before: MB-1 on 30 Jun 2025 instead of 30 Jun 2026; and 2 more.",
            "\(effect)")
        #expect(!effect.contains { $0.contains("does not take this back") }, "\(effect)")
        // None of them was left out for it.
        await seat.type("<CR>")
        await seat.answer(
            try #require(seat.asked.ran.last), CommandReport(isDone: true, lines: ["a", "b"], remarks: [words]))
        let notice = try #require(seat.state.notice?.text)
        #expect(seat.state.workplaces.top?.marks.isEmpty == true)
        #expect(notice.contains("2 saved. They end on 30 Jun 2025 now."), "\(notice)")
        #expect(seat.state.notice?.warning?.hasPrefix("Ends sooner") == true)
    }

    @Test("say how many were changed, not how many lines there are")
    func count() async throws {
        var seat = try await opened(people + ["V", "a", "text:Have<CR>"])
        await seat.answer(
            try #require(seat.asked.ran.last),
            CommandReport(isDone: true, lines: ["CT-5 Johanna Berg: active yes → no"]))
        await seat.type("<CR>")
        await seat.answer(
            try #require(seat.asked.ran.last),
            CommandReport(
                isDone: true,
                lines: ["CT-5 Johanna Berg: active yes → no", "CT-6 Mats Sand \(CommandReport.soAlready)."]))
        #expect(seat.notice.contains("3 contacts have left: 1 saved, 1 was already like that."), "\(seat.notice)")
    }

    @Test("are not there for cases, whatever row the cursor is on")
    func cases() async throws {
        var seat = try await opened(["gh", "<Space>", "<Space>"])
        #expect(marked(seat).count == 2)
        await seat.type("e")
        #expect(seat.state.overlays.isEmpty && seat.state.page == nil)
        #expect(seat.notice.contains("e changes records and contacts"), "\(seat.notice)")
    }

    @Test("Cases of critical situations have rows, and those that are seen come first")
    func situations() async throws {
        let seat = try await opened(["gx"])
        let id = CaseID(1_000_001)
        let row = try #require(seat.state.workplaces.top?.caseRow(id))
        #expect(row.subject.hasPrefix("Gateway pair") && row.accountName == "Nord Energy")
        #expect(seat.state.caseRow(id) == row)
        #expect(seat.state.rowsAtHand(of: .these([.init(id: id, base: row.version)])) == [row])
    }

    @Test("What forms offer follows from people and the policy in force")
    func offers() async throws {
        var seat = try await opened(people + ["V", "e"])
        let before = try form(seat).offer
        let agents = seat.state.desk.directory.agents
        seat.state.desk.directory.agents = agents
        seat.state.settleOffers()
        // As many agents, but others perhaps.
        #expect(try form(seat).offer != before)
        let after = try form(seat).offer
        seat.state.settleOffers()
        #expect(try form(seat).offer == after)
        seat.state.session?.policies = Guide.book(
            holidays: ["2026-03-17 Saint Patrick's Day"], of: "emea", knownThrough: "2026-12-31")
        seat.state.settleOffers()
        #expect(try form(seat).offer != after)
    }
}
