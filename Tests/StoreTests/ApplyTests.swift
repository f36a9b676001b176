import CaseModel
import GuidePolicy
import Testing

@Suite("A store does what an act wants")
struct ApplyTests {
    @Test("A case is logged, found again and verified", arguments: StoreKind.allCases)
    func logs(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let item = try await desk.logCase()
            #expect(item.id.description == "CS-1000001")
            #expect(item.status == .new)
            #expect(item.version == 1)
            let file = try await desk.store.caseFile(item.id)
            #expect(file.events.map(\.action) == [.logged])
            #expect(file.account?.name == "Nord Energy")
            #expect(file.contact?.name == "Jörg Weiß")
            #expect(file.item == Case(id: item.id, events: file.events))
            let page = try await desk.store.firstPage(.all, sort: SortKey.usual, limit: 5, QueryContext(now: minute(9)))
            #expect(page.map(\.subject) == ["The gateway drops sessions"])
            #expect(page.first?.accountName == "Nord Energy")
            #expect(try await desk.store.cases(named: "1000001") == [item.id])
            await #expect(throws: StoreError.notFound("case CS-7")) { try await desk.store.caseFile(CaseID(7)) }
        }
    }

    @Test("Each change becomes one event; an edit is all or nothing", arguments: StoreKind.allCases)
    func edits(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            let done = try await desk.apply(id, base: 1, .severity(.one), .take, .note("Looked at the log."))
            #expect(done.events.map(\.action) == [.changed, .taken, .noted])
            #expect(done.events.map(\.seq) == [2, 3, 4])
            var item = try await desk.item(id)
            #expect(item.severity == .one && item.status == .wip && item.owner != nil && item.version == 4)
            // The second change is refused, so the first is not written either.
            let refused = try await desk.apply(id, .severity(.two), .subject("  "))
            #expect(refused.refusal?.rule == "text-needed")
            item = try await desk.item(id)
            #expect(item.severity == .one && item.version == 4)
            #expect(try await desk.apply(id, .severity(.one)) == .unchanged(id))
            #expect(try await desk.apply(CaseID(99), .take) == .notFound(CaseID(99)))
            #expect(try await desk.item(id).version == 4)
        }
    }

    @Test(
        "A new case is verified once its customer is covered; until then its cover is a problem",
        arguments: StoreKind.allCases)
    func verified(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let item = try await desk.logCase()
            let account = try #require(item.account)
            // Nobody named the caller a contact who may open cases, so the case is held from the beginning.
            #expect(item.flags == ["caller-may-open"] && item.status == .new)
            #expect(
                try await desk.apply(item.id, .close(.resolved, duplicateOf: nil, text: nil)).refusal?.rule
                    == "no-transition")
            let done = try await desk.apply(item.id, .status(.open))
            #expect(done.events.first?.remarks.map(\.condition) == ["cover-active", "caller-may-open"])
            #expect(try await desk.item(item.id).status == .held)
            #expect(try await desk.item(item.id).flags == ["caller-may-open", "cover-active"])
            #expect(try await desk.apply(item.id, .status(.open)).refusal?.rule == "cover-active")
            let contract = try await desk.add(
                .contract,
                ["account": account.description, "number": "N-1", "start": "2020-01-01", "end": "2099-12-31"])
            try await desk.add(.entitlement, ["contract": contract.id.description, "plan": "core"])
            #expect(try await desk.apply(item.id, .status(.open)).refusal?.rule == "caller-may-open")
            var contact = try #require(try await desk.store.caseFile(item.id).contact)
            contact.roles = ["technical"]
            _ = try await desk.store.save(contact, by: People.ada, at: minute(3))
            #expect(try await desk.apply(item.id, .status(.open)).isDone)
            #expect(try await desk.item(item.id).status == .open)
            #expect(try await desk.item(item.id).flags == [])
        }
    }

    @Test(
        "Who calls from now on is of the customer or a partner, and flags the case unless they may call",
        arguments: StoreKind.allCases)
    func otherCaller(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let item = try await desk.logCase()
            var bob = Contact(id: ContactID(0), account: item.account, name: "Bob Moen")
            bob.roles = ["technical"]
            bob = try await desk.store.save(bob, by: People.ada, at: minute(1))
            #expect(try await desk.apply(item.id, .fact(.contact, bob.id.description)).isDone)
            #expect(try await desk.item(item.id).flags == [])
            let mara = try await desk.store.save(
                Contact(id: ContactID(0), account: item.account, name: "Mara Sand"), by: People.ada, at: minute(1))
            let held = try await desk.apply(item.id, .fact(.contact, mara.id.description))
            #expect(held.events.first?.remarks == [GuardRemark(.hold, "caller-may-open")])
            #expect(try await desk.item(item.id).flags == ["caller-may-open"])
            let other = try await desk.store.save(
                Account(id: AccountID(0), name: "Helix Bank"), by: People.ada, at: minute(1))
            let eve = try await desk.store.save(
                Contact(id: ContactID(0), account: other.id, name: "Eve"), by: People.ada, at: minute(1))
            let refused = try await desk.apply(item.id, .fact(.contact, eve.id.description))
            #expect(refused.refusal?.rule == "contact-customer")
        }
    }

    @Test("A stranger's case is settled by naming a contact who may call", arguments: StoreKind.allCases)
    func caller(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let item = try await desk.logCase()
            #expect(item.flags == ["caller-may-open"])
            let account = try #require(item.account)
            var mara = Contact(id: ContactID(0), name: "Mara Sand")
            mara.account = account
            mara = try await desk.store.save(mara, by: People.ada, at: minute(1))
            // Somebody else who may not open cases changes nothing of that.
            #expect(try await desk.apply(item.id, .fact(.contact, mara.id.description)).isDone)
            #expect(try await desk.item(item.id).flags == ["caller-may-open"])
            var bob = Contact(id: ContactID(0), name: "Bob Moen")
            bob.account = account
            bob.roles = ["technical"]
            bob = try await desk.store.save(bob, by: People.ada, at: minute(1))
            let done = try await desk.apply(item.id, .fact(.contact, bob.id.description))
            #expect(done.events.first?.changes.map(\.field) == [.contact, .flags])
            let named = try await desk.item(item.id)
            #expect(named.contact == bob.id && named.flags == [])
            #expect(try await desk.apply(item.id, .fact(.contact, "CT-99")).refusal?.rule == "contact-unknown")
            mara.active = false
            _ = try await desk.store.save(mara, by: People.ada, at: minute(2))
            #expect(try await desk.apply(item.id, .fact(.contact, mara.id.description)).refusal != nil)
            #expect(try await desk.undo().edits.allSatisfy(\.isDone))
            #expect(try await desk.item(item.id).contact == mara.id)
            #expect(try await desk.item(item.id).flags == ["caller-may-open"])
        }
    }

    @Test("A fact is one that no verb is for, and the customer's own", arguments: StoreKind.allCases)
    func facts(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let item = try await desk.logCase()
            for (field, value) in [
                (.status, "closed"), (.closedAt, minute(1).description), (.flags, nil), (.account, "AC-9"),
                (.subject, "New"), (.owner, nil), (.extra("site"), "New"), (.policy, "x"), (.severity, "1"),
                (.item(ActionItemID(caseID: item.id, ordinal: 1)), "done trace -"),
            ] as [(CaseField, String?)] {
                #expect(
                    try await desk.apply(item.id, .fact(field, value)).refusal?.rule == "no-fact", "\(field.name)")
            }
            let nord = try #require(item.account)
            let (sud, top) = (try await desk.account("Süd"), try await desk.account("Top"))
            func entitlement(_ account: AccountID) async throws -> String {
                let contract = try await desk.add(.contract, desk.contract(account, "N-\(account)"))
                let values = ["contract": contract.id.description, "plan": "zeta", "product": "Gateway"]
                return try await desk.add(.entitlement, values).id.description
            }
            let (mine, theirs, above) = (
                try await entitlement(nord), try await entitlement(sud), try await entitlement(top)
            )
            let other = try await desk.add(
                .membership, ["contract": "CN-1", "product": "Gateway", "end": "2026-12-31"])
            func rule(_ value: String) async throws -> String? {
                try await desk.apply(item.id, .fact(.entitlement, value)).refusal?.rule
            }
            #expect(try await rule(other.id.description) == "entitlement-kind")
            #expect(try await rule(theirs) == "entitlement-customer")
            #expect(try await rule(above) == "entitlement-customer")
            #expect(try await rule(mine) == nil)
            var account = try #require(try await desk.store.accounts(matching: nord.description, limit: 1).first)
            account.parent = top
            _ = try await desk.store.save(account, by: People.ada, at: minute(3))
            #expect(try await rule(above) == nil)
        }
    }

    @Test("The journal has names for whoever a change mentions", arguments: StoreKind.allCases)
    func names(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let ben = try await desk.addBen()
            let id = try await desk.logCase().id
            for (change, words) in [
                (.watch(true), "set \(id) to watchers Ada"), (.assign(ben.id), "gave \(id) to Ben"),
                (.fact(.criticalSituationManager, ben.id.description), "set \(id) to situation manager Ben"),
            ] as [(CaseChange, String)] {
                #expect(try await desk.apply(id, change).isDone)
                #expect(try await desk.store.journal(of: nil, limit: 1).first?.words == words)
            }
        }
    }

    @Test("Several edits each have their own answer", arguments: StoreKind.allCases)
    func several(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let (a, b) = (try await desk.logCase("A").id, try await desk.logCase("B").id)
            _ = try await desk.apply(b, .close(.withdrawn, duplicateOf: nil, text: nil))
            let operation = desk.operation(
                People.ada,
                [CaseEdit(a, base: nil, [.take]), CaseEdit(b, base: nil, [.take]), CaseEdit(CaseID(5), base: nil, [])])
            let outcome = try await desk.store.apply(operation)
            #expect(outcome.edits[0].isDone)
            #expect(outcome.edits[1].refusal?.rule == "case-closed")
            #expect(outcome.edits[2] == .notFound(CaseID(5)))
            // Sent again, it is answered as before and does nothing.
            #expect(try await desk.store.apply(operation) == outcome)
            #expect(try await desk.item(a).version == 2)
        }
    }

    @Test("Other fields merge, the same field conflicts and nothing is overwritten", arguments: StoreKind.allCases)
    func collides(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            try await desk.addBen()
            let id = try await desk.logCase().id
            #expect(try await desk.apply(People.ben, id, base: 1, at: minute(11), .severity(.two)).isDone)
            let merged = try await desk.apply(id, base: 1, .subject("Sessions drop"))
            #expect(merged.isDone && merged.isMerged)
            let conflict = try #require(try await desk.apply(id, base: 1, .severity(.one)).conflict)
            #expect(
                conflict
                    == Conflict(
                        caseID: id, base: 1, current: 3,
                        fields: [.init(field: .severity, mine: "1", theirs: "2", by: "Ben", at: minute(11))]))
            #expect(try await desk.item(id).severity == .two)
            // Keep mine: sent again on their version.
            #expect(try await desk.apply(id, base: conflict.current, .severity(.one)).isDone)
            // Marks and notes add and so never collide.
            _ = try await desk.apply(People.ben, id, base: 4, .tags(adding: ["vpn"], removing: []), .note("One."))
            let mine = try await desk.apply(id, base: 4, .tags(adding: ["urgent"], removing: []), .note("Two."))
            #expect(mine.isDone)
            #expect(try await desk.item(id).tags == ["urgent", "vpn"])
        }
    }

    @Test("A version that is yet to come is refused, whatever is wanted", arguments: StoreKind.allCases)
    func future(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            for change in [CaseChange.severity(.one), .note("Unseen."), .severity(.three)] {
                let refusal = try #require(try await desk.apply(id, base: 2, change).refusal)
                #expect(refusal.rule == "version-to-come")
                #expect(refusal.message == "CS-1000001 has no version 2 yet; its newest is 1.")
            }
            #expect(try await desk.item(id).version == 1)
            #expect(try await desk.apply(id, base: 1, .severity(.one)).isDone)
        }
    }

    @Test(
        "A time that cannot be written is refused, and the store is not called damaged", arguments: StoreKind.allCases)
    func times(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            let (last, beyond) = (Timestamp.writable.upperBound, Timestamp.writable.upperBound + 1)
            #expect(try await desk.apply(id, at: beyond, .reply("Late.")).refusal?.rule == "no-value")
            #expect(try await desk.apply(id, .snooze(beyond)).refusal?.rule == "no-value")
            let ask = { CaseChange.ask(kind: "network-trace", text: "Please.", due: $0) }
            #expect(try await desk.apply(id, ask(beyond)).refusal?.rule == "due-outside")
            #expect(try await desk.item(id).version == 1)
            #expect(try await desk.apply(id, .snooze(last), ask(last)).isDone)
            let file = try await desk.store.caseFile(id)
            #expect(file.item.snoozedUntil == last && file.items.map(\.dueAt) == [last])
        }
    }

    @Test("People and places that are not there are refused in words", arguments: StoreKind.allCases)
    func unknown(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            #expect(try await desk.apply(id, .assign(AgentID(77))).refusal?.rule == "agent-unknown")
            #expect(try await desk.apply(id, .queue(QueueID(77))).refusal?.rule == "queue-unknown")
            let duplicate = CaseChange.close(.duplicate, duplicateOf: CaseID(77), text: nil)
            #expect(try await desk.apply(id, duplicate).refusal?.rule == "case-unknown")
            var ben = try await desk.addBen()
            #expect(try await desk.apply(id, .assign(ben.id)).isDone)
            ben.active = false
            ben = try await desk.store.save(ben, by: People.ada, at: minute(12))
            #expect(try await desk.apply(id, .release).isDone)
            #expect(try await desk.apply(id, .assign(ben.id)).refusal?.rule == "agent-inactive")
            #expect(try await desk.item(id).version == 3)
        }
    }

    @Test("Action items are asked for and settled", arguments: StoreKind.allCases)
    func items(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            _ = try await desk.apply(id, .ask(kind: "network-trace", text: "A trace, please.", due: minute(500)))
            _ = try await desk.apply(id, .ask(kind: "error-messages", text: "Which version?", due: nil))
            var items = try await desk.store.caseFile(id).items
            #expect(items.map(\.id.description) == ["AI-1000001-1", "AI-1000001-2"])
            #expect(items.map(\.text) == ["A trace, please.", "Which version?"])
            #expect(try await desk.apply(id, .settle(items[0].id, .done)).isDone)
            items = try await desk.store.caseFile(id).items
            #expect(items.map(\.state) == [.done, .open])
            #expect(items[0].settledAt == minute(10))
            // Taken back, the first is open again; the second disappears, and its number is not given twice.
            _ = try await desk.undo()
            _ = try await desk.undo()
            items = try await desk.store.caseFile(id).items
            #expect(items.map(\.state) == [.open])
            _ = try await desk.redo()
            items = try await desk.store.caseFile(id).items
            #expect(items.map(\.text) == ["A trace, please.", "Which version?"])
        }
    }
}
