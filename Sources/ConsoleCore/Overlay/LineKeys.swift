import CaseModel
import TerminalUI

extension ConsoleState {
    /// A line takes a key: Enter finishes, Esc leaves, Tab completes, up and down bring back older lines.
    mutating func press(_ key: Key, _ line: LineEntry, at top: Int) -> [Effect] {
        var line = line
        guard line.sending == .none else { return [] }
        switch key {
        case .escape, Keyboard.cancel:
            if case .narrow = line.purpose {
                overlays.remove(at: top)
                return narrowed(to: "")
            }
            guard case .filter(let before) = line.purpose else { return setAside(line.number) }
            overlays.remove(at: top)
            guard before.text != queue.filter.text else { return [] }
            queue.filter = before
            return askQueue()
        case .enter: return finish(line, at: top)
        case .tab where line.purpose == .narrow && !otherTabs.isEmpty: return followWords() ?? []
        case .tab, .backTab:
            line.field.deselect()
            line.offers = nextOffers(line, forward: key == .tab)
            if let offers = line.offers, let chosen = offers.chosen {
                line.put(offers.candidates[chosen], replacing: offers.range)
                line.offers?.range =
                    offers.range.lowerBound..<(offers.range.lowerBound + offers.candidates[chosen].unicodeScalars.count)
                // There is nothing else to choose: the next Tab is about what follows.
                if offers.candidates.count == 1 { line.offers = nil }
            }
            overlays[top] = .line(line)
            return typed(line)
        case .up where line.purpose == .command: return recall(line, at: top, by: -1)
        case .down where line.purpose == .command: return recall(line, at: top, by: 1)
        default: break
        }
        let before = line.text
        _ = line.field.handle(key)
        guard line.text != before else {
            overlays[top] = .line(line)
            return []
        }
        line.offers = nil
        line.problem = nil
        overlays[top] = .line(line)
        return typed(line)
    }

    /// The text of a line changed: a filter is asked for at once, an emptied command line stays open.
    mutating func typed(_ line: LineEntry) -> [Effect] {
        if case .narrow = line.purpose { return narrowed(to: line.text) }
        guard case .filter = line.purpose, line.text != queue.filter.text else { return [] }
        let old = queue.filter.query
        queue.filter.read(line.text, desk.directory.words)
        return queue.filter.query == old ? [] : askQueue()
    }

    /// Enter: the line becomes what it was opened for.
    private mutating func finish(_ line: LineEntry, at top: Int) -> [Effect] {
        switch line.purpose {
        case .narrow:
            overlays.remove(at: top)
            return followWords() ?? []
        case .filter:
            // The list in sight answers an older text, so a wrong one is not kept: the line stays, and says why.
            if queue.filter.problem == nil { overlays.remove(at: top) }
            return []
        case .query:
            do throws(QueryProblem) {
                _ = try CaseQuery(line.text, desk.directory.words)
            } catch {
                return complain(error.inLine, line, at: top)
            }
            overlays.remove(at: top)
            return visit(NamedQueue("Query", query: line.text, sort: queue.sortInForce))
        case .command:
            do throws(CallProblem) {
                if line.text.trimmedBlanks.isEmpty {
                    overlays.remove(at: top)
                    return []
                }
                let call = try CommandCall(line: line.text)
                overlays.remove(at: top)
                remember(line.text)
                return perform(call, typedIn: line)
            } catch {
                return complain(error.description, line, at: top)
            }
        case .subject: return submit(CommandCall(.subject, [line.text]), line)
        case .tags:
            if let wrong = line.tagChanges.first(where: { $0.contains { $0.isWhitespace } }) {
                let hyphened = wrong.split { $0.isWhitespace }.joined(separator: "-")
                return complain("A tag is one word: write \(hyphened), or a comma between two tags.", line, at: top)
            }
            guard line.tagChanges.isEmpty else { return submit(CommandCall(.tags, line.tagChanges), line) }
            let effects = setAside(line.number)
            notice = Notice("The tags are as they were.", .info)
            return effects
        case .duplicate:
            let number = line.text.trimmedBlanks
            guard !number.isEmpty else { return complain("Type the number of that case.", line, at: top) }
            return find([number], for: .repeated(input: line.number))
        case .closing(var call):
            if !line.text.trimmedBlanks.isEmpty { call.options[.message] = line.text }
            return submit(call, line)
        case .saving(let id, _):
            let folder = line.text.trimmedBlanks
            guard !folder.isEmpty else { return complain("Type a folder, or . for this one.", line, at: top) }
            overlays.remove(at: top)
            return run(CommandCall(.attachment, ["save", id.description], options: [.to: folder]))
        case .attaching(let id):
            let path = line.text.trimmedBlanks
            guard !path.isEmpty else { return complain("Type the path of a file.", line, at: top) }
            overlays.remove(at: top)
            return run(CommandCall(.attach, [id.description, path]))
        case .settling(var call):
            if !line.text.trimmedBlanks.isEmpty { call.options[.message] = line.text }
            return submit(call, line)
        case .due(let call):
            let text = line.text.trimmedBlanks
            let time = text.isEmpty ? nil : time(text)
            guard text.isEmpty || time != nil else { return complain(noTime(text), line, at: top) }
            if let time, time <= now { return complain("That time is over.", line, at: top) }
            // The words that are asked for come next; whoever leaves those finds the day again, as one of the calendar.
            var effects: [Effect] = []
            if let time, let draft = line.draft {
                overlays.remove(at: top)
                desk.keep(typed(time), draft)
                effects = [.saveDraft(draft, typed(time))]
            } else {
                effects = drop(line.number)
            }
            return effects + perform(call.with(.due, time?.description ?? "none"), on: line.targets)
        case .until(let call):
            let text = line.text.trimmedBlanks
            guard let time = time(text) else { return complain(noTime(text), line, at: top) }
            guard time > now else { return complain("That time is over.", line, at: top) }
            return submit(call.with(.until, time.description), line)
        case .need(var call, let need):
            let value = line.text.trimmedBlanks
            guard !value.isEmpty else { return complain("Say it in a few words, or leave with Esc.", line, at: top) }
            if Status.isDay(need), let absence = DayWords.absence(value, today: displayDay) {
                return complain(absence, line, at: top)
            }
            call.give(value, for: need)
            guard let next = call.nextNeed(desk.directory.words, from: status(of: line.targets)) else {
                return submit(call, line)
            }
            // It is kept, too, by whoever leaves the next line.
            var kept: [Effect] = []
            if let draft = line.draft, let text = line.unsent {
                desk.keep(text, draft)
                kept = [.saveDraft(draft, text)]
            }
            overlays.remove(at: top)
            return kept + open(LineEntry(.need(call, next), targets: line.targets))
        }
    }

    /// The time that is meant by what is typed into a line that asks for one, in words.
    func time(meantIn line: LineEntry) -> String? {
        switch line.purpose {
        case .due, .until: time(line.text.trimmedBlanks).map(formClock.words)
        default: nil
        }
    }

    private func time(_ text: String) -> Timestamp? {
        Timestamp(words: text, at: now, in: desk.directory.zone)
    }

    /// What is wrong with a text that is no time.
    private func noTime(_ text: String) -> String {
        DayWords.absence(ofTime: text, today: displayDay) ?? LineEntry.noTime
    }

    /// Does a typed command; where it is refused at once, or names a case that is not there, its line is open again.
    private mutating func perform(_ call: CommandCall, typedIn line: LineEntry) -> [Effect] {
        let open = overlays.count
        let effects = perform(call)
        if let ticket = work.searches.keys.first { work.searches[ticket]?.line = line }
        guard let notice, notice.tone == .refused, overlays.count == open else { return effects }
        reopen(line, notice.text)
        return effects
    }

    /// A command line is there again, with a word why, to be mended at its end.
    mutating func reopen(_ line: LineEntry, _ words: String) {
        var line = line
        line.field = TextField(line.text)
        line.offers = nil
        overlays.append(.line(line))
        overlays[overlays.count - 1].complain(words)
        notice = nil
    }

    /// Sends what a line became; the line stays until the store has it.
    private mutating func submit(_ call: CommandCall, _ line: LineEntry) -> [Effect] {
        perform(call, on: line.targets, from: line.number)
    }

    private mutating func complain(_ words: String, _ line: LineEntry, at top: Int) -> [Effect] {
        var line = line
        line.problem = words.withKeys
        notice = nil
        overlays[top] = .line(line)
        return []
    }

    private mutating func remember(_ text: String) {
        if keyboard.history.last != text { keyboard.history.append(text) }
        if keyboard.history.count > 200 { keyboard.history.removeFirst() }
    }

    /// Up and down bring back older command lines.
    private mutating func recall(_ line: LineEntry, at top: Int, by step: Int) -> [Effect] {
        var line = line
        let count = keyboard.history.count
        let place = max(0, min(count, (line.recalled ?? count) + step))
        line.recalled = place
        line.field = TextField(place < count ? keyboard.history[place] : "")
        line.offers = nil
        line.problem = nil
        overlays[top] = .line(line)
        return []
    }
}

extension LineEntry {
    fileprivate static let noTime = "Write a time like 2h, tomorrow, next monday, fri 14:00, 17:00 or 2026-03-09."

    /// Puts a candidate in the place of a stretch of the line, the cursor behind it.
    mutating func put(_ candidate: String, replacing range: Range<Int>) {
        let scalars = Array(text.unicodeScalars)
        let low = min(range.lowerBound, scalars.count)
        let high = min(max(low, range.upperBound), scalars.count)
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars[..<low])
        result.append(contentsOf: candidate.unicodeScalars)
        let cursor = result.count
        result.append(contentsOf: scalars[high...])
        field = TextField(String(result))
        field.moveCursor(to: cursor)
    }
}
