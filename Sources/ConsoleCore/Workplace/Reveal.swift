import CaseModel

extension ConsoleState {
    /// Asks for how a person is reached; it is shown once the store has recorded who asked (reliability 5.2).
    ///
    /// - Parameter named: the number of the contact; nil means the one under the cursor.
    mutating func reveal(_ named: String? = nil) -> [Effect] {
        let id: ContactID
        if let contact = named.flatMap({ ContactID(text: $0) }) {
            id = contact
        } else if case .contact(let contact)? = workplaces.top?.row?.subject {
            id = contact
        } else {
            let kept = isColleague ? "; of colleagues no mail or telephone is kept" : ""
            notice = Notice("There is no contact under the cursor\(kept).", .info)
            return []
        }
        if let refusal = readOnly {
            notice = Notice(refusal.description, .refused)
            return []
        }
        let call = CommandCall(.contact, ["reveal", id.description])
        let ticket = ask()
        work.commands[ticket] = call
        return [.run(call, Running(cells: 80), ticket)]
    }

    /// Whether the row is about somebody at support.
    private var isColleague: Bool {
        guard let top = workplaces.top, page == nil else { return false }
        if case .record = top.place { return false }
        if case .record(let id)? = top.row?.subject { return id.kind == RecordKind.environment.code }
        return top.place == .duty
    }

    /// It is recorded that somebody asked how a person is reached: the screen shows it from now on.
    mutating func hearReveal(_ call: CommandCall, _ report: CommandReport) {
        guard report.isDone, call.command == .contact, call.words.first == "reveal",
            let id = call.words.last.flatMap({ ContactID(text: $0) })
        else { return }
        if page != nil { page?.aside.revealed = id }
        for index in workplaces.stack.indices { workplaces.stack[index].revealed.insert(id) }
        refill()
    }

    /// Whether the person may see how somebody is reached.
    func isRevealed(_ id: ContactID) -> Bool {
        page?.aside.revealed == id || workplaces.stack.contains { $0.revealed.contains(id) }
    }
}
