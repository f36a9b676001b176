import CaseModel
import ConsoleCore
import TerminalUI
import Testing

@Suite("Workplaces with more in them than any screen has room for")
struct FullPlaceTests {
    typealias Walk = WorkplacePictureTests.Walk

    /// Made once: looking changes nothing in it.
    static let store = Task {
        let store = try await FullStore.make()
        try await store.fillCases()
        try await store.raiseAlerts()
        return store
    }

    static let harbours = ["gc", "/", "text:Harbours<CR>", "<CR>"]

    static let walks: [Walk] = [
        Walk("site", ["gs"], tabs: ["site", "replacements", "access", "visits", "assets"]),
        Walk("roster", ["gc", "l", "l"], tabs: ["roster-partners"]),
        Walk(
            "customer", harbours,
            tabs: [
                "sheet-long", "cover", "contacts", "contracts", "memberships", "own-licences", "hardware", "hours",
                "partners", "purchases", "compliance", "own-site", "own-notices", "cases-long",
            ]),
        Walk(
            "renewals", ["gr"],
            tabs: ["renewals-long", "all-memberships", "ending-contracts", "ended-memberships", "notices"]),
        Walk("licences", ["gl"], tabs: ["licences-long", "expiring-licences", "products"]),
        Walk("situations", ["gx"], tabs: ["situations", "situations-ended"]),
        Walk("duty", ["gd"], tabs: ["duty", "roles"]),
        Walk("policy", ["gp", "l", "l", "l", "l"], [("policy-life", ["G", "<C-u>"])]),
        Walk("alerts", ["gw"], tabs: ["alerts", "alerts-everybody", "alerts-all"]),
        Walk("home", ["gh"], tabs: ["home-long", "home-desk", "home-accounts", "home-licensing", "home-situations"]),
    ]

    /// Somebody to whom a third of the environments is assigned.
    private static let assigned = Claim(login: "agent3", userNumber: 2003)

    @Test("what is assigned to one person", arguments: WorkplacePictureTests.sizes)
    func own(_ size: (Int, Int)) async throws {
        for theme in [Theme.terminal, WorkplacePictureTests.plain] {
            var seat = try await Seat.open(
                Self.store.value, Self.assigned, columns: size.0, rows: size.1, theme: theme)
            for (name, keys) in [("roster-own", ["gc", "lll", "j"]), ("own-ending", ["gr", "lllll", "j"])] {
                await WorkplacePictureTests.press(keys, &seat)
                try WorkplacePictureTests().expect("\(name)-full", seat, theme, size)
            }
        }
    }

    @Test("at every size, with colours and without", arguments: walks.map(\.name), WorkplacePictureTests.sizes)
    func full(_ name: String, _ size: (Int, Int)) async throws {
        let walk = try #require(Self.walks.first { $0.name == name })
        let store = try await Self.store.value
        for theme in [Theme.terminal, WorkplacePictureTests.plain] {
            var seat = try await Seat.open(store, columns: size.0, rows: size.1, theme: theme)
            await WorkplacePictureTests.press(walk.start, &seat)
            for picture in walk.pictures {
                await WorkplacePictureTests.press(picture.keys + ["j"], &seat)
                try WorkplacePictureTests().expect("\(picture.name)-full", seat, theme, size)
            }
        }
    }
}
