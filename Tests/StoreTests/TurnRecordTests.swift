@testable import CaseModel
import GuidePolicy
import Testing

@Suite("Renewals and moves of licences can be taken back")
struct TurnRecordTests {
    /// Ben, who may change contracts as well.
    private func ben(_ desk: Desk) async throws {
        _ = try await desk.addBen(Set(Duty.allCases.filter { $0.allows(.keepRecords) && $0.allows(.moveLicenses) }))
    }

    /// A membership of which Ann is told, and two people of its customer.
    private func membership(_ desk: Desk) async throws -> (Record, ann: Contact, bob: Contact) {
        let nord = try await desk.account("Nord")
        let (ann, bob) = (try await desk.contact("Ann", nord), try await desk.contact("Bob", nord))
        try await desk.add(.contract, desk.contract(nord, "N-1"))
        let item = try await desk.add(
            .membership,
            ["contract": "CN-1", "product": "Gateway", "end": "2026-12-31", "contact": ann.id.description])
        return (item, ann, bob)
    }

    @Test("A renewal is taken back with all that followed from it, and that is told", arguments: StoreKind.allCases)
    func renewal(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let (item, ann, bob) = try await membership(desk)
            let before = try await desk.store.recordFile(item.id)
            let text = before.record.contactReason(before.events)
            _ = try await desk.set(item.id, ["end": "2027-12-31", "contact": bob.id.description], text: "By mail.")
            #expect(try await desk.store.journal(of: nil, limit: 1).first?.canTurn == true)
            let outcome = try await desk.undo()
            #expect(outcome.subject == "renewed MB-1 from 2026-12-31 to 2027-12-31; contact Bob")
            #expect(outcome.records.map(\.record) == [item.id])
            let file = try await desk.store.recordFile(item.id)
            #expect(file.record.values == before.record.values && file.record.version == 3)
            #expect(file.record.contactReason(file.events) == text)
            let event = try #require(file.events.last)
            #expect(event.actor.name == "Ada" && event.at == minute(20))
            #expect(event.text == "Took back: renewed MB-1 from 2026-12-31 to 2027-12-31; contact Bob")
            #expect(try await desk.store.journal(of: nil, limit: 2).map(\.undone) == [false, true])
            let words = "renewed MB-1 from 2026-12-31 to 2027-12-31; contact Bob"
            #expect(try await desk.redo().subject == words)
            let done = try await desk.store.recordFile(item.id).record
            #expect(done.end == CivilDay(iso: "2027-12-31") && done["contact"] == bob.id.description)
            #expect(try await desk.undo().subject == words)
            // Who was named at a renewal that did not stand was named for nothing.
            let again = try await desk.set(item.id, ["naming": "automatic"])
            #expect(again.records.first?["contact"] == ann.id.description)
        }
    }

    @Test("What somebody else changed since stays, and who did it is named", arguments: StoreKind.allCases)
    func changedSince(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            try await ben(desk)
            let nord = try await desk.account("Nord")
            for number in ["N-1", "N-2"] { try await desk.add(.contract, desk.contract(nord, number)) }
            let ids = [RecordID(.contract, 1), RecordID(.contract, 2)]
            _ = try await desk.store.keep(
                ids.map { RecordEdit($0, ["end": "2027-12-31"]) }, desk.operation(People.ada))
            _ = try await desk.store.keep(
                [RecordEdit(ids[0], ["note": "Seen."]), RecordEdit(ids[1], ["end": "2028-12-31"])],
                desk.operation(People.ben, at: minute(12)))
            let error = await #expect(throws: StoreError.self) { try await desk.undo() }
            guard case .refused(let refusal)? = error else {
                Issue.record("not refused: \(String(describing: error))")
                return
            }
            #expect(refusal.rule == "changed-since")
            for words in ["The end of CN-2", "Ben renewed CN-2", "\(minute(12))", "nothing was taken back"] {
                #expect(refusal.message.contains(words), "\(refusal)")
            }
            // Nothing is half done.
            #expect(try await desk.store.recordFile(ids[0]).record.end == CivilDay(iso: "2027-12-31"))
            // Ben's own act is his.
            _ = try await desk.undo(People.ben)
            #expect(try await desk.undo().records.count == 2)
            let ends = try await desk.store.records(RecordQuery(.contract)).records.map(\.end)
            #expect(ends == [CivilDay(iso: "2026-12-31"), CivilDay(iso: "2026-12-31")])
        }
    }

    @Test("A value that another set anew is theirs, and a reason outlives undo and redo", arguments: StoreKind.allCases)
    func setAnew(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            try await ben(desk)
            let (item, _, bob) = try await membership(desk)
            // Done, taken back and done again it is the act it was.
            _ = try await desk.set(item.id, ["contact": bob.id.description], text: "Told by phone.")
            _ = try await desk.undo()
            _ = try await desk.redo()
            var file = try await desk.store.recordFile(item.id)
            #expect(file.record.contactReason(file.events) == "Told by phone.")
            #expect(file.events.withoutTakenBack.map(\.seq) == [1, 2])
            _ = try await desk.undo()
            file = try await desk.store.recordFile(item.id)
            #expect(file.events.withoutTakenBack.map(\.seq) == [1])
            // What Ada set Ben set to another value and back: it is his now.
            _ = try await desk.set(item.id, ["end": "2027-12-31"])
            for end in ["2028-12-31", "2027-12-31"] {
                _ = try await desk.store.keep(
                    [RecordEdit(item.id, ["end": end])], desk.operation(People.ben, at: minute(15)))
            }
            let error = await #expect(throws: StoreError.self) { try await desk.undo() }
            guard case .refused(let refusal)? = error else {
                Issue.record("not refused: \(String(describing: error))")
                return
            }
            #expect(refusal.rule == "changed-since" && refusal.message.contains("Ben"), "\(refusal)")
            #expect(try await desk.store.recordFile(item.id).record.end == CivilDay(iso: "2027-12-31"))
        }
    }

    private static let moves: [(LicenseAct, has: String?)] = [
        (.allocate(3, to: "gate-2"), "gate-1=4 gate-2=3"),
        (.reallocate(2, from: "gate-1", to: "gate-3"), "gate-1=2 gate-3=2"),
        (.giveBack(4, from: "gate-1"), nil),
    ]

    @Test("Licences go back to where they were, by an act of their history", arguments: StoreKind.allCases)
    func licenses(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            try await ben(desk)
            let license = try await desk.license(10)
            #expect(try await desk.refusal(of: .license(.allocate(4, to: "gate-1")), on: license) == nil)
            for (act, has) in Self.moves {
                #expect(try await desk.refusal(of: .license(act), on: license) == nil)
                #expect(try await desk.store.recordFile(license).record["allocations"] == has, "\(act.text)")
                #expect(try await desk.undo().subject == act.words(license))
                let file = try await desk.store.recordFile(license)
                #expect(file.record["allocations"] == "gate-1=4", "\(act.text)")
                #expect(try LicenseBalance.replay(file.events).last?.balance == LicenseBalance(file.record))
                _ = try await desk.redo()
                #expect(try await desk.store.recordFile(license).record["allocations"] == has, "\(act.text)")
                _ = try await desk.undo()
            }
            // What was downloaded was; it stays, and is told of.
            #expect(try await desk.refusal(of: .license(.download()), on: license) == nil)
            var careful = desk.operation(People.ada, at: minute(21))
            careful.leave.passesStaying = false
            #expect(try await desk.store.undo(careful).doubt?.staying?.acts.count == 1)
            // Others may have moved some since.
            #expect(
                try await desk.refusal(of: .license(.giveBack(1, from: "gate-1")), on: license, by: People.ben) == nil)
            await #expect(throws: StoreError.self) { try await desk.undo() }
        }
    }

    @Test("Acts on cases and records are taken back in the order they were done", arguments: StoreKind.allCases)
    func order(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            let nord = try await desk.account("Nord")
            let contract = try await desk.add(.contract, desk.contract(nord, "N-1")).id
            _ = try await desk.apply(id, .severity(.one))
            _ = try await desk.set(contract, ["end": "2027-12-31"])
            _ = try await desk.apply(id, .take)
            let words = ["took \(id)", "renewed CN-1 from 2026-12-31 to 2027-12-31", "set \(id) to severity 1"]
            for word in words { #expect(try await desk.undo().subject == word) }
            for word in words.reversed() { #expect(try await desk.redo().subject == word) }
            for word in words { #expect(try await desk.undo().subject == word) }
            // Another act ends what could be done again.
            _ = try await desk.set(contract, ["note": "Seen."])
            await #expect(throws: StoreError.self) { try await desk.redo() }
        }
    }

    @Test("An act that is sent twice is taken back once", arguments: StoreKind.allCases)
    func twice(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let contract = try await desk.add(.contract, desk.contract(try await desk.account("Nord"), "N-1")).id
            for end in ["2027-12-31", "2028-12-31"] { _ = try await desk.set(contract, ["end": end]) }
            let operation = desk.operation(People.ada, at: minute(20))
            let first = try await desk.store.undo(operation)
            #expect(try await desk.store.undo(operation) == first && first.records.count == 1)
            #expect(try await desk.store.recordFile(contract).record.end == CivilDay(iso: "2027-12-31"))
        }
    }
}
