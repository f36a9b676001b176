extension CaseQuery {
    /// Whether it asks for words in texts and nothing else.
    public var isOfWordsAlone: Bool { !parts.isEmpty && parts.allSatisfy { $0.pattern != nil } }

    /// What has to hold together.
    private var parts: [Condition] {
        if case .all(let all)? = condition { all } else { [condition].compactMap { $0 } }
    }

    /// What a query that finds nothing may have been meant as, the likeliest first: a field whose colon was left out, its
    /// words where words alone do not look, names by their beginning.
    public func meantOtherwise(_ known: Vocabulary) -> [CaseQuery] {
        let patterns = parts.compactMap(\.pattern)
        let words = patterns.map(\.written).joined(separator: " ")
        guard !patterns.isEmpty, patterns.count == parts.count else { return CaseQuery.begun(parts, words) }
        let awaited = patterns.map { Condition.term(.words(.awaited, [.value($0)])) }
        return [
            CaseQuery.withColon(patterns, known),
            CaseQuery(.term(.value(.account, [.value(.begins(Needle(words)))]))),
            CaseQuery(awaited.count == 1 ? awaited[0] : .all(awaited)),
        ].compactMap { $0 }
    }

    /// `severity:2` for `severity 2` and `sev 2`; nil where the first word is no field, or the others are no value of it.
    private static func withColon(_ patterns: [WordPattern], _ known: Vocabulary) -> CaseQuery? {
        guard patterns.count > 1, let first = patterns.first?.written,
            let name = QueryField(typed: first)?.name ?? (first.utf8.count > 2 ? QueryField.begun(first) : nil)
        else { return nil }
        let rest = patterns.dropFirst().map(\.written).joined(separator: " ")
        let value = QueryPrinter.quotedIfNeeded(rest)
        do throws(QueryProblem) {
            let query = try CaseQuery("\(name):\(value)", known)
            // A name is known by its beginning.
            return query.condition.map { begun([$0], "").first ?? query }
        } catch {
            return nil
        }
    }

    /// The same with whole names as beginnings of names; where words stand beside the only name, they are its rest.
    private static func begun(_ parts: [Condition], _ words: String) -> [CaseQuery] {
        let begun = parts.compactMap { $0.begun(with: "") }
        guard !begun.isEmpty else { return [] }
        var others: [CaseQuery] = []
        if !words.isEmpty, begun.count == 1 {
            let whole = parts.filter { $0.pattern == nil }.map { $0.begun(with: " " + words) ?? $0 }
            others.append(CaseQuery(whole.count == 1 ? whole[0] : .all(whole)))
        }
        let same = parts.map { $0.begun(with: "") ?? $0 }
        return others + [CaseQuery(same.count == 1 ? same[0] : .all(same))]
    }
}

extension Condition {
    /// The words that are looked for in texts; nil for anything else.
    fileprivate var pattern: WordPattern? {
        guard case .term(.words(.text, let matches)) = self, matches.count == 1, case .value(let pattern) = matches[0]
        else { return nil }
        return pattern
    }

    /// A whole name with more behind it, as the beginning of one; nil for anything else.
    fileprivate func begun(with rest: String) -> Condition? {
        guard case .term(.value(let field, let matches)) = self, field.isName || field == .product, matches.count == 1,
            case .value(.whole(let name)) = matches[0]
        else { return nil }
        return .term(.value(field, [.value(.begins(Needle(name.written + rest)))]))
    }
}
