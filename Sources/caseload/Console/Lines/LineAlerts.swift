import CaseModel
import CaseStorage
import ConsoleCore
import Glibc
import TerminalUI

// What nobody may sleep through, told between the lines: before each prompt, and while nobody types each minute.

extension LineConsole {
    /// Tells the alerts that call the person and were not told here yet.
    ///
    /// A script is not held up by a look before each of its lines: one a minute is enough for it.
    ///
    /// - Returns: whether anything was said.
    @discardableResult
    mutating func tellAlerts() throws(Failure) -> Bool {
        let hadTroubles = try tellTroubles()
        // A store that is not there is told of by whatever needs it.
        guard BoundedFile.exists(shell.settings.store.value) else { return hadTroubles }
        if !shell.inputIsTerminal, let looked, looked.duration(to: .now) < .milliseconds(LineConsole.pause) {
            return hadTroubles
        }
        looked = .now
        let standing: [StandingAlert]
        do throws(Failure) {
            let troubles = troubles
            standing = try shell.waiting { (shell) async throws(Failure) in
                try await shell.alertsNow { troubles?.post($0) }
            }
        } catch {
            // A store that is busy or broken says so at the next command; the next look tells what this one did not.
            return hadTroubles
        }
        let fresh = standing.filter { !told.contains($0.record.id) }
        told = Set(standing.map(\.record.id))
        guard !fresh.isEmpty else { return hadTroubles }
        if shell.inputIsTerminal {
            // The prompt stands in this line already when a minute passed.
            if isPrompting { try say("") }
            if shell.settings.alerts.bell.value { try shell.data.bytes([0x07]) }
        }
        for alert in fresh {
            try say("Alert \(alert.record.id.description): \(Shown(detail: alert.words)).")
        }
        try say("alert acknowledge \(fresh[0].record.id.description) says that you saw it.")
        return true
    }

    /// Says what went wrong with the commands for alerts since the last time.
    ///
    /// - Returns: whether anything did.
    private func tellTroubles() throws(Failure) -> Bool {
        let words = troubles?.drain() ?? []
        guard !words.isEmpty else { return false }
        if isPrompting { try say("") }
        try tell(Failure(.failed, words.joined(separator: "\n")))
        return true
    }

    /// Waits for the commands for alerts that are under way, and says what went wrong with them.
    func finishAlerts() throws(Failure) {
        try shell.waiting { (shell) async throws(Failure) in await shell.watcher.finish() }
        _ = try tellTroubles()
    }

    /// Waits for a line, at a terminal, and tells meanwhile what is new each minute, and what went wrong at once.
    mutating func awaitLine(_ prompt: Shown) throws(Failure) {
        guard shell.inputIsTerminal else { return }
        isPrompting = true
        defer { isPrompting = false }
        var inputs = [0, troubles?.descriptor ?? -1].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while true {
            let count = poll(&inputs, 2, LineConsole.pause)
            guard count >= 0, inputs[0].revents == 0 else { return }
            guard count == 0 ? try tellAlerts() : try tellTroubles() else { continue }
            try shell.data.bytes(Array(prompt.text.utf8))
            try shell.data.flush()
        }
    }

    /// How long nobody types until it is looked again, in milliseconds.
    private static let pause: Int32 = 60_000
}

extension Shell {
    /// Looks, records what is new, begins the command of the settings for it, and gives what calls who sits here.
    ///
    /// - Parameter tell: hears what went wrong with the command, whenever it ends.
    fileprivate func alertsNow(
        _ tell: @escaping @Sendable (String) -> Void
    ) async throws(Failure) -> [StandingAlert] {
        let store = try await open(options.readOnly ? .readOnly : .readWrite)
        do throws(StoreError) {
            let (standing, raised) = try await watcher.look(self, store)
            if !raised.isEmpty { await watcher.beginAside(raised, self, tell) }
            let me = await agent(store)?.id
            return standing.calling(me, of: try await store.agents())
        } catch {
            throw Failure(error)
        }
    }
}
