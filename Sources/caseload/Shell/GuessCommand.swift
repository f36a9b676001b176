import CaseExchange
import TerminalUI

extension Shell {
    /// `import --guess FILE`: proposes a map from the header, as a file to edit.
    func guess(_ file: String) async throws(Failure) -> ExitCode {
        try refuseStoreFile(file)
        let words = try await wordsForImport()
        let guess: MapGuess
        do throws(ImportError) {
            guess = try MapGuess(file: file, words)
        } catch {
            throw Failure(error)
        }
        if wantsJSON {
            try printJSON(.object([.init("map", .string(guess.text))]))
        } else {
            for line in Shown.lines(guess.text) { try data.line(line) }
        }
        return .done
    }
}
