import CaseModel

extension ConsoleState {
    /// Does a command: keys, the `:` line, lists and questions all end here.
    ///
    /// - Parameters:
    ///   - targets: the cases an input was opened for; nil means the marked ones or the cursor's.
    ///   - input: the line or frame that the command's text was typed in.
    mutating func perform(_ call: CommandCall, on targets: Targets? = nil, from input: Ticket = .none) -> [Effect] {
        if let obstacle = obstacle(to: call.command) {
            refuse(obstacle, input)
            return []
        }
        if call.command.changesCases { return change(call, on: targets, from: input) }
        switch call.command {
        case .undo, .redo: return travel(call)
        case .again:
            guard let last = work.last else {
                notice = Notice("Nothing was done yet that could be repeated.", .info)
                return []
            }
            return perform(last, on: targets)
        case .command: return open(LineEntry(.command))
        case .keys: overlays.append(.picker(keysPicker()))
        case .theme: return theme(call.words)
        case .quit: return quit()
        case .cancel: return cancel()
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .refresh:
            notice = Notice("Asked the store again.", .info)
            return reload()
        case .open: return open(call.words.first)
        case .queue: return showQueue(call.words.joined(separator: " "))
        case .lastView: return lastView()
        default: return page == nil ? performInQueue(call) : performOnPage(call)
        }
        return []
    }

    /// A change of cases: at once when all is said, else by a list, a line or a frame.
    private mutating func change(_ call: CommandCall, on targets: Targets?, from input: Ticket) -> [Effect] {
        var call = call
        if call.command == .assign, call.options[.to] == nil, call.words.contains(where: { CaseID(text: $0) == nil }) {
            // `:assign ada` names the agent; the cases are those under the cursor.
            call.options[.to] = call.words.joined(separator: " ")
            call.words = []
        }
        if call.isIncomplete { return askFor(call, targets) }
        do throws(CallProblem) {
            guard let plan = try plan(call, desk.directory) else { return [] }
            let chosen: Targets
            if plan.references.isEmpty {
                chosen = targets ?? self.targets
            } else {
                chosen = .these(
                    try plan.references.map { reference throws(CallProblem) in
                        guard let id = CaseID(text: reference) else {
                            throw CallProblem("\(reference) is no case number.", "Like: CS-1000001.")
                        }
                        return .init(id: id, base: version(of: id))
                    })
            }
            guard chosen.count > 0 else { throw CallProblem("No case is under the cursor.") }
            if call.command.entry.needs.contains(.oneCase), chosen.count > 1 {
                throw CallProblem(
                    "\(call.command.entry.title.sentence) One case at a time.", "Clear the marks with Esc.")
            }
            var act = PendingAct(call: call, changes: plan.changes, targets: chosen, input: input)
            if let version = plan.ifVersion { act.targets = chosen.based(on: version) }
            return confirm(or: act)
        } catch {
            refuse(error.description, input)
            return []
        }
    }

    /// Hands an act to the store; the line or frame it came from waits for the answer.
    mutating func send(_ act: PendingAct) -> [Effect] {
        let ticket = ask()
        work.running[ticket] = act
        if act.targets.areMarked { queue.endRange() }
        if let index = index(of: act.input) { overlays[index].input?.sending = ticket }
        return [.apply(act.edits, ticket)]
    }

    private mutating func theme(_ words: [String]) -> [Effect] {
        guard let name = words.last, name != "list" else { return [.listThemes(ask())] }
        return [.useTheme(name, ask())]
    }

    /// Ends the console; asks while typed text waits.
    mutating func quit() -> [Effect] {
        let count = desk.drafts.count
        guard count > 0 else { return [.quit] }
        let what = count == 1 ? "A text was typed and not sent; it stays as a draft." : "\(count) texts stay as drafts."
        overlays.append(.confirm(Confirmation(question: "\(what) Quit?", answer: .quit)))
        return []
    }

    /// ctrl-c: stops what is going on; the second time in a row it asks to quit.
    private mutating func cancel() -> [Effect] {
        if keyboard.cancelled {
            keyboard.cancelled = false
            overlays.append(.confirm(Confirmation(question: "Quit the console?", answer: .quit)))
            return []
        }
        keyboard.cancelled = true
        if queue.cursor.anchor != nil { queue.cursor.anchor = nil }
        notice = Notice("Press ctrl-c again to quit; typed text is kept.", .info)
        return []
    }
}

extension CommandCall {
    /// Whether something is missing that a list, a line or a frame can ask for.
    var isIncomplete: Bool {
        switch command {
        case .assign: options[.to] == nil
        case .status, .severity, .move, .tags, .subject: words.isEmpty
        case .note, .reply: options[.message] == nil
        case .escalate: options[.summary] == nil
        case .close: options[.reason] == nil
        case .item: words.count < 2
        default: false
        }
    }
}
