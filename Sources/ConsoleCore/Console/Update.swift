import CaseModel
import TerminalUI

/// Takes one message in and says what the program shall do; the only function that changes the console.
public func update(_ state: inout ConsoleState, _ message: Message) -> [Effect] {
    switch message {
    case .shown: return state.askAround()
    case .rest:
        // What is made ready changes nothing that is seen.
        state.layOutAhead()
        return []
    default: break
    }
    var effects = state.take(message)
    while !state.work.held.isEmpty, !state.isHolding { effects += state.take(state.work.held.removeFirst()) }
    effects += state.settle()
    return effects
}

extension ConsoleState {
    /// What follows from a message, but for what the screen needs.
    fileprivate mutating func take(_ message: Message) -> [Effect] {
        switch message {
        case .key(let key): return isHolding ? hold(message) : press(key)
        case .paste(let text): return isHolding ? hold(message) : paste(text)
        case .resized(let size):
            let hasOtherRows = size.rows != self.size.rows
            self.size = size
            // Its lists have as many rows as there is room for.
            return hasOtherRows && workplaces.top?.place == .home ? askWorkplace() : []
        case .tick(let now):
            self.now = now
            return watchByTheMinute() + refillByTheMinute() + askAwoken()
        case .opened(let session): return begin(session)
        case .noStore(let path): phase = .missing(OfferState(path: path))
        case .openFailed(let error): phase = .failed(error)
        case .answer(let ticket, let answer): return hear(answer, to: ticket) + setOut()
        case .revision(let revision): return noteRevision(revision)
        case .say(let text, let tone): notice = Notice(tellingTimes(text), tone)
        case .keepDrafts: return keepDrafts()
        case .shown, .rest: break
        case .hangUp: return unsent.map { .saveDraft($0.0, $0.1) }
        }
        return []
    }

    /// Whether a message can change what is on the screen; a case read ahead of the cursor cannot.
    public func shows(_ message: Message) -> Bool {
        switch message {
        case .answer(_, .file) where screen == .desk: true
        case .answer(_, .file(let file)): file.item.id == page?.id || (page == nil && file.item.id == queue.cursorID)
        case .answer(_, .cover(let facts, _)): facts.accounts.first?.id == accountInSight
        case .revision(let revision): revision != desk.revision
        case .keepDrafts, .shown, .rest: false
        default: true
        }
    }

    /// The next number for a question.
    mutating func ask() -> Ticket { work.tickets.next() }

    /// The store is open: the first page, the order, names and counts are asked for.
    mutating func begin(_ session: Session) -> [Effect] {
        self.session = session
        phase = .open
        desk.revision = session.revision
        desk.directory.me = session.agent?.id
        desk.directory.words = session.policies.words
        desk.directory.zone = session.zone
        // Who owns no cases begins where there are some.
        if session.agent == nil, queue.tabs.queue == NamedQueue.builtIn.first {
            queue.tabs.current = queue.tabs.queues.firstIndex { $0.name == "All open" } ?? 0
        }
        if let refusal = session.refusal { addNotice(refusal.description, .refused) }
        var effects = askQueue()
        effects.append(.loadNames(ask()))
        effects.append(contentsOf: askCounts())
        effects.append(.listDrafts(ask()))
        effects += watchAlerts()
        return effects
    }

    /// Somebody changed something: what is shown is asked for again, and stays until the answer comes.
    mutating func noteRevision(_ revision: Int64) -> [Effect] {
        guard phase == .open, revision != desk.revision else { return [] }
        desk.revision = revision
        return reload()
    }

    /// Asks again for everything in sight.
    mutating func reload() -> [Effect] {
        guard phase == .open else { return [] }
        var effects = askQueueAgain()
        effects += askCounts()
        effects.append(.loadNames(ask()))
        if desk.openCounts != nil { effects.append(.loadOpenCounts(ask())) }
        effects += watchAlerts()
        effects += askPage()
        page?.aside.askAgain()
        desk.customers.expire()
        queue.preview.expire()
        for index in workplaces.stack.indices { workplaces.stack[index].doubtAll() }
        effects += askWorkplace()
        return effects
    }

    /// What a key does: the topmost overlay takes it, then the screen's key map.
    mutating func press(_ key: Key) -> [Effect] {
        let isCancel = key == Keyboard.cancel
        if !isCancel, keyboard.cancelled {
            keyboard.cancelled = false
            notice = nil
        }
        switch phase {
        case .missing: return pressOffer(key)
        case .opening, .failed: return pressClosed(key)
        case .open: break
        }
        if Layout.isTooSmall(size) { return pressUnseen(key) }
        if stopGoingToEnd(), isCancel || key == .escape { return [] }
        if !overlays.isEmpty { return key == Keyboard.sleep ? [.suspend] : pressOverlay(key) }
        let context = keyContext
        let before = keyboard.pending.pending
        let restored = keyboard.pending
        let isComing = context == .queue ? queue.isLoading : context == .desk && isListComing
        if isComing, !queue.asked.held.isEmpty, !isCancel, key != .escape {
            if queue.asked.held.count < 1000 { queue.asked.held.append(key) }
            return []
        }
        let call: CommandCall
        switch keyboard.take(key, in: context) {
        case .command(let bound): call = bound
        case .pending:
            sayContinuations(in: context)
            return []
        case .none where !before.isEmpty && keyboard.means(key, .keys, in: context):
            // Who asks for help in the middle of a sequence is told how it goes on, and is still in it.
            keyboard.pending = restored
            sayContinuations(in: context)
            return []
        case .none:
            // A key that only ends a sequence, as Esc does, is understood.
            if before.isEmpty || key != .escape { sayUnbound(before + [key], in: context) }
            return []
        }
        if isComing, call.command.meansRow || (context == .desk && call.command.meansDeskRow) {
            queue.asked.held = before + [key]
            return []
        }
        queue.asked.held = []
        workplaces.coming = nil
        (queue.cursor.goal, workplaces.goal) = (nil, nil)
        notice = nil
        return perform(call)
    }

    /// The beginning of a sequence says how it can go on.
    private mutating func sayContinuations(in context: KeyContext) {
        let ways = keyboard.continuations(in: context).map { key, call in
            "\(key) \(call.way(in: context))"
        }
        guard let keys = KeySequence(keyboard.pending.pending) else { return }
        notice = Notice("\(keys.readable) …  " + ways.joined(separator: "   "), .info)
    }

    /// Keys that mean nothing say so, or they look like a console that hangs.
    private mutating func sayUnbound(_ keys: [Key], in context: KeyContext) {
        let help = keyboard.notations(for: .keys, in: context).first ?? ":keys"
        let begun = KeySequence(Array(keys.dropLast())).map { "\($0.readable) " }
        let told = begun == nil ? "the keys" : "what may follow"
        notice = Notice(
            "\(KeySequence(keys)?.readable ?? "The key") does nothing here. \(begun ?? "")\(help) shows \(told).", .info
        )
    }

    /// A key while the screen is too small to show what it would do: leaving, redrawing and sleeping work.
    private mutating func pressUnseen(_ key: Key) -> [Effect] {
        if key == Keyboard.sleep { return [.suspend] }
        switch keyboard.feed(key, in: keyContext)?.command {
        // A question could not be seen, so what was typed is kept unasked.
        case .quit: return keepDrafts() + [.quit]
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        default: return []
        }
    }

    /// Keys that waited for rows are taken now that these are there.
    mutating func pressHeld() -> [Effect] {
        let keys = queue.asked.held
        queue.asked.held = []
        return keys.flatMap { press($0) }
    }

    /// Pasted text goes where text is typed, and nowhere else.
    mutating func paste(_ text: String) -> [Effect] {
        guard !Layout.isTooSmall(size) else { return [] }
        guard let top = overlays.indices.last else {
            notice = Notice("Pasted text does nothing here: it is never taken for keys.", .info)
            return []
        }
        switch overlays[top] {
        case .line(var line):
            line.paste(text)
            overlays[top] = .line(line)
            return typed(line)
        case .composer(var composer):
            composer.paste(text)
            overlays[top] = .composer(composer)
        case .form(var form):
            guard let field = form.current, field.calendar == nil else { break }
            form.fields[form.cursor].field.insert(text)
            form.effect = nil
            overlays[top] = .form(form)
        case .picker(var picker):
            picker.menu.paste(text)
            overlays[top] = .picker(picker)
        case .confirm, .conflict, .reader: break
        }
        return []
    }
}
