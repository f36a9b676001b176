import CaseModel

extension FullStore {
    /// The last day of something: some end today, some ended, most are spread over the year.
    func end(_ number: Int) -> String {
        SampleStore.zone.local(SampleStore.now).day.adding(Int64((number - 10) * abs(number - 10) / 8)).description
    }

    /// Contracts with what stands under them, licences and purchases.
    func fillContracts() async throws(StoreError) {
        let contracts = try await add(.contract) { number in
            [
                "account": account(number), "number": "C-2024/\(name("K", number))",
                "plans": number % 3 == 0 ? "select gold" : "priority-plus gold-plus trm", "start": "2024-01-01",
                "end": end(number),
            ]
        }
        try await add(.entitlement) { number in
            [
                "account": account(number), "contract": contracts[number - 1].description,
                "product": name("Product", number), "plan": "priority-plus", "quantity": "1000000000",
            ]
        }
        let members = try await add(.membership) { number in
            let isNamed = number % 3 != 0
            return [
                "account": account(number), "contract": contracts[number - 1].description,
                "product": name("Product", number), "quantity": String(number * 11_111_111), "end": end(number),
                "contact": isNamed ? person(number) : nil,
                "naming": isNamed ? ["named", "automatic"][number % 2] : nil,
                "since": isNamed ? "2025-01-01" : nil,
            ]
        }
        let notices = try await add(.notice) { number in
            [
                "membership": members[number - 1].description, "kind": "renewal", "due": end(number),
                "state": number % 3 == 0 ? "open" : "sent", "subject": "Renewal notice: \(name("Product", number))",
            ]
        }
        try await keep(
            "bounced",
            notices.enumerated().filter { $0.offset % 3 == 1 }.map { RecordEdit($0.element, ["state": "bounced"]) })
        try await add(.purchase) { number in
            [
                "account": account(number), "order": name("PO-2024-", number), "day": "2024-06-20",
                "product": name("Product", number), "quantity": "1000000000", "contact": person(number),
            ]
        }
        try await add(.license) { number in
            [
                "account": account(number), "product": name("Product", number),
                "quantity": String(number * 11_111_111), "bought": "2024-07-01", "expires": end(number + 6),
            ]
        }
        try await add(.hours) { number in
            [
                "contract": contracts[12 + 3 * (number % 8)].description, "day": "2026-02-\(10 + number % 18)",
                "minutes": "\(number * 9)",
                "by": agent(number), "note": name("Review of the environment", number),
            ]
        }
    }
}
