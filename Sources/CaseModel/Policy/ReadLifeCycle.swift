import SettingsText

// How the sections of the life cycle and of duties become records.

extension PolicyReader {
    mutating func lifeCycle() -> Policy.LifeCycle {
        Policy.LifeCycle(
            severities: records("severity", severity).sorted { $0.rank < $1.rank },
            statuses: records("status", status), transitions: records("transition", transition),
            conditions: records("condition", condition), closures: records("closure", closure))
    }

    private func severity(_ at: inout SectionReader) -> Policy.SeverityLevel? {
        let rank = at.number("rank")
        if rank == nil { _ = at.needed("rank") }
        return Policy.SeverityLevel(
            code: at.code(), rank: rank ?? 0, name: at.text("name"), meaning: at.optional("meaning"),
            isCritical: at.flag("critical"), also: at.list("also"), origin: at.origin)
    }

    private func status(_ at: inout SectionReader) -> Policy.StatusKind? {
        var groups: Set<Policy.StatusGroup> = []
        for entry in at.entries("is") {
            for text in commaSeparated(entry.value) {
                if let group: Policy.StatusGroup = at.word(entry, text) { groups.insert(group) }
            }
        }
        return Policy.StatusKind(
            code: at.code(), name: at.text("name"), short: at.text("short"), role: at.choice("role", else: .worked),
            groups: groups, firstResponse: at.choice("first-response", else: .runs),
            followUp: at.choice("follow-up", else: .runs), isMarked: at.flag("marked"), needs: at.list("needs"),
            key: at.optional("key"), next: at.list("next"), also: at.list("also"), meaning: at.optional("meaning"),
            origin: at.origin)
    }

    private func transition(_ at: inout SectionReader) -> Policy.Transition? {
        let from = at.needed("from").map { entry in commaSeparated(entry.value).map { at.statuses(entry, $0) } } ?? []
        let to = at.needed("to").map { at.statuses($0, $0.value) } ?? .same
        let when = Policy.Circumstances(
            onlyCritical: at.flag("only-critical"), channels: at.list("channels"), types: at.list("types"),
            plans: at.list("plans"))
        var ceilings: [String: Policy.Guard] = [:]
        for (condition, entry) in at.parts("critical") { ceilings[condition] = at.word(entry, entry.value) }
        let requirements = at.parts("require").map { condition, entry in
            Policy.Requirement(condition: condition, strength: at.word(entry, entry.value) ?? .refuse)
        }
        return Policy.Transition(
            name: at.title(), event: at.text("event"), from: from, except: at.list("except"), to: to,
            otherwise: at.optional("else"), when: when, closure: at.optional("closure"), lifts: at.list("lifts"),
            requirements: requirements, ceilings: ceilings, origin: at.origin)
    }

    private func condition(_ at: inout SectionReader) -> Policy.Condition? {
        Policy.Condition(code: at.code(), says: at.text("says"), mend: at.text("mend"), origin: at.origin)
    }

    private func closure(_ at: inout SectionReader) -> Policy.Closure? {
        Policy.Closure(
            code: at.code(), name: at.text("name"), needs: at.list("needs"), also: at.list("also"), origin: at.origin)
    }

    mutating func duties() -> Policy.Duties {
        Policy.Duties(
            items: records("item") { at in
                Policy.ItemKind(
                    code: at.code(), name: at.text("name"), activity: at.choice("activity", Policy.Activity.self),
                    result: at.optional("result"), isProposal: at.flag("proposal"), origin: at.origin)
            },
            grounds: records("ground") { at in
                Policy.Ground(
                    code: at.code(), name: at.text("name"), effect: at.choice("effect", else: .deny),
                    lack: at.entry("is").flatMap { at.word($0, $0.value) }, note: at.optional("note"),
                    origin: at.origin)
            },
            procedures: records("procedure", procedure),
            licenseOperations: records("license-operation") { at in
                Policy.LicenseOperation(
                    code: at.code(), name: at.text("name"), rule: at.optional("rule"), origin: at.origin)
            },
            ledgers: ledgers(), notices: records("notice", notice), rules: records("rule", rule))
    }
}

extension SectionReader {
    /// The statuses that one word of a transition names; whether a code is one is looked at later.
    mutating func statuses(_ entry: SettingsEntry, _ text: String) -> Policy.StatusSet {
        switch text {
        case "none": return .none
        case "same": return .same
        case "*": return .any
        default: break
        }
        guard text.hasPrefix("is:") else { return .status(text) }
        return (word(entry, String(text.dropFirst(3))) as Policy.StatusGroup?).map(Policy.StatusSet.group) ?? .any
    }
}
