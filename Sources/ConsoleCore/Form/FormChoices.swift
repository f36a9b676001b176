import CaseModel

extension ConsoleState {
    /// What could stand in the field that is typed in, what fits the typed words first.
    func choices(for form: Form) -> [Choice] {
        guard let field = form.current else { return [] }
        let typed = field.lastWord(of: form.completing?.typed ?? field.text)
        let wanted = Words.fold(typed.trimmedBlanks)
        // What is moved goes somewhere else than where it is.
        let from = field.name == "to" ? form.fields.first { $0.name == "from" }?.text : nil
        return all(of: field.kind, form).filter { choice in
            guard choice.value != from else { return false }
            return wanted.isEmpty || Words.fold(choice.value).hasPrefix(wanted)
                || Words.split(choice.detail).contains { $0.hasPrefix(wanted) }
                || Words.fold(choice.detail).hasPrefix(wanted)
        }
    }

    private func all(of kind: FieldKind, _ form: Form) -> [Choice] {
        switch kind {
        case .oneOf(let choices), .listOf(let choices): return choices
        case .host(let own): return own + otherHosts(form, but: own)
        case .flag: return [Choice(value: "yes", detail: ""), Choice(value: "no", detail: "")]
        case .product: return products(of: form).map { Choice(value: $0, detail: "") }
        case .free: return []
        case .value(let type): return values(of: type, form)
        }
    }

    private func values(of type: RecordFieldType, _ form: Form) -> [Choice] {
        guard let policy = session?.policies.inForce else { return [] }
        let sheet = sheet(for: form)
        switch type {
        case .flag: return [Choice(value: "yes", detail: ""), Choice(value: "no", detail: "")]
        case .word(let words): return words.map { Choice(value: $0, detail: "") }
        case .plan: return policy.cover.plans.map { Choice(value: $0.code, detail: $0.name) }
        case .code(let section): return policy.named(section)
        case .words: return policy.cover.plans.map { Choice(value: $0.code, detail: $0.name) }
        case .agent:
            return agents(policy).map { agent in
                let role = policy.role(agent.role)
                let presence = role?.isCritical == true ? ", " + presence(of: agent, policy) : ""
                let words = role.map { ", \($0.name)" } ?? ""
                return Choice(value: agent.id.description, detail: agent.name + words + presence)
            }
        case .account: return accountsAtHand.map { Choice(value: $0.id.description, detail: $0.name) }
        case .contact: return sheet.map { people(of: $0, in: form) } ?? []
        case .record(let kinds):
            return kinds.flatMap { sheet?.records[$0] ?? [] }.map { record in
                let end = record.end.map { ", ends \($0.inWords)" } ?? ""
                return Choice(value: record.id.description, detail: record.title + end)
            }
        case .item: return sheet?.cases.map { Choice(value: $0.id.description, detail: $0.subject) } ?? []
        case .day:
            return ["today", "+30d", "+1y", "end of month", "end of year"].compactMap { words in
                let day = form.current?.day(words, today: displayDay)
                return day.map { Choice(value: words, detail: $0.inWords) }
            }
        // What is promised lies ahead.
        case .instant where form.current?.name == Case.promise:
            return [(30, "in 30 minutes"), (60, "in an hour"), (120, "in 2 hours")].map { minutes, words in
                Choice(value: typed(now + minutes * 60), detail: "\(words), \(desk.directory.zone.name)")
            }
        case .instant: return [Choice(value: typed(now), detail: "now, \(desk.directory.zone.name)")]
        case .text, .count, .holder, .amounts: return []
        }
    }

    /// The customer that a form is about, when it is at hand.
    func sheet(for form: Form) -> CustomerSheet? { customer(of: form).flatMap { desk.customers[$0] } }

    /// The customers that were looked for, or else those whose rows came.
    var accountsAtHand: [Account] {
        var accounts = desk.customers.found.accounts
        for workplace in workplaces.stack.reversed() {
            for case .roster(let lines, _) in workplace.answers.values { accounts += lines.map(\.account) }
        }
        accounts += desk.customers.sheets.values.map(\.account).sorted { $0.name < $1.name }
        var seen: Set<AccountID> = []
        return accounts.filter { seen.insert($0.id).inserted }
    }

    /// What a value that was chosen means, to stand beside it.
    func meaning(of field: FormField, in form: Form) -> String? {
        guard !field.text.isEmpty else { return masked(field, in: form) }
        if case .value(.day) = field.kind {
            let start = field.spanStart(displayDay)
            // Nobody has to guess from when a span counts.
            if let day = DayWords.day(field.text, countedFrom: start) {
                let far = day.distance(from: displayDay)
                return "\(field.text) from \(start == displayDay ? "today" : start.inWords) is \(day.inWords), \(far)"
            }
            return field.day(field.text, today: displayDay).map { day in
                day == displayDay ? "Today" : "\(day.withWeekday), \(day.distance(from: displayDay))"
            }
        }
        if case .value(.instant) = field.kind { return formClock.time(field.text, in: field.name).map(formClock.words) }
        if field.place == .option(.language) {
            let name = desk.names.words(field.text, of: .language)
            return name == field.text ? nil : name
        }
        if case .listOf(let choices) = field.kind {
            let codes = field.text.split(separator: ",").map { String($0).trimmedBlanks }
            let names = codes.compactMap { code in
                choices.first { ($0.value == code || $0.value == code.lowercased()) && !$0.detail.isEmpty }?.detail
            }
            // Of some that are typed wrongly the complaint tells.
            return names.isEmpty || names.count < codes.count ? nil : names.joined(separator: ", ")
        }
        // Of a host the warning tells more, and it is not looked for among all licences by each key.
        if case .host = field.kind { return nil }
        let detail = all(of: field.kind, form).first { $0.value == field.text }?.detail
        return detail?.isEmpty == true ? nil : detail
    }
}

extension Policy {
    /// The sections of a kind as choices.
    func named(_ section: String) -> [Choice] { names(of: section).map { Choice(value: $0.code, detail: $0.name) } }
}
