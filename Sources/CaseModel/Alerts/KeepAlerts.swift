// Who may do what with an alert, and what becomes of it.

extension CaseLedger {
    /// The alert that has the cause of an edit already.
    func alertRaised(before edit: RecordEdit) throws(StoreError) -> Record? {
        guard edit.act == .alert(.raise), let cause = edit.values["cause"] ?? nil else { return nil }
        return try raised(cause)
    }

    /// The alert of a cause; nil where there was none, or its cause was gone meanwhile and has come back.
    func raised(_ cause: String) throws(StoreError) -> Record? {
        try records(of: .alert, at: nil, titled: Words.fold(cause)).first { $0["state"] != AlertState.over.rawValue }
    }

    /// What an act makes of an alert; nothing of one that stands so already.
    func values(of old: Record, after act: AlertAct, _ operation: Operation) throws(StoreError) -> [String: String?] {
        guard old.kind == .alert, (act == .raise) == (old.version == 0) else {
            throw .refused(.alertAct(old.kind))
        }
        switch act {
        case .raise: return ["state": AlertState.open.rawValue]
        case .acknowledge where old["state"] == AlertState.open.rawValue:
            let agent = try actor(behind: operation.claim)
            // Who saw it first, and when, stays, whoever sees it after that.
            let seen: [String: String?] =
                old["by"] == nil ? ["by": agent.id.description, "seen": operation.at.description] : [:]
            // Whose it is sees it oneself: until then it stands.
            guard let owner = old.agent("owner"), owner != agent.id, try self.agent(owner)?.active ?? false else {
                return seen.merging(["state": AlertState.acknowledged.rawValue]) { $1 }
            }
            return seen
        case .settle where old["state"] == AlertState.open.rawValue: return ["state": AlertState.over.rawValue]
        case .pass(let owner): return ["owner": owner?.description]
        case .told(let words): return ["command": words]
        case .acknowledge, .settle: return [:]
        }
    }
}

extension RecordEvent {
    /// Whether somebody saw an alert by it.
    public var saysSeen: Bool {
        record.kind == RecordKind.alert.code
            && changes.contains {
                $0.field == "by" || ($0.field == "state" && $0.new == AlertState.acknowledged.rawValue)
            }
    }
}

extension RecordAct {
    /// The right that it needs where that is not the right to change the record.
    func right(of agent: Agent, on record: Record) -> Act? {
        switch self {
        case .license: .moveLicenses
        // Whoever a case belongs to may say so of its own.
        case .alert(.acknowledge): record["owner"] == agent.id.description ? .raiseAlerts : .acknowledgeAlerts
        case .alert: .raiseAlerts
        case .step: nil
        }
    }
}

extension Refusal {
    static func alertAct(_ kind: RecordKind) -> Refusal {
        Refusal(
            rule: "alert-act", message: "That is done with an alert that is there, not with a \(kind.code).",
            remedy: "See which there are: alert list.")
    }
}
