import CaseModel
import TerminalUI

/// A list to choose from; every line of it is a command ready to be done.
struct Picker: Equatable, Sendable {
    /// What is chosen, with the object: `Status of CS-1000001`.
    var title: String
    /// The lines.
    private(set) var lines: [Line]
    /// The list on the screen: typed letters, cursor.
    var menu: Menu<Int>
    /// The cases it is about; nil for a list that is about none.
    var targets: Targets?
    /// Which list it is, so that it can be filled when answers come.
    var kind: Kind

    /// Which list it is.
    enum Kind: Equatable, Sendable {
        /// A few values, each with a key of its own.
        case short
        /// A longer list, searched by typing.
        case searched
        /// The store's queues with their open counts.
        case queues
        /// Keys and commands.
        case keys
        /// Cases, one of which is opened.
        case cases
    }

    /// One line of a list.
    struct Line: Equatable, Sendable {
        /// What it does.
        var call: CommandCall
        /// The words.
        var label: String
        /// What stands behind them.
        var detail = ""
        /// Why it cannot be chosen; nil when it can.
        var obstacle: String?
        /// The same in a few words; nil where there are none.
        var brief: String?
        /// What it means, with the source, told of the line under the cursor; nil where the label says all.
        var note: String?
        /// Words by which it is found as well.
        var hiddenWords = ""
        /// Whether it stays whatever is typed.
        var stays = false
        /// The key that chooses it in a short list.
        var key: Unicode.Scalar?
        /// The keys that do the same elsewhere, the usual one first.
        var keys: [String] = []
        /// What it stands under; a heading is drawn where the line before has another one.
        var heading: String?
    }

    init(_ title: String, _ lines: [Line], targets: Targets? = nil, kind: Kind = .searched) {
        self.title = title
        self.lines = lines
        self.targets = targets
        self.kind = kind
        menu = Menu(Picker.items(lines), isFiltered: kind != .short)
    }

    /// Other lines in the same list; the typed letters and the cursor stay.
    mutating func fill(_ lines: [Line]) {
        let typed = menu.filter?.text ?? ""
        let current = menu.current?.id
        self.lines = lines
        menu = Menu(Picker.items(lines), isFiltered: kind != .short, height: menu.window.height)
        if !typed.isEmpty { menu.paste(typed) }
        if let current { menu.select(current) }
    }

    private static func items(_ lines: [Line]) -> [MenuItem<Int>] {
        var heading: String?
        // As wide as one key of each needs; a second one is named where it fits.
        let width = lines.compactMap { $0.keys.map(\.unicodeScalars.count).min() }.max() ?? 0
        return lines.enumerated().flatMap { index, line in
            let item = MenuItem(
                index, Shown(line.label, upTo: 200), lead: lead(line.keys, width),
                detail: Shown(line.detail, upTo: 200),
                reason: line.obstacle.map { Shown($0, upTo: 400) }, brief: line.brief.map { Shown($0, upTo: 80) },
                shortcut: line.key, hiddenWords: line.hiddenWords, stays: line.stays)
            guard let title = line.heading, title != heading else { return [item] }
            heading = title
            return [MenuItem(heading: Shown(title, upTo: 80), above: item), item]
        }
    }

    /// At most two keys, as far as they have room.
    private static func lead(_ keys: [String], _ width: Int) -> Shown {
        var words = ""
        for key in keys.prefix(4).filter({ $0.unicodeScalars.count <= width }).prefix(2) {
            let longer = words.isEmpty ? key : words + " " + key
            guard longer.unicodeScalars.count <= width else { break }
            words = longer
        }
        return Shown(words, upTo: 40)
    }
}
