internal import CaseModel

extension Books {
    private var years: [CivilDay] { company.estate.starts }

    /// The last day of the year that begins on a day.
    private func last(_ start: CivilDay) -> CivilDay { start.adding(years: 1).adding(-1) }

    /// When a product was bought first.
    var firstBought: CivilDay { (years.first ?? world.today).adding(-3) }

    /// When more of some products was bought; of some only days ago.
    private func moreBought(_ index: Int) -> CivilDay {
        boughtLately(index) ?? min(world.today, company.estate.end).adding(-140)
    }

    /// The day on which more of a product was bought lately, where some was.
    func boughtLately(_ index: Int) -> CivilDay? {
        company.number % 10 == 8 && index == 0 ? world.today.adding(-Int64(3 + company.number % 17)) : nil
    }

    /// What was bought: the licences at the beginning, more of some of them later.
    mutating func keepPurchases() {
        for (index, product) in company.estate.products.enumerated() {
            let more = extra(index, product)
            let contact = company.namesNobody ? nil : (index % 3 == 2 ? company.callers.first : company.renewal)?.name
            var bought: [(CivilDay, Int)] = [(firstBought, product.quantity)]
            if more > 0 { bought.append((moreBought(index), more)) }
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
    func extra(_ index: Int, _ product: Company.Product) -> Int {
        let isMore = index == 1 || company.standing == .uncovered && index == 0 || boughtLately(index) != nil
        return isMore ? product.quantity / 5 * 2 : 0
    }

    /// The contract, what it entitles to, what of it is renewed, and who was told.
    mutating func keepContract() {
        guard let plan = company.plan, let first = years.first else { return }
        let number = "SMC-\(first.year)-\(1000 + company.number * 7)"
        var signed: [String: String?] = [
            "number": number, "plans": [plan.code, company.addOn?.code].compactMap { $0 }.joined(separator: " "),
            "start": first.description, "end": last(first).description,
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
            RecordEntry(at: time(start.adding(-17)), actor: clerk(), values: values(last(start)))
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
                entries.append(RecordEntry(at: time(moreBought(index)), actor: clerk(), values: all))
            }
            if company.standing == .silent {
                let silent = ["telemetry": "no" as String?]
                entries.append(
                    RecordEntry(
                        at: time(later.adding(-45)), actor: clerk(), values: silent,
                        text: "No usage report since spring."))
            }
            entries.sort { $0.at < $1.at }
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
                // Who is its contact is so from this day on, by whichever clock not before the contract begins.
                first.adding(1),
                [
                    "contract": key("contract"), "product": product.name, "quantity": "\(product.quantity)",
                    "end": last(first).description, "contact": isNamed ? company.renewal?.name : nil,
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
