internal import CaseModel

/// Companies that act for customers, and their people.
enum Partners {
    /// The companies by country, each with one person who calls.
    private static let all: [(company: String, code: String, person: String)] = [
        ("Kestrel Field Services", "US", "Jo Ashworth"), ("Quayside Systems", "GB", "Marnie Alder"),
        ("Rechenwerk Süd GmbH", "DE", "Till Bergmann"), ("Atelier Réseau Mirande", "FR", "Solène Vasseur"),
        ("港南システム", "JP", "山口 遥"), ("Integra Canela", "BR", "Caio Teles"),
    ]

    /// Who acts for the customer of a number: for one of seven, somebody of its country, of its language, or of the same
    /// part of the world.
    static func agent(of number: Int, _ land: Land) -> Company.Partner? {
        guard number % 7 == 2 else { return nil }
        func first(_ fits: (Land) -> Bool) -> (company: String, code: String, person: String)? {
            all.first { partner in Land.all.contains { $0.code == partner.code && fits($0) } }
        }
        let found =
            first { $0.code == land.code } ?? first { $0.tongue == land.tongue && $0.areas.last == land.areas.last }
            ?? first { $0.areas.last == land.areas.last } ?? all[0]
        return Company.Partner(company: found.company, person: found.person)
    }

    /// Who acted for a customer before the one who does now.
    static func before(_ agent: Company.Partner) -> String {
        (all.first { $0.company != agent.company } ?? all[0]).company
    }

    /// The companies and their people, as records.
    static func records(_ policy: Policy, _ regions: Regions) -> [LoadRecord] {
        let roles = policy.actingRoles.map(\.code).prefix(1)
        return all.enumerated().flatMap { number, partner -> [LoadRecord] in
            let land = Land.all.first { $0.code == partner.code }
            let account = Account(
                id: AccountID(0), name: partner.company, organizationID: "ORG-\(90_000 + number * 11)",
                country: partner.code, region: land.flatMap(regions.code))
            let contact = Contact(
                id: ContactID(0), name: partner.person, email: "support@partner\(number + 1).example",
                phone: "+00 555 019 \(number + 1)", language: land?.tongue, roles: Array(roles))
            return [.account(account), .contact(contact, accountName: partner.company)]
        }
    }
}
