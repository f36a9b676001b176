/// A case as queries look at it, prepared once for many questions.
public struct QuerySubject: Sendable {
    /// The case.
    public let item: Case
    /// The names behind its identifiers.
    public let names: Names
    /// The texts of its events, in order.
    public let notes: [String]

    /// The words of each searched text, with a blank before, between and after them, as UTF-8.
    let columns: Columns
    /// The folded values of the fields that have some, as UTF-8.
    let named: [ValueField: [[UInt8]]]
    /// Folded extra columns: name and value.
    let extras: [(name: [UInt8], value: [UInt8])]

    /// What word searches look at; a run of words never reaches from one into another.
    struct Columns: Sendable {
        let subject: [UInt8]
        let description: [UInt8]
        let notes: [UInt8]
        let external: [UInt8]
        let contact: [UInt8]
        let awaited: [UInt8]
    }

    /// Prepares a case for questions.
    public init(item: Case, names: Names, notes: [String]) {
        self.item = item
        self.names = names
        self.notes = notes
        let padded = QuerySubject.padded
        columns = Columns(
            subject: padded([item.subject]), description: padded([item.description]), notes: padded(notes),
            external: padded([item.externalID ?? ""]),
            contact: padded([item.contact.flatMap { names.contacts[$0] } ?? ""]),
            awaited: QuerySubject.words(ofGiven: item.given))
        named = ValueField.named.reduce(into: [:]) { result, field in
            let values = item.values(of: field, names)
            if !values.isEmpty { result[field] = values.map { Array(Words.fold($0).utf8) } }
        }
        extras = item.extra.map { (Array(Words.fold($0.key).utf8), Array(Words.fold($0.value).utf8)) }
    }

    /// The words of texts, with a blank before, between and after them.
    private static func padded(_ texts: [String]) -> [UInt8] {
        texts.reduce(into: [0x20]) { bytes, text in
            let words = Words.indexBytes(text)
            if !words.isEmpty { bytes += words + [0x20] }
        }
    }

    /// The words of what a status was given, by the names of the needs, with a blank before, between and after them;
    /// instants and days that stand beside them are no words.
    public static func words(ofGiven given: [String: String]) -> [UInt8] {
        let values = given.sorted { $0.key < $1.key }.map(\.value)
        return padded(values.filter { Timestamp(iso: $0) == nil && CivilDay(iso: $0) == nil })
    }

    /// The values of a field, folded, as UTF-8; empty when it has none.
    func folded(_ field: ValueField) -> [[UInt8]] {
        switch field {
        case .extra(let column):
            let name = Array(column.folded.utf8)
            return extras.filter { $0.name == name }.map(\.value)
        case .extraNames: return extras.map(\.name)
        default: return named[field] ?? []
        }
    }
}

extension Case {
    /// The values of a field as people read them; empty when it has none, and for extra columns.
    func values(of field: ValueField, _ names: Names) -> [String] {
        func name<Kind>(_ id: Identifier<Kind>?, _ names: [Identifier<Kind>: String]) -> [String] {
            id.map { [names[$0] ?? $0.description] } ?? []
        }
        return switch field {
        case .account: name(account, names.accounts)
        case .contact: name(contact, names.contacts)
        case .partner: name(partner, names.accounts)
        case .owner: name(owner, names.agents)
        case .queue: name(queue, names.queues)
        case .product: product.map { [$0] } ?? []
        case .externalID: externalID.map { [$0] } ?? []
        case .tags: tags
        case .watchers: watchers.flatMap { name($0, names.agents) }
        case .plan: plans
        case .entitlement: entitlement.map { [$0.description] } ?? []
        case .region: region.map { [$0] } ?? []
        case .center: center.map { [$0] } ?? []
        case .criticalSituationManager: name(criticalSituationManager, names.agents)
        case .responseTarget: response.target.map { [$0] } ?? []
        case .policy: policy.map { [$0] } ?? []
        case .language: language.map { [$0] } ?? []
        case .flags: flags
        case .extra, .extraNames: []
        }
    }
}
