/// A case and its action items: all that the events of a case add up to.
public struct CaseState: Equatable, Sendable {
    /// The case.
    public var item: Case
    /// What was asked of the customer, oldest first.
    public var items: [ActionItem]

    /// A case with its action items.
    public init(item: Case, items: [ActionItem] = []) {
        self.item = item
        self.items = items
    }

    /// The value of any field as events keep it, action items included.
    public func value(of field: CaseField) -> String? {
        if case .item(let id) = field { return items.first { $0.id == id }?.code }
        return item.value(of: field)
    }

    /// Adds one event.
    public mutating func apply(_ event: CaseEvent) throws(ValueProblem) {
        try item.apply(event)
        items = ActionItem.items(of: [event], after: items)
    }
}

extension StoreError {
    /// A value that events hold and no field takes.
    static func value(_ problem: ValueProblem, in id: CaseID) -> StoreError {
        .damaged("\(problem.value.prefix(80)) is no value of \(problem.field.name) in \(id)")
    }
}

extension CaseLedger {
    /// The agent behind a claim; a refusal when there is none.
    public func actor(behind claim: Claim) throws(StoreError) -> Agent {
        let candidates = try agents(withLogin: claim.login)
        if let name = claim.name, try agent(folded: Words.fold(name)) == nil {
            throw .refused(.noSuchActor(name, near: likely(name, among: try everyAgent().map(\.name))))
        }
        return try refusing { () throws(Refusal) in try whoActs(claim, among: candidates) }
    }

    /// The agent behind a claim who may do an act to the store as a whole; a refusal otherwise.
    public func allowed(_ claim: Claim, _ act: Act) throws(StoreError) -> Agent {
        let actor = try actor(behind: claim)
        try refusing { () throws(Refusal) in try authorise(actor, act, .store) }
        return actor
    }

    /// The names that changes mention.
    func names(in events: [CaseEvent]) throws(StoreError) -> Names {
        var mentioned = NamedIDs()
        for change in events.flatMap(\.changes) { mentioned.add(change) }
        var names = Names(policies.words)
        for id in mentioned.accounts { names.accounts[id] = try account(id)?.name }
        for id in mentioned.contacts { names.contacts[id] = try contact(id)?.name }
        for id in mentioned.agents { names.agents[id] = try agent(id)?.name }
        for id in mentioned.queues { names.queues[id] = try queue(id)?.name }
        return names
    }
}

/// Runs a rule, and passes its refusal on as an error of the store.
public func refusing<T>(_ rule: () throws(Refusal) -> T) throws(StoreError) -> T {
    do throws(Refusal) { return try rule() } catch { throw .refused(error) }
}
