extension CommandEntry {
    /// Getting about.
    static let moveEntries: [CommandEntry] = [
        CommandEntry(.down, "down", "One row down.").keys("j", "<Down>"),
        CommandEntry(.up, "up", "One row up.").keys("k", "<Up>"),
        CommandEntry(.first, "first", "To the first row.").keys("gg", "<Home>"),
        CommandEntry(.last, "last", "To the last row.").keys("G", "<End>"),
        CommandEntry(.halfDown, "half page down", "Half a page down.").keys("<C-d>"),
        CommandEntry(.halfUp, "half page up", "Half a page up.").keys("<C-u>"),
        CommandEntry(.pageDown, "page down", "A page down.").keys("<C-f>", "<PageDown>"),
        CommandEntry(.pageUp, "page up", "A page up.").keys("<PageUp>"),
        CommandEntry(.nextQueue, "next queue", "To the next named queue.").keys("l", "<Right>", in: [.queue]),
        CommandEntry(.previousQueue, "previous queue", "To the named queue before.")
            .keys("h", "<Left>", in: [.queue]),
        CommandEntry(.nextTab, "next tab", "To the next tab of the case.").keys(
            "]", "l", "<Tab>", "<Right>", in: [.page]),
        CommandEntry(.previousTab, "previous tab", "To the tab before.")
            .keys("[", "h", "<S-Tab>", "<Left>", in: [.page]),
        CommandEntry(.previewDown, "preview down", "Scrolls the preview down.").keys("J"),
        CommandEntry(.previewUp, "preview up", "Scrolls the preview up.").keys("K"),
        CommandEntry(.nextHit, "next hit", "To the next row with the filter's words.").keys("n"),
        CommandEntry(.previousHit, "previous hit", "To the row before with the filter's words.").keys("N"),
    ]
}
