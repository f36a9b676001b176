import CaseModel
import TerminalUI

extension ListingLook {
    /// A customer as a row: how deep it stands in its group, what holds for it, what is open, what ends first.
    private func row(_ line: RosterLine, depth: Int, isOpen: Bool, above: String?) -> ListingRow {
        let account = line.account
        var cells = RowCells()
        cells.put(account.id.description, .id)
        let fold: Shown = line.children == 0 ? "  " : glyphs.shown(isOpen ? .open : .closed) + " "
        cells[.what] = TableCell(.blanks(depth * 2) + fold + Shown(account.name, upTo: 120))
        cells.put(above, .account, .dim)
        cells[.state] = plan(line)
        if !line.plans.isEmpty { cells[.state].shorter = shorter(plans: line.plans) }
        cells.put(line.contacts == 1 ? "1 person" : "\(grouped(line.contacts)) people", .who, .dim)
        cells[.amount] = open(line)
        let ends = showsEnd(line) ? line.ended : line.ends
        cells[.day] = TableCell(text(ends), line.ends == nil ? .dim : .text)
        cells[.left] = left(until: ends, from: account.region.map { policies.day(of: now, in: $0) })
        return ListingRow(.account(account.id), cells.all)
    }

    /// The plans that hold; where none does any more, since when, in the words of the cover line.
    private func plan(_ line: RosterLine) -> TableCell {
        guard line.plans.isEmpty else { return TableCell(Shown(plans(line.plans).text, upTo: 120)) }
        guard let ended = line.ended else { return TableCell("no plan", .dim) }
        return TableCell(showsEnd(line) ? "ended" : "ended " + text(ended), .warn)
    }

    /// Whether the day on which the plan of a customer ended stands where days do: where nothing else ends, and days have
    /// room.
    private func showsEnd(_ line: RosterLine) -> Bool {
        line.plans.isEmpty && line.ended != nil && line.ends == nil && lineRoom >= ListingLook.roomForDays
    }
    private static let roomForDays = 110

    /// Open cases: all of them, and the worst severity among them.
    private func open(_ line: RosterLine) -> TableCell {
        let all = line.open.values.reduce(0, +)
        guard all > 0 else { return TableCell("") }
        for severity in policies.words.severities {
            guard line.open[severity.code, default: 0] > 0 else { continue }
            let worst = words(for: severity, glyphs)
            var cell = TableCell(Shown("\(grouped(all)) open, worst ") + worst, severity.role)
            cell.shorter = [Shown("\(grouped(all)), worst ") + worst]
            // On a very narrow screen the head has to do.
            if size.columns < 80 { cell.shorter.append(Shown("\(grouped(all)), ") + worst) }
            return cell
        }
        return TableCell(Shown("\(all)"))
    }

    /// Customers as a tree by group, or those that were looked for.
    func listing(_ lines: [RosterLine], _ names: Names, branches: [AccountID: [RosterLine]], isTree: Bool) -> Listing {
        var rows: [ListingRow] = []
        func add(_ line: RosterLine, depth: Int) {
            let branch = isTree ? branches[line.account.id] : nil
            let region = line.account.region.map { policy.region($0)?.name ?? $0 }
            let above = isTree ? nil : line.account.parent.flatMap { names.accounts[$0] }
            rows.append(row(line, depth: depth, isOpen: branch != nil, above: above ?? region))
            guard depth < ListingLook.deepest else { return }
            for below in branch ?? [] { add(below, depth: depth + 1) }
        }
        for line in lines { add(line, depth: 0) }
        var columns = ListingColumn.columns(
            [
                .id: "Account", .what: "Name", .account: isTree ? "Region" : "Region, part of", .state: "Plan",
                .who: "People", .amount: "Open, worst", .day: "Ends next", .left: "Left",
            ], kept: [.amount])
        // What holds for a customer matters more than where it is.
        for place in columns.indices where columns[place].id == ListingColumn.account.rawValue {
            columns[place].leaves = 3
        }
        // A day is of no use when it is cut.
        let all = lines + branches.values.joined()
        if all.contains(where: { $0.plans.isEmpty && $0.ended != nil && !showsEnd($0) }),
            let place = columns.firstIndex(where: { $0.id == ListingColumn.state.rawValue })
        {
            columns[place].minimum = max(columns[place].minimum, "ended 31 Mar 2025".utf8.count)
        }
        var list = Listing(
            columns, rows, empty: "There is no customer here.", help: "\(key(.add)) adds one.",
            reserved: [.state: CoverLine.notCovered.width])
        // It is the plan's only sometimes: what ends first may be a machine.
        list.leftAlone = "Ends next"
        return list
    }

    /// As deep as a group is unfolded.
    private static let deepest = 12
}
