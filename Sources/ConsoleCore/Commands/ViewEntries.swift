extension CommandEntry {
    /// What is shown, and how.
    static let viewEntries: [CommandEntry] = [
        CommandEntry(.open, "open", "Opens the case, or what the row is about.")
            .keys("<CR>", in: [.queue, .page]).keys("o", in: [.queue]).usage("[ID]").needs(.oneCase, .store),
        CommandEntry(.back, "back", "Goes one step back, or clears filter and marks.").keys("<Esc>"),
        CommandEntry(.leave, "close view", "Closes this view; at the last one it asks to quit.").keys("q"),
        CommandEntry(.quit, "quit", "Ends the console; typed text is kept as a draft.").keys("Q"),
        CommandEntry(.lastView, "last view", "Goes to the view before this one.").keys("-"),
        CommandEntry(.queue, "queue", "Shows a named queue, or the list of queues.")
            .keys("gq").key("1", words: ["1"]).key("2", words: ["2"]).key("3", words: ["3"])
            .key("4", words: ["4"]).key("5", words: ["5"]).key("6", words: ["6"]).key("7", words: ["7"])
            .key("8", words: ["8"]).key("9", words: ["9"]).usage("[NAME]")
            .inShell("list", "Lists the queues in which cases wait, with their open cases."),
        CommandEntry(.filter, "filter", "Keeps only the cases that words or a query find.")
            .keys("/").usage("[QUERY]").line(),
        CommandEntry(.query, "edit query", "Edits the query of this queue.")
            .keys("\\", in: [.queue]).usage("[QUERY]").line(),
        CommandEntry(.sort, "sort", "Orders the queue.").keys("S", in: [.queue]).usage("[KEYS]"),
        CommandEntry(.group, "group", "Groups the queue by a field, or no longer.")
            .keys("O", in: [.queue]).usage("FIELD|none"),
        CommandEntry(.preview, "preview", "Shows or hides the preview.").keys("i", in: [.queue]),
        CommandEntry(.refresh, "reload", "Asks the store again.").keys("R", "<F5>"),
        CommandEntry(.redraw, "redraw", "Paints the whole screen again.").keys("<C-l>"),
        CommandEntry(.suspend, "suspend", "Puts the console to sleep; fg wakes it.").keys("<C-z>"),
        CommandEntry(.cancel, "cancel", "Stops what is going on; pressed twice it ends the console.").keys("<C-c>"),
        CommandEntry(.keys, "keys", "Lists keys and commands; Enter does one.").keys("?", "<F1>")
            .inShell("[list|check]", "Lists the keys of the console; check only reads your own keys file."),
        CommandEntry(.command, "command line", "Opens the command line.").keys(":"),
        CommandEntry(.drafts, "drafts", "Lists the texts that were typed and not sent; Enter opens one.")
            .console().needs(.store),
        CommandEntry(.why, "why", "The clocks of a case as worked sums, and what a change would do.")
            .keys("W").needs(.store)
            .shell("ID [--severity N] [--plan P] [--region R] [--status S]", .severity, .plan, .region, .status),
        CommandEntry(.theme, "theme", "Lists, shows or uses a theme.").console().usage("NAME|list|show NAME")
            .inShell("list|show NAME", "Lists the themes, or shows one of them."),
    ]

    /// Choosing several cases.
    static let markEntries: [CommandEntry] = [
        CommandEntry(.mark, "mark", "Marks the row and moves down.").keys("<Space>", in: [.queue]),
        CommandEntry(.range, "mark range", "Marks from here to the cursor; again to finish.").keys("v", in: [.queue]),
        CommandEntry(.invert, "invert marks", "Marks the rows that are not marked.")
            .keys("V", in: [.queue]),
    ]
}
