import CaseModel
import TerminalUI

extension Shell {
    /// Says what became of each case, and ends with the code that fits all of it.
    func report(
        _ outcomes: [EditOutcome], _ lost: [(String, Failure)], _ names: Names
    ) throws(Failure) -> ExitCode {
        if wantsJSON {
            let values = outcomes.map(outcomeJSON) + lost.map { outcomeJSON($0.0, $0.1) }
            try printJSON(values)
        } else {
            for outcome in outcomes { try say(outcome, names) }
        }
        try data.flush()
        for (_, failure) in lost { try notes.line(Shown(detail: failure.message)) }
        return ExitCode.of(outcomes.map(code) + lost.map(\.1.code))
    }

    /// How the program exits after one edit.
    func code(_ outcome: EditOutcome) -> ExitCode {
        switch outcome {
        case .done, .unchanged: .done
        case .refused: .refused
        case .conflict: .conflict
        case .notFound: .notFound
        }
    }

    /// Says what became of one edit.
    func say(_ outcome: EditOutcome, _ names: Names) throws(Failure) {
        switch outcome {
        case .done(_, let version, let events, let merged):
            let what = events.map { words(for: $0, names: names) }.joined(separator: ", ")
            let also = merged ? " Somebody changed other fields meanwhile; both changes hold." : ""
            try data.line(told("\(what). Version \(version).\(also)"))
            try data.flush()
            try say(remarksOf: events, names.known)
        case .unchanged(let id): try data.line("\(id.description) is already like that; nothing changed.")
        case .refused(let id, let refusal):
            let lead: Shown = refusal.message.hasPrefix(id.description) ? "" : "\(id.description): "
            try notes.line(lead + Shown(detail: refusal.inShell))
        case .notFound(let id): try notes.line("There is no case \(id.description).")
        case .conflict(let conflict):
            for field in conflict.fields { try say(field, conflict, names) }
        }
    }

    private func say(_ field: Conflict.Collision, _ conflict: Conflict, _ names: Names) throws(Failure) {
        func value(_ text: String?) -> Shown {
            Shown(detail: text.map { names.words($0, of: field.field) } ?? "none")
        }
        try notes.line(
            """
            \(conflict.caseID.description) was changed since version \(conflict.base): \
            \(Shown(detail: field.field.name)) is \(value(field.theirs)) now (\(Shown(detail: field.by)), \
            \(field.at.description)), yours was \(value(field.mine)). Version \(conflict.current); nothing was written.
            """)
    }
}

extension Refusal {
    /// The refusal as the shell says it: where its remedy is a command, the program's name stands before that.
    fileprivate var inShell: String {
        guard rule == Refusal.takeUnowned else { return description }
        return "\(message) \(remedy.replacing("with: ", with: "with: caseload ", maxReplacements: 1))"
    }
}
