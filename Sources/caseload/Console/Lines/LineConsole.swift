import CaseModel
import ConsoleCore
import TerminalUI

/// The console line by line: for screen readers, for terminals that cannot draw, and for slow ones.
///
/// Each line typed is a command of the catalogue, done and answered by the same code as in the shell.
struct LineConsole {
    let shell: Shell
    let drafts: Drafts
    var list: LineList
    /// The case that was opened last; what names no other is done to it.
    private(set) var here: CaseID?
    /// Whether the person left, or there is nothing more to read.
    var hasEnded = false
    /// The alerts that were told here.
    var told: Set<RecordID> = []
    /// Whether a prompt stands in the line.
    var isPrompting = false
    /// When it was looked for alerts last; nil for never.
    var looked: ContinuousClock.Instant?
    /// What went wrong with the commands for alerts; nil where the system has no more descriptors.
    let troubles = Mailbox<String>()

    /// A console on a list of cases.
    init(_ shell: Shell, _ list: LineList, _ drafts: Drafts) {
        self.shell = shell
        self.list = list
        self.drafts = drafts
    }

    /// Runs until the person leaves.
    mutating func run() throws(Failure) {
        try greet()
        try trying { (console) throws(Failure) in try console.showList() }
        while !hasEnded {
            try tellAlerts()
            guard let line = try askForCommand() else { break }
            try trying { (console) throws(Failure) in try console.take(line) }
        }
        try finishAlerts()
    }

    /// Asks what is to be done; what nobody may sleep through is told while nobody types.
    private mutating func askForCommand() throws(Failure) -> String? {
        try shell.data.bytes(Array(LineConsole.prompt.text.utf8))
        try shell.data.flush()
        try awaitLine(LineConsole.prompt)
        return readLine()
    }

    private static let prompt: Shown = ": "

    /// Prints a prompt and reads a line; nil when there are no more.
    func ask(_ prompt: Shown) throws(Failure) -> String? {
        try shell.data.bytes(Array(prompt.text.utf8))
        try shell.data.flush()
        return readLine()
    }

    /// Says a sentence among the answers.
    func say(_ text: Shown) throws(Failure) { try shell.data.line(text) }

    /// Does something and says why when it cannot be; the console goes on.
    private mutating func trying(_ body: (inout LineConsole) throws(Failure) -> Void) throws(Failure) {
        do throws(Failure) {
            try body(&self)
        } catch {
            // Nobody listens any more.
            if error.message.isEmpty { throw error }
            try tell(error)
        }
    }

    func tell(_ failure: Failure) throws(Failure) {
        try shell.data.flush()
        for row in Shown.lines(failure.message) { try shell.notes.line(row) }
        try shell.notes.flush()
    }

    private func greet() throws(Failure) {
        let problems = shell.settings.problems + list.problems
        for problem in problems { try shell.notes.line(Shown(detail: problem)) }
        try shell.notes.flush()
        try say("Caseload, line by line. A number opens a case, an empty line shows more, ? lists commands, q leaves.")
    }

    private mutating func take(_ line: String) throws(Failure) {
        let typed = line.unicodeScalars.split { $0.properties.isWhitespace }.map(String.init)
        switch typed {
        case [], ["next"]: return try showMore()
        case ["q"]:
            hasEnded = true
            return
        case ["?"], ["help"]: return try printCommands()
        default: break
        }
        if typed.count == 1, typed[0].utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return try open(typed[0]) }
        let call: CommandCall
        do throws(CallProblem) {
            call = try CommandCall(line: line)
        } catch {
            throw Failure(error)
        }
        try take(list.resolved(call))
    }

    private mutating func take(_ call: CommandCall) throws(Failure) {
        switch call.command {
        case .quit, .leave: hasEnded = true
        case .open: try open(call.words.first)
        case .show where call.words.isEmpty: try open(nil)
        case .keys where call.words.isEmpty: try printCommands()
        case .list where call.options.isEmpty, .filter, .query, .sort, .queue, .nextQueue, .previousQueue, .refresh:
            try list.turn(to: call)
            try showList()
        case .note, .reply, .escalate: try write(call)
        case .status, .severity: try give(call)
        default:
            guard call.command.isForLines else {
                throw .usage("\(call.command.name) is for the screen. Here there are next, open, list and others (?).")
            }
            _ = try run(call)
        }
    }

    /// Runs a command once it has what it needs, which is asked for line by line.
    private mutating func give(_ call: CommandCall) throws(Failure) {
        var call = call.coded(list.words)
        while let need = call.nextNeed(list.words) {
            guard let value = try ask("\(Shown(detail: need)): ") else {
                hasEnded = true
                return
            }
            guard !Words.isBlank(value) else {
                throw .usage("\(call.command.name) needs \(need). Nothing was changed.")
            }
            call.give(value, for: need)
        }
        _ = try run(call)
    }

    /// Runs a command of the shell; without cases of its own it means the one that is open.
    func run(_ call: CommandCall) throws(Failure) -> ExitCode {
        if let option = call.dashedTexts.first {
            throw .usage("Lines are commands here: type the text itself, after --\(option.rawValue).")
        }
        let cases = here.map { [$0.description] } ?? []
        defer { flush() }
        return try shell.waiting { (shell) async throws(Failure) in try await shell.run(call, on: cases) }
    }

    private func flush() {
        do throws(Failure) {
            try shell.data.flush()
            try shell.notes.flush()
        } catch {
            // The next thing that is said finds it out as well.
            return
        }
    }

    /// Prints a case as text, and remembers it.
    private mutating func open(_ reference: String?) throws(Failure) {
        guard let reference = reference.map({ list.reference($0) }) ?? here?.description else {
            throw .usage("Which case? Type its number.")
        }
        here = try shell.waiting { (shell) async throws(Failure) in
            try await shell.find(reference, in: try await shell.openForReading())
        }
        _ = try run(CommandCall(.show, [here?.description ?? reference]))
    }

    private func printCommands() throws(Failure) {
        try say("An empty line or next: more cases. A number: opens that case. q: leaves.")
        for entry in CommandEntry.all where entry.command.isForLines {
            let usage = entry.usage.isEmpty ? "" : " " + entry.usage
            try say("\(entry.command.name)\(usage): \(entry.help)")
        }
    }
}

extension Command {
    /// Whether it makes sense without a screen.
    fileprivate var isForLines: Bool {
        switch self {
        case .console, .demo: false
        case .open, .quit, .filter, .query, .sort, .refresh, .nextQueue, .previousQueue: true
        default: entry.inShell || changesCases
        }
    }
}
