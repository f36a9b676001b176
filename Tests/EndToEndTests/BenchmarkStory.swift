import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("The benchmark measures the console beside it", .waiting)
struct BenchmarkStory {
    @Test func theConsoleIsTheOneBesideIt() throws {
        let stage = try Stage()
        let bench = stage.path("caseload-bench")
        try FileManager.default.copyItem(atPath: Stage.built("caseload-bench"), toPath: bench)
        let alone = try start(Invocation(bench, ["--cases", "5"], environment: stage.environment))
        #expect(alone.code == 2)
        #expect(alone.errors.contains(stage.path("caseload")))
        // It asks that console for its store first of all.
        let console = try stage.file("caseload", "#!/bin/sh\necho \"$1 $3, said the console\" >&2\nexit 3\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: console)
        let beside = try start(Invocation(bench, ["--cases", "5"], environment: stage.environment))
        #expect(beside.code == 1)
        #expect(beside.errors.contains("demo 5, said the console"))
    }

    /// Starts a program that was just written: another test that started one meanwhile may hold it open for a moment.
    private func start(_ invocation: Invocation) throws -> CommandResult {
        for _ in 0..<100 {
            do {
                return try CommandRun.run(invocation)
            } catch {
                guard String(describing: error).contains("Text file busy") else { throw error }
                Thread.sleep(forTimeInterval: 0.02)
            }
        }
        return try CommandRun.run(invocation)
    }
}
