/// What a key did in a menu.
public enum MenuAnswer<ID: Hashable & Sendable>: Equatable, Sendable {
    /// An item was chosen.
    case chosen(ID)
    /// An item that cannot be chosen was; the reason.
    case refused(Shown)
    /// The menu was left.
    case cancelled
    /// The menu changed.
    case handled
    /// The key means nothing to a menu.
    case ignored
}

/// A list to choose from, filtered while typing.
public struct Menu<ID: Hashable & Sendable>: Equatable, Sendable {
    /// All items, in their order.
    public private(set) var items: [MenuItem<ID>]
    /// What was typed to filter; nil in a menu that has no filter, where letters are shortcuts and `j` and `k` move.
    public private(set) var filter: TextField?
    /// The cells of the column of keys with the two that part it from the names; 0 where no item has a key.
    public let leadWidth: Int
    /// The cells of the longest name.
    let longestLabel: Int
    /// The rows that are seen, over `matches`.
    public private(set) var window: ListWindow
    /// The indices of the items that the filter lets through.
    public private(set) var matches: [Int]

    /// Makes a menu.
    public init(_ items: [MenuItem<ID>], isFiltered: Bool = true, height: Int = 10) {
        self.items = items
        let lead = items.map(\.lead.width).max() ?? 0
        leadWidth = lead > 0 ? lead + 2 : 0
        longestLabel = items.map { $0.isHeading ? 0 : $0.label.width }.max() ?? 0
        filter = isFiltered ? TextField() : nil
        matches = Array(items.indices)
        window = ListWindow(count: items.count, height: height)
        leaveHeading(down: true)
    }

    /// The item under the cursor.
    public var current: MenuItem<ID>? {
        matches.indices.contains(window.cursor) ? items[matches[window.cursor]] : nil
    }

    /// How many items stand below those that are seen.
    public var below: Int { matches[window.visible.upperBound...].count { !items[$0].isHeading } }

    /// Puts the cursor on an item.
    public mutating func select(_ id: ID) {
        if let place = matches.firstIndex(where: { items[$0].id == id && !items[$0].isHeading }) {
            window.move(to: place)
        }
    }

    /// Changes how many rows can be seen.
    public mutating func setHeight(_ height: Int) { window.setHeight(height) }

    /// Puts pasted text into the filter.
    public mutating func paste(_ text: String) {
        guard filter?.insert(text) != nil else { return }
        refilter()
    }

    /// Does what a key means in a menu.
    public mutating func handle(_ key: Key) -> MenuAnswer<ID> {
        let before = window.cursor
        defer { leaveHeading(down: window.cursor >= before) }
        switch key {
        case .escape, .ctrl("c"), .ctrl("g"): return .cancelled
        case .enter: return choose(current)
        case .down, .ctrl("n"), .tab: window.move(by: 1)
        case .up, .ctrl("p"), .backTab: window.move(by: -1)
        case .pageDown: window.page(by: 1)
        case .pageUp: window.page(by: -1)
        case .home: window.move(to: 0)
        case .end: window.move(to: .max)
        default:
            return filter == nil ? handleShortcut(key) : handleFilter(key)
        }
        return .handled
    }

    /// The cursor goes on from a heading to the item that it was moved towards, or to the one below; the heading right
    /// above the cursor is seen with it.
    private mutating func leaveHeading(down: Bool) {
        if current?.isHeading == true { window.move(by: down || window.cursor == 0 ? 1 : -1) }
        let above = window.cursor - 1
        guard above >= 0, above < window.top, window.height > 1, items[matches[above]].isHeading else { return }
        window.scroll(by: -1)
    }

    private mutating func handleShortcut(_ key: Key) -> MenuAnswer<ID> {
        if let typed = key.typed, let item = items.first(where: { $0.shortcut == typed }) { return choose(item) }
        switch key {
        case .character("j"): window.move(by: 1)
        case .character("k"): window.move(by: -1)
        case .character("g"): window.move(to: 0)
        case .character("G"): window.move(to: .max)
        case .character("q"): return .cancelled
        default: return .ignored
        }
        return .handled
    }

    private mutating func handleFilter(_ key: Key) -> MenuAnswer<ID> {
        guard filter?.handle(key) == true else { return .ignored }
        refilter()
        return .handled
    }

    private func choose(_ item: MenuItem<ID>?) -> MenuAnswer<ID> {
        guard let item else { return .ignored }
        if let reason = item.reason { return .refused(reason) }
        return .chosen(item.id)
    }

    private mutating func refilter() {
        let words = (filter?.text ?? "").lowercased().split(separator: " ")
        let current = self.current?.id
        matches = items.indices.filter { index in
            let item = items[index]
            if item.isHeading { return words.isEmpty }
            let text =
                (item.lead + " " + item.label + " " + item.detail).text.lowercased() + " "
                + item.hiddenWords.lowercased()
            return item.stays || words.allSatisfy { text.contains($0) }
        }
        window.setCount(matches.count)
        // What begins with the typed words is meant before what only holds them somewhere, and a key only as a whole.
        let typed = words.joined(separator: " ")
        func first(_ begins: (MenuItem<ID>) -> Bool) -> Int? { matches.firstIndex { begins(items[$0]) } }
        let meant =
            typed.isEmpty
            ? nil
            : first { $0.lead.text == filter?.text }
                ?? first { $0.label.text.lowercased().hasPrefix(typed) }
                ?? first { $0.lead.text.lowercased().hasPrefix(typed) }
        let same = matches.firstIndex { items[$0].id == current && !items[$0].isHeading }
        window.move(to: meant ?? same ?? 0)
    }
}
