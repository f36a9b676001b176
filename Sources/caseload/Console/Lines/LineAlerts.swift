import CaseModel
import CaseStorage
import ConsoleCore
import Glibc
import TerminalUI

// What nobody may sleep through, told between the lines: before each prompt, and while nobody types each minute.

extension LineConsole {
    /// Tells the alerts that call the person and were not told here yet.
    ///
    /// - Returns: whether there were any.
    @discardableResult
    mutating func tellAlerts() throws(Failure) -> Bool {
        // A store that is not there is told of by whatever needs it.
        guard BoundedFile.exists(shell.settings.store.value) else { return false }
        let standing: [StandingAlert]
        do throws(Failure) {
            standing = try shell.waiting { (shell) async throws(Failure) in try await shell.alertsNow() }
        } catch {
            // A store that is busy or broken says so at the next command; the next look tells what this one did not.
            return false
        }
        let fresh = standing.filter { !told.contains($0.record.id) }
        told = Set(standing.map(\.record.id))
        guard !fresh.isEmpty else { return false }
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

    /// Waits for a line, at a terminal, and tells meanwhile what is new each minute.
    mutating func awaitLine(_ prompt: Shown) throws(Failure) {
        guard shell.inputIsTerminal else { return }
        isPrompting = true
        defer { isPrompting = false }
        var input = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        while poll(&input, 1, LineConsole.pause) == 0 {
            guard try tellAlerts() else { continue }
            try shell.data.bytes(Array(prompt.text.utf8))
            try shell.data.flush()
        }
    }

    /// How long nobody types until it is looked again, in milliseconds.
    private static let pause: Int32 = 60_000
}

extension Shell {
    /// Looks, records what is new, runs the command of the settings for it, and gives what calls who sits here.
    fileprivate func alertsNow() async throws(Failure) -> [StandingAlert] {
        let store = try await open(options.readOnly ? .readOnly : .readWrite)
        do throws(StoreError) {
            let (standing, raised) = try await watcher.look(self, store)
            if !raised.isEmpty { _ = await watcher.run(raised, self, store) }
            let me = await agent(store)?.id
            return standing.filter { $0.calls(me) }
        } catch {
            throw Failure(error)
        }
    }
}
