/// A JSON value as the program writes it; objects keep the order of their keys.
public enum JSON: Equatable, Sendable {
    /// Nothing.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number.
    case number(Int64)
    /// A text.
    case string(String)
    /// Values in order.
    case array([JSON])
    /// Keys and values in order.
    case object([Field])

    /// A key of an object with its value.
    public struct Field: Equatable, Sendable {
        /// The key.
        public let key: String
        /// The value.
        public let value: JSON

        /// A key with a value.
        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// A text, or null when there is none.
    public init(_ text: String?) {
        self = text.map(JSON.string) ?? .null
    }

    /// What the value describes itself as, or null when there is none.
    public init(describing value: (some CustomStringConvertible)?) {
        self = value.map { .string($0.description) } ?? .null
    }

    /// The object with a key more behind the others; anything else stays as it is.
    public func adding(_ key: String, _ value: JSON) -> JSON {
        guard case .object(let fields) = self else { return self }
        return .object(fields + [Field(key, value)])
    }

    /// The value of a key; nil when this is no object or has no such key.
    public subscript(key: String) -> JSON? {
        guard case .object(let fields) = self else { return nil }
        return fields.first { $0.key == key }?.value
    }
}
