import CaseModel

/// What a person wants done, from the key until the store's answer.
struct PendingAct: Equatable, Sendable {
    /// The command that wanted it; `.` does it again.
    var call: CommandCall
    /// What is wanted of each case.
    var changes: [CaseChange]
    /// On which cases.
    var targets: Targets
    /// The line or frame whose text it is; none for an act of keys alone.
    var input = Ticket.none
    /// What others wrote that it replaces, because the person said so.
    var replaces: Conflict?
    /// The screen it was sent from.
    var place: ScreenPlace?

    /// The edits for the store.
    var edits: [CaseEdit] { targets.list.map { CaseEdit($0.id, base: $0.base, changes) } }
}

/// The acts under way and the last one done.
struct WorkState: Equatable, Sendable {
    /// Acts the store has not answered yet.
    var running: [Ticket: PendingAct] = [:]
    /// Undos and redos the store has not answered yet.
    var journeys: [Ticket: Journey] = [:]
    /// Versions that the person's own acts made of cases whose rows did not come anew yet.
    var written: [CaseID: Int] = [:]
    /// The question for the next case, while the store owes the answer.
    var next = Ticket.none
    /// Commands of the shell under way.
    var commands: [Ticket: CommandCall] = [:]
    /// The case whose sums are wanted as soon as it comes.
    var sumsWanted: CaseID?
    /// The number of the newest question.
    var tickets = Ticket.none
    /// What `.` does again.
    var last: CommandCall?
    /// The typed numbers the store is asked about; one question at a time.
    var searches: [Ticket: Search] = [:]
    /// What was typed since, while a step has to come first.
    var held: [Message] = []
    /// The text lent to the outside editor.
    var editing: Ticket = .none
    /// The newest acts of this console.
    var own = OwnActs()

    /// Whether the store still owes an answer to an act.
    var isBusy: Bool { !running.isEmpty || !journeys.isEmpty || next != .none }

    /// Whether what is typed has to wait: the next step of what was asked for before, or a question, follows from an
    /// answer; an undo may always end in a question.
    var isHolding: Bool { waitsForStep() }

    /// Asked at every key, so nothing is copied for it.
    private borrowing func waitsForStep() -> Bool {
        if !searches.isEmpty { return true }
        guard !journeys.isEmpty else { return false }
        return journeys.values.contains { $0.command == .undo || $0.left > 0 || !$0.done.isEmpty }
    }
}
