import CaseModel
import CaseStorage
import ConsoleCore
import CursesTerminal
import Glibc
import TerminalUI

extension Shell {
    /// `console [--queue NAME] [--theme NAME] [--linear]`.
    func console(_ call: CommandCall) throws(Failure) -> ExitCode {
        try expectNoWords(call)
        guard !options.dryRun else {
            throw .usage("The console rehearses nothing. With --read-only it shows everything and changes nothing.")
        }
        if call.has(.linear) { return try openLines(call) }
        return try openConsole(call, named: settings.store.by == .builtIn ? "" : storeName)
    }

    /// Opens the console that needs no screen.
    private func openLines(_ call: CommandCall) throws(Failure) -> ExitCode {
        try expectPerson()
        let (queues, problems) = QueueFolder.read(places: places)
        let list = LineList(queues, problems, start: startQueue(call), try wordsOfStore())
        var console = LineConsole(self, list, Drafts(places: places, store: settings.store.value))
        try console.run()
        return .done
    }

    /// The words of the store's policies; of the person's where there is no store yet, which is said elsewhere.
    private func wordsOfStore() throws(Failure) -> Vocabulary {
        guard BoundedFile.exists(settings.store.value) else { return Vocabulary(try policyInForce()) }
        return try waiting { (shell) async throws(Failure) -> Vocabulary in
            try await shell.policies(try await shell.openForReading()).words
        }
    }

    private func startQueue(_ call: CommandCall) -> String? {
        call.options[.queue] ?? (settings.queue.value.isEmpty ? nil : settings.queue.value)
    }

    /// The last part of the store's path.
    private var storeName: String {
        settings.store.value.split(separator: "/").last.map(String.init) ?? ""
    }

    /// Opens the console on the store of the settings, and ends with it.
    ///
    /// - Parameter drafts: where typed text is kept; the usual place of this store when nil.
    func openConsole(_ call: CommandCall, named name: String, drafts: Drafts? = nil) throws(Failure) -> ExitCode {
        try expectTerminal()
        let shelf = ThemeShelf(places: places)
        let (theme, themeProblems) = try theme(call, shelf)
        let (queues, queueProblems) = QueueFolder.read(places: places)
        let (keys, keyProblems) = KeysFile.read(places: places)
        let problems = settings.problems + themeProblems + queueProblems + keyProblems
        guard let mailbox = Mailbox<Mail>() else {
            throw Failure(.failed, "The system has no more open files to give.")
        }

        // A core file would hold customers' texts.
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        CursesTerminal.prepare()
        // The store opens while the terminal does: the first page is there when the screen is.
        Task { mailbox.post(await openForConsole(named: name)) }
        let log = LogFile.takeOver(places)
        let terminal: CursesTerminal
        do throws(Failure) {
            terminal = try takeTerminal(theme)
        } catch {
            log?.giveBack()
            throw error
        }
        if !terminal.isUnicode { terminal.theme.glyphs = .ascii }
        let state = ConsoleState(
            size: terminal.size, now: clock.now, queues: queues, start: startQueue(call), keys: keys,
            theme: terminal.theme, problems: problems)
        let screen = Screen(
            terminal: terminal, descriptors: [terminal.keyboard, terminal.wake], stop: terminal.stop,
            isUnicode: terminal.isUnicode, isOver: { terminal.endingSignal != nil })
        let loop = ConsoleLoop(
            self, state: state, on: screen, mailbox: mailbox,
            drafts: drafts ?? Drafts(places: places, store: settings.store.value))
        loop.run()
        terminal.close()
        log?.giveBack()
        for trouble in try loop.runner.finish(isHurried: loop.isHurried) { try notes.line(Shown(detail: trouble)) }
        return terminal.endingSignal == nil ? .done : .interrupted
    }

    private func takeTerminal(_ theme: Theme) throws(Failure) -> CursesTerminal {
        do throws(TerminalError) {
            let options = CursesTerminal.Options(isColoured: settings.color.value != .never, theme: theme)
            return try CursesTerminal(options)
        } catch {
            throw .usage(error.message)
        }
    }

    /// The console needs a terminal to draw on, and says so kindly.
    func expectTerminal() throws(Failure) {
        try expectPerson()
        guard isatty(0) == 1, isatty(1) == 1 else {
            throw .usage("The console needs a terminal. For scripts: caseload list, show, export (see --help).")
        }
        guard let term = surroundings["TERM"], term != "dumb" else {
            let name = surroundings["TERM"] ?? "not set"
            throw .usage("This terminal cannot draw (TERM is \(name)). Line by line: caseload console --linear.")
        }
    }

    private func expectPerson() throws(Failure) {
        if let form = options.form, form != .table {
            throw .usage("The console is for people and has no --\(form.rawValue). For scripts: caseload list, show.")
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
