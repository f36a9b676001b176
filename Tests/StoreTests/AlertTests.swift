import CaseModel
import GuidePolicy
import Testing

@Suite("Alerts: what nobody may sleep through")
struct AlertTests {
    /// Looks and records what is new, as a console does.
    private func look(
        _ desk: Desk, at now: Timestamp, ahead: Int64? = nil, by claim: Claim = People.ada
    ) async throws -> [StandingAlert] {
        let watch = AlertWatch(now: now, ahead: ahead)
        let edits = try await desk.store.alerts(watch).edits
        if !edits.isEmpty { _ = try await desk.store.keep(edits, desk.operation(claim, at: now)) }
        return try await desk.store.alerts(watch).standing
    }

    private func causes(_ alerts: [StandingAlert]) -> [String] { alerts.map { $0.record["cause"] ?? "" } }

    @Test("Of two who notice the same, one raises it", arguments: StoreKind.allCases)
    func once(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase(severity: .one).id
            _ = try await desk.logCase(severity: .two)
            let watch = AlertWatch(now: minute(3), ahead: nil)
            // Both look before either writes.
            let (first, second) = (try await desk.store.alerts(watch), try await desk.store.alerts(watch))
            #expect(first.edits.count == 1 && first.edits == second.edits && first.standing == [])
            let raised = try await desk.store.keep(first.edits, desk.operation(People.ada))
            let again = try await desk.store.keep(second.edits, desk.operation(People.ada))
            #expect(raised.events.count == 1 && again.events.isEmpty && again.records == raised.records)
            let alert = try #require(try await desk.store.alerts(watch).standing.first)
            #expect(alert.record["cause"] == "critical \(id) 1" && alert.reason == .critical)
            #expect(alert.words == "\(id) is critical: The gateway drops sessions")
            #expect(try await desk.store.alerts(watch).edits == [])
        }
    }

    @Test("A case that is raised, changed back and raised again is told twice", arguments: StoreKind.allCases)
    func raisedAgain(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase(severity: .two).id
            #expect(try await look(desk, at: minute(3)) == [])
            _ = try await desk.apply(id, at: minute(4), .severity(.one, reason: "All users lost."))
            #expect(causes(try await look(desk, at: minute(5))) == ["critical \(id) 2"])
            _ = try await desk.apply(id, at: minute(6), .severity(.two, reason: "Half of them work."))
            #expect(try await look(desk, at: minute(7)) == [])
            let over = try await desk.store.records(RecordQuery(.alert)).records
            #expect(over.map { $0["state"] } == [AlertState.over.rawValue])
            _ = try await desk.apply(id, at: minute(8), .severity(.one, reason: "Worse again."))
            #expect(causes(try await look(desk, at: minute(9))) == ["critical \(id) 4"])
            // What happened long ago is no news where somebody was there since.
            let later = try await desk.logCase(severity: .one).id
            _ = try await desk.apply(id, at: minute(8), .note("Somebody is there."))
            _ = try await desk.apply(id, at: minute(9 + 24 * 60), .note("Seen."))
            #expect(causes(try await look(desk, at: minute(9 + 24 * 60))) == ["critical \(id) 4"])
            #expect(causes(try await look(desk, at: minute(9))).contains("critical \(later) 1"))
        }
    }

    @Test("What came up while nobody was there is told afterwards, up to a week", arguments: StoreKind.allCases)
    func absence(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase(severity: .one).id
            #expect(try await look(desk, at: minute(2 + 8 * 24 * 60)) == [])
            // Whoever is back first does something before anybody looks: what came up before that is told all the same.
            _ = try await desk.apply(id, at: minute(1 + 3 * 24 * 60), .note("Back."))
            #expect(causes(try await look(desk, at: minute(2 + 3 * 24 * 60))) == ["critical \(id) 1"])
        }
    }

    @Test("A promise is told before it is due, and no more once it is kept", arguments: StoreKind.allCases)
    func due(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            _ = try await desk.apply(id, at: minute(3), .fact(.region, "emea"), .fact(.plan, "select"), .take)
            let due = try #require(try await desk.item(id).response.due)
            #expect(try await look(desk, at: due - 901, ahead: 900) == [])
            #expect(try await look(desk, at: due - 900) == [])
            #expect(causes(try await look(desk, at: due - 900, ahead: 900)) == ["due \(id) first \(due.seconds)"])
            // The same promise, nearer: the same alert.
            #expect(try await look(desk, at: due - 5, ahead: 900).count == 1)
            _ = try await desk.apply(id, at: due - 4, .reply("We are looking."))
            #expect(
                try await look(desk, at: due - 3, ahead: 900).allSatisfy {
                    !($0.record["cause"] ?? "").contains("first")
                })
            let first = try await desk.store.records(RecordQuery(.alert)).records.first
            #expect(first?["state"] == AlertState.over.rawValue)
        }
    }

    @Test("A late update of a critical situation is told once for each promise", arguments: StoreKind.allCases)
    func late(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let ids = [try await desk.logCase(severity: .one).id, try await desk.logCase(severity: .two).id]
            for id in ids {
                _ = try await desk.apply(id, at: minute(3), .fact(.region, "emea"), .fact(.plan, "select"), .take)
                _ = try await desk.apply(id, at: minute(4), .reply("We are looking."), .hear("All are down."))
            }
            let promised = try await desk.item(ids[0]).followUp
            let (due, late) = (try #require(promised.due), try #require(promised.lateFrom))
            func told(_ now: Timestamp) async throws -> [String] {
                causes(try await look(desk, at: now)).filter { $0.hasPrefix("late") }
            }
            #expect(try await told(late - 1) == [])
            // However little ahead promises are told of, one that is broken is.
            let once = ["late \(ids[0]) next \(due.seconds)"]
            #expect(try await told(late) == once)
            #expect(try await told(late + 60) == once)
            _ = try await desk.apply(ids[0], at: late + 90, .reply("Still looking."))
            #expect(try await told(late + 91) == [])
            // Where that update is taken back, the same promise is broken again.
            _ = try await desk.undo(at: late + 92)
            #expect(try await told(late + 93) == once)
            _ = try await desk.apply(ids[0], at: late + 94, .reply("Still looking, and found something."))
            #expect(try await told(late + 95) == [])
            _ = try await desk.apply(ids[0], at: late + 100, .hear("Still down."))
            let next = try await desk.item(ids[0]).followUp
            #expect(try await told(try #require(next.lateFrom)) == ["late \(ids[0]) next \(next.due?.seconds ?? 0)"])
        }
    }

    @Test("Of many that stand the oldest is not forgotten", arguments: StoreKind.allCases)
    func many(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let first = try await desk.logCase(severity: .one).id
            for _ in 0..<505 { _ = try await desk.logCase(severity: .one) }
            let all = try await look(desk, at: minute(3))
            #expect(all.count == 506 && all.last?.record.item("case") == first)
            _ = try await desk.apply(first, at: minute(4), .severity(.two, reason: "Half of them work."))
            #expect(try await look(desk, at: minute(5)).count == 505)
        }
    }

    @Test("Whose case it is hears that the customer spoke, until it did something", arguments: StoreKind.allCases)
    func heard(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let ben = try await desk.addBen()
            let id = try await desk.logCase().id
            _ = try await desk.apply(id, at: minute(3), .hear("Still slow."))
            #expect(try await look(desk, at: minute(4)) == [], "nobody owns it")
            _ = try await desk.apply(id, at: minute(5), .assign(ben.id))
            _ = try await desk.apply(id, at: minute(6), .hear("Slower."))
            let alerts = try await look(desk, at: minute(7))
            #expect(causes(alerts) == ["heard \(id) 4"] && alerts.first?.owner == ben.id)
            _ = try await desk.apply(People.ben, id, at: minute(8), .note("Called back."))
            #expect(try await look(desk, at: minute(9)) == [])
            // Who took the call knows of it.
            _ = try await desk.apply(People.ben, id, at: minute(10), .hear("Thank you."))
            #expect(try await look(desk, at: minute(11)) == [])
        }
    }

    @Test("It is acknowledged once, by name and time, by those who may", arguments: StoreKind.allCases)
    func acknowledged(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let ben = try await desk.addBen([.accountManager])
            let (id, own) = (try await desk.logCase(severity: .one).id, try await desk.logCase(severity: .one).id)
            _ = try await desk.apply(own, .assign(ben.id))
            // Whoever looks first raises it; to say that it was seen takes a right, or that the case is one's own.
            let alerts = try await look(desk, at: minute(12), by: People.ben)
            #expect(alerts.count == 2)
            func record(_ item: CaseID) throws -> RecordID {
                try #require(alerts.first { $0.record.item("case") == item }).record.id
            }
            func see(_ item: CaseID, _ claim: Claim, _ at: Int64) async throws -> RecordOutcome {
                let edit = RecordEdit(try record(item), doing: .alert(.acknowledge))
                return try await desk.store.keep([edit], desk.operation(claim, at: minute(at)))
            }
            #expect(
                try await desk.rule(of: [RecordEdit(try record(id), doing: .alert(.acknowledge))], by: People.ben)
                    == "no-right")
            _ = try await see(own, People.ben, 13)
            _ = try await see(id, People.ada, 14)
            let seen = try await desk.store.recordFile(try record(own)).record
            #expect(seen["by"] == ben.id.description && seen["seen"] == minute(13).description)
            #expect(try await see(own, People.ada, 15).events == [])
            #expect(try await look(desk, at: minute(16)) == [])
            // Whose it is nobody changes, neither beforehand nor with the act.
            let mine = ["owner": ben.id.description]
            for edit in [
                RecordEdit(try record(id), mine), RecordEdit(try record(id), doing: .alert(.acknowledge), mine),
                RecordEdit(try record(id), doing: .alert(.told("It ran.")), mine),
            ] {
                let rule = try await desk.rule(of: [edit], by: People.ada)
                #expect(rule == "record-by-act")
            }
            // By hand nobody writes who saw it.
            let hand = RecordEdit(try record(own), ["state": AlertState.open.rawValue])
            #expect(try await desk.rule(of: [hand]) == "record-by-act")
            #expect(
                try await desk.rule(of: [RecordEdit(adding: .alert, doing: .alert(.acknowledge), [:])]) == "alert-act")
        }
    }

    @Test("What another saw stands for whose it is until that person sees it", arguments: StoreKind.allCases)
    func seenByAnother(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let ben = try await desk.addBen([.accountManager])
            let ada = try await desk.store.agent(for: People.ada).id
            let own = try await desk.logCase(severity: .one).id
            _ = try await desk.apply(own, .assign(ben.id))
            let alert = try #require(try await look(desk, at: minute(12)).first)
            #expect(alert.calls(ada, isThere: true) && alert.calls(ben.id, isThere: true), "what is critical calls all")
            func see(_ claim: Claim, _ at: Int64) async throws -> [StandingAlert] {
                let edit = RecordEdit(alert.record.id, doing: .alert(.acknowledge))
                _ = try await desk.store.keep([edit], desk.operation(claim, at: minute(at)))
                return try await look(desk, at: minute(at))
            }
            let seen = try #require(try await see(People.ada, 13).first)
            #expect(seen.calls(ben.id, isThere: true) && !seen.calls(ada, isThere: true))
            #expect(seen.record["by"] == ada.description && seen.record["seen"] == minute(13).description)
            // Seen again, by whomever, the first who saw it stays, and nothing is written.
            let version = seen.record.version
            #expect(try await see(People.ada, 14).first?.record == seen.record)
            #expect(try await see(People.ben, 15) == [])
            let record = try await desk.store.recordFile(alert.record.id).record
            #expect(record["by"] == ada.description && record["seen"] == minute(13).description)
            #expect(record["state"] == AlertState.acknowledged.rawValue && record.version == version + 1)
        }
    }

    @Test("That it was seen is not taken back, and an undo says so", arguments: StoreKind.allCases)
    func seenStays(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase(severity: .one).id
            _ = try await desk.apply(id, at: minute(4), .note("Seen."))
            let alert = try #require(try await look(desk, at: minute(5)).first)
            func undone() async throws -> StayingActs? {
                var operation = desk.operation(People.ada, at: minute(9))
                operation.leave.passesStaying = false
                return try await desk.store.undo(operation).doubt?.staying
            }
            let edit = RecordEdit(alert.record.id, doing: .alert(.acknowledge))
            _ = try await desk.store.keep([edit], desk.operation(People.ada, at: minute(6)))
            let words = try #require(try await undone()).newestAlone.words
            #expect(
                words == "Your newest act, “saw AL-1”, stays: that an alert was seen is not taken back; take its case, "
                    + "or tell whose it is.")
        }
    }

    @Test("An alert follows its case to whom it is passed on", arguments: StoreKind.allCases)
    func passedOn(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let ben = try await desk.addBen([.engineer])
            let own = try await desk.logCase(severity: .one).id
            _ = try await desk.apply(own, .take)
            let ada = try await desk.store.agent(for: People.ada).id
            #expect(try await look(desk, at: minute(12)).map(\.owner) == [ada])
            _ = try await desk.apply(own, at: minute(13), .assign(ben.id))
            let alert = try #require(try await look(desk, at: minute(14)).first)
            #expect(alert.owner == ben.id)
            // Whoever has the case now may end it, and who gave it away is no longer called once it was seen.
            let edit = RecordEdit(alert.record.id, doing: .alert(.acknowledge))
            _ = try await desk.store.keep([edit], desk.operation(People.ada, at: minute(15)))
            let seen = try #require(try await look(desk, at: minute(15)).first)
            #expect(seen.calls(ben.id, isThere: true) && !seen.calls(ada, isThere: true))
            _ = try await desk.store.keep([edit], desk.operation(People.ben, at: minute(16)))
            #expect(try await look(desk, at: minute(16)) == [])
        }
    }

    @Test("A case that was looked at is looked at again when it changed", arguments: StoreKind.allCases)
    func judged(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase(severity: .two).id
            var watch = AlertWatch(now: minute(5), ahead: nil)
            watch.judged = try await desk.store.alerts(watch).judged
            #expect(watch.judged == [id: 1])
            _ = try await desk.apply(id, at: minute(4), .severity(.one, reason: "Worse."))
            let round = try await desk.store.alerts(watch)
            #expect(round.edits.count == 1 && round.judged == [id: 2])
            // What was seen is not looked at again, recorded or not.
            watch.judged = round.judged
            #expect(try await desk.store.alerts(watch).edits == [])
        }
    }
}
