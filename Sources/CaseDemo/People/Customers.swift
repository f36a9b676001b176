internal import CaseModel

/// The customers of a centre and the people who call for them.
struct Customers: Sendable {
    /// One company.
    struct Company: Sendable {
        let name: String
        let land: Land
        let people: [Person]
    }

    /// Somebody who calls.
    struct Person: Sendable {
        let name: String
        let email: String
    }

    let companies: [Company]
    private let weights: [Int]

    init(_ dice: inout Dice) {
        var companies: [Company] = []
        var weights: [Int] = []
        for land in Land.all {
            for (index, name) in land.companies.enumerated() {
                let site = "\(land.code.lowercased())\(index + 1).example"
                companies.append(Company(name: name, land: land, people: Customers.people(of: land, site, &dice)))
                weights.append(max(1, land.weight * 10 / land.companies.count))
            }
        }
        self.companies = companies
        self.weights = weights
    }

    private static func people(of land: Land, _ site: String, _ dice: inout Dice) -> [Person] {
        let first = dice.number(0...land.families.count - 1)
        let count = dice.number(2...min(4, land.families.count))
        return (0..<count).map { index in
            let family = land.families[(first + index) % land.families.count]
            let name = land.person(dice.pick(land.given), family)
            return Person(name: name, email: "contact\(index + 1)@\(site)")
        }
    }

    /// Customers and their people, as records.
    var records: [LoadRecord] {
        companies.enumerated().flatMap { number, company -> [LoadRecord] in
            let account = Account(
                id: AccountID(0), name: company.name, organizationID: "ORG-\(51_000 + number * 37)",
                country: company.land.code)
            let people = company.people.enumerated().map { index, person in
                let contact = Contact(
                    id: ContactID(0), name: person.name, email: person.email,
                    phone: "+00 555 01\(number * 7 % 90 + 10) \(index + 1)", language: company.land.tongue)
                return LoadRecord.contact(contact, accountName: company.name)
            }
            return [.account(account)] + people
        }
    }

    /// A company, some more often than others.
    func company(_ dice: inout Dice) -> Company { companies[dice.weighted(weights)] }
}
