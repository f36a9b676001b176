import CaseModel
import Glibc

/// The person's own editor on a text: a private file in a private folder, no shell, and nothing lost when it fails.
struct OutsideEditor {
    private let words: [String]
    private let place: String

    /// `$VISUAL`, then `$EDITOR`, then `vi`.
    init(_ surroundings: Surroundings, place: String) {
        let command = surroundings["VISUAL"] ?? surroundings["EDITOR"] ?? "vi"
        let split = ProcessWords.split(command)
        words = split.isEmpty ? ["vi"] : split
        self.place = place
    }

    /// Why the text did not come back; the text that was sent still stands where it came from.
    struct Trouble: Error, Equatable, CustomStringConvertible {
        /// What happened, in words.
        let description: String

        init(_ what: String) {
            description = "The text is as it was before: \(what)"
        }

        init(_ problem: FileProblem) {
            self.init(problem.description)
        }
    }

    /// The text as the editor left it; the terminal must be lent to it meanwhile.
    func edit(_ text: String) throws(Trouble) -> String {
        let folder: String
        do throws(FileProblem) {
            folder = try PrivateFile.makeTemporaryFolder(in: place)
        } catch {
            throw Trouble(error)
        }
        defer { PrivateFile.removeFolder(folder) }
        let path = folder + "/text.txt"
        let ending = text.isEmpty || text.utf8.last == 0x0A ? "" : "\n"
        do throws(FileProblem) {
            try PrivateFile.write(Array((text + ending).utf8), to: path)
        } catch {
            throw Trouble(error)
        }
        try run(path)
        do throws(FileProblem) {
            return trimmed(try BoundedFile.text(path, limit: CaseLimits.text, trust: .mine, followsLinks: false))
        } catch {
            throw Trouble(error)
        }
    }

    private func run(_ path: String) throws(Trouble) {
        let name = words[0].split(separator: "/").last.map(String.init) ?? words[0]
        // A text of a customer must not set the editor's options.
        let careful = ["vim", "nvim"].contains(name) ? ["--cmd", "set nomodeline noswapfile"] : []
        switch ChildProcess.run(words + careful + [path]) {
        case .exited(0): return
        case .exited(let code): throw Trouble("\(name) ended with code \(code).")
        case .signalled(let number): throw Trouble("\(name) was ended by signal \(number).")
        case .notStarted(let number): throw Trouble("\(name) could not be started: \(FileProblem.words(number)).")
        }
    }

    /// Without the line ends that editors put behind a text.
    private func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars
        while scalars.last == "\n" || scalars.last == "\r" { scalars.removeLast() }
        return String(scalars)
    }
}
