import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("Words that another tab of the policy has")
struct FoundElsewhereTests {
    private func looked() async throws -> Seat {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 120, rows: 40)
        await seat.type("gp/")
        await seat.write("calendar japan")
        return seat
    }

    private func title(_ seat: Seat) -> String? { seat.state.workplaces.top?.current.title }

    @Test("are said to be there, with how many, and Tab or Enter goes there with them", arguments: ["<Tab>", "<CR>"])
    func followed(key: String) async throws {
        var seat = try await looked()
        let others = seat.state.otherTabs
        #expect(others.map(\.title) == ["Places"], "\(others)")
        #expect(seat.picture().contains("Nothing here has “calendar japan”, but \(others.words)."), "\(seat.picture())")
        #expect(seat.picture().contains("0 here; Tab: \(others[0].count) in Places"), "\(seat.picture())")
        await seat.type(key)
        #expect(title(seat) == "Places" && seat.state.workplaces.top?.words == "calendar japan")
        #expect(seat.state.workplaces.top?.list?.shown.isEmpty == false, "\(seat.picture())")
        // What is typed on goes on from there.
        if key == "<Tab>" { #expect(seat.state.overlays.count == 1) }
    }

    @Test("are not said where the open tab has them, where none has, and on other screens")
    func nowhere() async throws {
        var seat = try await looked()
        await seat.write(" nowhere")
        #expect(seat.state.otherTabs.isEmpty && seat.picture().contains("Nothing here has"), "\(seat.picture())")
        await seat.type("<Tab><CR>")
        #expect(title(seat) == "Edition")
        await seat.type("<Esc>gr/")
        await seat.write("calendar japan")
        #expect(seat.state.otherTabs.isEmpty)
    }
}
