/// Quantities by name, such as how many licences each host has; a name without any is not there.
public struct Amounts: Equatable, Sendable {
    /// The quantities, each from 1 to ``most``.
    public private(set) var byName: [String: Int] = [:]

    /// The most of anything.
    public static let most = 1_000_000_000
    /// The most names.
    public static let names = 2000

    /// None.
    public init() {}

    /// Reads `gate-1=5 gate-2=3`; nil for anything else, and for a name that stands twice.
    public init?(_ text: String) {
        for part in text.split(separator: " ") {
            let pair = part.split(separator: "=", omittingEmptySubsequences: false)
            guard pair.count == 2, let count = Int(pair[1]), (1...Amounts.most).contains(count),
                Amounts.isName(String(pair[0])), byName.updateValue(count, forKey: String(pair[0])) == nil
            else { return nil }
        }
        guard (1...Amounts.names).contains(byName.count) else { return nil }
    }

    /// The quantity of a name; 0 where it has none.
    public subscript(name: String) -> Int {
        get { byName[name] ?? 0 }
        set { byName[name] = newValue > 0 ? newValue : nil }
    }

    /// All of them together; names and quantities are bounded, so that it fits.
    public var total: Int { byName.values.reduce(0, +) }

    /// The names, sorted.
    public var sorted: [(name: String, amount: Int)] {
        byName.map { (name: $0.key, amount: $0.value) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// The form in which it is kept; nil for none.
    var text: String? {
        byName.isEmpty ? nil : sorted.map { "\($0.name)=\($0.amount)" }.joined(separator: " ")
    }

    /// Whether a text names a host or an address: letters, digits, dots, colons, hyphens, underscores (domain 8).
    public static func isName(_ text: String) -> Bool {
        (1...253).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"),
                    UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
