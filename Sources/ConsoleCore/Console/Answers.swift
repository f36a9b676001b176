import CaseModel
import TerminalUI

extension ConsoleState {
    /// An answer came; one to an older question is dropped.
    mutating func hear(_ answer: Answer, to ticket: Ticket) -> [Effect] {
        switch answer {
        case .page(let rows): return hearPage(rows, ticket)
        case .order(let ids): return hearOrder(ids, ticket)
        case .rows(let rows): hearRows(rows, ticket)
        case .counts(let counts) where ticket == queue.asked.elsewhere:
            hearElsewhere(counts)
        case .counts(let counts):
            guard ticket == queue.asked.counts, queue.tabs.take(counts: counts) else { return [] }
            queue.asked.counts = .none
        case .wake(let wake): if ticket == queue.asked.counts { queue.tabs.wake = wake }
        case .openCounts(let counts):
            desk.openCounts = counts
            refreshQueuePicker()
        case .file(let file): hearFile(file, ticket)
        case .cover(let facts, let revision): desk.covers.put(facts, at: revision)
        case .names(let agents, let queues):
            desk.directory.agents = agents
            desk.directory.queues = queues
            desk.hasNames = true
            // Who is there stands in previews and heads of cases that were handed over.
            queue.preview.expire()
            page?.head = PageHead()
            if [.centers, .roles, .callSheet].contains(workplaces.top?.current.content) { refill() }
            return checkStart()
        case .found(let cases): return hearFound(cases, ticket)
        case .outcome(let outcome): return hearOutcome(outcome, ticket)
        case .attachments(let files): page?.keepingItem { $0.aside.files.hear(.success(files), ticket) }
        case .related(let cases): page?.keepingItem { $0.aside.related.hear(.success(cases), ticket) }
        case .next(let next): return hearNext(next, ticket)
        case .place(let answer):
            hearPlace(answer, ticket)
            return screen == .desk && !isListComing ? pressHeld() : []
        case .placeSoFar(let part):
            hearPart(part, ticket)
            return screen == .desk && !isListComing ? pressHeld() : []
        case .ran(let report): return hearReport(report, ticket)
        case .edited(let text): return hearEdited(text, ticket)
        case .draft(let key, let text): hearDraft(key, text)
        case .drafts(let keys): hearDrafts(keys)
        case .alerts(let alerts): return hearAlerts(alerts)
        case .themed(let theme):
            desk.look.themeName = theme.name
            let isOther = desk.glyphs != theme.glyphs
            desk.look.glyphs = theme.glyphs
            if isOther { queue.shelf.redraw(rowLook) }
            notice = Notice("The theme is \(theme.name) now.", .done)
        case .themes(let names): openThemePicker(names)
        case .failed(let error): return hearFailure(error, ticket)
        case .trouble(let words):
            if ticket == work.editing { work.editing = .none }
            if let index = index(of: ticket, sending: true) { overlays[index].complain(words) }
            notice = Notice(words, .refused)
        }
        return []
    }

    /// The store could not answer: the question's own place says so.
    mutating func hearFailure(_ error: StoreError, _ ticket: Ticket) -> [Effect] {
        if error == .cancelled { return [] }
        hearAlertFailure(error, ticket)
        if hearPlaceFailure(error, ticket) || hearAsideFailure(error, ticket) { return [] }
        if let act = work.running.removeValue(forKey: ticket) { return failed(act, error) }
        if let journey = work.journeys.removeValue(forKey: ticket) { return arrive(journey, error.description) }
        if ticket == work.next { work.next = .none }
        if let search = work.searches.removeValue(forKey: ticket) {
            giveUp(search, error.description)
            return []
        }
        if ticket == queue.asked.page || ticket == queue.asked.order {
            if ticket == queue.asked.page { queue.asked.page = .none }
            if ticket == queue.asked.order { queue.asked.order = .none }
            if queue.asked.page == .none, queue.asked.order == .none, queue.order.ids.isEmpty {
                // Rows of another question would stand below this one's name; no key and no mark may mean them.
                put(CaseOrder())
                queue.asked.held = []
                queue.problem = error
            }
        } else if ticket == queue.asked.rows {
            queue.asked.rows = .none
            // Asked for again at once, they would fail at once, without end.
            queue.asked.seen = rowsSeen
        } else if let page, ticket == page.ticket {
            self.page?.ticket = .none
            if page.file == nil { self.page?.problem = error }
        }
        notice = Notice(error.description, .refused)
        return []
    }
}
