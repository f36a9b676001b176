import CaseModel
import TerminalUI

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
        if let question = renaming(act) {
            overlays.append(.confirm(Confirmation(question: question, answer: .act(act))))
            return []
        }
        if let question = repeating(act) {
            overlays.append(.confirm(Confirmation(question: question, answer: .act(act))))
            return []
        }
        guard act.targets.count > 1 else { return send(act) }
        overlays.append(.confirm(confirmation(of: act)))
        return []
    }

    /// The question before an act on several cases, with what would become of them.
    func confirmation(of act: PendingAct) -> Confirmation {
        let outlook = bulkOutlook(act)
        let what = act.changes.map { actWords($0, desk.names) }.joined(separator: ", ").sentence.withoutStop
        let joint = what.utf8.contains(UInt8(ascii: " ")) ? ":" : ""
        let question = ["\(what)\(joint) \(act.targets.words)?", outlook.sentence].compactMap { $0 }
        return Confirmation(question: question.joined(separator: " "), answer: .act(act), outlook: outlook)
    }

    /// The question before the subject that was typed into a line takes the place of the old one; nil for any other act.
    private func renaming(_ act: PendingAct) -> String? {
        guard act.input != .none, case .subject(let new)? = act.changes.first, let id = act.targets.only,
            let old = item(of: act.targets)?.item.subject ?? queue.shelf[id]?.subject, old != new
        else { return nil }
        return "Subject of \(id): “\(old)” \(desk.glyphs == .ascii ? "->" : "→") “\(new)”?"
    }

    /// The question before words that were written for one case go to another; nil for any other act.
    ///
    /// Doing the last act again is one key, and the cursor may have gone on by itself when the case left the list.
    private func repeating(_ act: PendingAct) -> String? {
        guard act.input == .none, act.call == work.last, let id = act.targets.only,
            let change = act.changes.first(where: \.isWritten)
        else { return nil }
        return "\(actWords(change, desk.names).sentence.withoutStop) on \(id), in the same words as before?"
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
    /// Whether it is what a person wrote, for the customer or about the case.
    fileprivate var isWritten: Bool {
        switch self {
        case .note, .reply, .hear, .remind, .deny, .handOver, .escalate, .ask, .subject, .description: true
        default: false
        }
    }

    /// Whether the rules ask if the case is closed before they allow it (domain 12).
    var mindsClosing: Bool {
        switch self {
        case .note, .reply, .hear, .remind, .tags, .watch: false
        default: true
        }
    }
}
