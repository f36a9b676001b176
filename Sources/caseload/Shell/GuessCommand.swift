import CaseExchange
import TerminalUI

extension Shell {
    /// `import --guess FILE`: proposes a map from the header, as a file to edit.
    func guess(_ file: String) throws(Failure) -> ExitCode {
        let guess: MapGuess
        do throws(ImportError) {
            guess = try MapGuess(file: file)
        } catch {
            throw Failure(error)
        }
        for line in Shown.lines(guess.text) { try data.line(line) }
        return .done
    }
}
