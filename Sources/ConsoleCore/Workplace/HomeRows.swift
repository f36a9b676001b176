import CaseModel
import TerminalUI

/// A list of a home as it is asked for: a head, and a query in the query language or a question of its own.
private struct HomeLine {
    var title: String
    var source: HomeList.Source?

    init(_ title: String, _ query: String, sort: [SortKey] = [SortKey(.due), SortKey(.severity)], _ words: Vocabulary) {
        self.title = title
        do throws(QueryProblem) {
            source = .cases(try CaseQuery(query, words), sort: sort)
        } catch {
            // A policy without such a word has no such cases.
            source = nil
        }
    }

    init(_ title: String, _ source: HomeList.Source) {
        self.title = title
        self.source = source
    }
}

extension ListingLook {
    /// What the home of a role asks for.
    func home(_ role: HomeRole) -> [HomeList] {
        // Each may have the whole screen: how many rows the others leave it is not known before they came.
        let limit = max(ListingLook.fewest, min(homeRows, ConsoleState.listed))
        return lines(role).compactMap { line in line.source.map { HomeList(line.title, $0, limit: limit) } }
    }

    /// The rows of a screen that a home fills, without the zones around it.
    private var homeRows: Int { size.rows - 10 }
    /// A list of a home has so many rows at the least.
    private static let fewest = 8
    /// What stands below the list takes so many where it does not stand beside it.
    private static let below = 14

    /// How many rows each list of a home shows: its share, and more as long as all of it is in sight.
    ///
    /// - Parameter wanted: how many each has.
    private func shares(_ wanted: [Int], beside others: Int) -> [Int] {
        let part = max(ListingLook.fewest, homeRows / max(1, wanted.count))
        var shares = wanted.map { min($0, part) }
        let below = size.columns >= DeskLayout.wide ? 0 : ListingLook.below
        var room = homeRows - below - others - shares.reduce(0, +)
        while room > 0,
            let next = shares.indices.filter({ shares[$0] < wanted[$0] }).min(by: { shares[$0] < shares[$1] })
        {
            shares[next] += 1
            room -= 1
        }
        return shares
    }

    private func lines(_ role: HomeRole) -> [HomeLine] {
        let words = policies.words
        let soon = CivilDay(daysSince1970: today.daysSince1970 + 90)
        switch role {
        case .engineer:
            return [
                HomeLine("Mine, by due time", "owner:me is:open -is:snoozed", words),
                // From now on: what was due before was met or breached, and is most of what there is.
                HomeLine("A breach in the next four hours", "is:open responseState:running -is:breached due:4h", words),
                HomeLine("Nobody's yet; \(key(.workNext)) takes the next", "is:open is:unassigned -is:snoozed", words),
            ]
        case .frontDesk:
            let doubtful = words.statuses.filter { $0.role == .doubtful }.map(\.code).joined(separator: ",")
            let usual = policy.intake.requestTypes.first { $0.code == words.usualType.code }?.team
            let others = policy.intake.requestTypes.filter { $0.team != usual }
            return [
                HomeLine(
                    "New, cover to be verified; \(key(.status)) sets the status", "status:\(words.start.code)", words),
                HomeLine("Cover or caller in doubt", "status:\(doubtful)", words),
                HomeLine(
                    fitting(others.map(\.name)), "is:open type:\(others.map(\.code).joined(separator: ","))", words),
            ]
        case .accountManager:
            return [
                HomeLine("My customers' worst cases", .worst),
                HomeLine(
                    "Contracts that end within 90 days",
                    .records(RecordQuery(.contract, endingFrom: today, endingUntil: soon, byEnd: true))),
                HomeLine("Memberships that end within 90 days, notice reaches nobody", .unnoticed(until: soon)),
                HomeLine("Hours nearly spent", .nearlySpent(percent: 20)),
            ]
        case .licensing:
            let about = policy.intake.requestTypes.filter { $0.about.contains(RecordKind.license.code) }.map(\.code)
            return [
                HomeLine("Requests about licences", "is:open type:\(about.joined(separator: ","))", words),
                HomeLine(
                    "Licences that expire within 90 days",
                    .records(RecordQuery(.license, endingFrom: today, endingUntil: soon, byEnd: true))),
            ]
        case .situations:
            return [
                HomeLine("Running", "is:open is:critical", words),
                HomeLine("Running, and nobody commands", "is:open is:critical criticalSituationManager:none", words),
            ]
        }
    }

    /// As many names as a head has room for, with how many more there are.
    private func fitting(_ names: [String]) -> String {
        // How many cases there are stands behind them.
        let room = size.columns - 24
        func words(_ count: Int) -> String {
            let more = names.count > count ? " and \(names.count - count) more" : ""
            return names.prefix(count).joined(separator: ", ") + more
        }
        var count = names.count
        while count > 1, Shown(words(count), upTo: 400).width > room { count -= 1 }
        return words(count)
    }

    /// The lists of a home as rows under heads.
    ///
    /// - Parameter heard: my cases on which the customer answered and I did not yet.
    func listing(_ lists: [HomeList], _ answers: [HomeAnswer], heard: [CaseSummary]) -> Listing {
        var rows: [ListingRow] = []
        if !heard.isEmpty {
            rows.append(ListingRow(heading: "Customers who answered  \(heard.count)", 0))
            rows += heard.map { row($0) }
        }
        // What is still to come keeps its part of the screen, so that nothing moves away when it does.
        let part = homeRows / max(1, lists.count)
        let shares = shares(
            lists.indices.map { answers.indices.contains($0) ? answers[$0].listed : part }, beside: rows.count)
        for (place, list) in lists.enumerated() {
            guard answers.indices.contains(place) else {
                rows.append(ListingRow(heading: list.title, rows.count))
                rows.append(ListingRow(words: "loading…", rows.count))
                continue
            }
            let answer = answers[place]
            let count = answer.count ?? answer.listed
            let isOpen = answer.isMore || (answer.count == nil && answer.listed >= list.limit)
            let rest =
                count > shares[place] ? self.rest(of: list, isOpen ? nil : count, rows.count + shares[place]) : nil
            // The line that leads to the rest takes the place of one of them.
            let listed = shares[place] - (rest == nil ? 0 : 1)
            let more = count > listed ? ", the first \(listed)" : ""
            let title = answer.isOfAll ? "Worst cases of all customers" : list.title
            // How many there are is seen whole, whatever they are called.
            let counted = "  \(isOpen ? "at least " : "")\(grouped(count))\(more)"
            let room = max(12, size.columns - 3 - counted.unicodeScalars.count)
            let head = Shown(title, upTo: 200).truncated(to: room, ellipsis: glyphs[.ellipsis])
            rows.append(ListingRow(heading: head.text + counted, rows.count))
            rows += answer.cases.prefix(listed).map { row($0) }
            rows += answer.records.records.prefix(listed - min(listed, answer.cases.count)).map { record in
                homeRow(record, answer)
            }
            if listed == 0 { rows.append(ListingRow(words: "nothing", rows.count)) }
            if let rest { rows.append(rest) }
        }
        var titles = ListingLook.homeTitles
        // Cases alone have no last day.
        if answers.allSatisfy({ $0.records.records.isEmpty }) { titles[.who] = "With" }
        return Listing(
            ListingColumn.columns(titles), rows, empty: "Nothing needs you now.",
            help: "\(key(.queue)) lists the queues.")
    }

    /// The line behind a list of cases that is longer than its part of the screen: it leads to all of them as a queue; nil
    /// for other lists, whose place is another workplace.
    private func rest(of list: HomeList, _ count: Int?, _ place: Int) -> ListingRow? {
        guard case .cases(let query, let sort) = list.source else { return nil }
        // What stands behind the name is for whoever reads the home.
        let name = String(list.title.prefix { $0 != ";" })
        let words = "all \(count.map { grouped($0) } ?? "of them") as a queue"
        var row = ListingRow(.line(place), [], lines: [StyledLine(Shown(query.text, upTo: 400), .dim)])
        row.whole = StyledLine(glyphs.shown(.ellipsis) + Shown(" " + words), .dim)
        row.visits = NamedQueue(name, query: query.text, sort: sort)
        row.opens = words
        return row
    }

    /// A record in the columns of cases: how long it lasts stands where a case says how long its promise does, its last
    /// day where a case says whose it is, what is free of it where a case says how it stands; so no column is empty for
    /// cases.
    private func homeRow(_ record: Record, _ answer: HomeAnswer) -> ListingRow {
        let hours = answer.hours[record.id]
        var row = row(record, answer.records.names, hours: hours)
        func cell(_ column: ListingColumn) -> TableCell { row.cells[column.rawValue] }
        let ends = [cell(.who).text, cell(.day).text].filter { $0.width > 0 }
        row.cells[ListingColumn.who.rawValue].text = Shown.joined(ends, separator: ", ")
        if record.kind == .license {
            // That it ends soon stands in front already.
            row.cells[ListingColumn.state.rawValue] = cell(.amount)
        }
        row.cells[ListingColumn.due.rawValue] = cell(hours == nil ? .left : .amount)
        return row
    }

    private static let homeTitles: [ListingColumn: Shown] = [
        .due: "Due, left", .severity: "Sev", .id: "Number", .what: "Subject, product", .account: "Customer",
        .state: "Status, plan", .who: "With, ends",
    ]
}

extension HomeAnswer {
    /// How many rows came.
    fileprivate var listed: Int { cases.count + records.records.count }
}
