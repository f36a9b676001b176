/// A kind of thing of which another system's table may tell, beside cases: people, customers and every kind of record,
/// described by data in one way.
public struct RowKind: Equatable, Sendable {
    /// The word for it: `account`, `contract`.
    public let code: String
    /// What it holds, in the order in which it is shown.
    public let fields: [RecordField]
    /// The field by which people find it.
    public let title: String
    /// The kind of record, where it is one.
    public let record: RecordKind?

    private init(_ code: String, title: String, _ fields: [RecordField]) {
        self.code = code
        self.fields = fields
        self.title = title
        record = nil
    }

    /// A kind of record.
    public init(_ kind: RecordKind) {
        code = kind.code
        fields = kind.fields
        title = kind.title
        record = kind
    }

    /// The kind of a code; nil when there is none.
    public init?(code: String) {
        guard let kind = RowKind.all.first(where: { $0.code == code }) else { return nil }
        self = kind
    }

    /// Those of which a table alone can tell: an attachment needs its bytes as well.
    public static let loadable: [RowKind] = all.filter { $0.record != .attachment }

    /// The field of a name.
    public func field(_ name: String) -> RecordField? { fields.first { $0.name == name } }

    /// Kinds are the same when their codes are.
    public static func == (a: Self, b: Self) -> Bool { a.code == b.code }

    /// Every kind there is; an attachment is made of a file, which no row of a table is.
    public static let all: [RowKind] =
        [account, contact, agent] + RecordKind.all.filter { $0 != .attachment && $0 != .alert }.map { RowKind($0) }

    /// The word for cases, which are no kind of row but are named by some.
    static let caseCode = "case"

    private static let name = RecordField(
        "name", .text(CaseLimits.subject), "the name", source: "domain 11 row 5", required: true)

    /// A customer.
    public static let account = RowKind(
        "account", title: "name",
        [
            name,
            RecordField("organizationID", .text(200), "the organization identifier at the vendor", source: "459919a"),
            RecordField("country", .text(200), "the ISO 3166 code of its country", source: "INF"),
            RecordField("parent", .account, "the account above it in its group", source: "INF"),
            RecordField("region", .words, "the region in which it is registered", source: "459919a"),
        ])

    /// A person at a customer.
    public static let contact = RowKind(
        "contact", title: "name",
        [
            RecordField(RecordKind.account, .account, "the customer", source: "domain 11 row 5"), name,
            RecordField("email", .text(CaseLimits.subject), "the mail address", source: "INF"),
            RecordField("phone", .text(CaseLimits.subject), "the telephone number", source: "INF"),
            RecordField("language", .text(200), "the preferred language", source: "INF"),
            RecordField("roles", .words, "what the person is for the customer", source: "domain 5.1"),
            RecordField("portalType", .words, "the kind of access to the portal", source: "CTX120355"),
            RecordField("active", .flag, "no for somebody who left", source: "INF"),
        ])

    /// Somebody who works on cases.
    public static let agent = RowKind(
        "agent", title: "name",
        [
            name,
            RecordField("logins", .text(4000), "the logins of the agent, with blanks between", source: "reliability 5"),
            RecordField("duties", .words, "what the agent may do", source: "reliability 5.2"),
            RecordField("role", .code("role"), "the role", source: "domain 5.2"),
            RecordField("tier", .count(1...9), "the place among those who take cases", source: "domain 11 row 33"),
            RecordField("center", .code("center"), "the centre", source: "domain 11 row 30"),
            RecordField("shift", .text(200), "when the agent works", source: "domain 11 row 30"),
            RecordField("expertise", .code("expertise"), "where the agent is at home", source: "domain 11 row 34"),
            RecordField(
                "products", .text(50_000), "further products the agent knows, with semicolons between",
                source: "domain 11 row 34"),
            RecordField("languages", .text(4000), "the languages, with blanks between", source: "INF"),
            RecordField("active", .flag, "no for somebody who left", source: "INF"),
        ])
}

extension RowKind {
    /// A text in the form in which a field keeps it; nil when it is no value of the field.
    public func canonical(_ text: String, of field: RecordField) -> String? {
        guard let value = field.type.canonical(text) else { return nil }
        switch (code, field.name) {
        case (RowKind.agent.code, "logins"):
            let logins = Set(value.split { $0 == "," || $0 == " " }.map(String.init)).sorted().joined(separator: " ")
            return logins.isEmpty ? nil : logins
        case (RowKind.agent.code, "products"):
            return separated(value, by: ";").joined(separator: "; ").orNil
        case (RowKind.agent.code, "languages"):
            return value.unicodeScalars.split { $0 == " " || $0 == "," || $0 == ";" }.map { String($0) }
                .joined(separator: " ").orNil
        case (RowKind.agent.code, "duties"):
            return String?.some(value).blankSeparated.allSatisfy { Duty(rawValue: $0) != nil } ? value : nil
        case (RowKind.account.code, "region"), (RowKind.contact.code, "portalType"):
            return value.isOneWord ? value : nil
        default: return value
        }
    }
}

extension RecordField {
    /// What fits, in words that follow "is".
    public var words: String { type.words }
}

extension RecordFieldType {
    /// The codes of the kinds that a value names one of; none where it names nothing.
    public var named: [String] {
        switch self {
        case .account: [RowKind.account.code]
        case .contact: [RowKind.contact.code]
        case .agent: [RowKind.agent.code]
        case .record(let kinds): kinds
        case .item: [RowKind.caseCode]
        default: []
        }
    }
}
