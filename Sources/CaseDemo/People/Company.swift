internal import CaseModel

/// One customer of the centre: what is decided of it once is told by its records and kept to by its cases.
struct Company: Sendable {
    /// Its place among all, which decides how it stands.
    let number: Int
    let name: String
    /// The name of its hosts.
    let site: String
    let land: Land
    /// The code of the region in which it is registered.
    let region: String?
    /// The company above it in its group.
    let above: String?
    let people: [Person]
    let standing: Standing
    /// What it bought for its software.
    let plan: Policy.Plan?
    /// What it bought besides.
    let addOn: Policy.Plan?
    let estate: Estate
    /// Who acts for it, from another company.
    let agent: Partner?

    /// Somebody of a customer.
    struct Person: Sendable {
        let name: String
        let email: String
        /// What the person is for the company, in the words of the policy.
        let roles: [String]
        let portalType: String?
        /// Whether the person may open cases.
        let calls: Bool
        var active = true
    }

    /// The products and machines of a customer.
    struct Estate: Sendable {
        let products: [Product]
        let machines: [Machine]
        /// How many years the customer has been one.
        let years: Int64
        /// The last day of its contract.
        let end: CivilDay

        /// The days on which a year of the contract begins, the first one first.
        var starts: [CivilDay] { (0..<years).map { end.adding(1).adding(years: $0 - years) } }
    }

    /// A product that it runs.
    struct Product: Sendable {
        let name: String
        let quantity: Int
        /// The release they run.
        let release: String
    }

    /// An appliance.
    struct Machine: Sendable {
        let product: String
        let serial: String
        let plan: Policy.Plan
        let town: String
    }

    /// A company that acts for it.
    struct Partner: Sendable {
        let company: String
        let person: String
    }

    /// Where it has its machines.
    var town: String { land.towns[number % land.towns.count] }
    /// Those who may call.
    var callers: [Person] { people.filter { $0.calls && $0.active } }
    /// Who is named for renewals.
    var renewal: Person? { people.first { !$0.calls && $0.active } ?? people.first }

    /// Whether it is to be one who has nobody named for renewals.
    var namesNobody: Bool { number % 25 == 9 }

    /// Whether cases of a day find cover; nil where it never bought any.
    func isCovered(on day: CivilDay) -> Bool {
        guard plan != nil else { return false }
        if case .lapsed = standing { return day <= estate.end }
        return standing.isCovered
    }
}
