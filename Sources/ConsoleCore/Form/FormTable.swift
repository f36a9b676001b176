import CaseModel
import TerminalUI

extension ConsoleState {
    /// The form of a name, filled with what is known; nil when there is none, or what it is about is not at hand.
    func form(_ id: FormID) -> Form? {
        if id.isOfMarked { return markedForm(id) }
        switch id.command {
        case .new: return newCaseForm(id)
        case .set:
            switch id.verb {
            case "caller": return callerForm(id)
            case "promise": return promiseForm(id)
            default: return situationForm(id)
            }
        case .account: return accountForm(id)
        case .contact: return contactForm(id)
        case .agent: return agentForm(id)
        default: break
        }
        guard let kind = id.command.recordKind else { return nil }
        return usualForm(id, kind) ?? actForm(id, kind)
    }

    /// Adding a record at a customer, or changing one: the fields are those of its kind.
    private func usualForm(_ id: FormID, _ kind: RecordKind) -> Form? {
        let open = kind.fields.filter { !$0.isByAct && $0.name != RecordKind.account }
        switch id.verb {
        case "new", "appoint", "propose", "request", "add":
            guard AccountID(text: id.object) != nil, id.verb != "request" || kind == .replacement else { return nil }
            let verb = id.verb == "add" ? "new" : id.verb
            let isStep = id.verb == "propose" || id.verb == "request"
            let call = CommandCall(id.command, [verb], options: [.account: id.object])
            let skipped: Set<String> = ["removedOn", "removedBy", "toldBy", "naming", "since"]
            let fields = open.filter { !skipped.contains($0.name) && (!isStep || $0.isRequired || $0.type == .item) }
            return Form(
                id, "New \(kind.name) of \(nameOf(id.object))", call, fields.map { FormField($0, value: guess($0, id)) }
            )
        case "set":
            guard let record = record(id.object) else { return nil }
            let call = CommandCall(id.command, ["set", id.object], options: [.ifVersion: String(record.version)])
            let fields = open.filter { !$0.isFixed }.map { field in
                // A time is typed on the clock here, so it stands there so.
                let at = field.type == .instant ? record[field.name].flatMap { Timestamp(iso: $0) } : nil
                return FormField(field, of: record, value: at.map(typed))
            }
            return Form(id, "Change \(id.object)", call, fields + [FormField.why], changesAlone: true)
        case "renew": return renewal(id, kind)
        default: return nil
        }
    }

    /// What most likely stands in a field of something new.
    private func guess(_ field: RecordField, _ id: FormID) -> String {
        switch field.name {
        case "start", "day", "from", "bought": return displayDay.description
        case "contract":
            let contracts = AccountID(text: id.object).flatMap { desk.customers[$0] }?.records(.contract) ?? []
            return contracts.count == 1 ? contracts[0].id.description : ""
        default: return ""
        }
    }

    /// A record by its number, of the rows at hand.
    func record(_ text: String) -> Record? {
        guard let id = RecordID(text: text) else { return nil }
        for workplace in workplaces.stack.reversed() {
            if let found = record(id, workplace) { return found.record }
        }
        for sheet in desk.customers.sheets.values {
            if let found = sheet.records[id.kind]?.first(where: { $0.id == id }) { return found }
        }
        return nil
    }

    /// The name of a customer or contact by number, as far as it is at hand.
    func nameOf(_ text: String) -> String {
        if let id = AccountID(text: text) {
            // Between a change and the answer that follows it the name still stands on the screen.
            let shown = workplaces.stack.last { $0.place == .customer(id) }?.name
            return desk.customers[id]?.account.name ?? shown ?? accountName(id) ?? text
        }
        guard let id = ContactID(text: text) else { return text }
        return contact(id)?.name ?? text
    }

    /// A contact of the rows at hand.
    func contact(_ id: ContactID) -> Contact? {
        for workplace in workplaces.stack.reversed() {
            for answer in workplace.answers.values {
                if case .contacts(let contacts, _) = answer, let found = contacts.first(where: { $0.id == id }) {
                    return found
                }
            }
        }
        for sheet in desk.customers.sheets.values {
            if let found = sheet.facts.contacts.first(where: { $0.id == id }) { return found }
        }
        return nil
    }
}

extension FormField {
    /// When something was done, where that is not now.
    static var when: FormField {
        FormField(
            "on", .value(.instant), .option(.on), label: "When",
            help: "now, or a time like 14:30, yesterday 16:00 or 2026-03-06T20:30")
    }

    /// Why, in words, for what is changed; not `note`, for records have a field of that name.
    static var why: FormField {
        FormField("why", .free, .option(.message), label: "Why", help: "Why it is changed, for the history")
    }
}
