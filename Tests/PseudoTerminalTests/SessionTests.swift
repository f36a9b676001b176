import Glibc
import ProgramStage
import PseudoTerminal
import Testing

@Suite("A program in a pseudo-terminal", .waiting)
struct SessionTests {
    private func shell(_ script: String, size: TerminalSize = TerminalSize(columns: 80, rows: 24)) throws
        -> TerminalSession
    {
        try TerminalSession(Invocation("/bin/sh", ["-c", script]), size: size)
    }

    @Test func isTypedToAndRead() throws {
        let session = try shell("printf 'name? '; read name; echo \"hello $name\"; exit 3")
        try session.waitFor("name?")
        try session.type("Ada<CR>")
        try session.waitFor("hello Ada")
        #expect(try session.waitForExit() == .code(3))
        #expect(session.logText.contains("hello Ada"))
    }

    @Test func hasAControllingTerminalOfItsSize() throws {
        let session = try shell("stty size </dev/tty; read x; stty size", size: TerminalSize(columns: 91, rows: 17))
        try session.waitFor("17 91")
        session.resize(to: TerminalSize(columns: 40, rows: 10))
        try session.type("<CR>")
        try session.waitFor("10 40")
    }

    @Test func getsKeysAsSignals() throws {
        let session = try shell("trap 'echo caught; exit 7' INT; echo ready; while :; do read x; done")
        try session.waitFor("ready")
        try session.type("<C-c>")
        try session.waitFor("caught")
        #expect(try session.waitForExit() == .code(7))
    }

    @Test func getsEverySignalUnmasked() throws {
        let session = try shell("echo ready; exec sleep 60")
        try session.waitFor("ready")
        session.signal(SIGTERM)
        #expect(try session.waitForExit() == .signal(SIGTERM))
    }

    @Test func isToldWhenItsTerminalGoes() throws {
        let session = try shell("echo ready; exec sleep 60")
        try session.waitFor("ready")
        session.hangUp()
        #expect(try session.waitForExit() == .signal(SIGHUP))
    }

    @Test func showsWhetherTheTerminalIsCooked() throws {
        let session = try shell("stty raw -echo; echo raw; read x; stty sane; echo cooked; read x")
        try session.waitFor("raw")
        #expect(!session.isCooked)
        try session.send(Array("\n".utf8))
        try session.waitFor("cooked")
        #expect(session.isCooked)
    }

    @Test func saysWhatWasOnTheScreenWhenWaitingFails() throws {
        let session = try shell("echo something else; sleep 60")
        try session.waitFor("something")
        let error = #expect(throws: HarnessError.self) {
            try session.waitFor("never shown", within: .milliseconds(50))
        }
        #expect(error?.description.contains("something else") == true)
        #expect(error?.description.contains("never shown") == true)
    }

    @Test func saysWhenTheProgramEnded() throws {
        let session = try shell("echo bye")
        let error = #expect(throws: HarnessError.self) { try session.waitFor("never shown") }
        guard case .ended(_, let screen) = error else {
            Issue.record("not told that it ended: \(String(describing: error))")
            return
        }
        #expect(screen.contains("bye"))
    }

    @Test func isKilledWhenForgotten() throws {
        let pid: Int32
        do {
            let session = try shell("trap '' HUP TERM; echo ready; while :; do sleep 1; done")
            try session.waitFor("ready")
            pid = session.pid
            session.close()
        }
        #expect(kill(pid, 0) == -1)
    }

    @Test func doesNotLendItsTerminalToOthers() throws {
        let first = try shell("echo one; exec sleep 60")
        try first.waitFor("one")
        let second = try shell(
            "ls -l /proc/self/fd | grep -c ptmx; tty; ls -l /proc/self/fd | grep pts; echo end; exec sleep 60")
        try second.waitFor("end")
        #expect(second.screen.line(0) == "0", "the other side of a terminal was inherited")
        let own = second.screen.line(1)
        let others = second.screen.lines.filter { $0.contains("-> /dev/pts/") && !$0.hasSuffix("-> \(own)") }
        #expect(others.isEmpty)
        first.close()
    }

    @Test func takesManyKeysAtOnce() throws {
        let session = try shell("stty raw -echo; echo ready; dd bs=1 count=20000 2>/dev/null | cksum; sleep 60")
        try session.waitFor("ready")
        try session.send(Array(repeating: UInt8(ascii: "j"), count: 20_000))
        try session.waitFor("20000")
    }

    @Test func tellsItsFigures() throws {
        let session = try shell("echo ready; read x")
        try session.waitFor("ready")
        let figures = try #require(session.figures)
        #expect(figures.peakKiB > 100)
        session.close()
        #expect(session.figures == nil)
    }

    @Test func timesAnswers() throws {
        let session = try shell(
            "stty raw -echo; printf ready; dd bs=1 count=1 2>/dev/null; printf 'and more'; sleep 60")
        try session.waitFor("ready")
        let answer = try session.time(Array("k".utf8))
        #expect(answer.bytes == 9)
        let (first, last) = (try #require(answer.first), try #require(answer.last))
        #expect(first > .zero && first <= last)
        #expect(session.screen.contains("readykand more"))
    }

    @Test(
        arguments: [
            ("ab<CR>", [0x61, 0x62, 0x0d]), ("<C-d><Esc>", [0x04, 0x1b]), ("<A-f>", [0x1b, 0x66]),
            ("<lt>CR>", Array("<CR>".utf8)), ("a<b>c", Array("a<b>c".utf8)), ("<F1>", [0x1b, 0x4f, 0x50]),
        ] as [(String, [UInt8])])
    func knowsKeysByName(text: String, bytes: [UInt8]) {
        #expect(KeyBytes.bytes(text) == bytes)
    }
}
