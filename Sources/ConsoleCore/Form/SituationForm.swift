import CaseModel

extension ConsoleState {
    /// What is recorded of a critical situation: who commands it, and what the policy asks for by name.
    func situationForm(_ id: FormID) -> Form? {
        guard let number = CaseID(text: id.object), let item = caseInFull(number)?.item else { return nil }
        var fields = [
            FormField(
                ConsoleState.commander, .value(.agent), .assignment, label: "Commands",
                help: "Who commands the situation", value: item.criticalSituationManager?.description ?? "")
        ]
        for name in session?.policies.inForce.situationRecords ?? [] {
            fields.append(
                FormField(
                    name, .value(.instant), .assignment,
                    help: "When: 14:30, yesterday 16:00; Tab puts the time it is now",
                    value: item.given[name].map { Timestamp(iso: $0).map(typed) ?? $0 } ?? ""))
        }
        fields.append(promiseField(item))
        let call = CommandCall(.set, [id.object], options: [.ifVersion: String(item.version)])
        return Form(id, "Critical situation \(id.object)", call, fields, changesAlone: true)
    }

    /// When the customer hears next.
    func promiseForm(_ id: FormID) -> Form? {
        guard let number = CaseID(text: id.object), let item = caseInFull(number)?.item else { return nil }
        let call = CommandCall(.set, [id.object], options: [.ifVersion: String(item.version)])
        return Form(id, "Next update of \(id.object)", call, [promiseField(item)], changesAlone: true)
    }

    private func promiseField(_ item: Case) -> FormField {
        FormField(
            Case.promise, .value(.instant), .assignment, label: "Next update",
            help: "When the customer hears next (+30m, 16:00); the next answer keeps it",
            value: item.promisedUpdate.map(typed) ?? "")
    }

    /// Who calls for the customer: somebody else, or whoever a stranger turned out to be.
    func callerForm(_ id: FormID) -> Form? {
        guard let number = CaseID(text: id.object), let item = caseInFull(number)?.item else { return nil }
        let stranger = item.contact == nil ? item.extra["caller"] : nil
        let contact = FormField(
            "contact", .value(.contact), .assignment, label: "Caller", required: true,
            help: stranger.map { "\($0) called, whom nobody knew; name the contact, or add one at the customer first" }
                ?? "The contact who calls from now on", value: item.contact?.description ?? "")
        let why = FormField("note", .free, .option(.note), label: "Why", help: "For the history")
        let call = CommandCall(.set, [id.object], options: [.ifVersion: String(item.version)])
        return Form(id, "Who calls about \(id.object)", call, [contact, why], changesAlone: true)
    }

    /// `situation [end] [NUMBER]`: the form of a case, of the one that is open or under the cursor where none is named, or
    /// what ends the situation.
    mutating func openSituation(_ words: [String]) -> [Effect] {
        let ends = words.first == "end"
        let number = words.dropFirst(ends ? 1 : 0).first
        let named = number.map { CaseID(text: $0) } ?? caseInSight
        guard let id = named else {
            let words = number.map { "\($0) is no number of a case: write it like CS-1000001." }
            notice = Notice(words ?? "No case is under the cursor; name one: :situation NUMBER.", .refused)
            return []
        }
        return ends ? endSituation(id) : openForm(FormID(.set, "command", id.description))
    }

    /// The severities that end a critical situation; the one that it is to leave is none of them.
    private mutating func endSituation(_ id: CaseID) -> [Effect] {
        if let obstacle = readOnly?.description ?? calm(FormID(.set, "command", id.description)) {
            notice = Notice(obstacle, .refused)
            return []
        }
        let targets = Targets.these([.init(id: id, base: version(of: id))])
        let lower = Set(desk.directory.words.severities.filter { !$0.isCritical }.map(\.code))
        let lines = severityPicker(targets).lines.filter { lower.contains($0.call.words.first ?? "") }
        overlays.append(
            .picker(Picker("End the situation of \(id): agree the severity", lines, targets: targets, kind: .short)))
        return []
    }

    /// Why nobody is named to command a case; nil for a critical one, and while that is not known.
    func calm(_ id: FormID) -> String? {
        guard id.command == .set, id.verb == "command", let number = CaseID(text: id.object),
            let item = caseInFull(number)?.item, !item.severity.isCritical,
            // Somebody else may have raised it since it was read.
            caseRow(number).map({ $0.version <= item.version }) ?? true
        else { return nil }
        return "\(number) is severity \(item.severity.code), and so no critical situation that anybody commands. "
            + "Agree the severity first (\(key(.severity)))."
    }

    /// Those who work here: who runs situations comes first, and of them who is on duty, then who can be reached.
    func agents(_ policy: Policy) -> [Agent] {
        let agents = desk.directory.agents.filter(\.active)
        let commanders = agents.filter { policy.role($0.role)?.isCritical == true }
        let standings = ConsoleState.standings.flatMap { words in
            commanders.filter { presence(of: $0, policy) == words }
        }
        return standings + agents.filter { agent in !commanders.contains { $0.id == agent.id } }
    }

    /// Whether somebody who runs situations is there now.
    func presence(of agent: Agent, _ policy: Policy) -> String {
        guard let session else { return ConsoleState.standings[2] }
        let presence = policy.presence(of: agent, at: now, zones: session.policies.zones)
        return ConsoleState.standings[presence.isOnShift ? 0 : presence.isReachable ? 1 : 2]
    }

    /// How somebody who runs situations may stand, the best first.
    private static let standings = ["on duty", "reachable", "off"]

    /// That whoever is named to command is none of those who do by the policy, and who of them is there; nil for others.
    func strangeCommander(in form: Form) -> String? {
        guard form.current?.name == ConsoleState.commander, let policy = session?.policies.inForce,
            let id = form.current.flatMap({ AgentID(text: $0.text) }),
            let agent = desk.directory.agents.first(where: { $0.id == id }), policy.role(agent.role)?.isCritical != true
        else { return nil }
        let commanders = agents(policy).filter { policy.role($0.role)?.isCritical == true }
        guard let first = commanders.first else { return nil }
        let role = policy.role(agent.role)?.name ?? "no role"
        return "\(agent.name) is none of those who command by the policy (\(role)); \(first.name) is, "
            + "\(presence(of: first, policy))."
    }

    /// The key that names who commands, where an act was warned of that nobody does; nil for other acts.
    func commandWords(_ outcome: OperationOutcome) -> String? {
        let events = outcome.edits.flatMap { edit -> [CaseEvent] in
            if case .done(_, _, let events, _) = edit { events } else { [] }
        }
        guard events.flatMap(\.remarks).first?.condition == Policy.Condition.managerNamed else { return nil }
        return "\(key(.situation)) names who commands."
    }

    /// The field in which it is said who commands.
    private static let commander = "criticalSituationManager"

    /// A case in full, from wherever it is at hand.
    func caseInFull(_ id: CaseID) -> CaseFile? {
        if let page, page.id == id, let file = page.file { return file }
        if let file = desk.files[id] { return file }
        for workplace in workplaces.stack.reversed() {
            for case .files(let files) in workplace.answers.values {
                if let file = files.first(where: { $0.item.id == id }) { return file }
            }
        }
        return nil
    }
}
