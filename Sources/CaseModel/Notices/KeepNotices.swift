extension CaseLedger {
    /// Completes what is wanted of a notice: once it is sent, it went to who was to be told at that moment.
    func address(_ old: Record, _ edit: inout RecordEdit, at now: Timestamp) throws(StoreError) {
        let code = edit.values["kind"] ?? old["kind"]
        guard let kind = policies.inForce.notice(code) else { throw .refused(.noticeKind(code, policies.inForce)) }
        let wanted = edit.values["state"] ?? nil
        guard let state = wanted.flatMap({ NoticeState(rawValue: $0.lowercased()) }) else { return }
        switch state {
        case .open:
            if old["sentAt"] != nil { throw .refused(.noticeSent(old.id)) }
        case .bounced:
            if old["sentAt"] == nil { throw .refused(.noticeNotSent(old.id)) }
        case .sent where old["state"] != NoticeState.sent.rawValue:
            if old["state"] == NoticeState.bounced.rawValue, let before = old.contact("recipient"),
                try named(of: kind, old, edit)?.id == before
            {
                // It went through after all; to somebody else it would be sent anew.
                edit.values["problem"] = .some(nil)
                break
            }
            let contact = try recipient(of: kind, old, edit)
            edit.values["recipient"] = contact.id.description
            edit.values["sentAt"] = now.description
            edit.values["problem"] = .some(nil)
        case .sent: break
        }
    }

    /// Who is named for a notice now: of a membership its Renewal Contact, of an account who was given.
    private func named(of kind: Policy.NoticeKind, _ old: Record, _ edit: RecordEdit) throws(StoreError) -> Contact? {
        var id: ContactID?
        if kind.about == .membership {
            let membership = (edit.values["membership"] ?? old["membership"]).flatMap { RecordID(text: $0) }
            id = try membership.flatMap { id throws(StoreError) in try record(id) }?.contact("contact")
        } else {
            id = (edit.values["recipient"] ?? old["recipient"]).flatMap { ContactID(text: $0) }
        }
        return try id.flatMap { id throws(StoreError) in try contact(id) }
    }

    /// Who is to be told now: of a membership its Renewal Contact, of an account one of those who receive it.
    private func recipient(
        of kind: Policy.NoticeKind, _ old: Record, _ edit: RecordEdit
    ) throws(StoreError) -> Contact {
        let membership = (edit.values["membership"] ?? old["membership"]).flatMap { RecordID(text: $0) }
        let contact = try named(of: kind, old, edit)
        if kind.about == .membership {
            guard policies.inForce.hasRecipient(of: kind) else { throw .refused(.noticeNoRole(kind)) }
            guard let membership, try record(membership) != nil else { throw .refused(.noticeAbout(kind, old.id)) }
        } else {
            let account = old.account ?? (edit.values[RecordKind.account] ?? nil).flatMap { AccountID(text: $0) }
            if let person = contact, let account {
                let isNamed = try records(RecordQuery(.membership, of: [account])).contains {
                    $0.contact("contact") == person.id
                }
                guard
                    policies.inForce.receives(kind, roles: person.roles)
                        || (isNamed && policies.inForce.hasRecipient(of: kind))
                else {
                    throw .refused(.noticeNotTheirs(kind, person))
                }
            }
        }
        guard let contact else { throw .refused(.noticeProblem(.nobody, membership)) }
        guard contact.active else { throw .refused(.noticeProblem(.left(contact.name), membership)) }
        return contact
    }
}

extension Refusal {
    static func noticeKind(_ code: String?, _ policy: Policy) -> Refusal {
        guard let code else {
            return Refusal(
                rule: "notice-kind", message: "A notice is of some kind.",
                remedy: "Give it (kind=CODE): \(policy.duties.notices.map(\.code).joined(separator: ", ")).")
        }
        return .unknownWord("notice", code, policy.duties.notices.map(\.code))
    }

    static func noticeSent(_ id: RecordID) -> Refusal {
        Refusal(
            rule: "notice-sent", message: "\(id) was sent, and stays so.",
            remedy: "If it came back, say so (notice set \(id) state=bounced).")
    }

    static func noticeNotSent(_ id: RecordID) -> Refusal {
        Refusal(
            rule: "notice-not-sent", message: "\(id) was not sent, so it cannot have come back.",
            remedy: "Send it first (renewal notify).")
    }

    static func noticeNoRole(_ kind: Policy.NoticeKind) -> Refusal {
        Refusal(
            rule: "notice-no-role", message: "The policy has no primary contact who receives a \(kind.name).",
            remedy: "Give a primary [contact-role] of it the right \(kind.right).")
    }

    static func noticeAbout(_ kind: Policy.NoticeKind, _ id: RecordID) -> Refusal {
        Refusal(
            rule: "notice-about", message: "A \(kind.name) is about a membership, and \(id) names none.",
            remedy: "Give it (membership=MB-1).")
    }

    static func noticeNotTheirs(_ kind: Policy.NoticeKind, _ contact: Contact) -> Refusal {
        Refusal(
            rule: "notice-recipient", message: "\(contact.name) has no role that receives a \(kind.name).",
            remedy: "Give one (contact set \(contact.id) --roles LIST), or name who has it.")
    }

    static func noticeProblem(_ problem: NoticeProblem, _ membership: RecordID?) -> Refusal {
        Refusal(rule: "notice-nobody", message: problem.message, remedy: problem.remedy(membership))
    }
}
