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
    /// The field or option that it is about, by name; nil where it is about none.
    var field: String?

    /// An end with a message.
    init(_ code: ExitCode, _ message: String) {
        self.code = code
        self.message = message
    }

    /// An end after which nothing more is to be said.
    static func silent(_ code: ExitCode) -> Failure { Failure(code, "") }

    /// The command line cannot be understood.
    static func usage(_ message: String) -> Failure { Failure(.usage, message) }

    /// The same about a field or option; whoever asked for something knows best for which.
    func about(_ field: String) -> Failure {
        var failure = self
        failure.field = field
        return failure
    }

    init(_ problem: CallProblem) {
        self.init(.usage, problem.description)
        field = problem.field
    }

    init(_ problem: QueryProblem) {
        self.init(.usage, problem.message + (problem.help == nil ? "" : " All fields: list --help."))
    }

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
        field = error.field
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

extension StoreError {
    /// The field that it is about, by name; nil where it is about none.
    fileprivate var field: String? {
        switch self {
        case .refused(let refusal): refusal.field
        case .conflict(let conflict): conflict.fields.first?.field.name
        case .recordConflict(let conflict): conflict.fields.first?.field
        case .peopleConflict(let conflict): conflict.fields.first?.name
        case .notFound, .damaged, .locked, .newerFormat, .olderFormat, .notACaseFile, .unavailable, .cancelled: nil
        }
    }
}
