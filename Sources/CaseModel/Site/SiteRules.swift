// What must hold of licences, hours, visits, assets and consents, once their values fit.

extension CaseLedger {
    /// Whether the rules of its kind let a record be what it is to become.
    func checkKind(_ new: Record, from old: Record, at now: Timestamp) throws(StoreError) {
        switch new.kind {
        case .license:
            let balance = LicenseBalance(new)
            guard balance.free >= 0 else {
                throw .refused(.fewerThanAllocated(balance, new.id, policy.quote(.allocate)))
            }
        case .replacement:
            guard let code = new["fallback"], code != old["fallback"] else { return }
            guard policy.cover.plans.contains(where: { $0.code == code && $0.replacement != nil }) else {
                throw .refused(.noFallback(code, policy))
            }
        case .hours: try checkHours(new, from: old)
        case .visit where old.version == 0: try checkVisit(new)
        case .asset: try refusing { () throws(Refusal) in try policy.checkAsset(new) }
        case .consent: try refusing { () throws(Refusal) in try policy.checkConsent(new, from: old) }
        default: break
        }
    }

    /// What is left never falls below nothing.
    private func checkHours(_ new: Record, from old: Record) throws(StoreError) {
        guard new["minutes"] != old["minutes"], let day = new.day("day"), let id = new.parent,
            let contract = try record(id)
        else { return }
        guard let before = try hours(of: contract, on: day) else { throw .refused(.noHours(id, day, policy)) }
        let more = (new.count("minutes") ?? 0) - (old.count("minutes") ?? 0)
        guard more <= 0 || more <= before.left else {
            throw .refused(.hoursUsedUp(before, more, id, policy))
        }
    }

    private func checkVisit(_ visit: Record) throws(StoreError) {
        guard let id = visit.parent, let leave = try record(id),
            let at = visit["at"].flatMap({ Timestamp(iso: $0) })
        else { return }
        let day = try day(of: at, for: visit.account)
        try refusing { () throws(Refusal) in try policy.checkVisit(visit, under: leave, on: day) }
    }
}

extension Policy {
    /// A visit is within the leave, and somebody consented where the policy wants it.
    func checkVisit(_ visit: Record, under leave: Record, on day: CivilDay) throws(Refusal) {
        guard let start = leave.start, start <= day, leave.end.map({ day <= $0 }) ?? true else {
            throw .noLeave(leave, day)
        }
        guard let code = leave["way"], let kind = duties.ledgers.accessKinds.first(where: { $0.code == code }) else {
            throw .noCode(leave["way"] ?? "", "access-kind", self)
        }
        if kind.needsConsent, visit["consentBy"] == nil {
            throw .visitNeedsConsent(kind, credit(kind.origin.tags(of: "consent")))
        }
    }

    /// An asset has what its kind needs.
    func checkAsset(_ asset: Record) throws(Refusal) {
        guard let kind = duties.ledgers.assetKinds.first(where: { $0.code == asset["what"] }) else { return }
        if let field = kind.needs.first(where: { asset[$0] == nil }) {
            throw .assetNeeds(field, kind, credit(kind.origin.tags(of: "needs")))
        }
    }

    /// A consent is asked for, then answered by somebody of the customer, then done with.
    func checkConsent(_ new: Record, from old: Record) throws(Refusal) {
        guard let state = new["state"].flatMap({ ConsentState(rawValue: $0) }), new["state"] != old["state"] else {
            return
        }
        let before = old["state"].flatMap { ConsentState(rawValue: $0) }
        let fits =
            switch state {
            case .requested: before == nil
            case .granted, .refused: before != .complete
            case .complete: before == .granted
            }
        guard fits else { throw .consentOrder(new.id, before, state) }
        if [.granted, .refused].contains(state), new["by"] == nil { throw .consentNeedsPerson(state) }
    }
}

extension Refusal {
    static func noCode(_ word: String, _ kind: String, _ policy: Policy) -> Refusal {
        let known = policy.codes(of: kind)
        let near = nearest(word, among: known).map { " Did you mean \($0)?" } ?? ""
        return Refusal(
            rule: "policy-word",
            message: "The policy “\(policy.edition.name)” has no \(kind) \(word.prefix(80)).\(near)",
            remedy: known.isEmpty
                ? "Add one to the policy: [\(kind) \"\(word.prefix(80))\"]."
                : "It has \(known.joined(separator: ", ")).")
    }

    static func noFallback(_ code: String, _ policy: Policy) -> Refusal {
        let known = policy.cover.plans.filter { $0.replacement != nil }.map(\.code)
        return Refusal(
            rule: "replacement-fallback", message: "The policy replaces nothing under \(code).",
            remedy: "Choose one of \(known.joined(separator: ", ")).", about: "fallback")
    }

    static func noLeave(_ leave: Record, _ day: CivilDay) -> Refusal {
        let from = leave.start.map { "\($0)" } ?? "-"
        let until = leave.end.map { " to \($0)" } ?? " on"
        return Refusal(
            rule: "access-days", message: "\(leave.id) is for \(from)\(until), not for \(day).",
            remedy: "Ask the customer for leave first, and record it (access new).", about: "on")
    }

    static func visitNeedsConsent(_ kind: Policy.AccessKind, _ credit: String) -> Refusal {
        Refusal(
            rule: "visit-consent", message: "“\(kind.name)” wants somebody's consent each time \(credit).",
            remedy: "Name who consented (--contact NAME).", about: "contact")
    }

    static func assetNeeds(_ field: String, _ kind: Policy.AssetKind, _ credit: String) -> Refusal {
        let meaning = RecordKind.asset.field(field)?.meaning ?? field
        return Refusal(
            rule: "asset-needs", message: "“\(kind.name)” needs \(field), \(meaning) \(credit).",
            remedy: "Give it (\(field)=VALUE).", about: field)
    }

    static func consentOrder(_ id: RecordID, _ before: ConsentState?, _ after: ConsentState) -> Refusal {
        Refusal(
            rule: "consent-order",
            message: before.map { "\(id) is \($0.rawValue), so it cannot become \(after.rawValue)." }
                ?? "A consent that nobody gave cannot be \(after.rawValue).",
            remedy: "Ask anew (request) where the old one is done with.")
    }

    static func consentNeedsPerson(_ state: ConsentState) -> Refusal {
        Refusal(
            rule: "consent-person", message: "A consent is \(state.rawValue) by somebody of the customer.",
            remedy: "Name who (--contact NAME).", about: "contact")
    }
}
