import CaseModel
import TerminalUI

extension ConsoleState {
    /// Goes to a workplace; the one that is left lies under it.
    mutating func go(to place: Place, tab: Int? = nil) -> [Effect] {
        let left = page
        page = nil
        notice = nil
        workplaces.isHistoryWanted = false
        if workplaces.isAside {
            workplaces.isAside = false
            workplaces.stack = []
        }
        // Going where one was already goes back there.
        if let index = workplaces.stack.lastIndex(where: { $0.place == place }) {
            workplaces.stack.removeSubrange((index + 1)...)
            if let tab, tab != workplaces.top?.tab { turn(to: tab) }
            return askWorkplace()
        }
        if workplaces.stack.count >= Workplaces.deepest { workplaces.stack.removeFirst() }
        var workplace = Workplace(place, tab: tab ?? 0)
        workplace.under = left
        workplaces.stack.append(workplace)
        return askWorkplace()
    }

    /// What the tab on the screen needs of the store is asked for; what it shows stays until the answer comes.
    mutating func askWorkplace() -> [Effect] {
        guard var top = workplaces.top else { return [] }
        guard let look = ListingLook(self) else { return [] }
        top.asked.problem = nil
        top.asked.isStuck = false
        // An answer that is under way belongs to another tab or to older rows.
        (top.asked.rows, top.asked.further) = (.none, .none)
        switch top.current.content {
        case .centers, .roles, .alerts, .policy:
            workplaces.top = top
            refill()
            showAlertProblem()
            return []
        default: break
        }
        // As many rows again as are at hand, so that who went far down stays there.
        top.asked.limit = max(ConsoleState.listed, top.answers[top.tab]?.rows ?? 0)
        guard let question = question(of: top, look, upTo: top.asked.limit) else {
            if [.ownAccounts, .ownEnding].contains(top.current.content) {
                top.lists[top.tab] = look.nobody
                workplaces.top = top
            }
            return []
        }
        (top.asked.rows, top.asked.words) = (ask(), top.current.content.isAskedByWords ? top.words : "")
        top.roster.unfolding = nil
        workplaces.top = top
        return [.loadPlace(question, top.asked.rows)]
    }

    /// What a tab asks the store.
    ///
    /// - Parameter after: what came before, for the rows behind it.
    func question(
        of workplace: Workplace, _ look: ListingLook, upTo limit: Int = ConsoleState.listed, after: PlaceAnswer? = nil
    ) -> PlaceQuestion? {
        switch workplace.current.content {
        case .home(let role): .home(look.home(role), context)
        case .accounts: .roster(roster(workplace.words, look.today, after, limit))
        case .ownAccounts: session?.agent.map { .ownRoster($0.id, RosterQuery(on: look.today, limit: limit)) }
        case .ownEnding: session?.agent.map { .ownRecords($0.id, ending(from: look.today, after, limit)) }
        case .ending(let days):
            .records(ending(from: look.today, until: look.today.adding(Int64(days)), after, limit))
        case .ended: .records(ended(before: look.today, after, limit))
        case .contacts: .contacts(people(workplace.words, after, limit))
        case .callSheet, .people, .own, .cover, .cases:
            if case .customer(let id) = workplace.place { .customer(id, context) } else { nil }
        case .all(let code, let ending):
            RecordKind(code: code).map { kind in
                kind.isRenewed && ending == .any
                    ? .records(turning(kind, from: look.today, after, limit))
                    : .records([query(kind, ending, look.today, after, limit)])
            }
        case .situations(let isEnded): situations(isEnded)
        case .record: if case .record(let id) = workplace.place { .record(id) } else { nil }
        case .centers, .roles, .policy, .alerts: nil
        }
    }

    /// As many rows of a list come at once.
    static let listed = 100
    /// As many when all of them are wanted.
    static let listedToEnd = 1000
    /// How many rows there may be on the way to the last: all of them are asked for again when somebody changes something.
    static let mostToEnd = 20_000

    /// Whole groups by their top, or whoever has the words in the name.
    private func roster(_ words: String, _ today: CivilDay, _ after: PlaceAnswer?, _ limit: Int) -> RosterQuery {
        var query = RosterQuery(words.isEmpty ? .top : .any, text: words, on: today, limit: limit)
        if case .roster(let lines, _)? = after { query.after = lines.last?.place }
        return query
    }

    private func people(_ words: String, _ after: PlaceAnswer?, _ limit: Int) -> ContactQuery {
        var query = ContactQuery(text: words, limit: limit)
        if case .contacts(let contacts, _)? = after { query.after = contacts.last.map { ContactPlace($0) } }
        return query
    }

    private func query(
        _ kind: RecordKind, _ ending: TabContent.Ending, _ today: CivilDay, _ after: PlaceAnswer?, _ limit: Int
    ) -> RecordQuery {
        var query = query(kind, ending, today)
        query.limit = limit
        if case .records(let lists)? = after { query.after = lists.first?.records.last?.place }
        return query
    }

    private func query(_ kind: RecordKind, _ ending: TabContent.Ending, _ today: CivilDay) -> RecordQuery {
        func day(_ days: Int) -> CivilDay { today.adding(Int64(days)) }
        return switch ending {
        case .any: RecordQuery(kind, byEnd: kind.end != nil, limit: ConsoleState.listed)
        case .within(let days):
            RecordQuery(kind, endingFrom: today, endingUntil: day(days), byEnd: true, limit: ConsoleState.listed)
        }
    }

    private func situations(_ isEnded: Bool) -> PlaceQuestion? {
        let words = desk.directory.words
        let critical = words.severities.filter(\.isCritical).map(\.code).joined(separator: ",")
        let closed = words.statuses.filter { !$0.isOpen }.map { "severity:\(critical) status:\($0.code)" }
        // Who commanded one that became less than critical stays named; a range of severities goes by an index.
        let last = words.severities.last(where: \.isCritical).map(\.code) ?? ""
        // One more than is listed tells whether there are more.
        let limit = ListingLook.situations(areEnded: isEnded) + 1
        do throws(QueryProblem) {
            guard isEnded else {
                let running = CaseList(
                    try CaseQuery("is:critical", words), sort: [SortKey(.due), SortKey(.severity)], limit: limit)
                return .files([running], context)
            }
            var lists: [CaseList] = []
            for text in closed {
                let ended = [SortKey(.closed, descending: true)]
                lists.append(CaseList(try CaseQuery(text, words), sort: ended, limit: limit))
            }
            // Those are mostly open still, so that the order of what closed last would leave them out; half as many,
            // since each costs the reading of a long history.
            let lowered = try CaseQuery("criticalSituationManager:any severity>\(last)", words)
            lists.append(CaseList(lowered, sort: [SortKey(.updated, descending: true)], limit: limit / 2))
            return .files(lists, context)
        } catch {
            // A policy without such a severity has no such cases.
            return nil
        }
    }

    /// The store answered a workplace.
    mutating func hearPlace(_ answer: PlaceAnswer, _ ticket: Ticket) {
        if ticket == desk.customers.ticket {
            if case .customer(let sheet) = answer { keep(sheet) }
            desk.customers.ticket = .none
            return
        }
        if ticket == desk.customers.found.ticket {
            if case .roster(let lines, _) = answer { desk.customers.found.accounts = lines.map(\.account) }
            desk.customers.found.ticket = .none
            return
        }
        if ticket == desk.customers.host.ticket {
            if case .records(let lists) = answer { desk.customers.host.licenses = lists.first }
            desk.customers.host.ticket = .none
            return
        }
        guard var top = workplaces.top else { return }
        if ticket == top.asked.further { return hearFurther(answer) }
        guard ticket == top.asked.rows else { return }
        (top.asked.rows, top.asked.seen) = (.none, top.asked.words)
        top.asked.unfinished.remove(top.tab)
        top.asked.doubtful.remove(top.tab)
        if answer.rows >= top.asked.limit { top.asked.unfinished.insert(top.tab) }
        if case .roster = answer { top.roster.stale = top.roster.branches.keys.sorted() }
        top.asked.problem = nil
        if case .customer(let sheet) = answer {
            // One sheet serves every tab of the customer.
            keep(sheet)
            top.name = sheet.account.name
            // The list in sight tells on which row the cursor stays.
            top.lists = top.lists.filter { $0.key == top.tab }
            for tab in top.place.tabs.indices { top.answers[tab] = answer }
        } else {
            top.answers[top.tab] = answer
        }
        if case .record(let file) = answer { top.name = file.record.title }
        workplaces.top = top
        refill()
        workplaces.goal = nil
        arriveAtEnd()
        showWantedHistory()
        sayWhereItWent()
    }

    private mutating func keep(_ sheet: CustomerSheet) {
        desk.customers.put(sheet, uncovered: ListingLook(self)?.uncovered(of: sheet) ?? [])
    }

    /// The first of what was asked for came: it is seen, and what was seen before in place of the rest stays.
    mutating func hearPart(_ part: PlaceAnswer, _ ticket: Ticket) {
        guard let top = workplaces.top, ticket == top.asked.rows else { return }
        // Rows that were found by other words are no rows of this answer.
        let seen = part.over(top.asked.seen == top.asked.words ? top.answers[top.tab] : nil)
        workplaces.top?.asked.seen = top.asked.words
        if case .customer(let sheet) = seen {
            workplaces.top?.name = sheet.account.name
            for tab in top.place.tabs.indices { workplaces.top?.answers[tab] = seen }
        }
        workplaces.top?.answers[top.tab] = seen
        if part.rows > 0 { workplaces.top?.asked.unfinished.insert(top.tab) }
        refill()
    }

    /// The rows of the tab follow from what the store said; the cursor stays with its row.
    mutating func refill() {
        guard var top = workplaces.top, let look = ListingLook(self) else { return }
        let (kept, before) = (top.row?.subject, top.window.cursor)
        guard var list = listing(of: top, look) else { return }
        if !top.current.content.isAskedByWords { list.narrow(to: top.words) }
        if top.asked.unfinished.contains(top.tab) { list.more = list.more ?? "" }
        top.lists[top.tab] = list
        top.settleRows(with: kept, near: before)
        if let goal = workplaces.goal { top.settleRows(with: goal, near: before) }
        top.detail.key = nil
        workplaces.top = top
        leaveHeading(1)
    }

    /// Other words alone: the rows are those that are there, only fewer or more of them are seen.
    mutating func narrowRows() {
        guard var top = workplaces.top else { return }
        let (kept, before) = (top.row?.subject, top.window.cursor)
        top.lists[top.tab]?.narrow(to: top.words)
        top.settleRows(with: kept, near: before)
        workplaces.top = top
        leaveHeading(1)
    }

    /// My cases on which the customer answered and I did not yet.
    private var heard: [CaseSummary] {
        desk.alerts.standing.filter { $0.reason == .heard && $0.owner == session?.agent?.id }.compactMap(\.item)
    }

    /// Whether the rows on the screen are about to be others, or the first ones are still to come.
    var isListComing: Bool {
        guard let top = workplaces.top, top.asked.rows != .none else { return false }
        // Heads alone are nothing to act on.
        let hasRows = top.list.map { list in list.shown.contains { !list.rows[$0].subject.isHeading } } ?? false
        return !hasRows || top.current.content.isAskedByWords
    }

    private func listing(of workplace: Workplace, _ look: ListingLook) -> Listing? {
        switch workplace.current.content {
        case .centers: return look.centers(desk.directory.agents)
        case .roles: return look.onDuty(desk.directory.agents)
        case .alerts(let areMine):
            guard desk.alerts.isKnown else { return nil }
            let all = desk.alerts.standing
            let rows = areMine ? desk.alerts.mine : all
            return look.listing(rows, others: all.count - rows.count)
        case .policy(let part): return look.policy(part)
        default: break
        }
        guard let answer = workplace.answers[workplace.tab] else { return nil }
        switch (workplace.current.content, answer) {
        case (.home(let role), .home(let answers)):
            return look.listing(look.home(role), answers, heard: role == .engineer ? heard : [])
        case (.accounts, .roster(let lines, let names)):
            return look.listing(lines, names, branches: workplace.roster.branches, isTree: workplace.words.isEmpty)
        case (.ownAccounts, .roster(let lines, let names)): return look.own(lines, names)
        case (.ownEnding, .records(let lists)): return look.ownEnding(lists)
        case (.ending(let days), .records(let lists)): return look.ending(lists, within: days)
        case (.ended, .records(let lists)): return look.ended(lists)
        case (.contacts, .contacts(let contacts, let names)):
            return look.listing(contacts, names, revealed: workplace.revealed)
        case (.callSheet, .customer(let sheet)): return look.callSheet(sheet, revealed: workplace.revealed)
        case (.cover, .customer(let sheet)): return look.coverSheet(sheet)
        case (.people, .customer(let sheet)):
            return look.listing(sheet.contacts, sheet.names, revealed: workplace.revealed, at: sheet.account.id)
        case (.cases, .customer(let sheet)): return sheet.openCount == nil ? nil : look.cases(of: sheet)
        case (.own(let kinds), .customer(let sheet)): return look.own(kinds, sheet)
        case (.all(let code, let ending), .records(let lists)):
            guard let kind = RecordKind(code: code), !lists.isEmpty else { return nil }
            return look.listing(
                lists, of: kind, ending, byMonth: kind.end != nil && code != RecordKind.license.code)
        case (.situations, .files(let files)):
            return look.situations(files, areEnded: workplace.current.content == .situations(isEnded: true))
        case (.record, .record(let file)): return look.listing(file)
        default: return nil
        }
    }
}
