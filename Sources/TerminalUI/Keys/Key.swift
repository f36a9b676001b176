/// A key that was pressed, with the modifiers held.
public struct Key: Hashable, Sendable {
    /// Which key it is.
    public enum Code: Hashable, Sendable {
        /// A key that types something; letters typed with Shift are the capital.
        case character(Unicode.Scalar)
        /// Keys with a name.
        case enter, escape, tab, backspace, delete, insert
        /// Keys that move.
        case up, down, left, right, home, end, pageUp, pageDown
        /// F1 to F12.
        case function(Int)
    }

    /// Keys held together with another one.
    public struct Modifiers: OptionSet, Hashable, Sendable {
        /// The set as bits.
        public let rawValue: UInt8

        /// Makes a set from bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Ctrl.
        public static let ctrl = Modifiers(rawValue: 1)
        /// Alt, or Escape just before.
        public static let alt = Modifiers(rawValue: 2)
        /// Shift, for keys that type nothing.
        public static let shift = Modifiers(rawValue: 4)
    }

    /// Which key it is.
    public var code: Code
    /// What was held with it.
    public var modifiers: Modifiers

    /// Makes a key.
    public init(_ code: Code, _ modifiers: Modifiers = []) {
        self.code = code
        self.modifiers = modifiers
    }

    /// A key that types a scalar.
    public static func character(_ scalar: Unicode.Scalar) -> Key { Key(.character(scalar)) }
    /// A letter with Ctrl held.
    public static func ctrl(_ scalar: Unicode.Scalar) -> Key { Key(.character(scalar), .ctrl) }
    /// A letter with Alt held.
    public static func alt(_ scalar: Unicode.Scalar) -> Key { Key(.character(scalar), .alt) }
    /// F1 to F12.
    public static func function(_ number: Int) -> Key { Key(.function(number)) }

    /// The Enter key.
    public static let enter = Key(.enter)
    /// The Escape key.
    public static let escape = Key(.escape)
    /// The Tab key.
    public static let tab = Key(.tab)
    /// Tab with Shift held.
    public static let backTab = Key(.tab, .shift)
    /// The key that removes what stands before the cursor.
    public static let backspace = Key(.backspace)
    /// The key that removes what stands under the cursor.
    public static let delete = Key(.delete)
    /// The Insert key.
    public static let insert = Key(.insert)
    /// Arrow up.
    public static let up = Key(.up)
    /// Arrow down.
    public static let down = Key(.down)
    /// Arrow left.
    public static let left = Key(.left)
    /// Arrow right.
    public static let right = Key(.right)
    /// The Home key.
    public static let home = Key(.home)
    /// The End key.
    public static let end = Key(.end)
    /// The Page Up key.
    public static let pageUp = Key(.pageUp)
    /// The Page Down key.
    public static let pageDown = Key(.pageDown)
    /// The space bar.
    public static let space = Key.character(" ")

    /// What the key types into a text, or nil when it commands something.
    public var typed: Unicode.Scalar? {
        guard case .character(let scalar) = code, modifiers.isEmpty else { return nil }
        return scalar
    }
}
