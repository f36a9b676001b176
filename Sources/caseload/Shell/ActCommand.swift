import CaseModel
import ConsoleCore

extension Shell {
    /// Does something to cases: the plan is made by the same code as in the console.
    func act(_ call: CommandCall, on cases: [String]) async throws(Failure) -> ExitCode {
        let store = try await openForWriting()
        let directory = try await directory(store)
        let call = try await namingCaller(call, store)
        var plan: CasePlan
        do throws(CallProblem) {
            guard let made = try ConsoleCore.plan(call, directory) else { throw CallProblem("Nothing to do.") }
            plan = made
        } catch {
            throw Failure(error)
        }
        if let other = plan.duplicateOf { plan.repeats(try await find(other, in: store)) }
        if let id = plan.caseID {
            let outcome = try await apply([CaseEdit(id, base: nil, plan.changes)], store)
            return try report(outcome.edits, [], Names(directory))
        }
        let references = plan.references.isEmpty ? cases : try expand(plan.references)
        guard !references.isEmpty else {
            throw .usage("\(call.command.name) needs the number of a case. Usage: \(usage(call))")
        }
        guard call.command != .reply || references.count == 1 else {
            throw .usage("A reply goes to one customer, so it takes one case. For colleagues use note.")
        }
        var edits: [CaseEdit] = []
        var lost: [(String, Failure)] = []
        for reference in references {
            do throws(Failure) {
                edits.append(CaseEdit(try await find(reference, in: store), base: plan.ifVersion, plan.changes))
            } catch {
                // One wrong number among several stops only itself; another kind of failure stops everything.
                guard references.count > 1, error.code == .notFound || error.code == .usage else { throw error }
                lost.append((reference, error))
            }
        }
        let outcome = edits.isEmpty ? nil : try await apply(edits, store)
        return try report(outcome?.edits ?? [], lost, Names(directory))
    }

    /// Writes edits.
    private func apply(_ edits: [CaseEdit], _ store: any CaseStore) async throws(Failure) -> OperationOutcome {
        do throws(StoreError) {
            let outcome = try await store.apply(operation(edits))
            console?.note(outcome)
            return outcome
        } catch {
            throw Failure(error)
        }
    }

    /// Agents and queues, for the names in a plan.
    func directory(_ store: any CaseStore) async throws(Failure) -> Directory {
        do throws(StoreError) {
            let agents = try await store.agents()
            let queues = try await store.queues()
            return Directory(
                agents: agents, queues: queues, me: await agent(store)?.id, words: try await store.policies.words,
                zone: zone, now: clock.now)
        } catch {
            throw Failure(error)
        }
    }
}

extension Names {
    /// The names of agents and queues.
    init(_ directory: Directory) {
        self.init(directory.words)
        for agent in directory.agents { agents[agent.id] = agent.name }
        for queue in directory.queues { queues[queue.id] = queue.name }
    }
}
