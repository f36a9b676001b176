import CaseModel
import GuidePolicy
import Testing

@Suite("Agents, customers and their people are kept apart, and kept")
struct PeopleTests {
    @Test("Two contacts whose addresses only look alike stay two", arguments: StoreKind.allCases)
    func contacts(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.store.save(
                Account(id: AccountID(0), name: "Nord"), by: People.ada, at: minute(1))
            func save(_ email: String?, phone: String? = nil, name: String = "J. Berg") async throws -> ContactID {
                try await desk.store.save(
                    Contact(id: ContactID(0), account: nord.id, name: name, email: email, phone: phone),
                    by: People.ada, at: minute(2)
                ).id
            }
            // Of reliability 3, group 4: a Cyrillic letter, a letter in one piece and in two.
            let addresses = ["admin@nord.example", "\u{430}dmin@nord.example", "jos\u{E9}@x", "jose\u{301}@x"]
            var ids: [ContactID] = []
            for address in addresses { ids.append(try await save(address)) }
            #expect(Set(ids).count == 4)
            let all = try await desk.store.contacts(matching: "J. Berg", account: nord.id, limit: 9)
            #expect(all.map { Array(($0.email ?? "").utf8) } == addresses.map { Array($0.utf8) })
            // What says nothing else finds again whom it says it of, and writes nothing.
            let revision = try await desk.store.revision()
            #expect(try await save(addresses[1], name: "j. BERG") == ids[1])
            #expect(try await save(nil) == ids[0])
            #expect(try await desk.store.revision() == revision)
            #expect(try await save(addresses[1], phone: "+47 1") != ids[1])
        }
    }

    @Test(
        "A mail address has the form of one, and an old one without it is in nobody's way",
        arguments: StoreKind.allCases)
    func mail(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            func save(_ contact: Contact) async throws -> Contact {
                try await desk.store.save(contact, by: People.ada, at: minute(2))
            }
            for address in [
                "berg", "@nord.example", "berg@", "b@rg@nord.example", "j berg@nord.example", "berg@nord .x",
            ] {
                await #expect(throws: StoreError.self, "\(address)") {
                    _ = try await save(Contact(id: ContactID(0), name: "J. Berg", email: address))
                }
            }
            var berg = try await save(Contact(id: ContactID(0), name: "J. Berg", email: "jb@nord"))
            berg.email = "jb"
            await #expect(throws: StoreError.self) { _ = try await save(berg) }
            // What another system has is taken as it stands, and it is said.
            let problems = try await loaded(desk.store, ["email": "per at nord"])
            #expect(problems.contains { $0.contains("one @") && $0.contains("per at nord") }, "\(problems)")
            let people = try await desk.store.contacts(matching: "Per", account: nil, limit: 1)
            var per = try #require(people.first)
            #expect(per.email == "per at nord")
            per.language = "no"
            #expect(try await save(per).language == "no")
        }
    }

    /// Loads one person from another system, and gives what was said of it.
    @Test(
        "A telephone has digits and a language is one; what another system has is taken as it stands",
        arguments: StoreKind.allCases)
    func phoneAndLanguage(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            func rule(phone: String? = nil, language: String? = nil) async throws -> String? {
                let contact = Contact(id: ContactID(0), name: "J. Berg", phone: phone, language: language)
                do {
                    let saved = try await desk.store.save(contact, by: People.ada, at: minute(2))
                    #expect(saved.phone == phone && saved.language == language)
                } catch StoreError.refused(let refusal) {
                    #expect(refusal.field == (phone == nil ? "language" : "phone"))
                    return refusal.rule
                }
                return nil
            }
            for phone in ["hello", "12", "+47", "22 33 44 ask for Jo", "+47 22 33\n44"] {
                #expect(try await rule(phone: phone) == "phone-form", "\(phone)")
            }
            for phone in [
                "112", "+47 22 33 44 55", "(020) 7946-0018 ext. 12", "+1/555.0100 x7", "\u{660}\u{661}\u{662}",
            ] {
                #expect(try await rule(phone: phone) == nil, "\(phone)")
            }
            for language in ["klingon", "e", "de-", "d3", "en us"] {
                #expect(try await rule(language: language) == "language-form", "\(language)")
            }
            for language in ["de", "nds", "pt-BR", "zh_Hant", "es-419"] + [Guide.policy.people.languages[0].name] {
                #expect(try await rule(language: language) == nil, "\(language)")
            }
            let problems = try await loaded(desk.store, ["phone": "hello", "language": "klingon"])
            #expect(problems.count == 2 && problems.allSatisfy { $0.contains("was taken as it stands") }, "\(problems)")
            var per = try #require(try await desk.store.contacts(matching: "Per", account: nil, limit: 1).first)
            #expect(per.phone == "hello" && per.language == "klingon")
            // It stands in the way of nothing else.
            per.email = "per@nord.example"
            #expect(try await desk.store.save(per, by: People.ada, at: minute(4)).email == "per@nord.example")
        }
    }

    private func loaded(_ store: any CaseStore, _ said: [String: String]) async throws -> [String] {
        try await store.beginLoad(
            LoadHeader(source: "crm", claim: People.ada, at: minute(3), operation: OperationID("load-mail")))
        let row = LoadRow(kind: .contact, key: "P1", line: 1, values: said.merging(["name": "Per"]) { $1 })
        let counts = try await store.load([.row(row)])
        try await store.finishLoad()
        return counts.problems.map(\.message)
    }

    @Test("A number finds its person and its customer alone", arguments: StoreKind.allCases)
    func numbers(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let nord = try await desk.store.save(
                Account(id: AccountID(0), name: "Nord"), by: People.ada, at: minute(1))
            let berg = try await desk.store.save(
                Contact(id: ContactID(0), account: nord.id, name: "CT-2"), by: People.ada, at: minute(2))
            #expect(try await desk.store.account(nord.id) == nord)
            #expect(try await desk.store.contact(berg.id) == berg)
            #expect(try await desk.store.account(AccountID(99)) == nil)
            #expect(try await desk.store.contact(ContactID(2)) == nil)
        }
    }

    @Test("An account that is known otherwise is refused, not dropped", arguments: StoreKind.allCases)
    func accounts(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            func save(_ account: Account) async throws -> Account {
                try await desk.store.save(account, by: People.ada, at: minute(1))
            }
            let nord = try await save(Account(id: AccountID(0), name: "Nord", organizationID: "N-1"))
            #expect(try await save(Account(id: AccountID(0), name: "NORD")) == nord)
            #expect(try await save(Account(id: AccountID(0), name: "Nord", organizationID: "N-1")) == nord)
            for (other, words) in [
                (Account(id: AccountID(0), name: "Nord", organizationID: "N-2"), "organization"),
                (Account(id: AccountID(0), name: "nord", organizationID: "N-1", country: "NO"), "country"),
            ] {
                let error = await #expect(throws: StoreError.self) { try await save(other) }
                guard case .refused(let refusal) = error else {
                    Issue.record("not refused: \(String(describing: error))")
                    continue
                }
                #expect(refusal.rule == "account-differs" && refusal.message.hasSuffix("with another \(words)."))
            }
            var changed = nord
            changed.country = "NO"
            #expect(try await save(changed) == changed)
        }
    }

    @Test(
        "Roles, portal access and a place in a group are kept; what cannot be is refused",
        arguments: StoreKind.allCases)
    func places(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            func rule(_ body: () async throws -> Void) async throws -> String? {
                do { try await body() } catch StoreError.refused(let refusal) { return refusal.rule }
                return nil
            }
            func save(_ account: Account) async throws -> Account {
                try await desk.store.save(account, by: People.ada, at: minute(2))
            }
            func save(_ contact: Contact, by claim: Claim = People.ada) async throws -> Contact {
                try await desk.store.save(contact, by: claim, at: minute(2))
            }
            var (top, nord) = (Account(id: AccountID(0), name: "Top"), Account(id: AccountID(0), name: "Nord"))
            top = try await save(top)
            nord.parent = top.id
            nord.region = "north"
            nord = try await save(nord)
            #expect(try await desk.store.accounts(matching: "Nord", limit: 1) == [nord])
            top.parent = nord.id
            #expect(try await rule { _ = try await save(top) } == "account-loop")
            top.parent = AccountID(99)
            #expect(try await rule { _ = try await save(top) } == "account-unknown")
            let wanted = Contact(
                id: ContactID(0), account: nord.id, name: "J. Berg", roles: ["renewal", "technical"],
                portalType: "admin")
            var berg = try await save(wanted)
            #expect(berg.roles == wanted.roles && berg.portalType == "admin" && berg.active)
            #expect(try await desk.store.contacts(matching: "Berg", account: nord.id, limit: 1) == [berg])
            #expect(try await save(wanted) == berg)
            var other = wanted
            other.roles = ["security"]
            #expect(try await rule { _ = try await save(other) } == "contact-differs")
            other.roles = ["two words"]
            #expect(try await rule { _ = try await save(other) } == "role-one-word")
            berg.active = false
            berg = try await save(berg)
            #expect(try await desk.store.contacts(matching: "Berg", account: nord.id, limit: 1) == [berg])
            #expect(try await rule { _ = try await save(wanted) } == "contact-inactive")
            // Those who are there come first, however the others are called.
            let late = try await save(Contact(id: ContactID(0), account: nord.id, name: "Zora Berg"))
            for text in ["Berg", "", "J"] {
                let found = try await desk.store.contacts(matching: text, account: nord.id, limit: 9)
                #expect(found == (text == "J" ? [berg] : [late, berg]), "\(text)")
            }
            #expect(try await desk.store.contacts(matching: "Berg", account: nil, limit: 1) == [late])
            #expect(try await desk.store.contacts(matching: "\(berg.id)", account: nil, limit: 1) == [berg])
            // Changing a contact is an act of its own.
            try await desk.addBen([.criticalSituationManager])
            #expect(try await rule { _ = try await save(berg, by: People.ben) } == "no-right")
            berg.id = ContactID(0)
            berg.name = "K. Berg"
            #expect(try await rule { _ = try await save(berg, by: People.ben) } == nil)
        }
    }

    @Test("What an agent knows, where and when the agent works, is kept", arguments: StoreKind.allCases)
    func agents(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let wanted = Agent(
                id: AgentID(0), name: "Kim", logins: ["kim"], duties: [.engineer], expertise: "networking",
                products: ["Gateway", "Lizenz Server"], center: "dublin", shift: "Mon-Fri 08:00-12:00; Sat 10:00-11:00",
                tier: 2, role: "support-engineer", languages: ["de", "en"])
            var kim = try await desk.store.save(wanted, by: People.ada, at: minute(1))
            #expect(try await desk.store.agents().first { $0.name == "Kim" } == kim)
            kim.id = AgentID(0)
            #expect(kim == wanted)
            kim = try #require(try await desk.store.agents().first { $0.name == "Kim" })
            kim.center = "sydney"
            kim.tier = nil
            kim.products = []
            kim.languages = []
            let changed = try await desk.store.save(kim, by: People.ada, at: minute(2))
            #expect(changed == kim)
            #expect(try await desk.store.agents().first { $0.name == "Kim" } == kim)
            let words = try await desk.store.journal(of: nil, limit: 1).map(\.words)
            #expect(
                words == ["changed the agent Kim: tier none; center sydney; products none; languages none"])
        }
    }

    @Test("Two who change one from the same reading lose nothing of each other", arguments: StoreKind.allCases)
    func together(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let store = desk.store
            func words() async throws -> String? { try await store.journal(of: nil, limit: 1).first?.words }
            let nord = try await store.save(Account(id: AccountID(0), name: "Nord"), by: People.ada, at: minute(1))
            func save(_ wish: Account) async throws -> Account {
                try await store.save(wish, seen: nord, by: People.ada, at: minute(2), recordedAt: nil)
            }
            var (mine, theirs) = (nord, nord)
            (mine.country, theirs.region) = ("NO", "emea")
            #expect(try await save(theirs) == theirs)
            #expect(try await words() == "changed the account Nord: region emea")
            let both = try await save(mine)
            #expect(both.country == "NO" && both.region == "emea")
            #expect(try await words() == "changed the account Nord: country NO")
            // The same value twice is no quarrel; another one is, and nothing of it is written.
            #expect(try await save(theirs) == both)
            (mine.region, mine.organizationID) = ("apac", "N-1")
            let quarrel = mine
            let field = PeopleConflict.Field("region", mine: "apac", theirs: "emea")
            await #expect(
                throws: StoreError.peopleConflict(PeopleConflict(of: "the account Nord", fields: [field]))
            ) { try await save(quarrel) }
            #expect(try await store.accounts(matching: "Nord", limit: 1) == [both])

            let ann = try await store.save(
                Contact(id: ContactID(0), account: nord.id, name: "Ann", email: "a@x"), by: People.ada, at: minute(1))
            var (older, newer) = (ann, ann)
            (older.email, newer.active) = (nil, false)
            _ = try await store.save(newer, seen: ann, by: People.ada, at: minute(2), recordedAt: nil)
            older = try await store.save(older, seen: ann, by: People.ada, at: minute(3), recordedAt: nil)
            #expect(!older.active && older.email == nil)
            #expect(try await words() == "changed the contact Ann: email")

            let ben = try await desk.addBen()
            var (first, second) = (ben, ben)
            (first.duties, second.logins) = ([.engineer, .accountManager], ["ben", "benny"])
            _ = try await store.save(first, seen: ben, by: People.ada, at: minute(2), recordedAt: nil)
            second = try await store.save(second, seen: ben, by: People.ada, at: minute(3), recordedAt: nil)
            #expect(second.duties == first.duties && second.logins == ["ben", "benny"])
            #expect(try await words() == "changed the agent Ben: login ben, benny")

            // To change an account is an act of its own: who may log a case for a new one may not do it.
            first.duties = [.criticalSituationManager]
            _ = try await store.save(first, by: People.ada, at: minute(4))
            _ = try await store.save(Account(id: AccountID(0), name: "Süd"), by: People.ben, at: minute(5))
            let error = await #expect(throws: StoreError.self) {
                try await store.save(both, by: People.ben, at: minute(5))
            }
            guard case .refused(let refusal) = error else {
                Issue.record("not refused: \(String(describing: error))")
                return
            }
            #expect(refusal.rule == "no-right" && refusal.message.contains("change accounts"))
        }
    }

    @Test("Acts upon people under a clock fixed by hand keep the real time", arguments: StoreKind.allCases)
    func fixedClock(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            #expect(try await desk.store.verify().remarks == [])
            let (then, real) = (minute(1), minute(900))
            let nord = try await desk.store.save(
                Account(id: AccountID(0), name: "Nord"), seen: nil, by: People.ada, at: then, recordedAt: real)
            _ = try await desk.store.save(
                Contact(id: ContactID(0), account: nord.id, name: "J. Berg"), seen: nil, by: People.ada, at: then,
                recordedAt: real)
            _ = try await desk.store.save(
                Agent(id: AgentID(0), name: "Ben"), seen: nil, by: People.ada, at: then, recordedAt: real)
            _ = try await desk.store.addQueue("Support", by: People.ada, at: then, recordedAt: real)
            _ = try await desk.store.addQueue("Other", by: People.ada, at: then)
            let remark = "0 events and 4 acts were written under a clock fixed by hand."
            #expect(try await desk.store.verify().remarks == [remark])
        }
    }
}
