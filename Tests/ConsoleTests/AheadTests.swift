import CaseModel
import ConsoleCore
import TerminalUI
import Testing

@Suite("What is made ready before it is wanted")
struct AheadTests {
    /// A seat before the list of all open cases.
    private func seat(_ store: MemoryCaseStore, _ claim: Claim = SampleStore.ada) async throws -> Seat {
        var seat = try await Seat.open(store, claim)
        await seat.type("5")
        return seat
    }

    @Test("previews look as if they were laid out when the cursor came")
    func previews() async throws {
        let store = try await SampleStore.make()
        var ready = try await seat(store)
        var plain = try await seat(store)
        for key in ["j", "j", "k", "j"] {
            ready.hear(.rest)
            ready.press(key)
            plain.press(key)
            #expect(ready.picture() == plain.picture())
            await ready.rest()
            await plain.rest()
            #expect(ready.picture() == plain.picture())
        }
    }

    @Test("a preview that lay ready tells of what changed since")
    func changes() async throws {
        let store = try await SampleStore.make()
        var ready = try await seat(store)
        ready.hear(.rest)
        // Somebody changes the case below the cursor.
        var other = try await seat(store)
        await other.type("j")
        await other.agree("4", because: "it runs again")
        try await ready.poll()
        ready.hear(.rest)
        var fresh = try await seat(store)
        for key in ["gg", "j", "j", "k"] {
            await ready.type(key)
            ready.hear(.rest)
            await fresh.type(key)
            #expect(ready.picture() == fresh.picture())
        }
    }

    @Test("rows that were drawn before follow the clock, the cursor and the marks")
    func rows() async throws {
        let store = try await SampleStore.make()
        var used = try await seat(store)
        for key in ["j", "k", "m", "m"] { await used.type(key) }
        let later = SampleStore.now + 3 * 3600
        used.hear(.tick(later))
        await used.rest()
        var fresh = try await seat(store)
        fresh.hear(.tick(later))
        await fresh.rest()
        for key in ["m", "m"] { await fresh.type(key) }
        #expect(used.picture() == fresh.picture())
    }
}
