internal import CaseModel

extension Books {
    /// The machines under maintenance.
    mutating func keepMachines() {
        for (index, machine) in company.estate.machines.enumerated() {
            let end = index == 2 ? world.today.adding(-25) : world.today.adding(Int64(dice.number(40...320)))
            let start = end.adding(1).adding(years: -company.estate.years)
            let values: [String: String?] = [
                "product": machine.product, "serial": machine.serial, "plan": machine.plan.code,
                "start": start.description, "end": end.description,
                "address": "\(company.name), \(dice.number(1...180)) Harbour Road, \(machine.town)",
            ]
            tell(.hardware, "machine-\(machine.serial)", [once(start, values)])
        }
    }

    /// A part that was sent in for a test before a case of this history.
    mutating func keepTest() {
        let ledgers = world.policy.duties.ledgers
        guard let item = ledgers.shipmentItems.last, let destination = ledgers.destinations.first,
            let caller = company.callers.first?.name, company.number % 16 == 4
        else { return }
        let engineer = world.staff.member(of: "Appliances", &dice)
        let given = customer.merging(["item": item.code, "serial": "P\(dice.number(10_000...99_999))"]) { a, _ in a }
        let needs = [
            "agreedByCustomer": caller, "agreedByUs": engineer, "attestedBy": caller, "destination": destination.code,
            "finding": "The part is sound; the fault is in the slot.",
        ]
        // One of them is still at the laboratory.
        let first = world.today.adding(company.number < 16 ? -9 : -Int64(dice.number(60...150)))
        let times = (0..<8).map { step in time(first.adding(Int64(step * 2))) }
        tell(
            .shipment, "test",
            Procedures(world: world).entries(
                .shipment, plan: nil, given: given, needs: needs, by: engineer, at: times))
    }
}
