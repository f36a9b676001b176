import CaseModel
import TerminalUI

/// One line to type, in the notice line at the bottom.
struct LineEntry: TypedInput, Equatable, Sendable {
    /// What the line becomes.
    var purpose: Purpose
    /// The text and its cursor.
    var field: TextField
    /// The text it was opened with.
    private let original: String
    /// Whether a draft took the place of that.
    private var isDraft = false
    /// The cases it is about; none for a line that is about none.
    var targets: Targets
    /// Its own number.
    var number = Ticket.none
    /// The act the store has not answered yet.
    var sending = Ticket.none
    /// What is wrong with what was typed, or why it was refused.
    var problem: String?
    /// What Tab offers, while it does.
    var offers: Offers?
    /// The place in the history of command lines; nil for a new line.
    var recalled: Int?

    /// What a line becomes.
    enum Purpose: Equatable, Sendable {
        /// The filter; the one before comes back with Esc.
        case filter(before: FilterState)
        /// Words that the rows of a workplace must hold.
        case narrow
        /// A query of one's own.
        case query
        /// A command line.
        case command
        /// A subject.
        case subject
        /// The tags; those of the one case before, nil for several cases.
        case tags(before: [String]?)
        /// The case that a duplicate repeats, to go on closing.
        case duplicate(CommandCall)
        /// A word about closing, to close then.
        case closing(CommandCall)
        /// What a status or a change of the severity needs, by what the policy calls it, to go on then.
        case need(CommandCall, String)
        /// When something asked of the customer is wanted, to go on asking.
        case due(CommandCall)
        /// Until when a case is out of sight.
        case until(CommandCall)
        /// What came of an action item, to settle it then.
        case settling(CommandCall)
        /// The folder that an attached file of a name is written into.
        case saving(RecordID, String)
        /// The path of a file to attach to a case.
        case attaching(CaseID)
    }

    init(_ purpose: Purpose, text: String = "", targets: Targets = .these([])) {
        self.purpose = purpose
        self.targets = targets
        original = text
        // The words in force are read, and mostly other ones are looked for next.
        let isSelected =
            switch purpose {
            case .filter, .narrow: true
            default: false
            }
        field = TextField(text, isSelected: isSelected)
    }

    /// The text as typed.
    var text: String { field.text }

    /// Which draft its text can become; nil for a line about no case.
    var draftKind: DraftKey.Kind? {
        switch purpose {
        // A path is sooner typed again than found among drafts.
        case .filter, .query, .command, .narrow, .saving, .attaching: nil
        case .subject: .subject
        case .tags: .tags
        case .duplicate: .duplicate
        case .closing: .closing
        case .need(let call, _): call.command == .status ? .need : .reason
        case .due: .due
        case .until: .until
        case .settling: .result
        }
    }

    /// What of the case it is about: the status and its need, the severity, the kind of a request, the item.
    var draftAbout: String? {
        switch purpose {
        case .need(let call, let need):
            let code = call.words.first { !$0.contains("=") } ?? ""
            guard call.command != .status else { return DraftKey.need(code, need) }
            // The severity that the customer asks for stands behind its field.
            return code.isEmpty ? call.words.first.map { String($0.drop { $0 != "=" }.dropFirst()) } : code
        case .due(let call): return call.options[.item]
        case .settling(let call): return call.words.first
        default: return nil
        }
    }

    /// The text, when it is another than the line was opened with, and not blank.
    ///
    /// Of tags it is what was put on and taken off: a colleague may change the others before the draft comes back.
    var unsent: String? {
        if case .tags = purpose { return tagChanges.isEmpty ? nil : tagChanges.joined(separator: ", ") }
        return text == original || Words.isBlank(text) ? nil : text
    }

    /// The tags that were put on, and those taken off with a `-` in front.
    var tagChanges: [String] {
        let words = LineEntry.tags(text)
        guard case .tags(let before?) = purpose else { return words }
        // Of words with signs the others stay as they are.
        let all = text.split { $0.isWhitespace || $0 == "," }
        if !all.isEmpty, all.allSatisfy({ $0.hasPrefix("+") || $0.hasPrefix("-") }) {
            return words.filter {
                $0.hasPrefix("-") == before.contains($0.hasPrefix("-") ? String($0.dropFirst()) : $0)
            }
        }
        return words.filter { !before.contains($0) } + before.filter { !words.contains($0) }.map { "-" + $0 }
    }

    /// The tags of a text, in which commas separate them; of words that all have a sign, blanks do as well.
    private static func tags(_ text: String) -> [String] {
        text.split(separator: ",").flatMap { part in
            let words = part.split { $0.isWhitespace }.map(String.init)
            let areSigned = words.allSatisfy { $0.hasPrefix("+") || $0.hasPrefix("-") }
            let tags = areSigned ? words : [String(part).trimmedBlanks]
            return tags.map { $0.hasPrefix("+") ? String($0.dropFirst()) : $0 }
        }.filter { !$0.isEmpty }
    }

    /// The line in which the path of a file or folder is written again, as nothing could be read or written there; nil
    /// for other commands.
    init?(again call: CommandCall) {
        switch (call.command, call.words.count) {
        case (.attach, 2):
            guard let id = CaseID(text: call.words[0]) else { return nil }
            self.init(.attaching(id), text: call.words[1])
        case (.attachment, 2) where call.words[0] == "save":
            guard let id = RecordID(text: call.words[1]), let folder = call.options[.to] else { return nil }
            self.init(.saving(id, id.description), text: folder)
        default: return nil
        }
    }

    /// The same as something that lies on top of the screen.
    var overlay: Overlay { .line(self) }

    /// A draft takes the place of the text.
    mutating func restore(_ text: String) {
        var text = text
        if case .tags(let before?) = purpose {
            let changes = LineEntry.tags(text)
            let kept = before.filter { !changes.contains("-" + $0) && !changes.contains($0) }
            text = (kept + changes.filter { !$0.hasPrefix("-") }).joined(separator: ", ")
        }
        // Of a day that was typed before, another one is typed as a whole.
        field = TextField(text, isSelected: draftKind == .due)
        isDraft = true
    }

    /// Pasted text joins the line; its line breaks become blanks.
    mutating func paste(_ text: String) {
        field.insert(text)
        offers = nil
    }

    /// What stands before the text; a status is called what the policy calls it, not by the code that means it.
    func label(_ words: Vocabulary) -> String {
        let object = targets.words + (isDraft ? ", draft" : "")
        switch purpose {
        case .filter, .narrow: return "/"
        case .query: return "Query: "
        case .command: return ":"
        case .subject: return "Subject of \(object): "
        case .tags(let before):
            return "Tags of \(object), " + (before == nil ? "+on, -off: " : "commas between them: ")
        case .duplicate: return "\(targets.words) repeats the case: "
        case .closing(let call):
            return "Close \(targets.words) (\(call.options[.reason] ?? "")). A last word, or Enter: "
        case .need(let call, let need):
            let value = call.words.first { !$0.contains("=") } ?? ""
            if call.command == .status, let status = words.status(value.lowercased()) {
                let asked = need == CommandCall.cure ? "what was put right" : CaseField.given(need).label
                return "\(status.words) of \(object), \(asked): "
            }
            if call.command == .set { return "Severity the customer asks for, \(object), reason: " }
            let what = call.command.entry.title.sentence.withoutStop
            return "\(what) \(value) of \(object), \(CaseField.given(need).label): "
        case .saving(_, let name): return "Save \(name) in the folder: "
        case .attaching(let id): return "Attach to \(id) the file: "
        case .due: return "Wanted by (2h, tomorrow, in 3 days; Enter: no date): "
        case .until:
            let verb = targets.count == 1 ? "comes" : "come"
            return "\(targets.words) \(verb) back at (2h, fri 14:00, in 3 days)\(isDraft ? ", draft" : ""): "
        case .settling(let call):
            return "\(call.words.joined(separator: " ").sentence.withoutStop). What came of it, or Enter: "
        }
    }
}

extension LineEntry {
    /// What to write, where it stands afterwards and who reads it; nil for lines that say so themselves.
    ///
    /// - Parameter reply: the key that tells the customer something.
    func help(_ policy: Policy?, reply: String) -> String? {
        switch purpose {
        case .need(let call, let need) where call.command == .status:
            guard need != CommandCall.cure else { return "It stands in the timeline, for colleagues only." }
            let code = call.words.first { !$0.contains("=") } ?? ""
            let kind = policy?.lifeCycle.statuses.first { $0.code == code.lowercased() }
            let meaning = kind?.meaning.map { $0.sentence + " " } ?? ""
            if Status.isDay(need) { return "\(meaning)A day to come, like +7d or 2026-03-16; the case says so." }
            return "\(meaning)It stands behind “Waits” on the case; only colleagues read it."
        case .need(let call, _) where call.command == .severity:
            return "If the customer asked for it, it counts as agreed by this; only colleagues read it."
        case .need: return "It stands in the timeline and under \(PageTab.people.title); only colleagues read it."
        case .closing: return "Only colleagues read it, in the timeline. To tell the customer, \(reply) before closing."
        case .settling: return "Only colleagues read it, in the timeline."
        default: return nil
        }
    }
}

/// What Tab offers: the candidates, the one chosen, and the stretch of the line they replace.
struct Offers: Equatable, Sendable {
    /// The scalars of the line that a candidate replaces.
    var range: Range<Int>
    /// What could stand there.
    var candidates: [String]
    /// The one in the line now; nil while only listed.
    var chosen: Int?
}

/// The filter over a named queue: the text, and what it means.
struct FilterState: Equatable, Sendable {
    /// The text as typed.
    var text = ""
    /// What it means; of the last text that meant something.
    var query = CaseQuery.all
    /// What is wrong with the text.
    var problem: QueryProblem?
    /// How many of all open cases fit, when none of the queue does; nil until known.
    var elsewhere: Int?
    /// What finds cases then that it may have been meant as, such as its words in the customer's name.
    var inOtherFields: [FieldCount] = []

    /// How many of all open cases a term finds, and how many in the queue.
    struct FieldCount: Equatable, Sendable {
        var term: String
        var count: Int
        var here: Int
    }

    /// Reads a text; the query before stays in force while the text means nothing.
    mutating func read(_ text: String, _ words: Vocabulary) {
        self.text = text
        elsewhere = nil
        inOtherFields = []
        do throws(QueryProblem) {
            query = try CaseQuery(text, words)
            problem = nil
        } catch {
            problem = error
        }
    }
}
