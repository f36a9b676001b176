import CaseModel
import CaseStorage
import Foundation
import GuidePolicy
import HostileText
import Testing

@Suite("Files of cases, action items and records", .serialized)
struct AttachmentTests {
    private func attach(
        _ desk: Desk, _ holder: AttachmentHolder, _ name: String = "trace.txt", _ content: [UInt8] = [1, 2, 3],
        by claim: Claim = People.ada
    ) async throws -> Record {
        let file = NewAttachment(to: holder, name: name, content: content)
        return try #require(try await desk.store.attach(file, desk.operation(claim)).records.first)
    }

    private func remove(_ desk: Desk, _ record: Record, by claim: Claim = People.ada) async throws {
        _ = try await desk.store.keep(
            [RecordEdit(record.id, ["removed": minute(20).description], text: "Not ours.")], desk.operation(claim))
    }

    @Test(arguments: StoreKind.allCases)
    func areFoundOnWhatTheyHangOn(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let item = try await desk.logCase()
            _ = try await desk.apply(item.id, .ask(kind: "network-trace", text: "One.", due: nil))
            let account = try #require(item.account)
            let contract = [
                "account": account.description, "number": "N-1", "start": "2026-01-01", "end": "2026-12-31",
            ]
            let kept = try await desk.store.keep([RecordEdit(adding: .contract, contract)], desk.operation(People.ada))
            let contractID = try #require(kept.records.first?.id)
            let asked = AttachmentHolder.asked(ActionItemID(caseID: item.id, ordinal: 1))
            let first = try await attach(desk, .item(item.id))
            _ = try await attach(desk, asked, "b.txt", [4])
            _ = try await attach(desk, .record(contractID), "c.txt", [])
            #expect(first.account == account)
            let ofCase = try await desk.store.attachments(on: .item(item.id))
            #expect(ofCase.map(\.record.id.description) == ["AT-1", "AT-2"])
            #expect(ofCase.first?.events.first?.actor.name == "Ada")
            #expect(try await desk.store.attachments(on: asked).map(\.record.id.number) == [2])
            #expect(try await desk.store.attachments(on: .record(contractID)).map(\.record.id.number) == [3])
            #expect(try await desk.store.content(of: first.id) == [1, 2, 3])
            #expect(try await desk.store.content(of: RecordID(.attachment, 3)) == [])
            // What is not there has none.
            for text in ["CS-9999999", "AI-1000001-9", "CN-99"] {
                let holder = try #require(AttachmentHolder(text: text))
                await #expect(throws: StoreError.notFound(text)) { try await attach(desk, holder) }
                await #expect(throws: StoreError.notFound(text)) { try await desk.store.attachments(on: holder) }
            }
            #expect(AttachmentHolder(text: "AT-1") == nil)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func anItemThatIsTakenBackKeepsItsNumberAndItsFile(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let id = try await desk.logCase().id
            let ask = CaseChange.ask(kind: "network-trace", text: "One.", due: nil)
            _ = try await desk.apply(id, ask)
            let asked = AttachmentHolder.asked(ActionItemID(caseID: id, ordinal: 1))
            let file = try await attach(desk, asked)
            _ = try await desk.undo()
            #expect(try await desk.store.caseFile(id).items == [])
            #expect(try await desk.store.verify().faults == [])
            // The file hangs on the case still, and on nothing that is asked later.
            #expect(try await desk.store.attachments(on: .item(id)).map(\.record.id) == [file.id])
            _ = try await desk.apply(id, ask, ask)
            #expect(try await desk.store.caseFile(id).items.map(\.id.ordinal) == [2, 3])
            await #expect(throws: StoreError.notFound("\(asked)")) { try await attach(desk, asked) }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func bytesAreKeptOnceAndGoWithTheLast(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let item = try await desk.logCase()
            let large = (0..<(5 << 19) + 7).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            let one = try await attach(desk, .item(item.id), "a", large)
            let two = try await attach(desk, .item(item.id), "b", large)
            #expect(try await desk.store.content(of: two.id) == large)
            try await remove(desk, one)
            #expect(try await desk.store.content(of: two.id) == large)
            let gone = await #expect(throws: StoreError.self) { try await desk.store.content(of: one.id) }
            guard case .refused(let refusal) = gone else { throw try #require(gone) }
            #expect(refusal.rule == "attachment-removed")
            try await remove(desk, two)
            #expect(try await desk.store.verify().faults == [])
            // The history stays, and nothing brings it back.
            let files = try await desk.store.attachments(on: .item(item.id))
            #expect(files.count == 2 && files[1].events.map(\.seq) == [1, 2] && files[1].events[1].text == "Not ours.")
            for value in [String?.none, minute(30).description] {
                await #expect(throws: StoreError.self) {
                    try await desk.store.keep([RecordEdit(two.id, ["removed": value])], desk.operation(People.ada))
                }
            }
            let again = try await attach(desk, .item(item.id), "a", large)
            #expect(try await desk.store.content(of: again.id) == large)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func namesStayAsGiven(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let item = try await desk.logCase()
            for name in HostileText.names where !Words.isBlank(name) && !name.utf8.contains(0) {
                let record = try await attach(desk, .item(item.id), name)
                #expect(Attachment(record)?.name.utf8.elementsEqual(name.utf8) == true)
            }
            for name in ["", " ", "a\0b", String(repeating: "x", count: 1025)] {
                await #expect(throws: StoreError.self) { try await attach(desk, .item(item.id), name) }
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func needRightsAndBytes(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let item = try await desk.logCase()
            try await desk.addBen([.accountManager])
            let record = try await attach(desk, .item(item.id), by: People.ben)
            for claim in [People.ben, People.eve] {
                await #expect(throws: StoreError.self) { try await remove(desk, record, by: claim) }
            }
            await #expect(throws: StoreError.self) { try await attach(desk, .item(item.id), by: People.eve) }
            // None is made of nothing, and none changes what it is.
            let made = [
                "on": item.id.description, "name": "x", "size": "3", "digest": SHA256.text(of: [9, 9, 9]),
            ]
            await #expect(throws: StoreError.self) {
                try await desk.store.keep([RecordEdit(adding: .attachment, made)], desk.operation(People.ada))
            }
            for (field, value) in ["name": "y", "size": "4", "digest": "z", "on": "AC-1"] {
                await #expect(throws: StoreError.self) {
                    try await desk.store.keep([RecordEdit(record.id, [field: value])], desk.operation(People.ada))
                }
            }
        }
    }

    /// The built-in policy with another value for how large a file may be; nil without that line.
    private func policy(_ value: String?) throws -> Policy {
        let text = String(decoding: Guide.policy.text, as: UTF8.self)
        let start = try #require(text.range(of: "[threshold \"attachment-size\"]"))
        let end = try #require(text.range(of: "\n[", range: start.upperBound..<text.endIndex))
        let section = value.map { "[threshold \"attachment-size\"]\nvalue = \($0)\nmeaning = x\nsource = INF" } ?? ""
        let cut = text.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: section)
        return try #require(Policy.read(bytes: Array(cut.utf8), named: "cut").policy)
    }

    /// What the policy says, how many bytes fit, and how many do not.
    private static let sizes: [(value: String?, fits: Int?, tooLarge: Int?)] = [
        ("3 bytes", 3, 4), ("2 KiB", 2048, 2049), ("1 MiB", 1 << 20, 1 << 20 + 1), ("none", 4 << 20, nil),
        ("0 bytes", 0, 1), (nil, nil, 0), ("5 stones", nil, 0),
    ]

    @Test(arguments: sizes)
    func thePolicySaysHowLargeTheyMayBe(_ size: (value: String?, fits: Int?, tooLarge: Int?)) async throws {
        let (value, fits, tooLarge) = size
        try await withStore(.memory) { desk in
            let item = try await desk.logCase()
            try await desk.store.adopt(try policy(value), by: People.ada, at: minute(3), recordedAt: nil)
            if let fits {
                _ = try await attach(desk, .item(item.id), "a", [UInt8](repeating: 7, count: fits))
            }
            guard let tooLarge else { return }
            let error = await #expect(throws: StoreError.self) {
                try await attach(desk, .item(item.id), "a", [UInt8](repeating: 7, count: tooLarge))
            }
            guard case .refused(let refusal) = error else { throw try #require(error) }
            #expect(refusal.rule == "attachment-size")
        }
        let warnings = try policy(value).warnings(on: minute(0).day)
        #expect(warnings.contains { String(describing: $0).contains("counts bytes") } == (value == "5 stones"))
    }

    @Test(arguments: StoreKind.allCases)
    func anActThatIsSentTwiceIsDoneOnce(_ kind: StoreKind) async throws {
        try await withStore(kind) { desk in
            let item = try await desk.logCase()
            let file = NewAttachment(to: .item(item.id), name: "a", content: [7])
            let operation = desk.operation(People.ada)
            let first = try await desk.store.attach(file, operation)
            try await remove(desk, try #require(first.records.first))
            #expect(try await desk.store.attach(file, operation) == first)
            #expect(try await desk.store.attachments(on: .item(item.id)).count == 1)
        }
    }
}
