import CaseModel
import ConsoleCore
import Synchronization

/// A command that the console wants done, and what it did that can be taken back.
final class ConsoleRun: Sendable {
    /// How the console wants it done.
    let running: Running
    private let acts = Mutex<[OperationOutcome]>([])

    init(_ running: Running) {
        self.running = running
    }

    /// Remembers an act that can be taken back.
    func note(_ outcome: OperationOutcome) {
        acts.withLock { $0.append(outcome) }
    }

    /// What was done; nothing where it was only tried.
    var done: [OperationOutcome] { running.tries ? [] : acts.withLock { $0 } }

    /// The field of a case that a refusal or a conflict is about, by name; nil where there is none.
    var field: String? { acts.withLock { $0 }.lazy.flatMap(\.edits).compactMap(\.field).first }
}

extension EditOutcome {
    /// The field that stands against it, by name.
    fileprivate var field: String? {
        switch self {
        case .refused(_, let refusal): refusal.field
        case .conflict(let conflict): conflict.fields.first?.field.name
        case .done, .unchanged, .notFound: nil
        }
    }
}
