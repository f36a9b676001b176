import CaseModel

/// What lines and frames have in common: a text for some cases, which the store gets and which is never just dropped.
protocol TypedInput: Sendable {
    /// Its own number, by which answers find it.
    var number: Ticket { get set }
    /// The cases it is about.
    var targets: Targets { get set }
    /// The act the store has not answered yet.
    var sending: Ticket { get set }
    /// What is wrong with what was typed, or why it was refused.
    var problem: String? { get set }
    /// Which draft its text can become; nil for a text that belongs to no case.
    var draftKind: DraftKey.Kind? { get }
    /// What of the case it is about; nil where the case says it all.
    var draftAbout: String? { get }
    /// The text, when something was typed; nil otherwise.
    var unsent: String? { get }
    /// The same as something that lies on top of the screen.
    var overlay: Overlay { get }
    /// The draft that its text can become.
    var draft: DraftKey? { get }
    /// A draft takes the place of what is there.
    mutating func restore(_ text: String)
}

extension TypedInput {
    /// The name under which the text is kept.
    var draft: DraftKey? { draftKind.map { DraftKey($0, targets.only, about: draftAbout) } }
    var draftAbout: String? { nil }
}

extension Overlay {
    /// The line or frame that it is; nil for others.
    var input: (any TypedInput)? {
        get {
            switch self {
            case .line(let line): line
            case .composer(let composer): composer
            case .form(let form): form
            case .picker, .confirm, .conflict, .reader: nil
            }
        }
        set { if let newValue { self = newValue.overlay } }
    }

    /// The text that was typed and not sent, with the name to keep it under.
    var unsent: (DraftKey, String)? {
        guard let draft = input?.draft, let text = input?.unsent else { return nil }
        return (draft, text)
    }

    /// Whether it is a form of which nothing is done yet but that it is looked what it would do.
    fileprivate var isTried: Bool { if case .form(let form) = self { form.effect == nil } else { false } }

    /// It is open again, with a word why.
    mutating func complain(_ words: String?) {
        input?.sending = .none
        input?.problem = words?.withKeys
    }
}

/// What lines and frames say of drafts.
enum TypedInputWords {
    /// How a draft is thrown away.
    static let emptied = "emptied, Esc throws it away"
}

extension ConsoleState {
    /// Where the line or frame of a number lies; nil when it is not open.
    func index(of input: Ticket) -> Int? {
        input == .none ? nil : overlays.firstIndex { $0.input?.number == input }
    }

    /// Opens a line or frame; a draft for it comes back.
    mutating func open(_ new: some TypedInput) -> [Effect] {
        notice = nil
        var input = new
        input.number = ask()
        let draft = input.draft
        let kept = draft.flatMap { desk.drafts[$0] }
        if let kept { restore(kept, to: &input) }
        overlays.append(input.overlay)
        guard let draft, kept == nil else { return [] }
        return [.loadDraft(draft, ask())]
    }

    /// A draft of an earlier session came: it goes into its line or frame, unless something was typed there already.
    mutating func hearDraft(_ draft: DraftKey, _ text: String?) {
        guard let text, !Words.isBlank(text) else {
            desk.waiting.remove(draft)
            return
        }
        for index in overlays.indices {
            guard var input = overlays[index].input, input.draft == draft, input.unsent == nil,
                input.sending == .none || overlays[index].isTried
            else { continue }
            desk.drafts[draft] = text
            // What is tried without the draft is not what is seen any more; what is done already is another matter.
            input.sending = .none
            restore(text, to: &input)
            overlays[index] = input.overlay
        }
    }

    private mutating func restore(_ text: String, to input: inout some TypedInput) {
        input.restore(text)
        notice = Notice("Your draft is back; \(TypedInputWords.emptied).", .info)
    }

    /// Takes a line or frame off the screen; what was typed for a case is kept as a draft.
    mutating func setAside(_ number: Ticket) -> [Effect] {
        guard let index = index(of: number), let input = overlays.remove(at: index).input, let draft = input.draft
        else { return [] }
        guard let text = input.unsent else {
            let effects = forget(draft, withOthers: false)
            notice = effects.isEmpty ? nil : Notice("The draft was thrown away.", .info)
            return effects
        }
        desk.keep(text, draft)
        let command = draft.kind.command
        // A form is found among the drafts, wherever what it is about is seen.
        var key =
            draft.kind == .form
            ? ":drafts" : keyboard.notations(for: command, in: keyContext).first ?? ":" + command.name
        // Each severity has a reason of its own, behind its number in the list.
        if draft.kind == .reason, let severity = draft.about { key += " " + severity }
        let verb = draft.kind == .reply || draft.kind == .notice ? "sent" : "saved"
        // An emptied field of a form is a value that goes.
        let away = draft.kind == .form ? "" : "; \(TypedInputWords.emptied)"
        notice = Notice("Kept as a draft, not \(verb). \(key) opens it again\(away).", .info)
        return [.saveDraft(draft, text)]
    }

    /// The store answered what a line or frame had sent: it closes when all is done, else it stays for what is left.
    mutating func settleInput(_ number: Ticket, _ done: Set<CaseID>, words: String?) -> [Effect] {
        guard let index = index(of: number), let input = overlays[index].input else { return [] }
        let left = input.targets.without(done)
        guard left.count > 0 else {
            overlays.remove(at: index)
            return input.draft.map { forget($0) } ?? []
        }
        overlays[index].input?.targets = left
        overlays[index].complain(words)
        // A text for several cases is kept under another name once it is for one alone: it is there before the other goes.
        guard let before = input.draft, let (draft, text) = overlays[index].unsent, draft != before else { return [] }
        guard !desk.waiting.contains(draft) else {
            // Another text waits under that name, and this one would be written over it.
            overlays.remove(at: index)
            desk.keep(text, before)
            let both =
                "Another text for \(left.words) waits already, so that this one is kept as a draft; :drafts has both."
            notice = Notice([words, both].compactMap { $0 }.joined(separator: " "), .refused)
            return [.saveDraft(before, text)]
        }
        guard desk.drafts[before] != nil else { return [] }
        desk.keep(text, draft)
        return [.saveDraft(draft, text)] + forget(before, withOthers: false)
    }

    /// Takes a line off the screen whose text went on into the next step; its draft is done with.
    mutating func drop(_ number: Ticket) -> [Effect] {
        guard let index = index(of: number), let input = overlays.remove(at: index).input else { return [] }
        return input.draft.map { forget($0) } ?? []
    }

    /// Says why something is not done, in the line or frame it was typed in when that is open.
    mutating func refuse(_ words: String, _ input: Ticket) {
        guard let index = index(of: input) else {
            notice = Notice(words, .refused)
            return
        }
        notice = nil
        overlays[index].complain(words)
    }

    /// A draft is done with; of what a status needs, the others that were typed for the same, of a request its day.
    ///
    /// - Parameter withOthers: false where it was only emptied, so that the others are still to be sent.
    mutating func forget(_ draft: DraftKey, withOthers: Bool = true) -> [Effect] {
        let others = desk.drafts.keys.filter { withOthers && draft.isBeside($0) }
        return ([draft] + others.sorted { $0.fileName < $1.fileName }).flatMap { draft -> [Effect] in
            guard desk.drafts.removeValue(forKey: draft) != nil else { return [] }
            desk.waiting.remove(draft)
            return [.clearDraft(draft)]
        }
    }
}
