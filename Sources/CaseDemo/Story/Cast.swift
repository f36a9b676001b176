internal import CaseModel

/// Who and what a case is about.
struct Cast: Sendable {
    let topic: Topic
    let company: Company
    let product: Company.Product
    /// The machine that it is about, where it is about one.
    let machine: Company.Machine?
    let caller: String
    /// Whether nobody knows who calls.
    let isStranger: Bool
    /// The company that acts for the customer, where one does.
    let partner: String?
    let owner: String

    init(_ company: Company, _ world: World, isMine: Bool, _ dice: inout Dice) {
        self.company = company
        var found: (Topic, Company.Product, Company.Machine?)?
        for _ in 0..<12 where found == nil {
            let topic = Topic(rawValue: dice.weighted(Topic.allCases.map(\.weight))) ?? .session
            if topic == .appliance, !company.estate.machines.isEmpty {
                let machine = company.estate.machines[dice.number(0...company.estate.machines.count - 1)]
                let product = Company.Product(name: machine.product, quantity: 1, release: "9.\(dice.number(1...4))")
                found = (topic, product, machine)
            } else {
                let products = company.estate.products.filter { topic.products.contains($0.name) }
                if !products.isEmpty { found = (topic, products[dice.number(0...products.count - 1)], nil) }
            }
        }
        let first = company.estate.products.first ?? Company.Product(name: "Workspace", quantity: 1, release: "15.2")
        (topic, product, machine) = found ?? (Cast.topic(of: first.name), first, nil)
        let callers = company.callers.isEmpty ? company.people : company.callers
        if let agent = company.agent, dice.chance(250) {
            (caller, isStranger, partner) = (agent.person, false, agent.company)
        } else if dice.chance(5) {
            // A name that stands in no list of the customer's.
            let name = company.land.person(dice.pick(company.land.given), dice.pick(company.land.families))
            (caller, isStranger, partner) = (name, !company.people.contains { $0.name == name }, nil)
        } else {
            let isUsual = dice.chance(975)
            (caller, isStranger, partner) = (dice.pick((isUsual ? callers : company.people).map(\.name)), false, nil)
        }
        owner = isMine ? world.staff.me : world.staff.member(of: topic.queue, near: company.region, &dice)
    }

    private static func topic(of product: String) -> Topic {
        Topic.allCases.first { $0.products.contains(product) } ?? .session
    }

    /// The plan by which the case is answered.
    var plan: Policy.Plan? { machine?.plan ?? company.plan }
}
