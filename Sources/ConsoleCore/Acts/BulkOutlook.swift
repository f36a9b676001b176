import CaseModel
import TerminalUI

/// What an act on several cases would do to the rows at hand, line by line, before it is done.
struct BulkOutlook: Equatable, Sendable {
    /// A line for each of the first cases.
    var lines: [StyledLine] = []
    /// How many cases it is about.
    var count = 0
    /// Of how many of them is known whether they would be refused.
    var told = 0
    /// How many of those would be refused.
    var refused = 0

    /// More rows than this are not told; one looks at a few and trusts the rest, or narrows the marks.
    static let most = 12

    /// How many will be refused, as far as that is known; nil when it is known of none.
    var sentence: String? {
        guard refused > 0 else { return nil }
        guard told == count else { return "At least \(grouped(refused)) of them will be refused." }
        return refused == count
            ? "All of them will be refused." : "\(grouped(refused)) of them will be refused."
    }
}

extension ConsoleState {
    /// The rows at hand that an act is about, old → new.
    func bulkOutlook(_ act: PendingAct) -> BulkOutlook {
        var outlook = BulkOutlook(count: act.targets.count)
        for row in rowsAtHand(of: act.targets) {
            let parts = act.changes.map { effect(of: $0, on: row) }
            let isRefused = parts.contains(where: \.isRefused)
            outlook.told += act.changes.allSatisfy { isTold($0, of: row) } || isRefused ? 1 : 0
            outlook.refused += isRefused ? 1 : 0
            guard outlook.lines.count < BulkOutlook.most else { continue }
            var line = StyledLine(Shown(row.id.description).padded(to: 12))
            for (index, part) in parts.enumerated() {
                if index > 0 { line.add(" " + desk.glyphs.shown(.dot) + " ", .dim) }
                line.add(Shown(part.words, upTo: 200), part.isRefused ? .bad : .text)
            }
            // Why it would be refused is read whole, and leaves the subject no room.
            if !isRefused {
                line.add("  ")
                line.add(Shown(row.subject, upTo: 120), .dim)
            }
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

    /// The cases an act on several is about that the rules are asked of and that are not at hand in full.
    func filesMissing(of targets: Targets) -> [CaseID] {
        rowsAtHand(of: targets, most: BulkOutlook.most)
            .filter { row in desk.files.version(of: row.id).map { $0 < row.version } ?? true }
            .map(\.id)
    }

    /// The first of several cases that a question or a choice of statuses is about; they are wanted in full, so that the
    /// rules say beforehand what they would refuse.
    var casesForRules: [CaseSummary] {
        let targets: Targets
        switch overlays.last {
        case .confirm(let question):
            guard case .act(let act) = question.answer else { return [] }
            targets = act.targets
        case .picker(let picker):
            guard let meant = picker.targets, picker.lines.first?.call.command == .status else { return [] }
            targets = meant
        default: return []
        }
        return targets.count > 1 ? rowsAtHand(of: targets, most: BulkOutlook.most) : []
    }

    /// The last of those cases came: what is asked or offered says what the rules say.
    mutating func hearRules() {
        guard let top = overlays.indices.last else { return }
        switch overlays[top] {
        case .confirm(let question):
            guard case .act(let act) = question.answer, act.targets.count > 1, filesMissing(of: act.targets).isEmpty
            else { return }
            overlays[top] = .confirm(confirmation(of: act))
        case .picker(var picker):
            guard let targets = picker.targets, targets.count > 1, picker.lines.first?.call.command == .status,
                filesMissing(of: targets).isEmpty
            else { return }
            picker.fill(statusPicker(targets).lines)
            overlays[top] = .picker(picker)
        default: return
        }
    }

    /// For how many of several cases the rules would refuse a change: `refused for 3 of 5`; empty for none.
    func refusedWords(_ change: CaseChange, _ targets: Targets) -> String {
        guard targets.count > 1 else { return "" }
        let rows = rowsAtHand(of: targets, most: BulkOutlook.most)
        let count = rows.count { verdict(change, on: $0).refusal != nil }
        guard count > 0 else { return "" }
        let least = rows.count { isTold(change, of: $0) } < targets.count ? "at least " : ""
        return "refused for \(least)\(count) of \(grouped(targets.count))"
    }

    /// Whether it is known whether a change of a case would be refused: the row tells, or the whole case is at hand.
    private func isTold(_ change: CaseChange, of row: CaseSummary) -> Bool {
        if case .take = change { return true }
        if change.mindsClosing, row.status.isFinal != (change == .reopen) { return true }
        return desk.files.version(of: row.id).map { $0 >= row.version } ?? false
    }

    /// What the rules make of a change of a case: what it changes, or why they refuse it, which the line names already;
    /// neither where nobody knows.
    private func verdict(_ change: CaseChange, on row: CaseSummary) -> (changes: [FieldChange], refusal: String?) {
        guard let file = desk.files[row.id], file.item.version >= row.version, let session, let agent = session.agent
        else { return ([], nil) }
        do throws(Refusal) {
            let decision = try decide(
                change, on: file.item, items: file.items, by: agent, at: now, CaseFacts(), session.policies)
            return (decision.changes, nil)
        } catch {
            let number = ["\(row.id): ", "\(row.id) "].first(where: error.message.hasPrefix) ?? ""
            // What to do about it is often long, and each case says it by itself.
            let words = error.description.utf8.count < 100 ? error.description : error.message
            return ([], String(words.dropFirst(number.count)).withKeys.withoutStop)
        }
    }

    /// Where a change moves a case besides, such as somebody who answers for it now: `status Open → In Progress`.
    private func move(_ changes: [FieldChange]) -> String? {
        guard let change = changes.first(where: { $0.field == .status }) else { return nil }
        let words = desk.names
        let (old, new) = (change.old ?? "", change.new ?? "")
        let arrow = desk.glyphs == .ascii ? "->" : "→"
        return "status \(words.words(old, of: .status)) \(arrow) \(words.words(new, of: .status))"
    }

    /// What a change would do to a row, as far as the row tells: `severity 3 → 2`.
    private func effect(of change: CaseChange, on row: CaseSummary) -> (words: String, isRefused: Bool) {
        let names = desk.names
        if change.mindsClosing, row.status.isFinal != (change == .reopen) {
            let state = row.status.isFinal ? "is closed" : "is not closed"
            return ("\(state): refused", change != .reopen || row.status.role != .refused)
        }
        let verdict = verdict(change, on: row)
        if case .take = change {} else if let why = verdict.refusal { return ("refused: \(why)", true) }
        let moved = move(verdict.changes).map { " \(desk.glyphs.shown(.dot).text) \($0)" } ?? ""
        func step(_ field: String, _ old: String?, _ new: String?) -> (words: String, isRefused: Bool) {
            let (old, new) = (old ?? "none", new ?? "none")
            guard old != new else { return ("\(field) \(new), as it is", false) }
            return ("\(field) \(old) \(desk.glyphs == .ascii ? "->" : "→") \(new)", false)
        }
        func moving(_ step: (words: String, isRefused: Bool)) -> (words: String, isRefused: Bool) {
            (step.words + moved, step.isRefused)
        }
        switch change {
        case .severity(let severity, _): return step("severity", row.severity.code, severity.code)
        case .status(let status, _): return step("status", row.status.words, status.words)
        case .take:
            if let owner = row.owner, owner != desk.directory.me {
                return ("belongs to \(names.agents[owner] ?? "another agent"): refused", true)
            }
            return moving(step("owner", row.ownerName, desk.directory.me.flatMap { names.agents[$0] }))
        case .assign(let agent):
            return moving(step("owner", row.ownerName, names.agents[agent] ?? agent.description))
        case .release: return moving(step("owner", row.ownerName, nil))
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
        default: return moving((actWords(change, names), false))
        }
    }
}
