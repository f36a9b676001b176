extension CaseQuery {
    /// The query in its canonical form, which reads back as the same query; empty when it finds every case.
    public var text: String {
        condition.map { QueryPrinter.text($0) } ?? ""
    }
}

/// Writes a tree as text, with as few brackets as the grammar needs.
enum QueryPrinter {
    static func text(_ condition: Condition) -> String {
        switch condition {
        case .all(let parts) where parts.isEmpty: "-(is:open -is:open)"
        case .any(let parts) where parts.isEmpty: "(is:open -is:open)"
        case .all(let parts): parts.count == 1 ? text(parts[0]) : parts.map(inAll).joined(separator: " ")
        case .any(let parts): parts.count == 1 ? text(parts[0]) : parts.map(inAny).joined(separator: " or ")
        case .not(let inner): "-" + single(inner)
        case .term(let term): self.text(term)
        }
    }

    private static func inAll(_ part: Condition) -> String { single(part) }

    private static func inAny(_ part: Condition) -> String {
        if case .all(let parts) = part, parts.count > 1 { text(part) } else { single(part) }
    }

    /// In brackets when it is more than one statement.
    private static func single(_ part: Condition) -> String {
        switch part {
        case .all(let parts), .any(let parts):
            if parts.count == 1 { single(parts[0]) } else { "(\(text(part)))" }
        case .not: text(part)
        case .term(let term): self.text(term)
        }
    }

    private static func text(_ term: Term) -> String {
        switch term {
        case .codes(let field, let values): list(.code(field), values) { $0 }
        case .number(let field, let values): numbers(field, values)
        case .cases(let field, let values): list(.caseID(field), values, \.description)
        case .value(let field, let values): list(.value(field), values, pattern)
        case .time(let field, let values): times(field, values)
        case .words(.text, let values) where values.count == 1: words(values)
        case .words(let field, let values): list(.words(field), values) { words($0) }
        case .marks(let marks): "is:" + marks.map(\.rawValue).joined(separator: ",")
        }
    }

    private static func list<Value>(
        _ field: QueryField, _ values: [Match<Value>], _ text: (Value) -> String
    ) -> String {
        let parts = values.map { value in
            switch value {
            case .none: "none"
            case .any: "any"
            case .value(let value): text(value)
            }
        }
        return QueryPrinter.name(field) + ":" + parts.joined(separator: ",")
    }

    private static func numbers(_ field: NumberField, _ values: [Bounds]) -> String {
        if values.count == 1, let high = values[0].high, values[0].low == nil { return "\(field.rawValue)<=\(high)" }
        if values.count == 1, let low = values[0].low, values[0].high == nil { return "\(field.rawValue)>=\(low)" }
        return field.rawValue + ":" + values.map(NumberText.text).joined(separator: ",")
    }

    private static func times(_ field: TimeField, _ values: [Match<TimeTest>]) -> String {
        let name = QueryField.time(field).name
        func signed(_ value: Match<TimeTest>) -> String? {
            guard case .value(let test) = value else { return nil }
            return switch test {
            case .less(let point): "\(name)<\(TimeText.text(point))"
            case .atMost(let point): "\(name)<=\(TimeText.text(point))"
            case .more(let point): "\(name)>\(TimeText.text(point))"
            case .atLeast(let point): "\(name)>=\(TimeText.text(point))"
            case .at, .between: nil
            }
        }
        if values.count == 1, let text = signed(values[0]) { return text }
        return list(.time(field), values, TimeText.text)
    }

    private static func pattern(_ pattern: ValuePattern) -> String {
        switch pattern {
        case .me: "me"
        case .whole(let needle): quotedIfNeeded(needle.written)
        case .begins(let needle): quotedIfNeeded(needle.written) + "*"
        }
    }

    private static func words(_ values: [Match<WordPattern>]) -> String {
        guard case .value(let pattern)? = values.first else { return "none" }
        return words(pattern)
    }

    private static func words(_ pattern: WordPattern) -> String {
        quotedIfNeeded(pattern.written) + (pattern.prefix ? "*" : "")
    }

    private static func name(_ field: QueryField) -> String {
        guard case .value(.extra(let column)) = field else { return field.name }
        return "x." + quotedIfNeeded(column.written)
    }

    /// The text as it is when nothing in it means anything to the grammar, else in quotes.
    static func quotedIfNeeded(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let plain = scalars.allSatisfy { scalar in
            WordClass(scalar) != .gap || "_./@+#&'-".unicodeScalars.contains(scalar)
        }
        let keywords = ["none", "any", "me", "and", "or", "not"]
        if plain, let first = scalars.first, first != "-", !keywords.contains(text.lowercased()) { return text }
        let escaped = scalars.reduce(into: String.UnicodeScalarView()) { result, scalar in
            if scalar == "\"" || scalar == "\\" { result.append("\\") }
            result.append(scalar)
        }
        return "\"\(String(escaped))\""
    }
}
