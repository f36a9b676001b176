import CaseModel
import TerminalUI

extension ListingLook {
    /// Who is assigned to the customer, each with the environments, the principal one first (domain 11, rows 47
    /// and 49).
    func managers(_ sheet: CustomerSheet) -> [(agent: AgentID, environments: [Record])] {
        var order: [AgentID] = []
        var environments: [AgentID: [Record]] = [:]
        for (record, id) in assignments(sheet) {
            if environments[id] == nil { order.append(id) }
            environments[id, default: []].append(record)
        }
        return order.map { ($0, environments[$0] ?? []) }
    }

    private func assignments(_ sheet: CustomerSheet) -> [(Record, AgentID)] {
        sheet.records(.environment).compactMap { record in
            guard let text = record["manager"], let id = AgentID(text: text) else { return nil }
            return (record, id)
        }
        .sorted {
            ($0.0.flag("principal") == true ? 0 : 1, $0.0.number) < (
                $1.0.flag("principal") == true ? 0 : 1, $1.0.number
            )
        }
    }

    /// The same as whole lines: what they are for the customer is longer than anything the columns of a sheet hold.
    func managerLines(_ sheet: CustomerSheet) -> [ListingRow] {
        let rows = ranked(managers(sheet)).compactMap { agent, environments in
            environments.first.map { person(agent, $0, environments) }
        }
        func widest(_ column: ListingColumn) -> Int { rows.map { $0.cells[column.rawValue].text.width }.max() ?? 0 }
        // Who it is and until when stand whole; what they are for the customer has the rest.
        let room = lineRoom - ListingLook.nameColumn - widest(.what) - widest(.who) - 4
        let told = rows.map { row in
            let cells = [ListingColumn.what, .state, .account, .who].map { row.cells[$0.rawValue] }
            return [cells[0], TableCell(duty(cells[1].text, cells[2].text, room)), cells[3]]
        }
        return zip(rows, told).map { row, parts in
            var (row, line, column) = (row, StyledLine(), ListingLook.nameColumn)
            for (place, part) in parts.enumerated() {
                line.tab(to: column)
                line.add(part.text, part.role)
                column += 2 + (told.map { $0[place].text.width }.max() ?? 0)
            }
            (row.whole, row.cells) = (line, [])
            return row
        }
    }

    /// Whom to ask first: who is there now, then who comes back, then those of whom no way is kept, then who has left;
    /// among those alike the order stays.
    private func ranked(
        _ managers: [(agent: AgentID, environments: [Record])]
    ) -> [(agent: AgentID, environments: [Record])] {
        func rank(_ id: AgentID) -> Int {
            guard let agent = agents.first(where: { $0.id == id }), agent.active else { return 3 }
            return agent.logins.isEmpty ? 2 : presence(of: agent).isReachable ? 0 : 1
        }
        let ranks = managers.map { rank($0.agent) }
        return (0...3).flatMap { wanted in managers.indices.filter { ranks[$0] == wanted }.map { managers[$0] } }
    }

    /// The head over those who are assigned to a customer: where none of them can be asked now, it says in a sentence
    /// who is there, and what is in the way.
    func managersHead(_ sheet: CustomerSheet) -> String {
        let people = managers(sheet).compactMap { manager in agents.first { $0.id == manager.agent && $0.active } }
        let there = people.filter { presence(of: $0).isReachable }
        if there.contains(where: { !$0.logins.isEmpty }) { return "Ask first" }
        guard there.isEmpty else {
            let rest = there.count > 3 ? ["\(grouped(there.count - 3)) more"] : []
            let names = (there.prefix(3).map(\.name) + rest).listed
            return there.count == 1
                ? "Ask first: \(names) is there now, but has no login, so reads no notes."
                : "Ask first: \(names) are there now, but have no login, so read no notes."
        }
        guard !people.isEmpty else { return "Ask first: all of them have left." }
        let isKnown = people.allSatisfy { presence(of: $0).unknown == nil }
        return "Ask first: " + (isKnown ? "none of them is there now." : "whether any of them is there is not known.")
    }

    /// What somebody is for a customer, as much of it as has room by whole words: with what they look after, then the
    /// role alone, then its last words that no other role ends with.
    private func duty(_ role: Shown, _ care: Shown, _ room: Int) -> Shown {
        let others = policy.people.roles.map(\.name).filter { $0 != role.text }
        let whole = Shown.joined([role, care].filter { $0.width > 0 }, separator: ", ")
        return ([whole, role] + ends(of: role.text, but: others)).first { $0.width <= room } ?? ""
    }

    /// The cells of a whole line in a list, which has the screen or what is beside the lines about its row.
    var lineRoom: Int {
        (size.columns >= DeskLayout.wide ? size.columns - ScreenLayout.besides(size.columns) : size.columns) - 4
    }

    /// Where names stand behind a short number.
    private static let nameColumn = 8

    /// Somebody who is assigned to the customer, with where and when that person is there.
    ///
    /// - Parameter record: the first of the environments.
    func person(_ id: AgentID, _ record: Record, _ environments: [Record]) -> ListingRow {
        var cells = RowCells()
        // It is a person; the number of what they look after stands at the cursor.
        cells.put(names.agents[id] ?? id.description, .what, .accent)
        let role = policy.people.roles.first { record.flag("principal") == true ? $0.isPrincipal : $0.isAssigned }
        cells.put(role?.name, .state)
        cells.put(environments.count > 1 ? "\(environments.count) environments" : record.title, .account, .dim)
        guard let agent = agents.first(where: { $0.id == id }) else {
            return opening(record, ListingRow(.record(record.id), cells.all))
        }
        let presence = presence(of: agent)
        // The login is the only way to a colleague that a store keeps.
        let isKept = agent.active && !agent.logins.isEmpty
        let state = agent.active ? told(presence) + (isKept ? "" : ", no login") : "has left"
        cells.put(state, .who, !isKept ? .warn : presence.isReachable ? .ok : .dim)
        var lines = reached(agent, state, for: record)
        if environments.count > 1 {
            lines.insert(line("For", environments.map(\.title).joined(separator: ", ")), at: lines.count - 1)
        }
        return opening(record, ListingRow(.record(record.id), cells.all, lines: lines))
    }

    /// A colleague has no screen: Enter opens what the colleague looks after, and says so.
    private func opening(_ record: Record, _ row: ListingRow) -> ListingRow {
        var row = row
        row.opens = "open \(record.kind.name)"
        return row
    }

    /// How a colleague is reached: stores hold no mail and telephone of agents, so the login has to do.
    private func reached(_ agent: Agent, _ state: String, for record: Record) -> [StyledLine] {
        let center = agent.center.map { policy.center($0)?.name ?? $0 } ?? "no centre"
        let logins = agent.logins.isEmpty ? "no login" : "login " + agent.logins.joined(separator: ", ")
        var lines = [
            StyledLine(Shown(agent.name, upTo: 120), .title), line("Is", "\(state), \(center)"),
            line("Reached by", "\(logins); no mail or telephone of colleagues is kept"),
        ]
        if !agent.languages.isEmpty {
            let spoken = agent.languages.map { names.words($0, of: .language) }
            lines.append(line("Language", spoken.joined(separator: ", ")))
        }
        let (note, assign) = (keyboard.key(for: .note, in: .page), keyboard.key(for: .assign, in: .page))
        let ways = "on the page of a case write a note (\(note)), or give \(agent.name) the case (\(assign))"
        lines.append(line("To ask", ways))
        let kept = "\(record.id) \(record.title), which \(agent.name) looks after"
        lines.append(line("\(key(.open)) opens", "\(kept); \(key(goingTo: "duty")) shows who is there"))
        return lines + [StyledLine()]
    }

    /// When somebody works.
    func presence(of agent: Agent) -> Presence { policy.presence(of: agent, at: now, zones: policies.zones) }

    /// Whether somebody is there, and until or from when: `on duty to 17:00`.
    func told(_ presence: Presence) -> String {
        if let unknown = presence.unknown { return unknown }
        if presence.isOnShift { return "on duty" + (presence.until.map { " to " + text($0) } ?? "") }
        return (presence.isReachable ? "reachable" : "off") + (presence.next.map { ", back " + text($0) } ?? "")
    }
}
