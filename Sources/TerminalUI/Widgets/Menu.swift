/// One thing to choose from a menu.
public struct MenuItem<ID: Hashable & Sendable>: Equatable, Sendable {
    /// Which one it is.
    public var id: ID
    /// What it is called.
    public var label: Shown
    /// What it does, or a fact about it.
    public var detail: Shown
    /// Why it cannot be chosen now; nil when it can.
    public var reason: Shown?
    /// The same in a few words, where its row has no room for all of them; nil for its first sentence.
    public var brief: Shown?
    /// The letter that chooses it in a menu without a filter.
    public var shortcut: Unicode.Scalar?
    /// Words by which it is found as well, though they are not drawn.
    public var hiddenWords: String
    /// Whether it stays whatever is typed, as what is meant when nothing else is.
    public var stays: Bool

    /// Makes an item.
    public init(
        _ id: ID, _ label: Shown, detail: Shown = "", reason: Shown? = nil, brief: Shown? = nil,
        shortcut: Unicode.Scalar? = nil, hiddenWords: String = "", stays: Bool = false
    ) {
        self.id = id
        self.label = label
        self.detail = detail
        self.reason = reason
        self.brief = brief
        self.shortcut = shortcut
        self.hiddenWords = hiddenWords
        self.stays = stays
    }

    /// Whether it can be chosen.
    public var isEnabled: Bool { reason == nil }
}

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
    /// The rows that are seen, over `matches`.
    public private(set) var window: ListWindow
    /// The indices of the items that the filter lets through.
    public private(set) var matches: [Int]

    /// Makes a menu.
    public init(_ items: [MenuItem<ID>], isFiltered: Bool = true, height: Int = 10) {
        self.items = items
        filter = isFiltered ? TextField() : nil
        matches = Array(items.indices)
        window = ListWindow(count: items.count, height: height)
    }

    /// The item under the cursor.
    public var current: MenuItem<ID>? {
        matches.indices.contains(window.cursor) ? items[matches[window.cursor]] : nil
    }

    /// How many items stand below those that are seen.
    public var below: Int { matches.count - window.visible.upperBound }

    /// Puts the cursor on an item.
    public mutating func select(_ id: ID) {
        if let place = matches.firstIndex(where: { items[$0].id == id }) { window.move(to: place) }
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
            let text = (item.label + " " + item.detail).text.lowercased() + " " + item.hiddenWords.lowercased()
            return item.stays || words.allSatisfy { text.contains($0) }
        }
        window.setCount(matches.count)
        // What begins with the typed words is meant before what only holds them somewhere.
        let typed = words.joined(separator: " ")
        let meant = typed.isEmpty ? nil : matches.firstIndex { items[$0].label.text.lowercased().hasPrefix(typed) }
        window.move(to: meant ?? matches.firstIndex { items[$0].id == current } ?? 0)
    }
}

extension Menu {
    /// Draws the filter line, if there is one, and the items that fit an area.
    public func draw(on surface: inout Surface, in area: Area, glyphs: GlyphSet, prompt: Shown = "/ ") {
        var list = area
        if let filter {
            let (line, rest) = area.splitTop(1)
            list = rest
            surface.write(prompt, in: line, role: .prompt)
            filter.draw(on: &surface, in: line.part(x: prompt.width), glyphs: glyphs)
        }
        guard !matches.isEmpty else {
            let typed = filter.map { Shown(" " + $0.text, upTo: 30) } ?? ""
            let words = "Nothing matches" + typed + "; ctrl-u empties the line, Esc leaves."
            for (y, line) in words.wrapped(to: max(1, list.width - 3), upTo: list.height).enumerated() {
                surface.write(line, in: list.row(y), x: 2, role: .dim)
            }
            return
        }
        var window = window
        window.setHeight(list.height)
        let labelWidth = min(items.map(\.label.width).max() ?? 0, max(0, list.width - 4))
        for (y, place) in window.visible.enumerated() {
            draw(items[matches[place]], isCursor: place == window.cursor, labelWidth, on: &surface, list.row(y), glyphs)
        }
    }

    private func draw(
        _ item: MenuItem<ID>, isCursor: Bool, _ labelWidth: Int, on surface: inout Surface, _ row: Area,
        _ glyphs: GlyphSet
    ) {
        if isCursor {
            surface.fill(row, role: .cursorRow)
            surface.write(glyphs.shown(.gutter), in: row, role: .gutter)
        }
        var x = 2
        if filter == nil, items.contains(where: { $0.shortcut != nil }) {
            if let shortcut = item.shortcut {
                surface.write(Shown(shortcut), in: row, x: x, role: isCursor ? .cursorRow : .key)
            }
            x += 3
        }
        let place = row.part(x: x)
        let labelRole: Role = isCursor ? .cursorRow : item.isEnabled ? .text : .disabled
        let label = item.label.truncated(to: min(labelWidth, place.width), ellipsis: glyphs[.ellipsis])
        surface.write(label, in: place, role: labelRole)
        // What stands against several is no news on each of their rows.
        let isShared = item.reason != nil && items.count { $0.reason == item.reason } > 1
        let room = place.width - labelWidth - 2
        let reason = item.reason.map { $0.width > room ? item.brief ?? $0.firstSentence : $0 }
        let told = isShared ? item.detail : reason ?? item.detail
        let detail = told.truncated(to: room, ellipsis: glyphs[.ellipsis])
        surface.write(detail, in: place, x: labelWidth + 2, role: isCursor ? .cursorRow : .dim)
    }
}

extension Shown {
    /// The text up to the end of its first sentence.
    fileprivate var firstSentence: Shown {
        guard let end = text.firstRange(of: ". ") else { return self }
        return Shown(String(text[..<end.lowerBound]) + ".")
    }
}
