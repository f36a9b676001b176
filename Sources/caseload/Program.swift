import CaseStorage
import ConsoleCore
import Glibc
import TerminalUI

/// The program: reads the command line, runs the command, and ends with a code that scripts can rely on.
@main
enum Program {
    /// The version, as `--version` prints it.
    static let version = "0.1.0"

    static func main() {
        _ = Heap.bottom
        // A reader that went away is told by the write that fails, not by a signal.
        signal(SIGPIPE, SIG_IGN)
        SQLiteCaseStore.shareMemory()
        exit(run().rawValue)
    }

    /// Runs the command line to its end.
    private static func run() -> ExitCode {
        let data = Output(.data)
        let notes = Output(.notes)
        do throws(Failure) {
            let code = try run(TypedWords.ofProcess(), data, notes)
            try data.flush()
            try notes.flush()
            return code
        } catch {
            return end(with: error, data, notes)
        }
    }

    private static func run(_ words: [String], _ data: Output, _ notes: Output) throws(Failure) -> ExitCode {
        PolicyShelf.readAhead()
        let arguments = try Arguments(words)
        if arguments.version {
            try data.line("caseload \(version)")
            return .done
        }
        if arguments.help || arguments.words.first == Arguments.helpWord {
            try printHelp(arguments.words.first { $0 != Arguments.helpWord }, to: data)
            return .done
        }
        let call = try read(arguments.words)
        let shell = try Shell(arguments.options, data, notes)
        switch call.command {
        case .console: return try shell.console(call)
        case .demo: return try shell.demo(call)
        case .importing: return try shell.loadUnlessStopped(call)
        default:
            return try shell.waiting { (shell) async throws(Failure) in
                try await shell.run(try shell.withTexts(call))
            }
        }
    }

    /// The command of a command line; the console when none is named.
    private static func read(_ words: [String]) throws(Failure) -> CommandCall {
        let call: CommandCall
        do throws(CallProblem) {
            call = try CommandCall(words: words.isEmpty ? [Command.console.name] : words)
        } catch {
            throw Failure(error)
        }
        guard call.command.entry.inShell else {
            throw .usage("\(call.command.name) is a word of the console. In the shell: caseload set ID FIELD=VALUE.")
        }
        return call
    }

    /// Says why it failed; data that was printed before stays.
    private static func end(with failure: Failure, _ data: Output, _ notes: Output) -> ExitCode {
        do throws(Failure) {
            try data.flush()
            for (index, row) in Shown.lines(failure.message).enumerated() {
                try notes.line(index == 0 ? "caseload: \(row)" : row)
            }
            try notes.flush()
        } catch {
            // Nobody listens any more; the code still says how it went.
            return failure.code
        }
        return failure.code
    }
}
