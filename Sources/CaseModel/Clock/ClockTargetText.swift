// The words of a target, written and read.

extension ClockTarget: CustomStringConvertible {
    /// The largest amount that is read from text.
    public static let largestAmount = 1_000_000

    /// `<15 minutes`, `1 hour`, `2 business hours`, `5 business days`.
    public var description: String {
        "\(isStrict ? "<" : "")\(amount) \(unit.name)\(amount == 1 ? "" : "s")"
    }

    /// Reads the words of a target: `<15 minutes`, `1 hour`, `2 business hours`, `5 business days`.
    ///
    /// Case and blanks do not matter.
    public init(words text: some StringProtocol) throws(ClockTargetProblem) {
        var rest = Substring(text).trimmed
        let isStrict = rest.utf8.first == UInt8(ascii: "<")
        if isStrict { rest = Substring(rest.unicodeScalars.dropFirst()).trimmed }
        guard !rest.isEmpty else { throw .empty }
        let digits = rest.unicodeScalars.prefix { ("0"..."9").contains($0) }
        guard !digits.isEmpty else { throw .noAmount(String(rest)) }
        let unitText = Substring(rest.unicodeScalars.dropFirst(digits.count))
        // More digits than an integer holds are too many as well.
        guard let amount = Int(Substring(digits)), amount <= ClockTarget.largestAmount else {
            throw .tooMuch(String(digits))
        }
        guard amount > 0 else { throw .nothing }
        let words = unitText.split { $0 == " " || $0 == "\t" }.map { $0.lowercased() }
        guard !words.isEmpty else { throw .noUnit(amount) }
        let name = words.joined(separator: " ")
        guard let unit = Unit.allCases.first(where: { [$0.name, $0.name + "s"].contains(name) }) else {
            throw .unknownUnit(unitText.trimmed.description)
        }
        self.init(amount, unit, isStrict: isStrict)
    }
}

extension ClockTarget.Unit {
    /// The unit's name for one of it.
    public var name: String {
        switch self {
        case .minutes: "minute"
        case .hours: "hour"
        case .businessHours: "business hour"
        case .businessDays: "business day"
        }
    }
}

/// Why a text is no target.
public enum ClockTargetProblem: Error, Equatable, CustomStringConvertible {
    /// No text.
    case empty
    /// The text does not begin with a number.
    case noAmount(String)
    /// The number is zero.
    case nothing
    /// The number is larger than ``ClockTarget/largestAmount``.
    case tooMuch(String)
    /// A number alone.
    case noUnit(Int)
    /// Something else than a unit follows the number.
    case unknownUnit(String)

    /// The sentence for people.
    public var description: String {
        let units = "minutes, hours, business hours or business days"
        return switch self {
        case .empty: "a target is empty; write for example “2 business hours” or “<15 minutes”"
        case .noAmount(let text): "the target “\(text)” does not begin with a number"
        case .nothing: "a target of nothing can never be met"
        case .tooMuch(let text): "the target is too large: \(text), at most \(ClockTarget.largestAmount)"
        case .noUnit(let amount): "the target “\(amount)” has no unit: \(units)"
        case .unknownUnit(let text): "“\(text)” is no unit of a target: \(units)"
        }
    }
}

extension Substring {
    /// Without blanks and tabs at both ends.
    fileprivate var trimmed: Substring {
        let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" }
        var scalars = unicodeScalars.drop(while: isBlank)
        while let last = scalars.last, isBlank(last) { scalars.removeLast() }
        return Substring(scalars)
    }
}
