import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("A calendar over the day fields of forms")
struct CalendarTests {
    private let renewal = ["gr", "j", "a", "text:Renew<CR>"]

    private func opened(_ keys: [String], columns: Int = 80, rows: Int = 24) async throws -> Seat {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: columns, rows: rows)
        seat.state.session?.policies = Guide.book(
            holidays: ["2026-03-17 Saint Patrick's Day"], of: "emea", knownThrough: "2026-12-31")
        await WorkplacePictureTests.press(keys, &seat)
        return seat
    }

    private func day(_ seat: Seat) throws -> String? { try form(seat).current?.calendar?.day.description }

    @Test("starts where the words of the field lead, moves by keys, and Enter takes its day")
    func moves() async throws {
        // A year more than the end that is renewed stands in the form.
        var seat = try await opened(renewal)
        let before = try #require(try form(seat).current?.text)
        #expect(seat.row(-1).contains("ctrl-t calendar"))
        await seat.type("<C-t>")
        #expect(try day(seat) == before)
        for (key, wanted) in [
            ("l", "2027-03-31"), ("<Right>", "2027-04-01"), ("h", "2027-03-31"), ("k", "2027-03-24"),
            ("<Down>", "2027-03-31"), ("n", "2027-04-30"), ("<PageUp>", "2027-03-30"), ("y", "2028-03-30"),
            ("Y", "2027-03-30"), ("p", "2027-02-28"), ("<Home>", "2027-02-01"), ("<End>", "2027-02-28"),
            ("<PageDown>", "2027-03-28"), ("7", "2027-03-28"), ("<C-d>", "2027-03-28"),
        ] {
            await seat.type(key)
            #expect(try day(seat) == wanted, "\(key)")
        }
        #expect(try form(seat).current?.text == before)
        await seat.type("<CR>")
        #expect(try form(seat).current?.text == "2027-03-28" && day(seat) == nil)

        await seat.type("<C-u>")
        await seat.write("+3d")
        await seat.type("<C-t>")
        // Of a last day that is not past a span counts.
        #expect(try day(seat) == "2026-04-02")
        #expect(seat.picture().contains("in 24 days"))
        await seat.type("t")
        #expect(try day(seat) == "2026-03-09")
    }

    @Test("Esc gives the field back as it was, and pasted text waits for nothing")
    func leaves() async throws {
        for key in ["<Esc>", "<C-c>", "<C-t>"] {
            var seat = try await opened(renewal)
            await seat.type("<C-u>")
            await seat.write("+1y")
            await seat.type("<C-t>jjn")
            seat.hear(.paste("2030-01-01"))
            await seat.type(key)
            #expect(try form(seat).current?.text == "+1y" && day(seat) == nil, "\(key)")
        }
    }

    @Test("is for fields of a day alone")
    func others() async throws {
        var seat = try await opened(renewal + ["<Up>", "<C-t>"])
        #expect(try form(seat).fields.allSatisfy { $0.calendar == nil })
        // Its key keeps its place, as one that cannot be pressed here.
        let roles = view(seat.state, theme: .terminal).picture(showing: .roles)
        #expect(seat.row(-1).hasSuffix("ctrl-t calendar") && roles.hasSuffix("kkkkkk xxxxxxxx"), "\(roles)")
        await seat.rest()
    }

    @Test("stays within the years that days have")
    func bounds() throws {
        for (start, key) in [("9999-12-31", "y"), ("9999-12-31", "l"), ("0001-01-01", "p"), ("0001-01-01", "k")] {
            let day = try #require(CivilDay(iso: start))
            let key = try #require(KeySequence(notation: key)?.keys.first)
            var calendar = DayCalendar(day)
            calendar.handle(key, today: day)
            #expect(calendar.day == day)
            #expect(calendar.weeks.joined().compactMap { $0 }.count == 31)
        }
    }

    @Test(
        "shows today, holidays and the cursor with and without colours",
        arguments: [(80, 24), (120, 40), (200, 60), (40, 12)])
    func pictures(columns: Int, rows: Int) async throws {
        var plain = Theme.terminal
        plain.glyphs = .ascii
        for theme in [Theme.terminal, plain] {
            var seat = try await opened(renewal + ["<C-u>", "text:in 3 days", "<C-t>"], columns: columns, rows: rows)
            seat.state.desk.look.glyphs = theme.glyphs
            await seat.rest()
            let ending = theme.glyphs == .ascii ? "-plain" : ""
            try expectPicture(
                view(seat.state, theme: theme), "place-calendar-\(columns)x\(rows)\(ending)", theme: theme)
        }
    }
}
