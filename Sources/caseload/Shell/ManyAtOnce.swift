import CaseModel
import CaseStorage
import ConsoleCore
import TerminalUI

// Several rows that somebody marked in the console are one act: what does not fit is left out, and it is said why. In a
// shell, where nobody chose row by row, all of it is done or nothing.

extension Shell {
    /// Whether rows that do not fit are left out.
    func leavesOut(_ count: Int) -> Bool { isInConsole && count > 1 }

    /// Keeps those edits that fit as one operation; under a rehearsal each is told old → new.
    func keepFitting(_ edits: [RecordEdit], _ store: any CaseStore) async throws(Failure) {
        // What is only tried is tried where what was tried before shows.
        let aside = try await options.dryRun ? nil : open(.rehearsal)
        let trial: any CaseStore = aside ?? store
        var fitting: [RecordEdit] = []
        var told: [String] = []
        for edit in edits {
            guard case .existing(let id, _) = edit.target else { continue }
            do throws(StoreError) {
                let outcome = try await trial.keep([edit], operation())
                fitting.append(edit)
                guard options.dryRun else { continue }
                let names = try await trial.recordFile(id).names
                told.append(outlook(id, outcome, names))
            } catch {
                try sayLeftOut(id.description, error)
            }
        }
        guard !fitting.isEmpty else { throw Failure(.refused, "None of them can be changed so.") }
        for line in told { try data.line(Shown(detail: line)) }
        guard !options.dryRun else { return }
        if let aside { await opened.close(aside) }
        try await write(fitting, store)
    }

    /// Says why one of several is left out; throws what concerns all of them.
    func sayLeftOut(_ name: String, _ error: StoreError) throws(Failure) {
        switch error {
        case .notFound, .refused, .conflict, .recordConflict, .peopleConflict:
            try notes.line(Shown(detail: "\(name) is left out: \(error)"))
        case .damaged, .locked, .newerFormat, .olderFormat, .notACaseFile, .unavailable, .cancelled:
            throw Failure(error)
        }
    }

    /// `MB-1 Gateway: contact none → Mara Sand`; of what follows from it by rule only what a person reads.
    private func outlook(_ id: RecordID, _ outcome: RecordOutcome, _ names: Names) -> String {
        let record = outcome.records.last
        let title = record.map { names.words($0.title, of: $0.kind.field($0.kind.title)?.type) } ?? ""
        let head = title.isEmpty ? id.description : "\(id) \(title)"
        guard let event = outcome.events.last else { return "\(head): is so already" }
        let steps = event.changes.compactMap { change -> String? in
            let field = record?.kind.field(change.field)
            guard let field, !field.isByAct else { return nil }
            let (old, new) = (change.old, change.new)
            func words(_ value: String?) -> String { value.map { names.words($0, of: field.type) } ?? "none" }
            return "\(change.field) \(words(old)) → \(words(new))"
        }
        let why = event.text.map { " (\($0))" } ?? ""
        return "\(head): \(steps.isEmpty ? "noted" : steps.joined(separator: ", "))\(why)"
    }
}
