import Foundation
import ProgramStage
import PseudoTerminal
import SeededRandom
import Testing

@Suite("What was saved stays saved", .waiting)
struct KillStory {
    /// A shell that does one act after the other, and says after each one that it was saved; `$t` is the act's mark.
    private func writer(
        _ store: StoryStore, _ act: String, _ ids: [String], prefix: String, count: Int = 1_000_000
    ) throws -> CommandRun {
        let invocation = store.stage.invocation([])
        let script = """
            p=$0; s=$1; shift; i=0; while [ $i -lt \(count) ]; do i=$((i+1)); t="\(prefix)-$i-end"; \
            "$p" --store "$s" \(act) >/dev/null && echo "$t"; done
            """
        return try CommandRun(
            Invocation(
                "/bin/sh", ["-c", script, invocation.program, store.path] + ids,
                environment: invocation.environment))
    }

    @Test("100 kills while saving lose nothing that was said to be saved")
    func kills() throws {
        let seed: UInt64 = 20_261_123
        var random = SplitMix64(seed: seed)
        let store = try StoryStore(try Stage())
        let ids = [try store.log("Backups fail on one node"), try store.log("And on the other")]
        // One act is two edits of three events each.
        let act = #"set "$@" "product=$t" "x.mark=$t" --note "$t""#
        // How long one save takes here and now, so that kills fall into saves on a slow machine too.
        let once = try writer(store, act, ids, prefix: "before", count: 1).finish()
        try #require(once.output == "before-1-end\n")
        let unit = max(5_000, UInt32(clamping: once.elapsed.components.attoseconds / 1_000_000_000_000))
        var acknowledged: Set<String> = ["before-1-end"]
        for round in 1...100 {
            let run = try writer(store, act, ids, prefix: "kill\(round)")
            usleep(UInt32.random(in: unit / 3...unit * 3, using: &random))
            run.killGroup()
            let result = try run.finish()
            acknowledged.formUnion(result.output.split(separator: "\n").map(String.init))
            if round % 10 == 0 { try store.verify() }
        }
        let told = try ids.map(store.show)
        let marks = told[0].timeline.compactMap(\.text)
        #expect(acknowledged.count > 20, "too few saves to mean anything; seed \(seed)")
        #expect(acknowledged.subtracting(marks) == [], "seed \(seed)")
        // None half-applied: each act left its three events in a row, once, in the one case and in the other.
        for item in told {
            let events = item.timeline.dropFirst()
            #expect(item.timeline.map(\.seq) == Array(1...item.timeline.count) && item.version == item.timeline.count)
            #expect(
                events.map { $0.text ?? $0.changes.first?.new ?? "" } == marks.flatMap { [$0, $0, $0] },
                "seed \(seed)")
            #expect(events.filter { $0.action == "noted" }.count == marks.count)
        }
        #expect(Set(marks).count == marks.count)
        try store.verify()
    }

    @Test("Two processes change one case 1,000 times and lose nothing")
    func twoWriters() throws {
        let store = try StoryStore(try Stage())
        let id = try store.log("Sensors report twice")
        let act = #"note "$@" -m "$t""#
        let first = try writer(store, act, [id], prefix: "first", count: 500)
        let second = try writer(store, act, [id], prefix: "second", count: 500)
        // Each runs by itself; reading one after the other is enough, because little is printed.
        let results = [try first.finish(within: .seconds(240)), try second.finish(within: .seconds(240))]
        let acknowledged = results.flatMap { $0.output.split(separator: "\n").map(String.init) }
        #expect(results.map(\.errors) == ["", ""])
        #expect(acknowledged.count == 1_000)
        let told = try store.show(id)
        #expect(Set(told.timeline.compactMap(\.text)) == Set(acknowledged))
        #expect(told.version == 1_001)
        try store.verify()
    }
}
