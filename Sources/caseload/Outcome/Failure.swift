import CaseExchange
import CaseModel
import ConsoleCore
import SettingsText

/// Why a command ends without having done what was asked: how the program exits, and what it says.
struct Failure: Error, Equatable {
    /// How the program exits.
    var code: ExitCode
    /// What happened, about what, what to do; filtered when printed, empty when everything was said already.
    var message: String

    /// An end with a message.
    init(_ code: ExitCode, _ message: String) {
        self.code = code
        self.message = message
    }

    /// An end after which nothing more is to be said.
    static func silent(_ code: ExitCode) -> Failure { Failure(code, "") }

    /// The command line cannot be understood.
    static func usage(_ message: String) -> Failure { Failure(.usage, message) }

    init(_ problem: CallProblem) { self.init(.usage, problem.description) }

    init(_ problem: QueryProblem) { self.init(.usage, problem.description) }

    init(_ problem: SettingsProblem) { self.init(.usage, problem.description) }

    init(_ error: StoreError) {
        switch error {
        case .notFound: code = .notFound
        case .refused: code = .refused
        case .conflict, .recordConflict, .peopleConflict: code = .conflict
        case .damaged, .locked, .newerFormat, .notACaseFile: code = .storeUnusable
        case .unavailable, .olderFormat: code = .failed
        case .cancelled: code = .interrupted
        }
        message = error.description
    }

    init(_ problem: FileProblem) {
        if case .missing = problem { code = .notFound } else { code = .failed }
        message = problem.description
    }

    init(_ error: ImportError) {
        switch error {
        case .missing: self.init(.notFound, error.description)
        case .map, .header: self.init(.usage, error.description)
        case .file, .changed, .broken: self.init(.failed, error.description)
        case .stopped: self.init(.interrupted, error.description)
        case .store(let error): self.init(error)
        }
    }
}
