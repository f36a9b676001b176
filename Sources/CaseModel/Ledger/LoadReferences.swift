// What a load means by a key or a name.

extension RowKind {
    /// How people name a thing of a kind.
    static func id(_ code: String, _ number: Int64) -> String {
        switch code {
        case account.code: AccountID(number).description
        case contact.code: ContactID(number).description
        case agent.code: AgentID(number).description
        default: RecordKind(code: code).map { RecordID($0, number).description } ?? "\(code) \(number)"
        }
    }
}

extension CaseLedger {
    /// What a field of a row names: by the key that the source has for it, else by its name, else by its number here;
    /// nil when there is none, or several.
    ///
    /// What this program wrote has the numbers of the store that it is from, which are no numbers here.
    ///
    /// - Parameter account: the customer beside it, at whom a person or record is looked for.
    mutating func named(
        _ text: String, by field: RecordField, at account: AccountID?, in session: inout LoadSession
    ) throws(StoreError) -> String? {
        let kinds = field.type.named
        let name = LoadName.reference(text, kinds: kinds, account: account)
        if let known = session[name] { return known }
        var found: String?
        for kind in kinds where found == nil {
            found = try id(of: kind, keyed: text, by: session.header.source)
        }
        for kind in kinds where found == nil { found = try id(of: kind, named: text, at: account) }
        if session.header.source != LoadHeader.ownSource {
            for kind in kinds where found == nil { found = try id(of: kind, numbered: text) }
        }
        if found == nil, session.header.adds?.contains(field.name) == true {
            found = try kinds.first.flatMap { kind throws(StoreError) in
                try LoadName(text, kind: kind, account: account?.description).map { name throws(StoreError) in
                    try identifier(name, in: &session)
                }
            }
        }
        session[name] = found
        return found
    }

    /// What a source calls by a key.
    func id(of kind: String, keyed key: String, by source: String) throws(StoreError) -> String? {
        if kind == RowKind.caseCode { return try loaded(source: source, key: key)?.caseID.description }
        return try remembered(source, kind, key).row.map { RowKind.id(kind, $0.number) }
    }

    private func id(of kind: String, numbered text: String) throws(StoreError) -> String? {
        switch kind {
        case RowKind.caseCode:
            guard let id = CaseID(text: text) else { return nil }
            return try state(of: id).map { _ in id.description }
        case RowKind.account.code:
            return try AccountID(text: text).flatMap { id throws(StoreError) in try account(id) }?.id.description
        case RowKind.contact.code:
            return try ContactID(text: text).flatMap { id throws(StoreError) in try contact(id) }?.id.description
        case RowKind.agent.code:
            return try AgentID(text: text).flatMap { id throws(StoreError) in try agent(id) }?.id.description
        default:
            guard let id = RecordID(text: text), id.kind == kind else { return nil }
            return try record(id)?.id.description
        }
    }

    private func id(of kind: String, named text: String, at account: AccountID?) throws(StoreError) -> String? {
        switch kind {
        case RowKind.account.code: return try self.account(folded: Words.fold(text))?.id.description
        case RowKind.agent.code: return try agent(folded: Words.fold(text))?.id.description
        case RowKind.contact.code:
            let all = try contacts(folded: Words.fold(text), account: account)
            let there = all.filter(\.active)
            let choice = there.isEmpty ? all : there
            return choice.count == 1 ? choice.first?.id.description : nil
        default:
            guard let kind = RecordKind(code: kind) else { return nil }
            let all = try records(of: kind, at: account, titled: text)
            return all.count == 1 ? all.first?.id.description : nil
        }
    }

    /// The thing that a row never seen before is plainly about.
    ///
    /// Customers and agents have one name each. A person is the same when neither address nor number speak against it, a
    /// record when nothing does; neither when it came from the same source under another key.
    func same(as merge: RowMerge, source: String) throws(StoreError) -> Int64? {
        let kind = merge.row.kind
        let title = merge.new[kind.title].flatMap { $0 } ?? ""
        let account = merge.new[RecordKind.account].flatMap { $0 }.flatMap { AccountID(text: $0) }
        func isFree(_ number: Int64) throws(StoreError) -> Bool {
            try !isLoaded(source: source, kind: kind.code, number: number)
        }
        func agrees(_ values: [String: String], _ fields: [String]) -> Bool {
            fields.allSatisfy { field in
                guard let new = merge.new[field].flatMap({ $0 }), let here = values[field] else { return true }
                return new.utf8.elementsEqual(here.utf8)
            }
        }
        switch kind {
        case .account: return try self.account(folded: Words.fold(title))?.id.number
        case .agent: return try agent(folded: Words.fold(title))?.id.number
        case .contact:
            for contact in try contacts(folded: Words.fold(title), account: account)
            where agrees(contact.values, ["email", "phone", "language"]) {
                if try isFree(contact.id.number) { return contact.id.number }
            }
        default:
            guard let record = kind.record else { return nil }
            for same in try records(of: record, at: account, titled: title)
            where agrees(same.values, kind.fields.map(\.name)) {
                if try isFree(same.number) { return same.number }
            }
        }
        return nil
    }
}

extension LoadName {
    /// A name of people or customers; nil for records, which a name alone does not make.
    init?(_ text: String, kind: String, account: String?) {
        switch kind {
        case RowKind.account.code: self = .account(text)
        case RowKind.contact.code: self = .contact(text, account: account)
        case RowKind.agent.code: self = .agent(text)
        default: return nil
        }
    }
}

extension PolicyBook {
    /// The codes that a field of a case can hold of what the policy in force has.
    func codes(of field: CaseField) -> Set<String> {
        switch field {
        case .plan: Set(inForce.cover.plans.map(\.code))
        case .region: Set(inForce.places.regions.map(\.code))
        case .center: Set(inForce.places.centers.map(\.code))
        default: []
        }
    }
}
