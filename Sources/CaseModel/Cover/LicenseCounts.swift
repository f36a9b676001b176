/// How many licences of each product a customer bought, and how many of them cover holds for: counted once a question.
struct LicenseCounts {
    private var names: [String] = []
    private var bought: [String: Int] = [:]
    /// By product; nil for what covers every product.
    private var covered: [String?: Int] = [:]
    /// What one entitlement covers all licences of; nil for every product.
    private var unlimited: Set<String?> = []

    init(_ facts: CoverFacts, on day: CivilDay) {
        for purchase in facts.records(.purchase) {
            guard let product = purchase["product"] else { continue }
            let key = Words.fold(product)
            if bought[key] == nil { names.append(product) }
            bought[key, default: 0] += purchase.count("quantity") ?? 0
        }
        let contracts = Dictionary(facts.records(.contract).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        for record in facts.records(.entitlement) {
            let parts = [record, record.record("contract").flatMap { contracts[$0] }].compactMap { $0 }
            guard parts.allSatisfy({ ($0.start.map { $0 <= day } ?? true) && ($0.end.map { day <= $0 } ?? true) })
            else { continue }
            let key = record["product"].map(Words.fold)
            if let quantity = record.count("quantity") {
                covered[key, default: 0] += quantity
            } else {
                unlimited.insert(key)
            }
        }
    }

    /// The all-in rule: whoever has cover for some licences of a product must have it for all that were bought.
    func allIn(_ line: CoverLine, _ question: CoverQuestion) -> [CoverReason] {
        guard line.quantity != nil, !unlimited.contains(nil) else { return [] }
        return ((line.product ?? question.product).map { [$0] } ?? names).compactMap { product in
            let key = Words.fold(product)
            let covered = (covered[key] ?? 0) + (covered[nil] ?? 0)
            guard !unlimited.contains(key), let bought = bought[key], covered < bought else { return nil }
            return .allIn(line.record.id, product, covered: covered, bought: bought)
        }
    }
}
