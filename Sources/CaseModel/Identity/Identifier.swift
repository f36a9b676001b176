/// What an identifier names, and the letters in front of its number.
public protocol IdentifierKind: Sendable {
    /// Two letters shown before the number, such as `CS`.
    static var prefix: String { get }
}

/// A number that names one thing of one kind, shown as `CS-1000001`.
///
/// The kind is part of the type, so that a queue can never be passed where an agent is meant.
public struct Identifier<Kind: IdentifierKind>: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number, unique among its kind within one store; greater than zero.
    public let number: Int64

    /// Wraps a number that the store gave.
    public init(_ number: Int64) {
        self.number = number
    }

    /// Reads `CS-1000001`, `cs-1000001` or `1000001`; nil for anything else.
    public init?(text: some StringProtocol) {
        var digits = text[...]
        let prefix = Kind.prefix + "-"
        if digits.utf8.count > prefix.utf8.count, digits.prefix(prefix.count).lowercased() == prefix.lowercased() {
            digits = digits.dropFirst(prefix.count)
        }
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(digits), number > 0 else {
            return nil
        }
        self.number = number
    }

    /// The identifier as people see and type it.
    public var description: String { "\(Kind.prefix)-\(number)" }

    /// Orders by number, which is the order of creation.
    public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}
