import CaseModel

extension ConsoleState {
    /// Why what a record says is not changed, and how it changes; nil for one of which something is.
    func stays(_ id: FormID) -> String? {
        guard id.verb == "set", let kind = id.command.recordKind, !kind.isChangedByHand else { return nil }
        let object = id.isOfMarked ? "these" : id.object
        return kind.fields.contains(where: \.isByAct)
            ? "Nothing of \(object) is changed by hand; see what can be done (\(keyboard.key(for: .acts, in: .desk)))."
            : "Nothing of \(object) is changed: it stays as it was recorded."
    }

    /// What the open form or line needs of the store: the customer it is about, customers by the typed words.
    mutating func settleForm() -> [Effect] {
        if let wanted = workplaces.wanted, let opened = settle(wanted) { return opened }
        if let tab = workplaces.coming, let id = accountAtHand {
            workplaces.coming = nil
            return go(to: .customer(id), tab: Place.customer(id).tab(tab))
        }
        if case .line(let line)? = overlays.last { return accountTyped(line).map { seekCustomers($0) } ?? [] }
        guard case .form(let form)? = overlays.last, form.sending == .none else { return [] }
        if case .value(.account)? = form.current?.kind {
            let effects = seekCustomers(form.completing?.typed ?? form.current?.text ?? "")
            // One answer aside at a time, and a number that is only begun may be nobody's.
            let found = desk.customers.found
            guard effects.isEmpty, found.ticket == .none, let id = customer(of: form),
                found.accounts.contains(where: { $0.id == id })
            else { return effects }
        }
        // One answer aside at a time: the host first, then the customer.
        if case .host? = form.current?.kind {
            let effects = seekHost(form)
            guard effects.isEmpty, desk.customers.host.ticket == .none else { return effects }
        }
        guard let id = customer(of: form), desk.customers.isWanted(id), desk.customers.asked != id else { return [] }
        let ticket = ask()
        // What was asked aside gives way to this; it is asked for again when the host is looked at.
        if desk.customers.host.ticket != .none { desk.customers.host = FoundHost() }
        desk.customers.ask(id, ticket)
        return [.loadAside(.customer(id, context), ticket)]
    }

    /// Opens the form that was waited for, once what it is about is here.
    ///
    /// Whoever went somewhere else, or opened something, waits for it no longer; nor does anybody once the store
    /// answered without it.
    private mutating func settle(_ wanted: FormID) -> [Effect]? {
        guard overlays.isEmpty, let isAsked = isAsked(about: wanted) else {
            workplaces.wanted = nil
            return nil
        }
        if form(wanted) != nil {
            workplaces.wanted = nil
            return openForm(wanted)
        }
        if !isAsked { workplaces.wanted = nil }
        return nil
    }

    /// Whether the store still owes what a form is about; nil when the screen is not where that is seen.
    private func isAsked(about id: FormID) -> Bool? {
        if let item = CaseID(text: id.object) { return page?.id == item ? page?.ticket != Ticket.none : nil }
        guard page == nil, let top = workplaces.top else { return nil }
        let isThere: Bool
        if let record = RecordID(text: id.object) {
            isThere = top.place == .record(record)
        } else if let account = AccountID(text: id.object) {
            isThere = top.place == .customer(account)
        } else {
            isThere = top.place == .roster
        }
        return isThere ? top.asked.rows != .none : nil
    }

    /// Looks for customers by a part of the name, as it is typed.
    private mutating func seekCustomers(_ words: String) -> [Effect] {
        guard desk.customers.found.words != words else { return [] }
        desk.customers.found.words = words
        desk.customers.found.ticket = ask()
        // An answer under way for the row may be put off by this one; it is asked for again afterwards.
        desk.customers.asked = nil
        let query = RosterQuery(words.isEmpty ? .top : .any, text: words, on: displayDay, limit: 12)
        return [.loadAside(.roster(query), desk.customers.found.ticket)]
    }

    /// The customer that a form is about, or that is named in it.
    func customer(of form: Form) -> AccountID? {
        let object = form.id.object
        if let field = form.accountField {
            // While nobody is named it is nobody, and not the customer of the row beneath.
            guard !field.text.isEmpty else { return nil }
            let wanted = Words.fold(field.text)
            return AccountID(text: field.text) ?? accountsAtHand.first { Words.fold($0.name) == wanted }?.id
        }
        // Of marked rows it is the one that was marked first, not the one the cursor went on to.
        if form.id.isOfMarked, let first = workplaces.top?.marked.first {
            switch first {
            case .record(let id): return record(id.description)?.account
            case .contact(let id): return contact(id)?.account
            default: break
            }
        }
        if let id = AccountID(text: object) { return id }
        if let id = ContactID(text: object) { return contact(id)?.account ?? accountAtHand }
        if let id = CaseID(text: object) { return caseInFull(id)?.item.account ?? accountAtHand }
        return record(object)?.account ?? accountAtHand
    }

    /// Goes to where what a form is about can be seen; the form opens once that came.
    mutating func fetch(_ id: FormID) -> [Effect]? {
        let effects: [Effect]
        if let record = RecordID(text: id.object) {
            effects = go(to: .record(record))
        } else if let account = AccountID(text: id.object) {
            effects = go(to: .customer(account))
        } else if ContactID(text: id.object) != nil {
            var steps = go(to: .roster, tab: Place.roster.tab(.contacts))
            workplaces.top?.words = id.object
            steps = askWorkplace()
            effects = steps
        } else if let item = CaseID(text: id.object) {
            effects = openPage(item)
        } else {
            return nil
        }
        workplaces.wanted = id
        return effects
    }
}
