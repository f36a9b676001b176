extension Vocabulary {
    /// The codes that a field with fixed words can hold; nil for any other field.
    public func codes(of field: CaseField) -> [String]? {
        switch field {
        case .status: statuses.map(\.code)
        case .severity, .requestedSeverity: severities.map(\.code)
        case .type: types.map(\.code)
        case .channel: channels.map(\.code)
        case .closureReason: closures.map(\.code)
        default: nil
        }
    }

    /// The code that a word of another system stands for, as the policy says; nil when it says nothing of it.
    public func usual(_ word: String, of field: CaseField) -> String? {
        let word = word.lowercased()
        return switch field {
        case .status: statuses.first { $0.kind.also.contains(word) }?.code
        case .severity, .requestedSeverity: severity(saying: word)?.code
        case .channel: channels.first { $0.also.contains(word) }?.code
        case .closureReason: closures.first { $0.also.contains(word) }?.code
        default: nil
        }
    }

    /// `2`, `P2`, `Sev 2`, `S2`, `2 - High`, `High`; a number past the last is the mildest.
    private func severity(saying word: String) -> Severity? {
        func named(_ name: String) -> Severity? { severities.first { $0.level.also.contains(name) } }
        if let severity = named(word) { return severity }
        let digits = word.unicodeScalars.filter { ("0"..."9").contains($0) }
        guard digits.count == 1, let digit = digits.first, ("1"..."5").contains(digit) else { return nil }
        let rest = word.unicodeScalars.filter { $0.properties.isAlphabetic }
        let name = String(String.UnicodeScalarView(rest))
        guard ["", "p", "s", "sev", "severity", "priority", "prio"].contains(name) || named(name) != nil else {
            return nil
        }
        return severity(rank: min(mildest.rank, Int(digit.value) - 48))
    }
}
