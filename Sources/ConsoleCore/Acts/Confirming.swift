import CaseModel

extension ConsoleState {
    /// An act on many cases, or on a colleague's, is asked about first; others are done.
    mutating func confirm(or act: PendingAct) -> [Effect] {
        if let question = takingOver(act) {
            var takeover = act
            takeover.call = CommandCall(.assign, act.call.words, options: [.to: "me"])
            takeover.changes = desk.directory.me.map { [.assign($0)] } ?? act.changes
            overlays.append(.confirm(Confirmation(question: question, answer: .act(takeover))))
            return []
        }
        guard act.targets.count > 1 else { return send(act) }
        let what = act.changes.map { actWords($0, desk.names) }.joined(separator: ", ").sentence.withoutStop
        let joint = what.utf8.contains(UInt8(ascii: " ")) ? ":" : ""
        let question = ["\(what)\(joint) \(act.targets.words)?", outlook(act)].compactMap { $0 }.joined(separator: " ")
        overlays.append(
            .confirm(Confirmation(question: question, answer: .act(act), outlook: bulkOutlook(act))))
        return []
    }

    /// How many of several cases will be refused, as far as the rows at hand tell; nil when they tell of none.
    private func outlook(_ act: PendingAct) -> String? {
        guard let change = act.changes.first, change.mindsClosing else { return nil }
        let rows = rowsAtHand(of: act.targets)
        let wantsClosed = change == .reopen
        let count = rows.count { $0.status.isFinal != wantsClosed }
        guard count > 0 else { return nil }
        let number = (rows.count < act.targets.count ? "At least " : "") + grouped(count)
        return "\(number) of them \(count == 1 ? "is" : "are") \(wantsClosed ? "not " : "")closed and will be refused."
    }

    /// The question before a single case is taken that somebody else answers for; nil for any other act.
    ///
    /// The rules refuse a plain take of it, so that nobody loses a case to a slip of the finger or a script.
    private func takingOver(_ act: PendingAct) -> String? {
        guard act.call.command == .take, let id = act.targets.only else { return nil }
        let shown = page.flatMap { $0.id == id ? $0.file : nil } ?? desk.files[id]
        guard let owner = shown?.item.owner ?? queue.shelf[id]?.owner, owner != desk.directory.me else { return nil }
        return "\(id) belongs to \(desk.names.agents[owner] ?? "another agent"). Take it over?"
    }
}

extension CaseChange {
    /// Whether the rules ask if the case is closed before they allow it (domain 12).
    var mindsClosing: Bool {
        switch self {
        case .note, .reply, .tags, .watch: false
        default: true
        }
    }
}
