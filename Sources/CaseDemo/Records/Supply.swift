internal import CaseModel

/// Whence a customer's machines are replaced.
struct Supply {
    /// A centre of the customer's country, else the first one of its region.
    let center: Policy.Center?
    /// Whether that lies in the customer's country.
    let isHome: Bool
    /// How far away the customer is, which is the same every time.
    let distance: Int

    init(_ company: Company, _ world: World) {
        let centers = world.policy.places.centers.filter { $0.region == company.region }
        let own = centers.first { Supply.country(of: $0, world.customers) == company.land.code }
        center = own ?? centers.first
        isHome = own != nil
        distance = own == nil ? 310 + company.number * 53 % 900 : 4 + company.number * 7 % 41
    }

    /// The country that a centre's name names; else the one that most of its region's cases come from.
    private static func country(of center: Policy.Center, _ customers: Customers) -> String? {
        let named = Land.all.first { land in land.areas.first.map { center.name.contains($0) } ?? false }
        let lands = customers.companies.filter { $0.region == center.region }.map(\.land)
        return (named ?? lands.max { $0.weight < $1.weight })?.code
    }
}
