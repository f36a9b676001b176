/// The most urgent open case that somebody may take and is fit for, or why there is none.
public enum NextCase: Equatable, Sendable {
    /// It was taken.
    case taken(Case, Fitness, OperationOutcome)
    /// None was.
    case none(NoNextCase)
}

/// Why there is nothing to take.
public struct NoNextCase: Equatable, Sendable {
    /// How many cases were looked at that nobody answers for.
    public var seen = 0
    /// What stood against how many of them; one case may have several.
    public var obstacles: [Fitness.Obstacle: Int] = [:]
    /// What the rules said against taking some.
    public var refused = 0
    /// How many others took meanwhile.
    public var lost = 0

    /// Nothing was looked at.
    public init() {}
}

extension CaseStore {
    /// Takes a critical case, covered or not, else the one whose answer is due first, of those that nobody answers for and
    /// the agent is fit for; what is known to be uncovered comes behind all that is covered or not yet looked at
    /// (domain 1.1, 4; that severity goes before cover is an inference, domain 12).
    ///
    /// A few hundred are looked at, the most urgent first; when somebody else was faster the next one is taken.
    ///
    /// - Parameter operation: makes the act of some edits.
    public func takeNext(
        for agent: Agent, _ context: QueryContext, _ operation: ([CaseEdit]) -> Operation
    ) async throws(StoreError) -> NextCase {
        let book = try await policies
        let router = Router(book.inForce, agents: try await agents(), zones: book.zones)
        var none = NoNextCase()
        var judged: Set<CaseID> = []
        var exhausted: CaseQuery?
        // Where business stands still nobody waits behind what is overdue for days.
        for (query, limit) in NextSearch.rounds where query != exhausted {
            let rows = try await firstPage(query, sort: SortKey.work, limit: limit, context)
            let fresh = rows.map(\.id).filter { judged.insert($0).inserted }
            for item in try await records(fresh).items {
                none.seen += 1
                guard let fitness = fitness(of: agent, for: item, router, book, context.now, &none) else { continue }
                let edit = CaseEdit(item.id, base: item.version, [.take])
                let outcome = try await apply(operation([edit]))
                if case .done? = outcome.edits.first { return .taken(item, fitness, outcome) }
                // Somebody else has it by now, or it is gone.
                none.lost += 1
            }
            if rows.count < limit { exhausted = query }
        }
        return .none(none)
    }

    private func fitness(
        of agent: Agent, for item: Case, _ router: Router, _ book: PolicyBook, _ now: Timestamp,
        _ none: inout NoNextCase
    ) -> Fitness? {
        do throws(Refusal) {
            _ = try decide(.take, on: item, items: [], by: agent, at: now, CaseFacts(), book)
        } catch {
            none.refused += 1
            return nil
        }
        do throws(PolicyQuestionProblem) {
            let fitness = try router.fitness(of: agent, for: RouteQuestion(case: item, at: now))
            guard !fitness.obstacles.isEmpty else { return fitness }
            for obstacle in fitness.obstacles { none.obstacles[obstacle, default: 0] += 1 }
            return nil
        } catch {
            // A word that the policy in force no longer has keeps nobody from the case.
            return Fitness(reasons: [], obstacles: [])
        }
    }
}

/// Where the next case is looked for.
enum NextSearch {
    /// Open, in sight, and nobody answers for it.
    private static let free: [Condition] = [
        .term(.marks([.open])), .term(.marks([.unassigned])), .not(.term(.marks([.snoozed]))),
    ]
    private static func query(_ more: Condition) -> CaseQuery { CaseQuery(.all(free + [more])) }

    /// Those of them that are critical.
    static let critical = query(.term(.marks([.critical])))
    /// Those that are covered, or of which nobody knows yet that they are not.
    static let covered = query(.not(.uncovered))
    /// Those that are known to be uncovered.
    static let uncovered = query(.uncovered)
    /// What is looked at, and how many: the critical ones, then of the others few first and as many as a moment allows.
    static let rounds = [(critical, 100), (covered, 100), (covered, 2000), (uncovered, 100), (uncovered, 2000)]
}
