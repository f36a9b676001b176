/// What a licence has: how much was bought, and who has how much of it; the three always add up.
public struct LicenseBalance: Equatable, Sendable {
    /// How many were bought.
    public var purchased: Int
    /// Whether it is allocated whole or not at all.
    public var isWhole: Bool
    /// How many each host has.
    public internal(set) var allocations: Amounts
    /// How often each host's file was downloaded.
    public internal(set) var files: Amounts

    /// A licence of which nothing is allocated.
    public init(purchased: Int, isWhole: Bool = false) {
        self.purchased = purchased
        self.isWhole = isWhole
        allocations = Amounts()
        files = Amounts()
    }

    /// As a record keeps it.
    public init(_ license: Record) {
        self.init(purchased: license.count("quantity") ?? 0, isWhole: license.flag("whole") ?? false)
        allocations = license.amounts(RecordKind.allocations)
        files = license.amounts("files")
    }

    /// How many are allocated.
    public var allocated: Int { allocations.total }
    /// How many can still be allocated.
    public var free: Int { purchased - allocated }

    /// Does an act, and answers it with what it left open filled in.
    ///
    /// - Throws: what of the licence stands against it; the balance stays as it was.
    public mutating func apply(_ act: LicenseAct) throws(LicenseProblem) -> LicenseAct {
        switch act.operation {
        case .allocate:
            let (quantity, binding) = (try LicenseBalance.quantity(act), try LicenseBalance.name(act.binding))
            guard quantity <= free else { throw .tooMany(quantity, left: free, at: nil) }
            guard !isWhole || quantity == purchased else { throw .onlyWhole(purchased) }
            try has(roomFor: binding)
            allocations[binding] += quantity
        case .reallocate:
            let (quantity, binding) = try taken(act)
            let target = try LicenseBalance.name(act.target)
            guard target != binding else { throw .sameHost(binding) }
            allocations[binding] -= quantity
            try has(roomFor: target) { $0.allocations[binding] += quantity }
            allocations[target] += quantity
        case .giveBack:
            let (quantity, binding) = try taken(act)
            allocations[binding] -= quantity
        case .download, .redownload:
            let binding: String
            if let named = act.binding { binding = named } else { binding = try onlyHost }
            guard allocations[binding] > 0 else { throw .nothingThere(binding, allocations.sorted.map(\.name)) }
            guard files[binding] > 0 || files.byName.count < Amounts.names else { throw .tooManyHosts }
            files[binding] = min(files[binding] + 1, Amounts.most)
            return LicenseAct(files[binding] > 1 ? .redownload : .download, of: binding)
        case .advice: break
        }
        return act
    }

    /// What an act takes from a host, which must have it.
    private func taken(_ act: LicenseAct) throws(LicenseProblem) -> (Int, String) {
        let (quantity, binding) = (try LicenseBalance.quantity(act), try LicenseBalance.name(act.binding))
        let there = allocations[binding]
        guard there > 0 else { throw .nothingThere(binding, allocations.sorted.map(\.name)) }
        guard quantity <= there else { throw .tooMany(quantity, left: there, at: binding) }
        guard !isWhole || quantity == there else { throw .onlyWhole(there) }
        return (quantity, binding)
    }

    private var onlyHost: String {
        get throws(LicenseProblem) {
            let hosts = allocations.sorted.map(\.name)
            guard let first = hosts.first else { throw .noneAllocated }
            guard hosts.count == 1 else { throw .severalHosts(hosts) }
            return first
        }
    }

    private mutating func has(roomFor name: String, else undo: (inout Self) -> Void = { _ in }) throws(LicenseProblem) {
        guard allocations[name] == 0, allocations.byName.count >= Amounts.names else { return }
        undo(&self)
        throw .tooManyHosts
    }

    private static func quantity(_ act: LicenseAct) throws(LicenseProblem) -> Int {
        guard let quantity = act.quantity, quantity > 0 else { throw .noQuantity }
        return quantity
    }

    private static func name(_ text: String?) throws(LicenseProblem) -> String {
        guard let text, !text.isEmpty else { throw .noBinding }
        guard Amounts.isName(text) else { throw .noName(text) }
        return text
    }
}

/// What of a licence stands against an act.
public enum LicenseProblem: Error, Equatable, Sendable {
    /// It is not said how many.
    case noQuantity
    /// No host is named.
    case noBinding
    /// The host is named as none can be.
    case noName(String)
    /// More are wanted than there are: free ones, or those of a host.
    case tooMany(Int, left: Int, at: String?)
    /// It goes whole or not at all.
    case onlyWhole(Int)
    /// From a host to itself.
    case sameHost(String)
    /// The host has none; these have.
    case nothingThere(String, [String])
    /// Nobody has any.
    case noneAllocated
    /// Several have some, and none was named.
    case severalHosts([String])
    /// Too many hosts for one licence.
    case tooManyHosts
}
