import CaseModel
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("What a partner may do, and whether notices go to it")
struct PartnerWordsTests {
    private func store(_ changes: [String: String?]) async throws -> MemoryCaseStore {
        let store = try await WorkplaceStore.make()
        let operation = CaseModel.Operation(
            id: OperationID("partner"), claim: SampleStore.ada, at: SampleStore.now, edits: [])
        _ = try await store.keep([RecordEdit(try #require(RecordID(text: "PA-1")), changes)], operation)
        return store
    }

    private func picture(_ store: MemoryCaseStore, _ keys: [String]) async throws -> String {
        var seat = try await Seat.open(store, columns: 120, rows: 40)
        await WorkplacePictureTests.press(WorkplacePictureTests.nord + keys, &seat)
        return seat.picture()
    }

    private let partners = ["llllllll"]

    @Test("stands at the row of the partner and on the call sheet")
    func both() async throws {
        let store = try await WorkplaceStore.make()
        let row = try await picture(store, partners)
        #expect(row.contains(" May             open cases, and speak for the customer in renewals"), "\(row)")
        let rule = "each goes to the contact of its membership"
        #expect(row.contains(" Notices         \(rule); none is with this partner"), "\(row)")
        let sheet = try await picture(store, [])
        #expect(sheet.contains("No notices to Fjord Consulting, partner for cases and renewals"), "\(sheet)")
        // Across customers their memberships are not at hand, and nothing is said of them behind the same words.
        var seat = try await Seat.open(store, columns: 120, rows: 40)
        await seat.type("gc]]")
        let lines = seat.picture().split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(lines.contains("Notices \(rule)"), "\(seat.picture())")
    }

    @Test("who has none is said to have none, and whose partner acts no more that")
    func none() async throws {
        let store = try await WorkplaceStore.make()
        var seat = try await Seat.open(store, columns: 120, rows: 40)
        await WorkplacePictureTests.press(["gc", "/", "text:Helix<CR>", "<CR>"], &seat)
        #expect(seat.picture().contains("Partners: none named."), "\(seat.picture())")
        let over = try await picture(self.store(["to": "2026-03-01"]), [])
        #expect(over.contains("Partners: none acts now."), "\(over)")
    }

    @Test("tells a scope of renewals alone, and of somebody there whom a membership names")
    func named() async throws {
        let store = try await store(["scope": "renewals", "person": "CT-5"])
        let row = try await picture(store, partners)
        #expect(row.contains(" May             speak for the customer in renewals; not open cases"), "\(row)")
        #expect(row.contains("; that of MB-1 is with this partner"), "\(row)")
        let sheet = try await picture(store, [])
        #expect(sheet.contains("Those of MB-1 to Fjord Consulting, partner for renewals"), "\(sheet)")
    }
}
