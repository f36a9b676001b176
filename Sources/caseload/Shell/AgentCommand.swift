import CaseExchange
import CaseModel
import ConsoleCore
import SettingsText
import TerminalUI

extension Shell {
    /// `agent list|show NAME|new NAME|set NAME [--login L,M] [--duties LIST] [--role R] … [--inactive|--active]`.
    ///
    /// In a list the options say which agents are wanted.
    func agents(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let verb = call.words.first ?? "list"
        switch (verb, call.words.count) {
        case ("list", ...1): return try await listAgents(nil, call)
        case ("show", 2): return try await listAgents(call.words[1], call)
        case ("new", 2):
            guard !call.has(.active), !call.has(.inactive) else {
                throw .usage("A new agent is active. --active and --inactive go with: agent set NAME.")
            }
            return try await saveAgent(call, adds: true)
        case ("set", 2): return try await saveAgent(call, adds: false)
        default: throw .usage("Usage: \(usage(call))")
        }
    }

    private func listAgents(_ name: String?, _ call: CommandCall) async throws(Failure) -> ExitCode {
        let store = try await openForReading()
        var agents = try await everyAgent(store)
        if let name {
            agents = [try one("agent", name, agents.fitting(name), \.name, \.id.description)]
        } else {
            agents = try wanted(agents, call, try await policies(store).inForce)
        }
        let columns = [
            Column("id", "Number"), Column("name", "Name", wide: true), Column("logins", "Logins"),
            Column("duties", "Duties", wide: true), Column("role", "Role"), Column("tier", "Tier", number: true),
            Column("center", "Centre"), Column("shift", "Shift"), Column("expertise", "Expertise"),
            Column("products", "Products", wide: true), Column("languages", "Languages"), Column("active", "Active"),
        ]
        let usual = ["id", "name", "logins", "duties", "role", "center", "shift", "expertise", "languages", "active"]
        var printer = try RecordPrinter(columns, chosen: usual, self)
        try printer.write(agents.map(agentJSON))
        try printer.finish()
        return .done
    }

    private func everyAgent(_ store: any CaseStore) async throws(Failure) -> [Agent] {
        do throws(StoreError) {
            return try await store.agents()
        } catch {
            throw Failure(error)
        }
    }

    private func saveAgent(_ call: CommandCall, adds: Bool) async throws(Failure) -> ExitCode {
        let store = try await openForWriting()
        let name = call.words[1]
        let known = try await everyAgent(store)
        var agent: Agent
        if adds {
            guard !known.contains(where: { Words.fold($0.name) == Words.fold(name) }) else {
                throw Failure(.refused, "There is an agent \(name) already. Change it with: caseload agent set.")
            }
            agent = Agent(id: AgentID(0), name: name, duties: [.engineer])
        } else {
            agent = try one("agent", name, known.fitting(name), \.name, \.id.description)
        }
        let seen = adds ? nil : agent
        if let logins = call.options[.login] {
            agent.logins = logins == "none" ? [] : logins.split(separator: ",").map(String.init)
        }
        if let list = call.options[.duties] { agent.duties = try duties(list) }
        try place(&agent, call)
        guard !call.has(.active) || !call.has(.inactive) else {
            throw .usage("Only one of --active and --inactive can be given.")
        }
        if call.has(.active) || call.has(.inactive) { agent.active = call.has(.active) }
        do throws(StoreError) {
            agent = try await store.save(agent, seen: seen, by: claim, at: clock.now, recordedAt: clock.recordedAt)
        } catch {
            throw Failure(error)
        }
        for login in agent.logins {
            let others = known.filter { $0.id != agent.id && $0.active && $0.logins.contains(login) }
            guard !others.isEmpty, agent.active else { continue }
            let names = (others.map(\.name) + [agent.name]).joined(separator: ", ")
            try say("The login \(login) serves \(names): each must say who acts with --as NAME.")
        }
        if wantsJSON { try printJSON(agentJSON(agent)) } else { try data.line(told("saved: \(words(agent))")) }
        return .done
    }

    private func duties(_ list: String) throws(Failure) -> Set<Duty> {
        if list == "none" { return [] }
        if list == "all" { return Set(Duty.allCases) }
        var duties: Set<Duty> = []
        for word in list.split(separator: ",") {
            guard let duty = Duty(rawValue: word.lowercased()) else {
                let known = Duty.allCases.map(\.rawValue)
                let near = closest(to: String(word), in: known).map { "Did you mean \($0)?" }
                throw .usage("There is no duty \(word). \(near ?? "Duties: " + known.joined(separator: ", ") + ".")")
            }
            duties.insert(duty)
        }
        return duties
    }

    private func words(_ agent: Agent) -> String {
        let logins = agent.logins.isEmpty ? "no login" : "login \(agent.logins.joined(separator: ", "))"
        let duties = agent.duties.map(\.words).sorted().joined(separator: ", ")
        return
            "\(agent.name), \(logins), \(duties.isEmpty ? "no duties" : duties)\(place(agent))\(agent.active ? "" : ", inactive")"
    }
}

extension [Agent] {
    /// Those whose name contains a text, or whose number it is.
    func fitting(_ text: String) -> [Agent] {
        let folded = Words.fold(text)
        return filter { Words.fold($0.name).contains(folded) || Words.fold($0.id.description) == folded }
    }
}
