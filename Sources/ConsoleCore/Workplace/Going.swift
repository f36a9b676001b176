import CaseModel
import TerminalUI

extension ConsoleState {
    /// `go WORD`: to a workplace by its name.
    mutating func go(_ word: String) -> [Effect] {
        guard let place = Place(word: word) else {
            notice = Notice("go takes one of: \(Place.words.joined(separator: ", ")).", .refused)
            return []
        }
        // Entered by its name a place begins at its beginning; going back leads to what was seen of it last.
        guard place == .home else { return go(to: place, tab: 0) }
        let role = HomeRole(of: session?.agent, session?.policies.inForce)
        return go(to: .home, tab: HomeRole.allCases.firstIndex(of: role))
    }

    /// `customer [sheet|cover]`: to the customer of the case or the row.
    mutating func goToCustomer(_ tab: TabContent = .callSheet) -> [Effect] {
        if let id = accountAtHand { return go(to: .customer(id), tab: Place.customer(id).tab(tab)) }
        if screen != .desk,
            let name = page?.file?.account?.name ?? queue.cursorID.flatMap({ queue.shelf[$0]?.accountName })
        {
            // The row has the name alone; the case in full is on its way.
            workplaces.coming = tab
            notice = Notice("\(name) is loading…", .info)
            return []
        }
        notice = Notice("There is no customer under the cursor. \(key(.go, "contacts")) lists them.", .info)
        return []
    }

    /// The customer of what is under the cursor.
    var accountAtHand: AccountID? {
        if let page { return page.file?.item.account ?? caseRow(page.id)?.account }
        guard let top = workplaces.top else { return queue.cursorID.flatMap { queue.shelf[$0]?.account } }
        if case .customer(let id) = top.place { return id }
        switch top.row?.subject {
        case .account(let id)?: return id
        case .contact(let id)?: return account(of: id, top)
        case .record(let id)?: return record(id, top)?.record.account
        case .item(let id)?: return top.caseRow(id)?.account ?? caseInFull(id)?.item.account
        default:
            if case .record(let file)? = top.answers[top.tab] { return file.record.account }
            return nil
        }
    }

    /// `C`: the customer's open cases as a queue, from which Esc leads back here.
    mutating func showCasesOfCustomer(_ named: AccountID? = nil) -> [Effect] {
        guard let id = named ?? accountAtHand, let name = desk.customers[id]?.account.name ?? accountName(id) else {
            notice = Notice("There is no customer under the cursor.", .info)
            return []
        }
        return visit(NamedQueue(name, query: "account:\(CaseQuery.quoted(name)) is:open", sort: SortKey.work))
    }

    /// The name of a customer in the rows on the screen; nil where it stands in none.
    func accountName(_ id: AccountID) -> String? {
        guard let top = workplaces.top else { return nil }
        return switch top.answers[top.tab] {
        case .roster(let lines, let names)?:
            lines.first { $0.account.id == id }?.account.name ?? names.accounts[id]
        case .contacts(_, let names)?: names.accounts[id]
        case .records(let lists)?: lists.lazy.compactMap { $0.names.accounts[id] }.first
        case .home(let lists)?: lists.lazy.compactMap { $0.records.names.accounts[id] }.first
        case .record(let file)?: file.names.accounts[id]
        case .files(let files)?: files.first { $0.account?.id == id }?.account?.name
        case .customer(let sheet)?: sheet.names.accounts[id]
        case nil: nil
        }
    }

    /// Back from the queue to the workplace it was looked at from; nil when there is none.
    mutating func backToDesk() -> [Effect]? {
        guard workplaces.isAside, !workplaces.stack.isEmpty else { return nil }
        workplaces.isAside = false
        refill()
        return askWorkplace()
    }

    /// The store could not answer a workplace; whether the question was one of those.
    mutating func hearPlaceFailure(_ error: StoreError, _ ticket: Ticket) -> Bool {
        if ticket == desk.customers.ticket {
            desk.customers.fail(error)
            notice = Notice(error.description, .refused)
            return true
        }
        if ticket == workplaces.top?.asked.further, ticket != .none {
            workplaces.top?.asked.further = .none
            workplaces.top?.roster.unfolding = nil
            // Asked again at once it would fail at once, without end.
            workplaces.top?.asked.isStuck = true
            stopGoingToEnd()
            let again = keyboard.notations(for: .refresh, in: .desk).first.map { " \($0) tries again." } ?? ""
            notice = Notice(error.description + again, .refused)
            return true
        }
        if ticket == desk.customers.found.ticket {
            desk.customers.found.ticket = .none
            return true
        }
        if ticket == desk.customers.host.ticket {
            // Saving looks again, and says what it finds.
            desk.customers.host.ticket = .none
            return true
        }
        guard let top = workplaces.top, top.asked.rows == ticket else { return false }
        workplaces.changed = nil
        workplaces.top?.asked.rows = .none
        guard top.list != nil else {
            workplaces.top?.asked.problem = error
            notice = Notice(error.description, .refused)
            return true
        }
        let again = keyboard.notations(for: .refresh, in: .desk).first.map { "; \($0) reads it again" } ?? ""
        notice = Notice(error.description + " What stands here is from before\(again).", .refused)
        return true
    }

    /// What the title line calls the screen below a case.
    var placeName: String {
        guard let top = workplaces.top ?? (page != nil && !workplaces.isAside ? workplaces.stack.last : nil) else {
            return queue.tabs.queue.name
        }
        switch top.place {
        case .customer: return top.name ?? top.place.title
        default: return top.place.title
        }
    }

    private var accountIsPlace: Bool { if case .customer? = workplaces.top?.place { true } else { false } }

    /// The keys the footer names on a workplace.
    var deskHints: [Command] {
        guard let top = workplaces.top else { return [] }
        return top.place.tabs.count > 1 ? hints(top) : hints(top).filter { $0 != .nextTab }
    }

    private func hints(_ top: Workplace) -> [Command] {
        if top.list == nil, top.asked.problem != nil {
            return [.refresh, .nextTab, .back]
        }
        // Nobody adds an alert by hand.
        if top.place == .alerts {
            guard top.row != nil else { return [.nextTab, .back] }
            guard case .alerts = top.current.content else { return [.open, .acts, .mark, .filter, .back] }
            return [.open, .mark, .nextTab, .filter, .back]
        }
        if top.place == .situations, top.row != nil { return [.open, .acts, .note, .reply, .status, .customer] }
        if !top.marks.isEmpty { return [.acts, .edit, .mark, .invert, .back] }
        switch top.row?.subject {
        case .item: return [.open, .take, .status, .note, .customer, .mark]
        case .account: return [.open, .casesOf, .add, .edit, .acts, .filter]
        case .contact: return (isFurthestIn ? [.open, .reveal] : [.open, .reveal, .acts]) + [.mark, .add, .filter]
        case .record(let id) where top.place == .record(id): return [.open, .acts, .edit, .add, .customer, .filter]
        case .record: return [.open, .acts, .mark, .add, .filter, accountIsPlace ? .nextTab : .customer]
        case .line where top.row?.leadsTo != nil || top.row?.opens != nil:
            return [.open, .nextTab, .add, .filter, .back]
        default: return top.place == .policy ? [.nextTab, .filter, .back] : [.nextTab, .add, .filter, .back]
        }
    }
}

extension Workplace {
    /// How many rows a tab has, once they came; nil where a number says nothing.
    func count(_ tab: Int) -> Int? {
        switch place.tabs[tab].content {
        case .alerts: return lists[tab]?.rows.count
        case .callSheet, .cover, .centers, .roles, .policy, .record, .home: return nil
        case .people, .own, .cases:
            guard case .customer(let sheet)? = answers[tab] else { return nil }
            switch place.tabs[tab].content {
            case .people: return sheet.facts.contacts.count { $0.account == sheet.account.id }
            case .own(let kinds): return kinds.reduce(0) { $0 + (sheet.records[$1]?.count ?? 0) }
            default: return sheet.openCount
            }
        case .accounts, .ownAccounts, .ownEnding, .ending, .ended, .contacts, .all, .situations:
            // Of one that was not looked at, or before something changed, nobody knows.
            guard !asked.doubtful.contains(tab), let list = lists[tab], list.more == nil,
                !asked.unfinished.contains(tab)
            else {
                return nil
            }
            return list.rows.count { !$0.subject.isHeading }
        }
    }

    /// The same in words: while some words are looked for, how many have them; nil while that is not known.
    func countWords(_ tab: Int) -> String? {
        guard let all = count(tab) else { return nil }
        guard tab == self.tab, !words.isEmpty else {
            // Elsewhere those who left are not counted among a customer's people.
            guard case .customer(let sheet)? = answers[tab] else { return grouped(all) }
            switch place.tabs[tab].content {
            case .people:
                let left = sheet.contacts.count { !$0.active }
                return grouped(all - left) + (left > 0 ? ", \(grouped(left)) former" : "")
            case .own(let kinds):
                // What is listed beside that which the tab is called after has a head with a number of its own.
                let named = kinds.first { RecordKind(code: $0)?.plural == place.tabs[tab].title }
                return grouped(named.map { sheet.records[$0]?.count ?? 0 } ?? all)
            default: return grouped(all)
            }
        }
        guard asked.rows == .none, let list else { return nil }
        if place.tabs[tab].content.isAskedByWords { return "\(grouped(all)) found" }
        // Of what is not among the rows nobody knows whether it has them.
        guard list.rows.count(where: { !$0.subject.isHeading }) >= all else { return nil }
        return "\(grouped(list.shown.count { !list.rows[$0].subject.isHeading })) of \(grouped(all))"
    }
}

extension CaseQuery {
    /// A name as it is written in a query, with quotation marks.
    static func quoted(_ name: String) -> String {
        let inside = name.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\" + String($0) : String($0) }.joined()
        return "\"\(inside)\""
    }
}
