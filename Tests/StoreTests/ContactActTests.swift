import CaseModel
import GuidePolicy
import Testing

@Suite("A change of several contacts is one act")
struct ContactActTests {
    private func people(_ desk: Desk, _ names: String...) async throws -> [Contact] {
        let nord = try await desk.store.save(Account(id: AccountID(0), name: "Nord"), by: People.ada, at: minute(1))
        var people: [Contact] = []
        for name in names {
            people.append(
                try await desk.store.save(
                    Contact(id: ContactID(0), account: nord.id, name: name), by: People.ada, at: minute(2)))
        }
        return people
    }

    private func save(_ edits: [ContactEdit], _ desk: Desk) async throws(StoreError) -> [Contact] {
        try await desk.store.save(edits, by: People.ada, at: minute(3), recordedAt: nil)
    }

    @Test("with one line in the journal that names all of them by number", arguments: StoreKind.allCases)
    func together(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let people = try await people(desk, "Ann", "Bo", "Cy")
            var wishes = people
            wishes[0].active = false
            wishes[2].active = false
            wishes[2].language = "no"
            let revision = try await desk.store.revision()
            // Bo is so already: nothing is written of her, and she is answered all the same.
            #expect(try await save(wishes.map { ContactEdit($0) }, desk) == wishes)
            #expect(try await desk.store.revision() == revision + 1)
            let journal = try await desk.store.journal(of: nil, limit: 1)
            #expect(
                journal.first?.words
                    == "changed the contacts \(people[0].id), \(people[2].id): active; language")
            #expect(try await save(wishes.map { ContactEdit($0) }, desk) == wishes)
            #expect(try await desk.store.revision() == revision + 1)
        }
    }

    @Test("all of it or nothing: a refusal or a conflict of one leaves the others", arguments: StoreKind.allCases)
    func nothing(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let people = try await people(desk, "Ann", "Bo")
            var theirs = people[1]
            theirs.roles = ["renewal"]
            _ = try await desk.store.save(theirs, by: People.ada, at: minute(2))
            var mine = people
            mine[0].roles = ["technical"]
            mine[1].roles = ["technical"]
            let edits = zip(mine, people).map { ContactEdit($0, seen: $1) }
            let field = PeopleConflict.Field("roles", mine: "technical", theirs: "renewal")
            await #expect(
                throws: StoreError.peopleConflict(PeopleConflict(of: "the contact Bo", fields: [field]))
            ) { try await save(edits, desk) }
            mine[1].roles = ["two words"]
            await #expect(throws: StoreError.self) { try await save(mine.map { ContactEdit($0) }, desk) }
            #expect(try await desk.store.contact(people[0].id) == people[0])
            #expect(try await desk.store.contact(people[1].id) == theirs)
        }
    }

    @Test("another spelling of the same characters is written", arguments: StoreKind.allCases)
    func spelling(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            var berg = try #require(try await people(desk, "Jos\u{E9}").first)
            berg.name = "Jose\u{301}"
            _ = try await save([ContactEdit(berg)], desk)
            let kept = try #require(try await desk.store.contact(berg.id))
            #expect(kept.name.utf8.elementsEqual(berg.name.utf8))
        }
    }
}
