import CaseModel
import GuidePolicy

extension WorkplaceStore.Shelf {
    /// What is kept of the customer's site and of the service there: the last records to be added.
    mutating func fillSite() async throws(StoreError) {
        func first(_ kind: RecordKind) async throws(StoreError) -> Record {
            guard let found = try await store.records(RecordQuery(kind)).records.first else {
                throw .notFound(kind.code)
            }
            return found
        }
        let membership = try await first(.membership)
        let owner = membership["account"]
        let berg = membership["contact"]
        let hardware = try await first(.hardware).id.description
        _ = try await add(
            .hours,
            [
                "contract": membership["contract"], "day": "2026-02-20", "minutes": "150", "by": "AG-1",
                "note": "Review of the environment",
            ])
        _ = try await add(
            .shipment, doing: .step("propose"), ["account": owner, "item": "cpu", "serial": "S-4711"])
        _ = try await add(
            .replacement, doing: .step("request"), ["hardware": hardware, "reason": "Fan 3 stands still"])
        let access = try await add(
            .access,
            [
                "account": owner, "way": "physical", "scope": "Hall 3 in Oslo", "from": "2026-01-10",
                "to": "2026-04-09", "person": berg,
            ])
        _ = try await add(
            .visit,
            [
                "access": access.description, "at": "2026-02-03T09:00:00Z", "by": "AG-1", "consentBy": berg,
                "note": "Exchanged a cable and watched the sessions for an hour.",
            ])
        _ = try await add(
            .asset,
            ["account": owner, "what": "equipment", "name": "Server room", "working": "yes", "checked": "2026-01-15"])
        _ = try await add(
            .consent, ["account": owner, "about": "license-audit", "state": "requested", "day": "2026-02-25"])
        _ = try await add(
            .notice,
            [
                "membership": membership.id.description, "kind": "renewal", "due": "2026-03-01", "state": "sent",
                "subject": "Renewal notice: Application delivery",
            ])
    }

    /// A critical situation that is over.
    func endSituation() async throws(StoreError) {
        let end = SampleStore.history(
            "All sites without sessions", .one, .closed, "Helix Bank", "kim", ago: 3_000_000)
        try await store.beginLoad(
            LoadHeader(
                source: "ended", claim: SampleStore.ada, at: SampleStore.now, operation: OperationID("ended-load")))
        _ = try await store.load([end])
        try await store.finishLoad()
    }
}

extension MemoryCaseStore {
    /// Records the alerts that are due, as another console does.
    func raiseAlerts() async throws(StoreError) {
        let edits = try await alerts(AlertWatch(now: SampleStore.now, ahead: nil)).edits
        let operation = CaseModel.Operation(
            id: OperationID("raised"), claim: SampleStore.ada, at: SampleStore.now, edits: [])
        _ = try await keep(edits, operation)
    }

    /// Very many people, memberships and cases at one customer, with names that are long or mean harm.
    func crowd() async throws(StoreError) {
        guard let nord = try await accounts(matching: "Nord Energy", limit: 1).first else { throw .notFound("Nord") }
        var shelf = WorkplaceStore.Shelf(self)
        shelf.acts = 100
        let ends = [
            "", " the Younger of the United Northern and Southern Harbours and Railways", "\u{202E}gnp.exe",
            "東京プリンタ株式会社",
            "\u{1B}[31mred", "e\u{301}\u{301}\u{301}\u{301}", "👩‍👩‍👧‍👦",
        ]
        guard let contract = try await records(RecordQuery(.contract, of: [nord.id])).records.first else {
            throw .notFound("contract")
        }
        for number in 1...60 {
            let end = ends[number % ends.count]
            let person = try await shelf.person(
                "Person \(100 + number)\(end)", nord.id, roles: ["technical"], mail: "p\(number)@nord.example",
                phone: "+47 22 55 \(1000 + number)")
            _ = try await shelf.add(
                .membership,
                [
                    "account": nord.id.description, "contract": contract.id.description,
                    "product": "Product \(number)\(end)",
                    "end": "2026-\(number % 2 == 0 ? "04" : "05")-1\(number % 10)", "contact": person.description,
                    "naming": "named", "since": "2025-01-01",
                ])
            _ = try await shelf.add(
                .license,
                [
                    "account": nord.id.description, "product": "Product \(number)\(end)",
                    "quantity": String(number * number * 1000), "bought": "2025-07-01",
                    "expires": "2026-0\(4 + number % 6)-01",
                ])
        }
        let cases: [LoadRecord] = (1...40).map { number in
            let severity: Severity = number % 3 == 0 ? .two : .three
            let subject = "Case \(number)" + ends[number % ends.count]
            let owner = number % 2 == 0 ? "ada" : nil
            return SampleStore.history(
                subject, severity, .open, "Nord Energy", owner, ago: Int64(number) * 40_000)
        }
        try await beginLoad(
            LoadHeader(
                source: "crowd", claim: SampleStore.ada, at: SampleStore.now, operation: OperationID("crowd-load")))
        _ = try await load(cases)
        try await finishLoad()
    }
}

extension Seat {
    /// The row under the cursor.
    var cursorRow: String { picture().split(separator: "\n").first { $0.hasPrefix("▌") }.map(String.init) ?? "" }
}
