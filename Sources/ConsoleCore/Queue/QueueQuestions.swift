public import CaseModel
import TerminalUI

extension ConsoleState {
    /// The circumstances of questions asked now.
    var context: QueryContext {
        QueryContext(now: now, zone: session?.zone ?? .utc, me: session?.agent?.id, words: desk.directory.words)
    }

    /// The question of the queue on the screen: its own query and the filter's; nil when its query is wrong.
    private mutating func question() -> CaseQuestion? {
        do throws(QueryProblem) {
            return CaseQuestion(try query(), sort: queue.sortInForce, context)
        } catch {
            notice = Notice("The query of \(queue.tabs.queue.name) is wrong: \(error)", .refused)
            return nil
        }
    }

    /// What the queue on the screen and the filter over it ask for together.
    private func query() throws(QueryProblem) -> CaseQuery {
        let base = try CaseQuery(queue.tabs.queue.query, desk.directory.words)
        let parts = [base.condition, queue.filter.query.condition].compactMap { $0 }
        return CaseQuery(parts.count > 1 ? .all(parts) : parts.first)
    }

    /// Asks for the queue from its beginning: another queue, filter or order.
    ///
    /// The old rows stay on the screen until the first new ones come, but no act means them any more.
    mutating func askQueue() -> [Effect] {
        queue.problem = nil
        queue.tabs.minute = now.seconds / 60
        queue.asked.again = false
        queue.asked.rows = .none
        (queue.cursor.anchor, queue.cursor.goal) = (nil, nil)
        guard let question = question() else {
            put(CaseOrder(ids: [], isComplete: true))
            queue.asked.page = .none
            queue.asked.order = .none
            return []
        }
        if queue.earlier == nil { queue.earlier = EarlierRows(order: queue.order, follow: queue.cursorID) }
        queue.order = CaseOrder()
        queue.asked.page = ask()
        queue.asked.order = ask()
        queue.asked.limit = max(queue.cursor.height, size.rows) * 2
        return [
            .loadPage(question, limit: queue.asked.limit, queue.asked.page),
            .loadOrder(question, queue.asked.order),
        ]
    }

    /// Asks for the same queue again because something changed; what is shown stays until the answer comes.
    mutating func askQueueAgain() -> [Effect] {
        guard queue.asked.order == .none else {
            queue.asked.again = true
            return []
        }
        guard let question = question() else { return [] }
        queue.problem = nil
        queue.asked.order = ask()
        var effects: [Effect] = [.loadOrder(question, queue.asked.order)]
        let rows = rowsWanted
        if !rows.isEmpty {
            queue.asked.rows = ask()
            queue.asked.range = firstWanted..<(firstWanted + rows.count)
            effects.append(.loadRows(rows, queue.asked.rows))
        }
        return effects
    }

    /// Asks how many cases each named queue has that is counted; a queue whose query is wrong finds nothing.
    mutating func askCounts() -> [Effect] {
        let questions = queue.tabs.queues.filter(\.isCounted).map { named in
            do throws(QueryProblem) {
                return CaseQuestion(try CaseQuery(named.query, desk.directory.words), sort: [], context)
            } catch {
                return CaseQuestion(CaseQuery(.any([])), sort: [], context)
            }
        }
        queue.asked.counts = ask()
        return [.loadCounts(questions, queue.asked.counts)]
    }

    /// Whether a case that was put off has come back by an instant and the console was not told that time yet.
    public func isAwoken(by now: Timestamp) -> Bool { phase == .open && queue.tabs.wake.map { $0 <= now } ?? false }

    /// Time alone brings back what was put off: only then the queue and its counts are asked for anew.
    mutating func askAwoken() -> [Effect] {
        guard isAwoken(by: now) else { return askByTheMinute() }
        queue.tabs.wake = nil
        queue.shelf.redraw(rowLook)
        return askQueueAgain() + askCounts()
    }

    /// A queue in sight that asks for something late, or for a distance from now, finds other cases by the minute.
    private mutating func askByTheMinute() -> [Effect] {
        guard phase == .open, screen == .queue, now.seconds / 60 != queue.tabs.minute else { return [] }
        queue.tabs.minute = now.seconds / 60
        do throws(QueryProblem) {
            return try query().condition?.changesWithTime == true ? askQueueAgain() + askCounts() : []
        } catch {
            // What is wrong with it was said when it was asked for.
            return []
        }
    }

    /// Where the filter finds nothing in a queue, all open cases are asked, and what it may have been meant as: somebody
    /// looks in the wrong place.
    mutating func askElsewhere() -> [Effect] {
        queue.filter.elsewhere = nil
        queue.filter.inOtherFields = []
        queue.asked.elsewhere = .none
        guard queue.order.ids.isEmpty, let condition = queue.filter.query.condition, queue.filter.problem == nil,
            let all = queue.tabs.allOpen
        else { return [] }
        do throws(QueryProblem) {
            let open = try CaseQuery(queue.tabs.queues[all].query, desk.directory.words)
            let here = try CaseQuery(queue.tabs.queue.query, desk.directory.words)
            let fields = queue.filter.query.meantOtherwise(desk.directory.words).compactMap(\.condition)
            func questions(_ base: CaseQuery, _ wanted: [Condition]) -> [CaseQuestion] {
                wanted.map { CaseQuestion(CaseQuery(.all([base.condition, $0].compactMap { $0 })), sort: [], context) }
            }
            // In the queue of all open cases both are the same.
            let own = here == open ? [] : questions(here, fields)
            queue.asked.elsewhere = ask()
            return [.countElsewhere(questions(open, [condition] + fields) + own, queue.asked.elsewhere)]
        } catch {
            return []
        }
    }

    /// How many cases the filter finds elsewhere came, and how many what it may have been meant as finds.
    mutating func hearElsewhere(_ counts: [Int]) {
        queue.asked.elsewhere = .none
        queue.filter.elsewhere = counts.first
        let terms = queue.filter.query.meantOtherwise(desk.directory.words).map(\.text)
        let all = Array(counts.dropFirst().prefix(terms.count))
        let here = counts.count > 1 + terms.count ? Array(counts.dropFirst(1 + terms.count)) : all
        queue.filter.inOtherFields = zip(terms, zip(all, here)).compactMap { term, counts in
            let (count, here) = counts
            return count > 0 || here > 0 ? FilterState.FieldCount(term: term, count: count, here: here) : nil
        }
    }

    /// What finds cases where the filter does not: `account:nord* finds 3`, in the queue or else among all open cases; nil
    /// for nothing.
    var otherFields: String? {
        let found = queue.filter.inOtherFields.map { field in
            let count = field.here > 0 ? grouped(field.here) : "\(grouped(field.count)) of all open"
            return "\(field.term) finds \(count)"
        }
        return found.isEmpty ? nil : found.joined(separator: ", ")
    }

    /// Where else the filter finds cases: `3 among all open, key 5`; nil when it is not known or nowhere.
    var elsewhere: String? {
        guard let count = queue.filter.elsewhere, count > 0, let all = queue.tabs.allOpen else { return nil }
        return "\(grouped(count)) among all open, key \(all + 1)"
    }

    /// The term of the first status that says the filter's words on screens, where texts alone are searched: whoever
    /// reads a status looks for it by its words.
    var statusMeant: String? {
        guard case .term(.words(.text, let values))? = queue.filter.query.condition, values.count == 1,
            queue.filter.problem == nil
        else { return nil }
        return CaseQuery.statuses(saying: queue.filter.text, desk.directory.words).first
    }

    /// What Tab puts into a filter's line, up to the term of a status that its words say on screens; nil for no status.
    func statusOffered(_ line: LineEntry) -> String? {
        guard statusMeant != nil, let offered = offers(for: line)?.candidates,
            let place = offered.firstIndex(where: { $0.hasPrefix("status:") && $0 != "status:" })
        else { return nil }
        return offered.prefix(through: place).joined(separator: " ")
    }

    /// The first position of ``rowsWanted``.
    var firstWanted: Int {
        min(queue.order.count, max(0, queue.cursor.visible.lowerBound - 2 * queue.cursor.height))
    }

    /// The cases whose rows are in sight, with two pages around them.
    var rowsWanted: [CaseID] {
        let end = min(queue.order.count, queue.cursor.visible.upperBound + 2 * queue.cursor.height)
        return Array(queue.order.ids[firstWanted..<max(firstWanted, end)])
    }
}
