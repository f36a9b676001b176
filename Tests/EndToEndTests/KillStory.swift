import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("What was saved stays saved")
struct KillStory {
    /// A shell that adds note after note, and says after each one that it was saved.
    private func writer(_ store: StoryStore, _ id: String, prefix: String, count: Int = 1_000_000) throws -> CommandRun
    {
        let invocation = store.stage.invocation([])
        let script = """
            i=0; while [ $i -lt \(count) ]; do i=$((i+1)); \
            "$0" --store "$1" note "$2" -m "\(prefix)-$i-end" >/dev/null && echo "\(prefix)-$i-end"; done
            """
        return try CommandRun(
            Invocation(
                "/bin/sh", ["-c", script, invocation.program, store.path, id], environment: invocation.environment))
    }

    @Test("100 kills while saving lose nothing that was said to be saved")
    func kills() throws {
        let seed: UInt64 = 20_261_123
        var random = SplitMix64(seed: seed)
        let store = try StoryStore(try Stage())
        let id = try store.log("Backups fail on one node")
        // How long one save takes here and now, so that kills fall into saves on a slow machine too.
        let first = try store.stage.run("--store", store.path, "note", id, "-m", "before")
        let unit = max(5_000, UInt32(clamping: first.elapsed.components.attoseconds / 1_000_000_000_000))
        var acknowledged: Set<String> = ["before"]
        for round in 1...100 {
            let run = try writer(store, id, prefix: "kill\(round)")
            usleep(UInt32.random(in: unit / 3...unit * 3, using: &random))
            run.killGroup()
            let result = try run.finish()
            acknowledged.formUnion(result.output.split(separator: "\n").map(String.init))
            if round % 10 == 0 { try store.verify() }
        }
        let told = try store.show(id)
        let notes = told.timeline.compactMap(\.text)
        #expect(acknowledged.count > 20, "too few saves to mean anything; seed \(seed)")
        #expect(acknowledged.subtracting(notes) == [], "seed \(seed)")
        // None half-applied: every event counts one version, has its text, and stands once.
        #expect(Set(notes).count == notes.count)
        #expect(told.timeline.map(\.seq) == Array(1...told.timeline.count))
        #expect(told.version == told.timeline.count)
        try store.verify()
    }

    @Test("Two processes change one case 1,000 times and lose nothing")
    func twoWriters() throws {
        let store = try StoryStore(try Stage())
        let id = try store.log("Sensors report twice")
        let first = try writer(store, id, prefix: "first", count: 500)
        let second = try writer(store, id, prefix: "second", count: 500)
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
