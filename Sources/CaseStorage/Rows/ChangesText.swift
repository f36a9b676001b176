import CaseModel

/// The changes of an event as one text: name, old and new value of each.
enum ChangesText {
    static func encode<Field>(_ changes: [ValueChange<Field>], name: (Field) -> String) -> String {
        var result = ""
        for change in changes {
            LengthPrefixed.append(name(change.field), to: &result)
            LengthPrefixed.append(change.old, to: &result)
            LengthPrefixed.append(change.new, to: &result)
        }
        return result
    }

    /// Reads changes back; nil when the text is not made of them.
    static func decode<Field>(_ text: String, field: (String) -> Field?) -> [ValueChange<Field>]? {
        guard let parts = LengthPrefixed.decode(text), parts.count.isMultiple(of: 3) else { return nil }
        var result: [ValueChange<Field>] = []
        result.reserveCapacity(parts.count / 3)
        for start in stride(from: 0, to: parts.count, by: 3) {
            guard let name = parts[start], let field = field(name) else { return nil }
            result.append(ValueChange(field, parts[start + 1], parts[start + 2]))
        }
        return result
    }
}
