import ConsoleCore
import SettingsText
import TerminalUI

/// Prints help for one command, or for the program when none is named; examples come first.
func printHelp(_ name: String?, to output: Output) throws(Failure) {
    let text: String
    if let name {
        guard let command = Command(name: name), command.entry.inShell else { throw .unknownCommand(name) }
        text = help(for: command)
    } else {
        text = generalHelp
    }
    for line in Shown.lines(text) { try output.line(line) }
}

extension Failure {
    /// A word in the place of a command that is none of the shell's.
    static func unknownCommand(_ name: String) -> Failure {
        let known = CommandEntry.all.filter(\.inShell).map(\.command.name)
        let near = closest(to: name, in: known).map { "Did you mean \($0)?" } ?? "See: caseload --help."
        return .usage("There is no command \(name). \(near)")
    }
}

private var generalHelp: String {
    let commands = CommandEntry.all.filter(\.inShell).map { "  \(padded($0.command.name, 10))\($0.shellHelp)" }
    let options = GlobalOption.allCases.map { option in
        let letter = option.letter.map { "-\($0), " } ?? "    "
        let value = option.value.map { " \($0)" } ?? ""
        return "  \(padded(letter + "--" + option.rawValue + value, 22))\(option.words)"
    }
    let codes = ExitCode.allCases.map { "  \(padded(String($0.rawValue), 5))\($0.words)" }
    return """
        Caseload: support cases, worked from the keyboard, kept in one file.

        Examples:
          caseload demo                                    the console on made-up data, thrown away at the end
          caseload                                         the console on your store
          caseload list is:open severity:1,2 owner:none    what waits for an owner
          caseload take CS-1000001                         you answer for it
          caseload note CS-1000001 -m "Traces attached."   a note for colleagues
          caseload import log.csv --preset servicenow-events

        Commands (caseload COMMAND --help says more):
        \(commands.joined(separator: "\n"))

        Options, anywhere before --:
        \(options.joined(separator: "\n"))

        ID is a case number (CS-1000001 or 1000001) or the number in the system it came from; - reads from standard
        input. Data goes to standard output, everything else to standard error.

        Exit codes:
        \(codes.joined(separator: "\n"))
        """
}

private func help(for command: Command) -> String {
    let entry = command.entry
    let examples = command.examples.map { "  caseload \($0)" }.joined(separator: "\n")
    return """
        Examples:
        \(examples.isEmpty ? "  caseload \(command.name)" : examples)

        Usage: caseload \(command.name)\(entry.shellUsage.isEmpty ? "" : " " + entry.shellUsage)

        \(entry.shellHelp)\(entry.fields.isEmpty ? "" : "\n\n\(entry.fields)\n")
        The options of every command stand in caseload --help.
        """
}

/// A text with blanks behind it, at least one, up to a width.
func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.unicodeScalars.count))
}
