import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("A filter that finds nothing says what would, and Tab takes it")
struct FilterAdviceTests {
    @Test(
        "whatever is left out: the rest of a field's name, its colon, the rest of a customer's name",
        arguments: [
            ("sev:2", "Did you mean severity? Tab writes it.", "severity:2"),
            ("customer:\"Helix Bank\" is:open", "Tab writes it.", "account:\"Helix Bank\" is:open"),
            ("severity 2", "0 found; Tab: severity:2 finds 2", "severity:2"),
            ("sev 2", "0 found; Tab: severity:2 finds 2", "severity:2"),
            ("account:Nord", "0 found; Tab: account:Nord* finds 2", "account:Nord*"),
            ("account nord", "0 found; Tab: account:nord* finds 2", "account:nord*"),
            ("helix bank", "0 found; Tab: account:\"helix bank\"* finds 1", "account:\"helix bank\"*"),
            ("account:helix ban", "0 found; Tab: account:\"helix ban\"* finds 1", "account:\"helix ban\"*"),
        ])
    func advice(typed: String, said: String, taken: String) async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("5/")
        await seat.write(typed)
        #expect(seat.picture().contains(said), "\(seat.picture())")
        await seat.type("<Tab>")
        #expect(seat.row(-2).contains("/\(taken) "), "\(seat.row(-2))")
        #expect(!seat.row(-2).contains(" 0 found"), "\(seat.row(-2))")
    }

    @Test("behind account: customers with what is typed in their names are offered, behind no other field")
    func accounts() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("5/")
        await seat.write("account:he")
        #expect(seat.row(-2).contains("0 found; Tab: account:he* finds 1"), "\(seat.row(-2))")
        await seat.type("<Tab><Tab>")
        #expect(seat.row(-2).contains("/account:\"Helix Bank\" "), "\(seat.row(-2))")
        await seat.type("<CR>")
        #expect(seat.picture().contains("1 of 1") && seat.picture().contains("CS-1000002"), "\(seat.picture())")
        await seat.type("/")
        await seat.type("<C-u>")
        await seat.write("account:zz")
        await seat.type("<Tab>")
        #expect(seat.row(-2).contains("/account:zz "), "\(seat.row(-2))")
        // Only a few of them come, whatever the store has, and none is asked for behind another field.
        await seat.type("<C-u>")
        await seat.write("owner:he")
        await seat.type("<Tab>")
        #expect(seat.row(-2).contains("/owner:he "), "\(seat.row(-2))")
        #expect(seat.state.desk.customers.found.words == "zz")
        // A word in the middle of a name is enough.
        await seat.type("<C-u>")
        await seat.write("account:bank")
        #expect(seat.state.desk.customers.found.words == "bank")
        await seat.type("<Tab>")
        #expect(seat.row(-2).contains("/account:\"Helix Bank\" "), "\(seat.row(-2))")
    }
}
