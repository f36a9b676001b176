import CaseModel
import ConsoleCore

extension Shell {
    /// Does what the console wants of the store, and gives the answers as they come; what is to be said beside them
    /// comes back.
    func perform(
        _ effect: Effect, _ ticket: Ticket, _ store: any CaseStore, _ answer: @escaping @Sendable (Answer) -> Void
    ) async throws(StoreError) -> String? {
        switch effect {
        case .loadPage(let question, let limit, _):
            answer(
                .page(
                    try await store.firstPage(
                        question.query, sort: question.sort, limit: limit, question.context)))
        case .loadOrder(let question, _):
            answer(.order(try await store.orderedIDs(question.query, sort: question.sort, question.context)))
        case .loadRows(let ids, _): answer(.rows(try await store.summaries(ids)))
        case .loadCounts(let questions, _):
            if let context = questions.first?.context { answer(.wake(try await store.nextWake(context))) }
            answer(.counts(try await counts(questions, store)))
        case .countElsewhere(let questions, _): answer(.counts(try await counts(questions, store)))
        case .loadOpenCounts: answer(.openCounts(try await store.openCounts()))
        case .loadFiles(let ids, _):
            for id in ids {
                guard !Task.isCancelled else { throw .cancelled }
                answer(.file(try await store.caseFile(id)))
            }
        case .loadCover(let ids, let revision, _):
            for id in ids {
                guard !Task.isCancelled else { throw .cancelled }
                if let account = try await store.account(id) {
                    answer(.cover(try await store.coverFacts(of: account), revision: revision))
                }
            }
        case .loadAttachments(let id, _):
            answer(.attachments(try await store.attachments(on: .item(id)).filter { $0.record["removed"] == nil }))
        case .loadRelated(let item, let name, let context, _):
            answer(.related(try await store.related(to: item, named: name, limit: RelatedCases.most, context)))
        case .loadNames: answer(.names(agents: try await store.agents(), queues: try await store.queues()))
        case .find(let references, _):
            var found: [[CaseID]] = []
            for reference in references { found.append(try await store.cases(named: reference)) }
            answer(.found(found))
        case .loadPlace(let question, _), .loadAside(let question, _):
            answer(.place(try await store.answer(question) { answer(.placeSoFar($0)) }))
        case .run(let call, let running, _): answer(.ran(await report(on: call, running)))
        case .apply(let edits, _): answer(.outcome(try await store.apply(operation(edits))))
        case .takeNext:
            let agent = try await store.agent(for: claim)
            let context = QueryContext(
                now: clock.now, zone: zone, me: agent.id, words: try await store.policies.words)
            let next = try await store.takeNext(for: agent, context) { operation($0) }
            // It is taken, whether its cover can be read or not.
            if case .taken(let item, _, _) = next, let id = item.account {
                do throws(StoreError) {
                    if let account = try await store.account(id) {
                        answer(.cover(try await store.coverFacts(of: account), revision: try await store.revision()))
                    }
                } catch {}
            }
            answer(.next(next))
        case .undo(_, let leave):
            var operation = operation()
            operation.leave = leave
            answer(.outcome(try await store.undo(operation)))
        case .redo: answer(.outcome(try await store.redo(operation())))
        case .watchAlerts: try await watch(store, answer)
        case .acknowledgeAlerts(let alerts, _):
            let edits = alerts.map { RecordEdit($0, doing: .alert(.acknowledge)) }
            let outcome = try await store.keep(edits, operation())
            try await watch(store, answer)
            return try await seenWords(outcome, store)
        case .editOutside, .saveDraft, .clearDraft, .loadDraft, .listDrafts, .makeStore, .makeDemo, .useTheme,
            .listThemes, .cancel, .signal, .copy,
            .redraw, .suspend, .quit:
            break
        }
        return try await remark(on: effect, store)
    }

    private func counts(
        _ questions: [CaseQuestion], _ store: any CaseStore
    ) async throws(StoreError) -> [Int] {
        var counts: [Int] = []
        for question in questions { counts.append(try await store.count(question.query, question.context)) }
        return counts
    }

    /// Tells what alerts stand, and has the command run for each that was recorded here.
    private func watch(
        _ store: any CaseStore, _ answer: @escaping @Sendable (Answer) -> Void
    ) async throws(StoreError) {
        let (standing, raised) = try await watcher.look(self, store)
        if !raised.isEmpty { await watcher.begin(raised, self, store) { answer(.trouble($0)) } }
        answer(.alerts(standing))
    }

    /// What is to be said beside the answer to an effect: in a queue that is empty, the names that nobody has.
    private func remark(on effect: Effect, _ store: any CaseStore) async throws(StoreError) -> String? {
        guard case .loadPage(let question, _, _) = effect, !question.query.names.isEmpty,
            try await store.count(question.query, question.context) == 0
        else { return nil }
        return try await unknownNames(in: question.query, store).first
    }
}
