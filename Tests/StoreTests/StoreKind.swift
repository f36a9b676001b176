import CaseModel
import CaseStorage
import Foundation
import GuidePolicy
import Synchronization
import Testing

/// The stores that keep the same contract.
enum StoreKind: String, CaseIterable, CustomTestStringConvertible {
    case memory
    case file
    /// A file that is opened to try changes: it answers like the others and stays as it is.
    case rehearsal

    var testDescription: String { rawValue }
}

/// The people of the tests: Ada keeps the store and may do everything.
enum People {
    static let ada = Claim(login: "ada", userNumber: 1001)
    static let ben = Claim(login: "ben", userNumber: 1002)
    static let eve = Claim(login: "eve", userNumber: 1003)
}

/// An instant so many minutes into the day of the tests.
func minute(_ minutes: Int64) -> Timestamp { Timestamp(seconds: 1_772_000_000 + minutes * 60) }

/// Runs a test on a fresh store, and clears it away.
func withStore(_ kind: StoreKind, _ body: (Desk) async throws -> Void) async throws {
    switch kind {
    case .memory:
        let store = MemoryCaseStore(keeper: People.ada, keeperName: "Ada")
        try await body(Desk(store: store))
        let report = try await store.verify()
        #expect(report.faults == [])
    case .file, .rehearsal:
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let file = folder.appendingPathComponent("cases.db")
        var store = try await SQLiteCaseStore.create(
            path: file.path, keeper: People.ada, keeperName: "Ada", at: minute(0))
        var before: Data?
        if kind == .rehearsal {
            await store.close()
            before = try Data(contentsOf: file)
            store = try await SQLiteCaseStore.open(path: file.path, mode: .rehearsal)
        }
        do {
            try await body(Desk(store: store))
            let report = try await store.verify()
            #expect(report.faults == [])
            await store.close()
        } catch {
            await store.close()
            throw error
        }
        if let before { #expect(try Data(contentsOf: file) == before) }
    }
}

/// A store with the words that tests use.
struct Desk: Sendable {
    let store: any CaseStore
    let names = OperationNames()

    /// An act with a name nobody used.
    func operation(_ claim: Claim, _ edits: [CaseEdit] = [], at now: Timestamp = minute(10)) -> CaseModel.Operation {
        Operation(id: names.next(), claim: claim, at: now, edits: edits)
    }

    func apply(
        _ id: CaseID, base: Int? = nil, at now: Timestamp = minute(10), _ changes: CaseChange...
    ) async throws -> EditOutcome {
        try await apply(People.ada, id, base: base, at: now, all: changes)
    }

    func apply(
        _ claim: Claim, _ id: CaseID, base: Int? = nil, at now: Timestamp = minute(10), _ changes: CaseChange...
    ) async throws -> EditOutcome {
        try await apply(claim, id, base: base, at: now, all: changes)
    }

    func apply(
        _ claim: Claim, _ id: CaseID, base: Int? = nil, at now: Timestamp = minute(10), all changes: [CaseChange]
    ) async throws -> EditOutcome {
        let outcome = try await store.apply(operation(claim, [CaseEdit(id, base: base, changes)], at: now))
        return try #require(outcome.edits.first)
    }

    func undo(_ claim: Claim = People.ada, at now: Timestamp = minute(20)) async throws -> OperationOutcome {
        try await store.undo(operation(claim, at: now))
    }

    func redo(_ claim: Claim = People.ada, at now: Timestamp = minute(30)) async throws -> OperationOutcome {
        try await store.redo(operation(claim, at: now))
    }

    func item(_ id: CaseID) async throws -> Case { try await store.caseFile(id).item }

    /// A customer with a person, and a case of theirs.
    func logCase(_ subject: String = "The gateway drops sessions", severity: Severity = .three) async throws -> Case {
        let account = try await store.save(
            Account(id: AccountID(0), name: "Nord Energy"), by: People.ada, at: minute(1))
        let contact = try await store.save(
            Contact(id: ContactID(0), account: account.id, name: "Jörg Weiß"), by: People.ada, at: minute(1))
        let new = NewCase(
            subject: subject, description: "Since Monday.", severity: severity, type: .technical, channel: .phone,
            account: account.id, contact: contact.id)
        return try await store.log(new, operation(People.ada, at: minute(2))).item
    }

    /// Ben, who is an engineer.
    @discardableResult
    func addBen(_ duties: Set<Duty> = [.engineer]) async throws -> Agent {
        try await store.save(
            Agent(id: AgentID(0), name: "Ben", logins: ["ben"], duties: duties), by: People.ada, at: minute(1))
    }

    @discardableResult
    func load(_ records: [LoadRecord], source: String = "test") async throws -> LoadCounts {
        try await store.beginLoad(
            LoadHeader(source: source, claim: People.ada, at: minute(5), operation: names.next()))
        let counts = try await store.load(records)
        try await store.finishLoad()
        return counts
    }
}

/// Names for acts, one after the other.
final class OperationNames: Sendable {
    private let count = Mutex(0)

    func next() -> OperationID {
        count.withLock { count in
            count += 1
            return OperationID("op-\(count)")
        }
    }
}

extension EditOutcome {
    var events: [CaseEvent] {
        if case .done(_, _, let events, _) = self { events } else { [] }
    }

    var isDone: Bool {
        if case .done = self { true } else { false }
    }

    var isMerged: Bool {
        if case .done(_, _, _, let merged) = self { merged } else { false }
    }

    var refusal: Refusal? {
        if case .refused(_, let refusal) = self { refusal } else { nil }
    }

    var conflict: Conflict? {
        if case .conflict(let conflict) = self { conflict } else { nil }
    }
}
