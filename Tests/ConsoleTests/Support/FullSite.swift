import CaseModel
import GuidePolicy

extension FullStore {
    /// Machines, their travels, and visits.
    func fillSite() async throws(StoreError) {
        let machines = try await add(.hardware) { number in
            [
                "account": account(number), "product": name("Gateway appliance", number),
                "serial": "GA-7712000000\(number)-\(name("S", number))", "plan": ["gold", "bronze"][number % 2],
                "start": "2025-01-01", "end": end(number), "address": name("Hall", number),
            ]
        }
        let replaced = try await add(.replacement, doing: .step("request")) { number in
            ["hardware": machines[number - 1].description, "reason": name("Fan stands still", number)]
        }
        try await keep(
            "confirm",
            replaced.enumerated().filter { $0.offset % 2 == 0 }.map { place, id in
                RecordEdit(id, doing: .step("confirm"), ["confirmedBy": agent(place)])
            })
        let shipped = try await add(.shipment, doing: .step("propose")) { number in
            [
                "account": account(number), "item": ["cpu", "peripheral"][number % 2],
                "serial": "S-4711-\(name("X", number))",
            ]
        }
        try await keep(
            "agree",
            shipped.enumerated().filter { $0.offset % 3 != 0 }.map { place, id in
                RecordEdit(
                    id, doing: .step("agree"), ["agreedByCustomer": person(place + 1), "agreedByUs": agent(place)])
            })
        try await keep(
            "attest",
            shipped.enumerated().filter { $0.offset % 3 == 1 }.map { place, id in
                RecordEdit(id, doing: .step("attest"), ["attestedBy": person(place + 1)])
            })
        let leaves = try await add(.access) { number in
            [
                "account": account(number), "way": ["physical", "remote"][number % 2],
                "scope": name("Hall", number), "from": "2025-01-10", "to": number % 5 == 0 ? nil : end(number),
                "person": person(number),
            ]
        }
        try await add(.visit) { number in
            [
                "access": leaves[number - 1].description, "at": "2026-01-\(10 + number % 18)T09:00:00Z",
                "by": agent(number), "consentBy": person(number),
                "note": name("Exchanged a cable and watched the sessions", number),
            ]
        }
    }

    /// What support depends on, and who acts for the customers.
    func fillService() async throws(StoreError) {
        try await add(.asset) { number in
            [
                "account": account(number), "what": ["equipment", "connection", "telephone"][number % 3],
                "name": name("Server room", number), "working": ["yes", "no"][number % 2],
                "number": number % 3 == 2 ? "+47 22 55 01 \(number)" : nil, "checked": "2026-01-15",
            ]
        }
        try await add(.product) { number in
            [
                "account": account(number), "product": name("Gateway", number), "installed": "14.8.\(number)",
                "available": number % 4 == 0 ? "14.8.\(number)" : "15.2.1234567 build 99", "since": "2025-11-03",
            ]
        }
        try await add(.consent) { number in
            [
                "account": account(number), "about": ["license-audit", "cooperation"][number % 2],
                "state": "requested", "day": "2026-02-25",
            ]
        }
        let assigned = Set(Guide.book.inForce.people.roles.filter(\.isAssigned).map(\.code))
        let managers = try await store.agents().filter { $0.role.map(assigned.contains) ?? false }.map(\.id)
        try await add(.environment) { number in
            [
                "account": account(number), "name": name("Production", number), "critical": "yes",
                "principal": number % 7 == 0 ? "yes" : "no",
                "objectives": name("Never waits more than a minute", number),
                "manager": managers[number % managers.count].description, "reviewed": "2026-01-15",
            ]
        }
        let companies = try await store.accounts(matching: "Fjord", limit: 1)
        try await add(.partner) { number in
            [
                "account": account(number), "company": companies.first?.id.description, "role": "third-party",
                "scope": ["cases", "renewals", "both"][number % 3], "from": "2025-01-01", "to": end(number),
            ]
        }
    }
}
