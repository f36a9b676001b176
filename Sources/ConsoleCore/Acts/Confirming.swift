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
        let question = "\(what)\(joint) \(act.targets.words)?"
        overlays.append(.confirm(Confirmation(question: question, answer: .act(act))))
        return []
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
