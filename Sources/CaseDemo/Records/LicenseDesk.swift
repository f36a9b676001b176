internal import CaseModel

extension Books {
    /// The licences: of each product what was bought, given to hosts, moved, taken back, downloaded.
    mutating func keepLicenses() {
        for (index, product) in company.estate.products.prefix(4).enumerated() {
            let lately = boughtLately(index)
            let day = lately ?? firstBought
            let quantity = lately == nil ? product.quantity : extra(index, product)
            let values: [String: String?] = [
                "product": product.name, "quantity": "\(quantity)", "bought": day.description,
                "expires": end(of: index, day)?.description, "whole": index == 3 ? "yes" : nil,
                "code": "LC-\(company.number)-\(index + 1)-\(dice.number(1000...9999))",
                "entitlement": company.plan == nil ? nil : key("entitlement\(index)"),
            ].filter { $0.value != nil }
            let life = Licensed(quantity, hosts: hosts, isWhole: index == 3, isNew: lately != nil)
            let acts = known(life.acts(place: (company.number + index) % 6))
            var when = day
            var entries = [once(day, values)]
            for (place, (act, text)) in acts.enumerated() {
                // What was given out first is moved or fetched again much later.
                if place == 2 {
                    when = max(when, min(world.today, company.estate.end).adding(-Int64(dice.number(90...380))))
                }
                when = when.adding(Int64(dice.number(1...22)))
                let actor = world.staff.member(of: "Licensing", &dice)
                entries.append(RecordEntry(at: time(when), actor: actor, act: .license(act), text: text))
            }
            tell(.license, "license\(index)", entries)
        }
    }

    /// The acts that the policy has.
    private func known(_ acts: [(LicenseAct, String?)]) -> [(LicenseAct, String?)] {
        var isDownloaded = false
        return acts.filter { act, _ in
            // The file is downloaded once, and from then on again.
            let again = act.operation == .download && isDownloaded
            if act.operation == .download { isDownloaded = true }
            return world.policy.rule(of: again ? .redownload : act.operation) != nil
        }
    }

    private var hosts: [String] {
        ["lic1", "lic2", "gate-1", "app4"].map { "\($0).\(company.site)" }
    }

    /// The last day of a licence: some have none, one is over, some are about to be.
    private func end(of index: Int, _ bought: CivilDay) -> CivilDay? {
        switch (company.number * 3 + index) % 8 {
        case 0, 5: nil
        case 3 where company.number % 12 == 9: world.today.adding(-Int64(9 + company.number % 20))
        case 2: max(bought.adding(30), world.today.adding(Int64(14 + company.number % 60)))
        default: max(bought.adding(30), company.estate.end)
        }
    }
}

/// What becomes of a licence, by how many there are.
private struct Licensed {
    private let quantity: Int
    private let hosts: [String]
    private let isWhole: Bool
    private let isNew: Bool

    init(_ quantity: Int, hosts: [String], isWhole: Bool, isNew: Bool) {
        self.quantity = quantity
        self.hosts = hosts
        self.isWhole = isWhole
        self.isNew = isNew
    }

    /// The acts on it with what was said, oldest first.
    func acts(place: Int) -> [(LicenseAct, String?)] {
        guard !isNew else { return [] }
        let all: (LicenseAct, String?) = (.allocate(quantity, to: hosts[0]), nil)
        if isWhole { return [all, (.download(of: hosts[0]), nil)] }
        let (most, some) = (quantity / 5 * 3, max(1, quantity / 5))
        let given: [(LicenseAct, String?)] = [
            (.allocate(most, to: hosts[0]), nil), (.download(of: hosts[0]), nil),
        ]
        switch place {
        case 0: return given
        case 1: return given + [(.allocate(some, to: hosts[1]), nil), (.download(of: hosts[1]), nil)]
        case 2: return given + [(.reallocate(some, from: hosts[0], to: hosts[2]), nil)]
        case 3: return given + [(.giveBack(some, from: hosts[0]), "The second site was closed.")]
        case 4:
            // The first download asks for the file, the second for it again.
            return [all, (.download(of: hosts[0]), nil), (.download(of: hosts[0]), nil)]
        default: return [(.advice, "How many are wanted for the new site: start with a fifth, add by the month.")]
        }
    }
}
