// Events, cases and records without a person: texts change, and nothing else of them.

/// Replaces a person in the texts of a store, and notes where it did not.
struct TextErasure {
    let trace: PersonTrace
    /// Whether what people wrote is changed too.
    let texts: Bool

    /// A text after the erasure: one that is nothing but the person is replaced in any case.
    func text(_ text: String) -> String {
        if trace.isAll(of: text) { return PersonTrace.mark }
        return texts ? trace.erased(from: text) : text
    }

    /// Marks of a list, each by itself.
    func words(_ words: [String]) -> [String] { Set(words.map(text)).sorted() }

    func value(_ value: String, of field: CaseField) -> String {
        guard field.holdsText else { return value }
        guard field == .tags else { return text(value) }
        return words(String?.some(value).blankSeparated).joined(separator: " ")
    }

    func value(_ value: String, of field: RecordField?) -> String {
        guard let field, field.holdsText, case .text(let limit) = field.type else { return value }
        let text = text(value)
        guard text.utf8.count > limit else { return text }
        // The mark may be longer than what it stands for.
        var cut = text.unicodeScalars
        while cut.reduce(0, { $0 + UTF8.width($1) }) > limit { cut.removeLast() }
        return String(cut)
    }

    func after(_ event: CaseEvent) -> CaseEvent {
        var event = event
        if event.actor.agent == nil { event.actor = event.actor.named(text(event.actor.name)) }
        for index in event.changes.indices {
            let field = event.changes[index].field
            event.changes[index].old = event.changes[index].old.map { value($0, of: field) }
            event.changes[index].new = event.changes[index].new.map { value($0, of: field) }
        }
        event.text = event.text.map(text)
        return event
    }

    func after(_ state: CaseState) -> CaseState {
        var item = state.item
        item.subject = text(item.subject)
        item.description = text(item.description)
        item.product = item.product.map(text)
        item.tags = words(item.tags)
        item.extra = item.extra.mapValues(text)
        item.given = item.given.mapValues(text)
        let items = state.items.map { item in
            ActionItem(
                id: item.id, kind: item.kind, text: text(item.text), askedAt: item.askedAt, dueAt: item.dueAt,
                state: item.state, settledAt: item.settledAt)
        }
        return CaseState(item: item, items: items)
    }

    func after(_ event: RecordEvent) -> RecordEvent {
        let kind = RecordKind(code: event.record.kind)
        var event = event
        for index in event.changes.indices {
            let field = kind?.field(event.changes[index].field)
            event.changes[index].old = event.changes[index].old.map { value($0, of: field) }
            event.changes[index].new = event.changes[index].new.map { value($0, of: field) }
        }
        event.text = event.text.map(text)
        return event
    }

    func after(_ record: Record) -> Record {
        var record = record
        for (name, value) in record.values { record.values[name] = self.value(value, of: record.kind.field(name)) }
        return record
    }
}

extension EventActor {
    fileprivate func named(_ name: String) -> EventActor { EventActor(agent: agent, name: name, login: login) }
}

extension CaseField {
    /// Whether people and other systems write into it what they like.
    var holdsText: Bool {
        switch self {
        case .subject, .description, .product, .tags, .extra, .given: true
        default: false
        }
    }
}

extension CaseEvent {
    /// Every text that anybody wrote into it, with what holds it.
    var texts: [(field: String, text: String)] {
        var texts = changes.filter(\.field.holdsText).flatMap { change in
            [change.old, change.new].compactMap { $0 }.map { (change.field.name, $0) }
        }
        if let text { texts.append(("text", text)) }
        if actor.agent == nil { texts.append(("actor", actor.name)) }
        return texts
    }
}

extension RecordEvent {
    /// Every text that anybody wrote into it, with what holds it.
    var texts: [(field: String, text: String)] {
        let kind = RecordKind(code: record.kind)
        var texts = changes.filter { kind?.field($0.field)?.holdsText ?? true }.flatMap { change in
            [change.old, change.new].compactMap { $0 }.map { (change.field, $0) }
        }
        if let text { texts.append(("text", text)) }
        return texts
    }
}

extension RecordField {
    /// Whether people write into it what they like; what an act says of itself names machines, as the record does.
    fileprivate var holdsText: Bool {
        if case .text = type { name != RecordKind.lastAct } else { false }
    }
}

extension OperationOutcome {
    /// The answers with every text replaced.
    func mapTexts(_ replace: (String) -> String) -> OperationOutcome {
        var outcome = self
        outcome.subject = subject.map(replace)
        outcome.edits = edits.map { edit in
            switch edit {
            case .refused(let id, let why):
                let told = Refusal(
                    rule: why.rule, message: replace(why.message), remedy: replace(why.remedy), about: why.field)
                return .refused(id, told)
            case .conflict(var conflict):
                for index in conflict.fields.indices {
                    conflict.fields[index].mine = conflict.fields[index].mine.map(replace)
                    conflict.fields[index].theirs = conflict.fields[index].theirs.map(replace)
                }
                return .conflict(conflict)
            default: return edit
            }
        }
        return outcome
    }
}
