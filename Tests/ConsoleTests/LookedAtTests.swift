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

    @Test("the star of a field has a blank before it under the longest label, too")
    func star() async throws {
        let seat = try await opened(["gl", "a", "text:Alloc<CR>"])
        let fields = try form(seat).fields
        #expect(fields.contains { $0.isRequired && $0.text.isEmpty })
        for field in fields where field.isRequired && field.text.isEmpty {
            #expect(!seat.picture().contains(field.label + "*"), "\(seat.picture())")
        }
    }

    @Test("what a value means stands two blanks behind it, with the cursor in the field and without")
    func meaning() async throws {
        var seat = try await opened(["gr", "]", "a", "text:Renew<CR>", "<C-u>", "text:2028-06-30"])
        #expect(seat.picture().contains("2028-06-30  Fri 30 Jun 2028"), "\(seat.picture())")
        await seat.type("<Down>")
        #expect(seat.picture().contains("2028-06-30  Fri 30 Jun 2028"), "\(seat.picture())")
    }

    @Test("the keys of a form stay in their places from field to field")
    func formKeys() async throws {
        for columns in [80, 120] {
            var seat = try await opened(["gr", "]", "a", "text:Renew<CR>"], columns: columns)
            let footer = seat.row(-1)
            #expect(try form(seat).current?.isDay == true && footer.hasSuffix("ctrl-t calendar"), "\(footer)")
            await seat.type("<Down>")
            #expect(try form(seat).current?.isDay == false && seat.row(-1) == footer)
        }
    }

    @Test("in the list of keys the rows reach the frame, and no heading stands there with nothing under it")
    func keyRows() async throws {
        for columns in [80, 120] {
            var seat = try await opened(["?"], columns: columns)
            let titles = Set(seat.state.keysPicker().lines.compactMap(\.heading))
            for _ in 0..<60 {
                await seat.type("<Down>")
                let rows = rows(seat)
                let bottom = try #require(rows.firstIndex { $0.hasPrefix("└") || $0.contains("  └") }, "\(rows)")
                let last = rows[bottom - 2].trimmed
                #expect(!titles.contains(last) && !titles.contains(rows[bottom - 1].trimmed), "\(rows)")
            }
        }
    }

    private func current(_ seat: Seat) throws -> MenuItem<Int> {
        guard case .picker(let picker)? = seat.state.overlays.last else { throw CallProblem("There is no list.") }
        return try #require(picker.menu.current)
    }

    @Test("a typed word means the name that begins with it before a key that does")
    func wordsBeforeKeys() async throws {
        var seat = try await opened(["?"])
        await seat.write("q")
        #expect(try current(seat).label == "Close view", "\(seat.picture())")
        await seat.write("u")
        #expect(try current(seat).label.text.hasPrefix("Qu"), "\(seat.picture())")
    }

    @Test("the key to all others has two blanks before it like each of them")
    func lastKey() async throws {
        for columns in 60...100 {
            let seat = try await Seat.open(SampleStore.make(), columns: columns, rows: 24)
            let footer = seat.row(-1)
            #expect(footer.hasSuffix("  ? keys"), "\(columns): \(footer)")
        }
    }

    @Test("once a tab was counted it stays so beside another, until something changes")
    func tabCounts() async throws {
        var seat = try await opened(["gc"], columns: 120, rows: 40)
        let first = seat.row(1)
        let accounts = try #require(first.firstMatch(of: /Accounts [0-9]+/)?.0, "\(first)")
        await seat.type("]")
        #expect(seat.row(1).contains(accounts), "\(seat.row(1))")
        let both = seat.row(1)
        await seat.type("[")
        #expect(seat.row(1) == both)
        // What somebody changed since is not told as if it were known.
        await seat.type("]R[")
        #expect(seat.row(1) == both)
        await seat.type("]")
        seat.press("R")
        #expect(!seat.row(1).contains(accounts), "\(seat.row(1))")
    }

    @Test("what is known of the row has the rows that a short list does not need")
    func rowsOfPreview() async throws {
        let seat = try await opened(["gs"], columns: 120, rows: 40)
        let list = try #require(seat.state.workplaces.top?.list)
        let desk = DeskLayout(seat.state, ScreenLayout(seat.state))
        #expect(desk.list.height == min(list.rows.count + 1, 21), "\(seat.picture())")
        let few = try await opened(["gx"], columns: 120, rows: 40)
        #expect(DeskLayout(few.state, ScreenLayout(few.state)).detail.height > 14, "\(few.picture())")
    }

    @Test("at 80 columns why a caller may not call is read with what helps")
    func caller() async throws {
        let store = try await CoveredStore.make()
        var other = try await store.caseFile(CaseID(1_000_001))
        other.contact?.roles = []
        let facts = try await store.coverFacts(of: try #require(other.account))
        let cover = CoverLine(other, facts, Guide.book)
        #expect(cover.tellsWhy)
        let look = TimelineLook(width: 78, now: SampleStore.now, zone: SampleStore.zone, glyphs: .unicode)
        let lines = cover.lines(look, upTo: 3).map(\.words)
        #expect(lines.count == 3 && lines[2].contains("(e on"), "\(lines)")
    }

    @Test("the number of a record stands above what its row tells of it, and who is on duty has a name")
    func headings() async throws {
        var seat = try await opened(WorkplacePictureTests.nord, columns: 200, rows: 60)
        while seat.state.workplaces.top?.current.title != "Cover" { await seat.type("]") }
        let lines = try #require(seat.state.workplaces.top?.detail.lines.map(\.words))
        #expect(lines.first?.hasPrefix("EN-") == true || lines.first?.hasPrefix("CN-") == true, "\(lines)")
        #expect(lines.contains { $0.hasPrefix("Cover until") })
        seat = try await opened(["gd", "]"], columns: 120, rows: 40)
        let row = try #require(seat.state.workplaces.top?.row)
        let name = try #require(row.cells.dropFirst().first?.text.text)
        #expect(seat.state.workplaces.top?.detail.lines.first?.words.hasPrefix(name) == true, "\(seat.picture())")
    }

    @Test("what is in doubt of a case is told in the policy's words")
    func doubt() {
        let names = Names(Guide.book.words)
        let look = TimelineLook(width: 78, now: SampleStore.now, zone: SampleStore.zone, glyphs: .unicode)
        let begun = TimelineEntry.words(for: FieldChange(.flags, nil, "caller-may-open"), names, look)
        #expect(begun == "in doubt: the caller may open cases")
        let ended = TimelineEntry.words(for: FieldChange(.flags, "caller-may-open", nil), names, look)
        #expect(ended == "nothing in doubt")
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
