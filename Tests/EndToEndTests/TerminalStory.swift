import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("The terminal is given back, whatever ends the console", .waiting)
struct TerminalStory {
    private func opened(size: TerminalSize = TerminalSize(columns: 120, rows: 40)) throws -> (
        TerminalSession, StoryStore
    ) {
        let store = try StoryStore(try Stage())
        try store.log("Profile load takes four minutes")
        let console = try store.open(size: size)
        try console.waitFor("Caseload ›")
        try console.press("7")
        try console.waitFor("Profile load")
        #expect(!console.isCooked && console.screen.isAlternate)
        return (console, store)
    }

    private func expectGivenBack(_ console: TerminalSession, _ how: Comment) {
        #expect(!console.screen.isAlternate, how)
        #expect(console.screen.showsCursor, how)
        #expect(!console.screen.modes.contains(2004), how)
        #expect(console.isCooked, how)
    }

    @Test func byItsKey() throws {
        let (console, store) = try opened()
        try console.type("q")
        #expect(try console.waitForExit() == .code(0))
        expectGivenBack(console, "q")
        try store.verify()
    }

    @Test func notBeforeItsEnd() throws {
        let (console, _) = try opened()
        #expect(!console.logText.contains("\u{1b}[?1049l"), "the shell's screen shows for a moment")
        try console.type("q")
        #expect(try console.waitForExit() == .code(0))
        #expect(console.logText.components(separatedBy: "\u{1b}[?1049l").count == 2)
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGSEGV, SIGILL, SIGABRT, SIGBUS])
    func byASignal(number: Int32) throws {
        let (console, store) = try opened()
        console.signal(number)
        let status = try console.waitForExit(within: .seconds(5))
        #expect(status != .code(0))
        expectGivenBack(console, "signal \(number)")
        #expect(!console.logText.contains("Press space to interact"))
        try store.verify()
    }

    @Test func whenTheTerminalGoes() throws {
        let (console, store) = try opened()
        console.hangUp()
        try console.waitForExit(within: .seconds(5))
        try store.verify()
    }

    @Test func whileItIsStopped() throws {
        let store = try StoryStore(try Stage())
        try store.log("Profile load takes four minutes")
        let invocation = store.stage.invocation(["--store", store.path])
        // A shell with job control around the console, as a person has.
        let script = "set -m; \"$0\" \"$@\"; stty -a | grep -o -e '-*icanon'; echo stopped; fg >/dev/null; echo ended"
        let shell = try TerminalSession(
            Invocation(
                "/bin/bash", ["-c", script, invocation.program] + invocation.arguments,
                environment: invocation.environment))
        try shell.waitFor("Caseload ›")
        try shell.type("7")
        try shell.waitFor("Profile load")
        try shell.type("<C-z>")
        // Stopped, the shell runs on and brings it back, which paints the whole screen again.
        try shell.waitUntil("the console to stop and come back") { _ in
            let parts = shell.logText.split(separator: "stopped", maxSplits: 1)
            return parts.count == 2 && parts[1].contains("Profile load")
        }
        try shell.type("q")
        try shell.waitFor("ended")
        #expect(shell.logText.contains("\nicanon"))
    }

    @Test func asItsSizeChanges() throws {
        let (console, store) = try opened(size: TerminalSize(columns: 80, rows: 24))
        console.resize(to: TerminalSize(columns: 40, rows: 10))
        try console.waitUntil("the small screen") { $0.contains("CS-1000001") }
        console.resize(to: TerminalSize(columns: 30, rows: 6))
        try console.waitFor("Too small")
        console.resize(to: TerminalSize(columns: 120, rows: 40))
        try console.waitFor("Profile load takes four minutes")
        for columns in stride(from: 119, through: 60, by: -1) {
            console.resize(to: TerminalSize(columns: columns, rows: 20))
        }
        try console.waitUntil("the last size") { $0.contains("CS-1000001") && $0.line(19).contains("? keys") }
        try store.verify()
    }
}
