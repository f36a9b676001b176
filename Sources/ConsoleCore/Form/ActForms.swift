import CaseModel

extension ConsoleState {
    /// The form of an act with rules of its own on a record.
    func actForm(_ id: FormID, _ kind: RecordKind) -> Form? {
        if kind == .license { return licenseForm(id) }
        if kind == .shipment || kind == .replacement { return stepForm(id, kind) }
        let person = FormField(
            "person", .value(.contact), .option(.contact), label: "Who said so", required: true,
            help: "The contact at the customer")
        let call = CommandCall(id.command, [id.verb] + objects(of: id))
        switch (kind, id.verb) {
        case (.partner, "remove"):
            return Form(id, "\(id.object): the customer removes the partner", call, [person, .why])
        case (.membership, "assign"):
            var contact = person
            contact.label = "Contact"
            contact.isRequired = false
            contact.help = "Leave it empty for the automatic rule of the policy; the reason is shown"
            return Form(id, "Renewal Contact of \(words(for: id))", call, [contact])
        case (.membership, "notify"):
            let kinds = FormField(
                "kind", .oneOf(session?.policies.inForce.named("notice") ?? []), .option(.kind), help: "What it tells")
            return Form(id, "Record a notice about \(words(for: id)) (nothing is sent)", call, [kinds])
        case (.consent, "accept"), (.consent, "refuse"), (.consent, "request"):
            guard AccountID(text: id.object) != nil else { return auditForm(id, person) }
            var call = CommandCall(id.verb == "request" ? .auditConsent : .consent, [id.verb])
            call.options[.account] = id.object
            let name = nameOf(id.object)
            switch id.verb {
            case "request": return Form(id, "Ask \(name) for consent to an audit", call, [.why])
            case "accept": return Form(id, "\(name) agrees to cooperate", call, [person])
            default: return Form(id, "\(name) does not agree to cooperate", call, [person])
            }
        case (.consent, "grant"), (.consent, "complete"): return auditForm(id, person)
        case (.access, "visit"):
            let fields = [
                FormField(
                    "text", .free, .option(.message), label: "What was done", required: true,
                    help: "In a few words, for the history"),
                FormField(
                    "contact", .value(.contact), .option(.contact), label: "Consent of",
                    help: "The contact at the customer who agreed to it"),
                .when,
            ]
            return Form(id, "A visit under \(id.object)", call, fields)
        case (.contract, "use"), (.hours, "use"):
            let fields = [
                FormField("length", .free, .word, required: true, help: "How long: 90m, 2h, 1h30m"),
                FormField(RecordKind.hours.fields.first { $0.name == "note" } ?? RecordKind.hours.fields[0]),
            ]
            return Form(id, "Use hours of \(id.object)", CommandCall(.hours, ["use", id.object]), fields)
        default: return nil
        }
    }

    private func auditForm(_ id: FormID, _ person: FormField) -> Form? {
        guard let record = record(id.object) else { return nil }
        let call = CommandCall(.auditConsent, [id.verb, id.object], options: [.ifVersion: String(record.version)])
        return Form(id, "Audit \(id.object): \(id.verb)", call, id.verb == "complete" ? [.why] : [person])
    }

    private func licenseForm(_ id: FormID) -> Form? {
        guard let record = record(id.object) else { return nil }
        let balance = LicenseBalance(record)
        let hosts = balance.allocations.sorted.map { Choice(value: $0.name, detail: "\(grouped($0.amount)) allocated") }
        func host(
            _ name: String, _ option: CallOption, _ label: String, _ help: String, required: Bool = true
        ) -> FormField {
            FormField(
                name, hosts.isEmpty ? .free : .listOf(hosts), .option(option), label: label, required: required,
                help: help)
        }
        func gaining(_ name: String, _ option: CallOption, _ help: String) -> FormField {
            FormField(name, .host(hosts), .option(option), label: "To host", required: true, help: help)
        }
        let quantity = FormField(
            "quantity", .value(.count(1...Amounts.most)), .option(.quantity), required: true,
            help:
                "Bought \(grouped(balance.purchased)), allocated \(grouped(balance.allocated)), free \(grouped(balance.free))"
        )
        let call = CommandCall(.license, [id.verb, id.object], options: [.ifVersion: String(record.version)])
        let fields: [FormField]
        switch id.verb {
        case "allocate":
            fields = [quantity, gaining("binding", .binding, "The name of the host that gets them")]
        case "reallocate":
            fields = [
                quantity, host("from", .from, "From host", "The host that has them"),
                gaining("to", .to, "The host that gets them"),
            ]
        case "return":
            fields = [
                quantity, host("binding", .binding, "From host", "The host that has them"),
                FormField(
                    "reason", .free, .option(.reason), label: "Why", required: true,
                    help: "Why they come back, for the history"),
            ]
        case "download":
            let isOpen = balance.allocations.byName.count > 1
            fields = [host("binding", .binding, "For host", "The host whose file it is", required: isOpen)]
        case "advice":
            fields = [
                FormField(
                    "text", .free, .option(.message), label: "Advice", required: true,
                    help: "What the customer was told; no count changes")
            ]
        default: return nil
        }
        return Form(id, "\(id.verb.sentence.withoutStop): \(id.object), \(record.title)", call, fields)
    }

    /// The procedure that a record goes through: of a machine's plan, where it has one of its own.
    private func procedure(of object: String, _ kind: RecordKind) -> Policy.Procedure? {
        let plan = record(object)?["hardware"].flatMap { record($0) }?["plan"]
        return session?.policies.inForce.procedure(of: kind, plan: plan)
    }

    /// The steps that a record has not come to yet, the next one in front.
    func stepsAhead(of object: String, _ kind: RecordKind) -> [Policy.Procedure.Step] {
        guard let procedure = procedure(of: object, kind) else { return [] }
        let place = record(object)?["step"].flatMap { procedure.place(of: $0) } ?? 0
        return Array(procedure.steps.dropFirst(place + 1))
    }

    /// The next step of a procedure, with the fields that the policy says it needs.
    private func stepForm(_ id: FormID, _ kind: RecordKind) -> Form? {
        guard let record = record(id.object),
            let step = procedure(of: id.object, kind)?.steps.first(where: { $0.act == id.verb })
        else { return nil }
        var fields = step.needs.compactMap { kind.field($0) }.filter { !$0.isByAct }.map { field in
            var field = FormField(field)
            field.isRequired = true
            return field
        }
        if step.needs.contains(where: { kind.field($0)?.type == .contact }) {
            fields.insert(
                FormField(
                    "contact", .value(.contact), .option(.contact), label: "For the customer",
                    required: !step.isPiecewise,
                    help: step.isPiecewise
                        ? "The contact who says so for the customer; leave it empty to say so for us"
                        : "The contact who says so for the customer"), at: 0)
        }
        // What a step asks beside its needs: how far the site is where that matters, and how to follow what was sent.
        let isFollowed = !step.isPiecewise && step.conditions.isEmpty
        let further =
            step.conditions.contains(.siteNear) ? ["distance", "sameCountry"] : isFollowed ? ["tracking"] : []
        for name in further where !fields.contains(where: { $0.name == name }) {
            if let field = kind.field(name) { fields.append(FormField(field)) }
        }
        fields.append(.when)
        let call = CommandCall(id.command, [id.verb, id.object], options: [.ifVersion: String(record.version)])
        return Form(id, "\(id.verb.sentence.withoutStop): \(id.object)", call, fields)
    }
}
