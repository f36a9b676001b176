import Foundation
import ProgramStage
import PseudoTerminal
import Testing

/// A console on a small store that is worked with keys; each step waits for what it shall show.
struct DeskStory {
    let store: StoryStore
    let console: TerminalSession

    /// A Monday morning, on which the stories happen.
    static let now = "2026-06-15T10:00:00Z"
    /// The smallest usual terminal.
    static let small = TerminalSize(columns: 80, rows: 24)

    /// Opens the console on a store with Nord Energy in EMEA and its Technical Contact, and what else is made.
    init(
        size: TerminalSize = TerminalSize(columns: 120, rows: 40), _ make: (StoryStore) throws -> Void = { _ in }
    ) throws {
        let stage = try Stage()
        stage.environment["CASELOAD_NOW"] = DeskStory.now
        store = try StoryStore(stage)
        try store.command("account", "set", "Nord Energy", "--region", "emea")
        try store.command("contact", "set", "Johanna Berg", "--roles", "technical", "--email", "jb@nord.example")
        try make(store)
        console = try store.open(size: size)
        try console.waitFor("Caseload ›")
    }

    /// Types keys and waits for what the screen shall say.
    func type(_ keys: String, _ words: String...) throws {
        try console.type(keys)
        for word in words { try console.waitFor(word) }
    }

    /// `a` on the row: chooses what is to be done by the first letters of its name.
    func act(_ label: String, _ words: String...) throws {
        try type("a", "With ")
        try type("\(label)", "▌ \(label)")
        try console.type("<CR>")
        for word in words { try console.waitFor(word) }
    }

    /// Fills the fields of a form from the current one on; nil leaves one as it is.
    func fill(_ values: String?...) throws {
        for (index, value) in values.enumerated() {
            if index > 0 { try console.type("<CR>") }
            if let value { try console.type(value) }
        }
    }

    /// Puts the choice of a field there that has these words, once the store has told of it.
    func complete(_ words: String, _ value: String) throws {
        try type(words, value)
        try type("<Tab>", value)
    }

    /// Saves a form: first what it would do is shown, then it is done.
    func save(_ effect: String, done: String) throws {
        try type("<C-d>", "Saving would do this", effect)
        try console.type("<CR>")
        try console.waitForNo("Saving")
        try console.waitForNo("└─")
        try console.waitFor(done)
    }

    /// To the customer, whose call sheet is shown, then to a tab of it.
    func goToNord(tab: String? = nil) throws {
        try type("gc", "AC-1")
        // Typed ahead: Enter waits for the rows that the words find.
        try type("/nord<CR><CR>", "Call sheet", "Renewal notices go to")
        if let tab { try goToTab(tab) }
    }

    /// Turns the tabs until the named one is marked as the current one, by the words that it alone shows.
    func goToTab(_ place: String) throws {
        guard let index = DeskStory.customerTabs.firstIndex(of: place) else {
            throw StoryProblem(description: "There is no tab \(place).")
        }
        try console.press(String(repeating: "]", count: index))
    }

    /// The tabs of a customer in their order.
    static let customerTabs = [
        "Call sheet", "Cover", "Contacts", "Contracts", "Memberships", "Licences", "Hardware", "Hours", "Partners",
        "Purchases", "Compliance", "Site", "Notices", "Cases",
    ]

    /// The console ends in order, and the store keeps every promise.
    func end() throws {
        try console.type("Q")
        #expect(try console.waitForExit() == .code(0))
        try store.verify()
    }
}

/// What a story cannot go on with.
struct StoryProblem: Error, CustomStringConvertible {
    let description: String
}

extension StoryStore {
    /// Nord Energy is covered by a plan, for every product.
    func cover(plan: String = "priority", end: String = "2026-12-31") throws {
        try command("contract", "new", "account=Nord Energy", "number=N-1", "start=2026-01-01", "end=\(end)")
        try command("entitlement", "new", "contract=CN-1", "plan=\(plan)")
    }

    /// What a command tells as one object of JSON.
    func object(_ arguments: String...) throws -> [String: Any] {
        try #require(try json(arguments) as? [String: Any])
    }

    /// What a command tells as a list of objects of JSON.
    func objects(_ arguments: String...) throws -> [[String: Any]] {
        try #require(try json(arguments) as? [[String: Any]])
    }

    private func json(_ arguments: [String]) throws -> Any {
        let result = try CommandRun.run(stage.invocation(["--store", path] + arguments + ["--json"]))
        try #require(result.code == 0, "\(arguments): \(result.errors)")
        return try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    }
}
