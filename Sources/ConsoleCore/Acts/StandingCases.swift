import CaseModel

// What stands against an act before anything is asked for it, and what helps: nobody chooses or types first what would
// only be refused.

extension ConsoleState {
    /// Why nothing of an act is done where the cases stand, and the key that helps; nil where it may be done.
    ///
    /// What others change in the same moment is the store's to say.
    func standingObstacle(to command: Command, _ targets: Targets) -> String? {
        guard command.mindsClosing else { return nil }
        return closedWords(targets) ?? wayObstacle(to: command, targets)
    }

    /// That all of these cases are closed, since when, and what opens them again; nil where one is open or not at hand.
    private func closedWords(_ targets: Targets) -> String? {
        guard let id = targets.only else {
            // Of more than are at hand nobody knows, and the question before the act tells it row by row.
            let rows = rowsAtHand(of: targets)
            guard targets.count > 1, rows.count == targets.count, rows.allSatisfy(\.status.isFinal) else { return nil }
            return "All \(grouped(rows.count)) cases are closed. \(key(.reopen)) reopens them."
        }
        let file = caseInFull(id)
        let row = caseRow(id)
        let isNewer = (row?.version ?? -1) > (file?.item.version ?? -1)
        let status = isNewer ? row?.status : file?.item.status
        guard status?.isFinal == true else { return nil }
        let since = (isNewer ? row?.closedAt : file?.item.closedAt).map { " since \(words(at: $0))" } ?? ""
        let reason = isNewer ? nil : file?.item.closureReason?.words
        let why = file.flatMap { refusal(of: .reopen, on: $0) }?.description
        let way = why?.replacing("\(id): ", with: "").sentence ?? "\(key(.reopen)) reopens it."
        return "\(id) is closed\(since)\(reason.map { ": \($0)" } ?? ""). \(way)"
    }

    /// That the status of the one case lets nothing of the kind be done, with the statuses that would.
    private func wayObstacle(to command: Command, _ targets: Targets) -> String? {
        guard let file = item(of: targets), let policy = session?.policies.inForce else { return nil }
        let change: CaseChange
        switch command {
        case .handOver:
            guard let other = policy.places.centers.first(where: { $0.code != file.item.center }) else { return nil }
            change = .handOver(center: other.code, text: "…")
        case .escalate: change = .escalate(summary: "…")
        default: return nil
        }
        guard let refusal = refusal(of: change, on: file), refusal.rule == Refusal.noTransition else { return nil }
        return refusal.description + " " + helping(refusal)
    }

    /// Why the rules refuse a change of a case that is at hand; nil where they do not.
    private func refusal(of change: CaseChange, on file: CaseFile) -> Refusal? {
        guard let session, let agent = session.agent else { return nil }
        do throws(Refusal) {
            _ = try decide(
                change, on: file.item, items: file.items, by: agent, at: now, CaseFacts(), session.policies)
            return nil
        } catch {
            return error
        }
    }

    /// The key that does what a refusal of the life cycle says first; empty for refusals that say all.
    func helping(_ refusal: Refusal) -> String {
        switch refusal.rule {
        case Refusal.noTransition: "\(key(.status)) sets the status."
        case Refusal.isClosed: "\(key(.reopen)) reopens it."
        default: ""
        }
    }

    /// The same for the first refusal of an act; nil for none, and for an act that is done with that very key.
    func helpingWords(_ outcome: OperationOutcome, of call: CommandCall) -> String? {
        guard call.command != .status else { return nil }
        let refusals = outcome.edits.compactMap { edit -> Refusal? in
            if case .refused(_, let refusal) = edit { refusal } else { nil }
        }
        let words = refusals.first.map(helping) ?? ""
        return words.isEmpty ? nil : words
    }
}

extension Command {
    /// Whether it changes nothing of a closed case (domain 12).
    fileprivate var mindsClosing: Bool {
        switch self {
        case .take, .assign, .release, .status, .severity, .move, .subject, .close, .escalate, .ask, .deny, .handOver,
            .snooze, .item:
            true
        default: false
        }
    }
}
