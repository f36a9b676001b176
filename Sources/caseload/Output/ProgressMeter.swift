import CaseExchange
import Glibc
import Synchronization
import TerminalUI

/// One line that says how far a long job is, on a person's terminal only, and gone when the job is done.
final class ProgressMeter: Sendable {
    private let name: Shown
    private let output: Output
    private let shown = Mutex<Shown>(Shown())

    /// A meter for a job.
    init(_ name: String, _ output: Output) {
        self.name = Shown(name).truncated(to: 30)
        self.output = output
    }

    /// Shows how far an import is.
    func show(_ progress: ImportProgress) {
        let percent = progress.total > 0 ? progress.bytes * 100 / progress.total : 0
        let stage: Shown = progress.stage == .checking ? "checking" : "writing"
        show("\(name): \(stage) \(percent) %, \(progress.rows) rows")
    }

    /// Shows a line in the place of the one before.
    func show(_ line: Shown) {
        guard output.canRewrite, shown.withLock({ $0 != line }) else { return }
        shown.withLock { $0 = line }
        put("\r" + line.truncated(to: output.width - 1).text + "\u{1B}[K")
    }

    /// Takes the line away.
    func clear() {
        guard shown.withLock({ !$0.isBlank }) else { return }
        put("\r\u{1B}[K")
    }

    private func put(_ text: String) {
        do throws(Failure) {
            try output.bytes(Array(text.utf8))
            try output.flush()
        } catch {
            // A meter that nobody sees is no reason to stop the job.
            return
        }
    }
}
