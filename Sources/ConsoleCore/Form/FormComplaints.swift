import CaseModel

extension ConsoleState {
    /// What stands against a person or record in the form, in the words of the rule: one of another customer (domain 12).
    func complaint(about form: Form) -> String? {
        guard let sheet = sheet(for: form),
            // Who asks for the customer has people of its own.
            form.fields.first(where: { $0.place == .option(.partner) })?.text.isEmpty ?? true
        else { return nil }
        if let strange = hostUse(of: form)?.warning(for: sheet.account.name) { return strange }
        return form.fields.indices.lazy.compactMap {
            stranger(form.fields[$0], isTyped: $0 == form.cursor, form, sheet)
        }
        .first
    }

    /// Why what a field names is not the customer's; nil while it may be.
    private func stranger(_ field: FormField, isTyped: Bool, _ form: Form, _ sheet: CustomerSheet) -> String? {
        guard case .value(let type) = field.kind, field.isChanged else { return nil }
        // A number that is being typed may be another yet, as long as one of the customer begins with it.
        func mayBecome(_ known: some Sequence<String>) -> Bool {
            isTyped && known.contains { Words.fold($0).hasPrefix(Words.fold(field.text)) }
        }
        let kind = form.id.command.recordKind
        switch type {
        case .contact where kind != .partner:
            guard let id = ContactID(text: field.text), !sheet.facts.contacts.contains(where: { $0.id == id }),
                !mayBecome(sheet.facts.contacts.lazy.map(\.id.description))
            else { return nil }
            guard kind != nil else {
                return asksCaller(form) && isOfPartner(form)
                    ? nil : "There is no contact \(id) at \(sheet.account.name)."
            }
            return strangerOfRecord(id, field, sheet)
        case .record(let kinds) where field.name == kind?.parent:
            guard let id = RecordID(text: field.text), kinds.contains(id.kind) else { return nil }
            let own = sheet.records[id.kind] ?? []
            guard own.count < CustomerSheet.mostRecords, !own.contains(where: { $0.id == id }),
                !mayBecome(own.lazy.map(\.id.description))
            else { return nil }
            return record(id.description) == nil
                ? "\(sheet.account.name) has no \(id)." : "\(id) belongs to another customer."
        default: return nil
        }
    }

    /// A record may name people of the whole group; of those below the customer the sheet knows nothing.
    private func strangerOfRecord(_ id: ContactID, _ field: FormField, _ sheet: CustomerSheet) -> String? {
        guard let known = contact(id) else {
            return "There is no contact \(id) at \(sheet.account.name) itself; saving looks in its group."
        }
        var home = known.account
        // A chain of companies is short; one that runs in a ring has an end here, too.
        for _ in 0..<20 {
            guard home != sheet.account.id else { return nil }
            home = accountsAtHand.first { $0.id == home }?.parent
        }
        return "\(known.name) is a contact of another customer. Name somebody of this one or of its group."
    }

    /// Whether a partner asks for the customer in the case that a form is about.
    private func isOfPartner(_ form: Form) -> Bool {
        CaseID(text: form.id.object).flatMap { caseInFull($0)?.item.partner } != nil
    }

    /// That nothing fits what is typed into a field that offers something, and how to go on; nil for other fields.
    func nothing(for form: Form, among choices: [Choice]) -> String? {
        guard choices.isEmpty, let field = form.current, !field.lastWord(of: field.text).trimmedBlanks.isEmpty,
            form.offer.complaint == nil
        else { return nil }
        switch field.kind {
        case .oneOf, .flag: break
        case .listOf: break
        // A host that is not known yet is one that gets its first.
        case .host, .product, .free: return nil
        case .value(.account):
            let found = desk.customers.found
            guard found.words == field.text, found.ticket == .none else { return nil }
        case .value(.contact), .value(.record), .value(.item): guard sheet(for: form) != nil else { return nil }
        case .value(.agent), .value(.word), .value(.plan), .value(.code), .value(.flag): break
        case .value: return nil
        }
        return "Nothing matches \(field.lastWord(of: field.text).trimmedBlanks); ctrl-u empties the field."
    }
}
