import CaseModel

/// What the store said of the host that is typed into a form.
struct FoundHost: Equatable, Sendable {
    /// The host that was asked about; nil for none yet.
    var host: String?
    /// The licences of which it has some; nil until they came.
    var licenses: RecordList?
    /// The question under way.
    var ticket = Ticket.none
}

extension ConsoleState {
    /// The hosts of the customer's other licences, each with what it has.
    func otherHosts(_ form: Form, but own: [Choice]) -> [Choice] {
        var choices: [Choice] = []
        var seen = Set(own.map(\.value))
        for license in sheet(for: form)?.records(.license) ?? [] where license.id.description != form.id.object {
            for (name, amount) in license.amounts(RecordKind.allocations).sorted where seen.insert(name).inserted {
                let detail = "\(grouped(amount)) of \(license.id), \(license.title)"
                choices.append(Choice(value: name, detail: detail))
            }
        }
        return choices.sorted { $0.value < $1.value }
    }

    /// Asks what is known of the host that is typed, by its whole name.
    mutating func seekHost(_ form: Form) -> [Effect] {
        guard let host = form.gainingHost, desk.customers.host.host != host else { return [] }
        desk.customers.host = FoundHost(host: host, ticket: ask())
        // An answer under way for the row may be put off by this one; it is asked for again afterwards.
        desk.customers.asked = nil
        return [.loadAside(.records([HostUse.query(host)]), desk.customers.host.ticket)]
    }

    /// What is known of the host in a form; nil while that is not known, and of one that has some of the licence already.
    func hostUse(of form: Form) -> HostUse? {
        let found = desk.customers.host
        guard let host = form.gainingHost, found.host == host, let licenses = found.licenses,
            let license = record(form.id.object), license.amounts(RecordKind.allocations)[host] == 0
        else { return nil }
        return HostUse(host, of: license.id, at: license.account, licenses)
    }

    /// That the host in a form is new; nil for another.
    func newHost(in form: Form) -> String? {
        guard let use = hostUse(of: form), let account = customer(of: form) else { return nil }
        return use.news(for: nameOf(account.description))
    }
}

extension Form {
    /// The host that is typed into a field for one that gets some of a licence; nil for none, and for what names none.
    fileprivate var gainingHost: String? {
        let field = fields.first { if case .host = $0.kind { true } else { false } }
        return field.flatMap { Amounts.isName($0.text) ? $0.text : nil }
    }
}
