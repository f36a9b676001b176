import CaseExchange
import CaseModel
import CaseStorage
import ConsoleCore
import TerminalUI

/// Watches a store: records what nobody may sleep through, and runs the command of the settings once for each.
///
/// Whoever records an alert runs the command for it, so that of several consoles one does.
actor AlertWatcher {
    /// The versions of the cases that were looked at.
    private var judged: [CaseID: Int] = [:]
    /// The commands under way.
    private var runs: [Int: Task<Void, Never>] = [:]
    /// How many were begun.
    private var begun = 0

    /// How long a command may take, in seconds.
    static let patience = 10

    /// Looks, records what is new, and gives what stands now and which of it was recorded here.
    func look(
        _ shell: Shell, _ store: any CaseStore
    ) async throws(StoreError) -> (standing: [StandingAlert], raised: [StandingAlert]) {
        let round = try await store.alerts(watch(shell))
        guard !round.edits.isEmpty, !shell.options.readOnly || shell.options.dryRun else {
            judged = round.judged
            return (round.standing, [])
        }
        // Asked for before it writes: a look may be withdrawn at any time, and what it recorded is told all the same.
        var items: [CaseID: CaseSummary] = [:]
        let named = round.edits.compactMap { ($0.values["case"] ?? nil).flatMap { CaseID(text: $0) } }
        for item in try await store.summaries(named) { items[item.id] = item }
        let outcome: RecordOutcome
        do throws(StoreError) {
            outcome = try await store.keep(round.edits, shell.operation())
        } catch .refused, .unavailable {
            // Who may only look sees what others recorded; it is looked at anew, for it may come right.
            return (round.standing, [])
        } catch .locked {
            // Somebody writes much; it is looked at anew before long.
            return (round.standing, [])
        }
        judged = round.judged
        let new = Set(outcome.events.filter { $0.seq == 1 }.map(\.record))
        let raised = outcome.records.filter { new.contains($0.id) }
            .map { StandingAlert($0, item: $0.item("case").flatMap { items[$0] }) }
        do throws(StoreError) {
            return (try await store.alerts(watch(shell)).standing, raised)
        } catch {
            return (raised + round.standing, raised)
        }
    }

    /// Runs the command for each of some alerts in a task of its own: it may take its time, and the next look need not
    /// wait for it.
    func begin(
        _ alerts: [StandingAlert], _ shell: Shell, _ store: any CaseStore,
        _ tell: @escaping @Sendable (String) -> Void
    ) {
        begun += 1
        let number = begun
        runs[number] = Task {
            for trouble in await run(alerts, shell, store) { tell(trouble) }
            runs[number] = nil
        }
    }

    /// The same with a store of its own, for those who close theirs meanwhile and say themselves what went wrong.
    func beginAside(_ alerts: [StandingAlert], _ shell: Shell, _ tell: @escaping @Sendable (String) -> Void) {
        guard !shell.settings.alerts.command.value.isEmpty else { return }
        let aside = shell.inConsole(Running(cells: 80))
        begun += 1
        let number = begun
        runs[number] = Task {
            do throws(Failure) {
                let store = try await aside.open(.readWrite)
                for trouble in await run(alerts, aside, store) { tell(trouble) }
            } catch {
                tell("The command for \(alerts[0].record.id) did not run: \(error.message)")
            }
            await aside.opened.closeAll()
            runs[number] = nil
        }
    }

    /// Waits for the commands under way.
    func finish() async {
        for task in runs.values { await task.value }
    }

    private func watch(_ shell: Shell) -> AlertWatch {
        AlertWatch(now: shell.clock.now, ahead: shell.settings.alerts.due.value, judged: judged)
    }

    /// Runs the command of the settings for each of some alerts, and keeps what became of it.
    ///
    /// - Returns: what went wrong, in words.
    func run(_ alerts: [StandingAlert], _ shell: Shell, _ store: any CaseStore) async -> [String] {
        let words = shell.settings.alerts.command.value
        guard let name = words.first else { return [] }
        var troubles: [String] = []
        // What came up while nobody was there is told on screens; to ring for each of it would be a flood.
        let since = shell.clock.now - AlertWatch.memory
        for alert in alerts where alert.at.map({ $0 > since }) ?? true {
            let bytes = alert.json(store: shell.settings.store.value).bytes + [0x0A]
            let ending = await ChildProcess.feed(words, bytes, atMost: AlertWatcher.patience)
            let trouble = ending.trouble(String(name.unicodeScalars.prefix(100)))
            if let trouble {
                troubles.append("The command for \(alert.record.id): \(trouble)")
                shell.logged(troubles[troubles.count - 1])
            }
            do throws(StoreError) {
                let told = String((trouble ?? "It ran.").unicodeScalars.prefix(70))
                _ = try await store.keep([RecordEdit(alert.record.id, doing: .alert(.told(told)))], shell.operation())
            } catch {
                shell.logged("What became of the command for \(alert.record.id) is not recorded: \(error)")
            }
        }
        return troubles
    }
}

extension Shell {
    /// Says something on standard error, which is the log while the screen is up.
    func logged(_ words: String) {
        do throws(Failure) {
            try notes.line(Shown(detail: "\(clock.now) \(words)"))
            try notes.flush()
        } catch {
            // Nobody reads standard error; it stands in the alert, too.
        }
    }
}

extension StandingAlert {
    /// What a command reads of an alert.
    func json(store: String) -> JSON {
        JSON.object([
            .init("id", .string(record.id.description)), .init("reason", JSON(reason?.rawValue)),
            .init("words", .string(words)), .init("at", JSON(describing: at)), .init("case", JSON(record["case"])),
            .init("subject", JSON(item?.subject)), .init("severity", JSON(item?.severity.code)),
            .init("status", JSON(item?.status.code)), .init("account", JSON(item?.accountName)),
            .init("owner", JSON(item?.ownerName)), .init("store", .string(Places.absolute(store))),
        ])
    }
}
