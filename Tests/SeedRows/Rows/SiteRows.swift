import CaseModel

extension SeedRow {
    /// What a customer agrees to, keeps and sends in: rows 60, 66 to 68, 71 to 77 and 79.
    static let site: [SeedRow] = [
        SeedRow("60", "Enrolment / agreement to cooperate", cut: [#"[consent-kind "cooperation"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let consent = try await stage.add(
                .consent,
                ["about": "cooperation", "state": "granted", "day": CaseStage.day, "by": stage.caller.id.description])
            let answers = ConsentAnswer.all(.cooperation, among: [consent], policy)
            try prove(answers.map(\.isGiven) == [true], "the agreement is not known")
            try prove(try await !stage.isSaid("cooperation-agreed"), "it is asked for though it was given")
            let other = try await CaseStage(policy)
            try prove(try await other.isSaid("cooperation-agreed"), "nothing is said before opening without it")
        },
        SeedRow("66", "Access to facilities", cut: [#"[access-kind "physical"] consent"#]) { policy in
            let stage = try await CaseStage(policy)
            let leave = try await stage.add(
                .access,
                ["way": "physical", "scope": "Room 1", "from": CaseStage.day, "person": stage.caller.id.description])
            let visit: [String: String?] = [
                "access": leave.id.description, "at": "\(CaseStage.day)T10:00:00Z", "by": "AG-1", "note": "Looked.",
            ]
            try await stage.prove(
                "visit-consent", against: RecordEdit(adding: .visit, visit), "a visit needs no consent")
            try await stage.add(.visit, visit.merging(["consentBy": stage.caller.id.description]) { $1 })
        },
        asset("67a", "Customer equipment and other site hardware", "equipment"),
        asset("67b", "Communication connections and interfaces", "connection"),
        SeedRow("67c", "Telephone lines", cut: [#"[asset-kind "telephone"] call-back"#]) { policy in
            let stage = try await CaseStage(policy)
            let values: [String: String?] = ["what": "telephone", "name": "Desk", "number": "+353 1", "working": "yes"]
            try prove(try await stage.isSaid("call-back-known", "1"), "no number is asked for at severity 1")
            let line = try await stage.add(.asset, values)
            try prove(CallBack([line], policy)?.number == "+353 1", "nobody is called back")
            let silent = RecordEdit(adding: .asset, values.merging(["account": "AC-1", "number": nil]) { $1 })
            try await stage.prove("asset-needs", against: silent, "a line needs no number")
        },
        SeedRow("68", "Updates / code releases", cut: [#"[threshold "update-grace"]"#]) { policy in
            let release = try await CaseStage(policy).add(
                .product, ["product": "Gateway", "installed": "1", "available": "2", "since": "2026-01-01"])
            let gap = ReleaseGap(release, on: try day(CaseStage.day), policy)
            try prove(gap?.isLate == true && gap?.days == 67, "no warning with the gap")
        },
        SeedRow("69", "Timely manner", cut: [#"[threshold "update-grace"] value"#, #"[threshold "update-grace"]"#]) {
            policy in
            let stage = try await CaseStage(policy)
            let values = ["product": "Gateway", "installed": "1", "available": "2"]
            for (since, isLate) in [("2026-03-01", false), ("2026-01-01", true)] {
                let release = try await stage.add(.product, values.merging(["since": since]) { $1 })
                let gap = ReleaseGap(release, on: try day(CaseStage.day), policy)
                try prove(gap?.isLate == isLate, "\(since) is \(isLate ? "not late" : "late")")
            }
        },
        SeedRow("71a", "CPU sent in", cut: [#"[procedure "test-machine"] needs.agreed"#]) { policy in
            try await CaseStage(policy).proveAgreement(on: "cpu")
        },
        SeedRow("71b", "Peripherals sent in", cut: [#"[shipment-item "peripheral"]"#]) { policy in
            try await CaseStage(policy).proveAgreement(on: "peripheral")
        },
        SeedRow("71c", "Diagnosis and testing", cut: [#"[procedure "test-machine"] needs.returned"#]) { policy in
            let stage = try await CaseStage(policy)
            let shipment = try await stage.shipped(to: "test-laboratory")
            try await stage.act(on: shipment, .step("receive"))
            let back = RecordEdit(shipment.id, doing: .step("return"))
            try await stage.prove("procedure-needs", against: back, "it comes back without a finding")
            let done = try await stage.act(on: shipment, .step("return"), ["finding": "Dead fan"])
            try prove(StepStanding(done, plan: nil, policy)?.next == nil, "the finding does not close it")
        },
        SeedRow("72", "Citrix-designated location", cut: [#"[destination "test-laboratory"]"#]) { policy in
            let stage = try await CaseStage(policy)
            try await stage.shipped(to: "test-laboratory")
            do {
                try await stage.shipped(to: "anywhere")
            } catch StoreError.refused(let refusal) where refusal.rule == "policy-word" {
                return
            }
            throw Unproved("it goes anywhere")
        },
        SeedRow(
            "73", "Confidential/personal data on test machine", cut: [#"[procedure "test-machine"] needs.attested"#]
        ) { policy in
            let stage = try await CaseStage(policy)
            let shipment = try await stage.agreed(on: "cpu")
            for (act, rule) in [("ship", "procedure-order"), ("attest", "procedure-needs")] {
                let edit = RecordEdit(shipment.id, doing: .step(act), ["destination": "test-laboratory"])
                try await stage.prove(rule, against: edit, "it is shipped without an attestation")
            }
        },
        SeedRow("74", "Licence-compliance audit", cut: [#"[consent-kind "license-audit"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let asked = try await stage.add(
                .consent, ["about": "license-audit", "state": "requested", "day": CaseStage.day])
            let done = RecordEdit(asked.id, ["state": "complete"])
            try await stage.prove("consent-order", against: done, "it is done before anybody consented")
            let refused = try await stage.keep(
                RecordEdit(asked.id, ["state": "refused", "by": stage.caller.id.description]))
            try prove(ConsentAnswer.all(.audit, among: [refused], policy).map(\.isGiven) == [false], "it is not known")
        },
        audit("75", "Audit terms", "[consent-kind \"license-audit\"] reference") { answer in
            answer.reference?.address.contains("cloud.com/legal") == true
        },
        audit("76", "Remedies for breach", "[consent-kind \"license-audit\"] ground") { answer in
            answer.ground?.note?.contains("never automatic") == true
        },
        audit("77", "Applicable law limit", "[ground \"audit\"] note") { answer in
            answer.ground?.note?.contains("law permits") == true
        },
        SeedRow("79", "Services benefits", cut: [#"[plan "select"] benefit"#]) { policy in
            let plan = policy.cover.plans.first { $0.code == "select" }
            try prove(plan?.benefits.contains("Updates and upgrades") == true, "the plan names no benefits")
        },
    ]

    private static func asset(_ row: String, _ noun: String, _ code: String) -> SeedRow {
        SeedRow(row, noun, cut: ["[asset-kind \"\(code)\"] duty"]) { policy in
            try await CaseStage(policy).add(.asset, ["what": code, "name": "It"])
            let kind = policy.duties.ledgers.assetKinds.first { $0.code == code }
            try prove(kind?.duty?.contains("procures, installs and maintains") == true, "whose duty it is is not said")
        }
    }

    private static func audit(
        _ row: String, _ noun: String, _ cut: String, _ holds: @escaping @Sendable (ConsentAnswer) -> Bool
    ) -> SeedRow {
        SeedRow(row, noun, cut: [cut]) { policy in
            let answers = ConsentAnswer.all(.audit, among: [], policy)
            try prove(answers.count == 1 && answers.allSatisfy(holds), "the consent does not show it")
        }
    }
}

extension CaseStage {
    /// Whether logging a case says that a condition does not hold.
    func isSaid(_ condition: String, _ severity: String = "3") async throws -> Bool {
        try await log(severity: severity).events.flatMap(\.remarks).contains { $0.condition == condition }
    }

    /// A shipment on which both sides agreed.
    func agreed(on item: String) async throws -> Record {
        let shipment = try await add(.shipment, doing: .step("propose"), ["item": item])
        try await act(on: shipment, .step("agree"), ["agreedByUs": "AG-1"])
        return try await keep(
            RecordEdit(shipment.id, doing: .step("agree"), ["agreedByCustomer": caller.id.description]))
    }

    /// Requires that a shipment is blocked until both sides agreed.
    func proveAgreement(on item: String) async throws {
        let shipment = try await add(.shipment, doing: .step("propose"), ["item": item])
        let ours = try await act(on: shipment, .step("agree"), ["agreedByUs": "AG-1"])
        let blocked = RecordEdit(ours.id, doing: .step("attest"), ["attestedBy": caller.id.description])
        try await prove("procedure-order", against: blocked, "one side is enough")
        let both = try await keep(
            RecordEdit(ours.id, doing: .step("agree"), ["agreedByCustomer": caller.id.description]))
        try SeedRows.prove(both["step"] == "agreed", "both sides are not enough")
    }

    /// A shipment that is on its way.
    @discardableResult
    func shipped(to place: String) async throws -> Record {
        let shipment = try await agreed(on: "cpu")
        try await act(on: shipment, .step("attest"), ["attestedBy": caller.id.description])
        return try await act(on: shipment, .step("ship"), ["destination": place])
    }
}
