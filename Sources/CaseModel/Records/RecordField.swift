/// What kind of value a field of a record holds; each has one form in which it is kept.
public enum RecordFieldType: Equatable, Sendable {
    /// Words, at most so many bytes.
    case text(Int)
    /// A whole number.
    case count(ClosedRange<Int>)
    /// A day: `2026-03-09`.
    case day
    /// An instant: `2026-03-09T13:30:00Z`.
    case instant
    /// `yes` or `no`.
    case flag
    /// One word of a list.
    case word([String])
    /// Words of an open list, sorted, with blanks between them.
    case words
    /// The code of a plan; which there are is the policy's business.
    case plan
    /// The name of a section of the policy of this kind, such as `notice`; which there are is the policy's business.
    case code(String)
    /// A customer, or another company: `AC-12`.
    case account
    /// A person at a company: `CT-12`.
    case contact
    /// A person who works on cases: `AG-12`.
    case agent
    /// Another record, of one of these kinds (their codes): `CN-12`.
    case record([String])
    /// Whatever a file can be attached to: `CS-1000001`, `AI-1000001-1`, `CN-12`.
    case holder
    /// A case: `CS-1000001`.
    case item
    /// Quantities by name, sorted, with blanks between them: `gate-1=5 gate-2=3`.
    case amounts
}

/// A field of a kind of record.
public struct RecordField: Equatable, Sendable {
    /// The name in events, JSON and on the command line.
    public let name: String
    /// What it holds.
    public let type: RecordFieldType
    /// Whether every record of the kind has it.
    public let isRequired: Bool
    /// Whether it stays as it was first given.
    public let isFixed: Bool
    /// Whether only the acts of the kind give it values, such as the allocations of a licence.
    public let isByAct: Bool
    /// The right to change it, where it is not the right to change the record.
    public let act: Act?
    /// What it means, in a few words.
    public let meaning: String
    /// Where that is from: a place of the domain reference, a tag of one of the guide's texts, or INF.
    public let source: String
    /// The tag to show beside it; nil where only the domain reference has it.
    public var tag: String? { ["domain ", "reliability "].contains(where: source.hasPrefix) ? nil : source }

    init(
        _ name: String, _ type: RecordFieldType, _ meaning: String, source: String, required: Bool = false,
        fixed: Bool = false, byAct: Bool = false, act: Act? = nil
    ) {
        self.name = name
        self.type = type
        self.meaning = meaning
        self.source = source
        isRequired = required || fixed
        isFixed = fixed
        isByAct = byAct
        self.act = act
    }
}
