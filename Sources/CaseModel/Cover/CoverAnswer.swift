/// Whether a customer is covered, by what, until when, who may call, and every reason why not.
public struct CoverAnswer: Equatable, Sendable {
    /// Something that covers, or does not, with why not.
    public struct Item: Equatable, Sendable {
        /// The contract, entitlement or machine.
        public var record: RecordID
        /// The product; nil is every one.
        public var product: String?
        /// The plan.
        public var plan: String?
        /// The last day; nil when none is known.
        public var until: CivilDay?
        /// The severities at which it answers.
        public var severities: [Severity]
        /// Why it does not cover; empty when it does.
        public var reasons: [CoverReason]
    }

    /// Somebody who may, or may not, open cases for the customer.
    public struct Caller: Equatable, Sendable {
        /// The person; nil for somebody nobody knows.
        public var contact: ContactID?
        /// The name.
        public var name: String
        /// The appointment under which a partner's person acts; nil for the customer's own people.
        public var appointment: RecordID?
        /// The severities for which the person may call now.
        public var severities: [Severity]
        /// Why the person may not; empty when the person may.
        public var reasons: [CoverReason]
    }

    /// What covers.
    public var covering: [Item] = []
    /// What is there and does not cover.
    public var failing: [Item] = []
    /// The person who was asked about.
    public var caller: Caller?
    /// Everybody who may call.
    public var callers: [Caller] = []
    /// Why the customer is not covered, or the person may not call; empty when all is well.
    public var reasons: [CoverReason] = []

    /// Why nothing covers, each reason once: of what is for the product, where anything is.
    func reasonsOfProduct(_ question: CoverQuestion) -> [CoverReason] {
        let meant = failing.filter { item in !item.reasons.contains { $0.rule == CoverReason.otherProduct } }
        var seen: Set<String> = []
        let all = (meant.isEmpty ? failing : meant).flatMap(\.reasons).filter { seen.insert($0.message).inserted }
        let others = all.filter { $0.rule == CoverReason.otherProduct }
        guard meant.isEmpty, others.count > 1, let product = question.product else { return all }
        // A name that nobody bought anything of may be mistyped.
        return [.nothingOf(product, bought: Set(failing.compactMap(\.product)).sorted())]
    }

    /// Whether the product is covered.
    public var isEntitled: Bool { !covering.isEmpty }
    /// Whether the product is covered and the person may call.
    public var mayCall: Bool { isEntitled && caller.map(\.reasons.isEmpty) ?? true }
    /// The last day of what covers longest; nil when it has none, or nothing covers.
    public var until: CivilDay? {
        let ends = covering.map(\.until)
        return ends.contains(nil) ? nil : ends.compactMap { $0 }.max()
    }

    /// What covers, what ends first in front and what has no end last, without what the same plan covers for longer.
    ///
    /// The first of it is what a customer loses first; more than one last day means that not everything lasts as long.
    public var endings: [Item] {
        func last(_ item: Item) -> Int64 { item.until?.daysSince1970 ?? .max }
        // Of what one plan covers for one product only the longest matters, for each set of severities; there are few.
        var longest: [PlanProduct: [Set<Severity>: Int64]] = [:]
        for item in covering where item.plan != nil {
            let key = PlanProduct(plan: item.plan, product: item.product)
            let known = longest[key]?[Set(item.severities)] ?? .min
            longest[key, default: [:]][Set(item.severities)] = max(known, last(item))
        }
        func isOutlasted(_ item: Item, by product: String?) -> Bool {
            longest[PlanProduct(plan: item.plan, product: product)]?.contains { severities, end in
                end > last(item) && severities.isSuperset(of: item.severities)
            } ?? false
        }
        let lasting = covering.filter { item in
            item.plan == nil || !(isOutlasted(item, by: nil) || isOutlasted(item, by: item.product))
        }
        return lasting.sorted { (last($0), $0.record) < (last($1), $1.record) }
    }

    /// What a plan covers: one product, or every one.
    private struct PlanProduct: Hashable {
        var plan: String?
        var product: String?
    }
}
