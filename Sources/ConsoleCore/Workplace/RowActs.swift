import CaseModel

extension ConsoleState {
    /// `a`: what can be done with the row, each with the form that asks for the rest.
    mutating func listActs() -> [Effect] {
        switch actsOnMarked() {
        case .success(let picker)?:
            overlays.append(.picker(picker))
            return []
        case .failure(let refused)?:
            notice = Notice(refused.words, .refused)
            return []
        case nil: break
        }
        guard let subject = subjectOfActs else {
            notice = Notice("There is no row; \(key(.add)) adds one.", .info)
            return []
        }
        let lines = acts(on: subject)
        guard !lines.isEmpty else {
            notice = Notice("Nothing can be done with this line.", .info)
            return []
        }
        // What is chosen is done with this row, wherever the cursor is by then.
        var targets: Targets?
        if case .item(let id) = subject { targets = .these([.init(id: id, base: version(of: id))]) }
        overlays.append(.picker(Picker("With \(named(subject))", lines, targets: targets)))
        return []
    }

    /// A row's number with the name that stands beside it.
    private func named(_ subject: Subject) -> String {
        let name: String
        switch subject {
        case .account(let id): name = nameOf(id.description)
        case .contact, .item, .record:
            let row = workplaces.top?.row
            name = row?.subject == subject ? row?.what ?? "" : ""
        case .line, .heading: name = ""
        }
        return name.isEmpty || name == subject.words ? subject.words : "\(subject.words) \(name)"
    }

    /// What acts and changes are about: on the page of a record the record, whatever value the cursor is on.
    private var subjectOfActs: Subject? {
        guard let top = workplaces.top, let row = top.row else { return nil }
        if case .record(let id) = top.place { return .record(id) }
        return row.subject
    }

    /// `e`: the form that changes what the row is about.
    mutating func edit() -> [Effect] {
        switch workplaces.top?.marked.first {
        case .record(let id)?:
            guard let command = Command(record: id.kind) else { break }
            return openForm(FormID(command, "set", FormID.marked))
        case .contact?: return openForm(FormID(.contact, "set", FormID.marked))
        case .item?, .account?, .line?, .heading?:
            // Never the row under the cursor alone, which may not even be marked.
            notice = Notice(
                "\(key(.edit)) changes records and contacts; for what is marked see what can be done (\(key(.acts))).",
                .refused)
            return []
        case nil: break
        }
        switch subjectOfActs {
        case .account(let id)?:
            guard desk.customers[id] != nil else { return openRow() }
            return openForm(FormID(.account, "set", id.description))
        case .contact(let id)?: return openForm(FormID(.contact, "set", id.description))
        case .record(let id)?:
            guard let command = Command(record: id.kind) else { break }
            return openForm(FormID(command, "set", id.description))
        default: break
        }
        if case .customer(let id)? = workplaces.top?.place { return openForm(FormID(.account, "set", id.description)) }
        notice = Notice("There is nothing to change in this line.", .info)
        return []
    }

    /// `+`: adds what the screen shows; asks what where that can be several things.
    mutating func add() -> [Effect] {
        if let page, page.tab == .files { return open(LineEntry(.attaching(page.id))) }
        guard let top = workplaces.top, page == nil else {
            return openForm(FormID(.new, "case", accountAtHand?.description ?? ""))
        }
        let account = accountAtHand?.description
        switch top.current.content {
        case .accounts, .ownAccounts: return openForm(FormID(.account, "new"))
        case .roles, .centers: return openForm(FormID(.agent, "new"))
        case .people where account != nil: return openForm(FormID(.contact, "new", account ?? ""))
        case .cases, .situations, .home: return openForm(FormID(.new, "case", account ?? ""))
        case .own(let kinds):
            let forms = kinds.compactMap { addForm($0, account) }
            if forms.count == 1 { return openForm(forms[0]) }
            if let account, !forms.isEmpty {
                let wanted = Set(forms.map(\.command.name))
                let lines = addable(at: account).filter { $0.call.words.first.map(wanted.contains) ?? false }
                overlays.append(.picker(Picker("Add at \(nameOf(account))", lines)))
                return []
            }
        default: break
        }
        guard let account else {
            notice = Notice(
                "Something is added at a customer: open one of \(key(.go, "contacts")), then \(key(.add)).", .info)
            return []
        }
        let lines = addable(at: account)
        overlays.append(.picker(Picker("Add at \(nameOf(account))", lines)))
        return []
    }

    private func addForm(_ kind: String, _ account: String?) -> FormID? {
        guard let account, let command = Command(record: kind) else { return nil }
        let verb: String
        switch kind {
        case RecordKind.partner.code: verb = "appoint"
        case RecordKind.shipment.code: verb = "propose"
        case RecordKind.replacement.code: verb = "request"
        case RecordKind.consent.code: verb = "accept"
        case RecordKind.notice.code, RecordKind.hours.code, RecordKind.visit.code: return nil
        default: verb = "new"
        }
        return FormID(command, verb, account)
    }

    private func addable(at account: String) -> [Picker.Line] {
        var lines = [
            line(FormID(.contact, "new", account), "Contact", "a person at the customer"),
            line(FormID(.new, "case", account), "Case", "what somebody calls about"),
        ]
        for kind in RecordKind.all where kind.isAddedByHand {
            guard let form = addForm(kind.code, account) else { continue }
            lines.append(line(form, kind.name.sentence.withoutStop, kind.purpose))
        }
        lines.append(line(FormID(.consent, "request", account), "Audit", "ask the customer for consent to an audit"))
        return lines
    }

    private func line(_ form: FormID, _ label: String, _ detail: String = "") -> Picker.Line {
        Picker.Line(call: CommandCall(.form, form.words), label: label, detail: detail)
    }

    /// What can be done with a row.
    private func acts(on subject: Subject) -> [Picker.Line] {
        switch subject {
        case .account(let id):
            let text = id.description
            return [
                Picker.Line(
                    call: CommandCall(.customer, ["sheet", text]), label: "Call sheet",
                    detail: "who may call, who is told, what ends"),
                Picker.Line(call: CommandCall(.casesOf, [text]), label: "Open cases", detail: "as a queue"),
                line(FormID(.account, "set", text), "Change", "region, country, group"),
            ] + addable(at: text)
        case .contact(let id): return acts(on: id)
        case .record(let id): return acts(on: id)
        case .item(let id):
            let room = workplaces.top?.place == .situations ? acts(inRoomOf: id) : []
            return room
                + [
                    line(
                        FormID(.set, "promise", id.description), "Next update", "when the customer hears from us next"),
                    line(FormID(.set, "caller", id.description), "Caller", "who calls for the customer"),
                ]
                + [.take, .status, .severity, .note, .reply].map { Picker.Line($0) }
        case .line, .heading: return []
        }
    }

    /// What the room of a critical situation adds: who commands, and that it is so.
    private func acts(inRoomOf id: CaseID) -> [Picker.Line] {
        let first = session?.policies.inForce.situationRecords.first
        let said = first.map { name in
            Picker.Line(
                call: CommandCall(.set, ["\(name)=\(now)"]), label: name.sentence.withoutStop, detail: "now")
        }
        return [line(FormID(.set, "command", id.description), "Who commands", "and what else is recorded")]
            + [said].compactMap { $0 } + [
                Picker.Line(
                    call: CommandCall(.situation, ["end", id.description]), label: "End",
                    detail: "by a lower severity, agreed")
            ]
    }

    private func acts(on id: ContactID) -> [Picker.Line] {
        let text = id.description
        let isActive = contact(id)?.active ?? true
        let rest = Picker.Line(
            call: CommandCall(
                .contact, isActive ? ["deactivate", text] : ["set", text], options: isActive ? [:] : [.active: ""]),
            label: isActive ? "Has left" : "Is back", detail: isActive ? "stays in the history" : "may be chosen again")
        return [
            Picker.Line(call: CommandCall(.reveal, [text]), label: "Show mail and telephone", detail: "recorded"),
            line(FormID(.contact, "set", text), "Change", "roles, portal, mail, telephone"), rest,
            line(FormID(.contact, "erase", text), "Erase", "the person's data, on request, for good"),
        ]
    }

    /// What can be done with a record: its own acts first, then what every record has.
    private func acts(on id: RecordID) -> [Picker.Line] {
        guard let command = Command(record: id.kind), let kind = RecordKind(code: id.kind) else { return [] }
        let text = id.description
        func act(_ verb: String, _ label: String, _ detail: String = "") -> Picker.Line {
            line(FormID(command, verb, text), label, detail)
        }
        var lines: [Picker.Line] = []
        switch kind {
        case .license:
            lines = [
                act("allocate", "Allocate", "some of what is free to a host"),
                act("reallocate", "Reallocate", "from one host to another; the total stays"),
                act("return", "Return", "from a host, with the reason"),
                act("download", "Download", "the file of a host; the first time is stamped"),
                act("advice", "Advice", "what was said; no count changes"),
                act("renew", "Renew", "another last day, or another quantity"),
                Picker.Line(
                    call: CommandCall(.open, [text, Place.history]), label: "History",
                    detail: "what was free after each act"),
            ]
        case .membership:
            lines = [
                act("renew", "Renew", "another end, quantity or contact"),
                act("assign", "Renewal Contact", "named, or by the automatic rule"),
                act("notify", "Notice", "record that the contact was told"),
            ]
        case .alert where desk.alerts.standing.contains(where: { $0.record.id == id }):
            let seen = CommandCall(.alert, ["acknowledge", text])
            lines = [Picker.Line(call: seen, label: "Seen", detail: "by you, now")]
        case .partner: lines = [act("remove", "Remove", "on the customer's word")]
        case .contract:
            lines = [
                act("renew", "Renew", "another last day"), act("use", "Use hours", "of its scheduled support"),
            ]
        case .hardware: lines = [act("renew", "Renew", "another last day of its maintenance")]
        case .consent:
            lines = [act("grant", "Granted"), act("refuse", "Refused"), act("complete", "Audit is complete")]
        case .access: lines = [act("visit", "Visit", "or a session from afar")]
        case .shipment, .replacement:
            let step = record(text)?["step"]
            for (index, next) in stepsAhead(of: text, kind).enumerated() {
                let isNext = index == 0 && step != nil
                let words = (isNext ? "next: " : "later: ") + next.name.withoutHyphens
                lines.append(act(next.act, next.act.sentence.withoutStop, words))
            }
        default: break
        }
        if kind.isChangedByHand { lines.append(act("set", "Change", "its values")) }
        lines.append(
            Picker.Line(
                call: CommandCall(command, ["show", text]), label: "Show", detail: "all of it, as the shell prints it"))
        return lines
    }
}

extension Command {
    /// The command about a kind of record, by the kind's code.
    init?(record code: String) {
        guard let found = Command.allCases.first(where: { $0.recordKind?.code == code && $0 != .auditConsent }) else {
            return nil
        }
        self = found
    }
}

extension Subject {
    /// What it is called.
    var words: String {
        switch self {
        case .account(let id): id.description
        case .contact(let id): id.description
        case .record(let id): id.description
        case .item(let id): id.description
        case .line, .heading: "this line"
        }
    }
}
