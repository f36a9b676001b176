internal import Glibc

/// The terminal's description without what costs more to weigh than it saves.
///
/// Before each move of its cursor the library writes out every way to get there and takes the shortest, and each change of
/// look it works out from one long text for all looks. Both took a fifth of all that a key runs, to save no byte: without
/// them a key sends a tenth less, because a change of look names only what changes.
enum LightEntry {
    /// Moves that need no name where every place can be named.
    private static let moves = ["hpa", "vpa", "cuf", "cub", "cuu", "cud"]
    /// Runs of one sign in few bytes: the library compares every sign that it writes with the next one for them.
    private static let runs = ["rep", "ech"]
    /// The looks that pictures have; each must have a text of its own.
    private static let looks = ["bold", "dim", "smul", "rev"]

    /// Takes away what is not worth its weighing; nothing where the terminal does not have the rest.
    static func lighten(_ entry: inout TerminalEntry) {
        guard !entry.hasMagicCookies, entry.text("cup") != nil, let plain = entry.text("sgr0") else { return }
        for name in moves + runs { entry.drop(name) }
        // Where each look adds to those before it.
        guard looks.allSatisfy({ entry.text($0).map(isAdded) ?? false }) else { return }
        entry.drop("sgr")
        // Leaving the line-drawing signs is named on its own, too, and pictures never enter them.
        if let leaving = entry.text("rmacs"), plain.count > leaving.count, plain.starts(with: leaving) {
            entry.shorten("sgr0", by: leaving.count)
        }
    }

    /// Whether a look is one of the standard's, which leaves the others as they are: `ESC [ … m`.
    private static func isAdded(_ text: ArraySlice<UInt8>) -> Bool {
        text.starts(with: [0x1B, UInt8(ascii: "[")]) && text.last == UInt8(ascii: "m")
    }

    /// Has the library take the lighter description of this terminal; where there is none to be had, all stays as it was.
    ///
    /// The library takes a description from the environment as well (`hex:`, terminfo(5)). To be called while no other
    /// thread reads the environment; programs that are started get the one that this one was started with.
    static func offer() {
        let given = Wire.environment("TERMINFO") ?? ""
        if let text = description(of: Wire.environment("TERM") ?? "", given: given) { setenv("TERMINFO", text, 1) }
    }

    /// The lighter description of a terminal; nil where nothing is lighter, or the library would not take it.
    ///
    /// - Parameter given: where the person has the library look first: a folder, or a description itself.
    static func description(of name: String, given: String) -> String? {
        guard !given.starts(with: "hex:"), !given.starts(with: "b64:"), var entry = EntryFolders.entry(of: name)
        else { return nil }
        let whole = entry.bytes
        lighten(&entry)
        // A file may have any name, but a description in the environment must have the terminal's among its own.
        return entry.bytes != whole && entry.names.contains(name) ? written(entry) : nil
    }

    /// A description as the library takes it from the environment.
    static func written(_ entry: TerminalEntry) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var text = Array("hex:".utf8)
        for byte in entry.bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
