import CaseModel
import ConsoleCore
import TerminalUI
import Testing

@Suite("One table of commands")
struct CommandTests {
    @Test("says of every command what it is, and where it is offered", arguments: Command.allCases)
    func entries(_ command: Command) {
        let entry = command.entry
        #expect(entry.command == command)
        #expect(!entry.title.isEmpty)
        #expect(entry.help.hasSuffix("."))
        #expect(!entry.contexts.isEmpty || entry.inShell)
        #expect(CommandEntry.all.filter { $0.command == command }.count == 1)
    }

    @Test("binds every key once in each place, and leaves alone what terminals and multiplexers need")
    func keys() {
        var seen: [String: Command] = [:]
        for entry in CommandEntry.all {
            for key in entry.keys {
                #expect(KeySequence(notation: key.notation) != nil, "\(key.notation)")
                for context in key.contexts {
                    let name = "\(context) \(key.notation)"
                    #expect(seen[name] == nil, "\(name) is \(entry.command) and \(seen[name].map { "\($0)" } ?? "")")
                    seen[name] = entry.command
                }
            }
        }
        for key in ["<C-a>", "<C-b>", "<C-s>", "<C-q>", "<C-h>", "<C-j>", "<C-k>", "d"] {
            #expect(!CommandEntry.all.contains { $0.keys.contains { $0.notation == key } }, "\(key)")
        }
    }

    @Test("asks first, or can be undone, for whatever loses something")
    func destroying() {
        #expect(Command.close.entry.destroys)
        #expect(Command.restore.entry.destroys)
        for entry in CommandEntry.all where entry.destroys {
            #expect(!entry.keys.contains { $0.notation.hasPrefix("<C-") })
        }
    }

    @Test(
        "knows the words of the shell",
        arguments: [
            "console", "demo", "init", "list", "show", "new", "set", "take", "release", "reopen", "assign", "escalate",
            "close", "note", "reply", "item", "undo", "redo", "log", "import", "export", "agent", "account", "contact",
            "backup", "restore", "paths", "verify", "theme", "keys", "queue", "policy", "clock",
        ])
    func shellWords(_ word: String) {
        #expect(Command(name: word)?.entry.inShell == true)
    }

    static let readings: [(String, CommandCall)] = [
        ("take", CommandCall(.take)),
        ("take CS-1000001 1000002", CommandCall(.take, ["CS-1000001", "1000002"])),
        ("assign CS-1 --to \"Ada Byron\"", CommandCall(.assign, ["CS-1"], options: [.to: "Ada Byron"])),
        ("assign --to=kim", CommandCall(.assign, options: [.to: "kim"])),
        ("note -m 'it''s'", CommandCall(.note, options: [.message: "its"])),
        ("note CS-1 -m -", CommandCall(.note, ["CS-1"], options: [.message: "-"])),
        ("close --reason resolved", CommandCall(.close, options: [.reason: "resolved"])),
        ("filter account:\"Nord Energy\"  -tag:x", CommandCall(.filter, ["account:\"Nord Energy\"  -tag:x"])),
        ("sort -severity,opened", CommandCall(.sort, ["-severity,opened"])),
        ("list -tag:spam --limit 5", CommandCall(.list, ["-tag:spam"], options: [.limit: "5"])),
        ("list --count status:open", CommandCall(.list, ["status:open"], options: [.count: ""])),
        ("set CS-1 severity=2 tags+=a", CommandCall(.set, ["CS-1", "severity=2", "tags+=a"])),
        ("  queue   All open ", CommandCall(.queue, ["All", "open"])),
        ("subject  Two  blanks ", CommandCall(.subject, ["Two  blanks"])),
        ("list -- --count", CommandCall(.list, ["--count"])),
        ("theme dark", CommandCall(.theme, ["dark"])), ("q", CommandCall(.quit)), ("wq", CommandCall(.quit)),
        ("help", CommandCall(.keys)), ("12", CommandCall(.open, ["12"])),
        ("cs-1001174", CommandCall(.open, ["cs-1001174"])),
    ]

    @Test("reads command lines", arguments: readings)
    func reading(line: String, call: CommandCall) throws {
        #expect(try CommandCall(line: line) == call)
    }

    static let problems: [(String, String)] = [
        ("", "No command"), ("tkae", "Did you mean take?"), ("close --raeson x", "Did you mean --reason?"),
        ("assign --to", "needs a value"), ("list --count=3", "takes no value"), ("note \"open", "not closed"),
        ("helo", "Did you mean help?"), ("frobnicate", "There is no command frobnicate."),
        ("frobnicate", "The command keys lists them all."), ("sev 2", "Did you mean severity?"),
        ("alerts", "Did you mean go alerts?"), ("home", "Did you mean go home?"), ("internal", "Did you mean note?"),
    ]

    @Test("says what is wrong with a command line, and what is nearest", arguments: problems)
    func problem(line: String, words: String) {
        #expect { _ = try CommandCall(line: line) } throws: { error in
            String(describing: error).contains(words)
        }
    }
}
