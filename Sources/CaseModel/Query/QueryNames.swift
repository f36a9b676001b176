/// A person or place that a query asks for by the whole name.
public struct QueryName: Hashable, Sendable {
    /// The field that should have the name.
    public let field: ValueField
    /// The name as it was typed.
    public let name: String
}

extension CaseQuery {
    /// The people and places that the query names, each once, in order.
    public var names: [QueryName] {
        var seen: Set<QueryName> = []
        return (condition?.names ?? []).filter { seen.insert($0).inserted }
    }
}

extension Condition {
    fileprivate var names: [QueryName] {
        switch self {
        case .all(let parts), .any(let parts): return parts.flatMap(\.names)
        case .not(let inner): return inner.names
        case .term(.value(let field, let matches)):
            guard field.isName else { return [] }
            return matches.compactMap { match in
                guard case .value(.whole(let needle)) = match else { return nil }
                return QueryName(field: field, name: needle.written)
            }
        case .term: return []
        }
    }
}

extension ValueField {
    /// Whether its values are names of people and places that the store keeps.
    var isName: Bool {
        [.owner, .watchers, .queue, .account, .partner, .contact].contains(self)
    }
}
