import CaseModel
import ConsoleCore
import TerminalUI
import Testing

@Suite("Above what is written stands what the customer said last")
struct LastWordTests {
    private let log = "13:55 M. Okafor: The log you asked for is attached."

    @Test("where there are rows enough, for one case", arguments: ["r", "c"])
    func shown(key: String) async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store, columns: 80, rows: 24)
        await seat.type(key)
        #expect(seat.picture().contains(log), "\(seat.picture())")
        await seat.write("Thanks.")
        #expect(seat.picture().contains(log) && seat.picture().contains("Thanks."), "\(seat.picture())")
        var low = try await Seat.open(store, columns: 80, rows: 20)
        await low.type(key)
        #expect(!low.picture().contains(log), "\(low.picture())")
    }

    @Test("as it was recorded since, and not what was taken back")
    func newer() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store, columns: 80, rows: 24)
        await seat.type(":")
        await seat.write("hear -m \"It works now, as far as we see.\"\n")
        await seat.type("r")
        #expect(seat.picture().contains("M. Okafor: It works now, as far as we see."), "\(seat.picture())")
        await seat.type("<Esc>u")
        await seat.type("r")
        #expect(seat.picture().contains(log), "\(seat.picture())")
    }

    @Test("cut after three lines, so that there is room to write")
    func long() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        await seat.type(":")
        await seat.write("hear -m \"\(String(repeating: "and so on ", count: 90))\"\n")
        await seat.type("r")
        #expect(seat.picture().split(separator: "\n").count { $0.contains("and so on and so on") } == 3)
        #expect(seat.picture().contains("…"))
    }
}
