import CaseModel
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("One product under several numbers")
struct NumberWordsTests {
    private func opened(_ keys: [String]) async throws -> Seat {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        await WorkplacePictureTests.press(WorkplacePictureTests.nord + keys, &seat)
        return seat
    }

    @Test("says what each number is, what it is under, and under which others the product stands")
    func numbers() async throws {
        let licence = try await opened(["lllll"]).picture()
        #expect(licence.contains(" LI-1  licence  how much was bought, to be given to hosts"), "\(licence)")
        let others = "PU-1 purchase of 20 Jun 2024, EN-1 entitlement under CN-1"
        #expect(licence.contains(" Same product    \(others)"), "\(licence)")
        var seat = try await opened(["lll"])
        #expect(seat.picture().contains("CN-1  contract  what the customer bought"), "\(seat.picture())")
        #expect(seat.picture().contains(" Under it        EN-1 Application delivery"), "\(seat.picture())")
        let row = try #require(seat.picture().split(separator: "\n").first { $0.contains("EN-2 ") })
        #expect(row.contains("Gateway") && row.contains("CN-1"), "\(row)")
        await WorkplacePictureTests.press(["/", "text:cn-1"], &seat)
        #expect(seat.picture().contains("EN-2") && !seat.picture().contains("EN-3  "), "\(seat.picture())")
    }

    @Test("stands beside the order in the purchases of a narrow screen")
    func purchases() async throws {
        let picture = try await opened(Array(repeating: "l", count: 9)).picture()
        let head = try #require(picture.split(separator: "\n").first { $0.contains("Order") })
        #expect(head.contains("Product") && head.contains("Quantity") && head.contains("Day"), "\(picture)")
        #expect(picture.contains("Application delivery"), "\(picture)")
    }
}
