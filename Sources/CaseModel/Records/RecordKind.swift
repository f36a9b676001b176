/// A kind of record that a company keeps beside its cases, described by data: a new kind is one more entry of the table.
public struct RecordKind: Equatable, Sendable {
    /// The word for it: `contract`.
    public let code: String
    /// The letters in front of its numbers: `CN`.
    public let prefix: String
    /// The right to add and change records of it.
    public let act: Act
    /// What it holds, in the order in which it is shown.
    public let fields: [RecordField]
    /// The field by which people find it.
    public let title: String
    /// The field with its first day.
    public let start: String?
    /// The field with its last day; a record is ended, never removed.
    public let end: String?
    /// The field with the record it belongs to, whose customer is its own.
    public let parent: String?
    /// A further field by which people find it, by its whole value.
    public let mark: String?
    /// Fields that are given together or not at all.
    public let together: [String]

    init(
        _ code: String, _ prefix: String, act: Act, title: String, start: String? = nil, end: String? = nil,
        parent: String? = nil, mark: String? = nil, together: [String] = [], _ fields: [RecordField]
    ) {
        self.code = code
        self.prefix = prefix
        self.act = act
        self.title = title
        self.start = start
        self.end = end
        self.parent = parent
        self.mark = mark
        self.together = together
        self.fields = fields
    }

    /// The field of a name.
    public func field(_ name: String) -> RecordField? { fields.first { $0.name == name } }

    /// Whether anything of it is changed by hand once it is there; what is not changes by what is done with it, or never.
    public var isChangedByHand: Bool { fields.contains { !$0.isByAct && !$0.isFixed } }

    /// The kind of a code; nil when there is none.
    public init?(code: String) {
        guard let kind = RecordKind.byCode[code] else { return nil }
        self = kind
    }

    /// The field that every kind has: the customer it belongs to.
    public static let account = "account"

    private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

    /// Kinds are the same when their codes are.
    public static func == (a: Self, b: Self) -> Bool { a.code == b.code }
}

/// Names one record: its kind and its number among that kind, shown as `CN-12`.
public struct RecordID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The code of the kind.
    public let kind: String
    /// 1 for the first of its kind.
    public let number: Int64
    private let prefix: String

    /// Names a record of a kind.
    public init(_ kind: RecordKind, _ number: Int64) {
        self.kind = kind.code
        self.number = number
        prefix = kind.prefix
    }

    /// Reads `CN-12` or `cn-12`; nil for anything else.
    public init?(text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(parts[1]),
            number > 0, let kind = RecordKind.all.first(where: { $0.prefix == parts[0].uppercased() })
        else { return nil }
        self.init(kind, number)
    }

    /// The identifier as people see and type it.
    public var description: String { "\(prefix)-\(number)" }

    /// Orders by kind, then by number.
    public static func < (a: Self, b: Self) -> Bool { (a.prefix, a.number) < (b.prefix, b.number) }
}
