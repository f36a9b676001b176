import CaseModel
import ConsoleCore
import ProgramStage
import PseudoTerminal
import Testing

@testable import caseload

@Suite("The command line is read", .waiting)
struct ArgumentTests {
    @Test(
        arguments: [
            (["list", "--json"], ["list"]), (["--json", "list"], ["list"]),
            (["list", "-tag:spam"], ["list", "-tag:spam"]),
            (["note", "1", "-m", "--json"], ["note", "1", "-m", "--json"]),
            (["note", "1", "-mhi"], ["note", "1", "--message", "hi"]),
            (["list", "--", "--json"], ["list", "--", "--json"]), (["--", "list"], ["list"]),
            (["list", "-ny"], ["list"]), (["--store=x", "show", "1"], ["show", "1"]),
            (["--store", "list", "list"], ["list"]), (["--queue", "Mine"], ["console", "--queue", "Mine"]),
            (["list", "--sort", "-severity"], ["list", "--sort", "-severity"]), ([], []),
            (["set", "1", "--note=x", "--if-version", "2"], ["set", "1", "--note=x", "--if-version", "2"]),
        ] as [([String], [String])])
    func splits(_ typed: [String], _ words: [String]) throws {
        #expect(try Arguments(typed).words == words)
    }

    /// A command further on is a word of the query, or of nothing: the first word decides.
    @Test(
        arguments: [
            ["foo", "list"], ["doctor", "list"], ["--json", "foo", "list"], ["lisst"], ["foo", "--sort", "x"],
        ])
    func theFirstWordIsTheCommand(_ typed: [String]) {
        #expect(throws: Failure.self) { try Arguments(typed) }
    }

    @Test func unknownCommandsAreRefused() throws {
        let desk = try Desk()
        let near = try desk.run("lisst", "is:open", code: 2)
        #expect(near.errors.contains("Did you mean list?"))
        try desk.run("foo", "list", code: 2)
        try desk.run("--json", "foo", "list", code: 2)
        #expect(try desk.run("help", "list", code: 0).output.contains("Usage: caseload list"))
    }

    @Test func optionsArrive() throws {
        let options = try Arguments([
            "--store", "a.db", "list", "--as=Kim", "--now", "x", "--columns", "a,b", "--no-headers", "-ny", "--csv",
            "--read-only", "--no-input", "--color", "never",
        ]).options
        #expect(options.store == "a.db" && options.actingAs == "Kim" && options.now == "x")
        #expect(options.columns == ["a", "b"] && !options.headers && options.dryRun && options.yes)
        #expect(options.form == .csv && options.readOnly && options.noInput && options.color == .never)
    }

    @Test(arguments: [["--stor", "x"], ["--store"], ["--json=x"], ["list", "--json", "--csv"], ["--color", "pink"]])
    func refuses(_ typed: [String]) {
        #expect(throws: Failure.self) { try Arguments(typed) }
    }

    @Test func codesOfSeveral() {
        #expect(ExitCode.of([]) == .done)
        #expect(ExitCode.of([.done, .done]) == .done)
        #expect(ExitCode.of([.done, .refused]) == .partly)
        #expect(ExitCode.of([.refused, .refused]) == .refused)
        #expect(ExitCode.of([.refused, .notFound]) == .failed)
        #expect(ExitCode.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 5, 6, 7, 130])
    }

    @Test func clocks() throws {
        let fixed = try #require(Clock("2026-03-09T13:30:00Z"))
        #expect(fixed.now.description == "2026-03-09T13:30:00Z" && fixed.stands && fixed.isSet)
        let running = try #require(Clock("2026-03-09T13:30:00Z+"))
        #expect(!running.stands && running.isSet && running.recordedAt != nil)
        #expect(Clock("2026-03-09T13:30:00") == nil && Clock("now") == nil)
        // Out of the years 1 to 9999 by its offset; and a clock that runs stays in them.
        #expect(Clock("9999-12-31T23:59:59-15:00") == nil && Clock("0001-01-01T00:00:00+01:00+") == nil)
        #expect(try #require(Clock("9999-12-31T23:59:59Z+")).now == Timestamp.writable.upperBound)
        #expect(!Clock.host.isSet && Clock.host.recordedAt == nil)
    }

    @Test(
        arguments: [
            ("vim", ["vim"]), ("  code   -w ", ["code", "-w"]),
            ("'my editor' --flag=\"a b\"", ["my editor", "--flag=a b"]),
            ("vim -- /etc/passwd; rm -rf x", ["vim", "--", "/etc/passwd;", "rm", "-rf", "x"]), ("", []), ("''", [""]),
        ] as [(String, [String])])
    func editorsAreSplitWithoutAShell(_ command: String, _ words: [String]) {
        #expect(ProcessWords.split(command) == words)
    }
}
