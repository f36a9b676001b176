// A load of people, customers or records: what is new in a row is taken over; what a person changed since stays.

extension CaseLedger {
    /// Takes a row in, or says why not.
    mutating func load(_ row: LoadRow, in session: inout LoadSession) throws(StoreError) {
        session.kind = row.kind
        let source = session.header.source
        let (key, known) = try remembered(source, row.kind.code, row.key)
        var merge = RowMerge(row, known: known)
        do throws(RowStop) {
            try read(&merge, in: &session)
            try find(&merge, source: source)
            if let gone = try row.asking({ () throws(StoreError) in try erased(merge) }) {
                // Nothing that the source says of the person is kept again.
                session.counts.unchanged += 1
                session.counts.add(
                    row.problem(row.kind.title, "\(gone) was erased on request; the row was left out."))
                return
            }
            merge.decide()
            try check(&merge, session.header)
            let before = merge.here
            if merge.number == nil || merge.after != before {
                try write(&merge, in: &session)
                if before == nil { session.counts.created += 1 } else { session.counts.updated += 1 }
            } else {
                session.counts.unchanged += 1
            }
        } catch {
            guard case .rejected(let problem) = error else {
                if case .store(let error) = error { throw error }
                return
            }
            session.counts.rejected += 1
            session.counts.add(problem)
            return
        }
        for problem in merge.problems { session.counts.add(problem) }
        for (field, text) in merge.waiting {
            session.waiting.append(LoadRow(kind: row.kind, key: row.key, line: row.line, values: [field: text]))
        }
        guard let number = merge.number else { return }
        let now = LoadedRow(number: number, values: merge.said)
        guard now != known else { return }
        session.madeNames = true
        try keep(now, source: source, kind: row.kind.code, key: key)
    }

    /// What is known of a row, and under which key: that of an erased person is kept as a digest alone.
    func remembered(_ source: String, _ kind: String, _ key: String) throws(StoreError) -> (
        key: String, row: LoadedRow?
    ) {
        if let known = try loadedRow(source: source, kind: kind, key: key) { return (key, known) }
        let digest = LoadRow.digest(of: key)
        let known = try loadedRow(source: source, kind: kind, key: digest)
        return (known == nil ? key : digest, known)
    }

    /// Takes in what rows said of rows that came after them.
    mutating func loadLateReferences(in session: inout LoadSession) throws(StoreError) {
        let late = session.waiting
        session.waiting = []
        session.isAtEnd = true
        for row in late {
            // The row was counted when it came.
            let before = session.counts
            try load(row, in: &session)
            session.counts.created = before.created
            session.counts.updated = before.updated
            session.counts.unchanged = before.unchanged
        }
    }

    /// What a person would be refused to say of a contact; what other systems say is taken, and told of.
    private func doubt(about value: String, of field: RecordField) -> String? {
        switch field.name {
        case "email": MailAddress.isOne(value) ? nil : MailAddress.rule
        case "phone": TelephoneNumber.isOne(value) ? nil : TelephoneNumber.rule
        case "language": policies.inForce.strangeLanguage(value)?.remedy
        default: nil
        }
    }

    /// What a row says, in the form in which it is kept: numbers for names and keys.
    private mutating func read(_ merge: inout RowMerge, in session: inout LoadSession) throws(RowStop) {
        let row = merge.row
        for field in row.kind.fields {
            guard let given = row.values[field.name] else { continue }
            guard let text = given, !Words.isBlank(text) else {
                merge.new[field.name] = .some(nil)
                continue
            }
            let kinds = field.type.named
            guard !kinds.isEmpty else {
                guard let value = row.kind.canonical(text, of: field) else {
                    let why = "“\(text.prefix(80))” is no \(field.name): it is \(field.words)."
                    throw .rejected(row.problem(field.name, why))
                }
                merge.new[field.name] = value
                if row.kind == .contact, let doubt = doubt(about: value, of: field) {
                    merge.problems.append(
                        row.problem(field.name, "\(doubt) “\(value.prefix(80))” was taken as it stands."))
                }
                continue
            }
            let account = merge.new[RecordKind.account].flatMap { $0 } ?? merge.known?.values[RecordKind.account]
            let found = try row.asking { () throws(StoreError) in
                try named(text, by: field, at: account.flatMap { AccountID(text: $0) }, in: &session)
            }
            if let found {
                merge.new[field.name] = found
            } else if kinds == [row.kind.code], !field.isRequired, !session.isAtEnd {
                merge.waiting.append((field.name, text))
            } else {
                let why = "No \(kinds.joined(separator: " or ")) “\(text.prefix(80))” is known, or several are"
                guard !field.isRequired else {
                    throw .rejected(row.problem(field.name, "\(why); without its \(field.name) the row is not taken."))
                }
                merge.problems.append(row.problem(field.name, "\(why); the row was taken without its \(field.name)."))
            }
        }
    }

    /// The thing here that a row is about: what it was before, or what is plainly the same.
    private func find(_ merge: inout RowMerge, source: String) throws(RowStop) {
        let row = merge.row
        merge.number = merge.known?.number
        if merge.number == nil {
            merge.number = try row.asking { () throws(StoreError) in try same(as: merge, source: source) }
            if let number = merge.number, row.kind.record == nil,
                try row.asking({ () throws(StoreError) in
                    try isLoaded(source: source, kind: row.kind.code, number: number)
                })
            {
                let id = RowKind.id(row.kind.code, number)
                merge.problems.append(
                    row.problem(row.kind.title, "Names are unique: this row became one with another, as \(id)."))
            }
        }
        guard let number = merge.number else { return }
        merge.here = try row.asking { () throws(StoreError) in
            guard let values = try values(of: row.kind, number) else {
                throw .damaged("what was loaded as \(row.key) is gone")
            }
            return values
        }
    }

    /// The person that a row is about, when the person was erased.
    private func erased(_ merge: RowMerge) throws(StoreError) -> ContactID? {
        guard merge.row.kind == .contact, let number = merge.number, let contact = try contact(ContactID(number)),
            contact == contact.erased
        else { return nil }
        return contact.id
    }

    /// What must hold of the values that a row leads to.
    private func check(_ merge: inout RowMerge, _ header: LoadHeader) throws(RowStop) {
        let row = merge.row
        for field in row.kind.fields where field.isRequired && merge.after[field.name] == nil {
            // The customer of a record may follow from what it belongs to.
            if field.name == RecordKind.account, row.kind.record?.parent != nil { continue }
            throw .rejected(row.problem(field.name, "The row has no \(field.name): \(field.meaning)."))
        }
        let name = Words.fold(merge.after["name"] ?? "")
        let number = merge.number
        switch row.kind {
        case .account:
            let loops = try row.asking { () throws(StoreError) in
                if let other = try account(folded: name), other.id.number != number {
                    throw .refused(.nameTaken("an account", other.name))
                }
                return try number.map { number throws(StoreError) in
                    try isAbove(AccountID(number), merge.after["parent"].flatMap { AccountID(text: $0) })
                } ?? false
            }
            if loops { merge.leave("parent", Refusal.accountLoop(merge.after["name"] ?? "").message) }
        case .agent:
            // Role, centre, shift and what the agent knows are in the policy's words.
            try row.asking { () throws(StoreError) in
                let known = try number.flatMap { number throws(StoreError) in try agent(AgentID(number)) }
                let wanted = (known ?? Agent(id: AgentID(0), name: "")).with(merge.after)
                let policy = policies.inForce
                merge.settle(
                    try refusing { () throws(Refusal) in try wanted.placed(by: policy, unlike: known) }.values)
            }
            let rights = ["logins", "duties", "active"].filter { merge.after[$0] != merge.here?[$0] }
            try row.asking { () throws(StoreError) in
                if let other = try agent(folded: name), other.id.number != number {
                    throw .refused(.nameTaken("an agent", other.name))
                }
                if number == nil, !rights.isEmpty { _ = try allowed(header.claim, .manageAgents) }
            }
            guard number != nil else { return try leaveTakenLogins(&merge) }
            for field in rights {
                merge.leave(field, "Who may do what is not for an import to change; it was left as it is (agent set).")
            }
        default: break
        }
    }

    /// A login that somebody here has is not given to another: whoever uses it would have to say who acts.
    private func leaveTakenLogins(_ merge: inout RowMerge) throws(RowStop) {
        let row = merge.row
        let wanted = merge.after["logins"].blankSeparated
        var free: [String] = []
        for login in wanted {
            let others = try row.asking { () throws(StoreError) in try agents(withLogin: login) }
            if others.isEmpty { free.append(login) }
        }
        guard free != wanted else { return }
        let taken = wanted.filter { !free.contains($0) }.joined(separator: ", ")
        let rest = free.isEmpty ? nil : free.joined(separator: " ")
        merge.put(rest, in: "logins", "The login \(taken) is somebody's here already; it was left out.")
    }
}
