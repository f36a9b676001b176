// Erasing a person's data on request (reliability 6 and H2): what they are recognised by goes, their history stays.

extension ErasingLedger {
    /// Replaces name, address, number and language of a contact wherever they stand; who did what, when and how often
    /// stays, and so do their numbers.
    ///
    /// - Returns: what was done, and the texts that name the person, or may, and were left as they are.
    public mutating func erase(_ wish: Erasure, _ operation: Operation) throws(StoreError) -> ErasureReport {
        let agent = try allowed(operation.claim, .erasePersonalData)
        let who = try refusing { () throws(Refusal) in
            try wish.requestedBy.checked("name of who asked", CaseLimits.subject)
        }
        guard let before = try contact(wish.contact) else { throw .notFound("contact \(wish.contact)") }
        let isErased = before == before.erased
        if try outcome(of: operation.id) != nil || (isErased && wish.also == nil) {
            // Only the file itself may still be cleared.
            var report = ErasureReport(contact: before)
            report.remarks = ["\(before.id) was erased before; nothing was left of it to look for."]
            return report
        }
        let trace = PersonTrace(isErased ? nil : before, also: wish.also)
        let erasure = TextErasure(trace: trace, texts: wish.texts)
        var report = ErasureReport(contact: before.erased)
        if wish.attachments { report.attachments = try removeAttachments(of: wish, operation, by: agent) }
        try beginErasing(wish.contact)
        report.contact = try put(before.erased)
        try eraseCases(erasure, &report)
        try eraseRecords(erasure, &report)
        try eraseActs(erasure.trace, &report)
        try sweep(erasure.trace.erased)
        let act = LedgerAct(
            id: operation.id, kind: report.attachments.isEmpty ? .keep : .record,
            actor: agent.actor(operation.claim), at: operation.at, recordedAt: operation.recordedAt,
            words: "erased the data of \(wish.contact) on request of \(erasure.trace.erased(from: who))")
        try remember(act, outcome: OperationOutcome(id: operation.id, edits: []))
        try endErasing(wish.contact, by: operation.id)
        if let account = try before.account.flatMap({ id throws(StoreError) in try self.account(id) }),
            erasure.trace.isNamed(in: account.name)
        {
            report.remarks.append("The account \(account.id) has the name of the person; change it if it should not.")
        }
        return report
    }

    private mutating func eraseCases(_ erasure: TextErasure, _ report: inout ErasureReport) throws(StoreError) {
        var touched: [CaseID] = []
        var found = report
        try eachEvent { (event) throws(StoreError) in
            found.note(event.texts, in: event.caseID.description, event.seq, erasure)
            if touched.last != event.caseID, erasure.after(event) != event { touched.append(event.caseID) }
        }
        report = found
        for id in touched {
            guard let old = try state(of: id) else { continue }
            var changed: [CaseEvent] = []
            for event in try events(of: id, after: 0) {
                let new = erasure.after(event)
                if new != event { changed.append(new) }
            }
            report.events += changed.count
            try rewrite(changed, from: old, to: erasure.after(old))
        }
    }

    private mutating func eraseRecords(_ erasure: TextErasure, _ report: inout ErasureReport) throws(StoreError) {
        var touched: [RecordID] = []
        var found = report
        try eachRecordEvent { (event) throws(StoreError) in
            found.note(event.texts, in: event.record.description, event.seq, erasure)
            if touched.last != event.record, erasure.after(event) != event { touched.append(event.record) }
        }
        report = found
        for id in touched {
            guard let old = try record(id) else { continue }
            let changed = try recordEvents(of: id, after: 0).filter { erasure.after($0) != $0 }.map(erasure.after)
            report.events += changed.count
            try rewrite(changed, to: erasure.after(old))
        }
    }

    /// The journal repeats what stands elsewhere, so the person goes from it in any case.
    private mutating func eraseActs(_ trace: PersonTrace, _ report: inout ErasureReport) throws(StoreError) {
        var changed: [(LedgerAct, OperationOutcome)] = []
        try eachAct { (act, outcome) throws(StoreError) in
            var new = act
            new.words = trace.erased(from: act.words)
            let answers = outcome.mapTexts(trace.erased)
            if new != act || answers != outcome { changed.append((new, answers)) }
        }
        for (act, outcome) in changed { try rewrite(act, outcome: outcome) }
        report.acts += changed.count
    }

    /// Takes away the files that came from a person.
    private mutating func removeAttachments(
        of wish: Erasure, _ operation: Operation, by agent: Agent
    ) throws(StoreError) -> [RecordID] {
        var removed: [RecordID] = []
        for old in try records(RecordQuery(.attachment)) {
            guard let attachment = Attachment(old), attachment.stands, old.contact("contact") == wish.contact else {
                continue
            }
            var new = old
            let change = ValueChange("removed", nil, operation.at.description)
            new.values[change.field] = change.new
            new.version += 1
            let event = RecordEvent(
                record: old.id, seq: new.version, at: operation.at, recordedAt: operation.recordedAt,
                actor: agent.actor(operation.claim), changes: [change], operation: operation.id)
            try write(event, to: new)
            try dropContent(after: new)
            removed.append(old.id)
        }
        return removed
    }
}

extension Contact {
    /// The person without anything to be recognised by; no longer with us, and with the same number.
    var erased: Contact {
        Contact(id: id, account: account, name: Contact.erasedName(id), roles: roles, active: false)
    }

    /// What an erased person is called.
    public static func erasedName(_ id: ContactID) -> String { "Erased \(id)" }
}

extension Refusal {
    static func contactErased(_ id: ContactID) -> Refusal {
        Refusal(
            rule: "contact-erased", message: "\(id) was erased on request, and stays so.",
            remedy: "Add the person anew, if they wish it (contact new NAME --account A).")
    }
}

extension ErasureReport {
    /// Notes texts that name the person and stay, or that may.
    fileprivate mutating func note(
        _ texts: [(field: String, text: String)], in of: String, _ event: Int, _ erasure: TextErasure
    ) {
        for (field, text) in texts {
            let mention = Mention(of: of, event: event, field: field)
            let after = erasure.text(text)
            if erasure.trace.isNamed(in: after) {
                if left.count < ErasureReport.limit, left.last != mention { left.append(mention) }
            } else if erasure.trace.isLikely(in: after), likely.count < ErasureReport.limit, likely.last != mention {
                likely.append(mention)
            }
        }
    }
}
