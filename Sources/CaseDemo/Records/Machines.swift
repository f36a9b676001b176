internal import CaseModel

extension Books {
    /// The machines under maintenance.
    mutating func keepMachines() {
        for (index, machine) in company.estate.machines.enumerated() {
            let end = index == 2 ? world.today.adding(-25) : world.today.adding(Int64(dice.number(40...320)))
            let start = end.adding(-364 * company.estate.years)
            let values: [String: String?] = [
                "product": machine.product, "serial": machine.serial, "plan": machine.plan.code,
                "start": start.description, "end": end.description,
                "address": "\(company.name), \(dice.number(1...180)) Harbour Road, \(machine.town)",
            ]
            tell(.hardware, "machine-\(machine.serial)", [once(start, values)])
        }
    }
}
