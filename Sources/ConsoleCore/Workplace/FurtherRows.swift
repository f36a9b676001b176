import CaseModel
import TerminalUI

extension PlaceAnswer {
    /// How many rows came that may go on.
    var rows: Int {
        switch self {
        case .roster(let lines, _): lines.count
        case .contacts(let contacts, _): contacts.count
        case .records(let lists): lists.map(\.records.count).max() ?? 0
        case .customer, .record, .home, .files: 0
        }
    }

    /// These first rows with what is seen of an older answer to the same question in place of the others: its further
    /// lists, or the whole of it where that has more rows.
    func over(_ older: PlaceAnswer?) -> PlaceAnswer {
        switch (self, older) {
        case (.home(let lists), .home(let older)?):
            // How many there are is counted after the first came; until then it is what it was.
            let counted = zip(lists, older).map { $0.count == nil ? $0.counted(as: $1) : $0 }
            return .home(counted + lists.dropFirst(older.count) + older.dropFirst(lists.count))
        case (.files(let files), .files(let older)?) where older.count > files.count: return .files(older)
        case (.roster(let lines, _), .roster(let older, let names)?) where older.count > lines.count:
            return .roster(older, names)
        case (.customer, .customer(let older)?): return .customer(older)
        default: return self
        }
    }

    /// The same rows with those that follow them.
    func adding(_ more: PlaceAnswer) -> PlaceAnswer {
        switch (self, more) {
        case (.roster(let lines, var names), .roster(let others, let otherNames)):
            names.add(otherNames)
            return .roster(lines + others, names)
        case (.contacts(let contacts, var names), .contacts(let others, let otherNames)):
            names.add(otherNames)
            return .contacts(contacts + others, names)
        case (.records(var lists), .records(let others)):
            for (place, other) in others.enumerated() where lists.indices.contains(place) {
                lists[place].records += other.records
                lists[place].names.add(other.names)
                lists[place].goesOn = other.goesOn
            }
            return .records(lists)
        default: return self
        }
    }
}

extension ConsoleState {
    /// Asks for the rows below those that came, before the cursor gets there.
    mutating func askFurther() -> [Effect] {
        guard workplaces.top?.asked.isStuck == false else { return [] }
        if let id = workplaces.top?.roster.stale.first, workplaces.top?.asked.further == Ticket.none {
            workplaces.top?.roster.stale.removeFirst()
            return askBranch(id)
        }
        guard let top = workplaces.top, top.asked.unfinished.contains(top.tab), top.asked.rows == .none,
            top.asked.further == .none,
            top.asked.goesToEnd || top.window.visible.upperBound + top.window.height * 2 >= top.window.count,
            let answer = top.answers[top.tab], let look = ListingLook(self)
        else { return [] }
        let limit = top.asked.goesToEnd ? ConsoleState.listedToEnd : ConsoleState.listed
        guard let question = question(of: top, look, upTo: limit, after: answer) else { return [] }
        let ticket = ask()
        workplaces.top?.asked.further = ticket
        workplaces.top?.asked.furtherLimit = limit
        return [.loadPlace(question, ticket)]
    }

    /// More rows came, or those under a customer.
    mutating func hearFurther(_ answer: PlaceAnswer) {
        guard var top = workplaces.top else { return }
        top.asked.further = .none
        if let parent = top.roster.unfolding, case .roster(let lines, _) = answer {
            top.roster.branches[parent] = lines
            top.roster.unfolding = nil
        } else {
            if answer.rows < top.asked.furtherLimit { top.asked.unfinished.remove(top.tab) }
            top.answers[top.tab] = top.answers[top.tab]?.adding(answer) ?? answer
            workplaces.top = top
            // Those on the way to the last are laid out once, with it.
            let came = top.answers[top.tab]?.rows ?? 0
            let isFar = top.asked.goesToEnd && came >= ConsoleState.mostToEnd
            if top.asked.goesToEnd, !isFar, top.asked.unfinished.contains(top.tab) { return }
            if isFar { return stopFar(came) }
        }
        workplaces.top = top
        refill()
        arriveAtEnd()
    }

    /// More rows than anybody reads came on the way to the last: the cursor stays on the last of these.
    private mutating func stopFar(_ count: Int) {
        guard stopGoingToEnd(), var top = workplaces.top else { return }
        top.window.move(to: top.window.count - 1)
        workplaces.top = top
        leaveHeading(-1)
        notice = Notice("\(grouped(count)) rows came, and more follow; \(key(.filter)) finds them.", .info)
    }

    /// The cursor goes to the last row there is, not only to the last that came; any key gives that up.
    mutating func goToEnd() {
        guard let top = workplaces.top, top.asked.unfinished.contains(top.tab), !top.asked.isStuck else { return }
        workplaces.top?.asked.goesToEnd = true
    }

    /// Whether the last row was to be gone to, which ends here: what came on the way is seen.
    @discardableResult
    mutating func stopGoingToEnd() -> Bool {
        // Asked at every key, so a queue copies nothing for it.
        guard workplaces.isSeen, workplaces.top?.asked.goesToEnd == true else { return false }
        workplaces.top?.asked.goesToEnd = false
        refill()
        return true
    }

    /// The cursor goes to the last row once that came.
    mutating func arriveAtEnd() {
        guard var top = workplaces.top, top.asked.goesToEnd, !top.asked.unfinished.contains(top.tab) else { return }
        top.asked.goesToEnd = false
        top.window.move(to: top.window.count - 1)
        workplaces.top = top
        leaveHeading(-1)
    }

    /// Space: shows the customers under the one of the row, or hides them again.
    mutating func unfold() -> [Effect] {
        guard case .account(let id)? = workplaces.top?.row?.subject, workplaces.top?.words.isEmpty == true else {
            notice = Notice("Only a customer with others under it unfolds.", .info)
            return []
        }
        if workplaces.top?.roster.branches.removeValue(forKey: id) != nil { return refilled() }
        return askBranch(id)
    }

    private mutating func askBranch(_ id: AccountID) -> [Effect] {
        let ticket = ask()
        workplaces.top?.roster.unfolding = id
        workplaces.top?.asked.further = ticket
        let query = RosterQuery(.under(id), on: displayDay, limit: ConsoleState.listed)
        return [.loadPlace(.roster(query), ticket)]
    }

    /// A minute passed: how much time is left is told anew, and what is due is asked for again.
    mutating func refillByTheMinute() -> [Effect] {
        guard let top = workplaces.top, phase == .open, now.seconds / 60 != workplaces.minute else { return [] }
        workplaces.minute = now.seconds / 60
        refill()
        switch top.current.content {
        case .home, .situations: return top.asked.rows == .none ? askWorkplace() : []
        default: return []
        }
    }
}
