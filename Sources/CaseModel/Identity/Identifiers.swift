/// The kind of a case number.
public enum CaseKind: IdentifierKind {
    /// `CS`, as in `CS-1000001`.
    public static let prefix = "CS"
    /// The number of the first case of a store.
    public static let first: Int64 = 1_000_001
}

/// The kind of an account number.
public enum AccountKind: IdentifierKind {
    /// `AC`.
    public static let prefix = "AC"
}

/// The kind of a contact number.
public enum ContactKind: IdentifierKind {
    /// `CT`.
    public static let prefix = "CT"
}

/// The kind of an agent number.
public enum AgentKind: IdentifierKind {
    /// `AG`.
    public static let prefix = "AG"
}

/// The kind of a queue number.
public enum QueueKind: IdentifierKind {
    /// `QU`.
    public static let prefix = "QU"
}

/// Names one case.
public typealias CaseID = Identifier<CaseKind>
/// Names one account.
public typealias AccountID = Identifier<AccountKind>
/// Names one contact.
public typealias ContactID = Identifier<ContactKind>
/// Names one agent.
public typealias AgentID = Identifier<AgentKind>
/// Names one queue.
public typealias QueueID = Identifier<QueueKind>

/// Names one action item: the case it belongs to and its place among the items of that case.
public struct ActionItemID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The case that the item belongs to.
    public let caseID: CaseID
    /// 1 for the first item of the case.
    public let ordinal: Int

    /// Names item `ordinal` of a case.
    public init(caseID: CaseID, ordinal: Int) {
        self.caseID = caseID
        self.ordinal = ordinal
    }

    /// Reads `AI-1000001-2`; nil for anything else.
    public init?(text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].lowercased() == "ai", let caseID = CaseID(text: parts[1]),
            parts[2].utf8.allSatisfy({ (48...57).contains($0) }), let ordinal = Int(parts[2]), ordinal > 0
        else { return nil }
        self.init(caseID: caseID, ordinal: ordinal)
    }

    /// The identifier as people see and type it.
    public var description: String { "AI-\(caseID.number)-\(ordinal)" }

    /// Orders by case, then by place.
    public static func < (a: Self, b: Self) -> Bool { (a.caseID, a.ordinal) < (b.caseID, b.ordinal) }
}

/// Names one act of one person, made up by the program before it is sent, so that a repeated send does nothing twice.
public struct OperationID: Hashable, Sendable, CustomStringConvertible {
    /// 1 to 64 bytes of letters, digits and `-`.
    public let text: String

    /// Wraps an identifier made of random digits.
    public init(_ text: String) {
        self.text = text
    }

    /// The text itself.
    public var description: String { text }
}
