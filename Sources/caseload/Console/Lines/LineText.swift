import CaseModel
import ConsoleCore
import TerminalUI

extension LineConsole {
    /// A note, a reply or a summary: with its text in the line, or asked for line by line.
    mutating func write(_ call: CommandCall) throws(Failure) {
        var call = call
        let option: CallOption = call.command == .escalate ? .summary : .message
        if call.words.last == "-" { call.words.removeLast() }
        if call.words.isEmpty { call.words = [here?.description].compactMap { $0 } }
        let ids = try find(call.words)
        guard let first = ids.first else { throw .usage("Which case? Give its number, or open it first.") }
        guard call.command != .reply || ids.count == 1 else {
            throw .usage("A reply goes to one customer, so it takes one case. For colleagues use note.")
        }
        let kind: DraftKey.Kind =
            switch call.command {
            case .note: .note
            case .reply: .reply
            default: .escalation
            }
        let key = DraftKey(kind, ids.count == 1 ? first : nil)
        let given = call.options[option].flatMap { $0 == "-" ? nil : $0 }
        let text: String
        if let given {
            text = given
        } else {
            guard let typed = try ask(for: "\(call.command.entry.title) on \(first)".capitalised, key) else { return }
            text = typed
        }
        call.options[option] = text
        do throws(Failure) {
            if try run(call) == .done { return given == nil ? drafts.clear(key) : () }
        } catch {
            try tell(error)
        }
        guard !Words.isBlank(text) else { return }
        // What was kept before is not what was typed now, and stays in front of it.
        let before = given == nil ? nil : kept(key)
        guard keep([before, text].compactMap { $0 }.joined(separator: "\n"), key) else { return }
        try say("The text is kept; \(call.command.name) on the same case goes on with it.")
    }

    private func find(_ references: [String]) throws(Failure) -> [CaseID] {
        try shell.waiting { (shell) async throws(Failure) -> [CaseID] in
            let store = try await shell.openForReading()
            var ids: [CaseID] = []
            for reference in references { ids.append(try await shell.find(reference, in: store)) }
            return ids
        }
    }

    /// A text of several lines, with what was kept of it before; nil when the input ended first.
    ///
    /// Every line is on the disk before the next is asked for, so that nothing typed is lost however it ends.
    private mutating func ask(for title: String, _ key: DraftKey) throws(Failure) -> String? {
        var lines: [String] = []
        if let draft = kept(key), !Words.isBlank(draft) {
            try say("Kept from before:")
            for line in Shown.lines(draft) { try say(line) }
            lines = [draft]
        }
        try say("\(Shown(detail: title)). A line with a single dot ends it; two dots are one.")
        var isKept = false
        while let line = try ask("") {
            if line == "." { return lines.joined(separator: "\n") }
            lines.append(line == ".." ? "." : line)
            isKept = keep(lines.joined(separator: "\n"), key)
        }
        hasEnded = true
        if isKept { try say("The text is kept.") }
        return nil
    }

    /// Keeps a text for later; false when that cannot be, which then was said.
    private func keep(_ text: String, _ key: DraftKey) -> Bool {
        noting { () throws(FileProblem) in try drafts.save(text, key) }
    }

    private func kept(_ key: DraftKey) -> String? {
        var text: String?
        _ = noting { () throws(FileProblem) in text = try drafts.load(key) }
        return text
    }

    /// Says what is wrong with a draft; the text itself goes on.
    private func noting(_ body: () throws(FileProblem) -> Void) -> Bool {
        do throws(FileProblem) {
            try body()
            return true
        } catch {
            do throws(Failure) {
                try tell(Failure(.failed, "The draft is not on disk: \(error.description)"))
            } catch {
                // Nobody listens any more.
                return false
            }
            return false
        }
    }
}
