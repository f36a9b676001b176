import CaseModel

extension ConsoleState {
    /// Asks for the most urgent case the person is fit for; the store takes it in the same breath.
    mutating func workNext() -> [Effect] {
        guard work.next == .none else { return [] }
        work.next = ask()
        notice = Notice("Looking for your next case…", .info)
        return [.takeNext(work.next)]
    }

    /// What covers what was taken, where its customer is at hand.
    private func cover(ofTaken next: NextCase) -> CoverAnswer? {
        guard case .taken(let item, _, _) = next, let book = session?.policies,
            let facts = item.account.flatMap({ desk.covers[$0] })
        else { return nil }
        return item.cover(facts, book)
    }

    /// The next case was taken: it is opened, and the notice says why it is this one.
    mutating func hearNext(_ next: NextCase, _ ticket: Ticket) -> [Effect] {
        guard ticket == work.next, let policy = session?.policies.inForce else { return [] }
        work.next = .none
        let sentence = next.words(policy, at: now, cover: cover(ofTaken: next)) { words(at: $0) }.sentence
        guard case .taken(let item, _, let outcome) = next else {
            notice = Notice(sentence, .refused)
            return []
        }
        noteWritten(outcome)
        work.last = CommandCall(.workNext)
        noteOwn(outcome, at: place)
        let effects = reload() + openPage(item.id)
        let stays = stayWords(outcome, at: item.status).map { " \($0)" } ?? ""
        notice = Notice("\(sentence)\(stays) \(key(.undo)) gives it back.", .done)
        return effects
    }
}
