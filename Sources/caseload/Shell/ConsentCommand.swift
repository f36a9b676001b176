import CaseModel
import ConsoleCore

extension Shell {
    /// What a command asks consent to, by the policy.
    func consentKinds(of command: Command, _ policy: Policy) -> [Policy.ConsentKind] {
        policy.duties.ledgers.consentKinds.filter { $0.purpose == purpose(of: command) }
    }

    private func purpose(of command: Command) -> Policy.ConsentPurpose {
        command == .auditConsent ? .audit : .cooperation
    }

    /// `audit-consent request`, `consent accept`, `consent refuse`: a new record of what was asked.
    func askConsent(_ verb: String, _ call: CommandCall, _ words: [String]) async throws(Failure) {
        let store = try await openForWriting()
        var (rest, values) = try await values(words, of: .consent, store)
        guard rest.isEmpty else { throw .usage("\(rest[0]) is no FIELD=VALUE. Usage: \(usage(call))") }
        rest = []
        let states = ["accept": ConsentState.granted, "refuse": .refused]
        values["state"] = (states[verb] ?? .requested).rawValue
        values["day"] = values["day"] ?? today.description
        if let name = call.options[.account] { values["account"] = try await account(name, store).id.description }
        if let name = call.options[.contact] { values["by"] = try await contact(name, of: nil, store).id.description }
        let policy = try await facts(store).policy
        let kinds = consentKinds(of: call.command, policy)
        if values["about"] == nil {
            guard let kind = kinds.first else {
                throw Failure(
                    .refused,
                    "The policy “\(policy.edition.name)” asks for no consent of this kind. Add one to it: [consent-kind] with "
                        + "purpose = \(purpose(of: call.command).rawValue).")
            }
            guard kinds.count == 1 else {
                throw .usage("Several can be asked for: about=\(kinds.map(\.code).joined(separator: ", about=")).")
            }
            values["about"] = kind.code
        }
        try await keep([RecordEdit(adding: .consent, values, text: call.options[.message])], store)
    }

    /// `audit-consent grant`, `refuse`, `complete`: what became of it.
    func answerConsent(_ verb: String, _ call: CommandCall, _ reference: String) async throws(Failure) {
        let id = try recordID(reference, .consent)
        let store = try await openForWriting()
        let states = ["grant": ConsentState.granted, "refuse": .refused]
        var values: [String: String?] = [
            "state": (states[verb] ?? .complete).rawValue, "day": today.description,
        ]
        if let name = call.options[.contact] { values["by"] = try await contact(name, of: nil, store).id.description }
        let edit = RecordEdit(id, base: try number(call, .ifVersion), values, text: call.options[.message])
        try await keep([edit], store)
    }

    /// `check --account A`: how the customer stands, with what the policy says of it.
    func checkConsent(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let (store, _, records) = try await records(of: [.consent], call)
        let facts = try await facts(store)
        let answers = ConsentAnswer.all(purpose(of: call.command), among: records, facts.policy)
        try show(answers.map(facts.consent))
        return !answers.isEmpty && answers.allSatisfy(\.isGiven) ? .done : .refused
    }
}
