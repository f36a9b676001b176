import CaseModel

/// Who of a customer's people may call, and about what: worked out once for a customer and a day.
struct FormCallers: Equatable, Sendable {
    /// What it follows from.
    struct Key: Equatable, Sendable {
        var customer: AccountID
        var version: Int
        var policy: String
        var day: CivilDay
    }

    /// What it follows from.
    let key: Key
    /// Those who may call about anything, with the severities that are covered.
    private let general: [ContactID: [Severity]]
    /// The same of the kinds of request that have callers of their own, in the order of the policy.
    private let own: [(kind: String, may: [ContactID: [Severity]])]

    init(_ key: Key, _ facts: CoverFacts, _ policy: Policy) {
        self.key = key
        func callers(_ kind: String?) -> [ContactID: [Severity]] {
            let answer = cover(CoverQuestion(day: key.day), facts, CoverTerms(policy, for: kind))
            let known = answer.callers.compactMap { caller in caller.contact.map { ($0, caller.severities) } }
            return Dictionary(known) { first, _ in first }
        }
        general = callers(nil)
        // Kinds that ask for the same rights have the same callers.
        var found: [Set<String>: [ContactID: [Severity]]] = [:]
        own = policy.intake.requestTypes.filter { policy.hasOwnCallers($0.code) }.map { type in
            let rights = Set(type.may)
            let may = found[rights] ?? callers(type.code)
            found[rights] = may
            return (type.code, may)
        }
    }

    static func == (a: FormCallers, b: FormCallers) -> Bool {
        a.key == b.key && a.general == b.general && a.own.elementsEqual(b.own) { $0 == $1 }
    }

    /// The kinds of request with callers of their own about which somebody may call.
    func kinds(openTo id: ContactID) -> [String] { own.filter { $0.may[id] != nil }.map(\.kind) }

    /// Whether somebody may call, in words, and how far down the person stands among the choices.
    ///
    /// - Parameters:
    ///   - kind: the kind of request; nil while none is chosen.
    ///   - severity: how bad it is; nil while that is open.
    func standing(of id: ContactID, for kind: String?, _ severity: Severity?) -> (words: String, rank: Int) {
        let kinds = kinds(openTo: id)
        let asked = own.first { $0.kind == kind }?.may
        // Whoever may call about this kind alone is told so; of whoever may call at all that goes without saying.
        if let severities = kind == nil ? general[id] : (asked ?? general)[id] {
            let about = general[id] == nil ? kind.map { " about \($0)" } ?? "" : ""
            let lacks = severity.map { !severities.isEmpty && !severities.contains($0) ? ", not \($0.code)" : "" } ?? ""
            return ("may call\(about)" + (severities.isEmpty ? "" : ", \(severities.inWords)\(lacks)"), 0)
        }
        guard !kinds.isEmpty else { return ("may not call", 2) }
        return ("may call about \(kinds.joined(separator: ", "))" + (kind.map { ", not \($0)" } ?? ""), 1)
    }
}

extension ConsoleState {
    /// Whether a form asks who calls.
    func asksCaller(_ form: Form) -> Bool { form.id.command == .new || form.id.verb == "caller" }

    /// Who may call of the customer that a form is about; nil where it asks for no caller, or the customer is not at hand.
    func callers(for form: Form) -> FormCallers? {
        guard asksCaller(form), let session, let sheet = sheet(for: form) else { return nil }
        let policy = session.policies.inForce
        let key = FormCallers.Key(
            customer: sheet.account.id, version: desk.customers.version, policy: policy.mark,
            day: session.policies.day(of: now, for: sheet.facts))
        if let known = form.offer.callers, known.key == key { return known }
        return FormCallers(key, sheet.facts, policy)
    }

    /// The people of a customer; where somebody calls, who may call stands first and says so.
    func people(of sheet: CustomerSheet, in form: Form) -> [Choice] {
        let people = sheet.facts.contacts.filter(\.active)
        guard let callers = callers(for: form) else {
            return people.map { Choice(value: $0.id.description, detail: $0.name) }
        }
        let (kind, severity) = request(of: form)
        let choices = people.map { contact in
            let (words, rank) = callers.standing(of: contact.id, for: kind, severity)
            return (rank, Choice(value: contact.id.description, detail: "\(contact.name), \(words)"))
        }
        return (0...2).flatMap { rank in choices.filter { $0.0 == rank }.map(\.1) }
    }

    /// What is called about: that of the case, or what was chosen in the form; what stands there by itself counts not.
    private func request(of form: Form) -> (kind: String?, severity: Severity?) {
        if let item = CaseID(text: form.id.object).flatMap({ caseInFull($0)?.item }) {
            return (item.type.code, item.severity)
        }
        func chosen(_ option: CallOption) -> String? {
            form.fields.first { $0.place == .option(option) && $0.isChanged }?.text.lowercased()
        }
        let (words, kind, severity) = (desk.directory.words, chosen(.type), chosen(.severity))
        return (
            words.types.first { $0.code == kind }?.code, words.severities.first { $0.code == severity }
        )
    }

    /// What is to be filled in before the field that is typed in can offer anything.
    func advice(for form: Form) -> String? {
        guard form.current?.kind == .value(.contact), let account = form.accountField, customer(of: form) == nil
        else { return nil }
        return account.text.isEmpty
            ? "Name the customer first; its people are offered here then."
            : "No customer is known as \(account.text); name one first, and its people are offered here."
    }
}

extension Form {
    /// The field in which its customer is named; nil where that is not asked.
    var accountField: FormField? { fields.first { $0.place == .option(.account) } }
}
