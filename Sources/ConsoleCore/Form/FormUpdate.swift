import CaseModel
import TerminalUI

extension ConsoleState {
    /// `form COMMAND VERB [NUMBER]`.
    mutating func openForm(_ words: [String]) -> [Effect] {
        guard let id = FormID(words: words) else {
            notice = Notice("form takes a command, a verb, and a number: form license allocate LI-3.", .refused)
            return []
        }
        return openForm(id)
    }

    /// Opens a form; a draft for it comes back.
    mutating func openForm(_ id: FormID) -> [Effect] {
        if let refusal = readOnly {
            notice = Notice(refusal.description, .refused)
            return []
        }
        if let obstacle = calm(id) ?? stays(id) {
            workplaces.wanted = nil
            notice = Notice(obstacle, .refused)
            return []
        }
        guard let form = form(id) else {
            if id.isOfMarked {
                notice = Notice(
                    "Mark rows of one kind with \(key(.mark)) first, then see what can be done (\(key(.acts))).",
                    .refused)
                return []
            }
            if workplaces.wanted != id, let effects = fetch(id) { return effects }
            workplaces.wanted = nil
            notice = Notice("There is no form for \(id.words.joined(separator: " ")) here.", .refused)
            return []
        }
        let effects = open(form)
        guard form.fields.isEmpty, let top = overlays.indices.last, case .form(let opened) = overlays[top] else {
            return effects
        }
        // Nothing is to be filled in: what it would do is shown at once.
        return effects + send(opened, at: top)
    }

    /// A form takes a key: Enter and arrows go through the fields, Tab completes, ctrl-d shows the effect, then saves.
    mutating func press(_ key: Key, _ form: Form, at top: Int) -> [Effect] {
        var form = form
        guard form.sending == .none else { return [] }
        if notice?.text == Form.isWhole { notice = nil }
        if let calendar = form.current?.calendar {
            press(key, calendar, &form)
            overlays[top] = .form(form)
            return []
        }
        switch key {
        // Whoever began afresh and typed nothing leaves the draft as it was.
        case .escape where form.hidesDraft, Keyboard.cancel where form.hidesDraft: form.turnDraft()
        case Form.afresh: form.turnDraft()
        case .escape, Keyboard.cancel:
            if form.effect != nil, !form.fields.isEmpty {
                form.effect = nil
                overlays[top] = .form(form)
                return []
            }
            return setAside(form.number)
        case Keyboard.send: return send(form, at: top)
        case .enter where form.effect != nil: return send(form, at: top)
        case DayCalendar.key where form.current?.isDay == true: openCalendar(&form)
        case .enter:
            let isLast = form.cursor == form.fields.count - 1
            step(&form, 1, staysWhereWrong: true)
            if isLast, form.problem == nil { sayWhatIsMissing(&form) }
        case .down, .ctrl("n"): step(&form, 1)
        case .up, .ctrl("p"): step(&form, -1)
        case .tab, .backTab:
            if !complete(&form, forward: key == .tab) { step(&form, key == .tab ? 1 : -1) }
        case .pageUp, .pageDown:
            if form.current?.isDay == true { turnDay(&form, key == .pageDown ? 1 : -1) }
        default:
            guard form.current != nil, form.fields[form.cursor].handle(key) else { break }
            form.completing = nil
            form.effect = nil
            form.problem = nil
        }
        overlays[top] = .form(form)
        return []
    }

    /// Goes to another field; Enter stays in one that holds what it cannot, other keys say so and go on.
    private func step(_ form: inout Form, _ step: Int, staysWhereWrong: Bool = false) {
        guard !form.fields.isEmpty else { return }
        // What is wrong with a field is said when it is left, not only at the end.
        form.problem = nil
        spellOut(&form)
        let wrong = form.current.flatMap { $0.text.isEmpty ? nil : $0.problem(formClock) }
        form.problem = wrong ?? form.problem
        guard wrong == nil || !staysWhereWrong else { return }
        form.cursor = max(0, min(form.fields.count - 1, form.cursor + step))
        form.completing = nil
    }

    /// Behind the last field: the cursor goes to the first that cannot be sent; where all can, it is said how that is done.
    private mutating func sayWhatIsMissing(_ form: inout Form) {
        guard let fault = form.fault(formClock) else {
            notice = Notice(Form.isWhole, .info)
            return
        }
        form.cursor = fault.index
        form.problem = fault.words
        form.completing = nil
    }

    /// A day moves on by one.
    private func turnDay(_ form: inout Form, _ step: Int64) {
        let field = form.fields[form.cursor]
        let day = field.day(field.text, today: displayDay)?.adding(step) ?? displayDay
        form.fields[form.cursor].fill(day.description)
        form.effect = nil
    }

    /// The day it is where the person sits.
    var displayDay: CivilDay { (session?.zone ?? .utc).local(now).day }

    /// ctrl-d: the first time what it would do is tried and shown, the second time it is done.
    private mutating func send(_ form: Form, at top: Int) -> [Effect] {
        var form = form
        spellOut(&form)
        if let fault = form.fault(formClock) {
            form.cursor = fault.index
            form.problem = fault.words
            overlays[top] = .form(form)
            return []
        }
        form.sending = ask()
        form.problem = nil
        overlays[top] = .form(form)
        let call = form.call(formClock)
        return [.run(call, form.running(call, cells: formWidth(ScreenLayout(self))), form.sending)]
    }

    /// What a form's command printed, tried or done.
    mutating func settleForm(_ report: CommandReport, at index: Int) -> [Effect] {
        guard case .form(var form) = overlays[index] else { return [] }
        form.sending = .none
        guard report.isDone else {
            form.refuse(
                tellingTimes(report.remarks.joined(separator: " ").withKeys.withoutOptions), about: report.field)
            // What was typed ahead was meant for what comes after.
            work.held = []
            form.effect = nil
            overlays[index] = .form(form)
            return []
        }
        guard form.effect != nil else {
            // Nothing that was typed before the effect was there agrees to it.
            work.held = []
            form.effect =
                [strangeProduct(in: form)].compactMap { $0 }.map { "! " + $0 } + form.effect(of: report).map(told)
                + [newHost(in: form), leaving(form)].compactMap { $0 }
            overlays[index] = .form(form)
            return []
        }
        overlays.remove(at: index)
        let effects = form.draft.map { done(with: $0, leaving: form.olderDraft) } ?? []
        let changed = changed(by: form, but: report.leftOut)
        let said = tellingTimes(report.remarks.joined(separator: " ").withKeys.withoutOptions)
        if form.id.isOfMarked { unmark(but: report.leftOut) }
        let isOfSome = form.id.isOfMarked && report.changes > 0
        let until = isOfSome ? changed?.end.map { "They end on \($0.inWords) now." } : nil
        let undone = report.outcomes.contains { $0.isDone && form.id.command == .set || !$0.records.isEmpty }
        let undo = undone ? "\(key(.undo)) undoes it." : ""
        let sentences = [told(form.done(report)), until ?? "", undo]
        notice = Notice(
            sentences.filter { !$0.isEmpty }.joined(separator: " "), .done, warning: said.isEmpty ? nil : said)
        workplaces.changed = changed
        // Whoever logged a case is at the telephone still: what is asked next stands on its page.
        if form.id.command == .new,
            let item = report.lines.lazy.flatMap({ $0.split(whereSeparator: { " :".contains($0) }) })
                .compactMap({ CaseID(text: String($0)) }).first
        {
            return effects + reload() + openPage(item)
        }
        return effects + reload()
    }

    /// The draft of a form that was saved is done with; an older one of the same form that was not seen stays.
    private mutating func done(with draft: DraftKey, leaving older: String?) -> [Effect] {
        guard let older else { return forget(draft) }
        desk.keep(older, draft)
        return [.saveDraft(draft, older)]
    }

    /// That an undo leaves what a form would change, and what puts it right; nil for what it takes back.
    private func leaving(_ form: Form) -> String? {
        guard let kind = form.id.command.recordKind, !RecordKind.turning.contains(kind), form.id.verb == "set" else {
            return nil
        }
        func key(_ command: Command) -> String { keyboard.key(for: command, in: .desk) }
        return "\(key(.undo)) does not take this back; to go back, set the old value with \(key(.edit))."
    }
}

extension OperationOutcome {
    /// Whether something was written.
    fileprivate var isDone: Bool {
        edits.contains { if case .done = $0 { true } else { false } }
    }
}

extension Form {
    /// What Enter says in the last field of one that can be sent.
    fileprivate static let isWhole = "Nothing is missing: ctrl-d shows the effect, then saves."

    /// Says why it is not saved, where that is about: the cursor goes to the field, which is named.
    fileprivate mutating func refuse(_ words: String, about name: String?) {
        problem = words
        guard let name, let index = fields.firstIndex(where: { $0.isCalled(name) }) else { return }
        cursor = index
        completing = nil
        let label = fields[index].label
        if !Words.fold(words).contains(Words.fold(label)) { problem = "\(label): \(words)" }
    }

    /// Whether nothing was typed since the form was begun afresh, so that leaving it would leave a draft unseen.
    fileprivate var hidesDraft: Bool { hasOtherAlone && effect == nil }

    /// What saving would do, line by line; what to think of, and what is left out, comes first.
    fileprivate func effect(of report: CommandReport) -> [String] {
        // The frame says already that all of this is only what would be.
        let remarks = report.remarks.filter { $0 != CommandReport.rehearsal }
            .map(\.withKeys.withoutOptions)
        guard id.isOfMarked || id.command.recordKind != nil else { return report.lines + remarks }
        return remarks.map { "! " + $0 } + report.lines
    }

    /// What was done, in a sentence: the number that the report begins with, where it has one.
    func done(_ report: CommandReport) -> String {
        if id.isOfMarked, report.lines.count != 1 {
            let rest = report.lines.count - report.changes
            let already = rest > 0 ? ", \(grouped(rest)) \(rest == 1 ? "was" : "were") already like that" : ""
            return "\(title): \(grouped(report.changes)) saved\(already)."
        }
        // What was logged is named first; who called, and what covers it, is behind that.
        if report.lines.count == 1 || id.command == .new, let line = report.lines.first {
            return line.withoutVersion.sentence
        }
        let number = report.lines.lazy.flatMap { $0.split(whereSeparator: { " :;,.()".contains($0) }) }
            .first { word in
                RecordID(text: word) != nil || CaseID(text: word) != nil || ContactID(text: word) != nil
                    || AccountID(text: word) != nil || AgentID(text: word) != nil
            }
        let object = number.map { " (\($0))" } ?? ""
        return "\(title)\(object): saved."
    }
}
