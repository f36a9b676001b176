import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("What somebody saw who looked at the screens")
struct LookedAtTests {
    private func opened(_ keys: [String], columns: Int = 80, rows: Int = 24) async throws -> Seat {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: columns, rows: rows)
        await WorkplacePictureTests.press(keys, &seat)
        return seat
    }

    /// The rows of the screen, and the same in roles.
    private func rows(_ seat: Seat) -> [String] {
        seat.picture().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    private func roles(_ seat: Seat) -> [String] {
        view(seat.state, theme: .terminal).picture(showing: .roles)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("what to think of stands under what was done, as a warning, and takes three rows of a low screen at most")
    func warning() async throws {
        var seat = try await opened(["gr", "]", "a", "text:Renew<CR>", "<C-u>", "text:2028-06-30", "<C-d>"])
        let remark =
            "Ends after its contract: MB-1 and 2 more (CN-1 ends on 2027-06-30); MB-7 (CN-2 ends on 2026-12-31). "
            + "Nothing covers it after that; renew the contract first (contract set CN-1 end=DAY)."
        let report = CommandReport(isDone: true, lines: ["MB-1 x: end 2026-06-30 → 2028-06-30"], remarks: [remark])
        await seat.answer(try #require(seat.asked.ran.last), report)
        await seat.type("<CR>")
        await seat.answer(try #require(seat.asked.ran.last), report)
        let (rows, roles) = (rows(seat), roles(seat))
        let first = try #require(rows.firstIndex { $0.hasPrefix(" ! Ends after its contract: MB-1") }, "\(rows)")
        #expect(first >= 20 && roles[first].hasPrefix(" w"), "\(roles)")
        #expect(rows[first - 1].contains("MB-1") && roles[first - 1].hasPrefix(" o"), "\(rows)")
        #expect(rows[19].hasPrefix("───"), "\(rows)")
        #expect(seat.state.notice?.text.contains("Ends after") == false)
    }
}

extension StyledLine {
    fileprivate var words: String { spans.map(\.text.text).joined() }
}

extension String {
    /// The text without the frame and blanks around it.
    fileprivate var trimmed: String {
        var rest = Substring(self)
        while let first = rest.first, first == " " || first == "│" { rest.removeFirst() }
        while let last = rest.last, last == " " || last == "│" { rest.removeLast() }
        return String(rest)
    }
}
