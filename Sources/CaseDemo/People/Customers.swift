internal import CaseModel

/// The customers of a centre and the people who call for them.
struct Customers: Sendable {
    let companies: [Company]
    /// Companies that are part of another.
    private static let groups = [
        "Seguros Albariza": "Moorbach Versicherung AG", "Águas do Mondego Norte": "Aguas del Moncayo",
        "Aaretal Privatbank": "Helix Bank",
    ]
    private let weights: [Int]
    /// Those who bought the plans that have people of their own, whose worst cases are the centre's hurry.
    private let premium: [Int]

    init(_ policies: PolicyBook, today: CivilDay, _ regions: Regions, _ dice: inout Dice) {
        let plans = Plans(policies.inForce, on: today)
        let posts = CustomerPosts(policies.inForce)
        var companies: [Company] = []
        var weights: [Int] = []
        for land in Land.all {
            for (index, name) in land.companies.enumerated() {
                let (number, site) = (companies.count, "\(land.code.lowercased())\(index + 1).example")
                let standing = Standing.of(number, &dice)
                companies.append(
                    Company(
                        number: number, name: name, site: site, land: land, region: regions.code(of: land),
                        above: Customers.groups[name],
                        people: Customers.people(of: land, site, number, posts, &dice), standing: standing,
                        plan: standing == .none ? nil : plans.plan(of: number),
                        addOn: standing.isCovered ? plans.addOn(of: number) : nil,
                        estate: Estates(plans, today).estate(number, land, standing, &dice),
                        agent: Partners.agent(of: number, land)))
                weights.append(max(1, land.weight * 10 / land.companies.count))
            }
        }
        self.companies = companies
        self.weights = weights
        premium = companies.indices.filter { companies[$0].plan?.kind == .premium && companies[$0].standing.isCovered }
    }

    private static func people(
        of land: Land, _ site: String, _ number: Int, _ posts: CustomerPosts, _ dice: inout Dice
    ) -> [Company.Person] {
        let first = dice.number(0...land.families.count - 1)
        let count = dice.number(3...min(4, land.families.count))
        return (0..<count).map { index in
            let family = land.families[(first + index) % land.families.count]
            let name = land.person(dice.pick(land.given), family)
            let post = posts.post(index)
            return Company.Person(
                name: name, email: "contact\(index + 1)@\(site)", roles: post.roles, portalType: post.portal,
                calls: post.calls, active: !(index == 3 && number % 4 == 1))
        }
    }

    /// A company and its people, as records.
    func records(of company: Company) -> [LoadRecord] {
        let account = Account(
            id: AccountID(0), name: company.name, organizationID: "ORG-\(51_000 + company.number * 37)",
            country: company.land.code, region: company.region)
        let people = company.people.enumerated().map { index, person in
            let contact = Contact(
                id: ContactID(0), name: person.name, email: person.email,
                phone: "+00 555 01\(company.number * 7 % 90 + 10) \(index + 1)", language: company.land.tongue,
                roles: person.roles, portalType: person.portalType, active: person.active)
            return LoadRecord.contact(contact, accountName: company.name)
        }
        return [.account(account, above: company.above)] + people
    }

    /// A company, some more often than others; what is critical comes mostly from those who have people of their own.
    func company(isCritical: Bool, _ dice: inout Dice) -> Company {
        if isCritical, !premium.isEmpty, dice.chance(750) {
            return companies[premium[dice.number(0...premium.count - 1)]]
        }
        return companies[dice.weighted(weights)]
    }
}

/// What the people of a customer are for it, in the words of a policy.
struct CustomerPosts: Sendable {
    /// One person's.
    struct Post {
        let roles: [String]
        let portal: String?
        let calls: Bool
    }

    private let calling: [String]
    private let primary: [String]
    private let others: [String]
    private let portals: [String]
    private let silent: [String]

    init(_ policy: Policy) {
        let terms = CoverTerms(policy)
        let own = policy.people.contactRoles.filter { !$0.isOutside }
        calling = own.map(\.code).filter(terms.callingRoles.contains)
        primary = own.filter { $0.isPrimary && !terms.callingRoles.contains($0.code) }.map(\.code)
        others = own.filter { !$0.isPrimary && !terms.callingRoles.contains($0.code) }.map(\.code)
        portals = policy.people.portalTypes.map(\.code).filter(terms.callingPortalTypes.contains)
        silent = policy.people.portalTypes.map(\.code).filter(terms.silentPortalTypes.contains)
    }

    /// The first and the last call, the second keeps the contract, the third its papers.
    func post(_ index: Int) -> Post {
        switch index {
        case 1: Post(roles: primary, portal: silent.first, calls: false)
        case 2: Post(roles: others, portal: nil, calls: false)
        default:
            Post(roles: calling, portal: portals.isEmpty ? nil : portals[index % portals.count], calls: true)
        }
    }
}
