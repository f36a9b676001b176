import CaseExchange
import CaseModel
import ConsoleCore
import SettingsText
import TerminalUI

extension Shell {
    /// `center list|show CODE [--at TIME]`: the sites of the policy, open or when next, and who works there.
    func centers(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let at = try instant(call)
        let (book, everybody) = try await bookAndAgents()
        let (policy, agents) = (book.inForce, everybody.filter(\.active))
        switch (call.words.first ?? "list", call.words.count) {
        case ("list", ...1):
            try list(policy.centers(at: at, zones: book.zones), agents, policy)
        case ("show", 2):
            let code = call.words[1]
            guard let center = policy.center(code) else {
                throw notThere("center", code, policy.places.centers.map(\.code))
            }
            let roster = DutyRoster(agents.filter { $0.center == code }, by: policy, at: at, zones: book.zones)
            try show(policy.state(of: center, at: at, zones: book.zones), roster, policy)
        default: throw .usage("Usage: \(usage(call))")
        }
        return .done
    }

    private func list(_ states: [CenterState], _ agents: [Agent], _ policy: Policy) throws(Failure) {
        let columns = [
            Column("id", "Centre"), Column("name", "Name", wide: true), Column("region", "Region"),
            Column("geo", "Geo"), Column("zone", "Zone"), Column("open", "Open"),
            Column("hours", "Hours", wide: true), Column("opens", "Opens", time: true),
            Column("closes", "Closes", time: true), Column("agents", "Agents", number: true),
            Column("sources", "Sources"), Column("mark", "Mark", wide: true),
        ]
        let usual = ["id", "name", "region", "geo", "zone", "hours", "agents", "mark"]
        var printer = try RecordPrinter(columns, chosen: usual, self)
        try printer.write(
            states.map { state in
                .object(
                    centerJSON(state, policy) + [
                        .init("agents", .number(Int64(agents.count { $0.center == state.center.code })))
                    ])
            })
        try printer.finish()
        try data.flush()
        if form == .table, let stated = policy.thresholds.first(where: { $0.code == "centers" }) {
            let amount = stated.amount.map { "\($0)" } ?? "no number of"
            let credit = policy.credit(stated.origin.tags(of: "value"))
            try say(Shown(detail: "\(states.count) centres are listed, \(amount) stated \(credit)."))
        }
        for problem in policy.centerWarnings { try say(Shown(detail: "\(problem.message)")) }
    }

    /// The facts of a centre, as scripts read them.
    func centerJSON(_ state: CenterState, _ policy: Policy) -> [JSON.Field] {
        let tags = state.center.origin.tags(of: "name")
        return [
            .init("id", .string(state.center.code)), .init("name", .string(state.center.name)),
            .init("region", JSON(state.region?.code)), .init("geo", JSON(state.region?.geo)),
            .init("zone", JSON(state.zone)), .init("open", .bool(state.isOpen)),
            .init("hours", .string(hours(state))), .init("opens", JSON(describing: state.opens)),
            .init("closes", JSON(describing: state.closes)), .init("sources", .array(tags.map(JSON.string))),
            .init("mark", JSON(policy.mark(tags))),
        ]
    }

    private func show(_ state: CenterState, _ roster: DutyRoster, _ policy: Policy) throws(Failure) {
        let calendar = state.region.flatMap { region in
            policy.places.calendars.first { $0.code == region.calendar }
        }
        let week =
            policy.file.sections("calendar").first { $0.name == calendar?.code }?.entries
            .filter { $0.key == "hours" }.map(\.value) ?? []
        let people = roster.roles.flatMap { role in (role.onShift + role.off).map { ($0, role.role) } }
        if wantsJSON {
            let agents = people.map { JSON.object(personJSON($0, $1)) } + roster.others.map { agentJSON($0) }
            return try printJSON(
                .object(
                    centerJSON(state, policy) + [
                        .init("week", .array(week.map(JSON.string))), .init("agents", .array(agents)),
                    ]))
        }
        let credit = policy.credit(state.center.origin.tags(of: "name"))
        try data.line(Shown(detail: "\(state.center.name) (\(state.center.code)) \(credit)"))
        let geo = state.region?.geo.map { ", \($0)" } ?? ""
        try data.line(Shown(detail: "  Region  \(state.region?.name ?? state.center.region)\(geo)"))
        try data.line(Shown(detail: "  Zone    \(state.zone ?? "not known")"))
        try data.line(Shown(detail: "  Hours   \(week.joined(separator: "; "))"))
        try data.line(Shown(detail: "  Now     \(hours(state))"))
        for (person, role) in people {
            try data.line(Shown(detail: "  \(person.agent.name), \(role.name): \(hours(person.presence))"))
        }
        for agent in roster.others { try data.line(Shown(detail: "  \(agent.name), no role")) }
        if people.isEmpty, roster.others.isEmpty { try data.line("  Nobody works there.") }
    }
}
