import PseudoTerminal

/// One program that is measured: how it is started, and which keys do what in it.
struct MeasuredProgram {
    var name: String
    var invocation: Invocation
    /// Text that stands on the screen once it is painted.
    var firstText: String
    /// Keys that move the cursor inside the page and back; nil where there is no cursor.
    var inPage: (forth: String, back: String)?
    /// The key that goes down a row, and the one that goes down a page.
    var down = "j"
    var page: String?
    /// Keys that bring up a list long enough to scroll, where the first one may be short.
    var longList: String?
    /// Keys of a word search, typed in one go, and those that leave it.
    var search: (keys: String, leave: String)?
    /// Keys that bring up cases to change, a key that saves a change of the row under the cursor, and what is then said.
    var update: (list: String, key: String, notice: String)?
    var quit = "q"

    /// The yardstick: rows, a cursor, nothing else.
    static func floor(_ path: String, rows: Int) -> MeasuredProgram {
        MeasuredProgram(
            name: "yardstick", invocation: Invocation(path, [String(rows), "idlok"]), firstText: "row 1/\(rows)",
            inPage: ("j", "k"), page: " ")
    }

    /// The pager on a text with as many lines.
    static func pager(_ path: String, file: String, firstLine: String) -> MeasuredProgram {
        MeasuredProgram(
            name: "pager", invocation: Invocation(path, ["-S", file], environment: ["LESSHISTFILE": "-"]),
            firstText: firstLine, page: " ", search: ("/\(Workspace.rareWord)<CR>", "g"))
    }

    /// The console on a store of demo data.
    static func console(_ path: String, store: String, folder: String) -> MeasuredProgram {
        MeasuredProgram(
            name: "caseload",
            invocation: Invocation(path, ["--store", store], environment: Workspace.environment(folder)),
            firstText: "CS-1", inPage: ("j", "k"), page: "<PageDown>", longList: "7",
            search: ("/\(Workspace.demoWord)<CR>", "<Esc>"), update: ("2", "t", "Took"), quit: "q")
    }
}
