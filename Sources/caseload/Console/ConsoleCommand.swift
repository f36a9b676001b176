import CaseStorage
import ConsoleCore
import CursesTerminal
import Glibc
import TerminalUI

extension Shell {
    /// `console [--queue NAME] [--theme NAME]`.
    func console(_ call: CommandCall) throws(Failure) -> ExitCode {
        try expectNoWords(call)
        return try openConsole(call, named: settings.store.by == .builtIn ? "" : storeName)
    }

    /// The last part of the store's path.
    private var storeName: String {
        settings.store.value.split(separator: "/").last.map(String.init) ?? ""
    }

    /// Opens the console on the store of the settings, and ends with it.
    func openConsole(_ call: CommandCall, named name: String) throws(Failure) -> ExitCode {
        try expectTerminal()
        let shelf = ThemeShelf(places: places)
        let (theme, themeProblems) = try theme(call, shelf)
        let (queues, queueProblems) = QueueFolder.read(places: places)
        let (keys, keyProblems) = KeysFile.read(places: places)
        let problems = settings.problems + themeProblems + queueProblems + keyProblems
        guard let mailbox = Mailbox<Mail>() else {
            throw Failure(.failed, "The system has no more open files to give.")
        }

        _ = (theme, queues, keys, problems, mailbox)
        throw Failure(.failed, "The console comes soon.")
    }

    /// The console needs a terminal to draw on, and says so kindly.
    private func expectTerminal() throws(Failure) {
        guard isatty(0) == 1, isatty(1) == 1 else {
            throw .usage("The console needs a terminal. For scripts: caseload list, show, export (see --help).")
        }
        guard let term = surroundings["TERM"], term != "dumb" else {
            throw .usage(
                "This terminal cannot draw (TERM is \(surroundings["TERM"] ?? "not set")). Use: caseload list, show.")
        }
    }

    /// The theme of the option, else of the settings; an unknown one is an error only in the option.
    private func theme(_ call: CommandCall, _ shelf: ThemeShelf) throws(Failure) -> (Theme, [String]) {
        if let name = call.options[.theme] {
            guard let (theme, problems) = shelf.theme(name) else {
                throw .usage("There is no theme \(name). caseload theme list shows them.")
            }
            return (theme, problems)
        }
        guard let (theme, problems) = shelf.theme(settings.theme.value) else {
            return (.terminal, ["There is no theme \(settings.theme.value) (\(settings.theme.by.words))."])
        }
        return (theme, problems)
    }
}
