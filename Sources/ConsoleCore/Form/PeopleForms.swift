import CaseModel

extension ConsoleState {
    private var policy: Policy? { session?.policies.inForce }

    func accountForm(_ id: FormID) -> Form? {
        let known = AccountID(text: id.object).flatMap { desk.customers[$0]?.account }
        guard id.verb == "new" || known != nil else { return nil }
        let regions = policy?.places.regions.map { Choice(value: $0.code, detail: $0.name) } ?? []
        let rest = [
            FormField(
                "region", .oneOf(regions), .option(.region), help: "Whose hours count", value: known?.region ?? ""),
            FormField("country", .free, .option(.country), help: "Two letters", value: known?.country ?? ""),
            FormField(
                "organization", .free, .option(.organization), help: "The number of the organization",
                value: known?.organizationID ?? ""),
            FormField(
                "parent", .value(.account), .option(.parent), label: "Part of",
                help: "The customer above it in its group",
                value: known?.parent?.description ?? ""),
        ]
        guard let known, id.verb == "set" else {
            let name = FormField("name", .free, .word, required: true, help: "What people call the customer")
            return Form(id, "New customer", CommandCall(.account, ["new"]), [name] + rest)
        }
        let seen: [CallOption: String] = [
            .region: known.region ?? "", .country: known.country ?? "", .organization: known.organizationID ?? "",
            .parent: known.parent?.description ?? "",
        ]
        return Form(
            id, "Change \(known.name)", CommandCall(.account, ["set", id.object]), rest, changesAlone: true,
            seen: seen)
    }

    func contactForm(_ id: FormID) -> Form? {
        let known = ContactID(text: id.object).flatMap { contact($0) }
        let rest = [
            contactRoles(known?.roles.joined(separator: ",") ?? ""), contactPortal(known?.portalType ?? ""),
            way("email", .email, "Mail", known?.email, of: known),
            way("phone", .phone, "Telephone", known?.phone, of: known),
            FormField("language", .free, .option(.language), value: known?.language ?? ""),
        ]
        switch id.verb {
        case "new":
            guard AccountID(text: id.object) != nil else { return nil }
            let name = FormField("name", .free, .word, required: true, help: "The whole name")
            let call = CommandCall(.contact, ["new"], options: [.account: id.object])
            return Form(id, "New contact of \(nameOf(id.object))", call, [name] + rest)
        case "set":
            guard let known else { return nil }
            return Form(
                id, "Change \(known.name)", CommandCall(.contact, ["set", id.object]), rest, changesAlone: true,
                seen: known.options)
        case "erase":
            guard let known else { return nil }
            let fields = [
                FormField(
                    "who", .free, .option(.onRequestOf), label: "On request of", required: true,
                    help: "Who asked for it; it cannot be taken back"),
                FormField("also", .free, .option(.also), label: "Also as", help: "Another form of the name"),
                FormField("texts", .flag, .option(.texts), label: "In texts too"),
                FormField("attachments", .flag, .option(.attachments), label: "In files too"),
            ]
            return Form(id, "Erase \(known.name)'s data for good", CommandCall(.contact, ["erase", id.object]), fields)
        default: return nil
        }
    }

    func contactRoles(_ value: String) -> FormField {
        let roles = policy?.people.contactRoles.map { Choice(value: $0.code, detail: $0.name) } ?? []
        return FormField(
            "roles", .listOf(roles), .option(.roles),
            help: "What the person is for the customer, with commas between", value: value)
    }

    func contactPortal(_ value: String) -> FormField {
        let portal = policy?.people.portalTypes.map { Choice(value: $0.code, detail: $0.name) } ?? []
        return FormField(
            "portal", .oneOf(portal), .option(.portal), help: "The kind of access to the portal", value: value)
    }

    /// How a person is reached: nothing to type over until it was asked for, which is recorded (reliability 5.2).
    private func way(
        _ name: String, _ option: CallOption, _ label: String, _ known: String?, of contact: Contact?
    ) -> FormField {
        guard known != nil, let contact, !isRevealed(contact.id) else {
            return FormField(name, .free, .option(option), label: label, value: known ?? "")
        }
        let help =
            "Masked until \(keyboard.key(for: .reveal, in: .desk)) on the contact shows it; left empty it stays, "
            + "what is typed replaces it, none takes it away"
        return FormField(name, .free, .option(option), label: label, help: help)
    }

    /// What is kept where a field for mail or telephone is empty because that is masked; nil for any other field.
    func masked(_ field: FormField, in form: Form) -> String? {
        guard form.id.command == .contact, let id = ContactID(text: form.id.object), !isRevealed(id) else { return nil }
        let kept: String? =
            switch field.place {
            case .option(.email): contact(id)?.email
            case .option(.phone): contact(id)?.phone
            default: nil
            }
        return kept.map { "\(Contact.masked($0, desk.glyphs)), stays unless you type" }
    }

    func agentForm(_ id: FormID) -> Form? {
        guard id.verb == "new" else { return nil }
        let duties = Duty.allCases.map { Choice(value: $0.rawValue, detail: $0.words) }
        let centers = policy?.places.centers.map { Choice(value: $0.code, detail: $0.name) } ?? []
        let roles = policy?.people.roles.map { Choice(value: $0.code, detail: $0.name) } ?? []
        let expertise = policy?.named("expertise") ?? []
        return Form(
            id, "New agent", CommandCall(.agent, ["new"]),
            [
                FormField("name", .free, .word, required: true, help: "The whole name"),
                FormField("login", .free, .option(.login), help: "The login on this host"),
                FormField(
                    "duties", .listOf(duties), .option(.duties), help: "What the agent may do, with commas between"),
                FormField("role", .oneOf(roles), .option(.role)),
                FormField("center", .oneOf(centers), .option(.center)),
                FormField("expertise", .oneOf(expertise), .option(.expertise)),
                FormField("languages", .free, .option(.languages), help: "With commas between"),
            ])
    }

    /// Logging a case, at a customer or with the customer to be named.
    func newCaseForm(_ id: FormID) -> Form? {
        let words = desk.directory.words
        let account = FormField(
            "account", .value(.account), .option(.account), label: "Customer", required: true,
            help: "The customer, by number or a part of the name",
            value: AccountID(text: id.object) == nil ? "" : id.object)
        let fields = [
            account,
            FormField(
                "contact", .value(.contact), .option(.contact), label: "Caller", required: true,
                help: "Who calls; a name that nobody knows is logged as that of a stranger"),
            FormField("subject", .free, .option(.subject), required: true, help: "What it is about, in one line"),
            FormField(
                "severity", .oneOf(words.severities.map { Choice(value: $0.code, detail: $0.words) }),
                .option(.severity), required: true, help: "How bad it is, as the customer says"),
            FormField(
                "type", .oneOf(words.types.map { Choice(value: $0.code, detail: $0.words) }), .option(.type),
                required: true,
                help: "What kind of request", value: words.usualType.code),
            FormField(
                "channel", .oneOf(words.channels.map { Choice(value: $0.code, detail: $0.words) }), .option(.channel),
                required: true, help: "How it came in"),
            FormField("product", .product, .option(.product)),
            FormField(
                "partner", .value(.account), .option(.partner),
                help: "The company that asks for the customer, where one does"),
            FormField(
                "troubleshooting", .oneOf([Choice(value: "done", detail: ""), Choice(value: "skipped", detail: "")]),
                .option(.troubleshooting), label: "Basic steps", help: "Whether the customer tried the basic steps"),
            FormField("description", .free, .option(.description), help: "The problem at length"),
        ]
        // The customer may become another while the form is open: its name stands beside the field alone.
        return Form(id, "Log a case", CommandCall(.new), fields)
    }
}

extension Contact {
    /// What stands in the options of somebody who is changed.
    var options: [CallOption: String] {
        [
            .roles: roles.joined(separator: ","), .portal: portalType ?? "", .email: email ?? "", .phone: phone ?? "",
            .language: language ?? "",
        ]
    }
}
