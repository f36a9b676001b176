import CaseModel
import TerminalUI

extension ListingLook {
    /// The centres: open or closed, until when, on their clock and on mine (domain 11, row 30).
    func centers(_ agents: [Agent]) -> Listing {
        let roster = DutyRoster(agents, by: policy, at: now, zones: policies.zones)
        var rows: [ListingRow] = []
        if let sun = roster.sun {
            // Those that open after it stand in that order, as many as a line takes; each row says when it closes.
            let turns = sun.following.prefix(3).map { "\(short($0.center)) \($0.opens.map(text) ?? "")" }
            let words = "Now " + (sun.now.map { short($0.center) } ?? "nobody")
            rows.append(
                ListingRow(heading: turns.isEmpty ? words : "\(words), then " + turns.joined(separator: ", "), 0))
        }
        for state in roster.centers {
            var cells = RowCells()
            cells.put(state.center.name, .what)
            cells.put(state.region?.name, .account)
            let words = state.isOpen ? "open" : "closed"
            cells[.state] = TableCell(Shown(words), state.isOpen ? .ok : .dim, state.isOpen ? [.bold] : [])
            if let zone = state.zone.flatMap({ policies.zones($0) }) {
                cells.put("\(zone.local(now).clockText) there", .who)
            }
            cells[.amount] = TableCell(Shown("\(agents.count { $0.center == state.center.code && $0.active })"))
            if let turn = state.closes ?? state.opens {
                cells[.day] = TableCell(Shown((state.isOpen ? "to " : "from ") + text(turn)))
                cells[.left] = TableCell(Shown(Span.short(turn - now)))
            }
            let people = agents.filter { $0.center == state.center.code && $0.active }
            let credit = policy.credit(state.center.origin.tags)
            let lines =
                [StyledLine(Shown("\(state.center.name), \(state.zone ?? "no zone") \(credit)", upTo: 200), .title)]
                + people.map { StyledLine(Shown("  \($0.name), \(roleName($0))", upTo: 200)) }
            var row = ListingRow(.line(rows.count), cells.all, lines: lines)
            // The shell calls it by its code.
            row.text += " " + Words.fold(state.center.code)
            row.opens = "its people"
            rows.append(row)
        }
        return Listing(
            ListingColumn.columns([
                .what: "Centre", .account: "Region", .state: "Now", .who: "Its clock", .amount: "People",
                .day: "Yours", .left: "Turns in",
            ]), rows, empty: "The policy names no centres.")
    }

    /// The roles and who holds them now (domain 11, rows 33 and 47 to 56).
    func onDuty(_ agents: [Agent]) -> Listing {
        let roster = DutyRoster(agents, by: policy, at: now, zones: policies.zones)
        var rows: [ListingRow] = []
        for role in roster.roles {
            let credit = policy.credit(role.role.origin.tags(of: "availability"))
            let nobody = role.onShift.isEmpty && role.off.isEmpty ? ": nobody has it" : ""
            rows.append(ListingRow(heading: "\(role.role.name)\(nobody) \(credit)", rows.count))
            for person in role.onShift + role.off {
                var cells = RowCells()
                cells.put(person.agent.id.description, .id)
                cells.put(person.agent.name, .what)
                cells.put(person.agent.center.map { placeWords($0) }, .account)
                let on = person.presence.isOnShift
                // Who is there while the centre is closed is there at any hour, or by a shift of one's own.
                let isOpen = roster.centers.first { $0.center.code == person.agent.center }?.isOpen ?? true
                let there: Shown = isOpen ? "on duty" : person.agent.shift == nil ? "any hour" : "own shift"
                cells[.state] = TableCell(
                    on ? there : person.presence.isReachable ? "reachable" : "off", on ? .ok : .dim)
                cells.put(person.presence.unknown ?? person.agent.expertise, .who)
                if let turn = on ? person.presence.until : person.presence.next {
                    cells[.day] = TableCell(Shown((on ? "to " : "from ") + text(turn)))
                    cells[.left] = TableCell(Shown(Span.short(turn - now)))
                }
                let title = "\(person.agent.name), \(role.role.name)"
                let does = role.role.does.map { [StyledLine(Shown($0, upTo: 600), .dim)] } ?? []
                var row = ListingRow(
                    .line(rows.count), cells.all, lines: [StyledLine(Shown(title, upTo: 200), .title)] + does)
                row.opens = "open cases"
                rows.append(row)
            }
        }
        return Listing(
            ListingColumn.columns([
                .id: "Agent", .what: "Name", .account: "Centre", .state: "Now", .who: "Expertise", .day: "Yours",
                .left: "Turns in",
            ]), rows, empty: "The policy names no roles.")
    }

    /// The name of a centre without the land it is in.
    private func short(_ center: Policy.Center) -> String {
        center.name.split(separator: ",").first.map { String($0) } ?? center.name
    }

    /// A centre with the region it is in, so that people are found by either.
    private func placeWords(_ code: String) -> String {
        guard let center = policy.center(code) else { return code }
        return policy.region(center.region).map { "\(center.name), \($0.name)" } ?? center.name
    }

    private func roleName(_ agent: Agent) -> String { policy.role(agent.role)?.name ?? "no role" }
}
