internal import CaseModel

extension Books {
    /// The days on which a year of the contract begins, the first one first.
    private var years: [CivilDay] {
        (0..<company.estate.years).map { company.estate.end.adding(1 - 365 * (company.estate.years - $0)) }
    }

    /// What was bought: the licences at the beginning, more of some of them later.
    mutating func keepPurchases() {
        let first = years.first ?? world.today
        for (index, product) in company.estate.products.enumerated() {
            let more = extra(index, product)
            let contact = company.namesNobody ? nil : (index % 3 == 2 ? company.callers.first : company.renewal)?.name
            var bought: [(CivilDay, Int)] = [(first.adding(-3), product.quantity)]
            if more > 0 { bought.append((min(world.today, company.estate.end).adding(-140), more)) }
            for (place, (day, quantity)) in bought.enumerated() {
                let order = "PO-\(day.year)-\(company.number * 19 + index * 3 + place + 104)"
                let values: [String: String?] = [
                    "order": order, "day": day.description, "product": product.name, "quantity": "\(quantity)",
                    "contact": contact,
                ]
                tell(.purchase, "order\(index).\(place)", [once(day, values)])
            }
        }
    }

    /// How many more of a product were bought later.
    private func extra(_ index: Int, _ product: Company.Product) -> Int {
        index == 1 || company.standing == .uncovered && index == 0 ? product.quantity / 5 * 2 : 0
    }

    /// The contract, what it entitles to, what of it is renewed, and who was told.
    mutating func keepContract() {
        guard let plan = company.plan, let first = years.first else { return }
        let number = "SMC-\(first.year)-\(1000 + company.number * 7)"
        var signed: [String: String?] = [
            "number": number, "plans": [plan.code, company.addOn?.code].compactMap { $0 }.joined(separator: " "),
            "start": first.description, "end": first.adding(364).description,
        ]
        if company.number % 14 == 2, let agent = company.agent { signed["partner"] = agent.company }
        if company.standing == .silent { signed["note"] = "The licence server has not reported since the move." }
        tell(.contract, "contract", [once(first.adding(-6), signed)] + renewals { ["end": $0.description] })
        keepEntitlements(plan, first)
        for (index, product) in company.estate.products.enumerated() { keepMembership(index, product, first) }
        let scan = "Support and maintenance contract \(number)\n\(company.name)\nSigned \(first)\n"
        let day = first.adding(-5)
        let file = RecordEntry(
            at: time(day), actor: clerk(),
            values: ["on": "contract/\(key("contract"))", "name": "\(number).txt", "contact": company.renewal?.name])
        if company.number % 4 == 0 { tell(.attachment, "scan", [file], content: Array(scan.utf8)) }
    }

    /// What changed at each renewal: some weeks before a year is over.
    private mutating func renewals(_ values: (CivilDay) -> [String: String?]) -> [RecordEntry] {
        years.dropFirst().map { start in
            RecordEntry(at: time(start.adding(-17)), actor: clerk(), values: values(start.adding(364)))
        }
    }

    private mutating func keepEntitlements(_ plan: Policy.Plan, _ first: CivilDay) {
        for (index, product) in company.estate.products.enumerated() {
            let more = company.standing == .uncovered && index == 0 ? 0 : extra(index, product)
            var entries = [
                once(
                    first.adding(-6),
                    [
                        "contract": key("contract"), "product": product.name, "plan": plan.code,
                        "quantity": "\(product.quantity)", "telemetry": "yes",
                    ])
            ]
            let later = min(world.today, company.estate.end)
            if more > 0 {
                let all = ["quantity": "\(product.quantity + more)" as String?]
                entries.append(RecordEntry(at: time(later.adding(-140)), actor: clerk(), values: all))
            }
            if company.standing == .silent {
                let silent = ["telemetry": "no" as String?]
                entries.append(
                    RecordEntry(
                        at: time(later.adding(-45)), actor: clerk(), values: silent,
                        text: "No usage report since spring."))
            }
            tell(.entitlement, "entitlement\(index)", entries)
        }
        guard let addOn = company.addOn else { return }
        let values: [String: String?] = ["contract": key("contract"), "plan": addOn.code]
        tell(.entitlement, "add-on", [once(first.adding(-6), values)])
    }

    /// A renewable item with its contact: named by the customer, or assigned where nobody was.
    private mutating func keepMembership(_ index: Int, _ product: Company.Product, _ first: CivilDay) {
        let isNamed = !company.namesNobody && (company.number + index) % 4 != 0
        var entries = [
            once(
                first.adding(-6),
                [
                    "contract": key("contract"), "product": product.name, "quantity": "\(product.quantity)",
                    "end": first.adding(364).description, "contact": isNamed ? company.renewal?.name : nil,
                ].filter { $0.value != nil })
        ]
        entries += renewals { ["end": $0.description] }
        if isNamed, index == 0, company.number % 6 == 4, let other = company.callers.first {
            let values: [String: String?] = [
                "contact": other.name, "toldBy": "\(company.renewal?.name ?? ""), by letter",
            ]
            let day = min(world.today, company.estate.end).adding(-210)
            entries.append(RecordEntry(at: time(day), actor: clerk(), values: values, text: "Changed post."))
            entries.sort { $0.at < $1.at }
        }
        tell(.membership, "membership\(index)", entries)
        keepNotices(index, product)
    }
}
