internal import CaseModel

/// What customers run.
struct Estates {
    private let plans: Plans
    private let today: CivilDay

    init(_ plans: Plans, _ today: CivilDay) {
        self.plans = plans
        self.today = today
    }

    /// The products of the centre that are no machines, with the newest release of each.
    static let software: [(name: String, release: String)] = {
        var names: [String] = []
        for topic in Topic.allCases where topic != .appliance {
            for name in topic.products where !names.contains(name) { names.append(name) }
        }
        return names.enumerated().map { (name: $1, release: "15.\($0 % 4 + 2)") }
    }()

    /// The products and machines of a customer.
    func estate(_ number: Int, _ land: Land, _ standing: Standing, _ dice: inout Dice) -> Company.Estate {
        let start = dice.number(0...Estates.software.count - 1)
        let count = dice.number(5...7)
        let products = (0..<count).map { index in
            let (name, newest) = Estates.software[(start + index) % Estates.software.count]
            return Company.Product(
                name: name, quantity: dice.number(2...40) * 25, release: release(newest, number, &dice))
        }
        var machines: [Company.Machine] = []
        if number % 3 == 1, !plans.hardware.isEmpty {
            for index in 0..<dice.number(1...3) {
                machines.append(
                    Company.Machine(
                        product: dice.pick(Topic.appliance.products), serial: "A\(dice.number(100_000...999_999))",
                        plan: plans.hardware[(number / 3 + index) % plans.hardware.count], town: dice.pick(land.towns)))
            }
        }
        return Company.Estate(
            products: products, machines: machines, years: Int64(dice.number(4...6)), end: end(standing, &dice))
    }

    /// Most run the newest release or the one before; a few never update.
    private func release(_ newest: String, _ number: Int, _ dice: inout Dice) -> String {
        if number % 20 == 6 { return "11.\(dice.number(0...6))" }
        return dice.chance(550) ? newest : dice.chance(700) ? "15.1" : "14.\(dice.number(4...9))"
    }

    private func end(_ standing: Standing, _ dice: inout Dice) -> CivilDay {
        switch standing {
        case .ending(let days): today.adding(Int64(days))
        case .lapsed(let days): today.adding(-Int64(days))
        default: today.adding(Int64(dice.number(100...350)))
        }
    }
}

extension CivilDay {
    /// The day of the same date so many years later; 28 February where it has no 29th.
    func adding(years: Int64) -> CivilDay {
        let later = year + Int(years)
        return CivilDay(year: later, month: month, day: day) ?? CivilDay(year: later, month: month, day: 28) ?? self
    }
}
