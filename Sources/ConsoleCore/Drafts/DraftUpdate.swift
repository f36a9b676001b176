import CaseModel

extension ConsoleState {
    /// Whether something is open whose text can become a draft.
    public var isTyping: Bool { overlays.contains { $0.input?.draftKind != nil } }

    /// What was typed since it was last kept is kept.
    mutating func keepDrafts() -> [Effect] {
        unsent.filter { desk.drafts[$0.0] != $0.1 }.map { draft, text in
            desk.keep(text, draft)
            return .saveDraft(draft, text)
        }
    }

    /// The drafts of earlier sessions are known: a text that waits is told of, or it would wait for ever.
    mutating func hearDrafts(_ drafts: [DraftKey]) {
        desk.waiting.formUnion(drafts)
        let drafts = Array(Set(drafts).texts)
        guard !drafts.isEmpty else { return }
        let list = DraftKey.words(drafts)
        let isHere = drafts.allSatisfy { $0.form?.forAnyMarked == nil }
        let one = isHere ? "opens it" : "says where it belongs"
        let words =
            drafts.count == 1
            ? "1 draft: \(list). :drafts \(one)." : "\(drafts.count) drafts: \(list). :drafts lists them."
        addNotice(words, .info)
    }

    /// `drafts`: the texts that wait; one of them by the name of its file.
    mutating func showDrafts(_ name: String?) -> [Effect] {
        if let draft = name.flatMap({ DraftKey(fileName: $0) }) { return openDraft(draft) }
        let waiting = desk.waiting.texts
        guard !waiting.isEmpty else {
            notice = Notice("There is no draft.", .info)
            return []
        }
        // One of rows that are not marked now would only be refused.
        let here = waiting.filter { $0.form.map { formHere($0) != nil } ?? true }
        let others = waiting.count - here.count
        let waits = "\(others) \(others == 1 ? "waits" : "wait") for other marked rows"
        guard !here.isEmpty else {
            let verb = others == 1 ? "draft waits" : "drafts wait"
            notice = Notice("\(others) \(verb) for rows that were marked: mark the same ones first.", .info)
            return []
        }
        let lines = here.sorted { $0.fileName < $1.fileName }.map { draft in
            Picker.Line(
                call: CommandCall(.drafts, [draft.fileName]), label: draft.words.sentence.withoutStop,
                detail: draft.told(desk.drafts[draft] ?? ""))
        }
        let title = "Typed and not sent; opened and \(TypedInputWords.emptied)"
        overlays.append(.picker(Picker(title + (others > 0 ? "; \(waits)" : ""), lines)))
        return []
    }

    /// Opens the case of a draft, and the line or frame with its text.
    private mutating func openDraft(_ draft: DraftKey) -> [Effect] {
        if let form = draft.form {
            if let here = formHere(form) { return openForm(here) }
            notice = Notice("It is for rows that were marked: mark the same ones first.", .info)
            return []
        }
        let call = draft.call
        guard let id = draft.caseID else {
            guard page == nil, queue.marked.count > 1 else {
                notice = Notice("It is for several cases: mark them in the queue, then do \(call.command.name).", .info)
                return []
            }
            return perform(call)
        }
        let effects = page?.id == id ? [] : openPage(id)
        if draft.kind == .result, let file = caseInFull(id),
            let item = file.items.first(where: { $0.id.description == draft.about })
        {
            overlays.append(.picker(itemPicker(item, file)))
            return effects
        }
        return effects + perform(call, on: .these([.init(id: id, base: version(of: id))]))
    }

    /// The drafts of the case on the page, with the keys that open them: `draft of a note (c opens it)`.
    var draftWords: String? {
        guard let page else { return nil }
        let drafts = desk.waiting.texts.filter { $0.caseID == page.id }.sorted { $0.fileName < $1.fileName }
        guard !drafts.isEmpty else { return nil }
        let parts = drafts.map { draft in
            let key = keyboard.notations(for: draft.kind.command, in: .page).first ?? ":" + draft.kind.command.name
            return "\(draft.kind.words)\(draft.aboutWords) (\(key) opens it)"
        }
        return "draft of " + parts.joined(separator: ", ")
    }
}

extension Set<DraftKey> {
    /// Those that are told of: the day of a request is no text beside the request itself.
    fileprivate var texts: Set<DraftKey> {
        filter { draft in !contains { $0.kind == .request && $0.isBeside(draft) } }
    }
}

extension DraftKey {
    /// The command that opens what it was typed in, as far as it is said what that is about.
    fileprivate var call: CommandCall {
        let call = CommandCall(kind.command)
        guard let first = parts.first else { return call }
        switch kind {
        case .request, .due: return call.with(.item, first)
        case .need, .reason: return CommandCall(kind.command, [first])
        default: return call
        }
    }

    /// What was typed, on one line, as people read it.
    fileprivate func told(_ text: String) -> String {
        kind == .form ? Form.words(ofDraft: text) : text.split(separator: "\n").joined(separator: " ")
    }

    /// Some drafts in words, the first three of them by name.
    static func words(_ drafts: some Collection<DraftKey>) -> String {
        let names = drafts.map(\.words).sorted()
        let more = names.count > 3 ? " and \(names.count - 3) more" : ""
        return names.prefix(3).joined(separator: ", ") + more
    }
}
