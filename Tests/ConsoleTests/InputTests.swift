import CaseModel
import GuidePolicy
import TerminalUI
import Testing

@testable import ConsoleCore

@Suite("Keys, lines and lists")
struct InputTests {
    private func state(keys: [KeyBinding]) -> ConsoleState {
        ConsoleState(size: Size(columns: 120, rows: 40), now: SampleStore.now, keys: keys)
    }

    private func opened(_ state: inout ConsoleState) {
        let agent = Agent(id: AgentID(1), name: "ada", duties: [.engineer])
        _ = update(&state, .opened(Session(agent: agent)))
    }

    @Test("follow the user's key file, which may bind whole command lines")
    func ownKeys() {
        var state = state(keys: [
            KeyBinding(context: "all", keys: "<F9>", line: "queue Closed", origin: "keys, line 1"),
            KeyBinding(context: "queue", keys: "zz", line: "filter severity:1", origin: "keys, line 2"),
            KeyBinding(context: "queue", keys: "j", line: "", origin: "keys, line 3"),
        ])
        opened(&state)
        _ = update(&state, .key(.function(9)))
        #expect(view(state, theme: .terminal).picture().contains("Caseload › Closed"))
        _ = update(&state, .key(.character("z")))
        let effects = update(&state, .key(.character("z")))
        #expect(effects.contains { if case .loadPage = $0 { true } else { false } })
    }

    @Test("stand in sentences and lists as they are bound, and a command without a key as its line")
    func ownKeysAreNamed() {
        var state = state(keys: [
            KeyBinding(context: "queue", keys: "Z", line: "undo", origin: "keys, line 1"),
            KeyBinding(context: "queue", keys: "u", line: "", origin: "keys, line 2"),
            KeyBinding(context: "queue", keys: "l", line: "", origin: "keys, line 3"),
            KeyBinding(context: "queue", keys: "<Right>", line: "", origin: "keys, line 4"),
        ])
        opened(&state)
        #expect(state.key(.undo) == "Z" && state.key(.nextQueue) == ":next-queue")
        #expect(state.key(.go, "contacts") == "g c" && state.key(.go, "nowhere") == ":go nowhere")
    }

    @Test("are named as they are bound where a sentence tells what to press")
    func sentences() {
        var state = state(keys: [
            KeyBinding(context: "queue", keys: "F", line: "filter", origin: "keys, line 1"),
            KeyBinding(context: "queue", keys: "/", line: "", origin: "keys, line 2"),
            KeyBinding(context: "queue", keys: "<F8>", line: "queue", origin: "keys, line 3"),
            KeyBinding(context: "queue", keys: "gq", line: "", origin: "keys, line 4"),
        ])
        opened(&state)
        state.nextHit(1)
        #expect(state.notice?.text == "Type F and a word first; n then goes from hit to hit.")
        _ = state.showQueue("99")
        #expect(state.notice?.text.hasSuffix("queues in the line above; F8 lists all.") == true)
    }

    static let badKeys: [(KeyBinding, String)] = [
        (KeyBinding(context: "all", keys: "<F9>", line: "tkae", origin: "keys, line 4"), "keys, line 4: There is no"),
        (KeyBinding(context: "quue", keys: "x", line: "take", origin: "keys, line 5"), "Did you mean queue?"),
        (KeyBinding(context: "all", keys: "<Nope>", line: "take", origin: "keys, line 6"), "<Nope> is no key."),
        (KeyBinding(context: "all", keys: "<C-c>", line: "take", origin: "keys, line 7"), "ctrl-c keeps its meaning."),
    ]

    @Test("say where a key file is wrong, and hold the rest", arguments: badKeys)
    func badKeyFile(binding: KeyBinding, words: String) {
        var state = state(keys: [binding])
        #expect(view(state, theme: .terminal).picture().contains(words))
        opened(&state)
        #expect(update(&state, .key(.character("5"))).contains { if case .loadPage = $0 { true } else { false } })
    }

    static let completions: [(String, String)] = [
        (":rel<Tab>", ":release"), (":status cu<Tab>", ":status cust"), (":queue li<Tab>", ":queue Licensing"),
        (":sort sev<Tab>", ":sort severity"), (":set seve<Tab>", ":set severity="),
        (":assign --t<Tab>", ":assign --to"), (":se<Tab>sev", ":set sev"), (":rel<Tab>CS", ":release CS"),
        (":pre<Tab>x", ":previewx"), (":stat<Tab>wi<Tab>", ":status wip"),
        ("/seve<Tab>", "/severity:"), (":filter stat<Tab>", ":filter status:"), (":move netw<Tab>", ":move Network"),
    ]

    @Test("say how many faults the settings have, and keep the reason for looking only")
    func severalFaults() {
        var state = ConsoleState(
            size: Size(columns: 120, rows: 40), now: SampleStore.now, keys: InputTests.badKeys.map(\.0),
            problems: ["settings, line 1: wrong."])
        #expect(view(state, theme: .terminal).picture().contains("settings, line 1: wrong. And 4 more (:paths, "))
        _ = update(&state, .opened(Session(agent: nil, refusal: .severalAgents("root"))))
        let picture = view(state, theme: .terminal).picture()
        #expect(picture.contains("settings, line 1: wrong.") && picture.contains("serves several agents."))
    }

    @Test(
        "begin with the first queue when there is none of the name that was wished for", arguments: ["Nite", "network"])
    func start(name: String) async throws {
        var seat = try await Seat.open(SampleStore.make())
        seat.state = ConsoleState(size: Size(columns: 120, rows: 40), now: SampleStore.now, start: name)
        let agent = try await seat.store.agent(for: SampleStore.ada)
        seat.hear(.opened(Session(agent: agent)))
        await seat.rest()
        #expect(seat.row(0).contains(name == "Nite" ? "Caseload › Mine" : "Caseload › network"))
        #expect(seat.notice.contains("There is no queue Nite.") == (name == "Nite"))
        #expect(!seat.picture().contains("is empty"))
    }

    @Test("complete commands, values and queries with Tab", arguments: completions)
    func completion(keys: String, words: String) async throws {
        var seat = try await Seat.open(SampleStore.make())
        let notation = keys.replacing(" ", with: "<Space>")
        await seat.type(notation)
        #expect(seat.row(-2).hasPrefix(" " + words), "\(seat.row(-2))")
    }

    @Test("bring back older command lines")
    func history() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type(":")
        await seat.write("queue Closed")
        await seat.type("<CR>:")
        await seat.write("queue Critical")
        await seat.type("<CR>:<Up><Up>")
        #expect(seat.row(-2).hasPrefix(" :queue Closed"))
        await seat.type("<Down>")
        #expect(seat.row(-2).hasPrefix(" :queue Critical"))
    }

    @Test("keep a mistyped command line, and say what is nearest")
    func mistyped() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type(":")
        await seat.write("relase")
        await seat.type("<CR>")
        #expect(seat.row(-2).contains(":relase"))
        #expect(seat.row(-2).contains("Did you mean release?"))
    }

    @Test("do a command from the list of keys, found by typing")
    func keysList() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("?")
        await seat.write("unassigned")
        await seat.type("<Esc>?")
        await seat.write("mark range")
        await seat.type("<CR>")
        #expect(seat.row(-2).contains("range of 1"))
    }

    @Test("open the case of a number, or go to the row when no case has it")
    func numbers() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("5:3<CR>")
        #expect(seat.notice.contains("There is no case 3; this is row 3."))
        await seat.type("k:1000006<CR>")
        #expect(seat.row(0).contains("CS-1000006"))
        await seat.type("<Esc>:CS-1000001<CR>")
        #expect(seat.row(0).contains("CS-1000001"))
        await seat.type("<Esc>")
        #expect(seat.notice.contains("2 of 6"))
        await seat.type(":99<CR>")
        #expect(seat.notice.contains("There is no case 99."))
        await seat.type("<Esc>:help<CR>")
        #expect(seat.picture().contains("Keys and commands"))
        await seat.type("<Esc>:wq<CR>")
        #expect(seat.asked.last == .quit)
    }

    @Test("find commands by the values they set, and say that more follow")
    func keysFound() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        await seat.type("?")
        #expect(seat.picture().contains("↓ ") && seat.picture().contains(" more ─"))
        await seat.write("waiting")
        #expect(seat.picture().contains("Status"))
        #expect(!seat.picture().contains(" more ─"))
    }

    @Test("say in a list what is in use, and once and whole why nothing can be chosen")
    func lists() async throws {
        var seat = try await Seat.open(SampleStore.make(), columns: 80, rows: 24)
        await seat.type("5:")
        await seat.write("sort -opened")
        await seat.type("<CR>S")
        #expect(seat.picture().contains("▌ opened ↓"))
        #expect(seat.picture().contains("last to first, in use"))
        await seat.type("<Esc>1s<Up><End>k")
        #expect(seat.picture().contains("nothing leads from there to “New”. It can"))
        await seat.type("<Esc>7:")
        await seat.write("open CS-1000007")
        await seat.type("<CR>")
        await seat.type("s")
        #expect(seat.state.notice?.text.hasPrefix("CS-1000007 is closed since") == true)
    }

    @Test("name commands of the shell as such")
    func shellOnly() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type(":")
        await seat.write("backup x.db")
        await seat.type("<CR>")
        #expect(seat.notice.contains("backup is a command of the shell: caseload backup."))
    }

    @Test("lend the text to the outside editor and take it back")
    func outside() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("c")
        await seat.write("begun")
        await seat.type("<C-o>")
        guard case .editOutside(let text, _, let ticket)? = seat.asked.last else {
            Issue.record("the editor was not asked for")
            return
        }
        #expect(text == "begun")
        seat.hear(.answer(Ticket(ticket.number - 1), .edited("stale")))
        seat.hear(.answer(ticket, .edited("begun and ended")))
        #expect(seat.picture().contains("begun and ended"))
        seat.hear(.hangUp)
        await seat.rest()
        #expect(seat.asked.last == .saveDraft(DraftKey(.note, CaseID(1_000_002)), "begun and ended"))
    }

    @Test("offer three ways to begin where there is no store")
    func firstStart() async throws {
        let store = try await SampleStore.make()
        var seat = Seat(store)
        seat.hear(.noStore(path: "cases.db"))
        seat.press("i")
        #expect(seat.picture().contains("--preset NAME or --map FILE"))
        #expect(seat.picture().contains("--guess FILE proposes a"))
        seat.press("j<CR>")
        await seat.rest()
        #expect(seat.asked == [.makeStore])
        seat.press("q")
        await seat.rest()
        #expect(seat.asked == [.makeStore])
        seat.press("<C-c>")
        #expect(seat.picture().contains("Making it…"))
    }

    @Test("do nothing on a screen too small to show it, but for leaving, redrawing and sleeping")
    func unseen() async throws {
        let store = try await SampleStore.make()
        var seat = try await Seat.open(store)
        let before = try await store.revision()
        seat.hear(.resized(Size(columns: 39, rows: 9)))
        await seat.type("5tXsr<CR>c")
        seat.hear(.paste("pasted"))
        await seat.type("<C-l><C-z>")
        seat.hear(.resized(Size(columns: 120, rows: 40)))
        await seat.rest()
        #expect(try await store.revision() == before)
        #expect(seat.row(0).contains("› Mine"))
        #expect(seat.asked == [.redraw, .suspend])
        await seat.type("c")
        await seat.write("half")
        seat.hear(.resized(Size(columns: 39, rows: 9)))
        await seat.type("<C-z>xQ")
        #expect(seat.asked.last == .quit)
        #expect(seat.asked.contains(.saveDraft(DraftKey(.note, CaseID(1_000_002)), "half")))
    }

    @Test("after the beginning of a sequence the key for help says how it goes on, and the sequence goes on")
    func helpWithin() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("g")
        let ways = seat.notice
        await seat.type("?")
        #expect(seat.notice == ways && seat.state.overlays.isEmpty, "\(seat.notice)")
        await seat.type("c")
        #expect(seat.state.workplaces.top?.place == .roster)
        // What follows nothing is forgotten with what it follows.
        await seat.type("yZ")
        #expect(seat.notice.contains("y Z does nothing here."), "\(seat.notice)")
        await seat.type("?")
        #expect(seat.picture().contains("Keys and commands"), "\(seat.picture())")
    }

    @Test(
        "that mean nothing say so once; Tab turns the tabs of a case",
        arguments: ["Z", "<Tab>", "gZ", "<F7>", "<S-Tab>"])
    func unbound(key: String) async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type(key)
        let readable = ["<Tab>": "Tab", "gZ": "g Z", "<F7>": "F7", "<S-Tab>": "shift-tab"][key] ?? key
        let help = key == "gZ" ? "g ? shows what may follow." : "? shows the keys."
        #expect(seat.notice.contains("\(readable) does nothing here. \(help)"))
        await seat.type("j")
        #expect(!seat.notice.contains("does nothing"))
        await seat.type("<CR><Tab><Tab>")
        #expect(seat.picture().contains("Why not"))
        await seat.type("<S-Tab>")
        #expect(seat.picture().contains("Nothing was asked of the customer."))
        #expect(!seat.notice.contains("does nothing"))
    }

    @Test("leave only when that is meant")
    func leaving() async throws {
        var seat = try await Seat.open(SampleStore.make())
        await seat.type("<Esc><Esc><Esc>")
        #expect(!seat.asked.contains(.quit))
        await seat.type("<C-c>")
        #expect(seat.notice.contains("ctrl-c again"))
        for key in ["j", "g", "Z", "/"] {
            await seat.type(key)
            #expect(!seat.notice.contains("ctrl-c again"))
            await seat.type("<Esc><C-c>")
            #expect(seat.notice.contains("ctrl-c again"))
        }
        #expect(!seat.asked.contains(.quit))
        await seat.type("jc")
        await seat.write("half")
        await seat.type("<Esc><C-c>")
        #expect(seat.asked.last != .quit)
        await seat.type("<C-c>")
        #expect(seat.asked.last == .quit)
    }
}
