import CaseModel
import ConsoleCore
import TerminalUI

/// The cases that a line console lists, and the numbers of the rows it has printed.
struct LineList {
    private let queues: [NamedQueue]
    /// The words of the store's policies.
    let words: Vocabulary
    /// What was wrong in the files of queues.
    let problems: [String]
    private(set) var queue: NamedQueue
    private var filter = ""
    private var ids: [CaseID] = []
    private var rows: [CaseID] = []
    /// How many of the cases were asked for.
    private var shown = 0

    /// So many rows are printed at a time.
    private static let page = 10

    /// The named queues, beginning with one.
    init(_ queues: [NamedQueue], _ problems: [String], start: String?, _ words: Vocabulary) {
        self.words = words
        self.queues = queues
        self.problems = problems
        queue = queues.first ?? NamedQueue("Everything", query: "")
        if let start { queue = named(start) }
    }

    /// A queue by its number in the list of queues, its name, or the beginning of one; else a queue of the store.
    private func named(_ name: String) -> NamedQueue {
        if let number = Int(name), queues.indices.contains(number - 1) { return queues[number - 1] }
        let folded = Words.fold(name)
        return queues.first { Words.fold($0.name) == folded } ?? queues.first { Words.fold($0.name).hasPrefix(folded) }
            ?? .ofStore(name)
    }

    /// Another queue, query or order.
    mutating func turn(to call: CommandCall) throws(Failure) {
        let text = call.words.joined(separator: " ")
        switch call.command {
        case .filter: filter = try checked(text)
        case .list, .query:
            queue = NamedQueue("Your query", query: try checked(text), sort: queue.sort)
            filter = ""
        case .sort:
            do throws(QueryProblem) {
                queue.sort = text.isEmpty ? SortKey.usual : try SortKey.parse(text)
            } catch {
                throw Failure(error)
            }
        case .queue where !text.isEmpty && text != "list":
            queue = named(text)
            filter = ""
        case .queue:
            let names = queues.enumerated().map { "\($0 + 1) \($1.name)" }.joined(separator: ", ")
            throw .usage("Which queue? \(names), or a queue of the store.")
        case .nextQueue, .previousQueue:
            let step = call.command == .nextQueue ? 1 : queues.count - 1
            let index = queues.firstIndex(of: queue).map { ($0 + step) % queues.count } ?? 0
            queue = queues[index]
            filter = ""
        default: break
        }
    }

    private func checked(_ query: String) throws(Failure) -> String {
        do throws(QueryProblem) {
            _ = try CaseQuery(query, words)
        } catch {
            throw Failure(error)
        }
        return query
    }

    /// The query of the queue and the filter together.
    var query: String {
        [queue.query, filter].filter { !Words.isBlank($0) }.map { "(\($0))" }.joined(separator: " ")
    }

    /// Takes in what the query found.
    mutating func begin(_ found: [CaseID]) {
        ids = found
        rows = []
        shown = 0
    }

    /// How many cases there are.
    var count: Int { ids.count }

    /// The cases whose rows come next.
    mutating func next() -> [CaseID] {
        let next = ids.dropFirst(shown).prefix(LineList.page)
        shown += next.count
        return Array(next)
    }

    /// Whether all were shown.
    var isAtEnd: Bool { shown >= ids.count }

    /// Gives a row its number.
    mutating func number(_ row: CaseSummary) -> Int {
        rows.append(row.id)
        return rows.count
    }

    /// The case number behind a row's number; any other reference stays what it is.
    func reference(_ word: String) -> String {
        guard let number = Int(word), rows.indices.contains(number - 1) else { return word }
        return rows[number - 1].description
    }

    /// The same command with case numbers in the place of row numbers.
    func resolved(_ call: CommandCall) -> CommandCall {
        var call = call
        let plain: Int
        switch call.command {
        case .take, .release, .reopen, .assign, .set, .note, .reply, .escalate, .close, .show, .open, .ask, .hear,
            .remind,
            .deny, .handOver, .snooze, .why:
            plain = 0
        // The last word is the value.
        case .status, .severity: plain = 1
        default: return call
        }
        call.words = call.words.dropLast(plain).map(reference) + call.words.suffix(plain)
        if let other = call.options[.duplicateOf] { call.options[.duplicateOf] = reference(other) }
        return call
    }
}

extension LineConsole {
    /// Prints the list from its beginning.
    mutating func showList() throws(Failure) {
        let (text, sort) = (list.query, list.queue.sort)
        let found = try shell.waiting { (shell) async throws(Failure) -> [CaseID] in
            let store = try await shell.openForReading()
            let context = try await shell.context(store)
            let query = try shell.query([text], context.words)
            do throws(StoreError) {
                return try await store.orderedIDs(query, sort: sort, context)
            } catch {
                throw Failure(error)
            }
        }
        list.begin(found)
        try say("\(Shown(detail: list.queue.name)): \(found.count) \(found.count == 1 ? "case" : "cases").")
        if !found.isEmpty { try showMore() }
    }

    /// Prints the next rows.
    mutating func showMore() throws(Failure) {
        let ids = list.next()
        guard !ids.isEmpty else { return try say("There are no more.") }
        let rows = try shell.waiting { (shell) async throws(Failure) -> [CaseSummary] in
            let store = try await shell.openForReading()
            do throws(StoreError) {
                return try await store.summaries(ids)
            } catch {
                throw Failure(error)
            }
        }
        for row in rows {
            let owner: Shown = row.ownerName.map { "owner \(Shown(detail: $0))" } ?? "no owner"
            try say(
                """
                \(list.number(row)). \(row.id.description), severity \(row.severity.code), \(row.status.words), \
                \(owner): \(Shown(detail: row.subject)). \(Shown(detail: row.accountName ?? "No account")).
                """)
        }
        if !list.isAtEnd { try say("An empty line shows more.") }
    }
}
