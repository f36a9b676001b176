import ConsoleCore

extension Shell {
    /// The call with its texts: `-` in the place of one is read from standard input, which can be read once.
    func withTexts(_ call: CommandCall) throws(Failure) -> CommandCall {
        var call = call
        if call.command.asksForText, call.options[.message] == nil {
            // A lone dash behind the cases is the text when no other place for it was named.
            let isLastDash = call.words.count > 1 && call.words.last == "-"
            if isLastDash { call.words.removeLast() }
            if isLastDash || !inputIsTerminal { call.options[.message] = "-" }
        }
        let texts = call.dashedTexts
        let isRecord = call.command.recordKind != nil
        let others = call.words.count { $0 == "-" || (isRecord && assignment($0)?.value == "-") }
        guard texts.count + others < 2 else {
            throw .usage("Standard input can be read once: for a text, a value, a file or the numbers.")
        }
        for option in texts {
            // Nobody types a text in vain.
            try expectStore()
            try refuseWhenReadOnly()
            call.options[option] = try readText()
        }
        return call
    }
}

extension CommandCall {
    /// The options whose text is to be read from somewhere else.
    var dashedTexts: [CallOption] { CallOption.allCases.filter { $0.isText && options[$0] == "-" } }
}

extension Command {
    /// Whether it takes its text from standard input even where nothing says so.
    fileprivate var asksForText: Bool { [.note, .reply, .hear, .remind].contains(self) }
}
