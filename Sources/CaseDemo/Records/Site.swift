internal import CaseModel

extension Books {
    /// What the customer keeps for support to depend on, what it runs, and what it agreed to.
    mutating func keepSite() {
        keepAssets()
        keepReleases()
        keepConsents()
        keepEnvironment()
    }

    private mutating func keepAssets() {
        let day = world.today.adding(-Int64(dice.number(20...200)))
        for (index, kind) in world.policy.duties.ledgers.assetKinds.enumerated() {
            // One customer's line does not work, and some told only of their machines.
            if index == 1, company.number % 3 == 0 { continue }
            let names = kind.callsBack ? ["Service desk"] : ["Server room \(company.town)", "Line to the centre"]
            let phone = "+00 555 01\(company.number * 7 % 90 + 10) 90"
            let values: [String: String?] = [
                "what": kind.code, "name": names[index % names.count], "checked": day.description,
                "number": kind.callsBack || kind.needs.contains("number") ? phone : nil,
                "working": company.number % 25 == 13 && kind.callsBack ? "no" : "yes",
            ].filter { $0.value != nil }
            tell(.asset, "asset\(index)", [once(day, values)])
        }
    }

    private mutating func keepReleases() {
        for (index, product) in company.estate.products.enumerated() {
            let day = world.today.adding(-Int64(dice.number(15...160)))
            let newest = Estates.software.enumerated().first { $0.element.name == product.name }
            let since = world.today.adding(-Int64(24 + (newest?.offset ?? 0) * 17))
            let values: [String: String?] = [
                "product": product.name, "installed": product.release, "available": newest?.element.release,
                "since": since.description,
            ]
            tell(.product, "release\(index)", [once(day, values)])
        }
    }

    private mutating func keepConsents() {
        for kind in world.policy.duties.ledgers.consentKinds {
            let day = world.today.adding(-Int64(dice.number(60...500)))
            var entries = [
                once(
                    day,
                    ["about": kind.code, "state": ConsentState.requested.rawValue, "day": day.description])
            ]
            func answer(_ state: ConsentState, _ after: Int64, _ text: String?) -> RecordEntry {
                var copy = self
                let when = day.adding(after)
                return RecordEntry(
                    at: copy.time(when), actor: copy.clerk(),
                    values: [
                        "state": state.rawValue, "day": when.description, "by": company.callers.first?.name,
                    ], text: text)
            }
            switch kind.purpose {
            case .cooperation:
                if company.number % 16 != 12 { entries.append(answer(.granted, 6, nil)) }
            case .audit:
                guard company.number % 3 == 0 else { continue }
                switch company.number % 12 {
                case 0: entries += [answer(.granted, 9, nil), answer(.complete, 48, "Nothing was found amiss.")]
                case 3: entries.append(answer(.granted, 12, nil))
                case 6 where company.number == 6:
                    entries.append(answer(.refused, 15, "Not before the merger is through."))
                default: break
                }
            }
            tell(.consent, "consent-\(kind.code)", entries)
        }
    }

    private mutating func keepEnvironment() {
        let assigned = world.policy.people.roles.filter(\.isAssigned).map(\.code)
        let plans = [company.plan, company.addOn].compactMap { $0 }
        guard plans.contains(where: { $0.roles.contains(where: assigned.contains) }),
            let manager = world.staff.manager(of: company.number)
        else { return }
        let day = world.today.adding(-Int64(dice.number(100...300)))
        let looked = world.today.adding(-Int64(dice.number(5...90)))
        let values: [String: String?] = [
            "name": "Production \(company.town)", "critical": "yes", "manager": manager, "principal": "yes",
            "description": company.estate.products.map { "\($0.name) \($0.release)" }.joined(separator: ", "),
            "objectives": "Sign-on within 20 seconds at 08:00; no more than one hour without sessions in a quarter.",
            "reviewed": day.description,
        ]
        let review: [String: String?] = ["reviewed": looked.description]
        tell(
            .environment, "production",
            [once(day, values), RecordEntry(at: time(looked), actor: manager, values: review)])
    }
}
