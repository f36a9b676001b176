import CaseModel

extension ConsoleState {
    /// Does a command: keys, the `:` line, lists and questions all end here.
    ///
    /// - Parameters:
    ///   - targets: the cases an input was opened for; nil means the marked ones or the cursor's.
    ///   - input: the line or frame that the command's text was typed in.
    mutating func perform(_ call: CommandCall, on targets: Targets? = nil, from input: Ticket = .none) -> [Effect] {
        // Most keys move about in the list: nothing stands against these, so nothing is looked up for them.
        if call.command.movesInList, screen == .queue { return performInQueue(call) }
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
        case .open: return open(call.words.first, atHistory: call.words.dropFirst().first == Place.history)
        case .queue: return showQueue(call.words.joined(separator: " "))
        case .lastView: return lastView()
        case .drafts: return showDrafts(call.words.first)
        case .why where !call.words.isEmpty || !call.options.isEmpty:
            guard let id = call.words.first ?? caseInSight?.description else { return why() }
            return run(CommandCall(.why, call.words.isEmpty ? [id] : call.words, options: call.options))
        case .why: return why()
        case .workNext: return workNext()
        case .go: return go(call.words.first ?? "")
        case .customer:
            let tab = call.words.first == "cover" ? TabContent.cover : .callSheet
            guard let id = call.words.dropFirst().first.flatMap({ AccountID(text: $0) }) else {
                return goToCustomer(tab)
            }
            return go(to: .customer(id), tab: Place.customer(id).tab(tab))
        case .add: return add()
        case .edit: return edit()
        case .acts: return listActs()
        case .casesOf: return showCasesOfCustomer(call.words.first.flatMap { AccountID(text: $0) })
        case .reveal: return reveal(call.words.first)
        case .copy: return copy(call.words.first ?? "number")
        case .form: return openForm(call.words)
        case .situation: return openSituation(call.words)
        case _ where call.command.runsAsInShell: return run(call)
        default:
            switch screen {
            case .queue: return performInQueue(call)
            case .page: return performOnPage(call)
            case .desk: return performOnDesk(call)
            }
        }
        return []
    }

    /// A change of cases: at once when all is said, else by a list, a line or a frame.
    ///
    /// Cases that were named are looked for first: a number may be that of a case here or that of its source.
    private mutating func change(_ call: CommandCall, on targets: Targets?, from input: Ticket) -> [Effect] {
        var call = call
        if call.command == .assign, call.options[.to] == nil, call.words.contains(where: { CaseID(text: $0) == nil }) {
            // `:assign ada` names the agent; the cases are those under the cursor.
            call.options[.to] = call.words.joined(separator: " ")
            call.words = []
        }
        // A bare hour is the next one from when it was typed, however long the words of the request take.
        if call.command == .ask, let due = call.options[.due],
            let time = Timestamp(words: due, at: now, in: desk.directory.zone)
        {
            call.options[.due] = time.description
        }
        let meant = targets ?? self.targets
        do throws(CallProblem) {
            if call.isIncomplete {
                if call.words.isEmpty, let obstacle = standingObstacle(to: call.command, meant) {
                    refuse(obstacle, input)
                    return []
                }
                if call.words.isEmpty || call.command == .item { return askFor(call, meant) }
                return find(call.words, for: .ask(call))
            }
            let call = call.coded(desk.directory.words)
            if call.words.count == 1, call.command != .severity || names(severity: call.words[0]),
                let need = call.nextNeed(desk.directory.words, from: status(of: meant))
            {
                guard meant.count > 0 else { throw CallProblem("No case is under the cursor.") }
                if let obstacle = standingObstacle(to: call.command, meant) { throw CallProblem(obstacle) }
                return open(LineEntry(.need(call, need), targets: meant))
            }
            var directory = desk.directory
            directory.now = now
            guard let plan = try plan(call, directory) else { return [] }
            let typed = plan.references + [plan.duplicateOf].compactMap { $0 }
            guard typed.isEmpty else { return find(typed, for: .act(call, plan, targets, input: input)) }
            if let id = plan.caseID {
                return try propose(call, plan, on: .these([.init(id: id, base: version(of: id))]), from: input)
            }
            if let obstacle = standingObstacle(to: call.command, meant) { throw CallProblem(obstacle) }
            return try propose(call, plan, on: meant, from: input)
        } catch {
            refuse(error.description, input)
            return []
        }
    }

    /// Whether a word is a severity: of another one no reason is asked, for nothing comes of it.
    private func names(severity word: String) -> Bool {
        desk.directory.words.severity(word.lowercased()) != nil
    }

    /// An act on known cases is asked about where it has to be, and sent.
    mutating func propose(
        _ call: CommandCall, _ plan: CasePlan, on targets: Targets, from input: Ticket
    ) throws(CallProblem) -> [Effect] {
        guard targets.count > 0 else { throw CallProblem("No case is under the cursor.") }
        if call.command.entry.needs.contains(.oneCase), targets.count > 1 {
            throw CallProblem(
                "\(call.command.entry.title.sentence) One case at a time.", "Clear the marks with \(key(.back)).")
        }
        var act = PendingAct(call: call.without(plan.references), changes: plan.changes, targets: targets, input: input)
        if let version = plan.ifVersion { act.targets = targets.based(on: version) }
        return confirm(or: act)
    }

    /// Hands an act to the store; the line or frame it came from waits for the answer.
    mutating func send(_ act: PendingAct) -> [Effect] {
        let ticket = ask()
        var act = act
        act.place = place
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
        let drafts = desk.drafts.keys
        guard let first = drafts.first else { return [.quit] }
        let what =
            drafts.count == 1
            ? "The \(first.words) was typed and not sent; it stays as a draft."
            : "\(drafts.count) texts stay as drafts: \(DraftKey.words(drafts))."
        overlays.append(.confirm(Confirmation(question: "\(what) Quit?", answer: .quit)))
        return []
    }

    /// ctrl-c: stops what is going on; the second time in a row it leaves, as it said; drafts are kept already.
    private mutating func cancel() -> [Effect] {
        if keyboard.cancelled { return [.quit] }
        keyboard.cancelled = true
        if queue.cursor.anchor != nil { queue.cursor.anchor = nil }
        notice = Notice("Press ctrl-c again to quit; typed text is kept.", .info)
        return []
    }
}

extension CommandCall {
    /// The command without the cases it named, so that it can be done again to others.
    func without(_ references: [String]) -> CommandCall {
        var copy = self
        copy.words = command == .set ? words.filter { $0.contains("=") } : Array(words.dropFirst(references.count))
        return copy
    }

    /// Whether something is missing that a list, a line or a frame can ask for.
    var isIncomplete: Bool {
        switch command {
        case .assign: options[.to] == nil
        case .status, .severity, .move, .tags, .subject: words.isEmpty
        case .note, .reply, .hear, .remind: options[.message] == nil
        case .escalate: options[.summary] == nil
        case .ask: options[.item] == nil || options[.message] == nil
        case .deny: options[.ground] == nil || options[.message] == nil
        case .handOver: options[.to] == nil || options[.message] == nil
        case .snooze: options[.until] ?? "" == ""
        case .close: options[.reason] == nil
        case .item: words.count < 2
        default: false
        }
    }
}

extension Command {
    /// Whether it moves the cursor or what is in sight, and needs no more than a list.
    fileprivate var movesInList: Bool {
        switch self {
        case .down, .up, .first, .last, .halfDown, .halfUp, .pageDown, .pageUp, .previewDown, .previewUp: true
        default: false
        }
    }
}
