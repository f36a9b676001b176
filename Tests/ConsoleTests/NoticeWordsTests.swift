import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("Who gets the notices of a membership")
struct NoticeWordsTests {
    private func seat(_ store: MemoryCaseStore, _ keys: [String]) async throws -> Seat {
        var seat = try await Seat.open(store, columns: 120, rows: 40)
        await WorkplacePictureTests.press(keys, &seat)
        return seat
    }

    private let nord = WorkplacePictureTests.nord
    private let way = "name one (a on MB-2, Renewal Contact)."

    @Test("is told of one that has nobody: how somebody is named, and whom the rule would choose")
    func nobody() async throws {
        let store = try await WorkplaceStore.make()
        let sheet = try await seat(store, nord)
        let today = "Today the rule would choose Johanna Berg, most often registered"
        #expect(sheet.picture().contains("nobody, for 1 of 2    notices go nowhere"), "\(sheet.picture())")
        let told = (sheet.state.workplaces.top?.list?.rows ?? []).compactMap {
            $0.whole?.spans.map(\.text.text).joined()
        }
        #expect(told.contains { $0.contains("No contact is named; \(way) \(today)") }, "\(told)")
        #expect(sheet.picture().contains("No contact is named; \(way)"), "\(sheet.picture())")
        // At the record itself, among its customer's, across customers and on its page.
        for keys in [nord + ["llll"], ["gr", "]"]] {
            let row = try await seat(store, keys + ["/", "text:MB-2<CR>"])
            #expect(row.picture().contains(" Contact         nobody; \(way)"), "\(row.picture())")
        }
        let page = try await seat(store, [":", "text:open MB-2<CR>"])
        #expect(page.picture().contains("nobody: notices go nowhere"), "\(page.picture())")
        // Of one that somebody gets, that person alone is told.
        let other = try await seat(store, nord + ["llll", "/", "text:MB-1<CR>"])
        #expect(!other.picture().contains("nobody;"), "\(other.picture())")
    }

    @Test("has the reason why the rule finds nobody, where nobody was registered")
    func unregistered() async throws {
        let store = try await WorkplaceStore.make()
        var shelf = WorkplaceStore.Shelf(store)
        shelf.acts = 1000
        let contract = try await shelf.add(
            .contract, ["account": "AC-2", "number": "H-1", "start": "2026-01-01", "end": "2026-12-31"])
        for product in ["Gateway", "Console"] {
            _ = try await shelf.add(
                .membership, ["contract": contract.description, "product": product, "end": "2026-12-31"])
        }
        let sheet = try await store.customer(
            AccountID(2), QueryContext(now: SampleStore.now, words: Guide.words))
        #expect(sheet.ruled == nil && sheet.unruled?.rule == "renewal-nobody")
        let seat = try await seat(store, ["gc", "/", "text:Helix<CR>", "<CR>"])
        let picture = seat.picture()
        #expect(picture.contains("nobody, for all 2"), "\(picture)")
        #expect(picture.contains("Contact). Nobody who is still a contact was named on a p"), "\(picture)")
    }
}
