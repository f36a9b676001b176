import CaseModel
import GuidePolicy
import Testing

@Suite("The store knows who is to work on a case, and whether it is covered")
struct WorkerTests {
    /// Ben works in Dublin and knows gateways; at minute 10 Dublin is closed and Sydney is open.
    private func addBen(_ desk: Desk) async throws -> Agent {
        var ben = try await desk.addBen()
        ben.products = ["Gateway"]
        ben.center = "dublin"
        return try await desk.store.save(ben, by: People.ada, at: minute(1))
    }

    /// A case about a product that waits for an engineer.
    private func openCase(_ desk: Desk) async throws -> CaseID {
        let id = try await desk.logCase(severity: .one).id
        #expect(try await desk.apply(id, .take, .product("Workspace"), .release).isDone)
        #expect(try await desk.item(id).status == .open)
        return id
    }

    @Test("Expertise and shift of who takes it or gets it", arguments: StoreKind.allCases)
    func worker(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            var ben = try await addBen(desk)
            let id = try await openCase(desk)
            func said(_ claim: Claim, _ change: CaseChange, at now: Timestamp = minute(10)) async throws -> [String] {
                let outcome = try await desk.apply(claim, id, at: now, change)
                #expect(outcome.isDone, "\(change)")
                _ = try await desk.apply(id, at: now, .release)
                return outcome.events.flatMap(\.remarks).map(\.code)
            }
            let both = ["warn expertise-fits", "warn on-shift"]
            #expect(try await said(People.ben, .take) == both)
            #expect(try await said(People.ada, .assign(ben.id)) == both)
            // Of Ada nothing was noted, so nothing is said.
            #expect(try await said(People.ada, .take) == [])
            #expect(try await said(People.ben, .take, at: minute(10 + 6 * 60)) == ["warn expertise-fits"])
            ben.products = ["Workspace"]
            ben = try await desk.store.save(ben, by: People.ada, at: minute(1))
            #expect(try await said(People.ben, .take, at: minute(10 + 6 * 60)) == [])
        }
    }

    @Test("Whether the centre that is to have it is open", arguments: StoreKind.allCases)
    func center(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await openCase(desk)
            for (center, remarks) in [("sydney", []), ("dublin", ["warn next-center-open"])] {
                let outcome = try await desk.apply(id, .handOver(center: center, text: "Yours."))
                #expect(outcome.events.flatMap(\.remarks).map(\.code) == remarks, "\(center)")
            }
        }
    }

    @Test("A case taken before it was verified is flagged until it is covered", arguments: StoreKind.allCases)
    func cover(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let new = try await desk.logCase(severity: .one)
            let held = try await desk.logCase()
            _ = try await desk.apply(held.id, .status(.open), .severity(.one))
            for id in [new.id, held.id] {
                #expect(try await desk.apply(id, .take).events.first?.remarks.map(\.code) == ["warn cover-verified"])
                #expect(try await desk.item(id).flags == ["caller-may-open", "cover-active"])
            }
            let account = try #require(new.account).description
            let contract = try await desk.add(
                .contract, ["account": account, "number": "N-1", "start": "2020-01-01", "end": "2099-12-31"])
            try await desk.add(.entitlement, ["contract": contract.id.description, "plan": "core"])
            for id in [new.id, held.id] {
                _ = try await desk.apply(id, .status(.review))
                #expect(try await desk.item(id).flags == ["caller-may-open"])
            }
            var contact = try #require(try await desk.store.caseFile(new.id).contact)
            contact.roles = ["technical"]
            _ = try await desk.store.save(contact, by: People.ada, at: minute(3))
            _ = try await desk.apply(new.id, .status(.wip))
            #expect(try await desk.item(new.id).flags == [])
        }
    }

    @Test("The manager of a critical situation names itself, and takes that back", arguments: StoreKind.allCases)
    func manager(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let ben = try await desk.addBen([.criticalSituationManager])
            let id = try await desk.logCase(severity: .one).id
            let named = CaseChange.fact(.criticalSituationManager, ben.id.description)
            #expect(
                try await desk.apply(People.ben, id, named, .fact(.given("acknowledged"), minute(9).description)).isDone
            )
            #expect(try await desk.apply(People.ben, id, .fact(.language, "de")).refusal?.rule == "no-right")
            #expect(try await desk.undo(People.ben).edits.allSatisfy(\.isDone))
            #expect(try await desk.item(id).criticalSituationManager == nil)
        }
    }
}
