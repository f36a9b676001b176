public import CaseModel
internal import GuidePolicy

/// A store in memory under a policy, with a customer, its people and an engineer: what most proofs need.
public struct CaseStage {
    /// The store.
    public let store: MemoryCaseStore
    /// Who acts.
    public let claim = Claim(login: "ada", userNumber: 1000)
    /// The customer.
    public private(set) var account = Account(id: AccountID(0), name: "Nord Energy")
    /// A Technical Contact.
    public private(set) var caller = Contact(id: ContactID(0), name: "J. Berg")
    /// The time of the stage: Monday 2026-03-09, 10:00 UTC.
    public static let now = Timestamp(seconds: 1_773_050_400)

    /// Sets the stage.
    ///
    /// - Parameters:
    ///   - region: the code of the customer's region.
    ///   - plan: the plan of an entitlement of this year; nil for none.
    public init(_ policy: Policy, region: String = "emea", plan: String? = "select", roles: [String] = ["technical"])
        async throws
    {
        store = MemoryCaseStore(
            keeper: claim, keeperName: "Ada", policies: PolicyBook(policy, zones: Guide.zones))
        account.region = region
        account = try await store.save(account, by: claim, at: CaseStage.now)
        caller.account = account.id
        caller.roles = roles
        caller = try await store.save(caller, by: claim, at: CaseStage.now)
        guard let plan else { return }
        let contract = try await keep(
            RecordEdit(
                adding: .contract,
                ["account": account.id.description, "number": "C1", "start": "2026-01-01", "end": "2027-12-31"]))
        _ = try await keep(RecordEdit(adding: .entitlement, ["contract": contract.id.description, "plan": plan]))
    }

    /// Adds or changes a record.
    public func keep(_ edit: RecordEdit) async throws -> Record {
        let outcome = try await store.keep([edit], operation([]))
        return try proved(outcome.records.first, "record")
    }

    /// Logs a case.
    public func log(
        severity: String = "3", type: String? = nil, channel: String? = nil, contact: ContactID?? = .none,
        stranger: String? = nil, troubleshooting: Bool? = true, product: String? = nil, partner: AccountID? = nil,
        at now: Timestamp = CaseStage.now
    ) async throws -> CaseFile {
        let words = await store.policies.words
        let new = NewCase(
            subject: "Printer down", severity: try proved(words.severity(severity), "severity \(severity)"),
            type: try proved(type.map { words.type($0) } ?? words.usualType, "type \(type ?? "")"),
            channel: try proved(channel.map { words.channel($0) } ?? words.channels.first, "channel \(channel ?? "")"),
            account: account.id, contact: contact ?? caller.id, product: product, partner: partner,
            troubleshootingDone: troubleshooting, stranger: stranger)
        return try await store.log(new, operation([], at: now))
    }

    /// Does something to a case; what stands against it is thrown as ``Unproved``.
    @discardableResult
    public func act(
        _ id: CaseID, _ changes: CaseChange..., at now: Timestamp = CaseStage.now
    ) async throws -> [CaseEvent] {
        let outcome = try await store.apply(operation([CaseEdit(id, base: nil, changes)], at: now))
        switch outcome.edits.first {
        case .done(_, _, let events, _)?: return events
        case .refused(_, let refusal)?: throw Refused(refusal)
        case let other: throw Unproved("\(String(describing: other))")
        }
    }

    /// The rule that refuses a change; nil when it is done.
    public func refusal(_ id: CaseID, _ changes: CaseChange..., at now: Timestamp = CaseStage.now) async throws
        -> String?
    {
        let outcome = try await store.apply(operation([CaseEdit(id, base: nil, changes)], at: now))
        if case .refused(_, let refusal)? = outcome.edits.first { return refusal.rule }
        return nil
    }

    /// The case as it stands.
    public func item(_ id: CaseID) async throws -> Case { try await store.caseFile(id).item }

    /// A status by its code.
    public func status(_ code: String) async throws -> Status {
        try proved(await store.policies.words.status(code), "status \(code)")
    }

    /// A closure reason by its code.
    public func closure(_ code: String) async throws -> ClosureReason {
        try proved(await store.policies.words.closure(code), "closure \(code)")
    }

    /// An act under a name of its own.
    public func operation(_ edits: [CaseEdit], at now: Timestamp = CaseStage.now) -> Operation {
        Operation(id: OperationID("\(UInt64.random(in: 0 ... .max))"), claim: claim, at: now, edits: edits)
    }
}

/// A rule stood against an act of a proof.
public struct Refused: Error, CustomStringConvertible {
    /// The refusal.
    public let refusal: Refusal

    init(_ refusal: Refusal) {
        self.refusal = refusal
    }

    /// The rule and its words.
    public var description: String { "refused by \(refusal.rule): \(refusal)" }
}
