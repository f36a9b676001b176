internal import CaseModel

/// What can be bought, by the part it plays in a policy.
struct Plans: Sendable {
    private let software: [Policy.Plan]
    private let premium: [Policy.Plan]
    private let addOns: [Policy.Plan]
    /// Levels of maintenance of machines.
    let hardware: [Policy.Plan]

    init(_ policy: Policy, on day: CivilDay) {
        let all = policy.cover.plans.filter { $0.validity.contains(day) }
        software = all.filter { $0.kind == .software && $0.hasTargets }
        premium = all.filter { $0.kind == .premium && $0.hasTargets }
        addOns = all.filter { $0.kind == .addOn }
        hardware = all.filter { $0.kind == .hardware && $0.hasTargets }
    }

    /// What the customer of a number bought: two of five have people of their own; nothing where there are no plans.
    func plan(of number: Int) -> Policy.Plan? {
        if !premium.isEmpty, number % 5 == 0 || number % 5 == 3 { return premium[number / 5 % premium.count] }
        return software.isEmpty ? premium.first : software[number % software.count]
    }

    /// What it bought besides.
    func addOn(of number: Int) -> Policy.Plan? { number % 10 == 4 ? addOns.first : nil }
}
