import CaseModel
import TerminalUI
import Testing

@testable import ConsoleCore

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

    @Test("a key asks for nothing before its picture, and afterwards for what is around it")
    func around() async throws {
        let store = try await SampleStore.make()
        var seat = try await seat(store)
        #expect(update(&seat.state, .key(.character("j"))) == [])
        let first = update(&seat.state, .shown)
        let files = first.compactMap { if case .loadFiles(let ids, _) = $0 { ids } else { nil } }
        #expect(files.count == 1, "the case that came near is not read yet")
        #expect(update(&seat.state, .shown) == [], "once is enough")
        #expect(!seat.state.shows(.shown))
    }

    @Test("previews that are ready make room for newer ones, the oldest first")
    func room() async throws {
        var previews = PreviewState()
        func key(_ number: Int) -> PreviewState.Key {
            PreviewState.Key(
                id: CaseID(Int64(number)), version: 1, fileVersion: 1, isBeside: false, width: 40, height: 8, scroll: 0,
                minute: 0, cover: 0, glyphs: .unicode)
        }
        let picture = Surface(Size(columns: 40, rows: 9))
        for number in 1...20 { previews.keep(picture, for: key(number)) }
        previews.keep(picture, for: key(20))
        #expect((1...20).filter { previews.isReady(key($0)) } == Array(5...20))
        let isShown = previews.show(key(20))
        previews.expire()
        let isStillShown = previews.show(key(20))
        #expect(isShown && !previews.isReady(key(20)))
        #expect(!isStillShown, "the one on show may be of the past, too")
    }
}
