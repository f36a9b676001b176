import CaseModel
import TerminalUI

extension ConsoleState {
    /// Puts the next choice into the field; whether there was one to put there.
    ///
    /// What is whole already is left alone: who typed `AG-1` does not mean `AG-19`.
    func complete(_ form: inout Form, forward: Bool) -> Bool {
        let choices = choices(for: form)
        guard !choices.isEmpty, let field = form.current else { return false }
        if form.completing == nil {
            guard !isWhole(field, choices) else { return false }
        } else if choices.count == 1 {
            // It is there, and there is no other.
            return false
        }
        let next =
            (form.completing?.chosen).map { ($0 + (forward ? 1 : choices.count - 1)) % choices.count }
            ?? (forward ? 0 : choices.count - 1)
        var text = choices[next].value
        if case .listOf = field.kind {
            // The last of the words is the one that is completed.
            let before = field.field.text.split(separator: ",", omittingEmptySubsequences: false).dropLast()
            text = (before.map { $0.description } + [text]).joined(separator: ",")
        }
        let typed = form.completing?.typed ?? field.field.text
        form.fields[form.cursor].field.text = text
        form.completing = Form.Completing(chosen: next, typed: typed)
        form.effect = nil
        form.problem = nil
        return true
    }

    /// Whether a field holds a value that needs no completing: a choice, a number, or a day or time that is one.
    private func isWhole(_ field: FormField, _ choices: [Choice]) -> Bool {
        let word = field.lastWord(of: field.text).trimmedBlanks
        guard !word.isEmpty else { return false }
        if choices.contains(where: { $0.value == word }) { return true }
        guard case .value(let type) = field.kind else { return false }
        return switch type {
        case .instant: formClock.time(word, in: field.name) != nil
        case .day: DayWords.day(word, today: displayDay) != nil
        case .account: AccountID(text: word) != nil
        case .contact: ContactID(text: word) != nil
        case .agent: AgentID(text: word) != nil
        case .record: RecordID(text: word) != nil
        case .item: CaseID(text: word) != nil
        default: false
        }
    }

    /// What can mean one thing alone is spelled out: a word of few, a customer; of a product only what is near is said,
    /// for any name may be one.
    func spellOut(_ form: inout Form) {
        guard let field = form.current, !field.text.isEmpty, form.completing == nil else { return }
        let typed = Words.fold(field.text)
        if case .value(.instant) = field.kind, let time = formClock.time(field.text, in: field.name), field.isChanged,
            // What is exact already would lose its seconds, or in autumn its hour.
            field.text != "now", Timestamp(iso: field.text) == nil
        {
            // Words count from when they were typed, in a draft, too.
            form.fields[form.cursor].field.text = formClock.typed(time)
            return
        }
        switch field.kind {
        case .product, .oneOf: break
        case .value(.account) where desk.customers.found.words == field.text: break
        default: return
        }
        let near = choices(for: form)
        guard near.count == 1, let whole = near.first, Words.fold(whole.value) != typed, !isWhole(field, near) else {
            return
        }
        if field.kind == .product {
            form.problem = "The customer has no product \(field.text); \(whole.value) is near, and Tab puts it there."
        } else {
            form.fields[form.cursor].field.text = whole.value
            form.effect = nil
        }
    }
}

extension FormField {
    /// What is completed of a text: of a list its last word.
    func lastWord(of text: String) -> String {
        guard case .listOf = kind else { return text }
        return text.split(separator: ",", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    }
}
