import CaseModel
import CaseStorage
import Foundation
import GuidePolicy
import Testing

@Suite("A person's data are erased on request", .serialized)
struct ErasureTests {
    private static let name = "Zebulon Quagmire"
    private static let email = "z.quagmire@nord.example"
    private static let phone = "+47 22 33 44 55"

    /// A customer with that person, a case of theirs, and texts that name them.
    private func makePerson(_ desk: Desk) async throws -> (contact: Contact, item: Case) {
        let account = try await desk.store.save(
            Account(id: AccountID(0), name: "Nord Energy"), by: People.ada, at: minute(1))
        let contact = try await desk.store.save(
            Contact(
                id: ContactID(0), account: account.id, name: Self.name, email: Self.email, phone: Self.phone,
                language: "nb", roles: ["technical"]), by: People.ada, at: minute(1))
        let new = NewCase(
            subject: "Call from ZEBULON  QUAGMIRE", description: "Reach him at \(Self.email) or 0047 22-33-44-55.",
            severity: .three, type: .technical, channel: .phone, account: account.id, contact: contact.id)
        let item = try await desk.store.log(new, desk.operation(People.ada, at: minute(2))).item
        _ = try await desk.apply(item.id, .note("Zebulon Quagmire called; Mr Quagmire is in a hurry."))
        _ = try await desk.apply(item.id, .extra("site", "Quagmire, Zebulon"), .extra("caller", Self.name))
        _ = try await desk.apply(item.id, .ask(kind: "network-trace", text: "Zebulon Quagmire sends it.", due: nil))
        return (contact, try await desk.item(item.id))
    }

    private func erase(
        _ desk: Desk, _ contact: Contact, texts: Bool = false, attachments: Bool = false, by claim: Claim = People.ada
    ) async throws -> ErasureReport {
        try await desk.store.erase(
            Erasure(
                of: contact.id, onRequestOf: "Zebulon Quagmire, by letter", texts: texts, attachments: attachments),
            desk.operation(claim, at: minute(40)))
    }

    @Test(arguments: StoreKind.allCases)
    func thePersonIsANumber(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let (contact, item) = try await makePerson(desk)
            let before = try await desk.store.caseFile(item.id).events
            let report = try await erase(desk, contact)
            let now = Contact(
                id: contact.id, account: contact.account, name: "Erased \(contact.id)", roles: ["technical"],
                active: false)
            #expect(report.contact == now)
            #expect(try await desk.store.contacts(matching: "\(contact.id)", account: nil, limit: 5) == [now])
            #expect(try await desk.store.contacts(matching: "quagmire", account: nil, limit: 5) == [])
            let file = try await desk.store.caseFile(item.id)
            // Who did what, when and how often stays.
            #expect(file.events.map(\.seq) == before.map(\.seq) && file.events.map(\.at) == before.map(\.at))
            #expect(
                file.events.map(\.action) == before.map(\.action) && file.events.map(\.actor) == before.map(\.actor))
            #expect(file.item.contact == contact.id && file.names.contacts[contact.id] == now.name)
            // What is nothing but the person is replaced; the texts of others are told of.
            #expect(file.item.extra["caller"] == "[erased]" && file.item.extra["site"] == "Quagmire, Zebulon")
            #expect(file.item.subject == item.subject)
            #expect(
                report.left.map(\.field) == ["subject", "description", "text", "text"],
                "\(report.left)")
            #expect(report.likely.map(\.field) == ["x.site"], "\(report.likely)")
            #expect(report.left.first?.description == "\(item.id), event 1: subject")
            // The act is in the journal, without the name.
            let acts = try await desk.store.journal(of: nil, limit: 50)
            #expect(acts.first?.words == "erased the data of \(contact.id) on request of [erased], by letter")
            #expect(!acts.contains { Words.fold($0.words).contains("zebulon quagmire") })
            #expect(try await desk.store.verify().faults == [])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func textsAreClearedWhenAskedFor(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let (contact, item) = try await makePerson(desk)
            let report = try await erase(desk, contact, texts: true)
            #expect(report.left == [] && report.events > 3)
            #expect(report.likely.map(\.field) == ["text", "x.site"], "\(report.likely)")
            let file = try await desk.store.caseFile(item.id)
            #expect(file.item.subject == "Call from [erased]")
            #expect(file.item.description == "Reach him at [erased] or 00[erased].")
            #expect(file.events[1].text == "[erased] called; Mr Quagmire is in a hurry.")
            #expect(file.items.map(\.text) == ["[erased] sends it."])
            // Another form of the name is found later too.
            let other = try await desk.store.erase(
                Erasure(of: contact.id, onRequestOf: "x", also: "quagmire zebulon"),
                desk.operation(People.ada, at: minute(55)))
            #expect(other.events == 1 && other.likely == [])
            #expect(try await desk.item(item.id).extra["site"] == "[erased]")
            let found = { (query: String) async throws in
                try await desk.store.count(try CaseQuery(query), QueryContext(now: minute(50)))
            }
            #expect(try await found("zebulon subject:call") == 0)
            #expect(try await found("erased subject:call") == 1)
            #expect(try await desk.store.verify().faults == [])
        }
    }

    @Test("A host that is called like the person stays as the licence has it", arguments: StoreKind.allCases)
    func hosts(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let (contact, _) = try await makePerson(desk)
            let made = try await desk.store.keep(
                [
                    RecordEdit(
                        adding: .license,
                        ["account": contact.account?.description, "product": "Suite", "quantity": "9"])
                ], desk.operation(People.ada, at: minute(20)))
            let license = try #require(made.records.first?.id)
            for host in ["zebulon-quagmire", "zebulon.quagmire"] {
                _ = try await desk.store.keep(
                    [RecordEdit(license, doing: .license(.allocate(2, to: host)))],
                    desk.operation(People.ada, at: minute(21)))
            }
            _ = try await erase(desk, contact, texts: true)
            #expect(try await desk.store.verify().faults == [])
            let found = try await desk.store.records(HostUse.query("zebulon-quagmire")).records
            #expect(found.map(\.id) == [license])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func nothingBringsThemBack(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let (contact, item) = try await makePerson(desk)
            _ = try await desk.apply(item.id, .subject("Another subject"))
            _ = try await erase(desk, contact, texts: true)
            _ = try await desk.undo(at: minute(50))
            #expect(try await desk.item(item.id).subject == "Call from [erased]")
            _ = try await desk.redo(at: minute(51))
            _ = try await desk.undo(at: minute(52))
            for _ in 0..<3 { _ = try await desk.undo(at: minute(53)) }
            #expect(try await desk.store.verify().faults == [])
            // Once more there is nothing to do, and the number takes no other name.
            #expect(try await erase(desk, contact).events == 0)
            let refused = await #expect(throws: StoreError.self) {
                try await desk.store.save(contact, by: People.ada, at: minute(60))
            }
            guard case .refused(let refusal) = refused else { throw try #require(refused) }
            #expect(refusal.rule == "contact-erased")
            // The same person may come again, as another.
            var again = contact
            again.id = ContactID(0)
            #expect(try await desk.store.save(again, by: People.ada, at: minute(60)).id != contact.id)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func recordsImportsAndFilesToo(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let (contact, item) = try await makePerson(desk)
            let contract: [String: String?] = [
                "account": contact.account?.description, "number": "N-1", "start": "2026-01-01", "end": "2026-12-31",
                "note": "Signed by Zebulon Quagmire.",
            ]
            let kept = try await desk.store.keep(
                [RecordEdit(adding: .contract, contract, text: Self.email)], desk.operation(People.ada))
            try await desk.load([
                .history(
                    CaseHistory(
                        key: "T1", line: 1,
                        entries: [
                            HistoryEntry(
                                at: minute(3), actor: Self.name,
                                values: [.subject: "x", .extra("by"): "zebulon quagmire", .tags: "quagmire a"])
                        ]))
            ])
            let file = NewAttachment(
                to: .item(item.id), name: "Zebulon Quagmire.txt", content: [1, 2], contact: contact.id)
            let attached = try await desk.store.attach(file, desk.operation(People.ada))
            let other = try await desk.store.attach(
                NewAttachment(to: .item(item.id), name: "b", content: [1, 2]), desk.operation(People.ada))
            let report = try await erase(desk, contact, texts: true, attachments: true)
            #expect(report.attachments == attached.records.map(\.id))
            let contractID = try #require(kept.records.first?.id)
            let record = try await desk.store.recordFile(contractID)
            #expect(record.record["note"] == "Signed by [erased]." && record.events.map(\.text) == ["[erased]"])
            let id = try #require(try await desk.store.cases(named: "T1").first)
            let history = try await desk.store.caseFile(id)
            #expect(history.events.map(\.actor.name) == ["[erased]"])
            #expect(history.item.extra == ["by": "[erased]"] && history.item.tags == ["a", "quagmire"])
            let files = try await desk.store.attachments(on: .item(item.id))
            #expect(files.map(\.record["name"]) == ["[erased].txt", "b"])
            #expect(files[0].record["removed"] != nil)
            // The same bytes came from somebody else too.
            #expect(try await desk.store.content(of: try #require(other.records.first?.id)) == [1, 2])
            #expect(try await desk.store.verify().faults == [])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func anImportBringsNothingBack(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let account = try await desk.store.save(
                Account(id: AccountID(0), name: "Nord Energy"), by: People.ada, at: minute(1))
            let kind = try #require(RowKind(code: "contact"))
            let values: [String: String?] = ["name": Self.name, "account": "Nord Energy", "email": Self.email]
            func rows(_ values: [String: String?]) -> [LoadRecord] {
                [.row(LoadRow(kind: kind, key: "P1", line: 1, values: values))]
            }
            #expect(try await desk.load(rows(values)).created == 1)
            let found = try await desk.store.contacts(matching: "quagmire", account: account.id, limit: 5)
            let contact = try #require(found.first)
            _ = try await erase(desk, contact)
            // The same again, and once with something that was never told before.
            for row in [values, values.merging(["phone": "+47 99 88 77 66"]) { $1 }] {
                let counts = try await desk.load(rows(row))
                #expect(counts.unchanged == 1 && counts.updated == 0 && counts.created == 0)
                #expect(counts.problems.first?.message.contains("was erased on request") == true)
            }
            #expect(try await desk.store.contacts(matching: "quagmire", account: nil, limit: 5) == [])
            #expect(try await desk.store.verify().faults == [])
        }
    }

    @Test("Nor does one whose key is the person", arguments: StoreKind.allCases)
    func anImportByAddressBringsNobodyBack(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let account = try await desk.store.save(
                Account(id: AccountID(0), name: "Nord Energy"), by: People.ada, at: minute(1))
            let kind = try #require(RowKind(code: "contact"))
            let people = [Self.name: Self.email, "Ada Other": "other@nord.example"]
            func rows(_ more: [String: String?] = [:]) -> [LoadRecord] {
                people.sorted { $0.key < $1.key }.map { name, address in
                    let values: [String: String?] = ["name": name, "account": "Nord Energy", "email": address]
                    return .row(LoadRow(kind: kind, key: address, line: 1, values: values.merging(more) { $1 }))
                }
            }
            #expect(try await desk.load(rows()).created == 2)
            // The second goes like the first: what is kept of each stays apart.
            for word in ["quagmire", "other"] {
                let found = try await desk.store.contacts(matching: word, account: account.id, limit: 5)
                _ = try await erase(desk, try #require(found.first))
            }
            let counts = try await desk.load(rows(["phone": "+47 99 88 77 66"]))
            #expect(counts.unchanged == 2 && counts.created == 0)
            #expect(counts.problems.allSatisfy { $0.message.contains("was erased on request") })
            #expect(try await desk.store.contacts(matching: "", account: account.id, limit: 9).count == 2)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aLongerHistoryBringsNothingBack(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let person: [CaseField: String?] = [
                .account: "Nord Energy", .contact: Self.name, .subject: "Call from \(Self.name)",
                .extra("caller"): Self.name, .severity: "3",
            ]
            var rows = [
                LoadTests.row(-90, "Robot", person), LoadTests.row(-80, Self.name, person),
                LoadTests.row(-70, "Robot", person),
            ]
            try await desk.load(LoadTests.history(rows))
            let id = try #require(try await desk.store.cases(named: "INC1").first)
            let contact = try #require(try await desk.store.caseFile(id).contact)
            _ = try await erase(desk, contact, texts: true)
            let erased = try await desk.item(id)
            #expect(erased.subject == "Call from [erased]" && erased.extra["caller"] == "[erased]")
            func isErased(_ what: String) async throws {
                let file = try await desk.store.caseFile(id)
                #expect(file.item.contact == contact.id, "\(what)")
                #expect(file.item.subject == erased.subject && file.item.extra == erased.extra, "\(what)")
                #expect(!file.events.contains { $0.actor.name == Self.name }, "\(what)")
                let found = try await desk.store.contacts(matching: "quagmire", account: nil, limit: 5)
                #expect(found == [], "\(what)")
            }
            // More rows that repeat who it is about; of another account of the customer; by the person.
            rows.append(LoadTests.row(-60, "Robot", person.merging([.severity: "2"]) { $1 }))
            rows.append(LoadTests.row(-50, Self.name, person.merging([.account: "Nord Sub", .severity: "2"]) { $1 }))
            #expect(try await desk.load(LoadTests.history(rows)).updated == 1)
            #expect(try await desk.item(id).severity == .two)
            try await isErased("more rows")
            // The source tells what it told before otherwise: all of it is looked at again.
            rows[0].values[.severity] = "4"
            rows[4].values[.severity] = "4"
            #expect(try await desk.load(LoadTests.history(rows)).updated == 1)
            #expect(try await desk.item(id).severity == .four)
            try await isErased("other rows")
            // Somebody else is somebody else.
            rows.append(LoadTests.row(-40, "Robot", [.contact: "Ann Other"]))
            try await desk.load(LoadTests.history(rows))
            #expect(try await desk.store.caseFile(id).contact?.name == "Ann Other")
        }
    }

    @Test(arguments: StoreKind.allCases)
    func onlyTheKeeperMay(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let (contact, _) = try await makePerson(desk)
            try await desk.addBen([.engineer, .accountManager])
            for claim in [People.ben, People.eve] {
                await #expect(throws: StoreError.self) { try await erase(desk, contact, by: claim) }
            }
            await #expect(throws: StoreError.notFound("contact CT-99")) {
                try await desk.store.erase(
                    Erasure(of: ContactID(99), onRequestOf: "x"), desk.operation(People.ada))
            }
            await #expect(throws: StoreError.self) {
                try await desk.store.erase(Erasure(of: contact.id, onRequestOf: " "), desk.operation(People.ada))
            }
            #expect(try await desk.store.contacts(matching: "quagmire", account: nil, limit: 5) == [contact])
        }
    }
}
