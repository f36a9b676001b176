import CaseModel
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("The last day in a renewal")
struct RenewalFormTests {
    private func opened(_ keys: [String]) async throws -> Seat {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        await WorkplacePictureTests.press(keys, &seat)
        return seat
    }

    /// The contract that ends on 30 Jun 2027, and the one that ended on 31 Mar 2025.
    private let contract = WorkplacePictureTests.nord + ["lll", "a", "text:Renew<CR>"]
    private let ended = WorkplacePictureTests.nord + ["lll", "j", "a", "text:Renew<CR>"]

    @Test("counts a span from the last day that is there, says so, and is sent as a whole date")
    func counted() async throws {
        var seat = try await opened(contract)
        await WorkplacePictureTests.press(["<C-u>", "text:+1y"], &seat)
        #expect(seat.picture().contains("+1y from 30 Jun 2027 is 30 Jun 2028"), "\(seat.picture())")
        await seat.type("<C-d>")
        let call = try #require(seat.asked.ran.last).call
        #expect(call.words == ["set", "CN-1", "end=2028-06-30"], "\(call.words)")
        // What is written with "in" counts from today, as it says.
        await seat.answer(try #require(seat.asked.ran.last), CommandReport(isDone: false, lines: []))
        await WorkplacePictureTests.press(["<C-u>", "text:in 1 year"], &seat)
        #expect(seat.picture().contains("9 Mar 2027"), "\(seat.picture())")
    }

    @Test("is told in words with how far it is, beside whatever way it is written")
    func told() async throws {
        var seat = try await opened(contract)
        #expect(seat.picture().contains("  Fri 30 Jun 2028, in 844 days"), "\(seat.picture())")
        for (typed, words) in [
            ("2027-07-01", "Thu 1 Jul 2027, in 479 days"), ("+1y", "is 30 Jun 2028, in 844 days"),
            ("today", "Today"), ("2026-03-08", "Sun 8 Mar 2026, yesterday"),
        ] {
            await WorkplacePictureTests.press(["<C-u>", "text:\(typed)"], &seat)
            #expect(seat.picture().contains(words), "\(typed): \(seat.picture())")
        }
    }

    @Test("of what ended counts from today, in a change as in a renewal")
    func past() async throws {
        var seat = try await opened(ended)
        await WorkplacePictureTests.press(["<C-u>", "text:+1y"], &seat)
        #expect(seat.picture().contains("+1y from today is 9 Mar 2027"), "\(seat.picture())")
        seat = try await opened(WorkplacePictureTests.nord + ["lll", "e"])
        let place = try #require(try form(seat).fields.firstIndex { $0.name == "end" })
        await WorkplacePictureTests.press(Array(repeating: "<Down>", count: place) + ["<C-u>", "text:2 weeks"], &seat)
        #expect(seat.picture().contains("2 weeks from 30 Jun 2027 is 14 Jul 2027"), "\(seat.picture())")
    }

    @Test("of several counts from the day on which all of them end, and from today where they end on several")
    func marked() async throws {
        var seat = try await opened(["gr", "]", "V", "a", "text:Renew<CR>"])
        await WorkplacePictureTests.press(["<C-u>", "text:+1y"], &seat)
        #expect(seat.picture().contains("+1y from today is 9 Mar 2027"), "\(seat.picture())")
        seat = try await opened(["gr", "]", "<Space>", "a", "text:Renew<CR>"])
        await WorkplacePictureTests.press(["<C-u>", "text:+1y"], &seat)
        #expect(seat.picture().contains("+1y from 30 Mar 2026 is 30 Mar 2027"), "\(seat.picture())")
    }

    @Test("that is already so is not sent, whichever way it is written, unless something else is renewed")
    func already() async throws {
        let words = "The last day is already 30 Jun 2027: a later one is wanted."
        for typed in ["2027-06-30", "30 jun 2027"] {
            var seat = try await opened(contract)
            await WorkplacePictureTests.press(["<C-u>", "text:\(typed)", "<Down>", "text:As agreed", "<C-d>"], &seat)
            #expect(try form(seat).problem == words && form(seat).current?.name == "end", "\(seat.picture())")
            #expect(seat.asked.ran.isEmpty)
        }
        var seat = try await opened(["gr", "]", "j", "a", "text:Renew<CR>"])
        await WorkplacePictureTests.press(["<C-u>", "text:2027-06-30", "<Up>", "text:7", "<C-d>"], &seat)
        #expect(try #require(seat.asked.ran.last).call.words == ["set", "MB-1", "quantity=7"])
        seat = try await opened(["gr", "]", "<Space>", "a", "text:Renew<CR>"])
        await WorkplacePictureTests.press(["<C-u>", "text:2026-03-30", "<C-d>"], &seat)
        #expect(try form(seat).problem == "The last day is already 30 Mar 2026: a later one is wanted.")
    }
}
