import Glibc
import ProgramStage
import PseudoTerminal
import Testing

@Suite("A program on pipes", .waiting)
struct CommandRunTests {
    private func sh(_ script: String, input: String = "", environment: [String: String] = [:]) throws -> CommandResult {
        try CommandRun.run(Invocation("/bin/sh", ["-c", script], environment: environment), input: input)
    }

    @Test func keepsStreamsApart() throws {
        let result = try sh("echo out; echo err >&2; exit 4")
        #expect(result.output == "out\n")
        #expect(result.errors == "err\n")
        #expect(result.status == .code(4))
        #expect(result.code == 4)
        #expect(result.peakKiB > 100)
    }

    @Test func feedsMoreThanAPipeHolds() throws {
        let text = String(repeating: "line\n", count: 100_000)
        let result = try sh("cat", input: text)
        #expect(result.outputBytes.count == 500_000)
        #expect(result.code == 0)
    }

    @Test func survivesAProgramThatDoesNotRead() throws {
        let result = try sh("exec true", input: String(repeating: "line\n", count: 100_000))
        #expect(result.code == 0)
    }

    @Test func givesOnlyTheEnvironmentAskedFor() throws {
        let result = try sh("env", environment: ["CASE": "7"])
        #expect(result.output.contains("CASE=7\n"))
        #expect(result.output.contains("TZ=UTC\n"))
        #expect(!result.output.contains("HOME="))
    }

    @Test func endsWithTheProgramThoughAGrandchildHoldsThePipe() throws {
        let result = try CommandRun.run(
            Invocation("/bin/sh", ["-c", "sleep 30 & echo done"]), within: .seconds(20))
        #expect(result.output == "done\n")
    }

    @Test func killsWhatTakesTooLong() throws {
        let error = #expect(throws: HarnessError.self) {
            _ = try CommandRun.run(Invocation("/bin/sh", ["-c", "exec sleep 60"]), within: .milliseconds(100))
        }
        #expect(error == .overtime(program: "/bin/sh"))
    }

    @Test func tellsTheSignal() throws {
        let run = try CommandRun(Invocation("/bin/sh", ["-c", "exec sleep 60"]))
        run.signal(SIGKILL)
        let result = try run.finish()
        #expect(result.status == .signal(SIGKILL))
        #expect(result.code == 137)
    }

    @Test func saysWhatCannotBeStarted() throws {
        let error = #expect(throws: HarnessError.self) {
            _ = try CommandRun.run(Invocation("/nowhere/program"))
        }
        #expect(error == .system(call: "start /nowhere/program", errno: ENOENT))
    }
}
