import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// What the person on the telephone wants to know of a new case: whether it is covered, by when somebody answers,
    /// who gets it.
    func say(outlookOf file: CaseFile, _ store: any CaseStore) async throws(Failure) {
        let policies = try await policies(store)
        var lines: [String] = []
        if let cover = try await caseCover(of: file, policies, store) {
            lines.append("Covered: " + cover.words(today: today))
        }
        let item = file.item
        if let due = item.response.due {
            let target = item.response.target.map { " (\($0))" } ?? ""
            lines.append("First response: due \(zone.local(due).day) \(zone.local(due).clockText)\(target).")
        } else {
            lines.append("First response: no clock.")
        }
        let queue = item.queue.flatMap { file.names.queues[$0] } ?? "none; it has no owner, so Unassigned lists it"
        lines.append("Queue: \(queue).")
        for line in lines { try data.line(Shown(detail: line)) }
    }
}
