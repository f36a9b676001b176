/// Any field a query can name, by the kind of its values.
enum QueryField: Hashable {
    case code(CodeField)
    case number(NumberField)
    case caseID(CaseIDField)
    case time(TimeField)
    case value(ValueField)
    case words(WordField)
    case marks

    /// The name in canonical queries and messages: the short one where there is one, else the key in JSON.
    var name: String {
        QueryField.shortNames.first { $0.1 == self }?.0 ?? key
    }

    /// The key in JSON, or `is`.
    var key: String {
        switch self {
        case .code(let field): field.rawValue
        case .number(let field): field.rawValue
        case .caseID(let field): field.rawValue
        case .time(let field): field.rawValue
        case .words(let field): field.rawValue
        case .value(let field): field.name
        case .marks: "is"
        }
    }

    /// Every field with a fixed name.
    static let named: [QueryField] =
        CodeField.allCases.map { .code($0) } + NumberField.allCases.map { .number($0) }
        + CaseIDField.allCases.map { .caseID($0) } + TimeField.allCases.map { .time($0) }
        + WordField.allCases.map { .words($0) } + ValueField.named.map { .value($0) } + [.marks]

    /// Short names and what they stand for.
    static let shortNames: [(String, QueryField)] = [
        ("due", .time(.due)), ("opened", .time(.opened)), ("updated", .time(.updated)), ("closed", .time(.closed)),
        ("response", .time(.response)), ("snoozed", .time(.snoozed)), ("tag", .value(.tags)),
        ("watcher", .value(.watchers)), ("centre", .value(.center)),
    ]

    /// Keys that are another spelling of a short name: understood, and not offered.
    private static let spellings: Set<String> = ["center"]

    /// Every name that is offered, the short ones first.
    static let typedNames: [String] = shortNames.map(\.0) + named.map(\.key).filter { !spellings.contains($0) }

    /// What people call fields that have another name here.
    static let spokenNames: [String: String] = [
        "customer": "account", "company": "account", "caller": "contact", "person": "contact", "agent": "owner",
        "engineer": "owner", "assignee": "owner", "case": "id", "number": "id", "age": "opened",
    ]

    /// The name that people call a field by, or break off, means; nil for one that begins no field.
    ///
    /// Whoever breaks a name off means the shortest one that goes on from there.
    static func begun(_ name: String) -> String? {
        let typed = name.lowercased()
        guard typed.utf8.count > 1 else { return nil }
        let begun = typedNames.filter { $0.lowercased().hasPrefix(typed) }
        return spokenNames[typed] ?? begun.min { $0.utf8.count < $1.utf8.count }
    }

    private static let byName: [String: QueryField] = {
        var result: [String: QueryField] = [:]
        for field in named { result[field.key.lowercased()] = field }
        for (name, field) in shortNames { result[name] = field }
        return result
    }()

    /// The field of a typed name, in any case; nil when there is none.
    init?(typed name: String) {
        guard let field = QueryField.byName[name.lowercased()] else { return nil }
        self = field
    }

    /// The words that can stand as values, for messages and completion; empty when anything can.
    func words(_ known: Vocabulary) -> [String] {
        switch self {
        case .code(let field):
            field.codes(known) + field.typedTitles(known) + (field.canBeEmpty ? ["none", "any"] : [])
        case .number(.version), .caseID(.id), .words(.text): []
        case .number: known.severities.map(\.code)
        case .caseID(.duplicateOf), .words: ["none", "any"]
        case .time: ["today", "yesterday", "tomorrow", "now", "none", "any"]
        case .value(let field): (field.isAgent ? ["me"] : field.codes(known)) + ["none", "any"]
        case .marks: Mark.allCases.map(\.rawValue)
        }
    }
}

extension CaseQuery {
    /// Every field that a query can name, as queries are written; any extra column is one more, `x.NAME`.
    public static let fieldNames: [String] =
        ["is"] + QueryField.named.filter { $0 != .marks }.map(\.name) + ["x.NAME"]
}

extension ValueField {
    /// The field of a case whose codes it has, where the policy names them.
    var caseField: CaseField? {
        switch self {
        case .plan: .plan
        case .region: .region
        case .center: .center
        case .language: .language
        default: nil
        }
    }

    /// The codes it can have; empty where the policy has none.
    fileprivate func codes(_ known: Vocabulary) -> [String] { caseField.map(known.codes) ?? [] }

    /// The key in JSON; `x.NAME` for an extra column.
    var name: String {
        switch self {
        case .extra(let column): "x." + column.written
        case .extraNames: "extra"
        case .account: "account"
        case .contact: "contact"
        case .partner: "partner"
        case .owner: "owner"
        case .queue: "queue"
        case .product: "product"
        case .externalID: "externalID"
        case .tags: "tags"
        case .watchers: "watchers"
        case .plan: "plan"
        case .entitlement: "entitlement"
        case .region: "region"
        case .center: "center"
        case .criticalSituationManager: "criticalSituationManager"
        case .responseTarget: "responseTarget"
        case .policy: "policy"
        case .language: "language"
        case .flags: "flags"
        }
    }
}
