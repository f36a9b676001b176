internal import CaseExchange
public import CaseModel
internal import EmbeddedFiles
public import GuidePolicy

/// The log of another system, read as its preset reads it, and each change of a state asked of the policy's table as if
/// a person did it now: with what the table asks for given as "from the log".
public struct EventLogReplay: Sendable {
    /// What became of the changes.
    public struct Counts: Equatable, Sendable {
        /// All changes of a state.
        public var changes = 0
        /// The table has a row for it.
        public var inside = 0
        /// It has none.
        public var outside = 0
        /// A condition of a row refuses it.
        public var refused = 0
        /// A condition holds it up: logged and flagged.
        public var held = 0
        /// A condition is said, and it is done.
        public var warned = 0
        /// How often each change occurs: from, to, and what became of it.
        public var kinds: [String: Int] = [:]
    }

    private let book: PolicyBook
    private let agent = Agent(id: AgentID(1), name: "Somebody", duties: [.engineer])

    /// A replay under a policy; the words of the log are those of the built-in one.
    public init(_ policy: Policy = Guide.policy) {
        book = PolicyBook(policy, zones: Guide.zones)
    }

    /// Reads a file into a store in memory and asks for each change.
    public func run(_ file: String) async throws -> Counts {
        let claim = Claim(login: "log", userNumber: 1)
        let store = MemoryCaseStore(keeper: claim, keeperName: "Log", policies: book)
        let preset = EmbeddedFiles.preset("servicenow-events") ?? []
        let (map, _) = try ImportMap.read(bytes: preset, named: "servicenow-events", book.words) { Guide.zones($0) }
        let importer = Importer(map, file: file)
        let now = Timestamp(seconds: 1_773_063_000)
        let header = LoadHeader(source: "", claim: claim, at: now, operation: OperationID("log"))
        _ = try await importer.load(try importer.check(), into: store, header)
        var counts = Counts()
        let context = QueryContext(now: now, zone: .utc, me: nil, words: book.words)
        for id in try await store.orderedIDs(try CaseQuery("", book.words), sort: [], context) {
            count(try await store.caseFile(id).events, of: id, &counts)
        }
        return counts
    }

    /// Asks the table for each change of the state in a history.
    private func count(_ events: [CaseEvent], of id: CaseID, _ counts: inout Counts) {
        guard let first = events.first else { return }
        var item = Case(id: id, subject: "", openedAt: first.at, words: book.words)
        for event in events {
            let before = item
            do throws(ValueProblem) { try item.apply(event) } catch { continue }
            guard before.version > 0, before.status != item.status else { continue }
            counts.changes += 1
            let verdict = verdict(before, item, event)
            counts.kinds["\(before.status.code) → \(item.status.code): \(verdict)", default: 0] += 1
            switch verdict {
            case "no-transition":
                counts.outside += 1
                continue
            case "held": counts.held += 1
            case "warned": counts.warned += 1
            case "done": break
            default: counts.refused += 1
            }
            counts.inside += 1
        }
    }

    /// What the table says: done, warned, held, or the rule that refuses it.
    private func verdict(_ before: Case, _ after: Case, _ event: CaseEvent) -> String {
        let fix = ActionItem(
            id: ActionItemID(caseID: before.id, ordinal: 1), kind: "fix", text: said, askedAt: before.openedAt,
            dueAt: nil, state: .accepted)
        do throws(Refusal) {
            let decision = try decide(
                change(before, after, at: event.at), on: before, items: [fix], by: agent, at: event.at, CaseFacts(),
                book)
            let strengths = Set(decision.remarks.map(\.strength))
            return strengths.contains(.hold) ? "held" : strengths.contains(.warn) ? "warned" : "done"
        } catch {
            return error.rule
        }
    }

    /// The act by which a person would have done it.
    private func change(_ before: Case, _ after: Case, at now: Timestamp) -> CaseChange {
        if before.status.isFinal { return .reopen }
        if after.status.isFinal, let reason = after.closureReason ?? book.words.closures.first {
            return .close(reason, duplicateOf: nil, text: said)
        }
        let day = CivilDay(daysSince1970: now.day.daysSince1970 + 1).description
        let given = after.status.needs.map { ($0, Status.isDay($0) ? day : said) }
        return .status(after.status, given: Dictionary(given) { first, _ in first })
    }

    private let said = "from the log"
}
