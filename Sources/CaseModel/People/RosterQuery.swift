/// Which customers a roster shows: those for which all that is said holds, by folded name, then by number.
public struct RosterQuery: Equatable, Sendable {
    /// Where a customer stands in its group.
    public enum Parent: Equatable, Sendable {
        /// Anywhere.
        case any
        /// Under nobody.
        case top
        /// Directly under this one.
        case under(AccountID)
    }

    /// Where they stand.
    public var parent: Parent
    /// With this in their name, folded, or as their number; every one when empty.
    public var text: String
    /// Exactly these; every one when nil.
    public var ids: [AccountID]?
    /// The day for which plans and ends are told.
    public var day: CivilDay
    /// The line before the first that is wanted; the first of all when nil.
    public var after: NamePlace<AccountKind>?
    /// At most so many.
    public var limit: Int

    /// So many are seen before the others come.
    static let first = 30

    /// The customers of a roster on a day.
    public init(
        _ parent: Parent = .any, text: String = "", ids: [AccountID]? = nil, on day: CivilDay,
        after: NamePlace<AccountKind>? = nil, limit: Int
    ) {
        self.parent = parent
        self.text = text
        self.ids = ids
        self.day = day
        self.after = after
        self.limit = limit
    }

    /// Whether a customer is among them, wherever the page begins.
    func wants(_ account: Account) -> Bool {
        let isThere =
            switch parent {
            case .any: true
            case .top: account.parent == nil
            case .under(let id): account.parent == id
            }
        return isThere && ids?.contains(account.id) ?? true
    }
}

/// A place in a list that is sorted by folded names, then by numbers; it stays true when lines come and go.
public struct NamePlace<Kind: IdentifierKind>: Hashable, Comparable, Sendable {
    /// The folded name.
    public let name: String
    /// Which of those with this name.
    public let id: Identifier<Kind>

    /// The place of a name and a number.
    public init(_ name: String, _ id: Identifier<Kind>) {
        self.name = Words.fold(name)
        self.id = id
    }

    /// Orders by the bytes of the names, then by number, as every store does.
    public static func < (a: Self, b: Self) -> Bool {
        a.name.utf8.elementsEqual(b.name.utf8) ? a.id < b.id : a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
    }
}

/// A customer as a roster shows it.
public struct RosterLine: Equatable, Sendable {
    /// The customer.
    public var account: Account
    /// How many are directly under it.
    public var children: Int
    /// How many people of it are active.
    public var contacts: Int
    /// How many of its own cases are open, by the code of their severity.
    public var open: [String: Int]
    /// The codes of the plans that hold on the day, its own and those of whom it belongs to.
    public var plans: [String] = []
    /// The last day of the plans that held last, where none holds on the day any more; nil where none ever did.
    public var ended: CivilDay?
    /// The first last day of what it has that ends, ``RecordKind/ending``, that has not passed.
    public var ends: CivilDay?

    /// A customer with what is counted of it.
    public init(_ account: Account, children: Int = 0, contacts: Int = 0, open: [String: Int] = [:]) {
        self.account = account
        self.children = children
        self.contacts = contacts
        self.open = open
    }

    /// Where it stands in the roster.
    public var place: NamePlace<AccountKind> { account.place }

    /// Something that has plans ends, or ended, on a day.
    fileprivate mutating func hear(of end: CivilDay?, before day: CivilDay) {
        guard let end, end < day else { return }
        ended = max(ended ?? end, end)
    }
}

extension Account {
    /// Where it stands in a roster.
    public var place: NamePlace<AccountKind> { NamePlace(name, id) }
}

extension CaseLedger {
    /// Adds to the lines of a page what plans hold for each customer on a day, and what of it ends first.
    public func addPlans(to lines: inout [RosterLine], on day: CivilDay) throws(StoreError) {
        var groups: [AccountID: [AccountID]] = [:]
        for line in lines { groups[line.account.id] = try group(above: line.account.id).map(\.id) }
        // One question for the page, not one for each line.
        let everybody = Set(groups.values.joined()).sorted()
        let contracts = Dictionary(grouping: try records(RecordQuery(.contract, of: everybody))) { $0.account }
        let parts = Dictionary(grouping: try records(RecordQuery(.entitlement, of: everybody))) { $0.parent }
        let own = lines.map(\.account.id)
        var others: [[AccountID?: [Record]]] = []
        for kind in RecordKind.ending where kind != .contract {
            others.append(Dictionary(grouping: try records(RecordQuery(kind, of: own))) { $0.account })
        }
        for index in lines.indices {
            let id = lines[index].account.id
            let around = (groups[id] ?? []).flatMap { contracts[$0] ?? [] }.sorted { $0.number < $1.number }
            for contract in around {
                let children = parts[contract.id] ?? []
                // What a contract names ends with it at the latest; without any it is its own plans that end.
                for part in children {
                    lines[index].hear(of: [part.end, contract.end].compactMap { $0 }.min(), before: day)
                }
                if children.isEmpty, !contract.words("plans").isEmpty {
                    lines[index].hear(of: contract.end, before: day)
                }
                guard contract.holds(on: day) else { continue }
                // A contract that has entitlements buys what they name; one that has none buys its own plans.
                let plans =
                    children.isEmpty
                    ? contract.words("plans") : children.filter { $0.holds(on: day) }.compactMap { $0["plan"] }
                for plan in plans where !lines[index].plans.contains(plan) { lines[index].plans.append(plan) }
            }
            if !lines[index].plans.isEmpty { lines[index].ended = nil }
            let ending = (contracts[id] ?? []) + others.flatMap { $0[id] ?? [] }
            lines[index].ends = ending.compactMap(\.end).filter { $0 >= day }.min()
        }
    }
}

extension Record {
    /// Whether a day is none before its first and none after its last.
    public func holds(on day: CivilDay) -> Bool {
        (start.map { $0 <= day } ?? true) && (end.map { day <= $0 } ?? true)
    }
}

/// How much there is, for the titles of lists; those that ended or left are counted, too.
public struct StoreTotals: Equatable, Sendable {
    /// Customers.
    public var accounts: Int
    /// People at customers.
    public var contacts: Int
    /// Appointments of partners.
    public var partners: Int

    /// So many of each.
    public init(accounts: Int, contacts: Int, partners: Int) {
        self.accounts = accounts
        self.contacts = contacts
        self.partners = partners
    }
}
