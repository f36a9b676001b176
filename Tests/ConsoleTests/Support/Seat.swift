import CaseModel
import ConsoleCore
import GuidePolicy
import TerminalUI
import Testing

/// One person at one console on a shared store: types keys, and runs what the console wants done.
struct Seat {
    var state: ConsoleState
    let store: MemoryCaseStore
    let claim: Claim
    /// Everything the console wanted that the store does not do: drafts, editor, quit.
    var asked: [Effect] = []
    /// The drafts that are on disk at the start.
    var drafts: [DraftKey] = []
    private var waiting: [Effect] = []
    /// Whether somebody else holds the store, so that it answers nothing.
    var isLocked = false
    /// How many acts had a number; two seats of one person count from different ones.
    var acts = 0

    init(
        _ store: MemoryCaseStore, _ claim: Claim = SampleStore.ada, columns: Int = 120, rows: Int = 40,
        theme: Theme = .terminal
    ) {
        self.store = store
        self.claim = claim
        state = ConsoleState(size: Size(columns: columns, rows: rows), now: SampleStore.now, theme: theme)
    }

    /// Sits down: the store is opened and everything that is asked for comes.
    static func open(
        _ store: MemoryCaseStore, _ claim: Claim = SampleStore.ada, columns: Int = 120, rows: Int = 40,
        theme: Theme = .terminal, drafts: [DraftKey] = []
    ) async throws -> Seat {
        var seat = Seat(store, claim, columns: columns, rows: rows, theme: theme)
        seat.drafts = drafts
        var session = Session(agent: nil, zone: SampleStore.zone, revision: try await store.revision())
        do throws(StoreError) {
            session.agent = try await store.agent(for: claim)
        } catch {
            if case .refused(let refusal) = error { session.refusal = refusal }
        }
        seat.hear(.opened(session))
        await seat.rest()
        return seat
    }

    /// A message comes; what the console wants done waits.
    mutating func hear(_ message: Message) {
        waiting += update(&state, message)
    }

    /// Keys in notation, without waiting for answers between them.
    mutating func press(_ notation: String) {
        for key in KeySequence(notation: notation)?.keys ?? [] { hear(.key(key)) }
    }

    /// Keys in notation, then everything that is asked for is done.
    mutating func type(_ notation: String) async {
        press(notation)
        await rest()
    }

    /// Text as it is typed, then everything that is asked for is done.
    mutating func write(_ text: String) async {
        for scalar in text.unicodeScalars { hear(.key(scalar == "\n" ? .enter : .character(scalar))) }
        await rest()
    }

    /// Agrees another severity, with a reason.
    mutating func agree(_ severity: String, because reason: String = "as agreed") async {
        await type("p\(severity)")
        await write(reason)
        await type("<CR>")
    }

    /// The console looks whether somebody changed something.
    mutating func poll() async throws {
        hear(.revision(try await store.revision()))
        await rest()
    }

    /// Does what the console asked for until it asks for nothing more.
    mutating func rest() async {
        var turns = 0
        hear(.shown)
        while !waiting.isEmpty {
            turns += 1
            guard turns < 1000 else {
                Issue.record("the console never stops asking: \(waiting.prefix(3))")
                return
            }
            let effect = waiting.removeFirst()
            // Of those of one lane that wait, only the newest is run.
            if let lane = effect.lane, waiting.contains(where: { $0.lane == lane }) { continue }
            await run(effect)
            hear(.shown)
        }
    }

    private mutating func run(_ effect: Effect) async {
        switch effect {
        case .loadPage(let question, let limit, let ticket):
            await answer(ticket) { store throws(StoreError) in
                .page(try await store.firstPage(question.query, sort: question.sort, limit: limit, question.context))
            }
        case .loadOrder(let question, let ticket):
            await answer(ticket) { store throws(StoreError) in
                .order(try await store.orderedIDs(question.query, sort: question.sort, question.context))
            }
        case .loadRows(let ids, let ticket):
            await answer(ticket) { store throws(StoreError) in .rows(try await store.summaries(ids)) }
        case .loadCounts(let questions, let ticket):
            if let context = questions.first?.context {
                await answer(ticket) { store throws(StoreError) in .wake(try await store.nextWake(context)) }
            }
            await answer(ticket) { store throws(StoreError) in .counts(try await Seat.counts(questions, store)) }
        case .countElsewhere(let questions, let ticket):
            await answer(ticket) { store throws(StoreError) in .counts(try await Seat.counts(questions, store)) }
        case .loadOpenCounts(let ticket):
            await answer(ticket) { store throws(StoreError) in .openCounts(try await store.openCounts()) }
        case .loadFiles(let ids, let ticket):
            for id in ids {
                await answer(ticket) { store throws(StoreError) in .file(try await store.caseFile(id)) }
            }
        case .loadCover(let ids, let revision, let ticket):
            for id in ids {
                await answer(ticket) { store throws(StoreError) in
                    guard let account = try await store.account(id) else { throw .notFound("account \(id)") }
                    return .cover(try await store.coverFacts(of: account), revision: revision)
                }
            }
        case .loadAttachments(let id, let ticket):
            await answer(ticket) { store throws(StoreError) in
                .attachments(try await store.attachments(on: .item(id)).filter { $0.record["removed"] == nil })
            }
        case .loadRelated(let item, let name, let context, let ticket):
            await answer(ticket) { store throws(StoreError) in
                .related(try await store.related(to: item, named: name, limit: RelatedCases.most, context))
            }
        case .loadNames(let ticket):
            await answer(ticket) { store throws(StoreError) in
                .names(agents: try await store.agents(), queues: try await store.queues())
            }
        case .loadPlace(let question, let ticket), .loadAside(let question, let ticket):
            await answer(ticket) { store throws(StoreError) in .place(try await store.answer(question)) }
        case .watchAlerts(let ticket):
            await answer(ticket) { store throws(StoreError) in
                .alerts(try await store.alerts(AlertWatch(now: SampleStore.now, ahead: nil)).standing)
            }
        case .find(let references, let ticket):
            await answer(ticket) { store throws(StoreError) in
                var found: [[CaseID]] = []
                for reference in references { found.append(try await store.cases(named: reference)) }
                return .found(found)
            }
        case .apply(let edits, let ticket):
            let operation = self.operation(edits)
            await answer(ticket) { store throws(StoreError) in .outcome(try await store.apply(operation)) }
        case .takeNext(let ticket):
            let (claim, acts) = (self.claim, self.acts)
            self.acts += 10
            await answer(ticket) { store throws(StoreError) in
                let agent = try await store.agent(for: claim)
                let context = QueryContext(
                    now: SampleStore.now, zone: SampleStore.zone, me: agent.id, words: await store.policies.words)
                return .next(
                    try await store.takeNext(for: agent, context) { edits in
                        let id = OperationID("\(claim.login)-\(acts)-next-\(edits[0].caseID)")
                        return CaseModel.Operation(
                            id: id, claim: claim, at: SampleStore.now + Int64(acts), edits: edits)
                    })
            }
        case .undo(let ticket, let leave):
            var operation = self.operation([])
            operation.leave = leave
            let wanted = operation
            await answer(ticket) { store throws(StoreError) in .outcome(try await store.undo(wanted)) }
        case .redo(let ticket):
            let operation = self.operation([])
            await answer(ticket) { store throws(StoreError) in .outcome(try await store.redo(operation)) }
        case .listDrafts(let ticket): hear(.answer(ticket, .drafts(drafts)))
        default: asked.append(effect)
        }
    }

    private static func counts(
        _ questions: [CaseQuestion], _ store: MemoryCaseStore
    ) async throws(StoreError) -> [Int] {
        var counts: [Int] = []
        for question in questions { counts.append(try await store.count(question.query, question.context)) }
        return counts
    }

    private mutating func operation(_ edits: [CaseEdit]) -> CaseModel.Operation {
        acts += 1
        let id = OperationID("\(claim.login)-\(acts)")
        return CaseModel.Operation(id: id, claim: claim, at: SampleStore.now + Int64(acts), edits: edits)
    }

    private mutating func answer(
        _ ticket: Ticket, _ ask: (MemoryCaseStore) async throws(StoreError) -> Answer
    ) async {
        do throws(StoreError) {
            if isLocked { throw .locked("kim is importing since 13:58") }
            hear(.answer(ticket, try await ask(store)))
        } catch {
            hear(.answer(ticket, .failed(error)))
        }
    }

    /// A command of the shell printed what it printed.
    mutating func answer(_ run: ShellRun, _ report: CommandReport) async {
        hear(.answer(run.ticket, .ran(report)))
        await rest()
    }

    /// The screen as text.
    func picture(_ theme: Theme = .terminal) -> String { view(state, theme: theme).picture() }

    /// One row of the screen, from the top, or from the bottom when negative.
    func row(_ number: Int) -> String {
        let lines = picture().split(separator: "\n", omittingEmptySubsequences: false)
        let index = number < 0 ? lines.count + number : number
        return lines.indices.contains(index) ? String(lines[index]) : ""
    }

    /// The notice line, and the row above it that a long notice takes.
    var notice: String { row(-3) + " " + row(-2) }
}

/// A command of the shell that the console wanted done.
struct ShellRun {
    var call: CommandCall
    var running: Running
    var ticket: Ticket
}

extension [Effect] {
    /// The commands of the shell among them.
    var ran: [ShellRun] {
        compactMap {
            if case .run(let call, let running, let ticket) = $0 {
                ShellRun(call: call, running: running, ticket: ticket)
            } else {
                nil
            }
        }
    }
}

extension Session {
    /// A session under the built-in policy.
    init(
        agent: Agent?, refusal: Refusal? = nil, storeName: String = "", zone: Zone = .utc, revision: Int64 = 0
    ) {
        self.init(
            agent: agent, refusal: refusal, storeName: storeName, zone: zone, revision: revision,
            policies: Guide.book)
    }
}
