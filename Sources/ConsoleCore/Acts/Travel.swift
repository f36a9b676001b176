import CaseModel

/// An undo or redo under way: of one act, or of several, one after the other.
struct Journey: Equatable, Sendable {
    /// Undo or redo.
    var command: Command
    /// How many more acts are to follow this one.
    var left: Int
    /// What was undone or done again so far, in words.
    var done: [String] = []
    /// What may be taken back without asking.
    var leave = UndoLeave(passesStaying: false)
    /// Whether it waits for acts under way, which may be the ones that are meant.
    var waits = false
    /// Whether the person stopped it: nothing is asked any more.
    var isStopped = false
    /// Whether it is a key's, which means the act that was done last; whoever says how many goes on.
    var isOfOne = false
}

extension ConsoleState {
    /// `undo [N]` and `redo [N]`: the newest acts one after the other; stops at the first that cannot be.
    mutating func travel(_ call: CommandCall) -> [Effect] {
        do throws(CallProblem) {
            var journey = Journey(command: call.command, left: try call.turns() - 1)
            // Whoever says how many does not mean the one on the screen alone.
            guard call.words.isEmpty, call.command == .undo else { return step(journey) }
            journey.leave.acts = actsInMind
            journey.isOfOne = true
            journey.waits = !work.running.isEmpty || work.next != .none
            guard journey.waits else { return step(journey) }
            work.journeys[ask()] = journey
            return []
        } catch {
            notice = Notice(error.description, .refused)
            return []
        }
    }

    /// The act was done somewhere else or before, or newer ones stay: it is named first, and a yes is for it alone.
    private mutating func askAbout(_ doubt: UndoDoubt, _ journey: Journey) -> [Effect] {
        // Nothing that was typed before the question was there answers it.
        work.held = []
        guard !journey.isStopped else {
            notice = .untaken
            return []
        }
        let (act, staying) = (doubt.act, doubt.staying?.words)
        guard journey.done.isEmpty, !isAsking else {
            return arrive(
                journey, [staying, "“\(act.shortWords)” was not taken back."].compactMap { $0 }.joined(separator: " "))
        }
        if let staying = doubt.staying, let newest = staying.newestOnRecords, journey.isOfOne,
            work.own.toldOf != newest.id
        {
            // What was done last is spoken of first; what came before it is another matter.
            work.own.toldOf = newest.id
            let again = keyboard.notations(for: .undo, in: keyContext).first ?? ":undo"
            notice = Notice(
                "\(staying.newestAlone.words.onScreen) \(again) again asks about an older act.",
                .refused)
            return []
        }
        var journey = journey
        journey.leave = UndoLeave(passesStaying: staying != nil, acts: [act.id])
        let which = staying == nil ? "" : " the one before it,"
        let question = "Take back\(which) “\(tellingTimes(act.words))”, done \(words(at: act.at))?"
        // What stays says by itself why it is asked.
        let why = staying == nil ? "It is asked because you did not do it here since you began." : nil
        let words = [staying?.onScreen, question, why].compactMap { $0 }.joined(separator: " ")
        overlays.append(.confirm(Confirmation(question: words, answer: .undo(journey))))
        return []
    }

    /// Whether a question lies on top, on which no other is put.
    private var isAsking: Bool {
        switch overlays.last {
        case .confirm, .conflict: true
        default: false
        }
    }

    /// The undo that waited for acts under way sets out once the store answered them all.
    mutating func setOut() -> [Effect] {
        guard work.running.isEmpty, work.next == .none,
            let (ticket, waiting) = work.journeys.first(where: { $0.value.waits })
        else { return [] }
        work.journeys[ticket] = nil
        // What it was meant for met a conflict, and was not done.
        guard !isAsking else {
            addNotice(Notice.untaken.text, .info)
            return []
        }
        var journey = waiting
        journey.waits = false
        journey.leave.acts = actsInMind
        return step(journey)
    }

    mutating func step(_ journey: Journey) -> [Effect] {
        let ticket = ask()
        work.journeys[ticket] = journey
        return [journey.command == .undo ? .undo(ticket, journey.leave) : .redo(ticket)]
    }

    /// The store undid an act or did it again, or would not.
    mutating func hearTurn(_ outcome: OperationOutcome, _ journey: Journey) -> [Effect] {
        var journey = journey
        if let obstacle = obstacle(outcome) { return arrive(journey, obstacle) }
        if let doubt = outcome.doubt { return askAbout(doubt, journey) }
        guard let subject = outcome.subject else {
            return arrive(journey, "There is nothing to \(journey.command.name).")
        }
        journey.done.append(subject)
        follow(outcome)
        // A yes is for the one act that was named; who said how many means those on every screen.
        journey.leave = UndoLeave(passesStaying: false)
        guard journey.left > 0 else { return arrive(journey) }
        journey.left -= 1
        return step(journey)
    }

    /// The cursor goes to what was taken back or done again, once that stands in the list.
    private mutating func follow(_ outcome: OperationOutcome) {
        let items = outcome.edits.compactMap { if case .done(let id, _, _, _) = $0 { id } else { nil } }
        workplaces.goal = items.first.map { .item($0) } ?? outcome.records.first.map { .record($0.record) }
        queue.cursor.goal = nil
        // On the page of another case the list below it is another matter.
        guard let item = items.first, page.map({ $0.id == item }) ?? true, queue.cursor.anchor == nil,
            queue.cursorID.map({ !items.contains($0) }) ?? true
        else { return }
        queue.cursor.goal = item
    }

    /// The journey is over, by its end or by an obstacle: what was done is named.
    mutating func arrive(_ journey: Journey, _ obstacle: String? = nil) -> [Effect] {
        let undid = journey.command == .undo
        let verb = undid ? "Undid" : "Did again"
        var sentences: [String] = []
        if journey.done.count == 1 { sentences.append("\(verb): \(journey.done[0]).") }
        if journey.done.count > 1 {
            let more = journey.done.count > 3 ? "; and \(journey.done.count - 3) more" : ""
            sentences.append(
                "\(verb) \(journey.done.count) acts: " + journey.done.prefix(3).joined(separator: "; ") + more + ".")
        }
        if let obstacle {
            // What was typed since was meant to follow on all of it.
            work.held = []
            sentences.append(obstacle)
        } else {
            let all = journey.done.count > 1 ? " \(journey.done.count)" : ""
            let back = undid ? (all.isEmpty ? "\(key(.redo)) does it again." : ":redo\(all) does them again.") : ""
            let away = undid ? "" : (all.isEmpty ? "\(key(.undo)) undoes it." : ":undo\(all) undoes them.")
            sentences.append(back + away)
        }
        notice = Notice(tellingTimes(sentences.joined(separator: " ")), obstacle == nil ? .done : .refused)
        return journey.done.isEmpty ? [] : reload()
    }

    /// Why an undo or redo was not done, in words; nil when it was.
    private func obstacle(_ outcome: OperationOutcome) -> String? {
        for edit in outcome.edits {
            switch edit {
            case .refused(_, let refusal): return refusal.description
            case .conflict(let conflict):
                let collision = conflict.fields.first
                let who = collision.map { ": \($0.by) changed \($0.field.name) since" } ?? ""
                return "\(conflict.caseID) stays as it is\(who). Set the field by hand if you mean it."
            case .notFound(let id): return "\(id) is gone."
            case .done, .unchanged: continue
            }
        }
        return nil
    }
}

extension CommandCall {
    /// How many acts `undo [N]` and `redo [N]` mean: 1 to 1000, one unless it is said.
    public func turns() throws(CallProblem) -> Int {
        guard words.count <= 1 else { throw CallProblem("\(command.name) takes one number.") }
        guard let word = words.first else { return 1 }
        guard let number = Int(word), (1...1000).contains(number) else {
            throw CallProblem("\(command.name) takes a number from 1 to 1000, not \(word).")
        }
        return number
    }
}
