import CaseExchange
import CaseModel
import ConsoleCore

// What an agent knows, where and when the agent works, as the command line says it.

extension Shell {
    /// Gives an agent what the options say of its place; `none` takes a value away.
    func place(_ agent: inout Agent, _ call: CommandCall) throws(Failure) {
        func word(_ option: CallOption, _ known: String?) -> String? {
            call.options[option].map { $0 == "none" || $0.isEmpty ? nil : $0.lowercased() } ?? known
        }
        func list(_ option: CallOption, _ known: [String]) -> [String] {
            call.options[option].map { $0 == "none" ? [] : commaParts($0) } ?? known
        }
        agent.role = word(.role, agent.role)
        agent.center = word(.center, agent.center)
        agent.expertise = word(.expertise, agent.expertise)
        if let shift = call.options[.shift] { agent.shift = shift == "none" || shift.isEmpty ? nil : shift }
        agent.products = list(.products, agent.products)
        agent.languages = list(.languages, agent.languages)
        if call.options[.tier] == "none" {
            agent.tier = nil
        } else if let tier = try number(call, .tier) {
            agent.tier = tier
        }
    }

    /// The agents of whom all that the options say is so.
    func wanted(_ agents: [Agent], _ call: CommandCall, _ policy: Policy) throws(Failure) -> [Agent] {
        let tier = try number(call, .tier)
        func fits(_ option: CallOption, _ value: String?) -> Bool {
            guard let text = call.options[option] else { return true }
            let words = commaParts(text.lowercased())
            return value.map { words.contains($0) } ?? words.contains("none")
        }
        let tags = commaParts(call.options[.languages] ?? "").map { policy.language($0)?.code ?? $0 }
        let products = commaParts(call.options[.products] ?? "")
        return agents.filter { agent in
            fits(.role, agent.role) && fits(.center, agent.center) && fits(.shift, agent.shift?.lowercased())
                && fits(.expertise, agent.expertise) && (tier == nil || agent.tier(by: policy) == tier)
                && tags.allSatisfy(agent.languages.contains)
                && products.allSatisfy { agent.knows($0, policy) != .nothing }
                && (!call.has(.active) || agent.active) && (!call.has(.inactive) || !agent.active)
                && (call.options[.login].map { commaParts($0).allSatisfy(agent.logins.contains) } ?? true)
        }
    }

    /// The place of an agent, to follow its name and duties.
    func place(_ agent: Agent) -> String {
        let parts = [
            agent.role, agent.center, agent.shift.map { "shift \($0)" }, agent.expertise,
            agent.products.isEmpty ? nil : agent.products.joined(separator: ", "),
            agent.languages.isEmpty ? nil : "speaks \(agent.languages.joined(separator: ", "))",
        ]
        return parts.compactMap { $0.map { ", \($0)" } }.joined()
    }

    /// An agent as scripts read it.
    func agentJSON(_ agent: Agent) -> JSON {
        .object([
            .init("id", JSON(describing: agent.id)), .init("name", .string(agent.name)),
            .init("logins", .array(agent.logins.map(JSON.string))),
            .init("duties", .array(agent.duties.map(\.rawValue).sorted().map(JSON.string))),
            .init("role", JSON(agent.role)), .init("tier", agent.tier.map { .number(Int64($0)) } ?? .null),
            .init("center", JSON(agent.center)), .init("shift", JSON(agent.shift)),
            .init("expertise", JSON(agent.expertise)), .init("products", .array(agent.products.map(JSON.string))),
            .init("languages", .array(agent.languages.map(JSON.string))), .init("active", .bool(agent.active)),
        ])
    }
}

/// The parts of a list with commas, without blanks around them and without empty ones.
func commaParts(_ text: String) -> [String] {
    text.unicodeScalars.split(separator: ",").map { String($0).trimmedBlanks }.filter { !$0.isEmpty }
}
