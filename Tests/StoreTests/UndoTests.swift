import CaseModel
import GuidePolicy
import Testing

@Suite("What was done can be taken back")
struct UndoTests {
    @Test("Undo and redo walk one way and back", arguments: StoreKind.allCases)
    func chain(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            let before = try await desk.item(id)
            _ = try await desk.apply(id, .severity(.one))
            _ = try await desk.apply(id, .take)
            _ = try await desk.apply(id, .close(.resolved, duplicateOf: nil, text: "Mended."))
            let after = try await desk.item(id)
            #expect(try await desk.undo().subject == "closed CS-1000001: resolved")
            #expect(try await desk.undo().subject == "took CS-1000001")
            #expect(try await desk.undo().subject == "set CS-1000001 to severity 1")
            var item = try await desk.item(id)
            #expect(item.same(as: before))
            #expect(item.version == 7)
            await #expect(throws: StoreError.self) { try await desk.undo() }
            for _ in 0..<3 { _ = try await desk.redo() }
            item = try await desk.item(id)
            #expect(item.same(as: after))
            await #expect(throws: StoreError.self) { try await desk.redo() }
            let file = try await desk.store.caseFile(id)
            #expect(file.takenBack == [])
            #expect(file.events.suffix(3).map(\.action) == [.redone, .redone, .redone])
            #expect(file.events.suffix(3).map(\.refersTo) == [2, 3, 4])
        }
    }

    @Test("Taking back passes a newer act on a record only where that is wanted", arguments: StoreKind.allCases)
    func recordsStay(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            _ = try await desk.apply(id, .severity(.one))
            let account = try await desk.store.save(
                Account(id: AccountID(0), name: "Nord Group"), by: People.ada, at: minute(3))
            let contract = RecordEdit(
                adding: .contract,
                ["account": account.id.description, "number": "N-1", "start": "2026-01-01", "end": "2026-12-31"])
            _ = try await desk.store.keep([contract], desk.operation(People.ada, at: minute(4)))
            let told = try await desk.store.undo(careful(desk))
            let doubt = try #require(told.doubt)
            #expect(told.edits.isEmpty && doubt.act.words == "set CS-1000001 to severity 1")
            let words = try #require(doubt.staying?.words)
            #expect(
                words.hasPrefix(
                    "Your newest acts, “added the contract CN-1” and “added the account Nord Group”, stay: ")
                    && words.contains("a record is put right by another act"), "\(words)")
            #expect(try await desk.undo().subject == "set CS-1000001 to severity 1")
            // Done again it is the newest.
            _ = try await desk.redo()
            #expect(try await desk.store.undo(careful(desk)).subject == "set CS-1000001 to severity 1")
            // People are kept by acts that stay, too.
            _ = try await desk.apply(id, .severity(.two))
            let person = Contact(id: ContactID(0), account: account.id, name: "J. Berg")
            _ = try await desk.store.save(person, by: People.ada, at: minute(6))
            let kept = try await desk.store.undo(careful(desk)).doubt?.staying?.words
            #expect(kept?.hasPrefix("Your newest act, “added the contact J. Berg”, stays: ") == true, "\(kept ?? "")")
        }
    }

    @Test("Of a record that stays what it had before is told, and a day is never cut", arguments: StoreKind.allCases)
    func tellsWhatARecordHad(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.account("Nord")
            let site = try await desk.add(
                .environment, ["account": nord.description, "name": "Farm", "reviewed": "2026-12-31"])
            let name = "Ann of the United Northern and Southern Harbours"
            _ = try await desk.set(site.id, ["name": name, "reviewed": "2027-12-31"])
            let refused = await #expect(throws: StoreError.self) { try await desk.undo() }
            let words = try #require(refused).description
            #expect(
                words.contains(
                    "“set EV-1 to name Ann of the United Northern and Southern Harbours…”, stays: ")
                    && words.contains("record again what it had (KIND set EV-1): EV-1 had name Farm, "),
                "\(words)")
        }
    }

    @Test("Every act that would be passed over is told of, the newest first", arguments: StoreKind.allCases)
    func tellsWhatStays(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            _ = try await desk.apply(id, .severity(.one))
            let account = try #require(try await desk.item(id).account)
            func keep(_ number: Int) async throws {
                let contract = RecordEdit(
                    adding: .contract,
                    [
                        "account": account.description, "number": "N-\(number)", "start": "2026-01-01",
                        "end": "2026-12-31",
                    ])
                _ = try await desk.store.keep([contract], desk.operation(People.ada, at: minute(4)))
            }
            try await keep(1)
            let new = try await desk.logCase("B").id
            var words = try #require(try await desk.store.undo(careful(desk)).doubt?.staying?.words)
            #expect(
                words == "Your newest acts, “logged \(new)” and “added the contract CN-1”, stay: a new case is closed "
                    + "with a reason (close ID --reason WORD), not taken back; a record is put right by another act "
                    + "(KIND set NUMBER).")
            try await keep(2)
            try await keep(3)
            words = try #require(try await desk.store.undo(careful(desk)).doubt?.staying?.words)
            let names = "“added the contract CN-3”, “added the contract CN-2”, “logged \(new)” and 1 more, stay: "
            #expect(words.hasPrefix("Your newest acts, " + names), "\(words)")
            for number in 4...60 { try await keep(number) }
            words = try #require(try await desk.store.undo(careful(desk)).doubt?.staying?.words)
            #expect(words.contains("“added the contract CN-58” and more, stay: "), "\(words)")
        }
    }

    @Test("A yes to one act takes back no other, and tells what stays anew", arguments: StoreKind.allCases)
    func namedAlone(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            _ = try await desk.apply(id, .severity(.one))
            let new = try await desk.logCase("B").id
            let first = try #require(try await desk.store.undo(careful(desk)).doubt)
            _ = try await desk.apply(id, .take)
            _ = try await desk.logCase("C")
            var agreed = desk.operation(People.ada, at: minute(21))
            agreed.leave = UndoLeave(passesStaying: true, acts: [first.act.id])
            let second = try #require(try await desk.store.undo(agreed).doubt)
            #expect(second.act.words == "took \(id)" && second.staying?.acts.count == 1)
            agreed.leave.acts = [second.act.id]
            #expect(try await desk.store.undo(agreed).subject == "took \(id)")
            #expect(try await desk.item(id).severity == .one)
            #expect(try await desk.item(new).status.isOpen)
        }
    }

    @Test("Taking back passes a newer logged case, and is asked about that first", arguments: StoreKind.allCases)
    func passesLogged(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            _ = try await desk.apply(id, .severity(.one))
            let new = try await desk.logCase("B").id
            let doubt = try #require(try await desk.store.undo(careful(desk)).doubt)
            let words = try #require(doubt.staying?.words)
            #expect(words.contains("closed with a reason (close \(new) --reason WORD)"), "\(words)")
            #expect(doubt.act.words == "set CS-1000001 to severity 1")
            #expect(try await desk.undo().subject == "set CS-1000001 to severity 1")
            #expect(try await desk.item(id).severity != .one)
            #expect(try await desk.item(new).status.isOpen)
        }
    }

    @Test("An act that nobody had in mind is told of, not taken back", arguments: StoreKind.allCases)
    func inMind(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            _ = try await desk.apply(id, .severity(.one))
            var operation = desk.operation(People.ada, at: minute(20))
            operation.leave.acts = [OperationID("another")]
            let told = try await desk.store.undo(operation)
            #expect(told.edits.isEmpty && told.doubt?.act.words == "set CS-1000001 to severity 1")
            #expect(try await desk.item(id).severity == .one)
            var agreed = desk.operation(People.ada, at: minute(21))
            agreed.leave.acts = [try #require(told.doubt).act.id]
            _ = try await desk.store.undo(agreed)
            #expect(try await desk.item(id).severity != .one)
        }
    }

    @Test("What a console notes by itself does not stand before an undo", arguments: StoreKind.allCases)
    func noted(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            _ = try await desk.apply(id, .severity(.one))
            let alert = RecordEdit(
                adding: .alert, doing: .alert(.raise),
                ["cause": "critical \(id) 1", "reason": "critical", "case": id.description, "at": "\(minute(4))"])
            _ = try await desk.store.keep([alert], desk.operation(People.ada, at: minute(4)))
            #expect(try await desk.store.undo(careful(desk)).subject == "set CS-1000001 to severity 1")
        }
    }

    private func careful(_ desk: Desk) -> CaseModel.Operation {
        var operation = desk.operation(People.ada, at: minute(20))
        operation.leave.passesStaying = false
        return operation
    }

    @Test("A new act empties the line of what can be done again", arguments: StoreKind.allCases)
    func emptied(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            _ = try await desk.apply(id, .severity(.one))
            _ = try await desk.undo()
            _ = try await desk.apply(id, .take)
            await #expect(throws: StoreError.self) { try await desk.redo() }
            _ = try await desk.undo()
            #expect(try await desk.redo().subject == "took CS-1000001")
        }
    }

    @Test("A logged case stays, and says so", arguments: StoreKind.allCases)
    func loggedStays(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            _ = try await desk.logCase()
            let error = await #expect(throws: StoreError.self) { try await desk.undo() }
            guard case .refused(let refusal) = error else {
                Issue.record("not refused: \(String(describing: error))")
                return
            }
            #expect(refusal.rule == "log-stays")
            #expect(refusal.message.contains("(close CS-1000001 --reason WORD)"), "\(refusal)")
        }
    }

    @Test("What somebody else changed since is not touched", arguments: StoreKind.allCases)
    func collides(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            try await desk.addBen()
            let (a, b) = (try await desk.logCase("A").id, try await desk.logCase("B").id)
            _ = try await desk.store.apply(
                desk.operation(
                    People.ada, [CaseEdit(a, base: nil, [.severity(.one)]), CaseEdit(b, base: nil, [.severity(.one)])]))
            _ = try await desk.apply(People.ben, b, at: minute(12), .severity(.four))
            let versions = [try await desk.item(a).version, try await desk.item(b).version]
            let outcome = try await desk.undo()
            let conflict = try #require(outcome.edits.first?.conflict)
            #expect(
                conflict.fields
                    == [.init(field: .severity, mine: "3", theirs: "4", by: "Ben", at: minute(12))])
            // Nothing is half done.
            #expect([try await desk.item(a).version, try await desk.item(b).version] == versions)
            // Marks that others added stay.
            _ = try await desk.apply(a, .tags(adding: ["mine"], removing: []))
            _ = try await desk.apply(People.ben, a, .tags(adding: ["theirs"], removing: []))
            _ = try await desk.undo()
            #expect(try await desk.item(a).tags == ["theirs"])
        }
    }

    @Test("A reply that is taken back is no first answer", arguments: StoreKind.allCases)
    func firstResponse(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            try await desk.addBen()
            let id = try await desk.logCase().id
            _ = try await desk.apply(id, at: minute(10), .reply("Please try again."))
            _ = try await desk.apply(People.ben, id, at: minute(15), .reply("Still looking."))
            #expect(try await desk.item(id).firstResponseAt == minute(10))
            _ = try await desk.undo()
            #expect(try await desk.item(id).firstResponseAt == minute(15))
            _ = try await desk.redo()
            #expect(try await desk.item(id).firstResponseAt == minute(10))
            _ = try await desk.undo()
            _ = try await desk.undo(People.ben)
            #expect(try await desk.item(id).firstResponseAt == nil)
            #expect(try await desk.store.caseFile(id).takenBack == [2, 3])
        }
    }

    @Test("An undo that is sent twice happens once", arguments: StoreKind.allCases)
    func twice(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            _ = try await desk.apply(id, .severity(.one))
            _ = try await desk.apply(id, .severity(.two))
            let undo = desk.operation(People.ada)
            let first = try await desk.store.undo(undo)
            #expect(try await desk.store.undo(undo) == first)
            #expect(try await desk.item(id).severity == .one)
        }
    }

    @Test("The journal tells the acts, newest first", arguments: StoreKind.allCases)
    func journal(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let ben = try await desk.addBen()
            let id = try await desk.logCase().id
            _ = try await desk.apply(id, .severity(.one))
            _ = try await desk.apply(People.ben, id, .assign(ben.id))
            _ = try await desk.undo()
            let revision = try await desk.store.revision()
            let all = try await desk.store.journal(of: nil, limit: 4)
            #expect(
                all.map(\.words) == [
                    "took back: set CS-1000001 to severity 1", "took CS-1000001", "set CS-1000001 to severity 1",
                    "logged CS-1000001",
                ])
            #expect(all.map(\.undone) == [false, false, true, false])
            #expect(all.map(\.cases) == [[id], [id], [id], [id]])
            #expect(try await desk.store.journal(of: ben.id, limit: 9).map(\.words) == ["took CS-1000001"])
            #expect(try await desk.store.revision() == revision)
            _ = try await desk.apply(id, .note("More."))
            #expect(try await desk.store.revision() != revision)
        }
    }
}

extension Case {
    /// Whether two states of a case differ in nothing but how many events led there.
    func same(as other: Case) -> Bool {
        var (a, b) = (self, other)
        a.version = 0
        b.version = 0
        a.updatedAt = b.updatedAt
        return a == b
    }
}
