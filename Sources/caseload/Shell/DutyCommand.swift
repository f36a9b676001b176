import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `duty now [--at TIME]`: open centres, who has the sun, who is on duty by role and when the others come.
    func duty(_ call: CommandCall) async throws(Failure) -> ExitCode {
        guard call.words.isEmpty || call.words == ["now"] else { throw .usage("Usage: \(usage(call))") }
        let at = try instant(call)
        let (book, agents) = try await bookAndAgents()
        let policy = book.inForce
        let roster = DutyRoster(agents, by: policy, at: at, zones: book.zones)
        if wantsJSON {
            try printJSON(json(roster, policy))
        } else {
            for line in lines(roster, policy) { try data.line(Shown(detail: line)) }
        }
        return .done
    }

    private func lines(_ roster: DutyRoster, _ policy: Policy) -> [String] {
        var lines = ["On duty at \(when(roster.at))", "Centres"]
        lines += roster.centers.map { "  \($0.center.name) (\($0.center.code)): \(hours($0))" }
        lines.append(sunLine(roster.sun, policy))
        for role in roster.roles {
            let availability = policy.name(of: role.role.availability)
            let credit = policy.credit(role.role.origin.tags(of: "availability"))
            let nobody = role.onShift.isEmpty && role.off.isEmpty ? ": nobody has it" : ""
            lines.append("\(role.role.name), \(availability) \(credit)\(nobody)")
            for person in role.onShift + role.off {
                let center = person.agent.center.map { " (\($0))" } ?? ""
                lines.append("  \(person.agent.name)\(center): \(hours(person.presence))")
            }
        }
        if !roster.others.isEmpty {
            lines.append("Without a role: \(roster.others.map(\.name).joined(separator: ", "))")
        }
        return lines
    }

    /// Who has the sun, who has it next, and when.
    private func sunLine(_ sun: FollowTheSun?, _ policy: Policy) -> String {
        guard let sun else { return "Follow the sun: the policy does not pass cases from centre to centre." }
        let credit = policy.credit(policy.rule(FollowTheSun.rule)?.origin.tags ?? [])
        let now =
            sun.now.map { "\($0.center.name)\($0.closes.map { " until \(when($0))" } ?? "")" } ?? "no centre is open"
        let next = sun.following.map { "\($0.center.name)\($0.opens.map { " from \(when($0))" } ?? "")" }
        return "Follow the sun \(credit): \(now); next \(next.isEmpty ? "none" : next.joined(separator: ", "))"
    }

    /// When somebody works, in words.
    func hours(_ presence: Presence) -> String {
        if let unknown = presence.unknown { return "hours not known: \(unknown)" }
        if presence.isOnShift { return "on duty" + (presence.until.map { " until \(when($0))" } ?? "") }
        let next = presence.next.map { ", next \(when($0))" } ?? ""
        return (presence.isReachable ? "off shift, can be reached" : "off duty") + next
    }

    private func json(_ roster: DutyRoster, _ policy: Policy) -> JSON {
        let roles = roster.roles.map { role in
            JSON.object([
                .init("id", .string(role.role.code)), .init("name", .string(role.role.name)),
                .init("availability", JSON(role.role.availability?.rawValue)),
                .init("class", .string(policy.name(of: role.role.availability))),
                .init("reachable", .bool(role.isReachable)),
                .init("onShift", .array(role.onShift.map { .object(personJSON($0, role.role)) })),
                .init("off", .array(role.off.map { .object(personJSON($0, role.role)) })),
                .init("sources", .array(role.role.origin.tags(of: "availability").map(JSON.string))),
            ])
        }
        let sun = roster.sun.map { sun in
            JSON.object([
                .init("now", sun.now.map { .object(centerJSON($0, policy)) } ?? .null),
                .init("next", sun.next.map { .object(centerJSON($0, policy)) } ?? .null),
            ])
        }
        return .object([
            .init("at", JSON(describing: roster.at)),
            .init("centers", .array(roster.centers.map { .object(centerJSON($0, policy)) })),
            .init("followTheSun", sun ?? .null), .init("roles", .array(roles)),
            .init("withoutRole", .array(roster.others.map { .string($0.name) })),
        ])
    }

    /// Somebody and when, as scripts read it.
    func personJSON(_ person: DutyRoster.Person, _ role: Policy.Role) -> [JSON.Field] {
        [
            .init("id", JSON(describing: person.agent.id)), .init("name", .string(person.agent.name)),
            .init("role", .string(role.code)), .init("center", JSON(person.agent.center)),
            .init("shift", JSON(person.agent.shift)),
        ] + presenceJSON(person.presence)
    }

    /// When somebody works, as scripts read it.
    func presenceJSON(_ presence: Presence) -> [JSON.Field] {
        [
            .init("onShift", .bool(presence.isOnShift)), .init("reachable", .bool(presence.isReachable)),
            .init("until", JSON(describing: presence.until)), .init("next", JSON(describing: presence.next)),
            .init("unknown", JSON(presence.unknown)),
        ]
    }
}
