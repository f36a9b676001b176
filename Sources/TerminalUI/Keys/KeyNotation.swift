extension Key {
    private static let names: [(String, Code)] = [
        ("Space", .character(" ")), ("CR", .enter), ("Esc", .escape), ("Tab", .tab), ("BS", .backspace),
        ("Del", .delete), ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
        ("Home", .home), ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown), ("lt", .character("<")),
        ("gt", .character(">")),
        ("Bar", .character("|")), ("Enter", .enter), ("Return", .enter), ("Escape", .escape), ("Delete", .delete),
        ("Backspace", .backspace), ("Insert", .insert), ("PgUp", .pageUp), ("PgDn", .pageDown),
    ]

    /// The key as people write it: `j`, `<C-d>`, `<Space>`, `<CR>`, `<Esc>`, `<S-Tab>`, `<F1>`, `<lt>`.
    public var notation: String {
        var prefix = ""
        if modifiers.contains(.ctrl) { prefix += "C-" }
        if modifiers.contains(.alt) { prefix += "A-" }
        if modifiers.contains(.shift) { prefix += "S-" }
        switch code {
        case .function(let number): return "<\(prefix)F\(number)>"
        case .character(let scalar) where scalar != " " && scalar != "<" && (scalar != ">" || modifiers.isEmpty):
            return prefix.isEmpty ? String(Character(scalar)) : "<\(prefix)\(Character(scalar))>"
        default:
            let name = Key.names.first { $0.1 == code }?.0 ?? ""
            return "<\(prefix)\(name)>"
        }
    }

    /// The key in the notation of people, or nil when the text is none.
    public init?(notation: String) {
        guard let sequence = KeySequence(notation: notation), sequence.keys.count == 1 else { return nil }
        self = sequence.keys[0]
    }

    /// A key from what stands between `<` and `>`.
    init?(bracketed text: Substring) {
        var rest = text.unicodeScalars
        var modifiers: Modifiers = []
        while rest.count > 2, let letter = rest.first, rest.dropFirst().first == "-" {
            switch letter {
            case "C", "c": modifiers.insert(.ctrl)
            case "A", "a", "M", "m": modifiers.insert(.alt)
            case "S", "s": modifiers.insert(.shift)
            default: return nil
            }
            rest = rest.dropFirst(2)
        }
        let name = String(rest)
        if rest.count == 1, let scalar = rest.first {
            // Ctrl does not tell capitals from small letters.
            let isCapital = modifiers.contains(.ctrl) && ("A"..."Z").contains(scalar)
            let small = isCapital ? Unicode.Scalar(scalar.value + 32) ?? scalar : scalar
            self.init(.character(small), modifiers)
        } else if let known = Key.names.first(where: { $0.0.lowercased() == name.lowercased() }) {
            self.init(known.1, modifiers)
        } else if name.utf8.first == UInt8(ascii: "F") || name.utf8.first == UInt8(ascii: "f"),
            let number = Int(name.dropFirst()), (1...12).contains(number)
        {
            self.init(.function(number), modifiers)
        } else {
            return nil
        }
    }
}

extension Key: CustomStringConvertible {
    /// The key in the notation of people.
    public var description: String { notation }
}

/// Keys pressed one after another, such as `gg` or `yt`.
public struct KeySequence: Hashable, Sendable {
    /// The keys, at least one.
    public let keys: [Key]

    /// Makes a sequence; nil without keys.
    public init?(_ keys: [Key]) {
        guard !keys.isEmpty else { return nil }
        self.keys = keys
    }

    /// A sequence of one key.
    public init(_ key: Key) {
        keys = [key]
    }

    /// The sequence in the notation of people, such as `gg`, `g<CR>` or `<C-w>q`; nil when the text is none.
    public init?(notation: String) {
        var keys: [Key] = []
        var rest = notation[...]
        while let first = rest.unicodeScalars.first {
            if first == "<", let end = rest.dropFirst().firstIndex(of: ">"), rest.index(after: rest.startIndex) < end {
                guard let key = Key(bracketed: rest[rest.index(after: rest.startIndex)..<end]) else { return nil }
                keys.append(key)
                rest = rest[rest.index(after: end)...]
            } else {
                guard first.value > 0x20, first.value != 0x7F else { return nil }
                keys.append(.character(first))
                rest = Substring(rest.unicodeScalars.dropFirst())
            }
        }
        self.init(keys)
    }

    /// The sequence in the notation of people.
    public var notation: String { keys.map(\.notation).joined() }
}

extension KeySequence: CustomStringConvertible {
    /// The sequence in the notation of people.
    public var description: String { notation }
}
