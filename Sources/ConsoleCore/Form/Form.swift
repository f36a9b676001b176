import CaseModel
import TerminalUI

/// A form: fields that become one command, the effect shown before it is saved.
struct Form: TypedInput, Equatable, Sendable {
    /// Which form it is.
    let id: FormID
    /// What the frame says.
    var title: String
    /// How it becomes a command.
    private let making: Making
    /// The fields from top to bottom.
    var fields: [FormField]
    /// The field that is typed in.
    var cursor = 0
    /// What Tab put into the field; nil while it was only typed in.
    var completing: Completing?
    /// Its own number.
    var number = Ticket.none
    /// What the store has not answered yet.
    var sending = Ticket.none
    /// Why it is not saved.
    var problem: String?
    /// What saving would do, once that was tried; nil while something changed since.
    var effect: [String]?
    /// What was seen of what it changes.
    var seen: Seen
    /// What it offers beside what is typed.
    var offer = FormOffer()
    /// A form is about no cases.
    var targets: Targets {
        get { .these([]) }
        set {}
    }

    /// How a form becomes a command.
    private struct Making: Equatable, Sendable {
        /// The command without what is typed.
        let base: CommandCall
        /// Whether only what was changed is sent.
        let sendsChangesAlone: Bool
    }

    private var base: CommandCall { making.base }
    private var sendsChangesAlone: Bool { making.sendsChangesAlone }

    /// What was seen of what is changed when the form was opened.
    struct Seen: Equatable, Sendable {
        /// What stood in the options of something without versions.
        var options: [CallOption: String] = [:]
        /// The versions of several records, by number.
        var versions: [String: Int] = [:]
        /// What stood in the options of several people, by number.
        var people: [String: [CallOption: String]] = [:]
    }

    /// A choice that Tab put into a field.
    struct Completing: Equatable, Sendable {
        /// Its place among the choices.
        var chosen: Int
        /// What was typed before; the choices stay those for it.
        var typed: String
    }

    init(
        _ id: FormID, _ title: String, _ base: CommandCall, _ fields: [FormField], changesAlone: Bool = false,
        seen: [CallOption: String] = [:]
    ) {
        self.seen = Seen(options: seen)
        self.id = id
        self.title = title
        making = Making(base: base, sendsChangesAlone: changesAlone)
        self.fields = fields
        cursor = fields.firstIndex { $0.isRequired && $0.text.isEmpty } ?? 0
    }

    /// The field that is typed in.
    var current: FormField? { fields.indices.contains(cursor) ? fields[cursor] : nil }

    /// The command that the form becomes.
    func call(_ clock: FormClock) -> CommandCall {
        var call = base
        for field in fields {
            let value = field.value(clock)
            // A field that was emptied takes its value away.
            let isTaken = value.isEmpty && field.isChanged && sendsChangesAlone
            guard !value.isEmpty || isTaken, !sendsChangesAlone || field.isChanged || field.place == .word else {
                continue
            }
            switch field.place {
            case .word: call.words.append(value)
            case .assignment: call.words.append("\(field.name)=\(isTaken ? "none" : value)")
            case .option(let option):
                if field.kind == .flag {
                    if value == "yes" { call.options[option] = "" }
                } else {
                    call.options[option] = isTaken ? "none" : value
                }
            }
        }
        return call
    }

    /// How its command is to be done: tried first, then done with what was seen of what it changes.
    func running(_ call: CommandCall, cells: Int) -> Running {
        func sent(_ options: [CallOption: String]) -> [CallOption: String] {
            options.filter { call.options[$0.key] != nil }
        }
        return Running(
            cells: cells, tries: effect == nil, isAgreed: effect != nil, seen: sent(seen.options),
            versions: seen.versions, people: seen.people.mapValues(sent))
    }

    /// The first field that cannot be sent, with why.
    func fault(_ clock: FormClock) -> (index: Int, words: String)? {
        for (index, field) in fields.enumerated() {
            if let words = field.problem(clock) { return (index, words) }
        }
        if let fault = presentDay(clock) { return fault }
        return sendsChangesAlone ? noChange : nil
    }

    /// Where to change something, as nothing was, or a reason alone, which only a record takes as a note; nil where
    /// something was.
    private var noChange: (index: Int, words: String)? {
        let values = fields.indices.filter { !fields[$0].isReason }
        guard let first = values.first, !values.contains(where: { fields[$0].isChanged }) else { return nil }
        guard let why = fields.first(where: { $0.isReason && $0.isChanged }) else {
            return (cursor, "Nothing was changed yet.")
        }
        guard id.command.recordKind == nil else { return nil }
        let what = values.count == 1 ? fields[first].label : "another field"
        return (first, "\(why.label) alone changes nothing: change \(what), too.")
    }

    // Drafts.

    var draftKind: DraftKey.Kind? { .form }
    /// One about marked rows is kept for these rows alone.
    var draft: DraftKey? { DraftKey(form: id.isOfMarked ? id.ofMarked(base.words.dropFirst()) : id) }

    /// What a draft of a form says, in words.
    static func words(ofDraft text: String) -> String {
        text.split(separator: "\n").filter { !$0.hasPrefix("@") }.compactMap { line in
            assignment(String(line)).map {
                "\($0.field.words) \(unescaped($0.value).split(separator: "\n").joined(separator: " "))"
            }
        }
        .joined(separator: ", ")
    }

    /// What was typed: a line for each field that a person changed, below the version that it was typed for.
    var unsent: String? {
        let lines = fields.filter(\.isTyped).map { "\($0.name)=\(Form.escaped($0.field.text))" }
        guard !lines.isEmpty else { return nil }
        let older = olderDraft.map { $0.split(separator: "\n").map { Form.older + $0 } } ?? []
        let version = base.options[.ifVersion].map { [Form.version + $0] } ?? []
        let seen = fields.filter(\.isTyped).compactMap { field in
            seenMark(of: field).map { "\(Form.seenBefore)\(field.name):\($0)" }
        }
        return (version + seen + lines + older).joined(separator: "\n")
    }

    /// Whether nothing is typed in what is seen, and something in what is not.
    var hasOtherAlone: Bool { olderDraft != nil && unsent == nil }

    /// The draft that is not seen, because the form was begun afresh or a newer one is; nil for none.
    var olderDraft: String? {
        guard let comeback = offer.comeback, comeback.isOtherTyped, comeback.other.count == fields.count else {
            return nil
        }
        let lines = zip(fields, comeback.other).filter { $0.isTyped($1) }.map { "\($0.name)=\(Form.escaped($1))" }
        return lines.isEmpty ? nil : (comeback.marks.other + lines).joined(separator: "\n")
    }

    /// A digest of what stood in a field of something without versions when it was typed over: enough to see that it is
    /// another now, and nothing of a person that would stand in a draft.
    private func seenMark(of field: FormField) -> String? {
        guard case .option(let option) = field.place, let value = seen.options[option] else { return nil }
        return String(SHA256.text(of: value.utf8).prefix(16))
    }

    /// Before the version in a draft; no field has such a name.
    private static let version = "@version="
    /// Before the digest of what stood in a field.
    private static let seenBefore = "@seen="
    /// Before each line of an older draft of the same form.
    private static let older = "@older="

    var overlay: Overlay { .form(self) }

    /// The key that empties a form whose draft came back.
    static let afresh = Key.ctrl("x")

    /// The form as it was before its draft came back, or the draft again: nothing of either is lost.
    mutating func turnDraft() {
        guard var comeback = offer.comeback, comeback.other.count == fields.count else { return }
        let seen = fields.map(\.field.text)
        for (index, text) in comeback.other.enumerated() { fields[index].restore(text) }
        comeback.turn(seen)
        offer.comeback = comeback
        completing = nil
        problem = changes(since: comeback.marks.seen)
        effect = nil
    }

    mutating func restore(_ text: String) {
        let all = text.split(separator: "\n")
        let lines = all.filter { !$0.hasPrefix(Form.older) }
        let before = all.filter { $0.hasPrefix(Form.older) }.map { $0.dropFirst(Form.older.utf8.count) }
        func marks(_ lines: [Substring]) -> [String] { lines.filter { $0.hasPrefix("@") }.map(String.init) }
        offer.comeback = FormOffer.Comeback(
            other: texts(of: before), marks: (marks(before), marks(lines)), hasOlder: !before.isEmpty)
        for line in lines {
            guard let (name, value) = assignment(String(line)),
                let index = fields.firstIndex(where: { $0.name == name })
            else { continue }
            fields[index].restore(Form.unescaped(value))
        }
        problem = changes(since: marks(lines))
        effect = nil
    }

    /// What others changed since a draft with these marks was typed; nil for nothing.
    private func changes(since marks: [String]) -> String? {
        // It is sent for the version that is seen now, so what others wrote has to be looked at.
        let isOld = marks.contains { mark in
            mark.hasPrefix(Form.version) && base.options[.ifVersion].map { Form.version + $0 != mark } ?? false
        }
        let others = marks.filter { $0.hasPrefix(Form.seenBefore) }.compactMap { mark -> String? in
            let parts = mark.dropFirst(Form.seenBefore.utf8.count).split(separator: ":")
            guard parts.count == 2, let field = fields.first(where: { $0.name == parts[0] }),
                let now = seenMark(of: field), parts[1] != now
            else { return nil }
            return field.original.isEmpty ? field.label : "\(field.label), now \(field.original)"
        }
        guard others.isEmpty else {
            return "\(id.object) changed since this was typed: \(others.joined(separator: "; ")). "
                + "ctrl-x takes what is there now, ctrl-d tries yours."
        }
        guard isOld else { return nil }
        // What stood there when it was typed nobody kept; what stands there now and what would is said of each field.
        let differing = fields.filter { $0.isTyped && $0.place == .assignment }.map { field in
            "\(field.label) is \(field.original.isEmpty ? "empty" : field.original), yours \(field.text)"
        }
        let which = differing.isEmpty ? "look at each field" : differing.joined(separator: "; ")
        return
            "\(id.object) changed since this was typed: \(which). ctrl-x takes what is there now, ctrl-d tries yours."
    }

    /// The texts of all fields as the lines of a draft have them.
    private func texts(of lines: [Substring]) -> [String] {
        var texts = fields.map(\.field.text)
        for line in lines {
            guard let (name, value) = assignment(String(line)),
                let index = fields.firstIndex(where: { $0.name == name })
            else { continue }
            texts[index] = Form.unescaped(value)
        }
        return texts
    }

    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { $0 == "\\" ? "\\\\" : $0 == "\n" ? "\\n" : String($0) }.joined()
    }

    private static func unescaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isEscape = false
        for scalar in text.unicodeScalars {
            if isEscape {
                result.append(scalar == "n" ? "\n" : scalar)
                isEscape = false
            } else if scalar == "\\" {
                isEscape = true
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
