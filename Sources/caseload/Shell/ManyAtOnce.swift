import CaseModel
import CaseStorage
import ConsoleCore
import TerminalUI

// Several rows that somebody marked in the console are one act: what does not fit is left out, and it is said why. In a
// shell, where nobody chose row by row, all of it is done or nothing.

extension Shell {
    /// Whether rows that do not fit are left out.
    func leavesOut(_ count: Int) -> Bool { isInConsole && count > 1 }

    /// Does an act on several things at once; where the store refuses that, on those of them that fit.
    ///
    /// - Returns: what it answered: once for all of them, or once for each that was only tried alone.
    func doFitting<Edit, Answer>(
        _ edits: [Edit], _ store: any CaseStore, name: (Edit) -> String,
        _ act: ([Edit], any CaseStore) async throws(StoreError) -> Answer
    ) async throws(Failure) -> [Answer] {
        do throws(StoreError) {
            return [try await act(edits, store)]
        } catch {
            guard leavesOut(edits.count), error.isAboutOne else { throw Failure(error) }
        }
        // What is only tried is tried where what was tried before shows.
        let aside = try await options.dryRun ? nil : open(.rehearsal)
        var fitting: [Edit] = []
        var tried: [Answer] = []
        for edit in edits {
            do throws(StoreError) {
                tried.append(try await act([edit], aside ?? store))
                fitting.append(edit)
            } catch {
                guard error.isAboutOne else { throw Failure(error) }
                try notes.line(Shown(detail: "\(name(edit)) is left out: \(error)"))
            }
        }
        guard !fitting.isEmpty else { throw Failure(.refused, "None of them can be changed so.") }
        guard let aside else { return tried }
        await opened.close(aside)
        do throws(StoreError) {
            return [try await act(fitting, store)]
        } catch {
            throw Failure(error)
        }
    }

    /// `MB-1 Gateway: contact none → Mara Sand`; of what follows from it by rule only what a person reads.
    func outlook(_ record: Record, after event: RecordEvent?, _ names: Names) -> String {
        let title = names.words(record.title, of: record.kind.field(record.kind.title)?.type)
        let head = title.isEmpty ? record.id.description : "\(record.id) \(title)"
        guard let event else { return "\(head) \(CommandReport.soAlready)." }
        let steps = event.changes.compactMap { change -> String? in
            let field = record.kind.field(change.field)
            guard let field, !field.isByAct else { return nil }
            let (old, new) = (change.old, change.new)
            func words(_ value: String?) -> String { value.map { names.words($0, of: field.type) } ?? "none" }
            return "\(change.field) \(words(old)) → \(words(new))"
        }
        let why = event.text.map { " (\($0))" } ?? ""
        return "\(head): \(steps.isEmpty ? "a note alone" : steps.joined(separator: ", "))\(why)"
    }
}

extension StoreError {
    /// Whether it is about one of several things, so that the others may be done all the same.
    fileprivate var isAboutOne: Bool {
        switch self {
        case .notFound, .refused, .conflict, .recordConflict, .peopleConflict: true
        case .damaged, .locked, .newerFormat, .olderFormat, .notACaseFile, .unavailable, .cancelled: false
        }
    }
}
