import CaseExchange
import TerminalUI

extension Shell {
    /// `import --guess FILE`: a map for a table, as text to be edited.
    func guess(_ file: String) throws(Failure) -> ExitCode {
        let text: String
        do throws(ImportError) {
            text = try MapGuess(file: file).text
        } catch {
            throw Failure(error)
        }
        // A file keeps the names of columns as they are; a terminal shows what in them cannot be seen.
        guard data.isTerminal else {
            try data.bytes(Array(text.utf8))
            return .done
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            try data.line(Shown(detail: String(line)))
        }
        return .done
    }
}
