/// A case as an order looks at it: the names behind its identifiers, folded.
struct OrderedCase {
    let item: Case
    let names: Names

    /// Whether it comes before another: key by key, absent values last, the lower number first among equals.
    func comes(before other: OrderedCase, by keys: [SortKey]) -> Bool {
        for key in keys {
            let (a, b) = (value(of: key.field), other.value(of: key.field))
            if a == b { continue }
            guard let a else { return false }
            guard let b else { return true }
            return key.descending ? b < a : a < b
        }
        return item.id < other.item.id
    }

    private enum Value: Comparable {
        case number(Int64)
        case bytes([UInt8])

        static func < (a: Value, b: Value) -> Bool {
            switch (a, b) {
            case (.number(let a), .number(let b)): a < b
            case (.bytes(let a), .bytes(let b)): a.lexicographicallyPrecedes(b)
            default: false
            }
        }
    }

    private func value(of field: SortKey.Field) -> Value? {
        func text(_ text: String?) -> Value? { text.map { .bytes(Array(Words.fold($0).utf8)) } }
        switch field {
        case .id: return .number(item.id.number)
        case .due: return nil
        case .severity: return .number(Int64(item.severity.rawValue))
        case .status: return .number(Int64(Status.allCases.firstIndex(of: item.status) ?? 0))
        case .opened: return .number(item.openedAt.seconds)
        case .updated: return .number(item.updatedAt.seconds)
        case .closed: return item.closedAt.map { .number($0.seconds) }
        case .subject: return text(item.subject)
        case .account: return text(item.account.flatMap { names.accounts[$0] })
        case .contact: return text(item.contact.flatMap { names.contacts[$0] })
        case .queue: return text(item.queue.flatMap { names.queues[$0] })
        case .owner: return text(item.owner.flatMap { names.agents[$0] })
        }
    }
}
