import CaseModel

extension SeedRow {
    /// Licences, and where questions about them go: rows 37 to 45 and 80.
    static let licenses: [SeedRow] = [
        SeedRow("37", "Licensing Administrator", cut: [#"[request-type "licensing"] role"#]) { policy in
            let route = policy.route(about: .license, region: "emea")
            try prove(route?.role?.name == "Licensing Administrator", "no licence specialist is named")
            let ben = Agent(id: AgentID(2), name: "Ben", duties: [.licensingAdministrator])
            try authorise(ben, .moveLicenses, .store)
        },
        SeedRow("38", "Licence file", cut: [#"[threshold "license-expiring-soon"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let file = try await stage.licensed(10, with: ["expires": "2026-03-20"], .allocate(4, to: "gate-1"))
            try prove(file["product"] == "Gateway" && file["allocations"] == "gate-1=4", "the file lacks a part")
            let day = try day(CaseStage.day)
            try prove(LicenseStanding(file, on: day, policy).marks == [.expiringSoon], "its end is not told")
            let history = try LicenseBalance.replay(try await stage.store.recordFile(file.id).events)
            try prove(history.compactMap(\.act) == [.allocate(4, to: "gate-1")], "its history is not kept")
        },
        SeedRow("39a", "Download of licence file", cut: [#"[license-operation "download"]"#]) { policy in
            let file = try await CaseStage(policy).licensed(10, .allocate(4, to: "gate-1"), .download())
            try prove(file["downloaded"] != nil && file["files"] == "gate-1=1", "it is not stamped")
        },
        SeedRow("39b", "Re-download", cut: [#"[license-operation "redownload"]"#]) { policy in
            let file = try await CaseStage(policy).licensed(10, .allocate(4, to: "a"), .download(), .download())
            try prove(file["files"] == "a=2" && LicenseBalance(file).allocated == 4, "it changes counts")
        },
        SeedRow("40", "Allocation", cut: [#"[license-operation "allocate"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let file = try await stage.licensed(10, .allocate(10, to: "gate-1"))
            try prove(LicenseBalance(file).free == 0, "it is not allocated")
            for act in [LicenseAct.allocate(1, to: "gate-1"), LicenseAct(.allocate, 1)] {
                let edit = RecordEdit(file.id, doing: .license(act))
                try await stage.prove("license-allocate", against: edit, "more is allocated than was bought")
            }
        },
        SeedRow("41", "Re-allocation", cut: [#"[license-operation "reallocate"]"#]) { policy in
            let file = try await CaseStage(policy).licensed(
                10, .allocate(4, to: "a"), .reallocate(3, from: "a", to: "b"))
            try prove(file["allocations"] == "a=1 b=3", "the total changed")
        },
        SeedRow("42", "Return", cut: [#"[license-operation "return"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let file = try await stage.licensed(10, .allocate(4, to: "a"), .giveBack(3, from: "a"))
            try prove(LicenseBalance(file).free == 9, "it does not come back")
            let edit = RecordEdit(file.id, doing: .license(.giveBack(2, from: "a")), text: "x")
            try await stage.prove("license-return", against: edit, "more comes back than was allocated")
        },
        SeedRow("43", "Licence-management advice", cut: [#"[license-operation "advice"]"#]) { policy in
            let file = try await CaseStage(policy).licensed(10, .advice)
            try prove(LicenseBalance(file).free == 10 && file.version == 2, "counts changed")
        },
        SeedRow("44a", "Americas", cut: [#"[region "americas"] geo"#]) { policy in
            try policy.proveTeam("customer-service", in: "Americas")
        },
        SeedRow("44b", "APJ", cut: [#"[region "apac"] geo"#]) { policy in
            try policy.proveTeam("customer-service", in: "APJ")
            try prove(policy.places.regions.count { $0.geo == "APJ" } == 2, "APJ is not whole")
        },
        SeedRow("44c", "EMEA", cut: [#"[request-type "licensing"] team.emea"#]) { policy in
            try policy.proveTeam("licensing-support", in: "EMEA")
        },
        SeedRow("45", "Licensing Support (EMEA)", cut: [#"[team "licensing-support"] regions"#]) { policy in
            let team = policy.people.teams.first { $0.code == "licensing-support" }
            try prove(team?.regions == ["emea"], "its region is not named")
            try policy.proveTeam("licensing-support", in: "EMEA")
        },
        SeedRow("80", "Licensed products", cut: [#"[threshold "update-grace"]"#]) { policy in
            let stage = try await CaseStage(policy)
            let license = try await stage.licensed(10, .allocate(4, to: "a"))
            let release = try await stage.add(
                .product, ["product": "gateway", "installed": "1", "available": "2", "since": "2025-12-01"])
            let product = RunningProduct.all([license, release])
            try prove(product.map(\.purchased) == [10] && product.map(\.allocated) == [4], "licences are not counted")
            let gap = ReleaseGap(release, on: try day(CaseStage.day), policy)
            try prove(gap?.isLate == true, "the duty to update is not linked")
        },
    ]
}

extension CaseStage {
    /// A licence of the customer after some acts.
    func licensed(
        _ quantity: Int, with more: [String: String?] = [:], _ acts: LicenseAct...
    ) async throws -> Record {
        let values: [String: String?] = ["product": "Gateway", "quantity": "\(quantity)"]
        var license = try await add(.license, values.merging(more) { $1 })
        for each in acts { license = try await act(on: license, .license(each)) }
        return license
    }
}

extension Policy {
    /// Requires that questions about licences go to a team in every region of a wider area.
    fileprivate func proveTeam(_ team: String, in geo: String) throws {
        let regions = places.regions.filter { $0.geo == geo }
        try prove(!regions.isEmpty, "there is no region of \(geo)")
        for region in regions {
            try prove(route(about: .license, region: region.code)?.team.code == team, "\(region.code) goes elsewhere")
        }
    }
}
