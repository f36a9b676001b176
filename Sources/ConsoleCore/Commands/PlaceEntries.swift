extension CommandEntry {
    /// The workplaces beside the queue, and what is done on all of them.
    static let placeEntries: [CommandEntry] = [
        CommandEntry(.go, "go to", "Goes to a workplace: home, contacts, renewals, licences, site and others.")
            .key("gh", words: ["home"], in: everywhere).key("gc", words: ["contacts"], in: everywhere)
            .key("gr", words: ["renewals"], in: everywhere).key("gl", words: ["licences"], in: everywhere)
            .key("gs", words: ["site"], in: everywhere).key("gx", words: ["situations"], in: everywhere)
            .key("gd", words: ["duty"], in: everywhere).key("gp", words: ["policy"], in: everywhere)
            .key("gw", words: ["alerts"], in: everywhere)
            .usage("home|contacts|renewals|licences|site|situations|duty|policy|alerts").needs(.store),
        CommandEntry(.customer, "customer", "Goes to the customer of the row: who may call, cover, what it has.")
            .keys("ga", in: everywhere).key("ge", words: ["cover"], in: everywhere)
            .key("S", words: ["sheet"], in: [.desk]).usage("[sheet|cover]").needs(.store),
        CommandEntry(.add, "add", "Logs a case in the queue; elsewhere adds what is shown.")
            .keys("+", in: everywhere).needs(.store),
        CommandEntry(.edit, "edit", "Changes what the row is about.").keys("e", in: [.desk]).needs(.store),
        CommandEntry(.acts, "what can be done", "Lists what can be done with the row.")
            .keys("a", in: [.desk]).needs(.store),
        CommandEntry(.casesOf, "its cases", "Shows the open cases of the customer of the row as a queue.")
            .keys("C", in: [.desk]).needs(.store),
        CommandEntry(.reveal, "show mail and telephone", "Shows how the person is reached; that is recorded.")
            .keys("m", in: [.desk]).needs(.store),
        CommandEntry(.copy, "copy", "Sends number, title or mail at the cursor to the clipboard.")
            .keys("yy", in: everywhere).key("yt", words: ["title"], in: everywhere)
            .key("ym", words: ["mail"], in: [.desk]).usage("[number|title|mail]").needs(.store),
        CommandEntry(
            .situation, "critical situation",
            "Says who commands the critical situation of the case (its manager), and what else is recorded; or ends it."
        )
        .console(everywhere).usage("[end] [NUMBER]").needs(.store),
        CommandEntry(.form, "form", "Opens a form: the command, what is to be done, and with what.")
            .console(everywhere).usage("COMMAND VERB [NUMBER]").needs(.store),
    ]

    static let everywhere: Set<KeyContext> = [.queue, .page, .desk]

    /// What is done to cases, moved about and shown works on the rows of workplaces as well.
    var onDesks: CommandEntry {
        guard CommandEntry.alsoOnDesks.contains(command) else { return self }
        var copy = self
        copy.contexts.insert(.desk)
        var seen: Set<String> = []
        copy.keys = keys.map { key in
            let contexts = seen.insert(key.notation).inserted ? key.contexts.union([.desk]) : key.contexts
            return DefaultKey(contexts: contexts, notation: key.notation, words: key.words)
        }
        return copy
    }

    private static let alsoOnDesks: Set<Command> = [
        .down, .up, .first, .last, .halfDown, .halfUp, .pageDown, .pageUp, .previewDown, .previewUp, .preview, .open,
        .back, .leave, .quit, .lastView, .queue, .filter, .refresh, .redraw, .suspend, .cancel, .keys, .command,
        .drafts, .theme, .workNext, .nextTab, .previousTab, .take, .status, .severity, .note, .reply, .close, .undo,
        .redo, .again,
        .mark, .invert, .why, .ask, .hear, .remind,
        .handOver, .snooze, .escalate, .deny,
    ]
}
