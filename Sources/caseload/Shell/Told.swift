import CaseExchange
import TerminalUI

extension Shell {
    /// What was done, in words that begin in lower case and are a whole sentence; under `--dry-run` what would be.
    func told(_ done: String) -> Shown {
        options.dryRun ? "Would be: \(Shown(detail: done))" : Shown(detail: done.capitalised)
    }

    /// Says what was done, in such words or as JSON.
    func printDone(_ done: String, _ fields: JSON.Field...) throws(Failure) {
        guard wantsJSON else { return try data.line(told(done)) }
        try printJSON(.object([.init("outcome", .string(doneWord))] + fields))
    }

    /// How something ended that went well, for scripts.
    var doneWord: String { options.dryRun ? "wouldBeDone" : "done" }

    /// Says before a table of what was saved that it was only tried.
    func sayIfTried() throws(Failure) {
        if options.dryRun { try say("Would be:") }
    }
}

extension String {
    /// The text with a capital in front.
    var capitalised: String {
        guard let first = unicodeScalars.first else { return self }
        return first.properties.uppercaseMapping + String(unicodeScalars.dropFirst())
    }
}
