import CaseModel
import TerminalUI

/// What an act on several cases would do to the rows at hand, line by line, before it is done.
struct BulkOutlook: Equatable, Sendable {
    /// A line for each of the first cases.
    var lines: [StyledLine] = []
    /// How many cases it is about.
    var count = 0

    /// More rows than this are not told; one looks at a few and trusts the rest, or narrows the marks.
    static let most = 12
}

extension ConsoleState {
    /// The rows at hand that an act is about, old → new.
    func bulkOutlook(_ act: PendingAct) -> BulkOutlook {
        var outlook = BulkOutlook(count: act.targets.count)
        for row in rowsAtHand(of: act.targets, most: BulkOutlook.most) {
            var line = StyledLine(Shown(row.id.description).padded(to: 12))
            let parts = act.changes.map { effect(of: $0, on: row) }
            for (index, part) in parts.enumerated() {
                if index > 0 { line.add(" " + desk.glyphs.shown(.dot) + " ", .dim) }
                line.add(Shown(part.words, upTo: 200), part.isRefused ? .bad : .text)
            }
            line.add("  ")
            line.add(Shown(row.subject, upTo: 120), .dim)
            outlook.lines.append(line)
        }
        return outlook
    }

    /// The rows at hand of the cases that an act is about, at most so many.
    func rowsAtHand(of targets: Targets, most: Int = .max) -> [CaseSummary] {
        let ids: [CaseID]
        switch targets {
        case .these(let targets, _): ids = targets.map(\.id)
        case .marks(let marks, _):
            ids = rowsWanted.enumerated().filter { marks.contains(firstWanted + $0.offset) }.map(\.element)
        }
        return Array(ids.lazy.compactMap { caseRow($0) }.prefix(most))
    }

    /// What a change would do to a row, as far as the row tells: `severity 3 → 2`.
    private func effect(of change: CaseChange, on row: CaseSummary) -> (words: String, isRefused: Bool) {
        let names = desk.names
        if change.mindsClosing, row.status.isFinal != (change == .reopen) {
            let state = row.status.isFinal ? "is closed" : "is not closed"
            return ("\(state): refused", change != .reopen || row.status.role != .refused)
        }
        func step(_ field: String, _ old: String?, _ new: String?) -> (words: String, isRefused: Bool) {
            let (old, new) = (old ?? "none", new ?? "none")
            guard old != new else { return ("\(field) \(new), as it is", false) }
            return ("\(field) \(old) \(desk.glyphs == .ascii ? "->" : "→") \(new)", false)
        }
        switch change {
        case .severity(let severity, _): return step("severity", row.severity.code, severity.code)
        case .status(let status, _): return step("status", row.status.words, status.words)
        case .take:
            if let owner = row.owner, owner != desk.directory.me {
                return ("belongs to \(names.agents[owner] ?? "another agent"): refused", true)
            }
            return step("owner", row.ownerName, desk.directory.me.flatMap { names.agents[$0] })
        case .assign(let agent): return step("owner", row.ownerName, names.agents[agent] ?? agent.description)
        case .release: return step("owner", row.ownerName, nil)
        case .queue(let queue): return step("queue", row.queueName, queue.flatMap { names.queues[$0] })
        case .product(let product): return step("product", row.product, product)
        case .subject(let subject): return step("subject", row.subject, subject)
        case .tags(let adding, let removing):
            let tags = (row.tags.filter { !removing.contains($0) } + adding.filter { !row.tags.contains($0) }).sorted()
            return step("tags", row.tags.joined(separator: " "), tags.isEmpty ? nil : tags.joined(separator: " "))
        case .close(let reason, _, _):
            let end = desk.directory.words.statuses.first(where: \.isFinal)?.words
            let (words, isRefused) = step("status", row.status.words, end)
            return ("\(words) (\(reason.words))", isRefused)
        case .handOver(let center, _):
            return step("centre", row.center.map { names.known.center($0) ?? $0 }, names.known.center(center) ?? center)
        case .snooze(let until): return (until.map { "put off until \(words(at: $0))" } ?? "no longer put off", false)
        default: return (actWords(change, names), false)
        }
    }
}
