import CaseExchange
import CaseModel
import CaseStorage
import Foundation
import GuidePolicy
import SeededRandom
import Testing

/// The two policies under which lives are lived.
enum Rulebook: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case guide, harbour

    var testDescription: String { rawValue }

    var policy: Policy {
        get throws {
            guard self == .harbour else { return Guide.policy }
            let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "PolicyTests/Fixtures/harbour.policy").path
            let reading = Policy.read(bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))), named: "harbour")
            #expect(reading.problems == [])
            return try #require(reading.policy)
        }
    }
}

/// A store with a customer, its people and two who work: everything drawn from the policy itself.
struct Stage {
    let store: any CaseStore
    let book: PolicyBook
    let ada = Claim(login: "ada", userNumber: 1)
    let ben = Claim(login: "ben", userNumber: 2)
    private(set) var accounts: [AccountID] = []
    private(set) var contacts: [ContactID] = []

    /// Without a plan, and with the best one; a caller who may open cases, and one who may not.
    init(_ store: any CaseStore, at now: Timestamp) async throws {
        self.store = store
        book = try await store.policies
        let policy = book.inForce
        _ = try await store.save(
            Agent(id: AgentID(0), name: "Ben", logins: ["ben"], duties: [.engineer]), by: ada, at: now)
        let plans: [String?] = [nil, policy.cover.plans.last { $0.hasTargets && $0.kind == .premium }?.code]
        for (number, plan) in plans.enumerated() {
            var account = Account(id: AccountID(0), name: "Customer \(number)")
            account.region = policy.places.regions[number].code
            let id = try await store.save(account, by: ada, at: now).id
            accounts.append(id)
            for role in [policy.people.contactRoles.first { $0.may.contains("open-cases") }?.code, nil] {
                var contact = Contact(id: ContactID(0), name: "\(role ?? "Nobody") \(number)")
                contact.account = id
                contact.roles = role.map { [$0] } ?? []
                contacts.append(try await store.save(contact, by: ada, at: now).id)
            }
            guard let plan else { continue }
            let fields = ["account": id.description, "number": "C1", "start": "2026-01-01", "end": "2027-12-31"]
            let contract = try await store.keep([RecordEdit(adding: .contract, fields)], operation("contract", now))
            let record = try #require(contract.records.first)
            let entitlement = RecordEdit(adding: .entitlement, ["contract": record.id.description, "plan": plan])
            _ = try await store.keep([entitlement], operation("entitlement", now))
        }
    }

    func operation(
        _ name: String, _ now: Timestamp, _ edits: [CaseEdit] = [], by claim: Claim? = nil
    ) -> CaseModel.Operation {
        Operation(id: OperationID(name), claim: claim ?? ada, at: now, edits: edits)
    }
}

/// One life of a case: random acts of random people at random times, and what must hold after each.
struct Life {
    let stage: Stage
    let name: String
    var random: SplitMix64
    var now: Timestamp
    var id = CaseID(0)
    var tally = Tally()

    private var book: PolicyBook { stage.book }
    private var policy: Policy { book.inForce }

    init(_ stage: Stage, seed: UInt64, at now: Timestamp) {
        self.stage = stage
        name = "life \(seed)"
        random = SplitMix64(seed: seed)
        self.now = now
    }

    /// Logs a case and does so many things to it.
    mutating func live(_ steps: Int) async throws {
        let place = random.number(0...1)
        var new = NewCase(
            subject: "Leak", severity: random.pick(book.words.severities), type: random.pick(book.words.types),
            channel: random.pick(book.words.channels), account: stage.accounts[place],
            contact: random.chance(15) ? nil : stage.contacts[place * 2 + random.number(0...1)])
        new.troubleshootingDone = random.pick([nil, true, false])
        var before = try await stage.store.log(new, stage.operation("\(name) logged", now)).item
        id = before.id
        for step in 0..<steps {
            now = now + Int64(random.chance(10) ? random.number(0...1_900_000) : random.number(0...9000))
            let operation = stage.operation("\(name) step \(step)", now, by: random.chance(60) ? stage.ada : stage.ben)
            let outcome: OperationOutcome
            do {
                switch random.number(0...19) {
                case 0: outcome = try await stage.store.undo(operation)
                case 1: outcome = try await stage.store.redo(operation)
                default:
                    var act = operation
                    act.edits = [CaseEdit(id, base: nil, [change()])]
                    outcome = try await stage.store.apply(act)
                }
            } catch StoreError.refused(let refusal) {
                check(refusal)
                continue
            }
            let after = try #require(try await stage.store.records([id]).items.first, "\(name)")
            // Taking back can be about the life before this one; then this case stays as it was.
            for edit in outcome.edits { try check(edit, before, after) }
            before = after
        }
    }

    private mutating func check(_ edit: EditOutcome, _ before: Case, _ after: Case) throws {
        switch edit {
        case .refused(_, let refusal):
            check(refusal)
            #expect(before == after, "\(name): refused and changed")
        case .conflict, .unchanged: #expect(before == after, "\(name)")
        case .notFound: Issue.record("\(name): lost")
        case .done(_, _, let events, _):
            tally.done += 1
            for event in events {
                for remark in event.remarks {
                    tally.remarks += 1
                    #expect(policy.lifeCycle.conditions.contains { $0.code == remark.condition }, "\(name): \(remark)")
                    #expect(remark.strength != .refuse)
                }
            }
            check(after, events)
        }
    }

    private mutating func check(_ refusal: Refusal) {
        tally.refused += 1
        tally.rules.insert(refusal.rule)
        let isWhole = !refusal.rule.isEmpty && refusal.message.hasSuffix(".") && refusal.remedy.count > 3
        #expect(isWhole, "\(name): \(refusal.rule) \(refusal)")
    }

    /// What is so of every case, wherever it stands.
    private mutating func check(_ item: Case, _ events: [CaseEvent]) {
        let status = item.status
        tally.statuses.insert(status.code)
        #expect(policy.lifeCycle.statuses.contains { $0.code == status.code }, "\(name)")
        #expect(status.isFinal == (item.closedAt != nil), "\(name): \(status.code)")
        #expect(status.isFinal == (item.closureReason != nil), "\(name): \(status.code)")
        #expect(item.given.keys.allSatisfy { status.needs.contains($0) }, "\(name): \(status.code) \(item.given)")
        // A fix can be taken back after it was offered, and a policy may ask for it softly.
        if status.role == .waiting || status.role == .refused {
            #expect(Set(item.given.keys) == Set(status.needs), "\(name): \(status.code) \(item.given)")
        }
        #expect(item.flags.allSatisfy { flag in policy.lifeCycle.conditions.contains { $0.code == flag } }, "\(name)")
        for change in events.flatMap(\.changes) where change.field == .status {
            guard let old = change.old, let new = change.new else { continue }
            let isTurn = events.contains { $0.action == .undone || $0.action == .redone }
            let isRow = policy.lifeCycle.transitions.contains { row in
                policy.allows(row, from: old) && (policy.contains(row.to, new) || row.otherwise == new)
            }
            #expect(isRow || isTurn, "\(name): \(old) to \(new)")
        }
    }

    /// The history alone tells the case, its items and its clocks.
    func checkHistory() async throws -> Case {
        let file = try await stage.store.caseFile(id)
        var replayed = try #require(Case(id: id, events: file.events, words: book.words), "\(name)")
        let clocks = try CaseClocks(of: id, file.events, book)
        #expect(file.item.response.due == clocks.response.state(at: now).due || file.item.response == .none, "\(name)")
        replayed.response = file.item.response
        replayed.followUp = file.item.followUp
        #expect(replayed == file.item, "\(name)")
        #expect(ActionItem.items(of: file.events) == file.items, "\(name)")
        #expect(file.events.map(\.seq) == Array(1...file.events.count), "\(name)")
        let again = try CaseState(item: replayed).withClocks(book) { () throws(StoreError) in file.events }
        #expect(again.item == file.item, "\(name)")
        let answered = file.events.filter { $0.action == .replied || $0.action == .reminded }
            .filter { !file.takenBack.contains($0.seq) }.map(\.at).min()
        #expect(file.item.firstResponseAt == answered, "\(name)")
        return file.item
    }

    private mutating func change() -> CaseChange {
        switch random.number(0...21) {
        case 0, 1, 2, 3, 4: return status()
        case 5: return .take
        case 6: return .assign(AgentID(Int64(random.number(1...3))))
        case 7: return .release
        case 8: return .escalate(summary: random.pick(["", "Tried it."]))
        case 9, 10:
            return .close(
                random.pick(book.words.closures), duplicateOf: random.chance(50) ? id : nil,
                text: random.pick([nil, "Agreed."]))
        case 11: return .reopen
        case 12:
            return .deny(
                ground: random.pick(policy.duties.grounds.map(\.code) + ["mood"]), person: random.pick([nil, "Head"]),
                text: nil)
        case 13: return .severity(random.pick(book.words.severities), reason: random.pick([nil, "Agreed."]))
        case 14: return .requestSeverity(random.pick(book.words.severities), reason: random.pick([nil, "Worse."]))
        case 15: return .handOver(center: random.pick(policy.places.centers.map(\.code) + ["moon"]), text: "Night.")
        case 16: return .ask(kind: random.pick(policy.duties.items).code, text: "Please.", due: now + 86_400)
        case 17:
            return .settle(ActionItemID(caseID: id, ordinal: random.number(1...3)), random.pick(ItemState.allCases))
        case 18: return random.pick([.note("n"), .reply("r"), .hear("h"), .remind("w")])
        case 19: return .remind("We close it.")
        case 20: return .fact(.criticalSituationManager, random.pick([nil, "AG-1", "AG-9"]))
        default: return .fact(.plan, random.pick(policy.cover.plans.map(\.code)))
        }
    }

    private mutating func status() -> CaseChange {
        let status = random.pick(book.words.statuses)
        var given: [String: String] = [:]
        for need in status.needs where random.chance(85) {
            let days = ["9998-01-01", "2020-01-01", "soon"]
            given[need] = Status.isDay(need) ? random.pick(days) : "it \(random.number(0...2))"
        }
        if random.chance(20) { given["cure"] = "Mended." }
        return .status(status, given: given)
    }
}

/// What was seen in many lives.
struct Tally {
    var done = 0
    var refused = 0
    var remarks = 0
    var rules: Set<String> = []
    var statuses: Set<String> = []

    mutating func add(_ other: Tally) {
        done += other.done
        refused += other.refused
        remarks += other.remarks
        rules.formUnion(other.rules)
        statuses.formUnion(other.statuses)
    }
}
