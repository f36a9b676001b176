import CaseModel
import CaseStorage
import ConsoleCore

/// Starts what the console wants of the store and does not wait; answers come through the mailbox.
///
/// Lives on the main thread. Of the questions in one lane one runs and the newest waits; the one that runs is withdrawn
/// when a newer one comes, except for whole cases, which are useful even when late.
final class EffectRunner {
    private let shell: Shell
    private let mailbox: Mailbox<Mail>
    private var store: SQLiteCaseStore?
    private var running: [Ticket: Task<Void, Never>] = [:]
    private var lanes: [Effect.Lane: Ticket] = [:]
    private var waiting: [Effect.Lane: Effect] = [:]

    /// A runner without a store.
    init(_ shell: Shell, _ mailbox: Mailbox<Mail>) {
        self.shell = shell
        self.mailbox = mailbox
    }

    /// From now on this store answers.
    func use(_ store: SQLiteCaseStore) {
        self.store = store
    }

    /// Withdraws the questions, waits for the acts under way, and closes the store.
    ///
    /// - Parameter isHurried: the host wants the program gone, so acts have a moment and no longer.
    /// - Returns: why acts that nobody looks at any more were not written.
    func finish(isHurried: Bool) throws(Failure) -> [String] {
        waiting = [:]
        // A look at alerts may have written some; the command for them is not lost.
        let look = lanes[.alerts].flatMap { running[$0] }
        for ticket in lanes.values { running.removeValue(forKey: ticket)?.cancel() }
        let tasks = Array(running.values)
        guard let store else { return [] }
        let watcher = shell.watcher
        let ended = try caseload.waiting(atMost: isHurried ? 900 : 60_000) {
            for task in tasks { await task.value }
            await look?.value
            await watcher.finish()
            await store.close()
            return true
        }
        if ended == nil, !tasks.isEmpty {
            return ["The store was busy for too long; your last act may not be written."]
        }
        return mailbox.drain().compactMap { mail in
            guard case .message(.answer(let ticket, let answer)) = mail, running[ticket] != nil else { return nil }
            return answer.trouble
        }
    }

    /// Starts an effect that needs the store.
    func start(_ effect: Effect) {
        if case .cancel(let ticket) = effect {
            running[ticket]?.cancel()
            waiting = waiting.filter { $0.value.ticket != ticket }
            return
        }
        guard let lane = effect.lane else { return launch(effect) }
        guard let current = lanes[lane] else { return launch(effect) }
        waiting[lane] = effect
        if !lane.mayEnd { running[current]?.cancel() }
    }

    /// A question of a lane is over: the one that waited begins.
    func ended(_ lane: Effect.Lane, _ ticket: Ticket) {
        running[ticket] = nil
        guard lanes[lane] == ticket else { return }
        lanes[lane] = nil
        if let next = waiting.removeValue(forKey: lane) { launch(next) }
    }

    /// A question or act outside the lanes is over.
    func over(_ ticket: Ticket) {
        running[ticket] = nil
    }

    /// Asks whether anybody changed anything.
    func askRevision() {
        guard let store else { return }
        Task { [mailbox] in
            do throws(StoreError) {
                mailbox.post(.message(.revision(try await store.revision())))
            } catch {
                // The next look, a second later, will say what is wrong if it stays so.
            }
        }
    }

    private func launch(_ effect: Effect) {
        guard let store, let ticket = effect.ticket else { return }
        let lane = effect.lane
        if let lane { lanes[lane] = ticket }
        running[ticket] = Task { [shell, mailbox] in
            do throws(StoreError) {
                let words = try await shell.perform(effect, ticket, store) {
                    mailbox.post(.message(.answer(ticket, $0)))
                }
                if let words, !Task.isCancelled {
                    mailbox.post(.message(.say(words, .info)))
                }
            } catch {
                mailbox.post(.message(.answer(ticket, .failed(error))))
            }
            mailbox.post(lane.map { .ended($0, ticket) } ?? .over(ticket))
        }
    }
}

extension Answer {
    /// Why an act was not written, in words; nil when it was.
    fileprivate var trouble: String? {
        switch self {
        case .failed(let error): return "Your last act was not written: \(error.description)"
        case .outcome(let outcome):
            for edit in outcome.edits {
                switch edit {
                case .refused(_, let refusal): return "Your last act was not written: \(refusal.description)"
                case .conflict(let conflict):
                    return "Your last act was not written: \(StoreError.conflict(conflict).description)"
                case .done, .unchanged, .notFound: continue
                }
            }
            return nil
        default: return nil
        }
    }
}
