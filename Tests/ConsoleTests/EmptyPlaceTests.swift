import CaseModel
import ConsoleCore
import GuidePolicy
import TerminalUI
import Testing

@Suite("Every tab of a workplace with nothing in it")
struct EmptyPlaceTests {
    typealias Walk = WorkplacePictureTests.Walk

    /// In a store with its keeper alone.
    static let bare: [Walk] = [
        Walk("site", ["gs", "l"], tabs: ["replacements", "access", "visits", "assets"]),
        Walk("roster", ["gc", "l"], tabs: ["roster-contacts", "roster-partners", "roster-own"]),
        Walk(
            "renewals", ["gr", "l"],
            tabs: ["all-memberships", "ending-contracts", "ended-memberships", "notices", "own-ending"]),
        Walk("licences", ["gl", "l"], tabs: ["expiring-licences", "products"]),
        Walk("situations", ["gx", "l"], tabs: ["situations-ended"]),
        Walk("duty", ["gd"], tabs: ["duty", "roles"]),
        Walk("alerts", ["gw", "l", "l"], tabs: ["alerts-all"]),
        Walk("home", ["gh", "l"], tabs: ["home-desk", "home-accounts", "home-licensing", "home-situations"]),
        Walk("next", [], [("next", ["w"])]),
    ]

    /// At a customer of whom nothing is kept but cases.
    static let customer = Walk(
        "customer", ["gc", "/", "text:Halden<CR>", "<CR>", "llll"],
        tabs: [
            "memberships", "own-licences", "hardware", "hours", "partners", "purchases", "compliance", "own-site",
            "own-notices",
        ])

    private func expect(_ walk: Walk, _ size: (Int, Int), _ store: MemoryCaseStore) async throws {
        for theme in [Theme.terminal, WorkplacePictureTests.plain] {
            var seat = try await Seat.open(store, columns: size.0, rows: size.1, theme: theme)
            await WorkplacePictureTests.press(walk.start, &seat)
            for picture in walk.pictures {
                await WorkplacePictureTests.press(picture.keys, &seat)
                try WorkplacePictureTests().expect("\(picture.name)-empty", seat, theme, size)
            }
        }
    }

    @Test("in an empty store", arguments: bare.map(\.name), WorkplacePictureTests.sizes)
    func store(_ name: String, _ size: (Int, Int)) async throws {
        let walk = try #require(Self.bare.first { $0.name == name })
        try await expect(walk, size, MemoryCaseStore(keeper: SampleStore.ada, keeperName: "ada"))
    }

    @Test("of a customer", arguments: WorkplacePictureTests.sizes)
    func bareCustomer(_ size: (Int, Int)) async throws {
        try await expect(Self.customer, size, WorkplaceStore.make())
    }
}
