// What may become of a record.

extension Record {
    /// The changes that give a record these values, those already so left out, in the order of its fields.
    ///
    /// - Parameter telling: fields whose value is told even when it is so already.
    /// - Throws: a refusal for a field its kind has not, a value that does not fit, one that is fixed or missing, days
    ///   in the wrong order.
    func decide(
        _ wanted: [String: String?], telling always: [String] = []
    ) throws(Refusal) -> [ValueChange<String>] {
        for name in wanted.keys.sorted() where kind.field(name) == nil { throw Refusal.noField(name, kind) }
        var changes: [ValueChange<String>] = []
        for field in kind.fields {
            guard let given = wanted[field.name] else { continue }
            var new: String?
            if let text = given {
                new = field.type.canonical(text)
                if new == nil { throw Refusal.noValue(text, field) }
            }
            let old = values[field.name]
            if new == old, !always.contains(field.name) { continue }
            if field.isFixed, old != nil { throw Refusal.fixed(field, kind) }
            changes.append(ValueChange(field.name, old, new))
        }
        var after = self
        for change in changes { after.values[change.field] = change.new }
        try after.check()
        return changes
    }

    private func check() throws(Refusal) {
        for field in kind.fields where field.isRequired && values[field.name] == nil {
            throw Refusal.missing(field, kind)
        }
        if let start, let end, end < start { throw Refusal.daysTurned(kind, start, end) }
        let given = kind.together.filter { values[$0] != nil }
        guard given.isEmpty || given.count == kind.together.count else { throw Refusal.together(kind) }
    }
}

extension Refusal {
    static func noField(_ name: String, _ kind: RecordKind) -> Refusal {
        let names = kind.fields.map(\.name)
        let near = nearest(name, among: names).map { "Did you mean \($0)?" }
        return Refusal(
            rule: "record-field", message: "The \(kind.code) has no field \(name.prefix(80)).",
            remedy: near ?? "It has \(names.joined(separator: ", ")).")
    }

    static func noValue(_ text: String, _ field: RecordField) -> Refusal {
        let usual = "It is \(field.type.words): \(field.meaning)."
        // Words without a year are of another one each time; days are written in full here.
        let isNumber = text.utf8.first.map { (48...57).contains($0) } ?? false
        let isDay = isNumber && "-/.".utf8.contains { sign in text.utf8.count { $0 == sign } == 2 }
        let absence = isDay ? DayWords.absence(text, today: CivilDay(daysSince1970: 0)) : nil
        return Refusal(
            rule: "record-value", message: "\(text.prefix(80)) is no \(field.name).",
            remedy: field.type == .day ? absence ?? usual : usual, about: field.name)
    }

    static func fixed(_ field: RecordField, _ kind: RecordKind) -> Refusal {
        Refusal(
            rule: "record-fixed", message: "The \(field.name) of the \(kind.code) stays as it was first given.",
            remedy: "End this one and add another.", about: field.name)
    }

    static func missing(_ field: RecordField, _ kind: RecordKind) -> Refusal {
        Refusal(
            rule: "record-needs", message: "The \(kind.code) needs a value for \(field.name): \(field.meaning).",
            remedy: "Give it (\(field.name)=VALUE); it is \(field.type.words).", about: field.name)
    }

    static func daysTurned(_ kind: RecordKind, _ start: CivilDay, _ end: CivilDay) -> Refusal {
        Refusal(
            rule: "record-days", message: "The \(kind.code) begins on \(start), so it cannot end on \(end).",
            remedy: "Give a last day that comes later.", about: kind.end)
    }

    static func together(_ kind: RecordKind) -> Refusal {
        Refusal(
            rule: "record-together",
            message: "The \(kind.code) has \(kind.together.joined(separator: ", ")) together or none of them.",
            remedy: "Give all of them.")
    }

    static func noReference(_ value: String, _ field: RecordField) -> Refusal {
        Refusal(
            rule: "record-reference", message: "There is no \(value), which \(field.name) names.",
            remedy: "Add it first, or name another.", about: field.name)
    }

    static func otherCustomer(_ parent: RecordID, _ field: RecordField) -> Refusal {
        Refusal(
            rule: "record-customer", message: "\(parent) belongs to another customer.",
            remedy: "Leave \(RecordKind.account) out: it follows from \(field.name).", about: field.name)
    }

    static func contactLeft(_ name: String) -> Refusal {
        Refusal(
            rule: "contact-inactive", message: "\(name) is no longer a contact.",
            remedy: "Name another, or bring this one back (contact set NAME --active).")
    }

    static func otherContact(_ name: String, _ field: RecordField) -> Refusal {
        Refusal(
            rule: "record-contact", message: "\(name) is a contact of another customer.",
            remedy: "Name somebody of this one or of its group (\(field.name)=CONTACT).", about: field.name)
    }

    static func notTheCustomer(_ name: String, _ field: String) -> Refusal {
        Refusal(
            rule: "partner-removal", message: "\(name) is not a contact of the customer.",
            remedy: "A partner is removed on the customer's word alone; name who gave it.", about: field)
    }
}
