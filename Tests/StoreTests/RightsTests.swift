import CaseModel
import GuidePolicy
import Testing

@Suite("A store checks who may do what, inside the change")
struct RightsTests {
    /// One change for every act on a case, and a case it can be done to.
    static func changes(_ me: AgentID, _ queue: QueueID, _ other: CaseID) -> [CaseChange] {
        [
            .subject("New"), .description("New"), .product("New"), .status(.cust, given: ["awaited": "a trace"]),
            .severity(.one), .requestSeverity(.one, reason: "asked"), .fact(.language, "de"), .type(.advice),
            .take, .assign(me), .release, .queue(queue), .tags(adding: ["new"], removing: []), .watch(true),
            .snooze(minute(900)), .note("New"), .reply("New"), .escalate(summary: "New"),
            .close(.resolved, duplicateOf: nil, text: nil), .reopen, .ask(kind: "network-trace", text: "New", due: nil),
            .settle(ActionItemID(caseID: other, ordinal: 1), .done), .extra("site", "New"), .hear("New"),
            .remind("New"), .deny(ground: "audit", person: "Vi", text: nil), .handOver(center: "dublin", text: "New"),
            .fact(.criticalSituationManager, me.description),
        ]
    }

    @Test("Every duty may do what the table says, and nothing else", arguments: StoreKind.allCases)
    func matrix(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            var ben = try await desk.addBen([])
            let queue = try await desk.store.addQueue("Support", by: People.ada, at: minute(1))
            let every: [Set<Duty>] = [[]] + Duty.allCases.map { [$0] } + [[.accountManager, .storeKeeper]]
            for duties in every {
                ben.duties = duties
                ben = try await desk.store.save(ben, by: People.ada, at: minute(2))
                for index in Self.changes(ben.id, queue.id, CaseID(1)).indices {
                    // A critical case is worked on as soon as it is taken, and so everything can be done to it.
                    let id = try await desk.logCase(severity: .one).id
                    let start: [CaseChange] = [.take, .release, .ask(kind: "network-trace", text: "Please.", due: nil)]
                    #expect(try await desk.apply(People.ada, id, all: start + [.severity(.three)]).isDone)
                    let change = Self.changes(ben.id, queue.id, id)[index]
                    if change == .reopen {
                        _ = try await desk.apply(id, .close(.resolved, duplicateOf: nil, text: nil))
                    }
                    let before = try await desk.store.caseFile(id)
                    let outcome = try await desk.apply(People.ben, id, change)
                    if duties.contains(where: { $0.allows(change.act) }) {
                        #expect(outcome.refusal == nil, "\(duties) \(change)")
                    } else {
                        #expect(outcome.refusal?.rule == "no-right", "\(duties) \(change)")
                        #expect(try await desk.store.caseFile(id) == before)
                    }
                }
            }
        }
    }

    @Test("The second doors are shut as well", arguments: StoreKind.allCases)
    func doors(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            var ben = try await desk.addBen([.licensingAdministrator])
            let item = try await desk.logCase()
            let account = try #require(item.account)
            let contact = try #require(item.contact)
            let new = NewCase(
                subject: "Mine", severity: .four, type: .advice, channel: .web, account: account, contact: contact)
            for claim in [People.ben, People.eve] {
                let refused = { (rule: String) in
                    { (error: any Error) in
                        guard case .refused(let refusal)? = error as? StoreError else { return false }
                        return refusal.rule == (claim == People.eve ? "read-only-login" : rule)
                    }
                }
                let header = LoadHeader(source: "x", claim: claim, at: minute(5), operation: OperationID("load"))
                await #expect(
                    performing: { try await desk.store.log(new, desk.operation(claim)) }, throws: refused("no-right"))
                await #expect(
                    performing: { try await desk.store.save(ben, by: claim, at: minute(3)) },
                    throws: refused("no-right"))
                await #expect(
                    performing: { try await desk.store.addQueue("Q", by: claim, at: minute(3)) },
                    throws: refused("no-right"))
                await #expect(
                    performing: {
                        try await desk.store.save(Account(id: AccountID(0), name: "X"), by: claim, at: minute(3))
                    }, throws: refused("no-right"))
                await #expect(
                    performing: {
                        try await desk.store.save(Contact(id: ContactID(0), name: "X"), by: claim, at: minute(3))
                    }, throws: refused("no-right"))
                await #expect(performing: { try await desk.store.beginLoad(header) }, throws: refused("no-right"))
                await #expect(performing: { try await desk.undo(claim) }, throws: refused("nothing-to-undo"))
            }
            // Undo needs the right to what it takes back.
            ben.duties = [.engineer]
            ben = try await desk.store.save(ben, by: People.ada, at: minute(4))
            #expect(try await desk.apply(People.ben, item.id, .severity(.one)).isDone)
            ben.duties = [.accountManager]
            _ = try await desk.store.save(ben, by: People.ada, at: minute(4))
            #expect(try await desk.undo(People.ben).edits.first?.refusal?.rule == "no-right")
            #expect(try await desk.item(item.id).severity == .one)
        }
    }

    @Test("One login may serve several people, who then say their names", arguments: StoreKind.allCases)
    func shared(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            for name in ["Ben", "Bea"] {
                _ = try await desk.store.save(
                    Agent(id: AgentID(0), name: name, logins: ["ben"], duties: [.engineer]), by: People.ada,
                    at: minute(1))
            }
            let item = try await desk.logCase()
            let operation = desk.operation(People.ben, [CaseEdit(item.id, base: nil, [.take])])
            await #expect(throws: StoreError.self) { try await desk.store.apply(operation) }
            let bea = Claim(login: "ben", userNumber: 1002, name: "bea")
            #expect(try await desk.apply(bea, item.id, .take).isDone)
            let event = try #require(try await desk.store.caseFile(item.id).events.last)
            #expect(event.actor.name == "Bea" && event.actor.login == "ben")
            let ada = Claim(login: "ben", userNumber: 1002, name: "Ada")
            await #expect(throws: StoreError.self) { try await desk.store.agent(for: ada) }
            #expect(try await desk.store.agent(for: bea).name == "Bea")
        }
    }

    @Test("Agents are added and changed; the last keeper stays", arguments: StoreKind.allCases)
    func keepers(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            var ada = try await desk.store.agent(for: People.ada)
            #expect(ada.duties == Set(Duty.allCases))
            for change in [{ ada.active = false }, { ada.duties = [.engineer] }, { ada.logins = [] }] {
                let before = ada
                change()
                let wanted = ada
                await #expect(throws: StoreError.refused(.lastKeeperForTests)) {
                    try await desk.store.save(wanted, by: People.ada, at: minute(1))
                }
                ada = before
            }
            await #expect(throws: StoreError.self) {
                try await desk.store.save(Agent(id: AgentID(0), name: "ADA"), by: People.ada, at: minute(1))
            }
            await #expect(throws: StoreError.self) {
                try await desk.store.save(Agent(id: AgentID(0), name: " "), by: People.ada, at: minute(1))
            }
            let ben = try await desk.addBen([.storeKeeper])
            ada.active = false
            _ = try await desk.store.save(ada, by: People.ben, at: minute(2))
            #expect(try await desk.store.agents().map(\.name) == ["Ada", "Ben"])
            #expect(try await desk.store.agents().map(\.active) == [false, true])
            #expect(try await desk.store.agent(for: People.ben) == ben)
            await #expect(throws: StoreError.self) { try await desk.store.agent(for: People.ada) }
        }
    }
}

extension Refusal {
    static let lastKeeperForTests = Refusal(
        rule: "last-keeper", message: "Then nobody could keep this store.",
        remedy: "Make another active agent with a login its store keeper first.")
}
