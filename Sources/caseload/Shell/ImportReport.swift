import CaseExchange
import CaseModel
import TerminalUI

extension Shell {
    /// Says what an import did, in words or as JSON.
    func report(_ run: ImportRun) throws(Failure) {
        let summary = run.sum
        if wantsJSON { return try printJSON(summary.json) }
        for problem in summary.problems.prefix(20) { try notes.line(Shown(detail: problem.description)) }
        let further = max(0, summary.problems.count - 20) + summary.furtherProblems
        if further > 0 { try notes.line("… and \(further) more. --json lists them.") }
        try notes.flush()
        // With no file that could be read there is nothing to count.
        guard summary.read > 0 || run.codes.contains(.done) else { return }
        let counts: Shown =
            "\(summary.created) created, \(summary.updated) updated, \(summary.unchanged) unchanged"
        let lead: Shown = options.dryRun ? "Would be: " : ""
        let what = Shown(detail: run.kind?.code ?? "cases")
        try data.line(lead + "\(summary.read) rows read; \(what): \(counts); \(summary.rejected) rows rejected.")
        if summary.left > 0 { try data.line("\(summary.left) rows are none of those that the map takes ([rows]).") }
        if summary.later > 0 { try data.line("\(summary.later) rows are from that day or later and were left out.") }
        if !summary.isTaken {
            let what: Shown = run.codes.count == 1 ? "it" : "files with broken rows"
            try data.line("Nothing of \(what) was taken. Mend the broken rows, or take the others with --keep-going.")
        }
    }
}

extension ImportSummary {
    /// How an import of one file went: nothing taken is a failure, some rows missing is a part.
    var code: ExitCode {
        if !isTaken { return .failed }
        return rejected > 0 ? .partly : .done
    }

    /// Adds what another file did.
    mutating func add(_ other: ImportSummary) {
        read += other.read
        later += other.later
        left += other.left
        created += other.created
        updated += other.updated
        unchanged += other.unchanged
        rejected += other.rejected
        problems += other.problems
        furtherProblems += other.furtherProblems
        isTaken = isTaken && other.isTaken
    }
}
