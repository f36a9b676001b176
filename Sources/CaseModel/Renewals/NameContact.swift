extension CaseLedger {
    /// Completes what is wanted of a membership: who is named is named by somebody; where nobody is, at the beginning
    /// and at a renewal, the default rule assigns a contact and says why (domain 5.1).
    func nameContact(of old: Record, _ edit: inout RecordEdit, on day: CivilDay) throws(StoreError) {
        let asksForRule = (edit.values["naming"] ?? nil) == Naming.automatic.rawValue
        switch edit.values["contact"] {
        case .some(.some(let contact)):
            guard contact != old["contact"] || old["naming"] != Naming.named.rawValue else { return }
            edit.values["naming"] = Naming.named.rawValue
            edit.values["since"] = edit.values["since"] ?? day.description
            return
        case .some(.none) where !asksForRule:
            for field in ["naming", "since", "toldBy"] { edit.values[field] = .some(nil) }
            return
        default: break
        }
        let end = edit.values["end"] ?? nil
        let isRenewal = end.map { old.isRenewed(by: [ValueChange("end", nil, $0)]) } ?? false
        guard asksForRule || old.version == 0 || isRenewal && old["naming"] != Naming.named.rawValue else { return }
        guard let rule = policies.inForce.rule(AutomaticContact.rule) else {
            // What the policy does not have the program do, it does not do.
            if asksForRule { throw .refused(.noAutomaticRule(old.id)) }
            return
        }
        let account = old.account ?? (edit.values[RecordKind.account] ?? nil).flatMap { AccountID(text: $0) }
        guard let account, let choice = try automaticContact(of: account, on: day, by: rule),
            let contact = choice.contact
        else {
            if asksForRule { throw .refused(.nobodyRegistered(old.id)) }
            return
        }
        // Whom the rule chose before stays for the reason that was recorded then, as it is told wherever that is shown.
        if !asksForRule, old["naming"] == Naming.automatic.rawValue, old.contact("contact") == contact { return }
        if old["contact"] != contact.description { edit.values["since"] = day.description }
        edit.values["contact"] = contact.description
        edit.values["naming"] = Naming.automatic.rawValue
        var names: [ContactID: String] = [:]
        for count in choice.counts { names[count.contact] = try self.contact(count.contact)?.name }
        let reason = choice.words { names[$0] ?? "\($0)" }
        edit.text = edit.text.map { "\($0) \(reason)" } ?? reason
    }
}

extension Refusal {
    static func noAutomaticRule(_ id: RecordID) -> Refusal {
        Refusal(
            rule: "renewal-no-rule", message: "The policy has no rule by which a Renewal Contact is assigned.",
            remedy: "Name one (renewal assign \(id) --contact NAME), or add [rule \"\(AutomaticContact.rule)\"] to it.")
    }

    static func nobodyRegistered(_ id: RecordID) -> Refusal {
        Refusal(
            rule: "renewal-nobody",
            message: "Nobody who is still a contact was named on a purchase, renewal or membership of this customer.",
            remedy: "Name the Renewal Contact (renewal assign \(id) --contact NAME).")
    }
}
