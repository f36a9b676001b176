/// The tree of a query.
///
/// Two-valued throughout: a statement about a value that is not there does not hold, and `not` turns it round.
public indirect enum Condition: Equatable, Sendable {
    /// All of them hold; true of no conditions at all.
    case all([Condition])
    /// At least one holds; false of no conditions at all.
    case any([Condition])
    /// It does not hold.
    case not(Condition)
    /// A single statement about a case.
    case term(Term)
}

/// A single statement about a case: a field and what it may be; any one of the values is enough.
public enum Term: Equatable, Sendable {
    /// A field with a closed set of codes has one of them.
    case codes(CodeField, [Match<String>])
    /// A number lies within one of the bounds.
    case number(NumberField, [Bounds])
    /// A case number is one of these.
    case cases(CaseIDField, [Match<CaseID>])
    /// A name, mark or free value is, or begins with, one of these, both sides folded (``Words/fold(_:)``).
    case value(ValueField, [Match<ValuePattern>])
    /// An instant lies within one of these; resolve each by ``TimeTest/interval(of:in:)``.
    case time(TimeField, [Match<TimeTest>])
    /// A text holds one of these runs of words (``Words/index(_:)`` on both sides).
    case words(WordField, [Match<WordPattern>])
    /// One of these marks of state holds: `is:open`.
    case marks([Mark])
}

/// One of the values a term is looking for.
public enum Match<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The field is empty.
    case none
    /// The field is not empty.
    case any
    /// The field is, or holds, this.
    case value(Value)
}

/// A stretch of numbers, both ends included; an end that is missing is open.
public struct Bounds: Hashable, Sendable {
    /// The smallest that fits.
    public var low: Int?
    /// The largest that fits.
    public var high: Int?

    /// The numbers from `low` to `high`.
    public init(_ low: Int?, _ high: Int?) {
        self.low = low
        self.high = high
    }

    /// Whether a number fits.
    public func contains(_ number: Int) -> Bool {
        (low.map { $0 <= number } ?? true) && (high.map { number <= $0 } ?? true)
    }
}
