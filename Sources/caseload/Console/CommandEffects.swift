import ConsoleCore
import TerminalUI

extension Shell {
    /// Does a command for the console by the same code as for the shell, and gives what it printed.
    func report(on call: CommandCall, _ running: Running) async -> CommandReport {
        let shell = inConsole(running)
        var isDone = false
        var problem: Failure?
        do throws(Failure) {
            let code = try await shell.run(try shell.withTexts(shell.atHome(call)))
            isDone = code == .done
        } catch {
            problem = error
        }
        await shell.opened.closeAll()
        let remarks = CommandReport.lines(shell.notes.taken) + (problem.map { CommandReport.lines($0.message) } ?? [])
        return CommandReport(
            isDone: isDone, lines: CommandReport.lines(shell.data.taken), remarks: remarks,
            outcomes: shell.console?.done ?? [], field: problem?.field ?? shell.console?.field)
    }
}

extension Shell {
    /// The call with `~/` in the paths of files meaning the person's home, as a shell would have put it.
    private func atHome(_ call: CommandCall) -> CommandCall {
        guard [.attach, .attachment].contains(call.command), let home = surroundings["HOME"] ?? Identity.home() else {
            return call
        }
        func whole(_ path: String) -> String { path.hasPrefix("~/") ? home + path.dropFirst() : path }
        var copy = call
        copy.words = call.words.map(whole)
        if let folder = call.options[.to] { copy.options[.to] = whole(folder) }
        return copy
    }
}

extension CommandReport {
    /// The lines of what was printed, without the empty one behind the last.
    fileprivate static func lines(_ text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
