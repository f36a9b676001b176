extension CaseLedger {
    /// Logs a case; an act that is remembered is answered with the case it logged.
    public mutating func log(_ new: NewCase, _ operation: Operation) throws(StoreError) -> CaseID {
        if let known = try outcome(of: operation.id) {
            guard case .done(let id, _, _, _)? = known.edits.first else {
                throw .notFound("case logged by \(operation.id)")
            }
            return id
        }
        let agent = try actor(behind: operation.claim)
        try refusing { () throws(Refusal) in try authorise(agent, .createCase, .store) }
        for id in [new.account, new.partner].compactMap({ $0 }) where try account(id) == nil {
            throw .refused(.unknown("account", id.description, list: "account list"))
        }
        if let caller = new.contact, try contact(caller) == nil {
            throw .refused(.unknown("contact", caller.description, list: "contact list"))
        }
        let opening = try opening(of: new, at: operation.at)
        let id = try nextCaseID()
        let decision = try refusing { () throws(Refusal) in
            try decideLog(new, id: id, by: agent, at: operation.at, opening, policies)
        }
        let event = CaseEvent(decision, of: operation, at: 1, on: id, by: agent)
        var state = CaseState(item: Case(id: id, subject: "", openedAt: operation.at, words: policies.words))
        do throws(ValueProblem) { try state.apply(event) } catch { throw .refused(.noValue(error)) }
        state = try state.withClocks(policies) { () throws(StoreError) in [event] }
        try write([event], from: nil, to: state)
        let act = LedgerAct(
            id: operation.id, kind: .log, actor: agent.actor(operation.claim), at: operation.at,
            recordedAt: operation.recordedAt, words: words(for: event, names: Names(policies.words)),
            touched: [event].stretches)
        try forgetTakenBack(by: agent.id)
        let outcome = OperationOutcome(
            id: operation.id, edits: [.done(id, version: 1, events: [event], merged: false)])
        try remember(act, outcome: outcome)
        return id
    }
}
