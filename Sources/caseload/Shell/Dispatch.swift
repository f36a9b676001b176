import ConsoleCore

extension Shell {
    /// Runs a command that needs no screen.
    ///
    /// - Parameter cases: what is meant when the command itself names no case.
    func run(_ call: CommandCall, on cases: [String] = []) async throws(Failure) -> ExitCode {
        try expectForm(call)
        if call.command.changesCases { return try await act(call, on: cases) }
        switch call.command {
        case .workNext: return try await workNext(call)
        case .initialise: return try await initialise(call)
        case .list: return try await list(call)
        case .show: return try await show(call)
        case .new: return try await log(call)
        case .undo, .redo: return try await turn(call)
        case .log: return try await journal(call)
        case .agent: return try await agents(call)
        case .account: return try await accounts(call)
        case .contact: return try await contacts(call)
        case .attach: return try await attach(call)
        case .attachment: return try await attachments(call)
        case .reference: return try await references(call)
        case .troubleshooting: return try await troubleshootingSteps(call)
        case .center: return try await centers(call)
        case .duty: return try await duty(call)
        case .route: return try await route(call)
        case _ where call.command.recordKind != nil: return try await records(call)
        case .queue: return try await queues(call)
        case .importing: return try await load(call, SignalStop())
        case .export: return try await export(call)
        case .backup: return try await backup(call)
        case .restore: return try await restore(call)
        case .verify: return try await verify(call)
        case .paths: return try paths(call)
        case .theme: return try themes(call)
        case .keys: return try keys(call)
        case .policy: return try await policies(call)
        case .clock: return try await clock(call)
        case .why: return try await why(call)
        default: throw .usage("\(call.command.name) is a word of the console.")
        }
    }

    /// Waits for something that needs the store, and closes all that it opened.
    func waiting<Value: Sendable>(
        for work: @escaping @Sendable (Shell) async throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let result = try caseload.waiting { () async -> Result<Value, Failure> in
            let result: Result<Value, Failure>
            do throws(Failure) {
                result = .success(try await work(self))
            } catch {
                result = .failure(error)
            }
            await opened.closeAll()
            return result
        }
        return try result.get()
    }

    /// Stops at options for tables where there is no table.
    func expectForm(_ call: CommandCall) throws(Failure) {
        let printsTable: Bool
        switch call.command {
        case .list, .agent, .account, .contact, .queue, .log, .paths, .theme, .keys, .policy,
            .troubleshooting:
            printsTable = !call.has(.count)
        case .importing: printsTable = call.has(.listPresets)
        case .attachment, .center: printsTable = (call.words.first ?? "list") == "list"
        case .reference: printsTable = ["list", "notify"].contains(call.words.first ?? "list")
        case _ where call.command.recordKind != nil:
            printsTable = ["list", "notify"].contains(call.words.first ?? "list")
        default: printsTable = false
        }
        guard !printsTable else { return }
        var given: GlobalOption?
        if options.form == .plain { given = .plain }
        if options.form == .csv, call.command != .export { given = .csv }
        if !options.headers { given = .noHeaders }
        if options.columns != nil { given = .columns }
        guard let given else { return }
        throw .usage("\(call.command.name) prints no table, so it does not take --\(given.rawValue).")
    }

    /// Stops at words that mean nothing to a command.
    func expectNoWords(_ call: CommandCall) throws(Failure) {
        guard let word = call.words.first else { return }
        throw .usage("\(call.command.name) does not take \(word). Usage: \(usage(call))")
    }

    /// The one word that a command needs.
    func oneWord(_ call: CommandCall, _ what: String) throws(Failure) -> String {
        guard let word = call.words.first, call.words.count == 1 else {
            throw .usage("\(call.command.name) needs \(what). Usage: \(usage(call))")
        }
        return word
    }

    /// How a command is written.
    func usage(_ call: CommandCall) -> String { "caseload \(call.command.name) \(call.command.entry.shellUsage)" }

    /// A number given as an option, at least 1.
    func number(_ call: CommandCall, _ option: CallOption) throws(Failure) -> Int? {
        guard let text = call.options[option] else { return nil }
        guard let number = Int(text), number > 0 else {
            throw .usage("--\(option.rawValue) needs a number of at least 1, not \(text).")
        }
        return number
    }
}
