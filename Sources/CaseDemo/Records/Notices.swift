internal import CaseModel

extension Books {
    /// The notices of a renewal that came due in the last year: sent on their days, but for the newest of some.
    mutating func keepNotices(_ index: Int, _ product: Company.Product) {
        guard index < 3, let kind = world.policy.duties.notices.first(where: { $0.about == .membership }),
            world.policy.hasRecipient(of: kind), !company.namesNobody
        else { return }
        let days = kind.daysBefore.sorted(by: >).map { company.estate.end.adding(-Int64($0)) }
        for (place, due) in days.enumerated() where due <= world.today {
            // The newest one of every third waits for somebody to send it.
            let isLast = !(place + 1 < days.count && days[place + 1] <= world.today)
            if isLast, index == 2 { continue }
            let values: [String: String?] = [
                "membership": key("membership\(index)"), "kind": kind.code, "due": due.description,
                "subject": "\(kind.name): \(product.name), until \(company.estate.end)",
                "state": NoticeState.sent.rawValue,
            ]
            var entries = [RecordEntry(at: time(due), actor: clerk(), values: values)]
            if isLast, index == 1, company.number % 25 == 7 {
                let bounced = ["state": NoticeState.bounced.rawValue as String?]
                entries.append(RecordEntry(at: entries[0].at + 900, actor: clerk(), values: bounced))
            }
            tell(.notice, "notice\(index).\(place)", entries)
        }
    }

    /// What everybody was told of the account as a whole: prices of the next year, a change of address.
    mutating func keepPapers() {
        guard !company.namesNobody, company.plan != nil else { return }
        if company.number % 8 == 5,
            let kind = world.policy.duties.notices.filter({ $0.about == .membership }).dropFirst().first,
            world.policy.hasRecipient(of: kind)
        {
            let day = world.today.adding(-35)
            let values: [String: String?] = [
                "membership": key("membership0"), "kind": kind.code, "due": day.description, "subject": kind.name,
                "effective": world.today.adding(90).description, "oldPrice": "price list \(world.today.year)",
                "newPrice": "price list \(world.today.year + 1)", "state": NoticeState.sent.rawValue,
            ]
            tell(.notice, "prices", [RecordEntry(at: time(day), actor: clerk(), values: values)])
        }
        if company.number % 11 == 1,
            let kind = world.policy.duties.notices.first(where: { $0.about == .account }),
            let person = company.people.first(where: { $0.active && world.policy.receives(kind, roles: $0.roles) })
        {
            let day = world.today.adding(-12)
            let values: [String: String?] = [
                "kind": kind.code, "due": day.description, "subject": "New address of the support portal",
                "recipient": person.name, "state": NoticeState.sent.rawValue,
            ]
            tell(.notice, "portal", [once(day, values)])
        }
    }

    /// Who acts for the customer, and who did until the customer removed it.
    mutating func keepPartner() {
        let roles = world.policy.actingRoles.map(\.code)
        guard let agent = company.agent, let role = roles.first else { return }
        let start = world.today.adding(-400)
        let scopes = ["both", "cases", "both", "renewals"]
        let isTogether = company.number % 2 == 0
        let values: [String: String?] = [
            "company": agent.company, "role": role, "scope": scopes[company.number / 7 % scopes.count],
            "from": start.description, "person": isTogether ? nil : agent.person,
        ].filter { $0.value != nil }
        tell(.partner, "partner", [once(start, values)])
        guard company.number % 3 == 2, let caller = company.callers.first else { return }
        let before: [String: String?] = [
            "company": Partners.before(agent), "role": roles.last, "scope": "cases",
            "from": start.adding(-500).description,
        ]
        let gone = start.adding(-20)
        let removal: [String: String?] = [
            "removedOn": gone.description, "removedBy": world.staff.me, "toldBy": caller.name,
        ]
        tell(
            .partner, "former",
            [
                once(start.adding(-500), before),
                RecordEntry(at: time(gone), actor: world.staff.me, values: removal, text: "By telephone."),
            ])
    }
}
