public import CaseModel

/// People, customers and records as JSON: the fields of their kind in order, null for what is absent.
public enum RowJSON {
    /// The fields of a kind with their values.
    public static func fields(
        _ values: [String: String], of fields: [RecordField], _ names: Names
    ) -> [JSON.Field] {
        fields.map { field in .init(field.name, value(values[field.name], field.type, names)) }
    }

    private static func value(_ text: String?, _ type: RecordFieldType, _ names: Names) -> JSON {
        guard let text else { return .null }
        switch type {
        case .account, .contact, .agent:
            return .object([.init("id", .string(text)), .init("name", .string(names.words(text, of: type)))])
        case .count: return Int64(text).map(JSON.number) ?? .string(text)
        case .flag: return .bool(text == "yes")
        case .words: return .array(text.split(separator: " ").map { .string(String($0)) })
        default: return .string(text)
        }
    }
}
