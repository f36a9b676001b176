import CaseModel
import Glibc

/// The person's own editor on a text: a private file in a private folder, no shell, and nothing lost when it fails.
struct OutsideEditor {
    private let words: [String]
    private let place: String
    private let isOver: () -> Bool

    /// `$VISUAL`, then `$EDITOR`, then `vi`.
    ///
    /// - Parameter isOver: whether the console is to end, and the editor with it.
    init(_ surroundings: Surroundings, place: String, unless isOver: @escaping () -> Bool) {
        let command = surroundings["VISUAL"] ?? surroundings["EDITOR"] ?? "vi"
        let split = ProcessWords.split(command)
        words = split.isEmpty ? ["vi"] : split
        self.place = place
        self.isOver = isOver
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
    ///
    /// - Parameter lend: is told the file before the editor gets it; what it gives is kept as long as the file is.
    /// - Returns: the text, and a word when the editor failed after it had saved another text than it was given.
    func edit(_ text: String, lend: (String) -> Drafts.Loan?) throws(Trouble) -> (text: String, trouble: String?) {
        let folder: String
        do throws(FileProblem) {
            folder = try PrivateFile.makeTemporaryFolder(in: place)
        } catch {
            throw Trouble(error)
        }
        defer { PrivateFile.removeFolder(folder) }
        let path = folder + OutsideEditor.name
        let ending = text.isEmpty || text.utf8.last == 0x0A ? "" : "\n"
        do throws(FileProblem) {
            try PrivateFile.write(Array((text + ending).utf8), to: path)
        } catch {
            throw Trouble(error)
        }
        let loan = lend(path)
        defer { loan?.end() }
        let failure = run(path)
        let edited: String
        do throws(FileProblem) {
            edited = try OutsideEditor.text(path)
        } catch {
            throw failure.map { Trouble($0) } ?? Trouble(error)
        }
        guard let failure else { return (edited, nil) }
        // An editor that the terminal took along had saved what it could; that is not thrown away.
        guard edited != OutsideEditor.trimmed(text) else { throw Trouble(failure) }
        return (edited, "The text is as it was saved last: \(failure)")
    }

    /// The text of an editor's file.
    static func text(_ path: String) throws(FileProblem) -> String {
        trimmed(try BoundedFile.text(path, limit: CaseLimits.text, trust: .mine, followsLinks: false))
    }

    /// Removes a file that an editor had, with its folder.
    static func remove(_ path: String) {
        if path.hasSuffix(name) { PrivateFile.removeFolder(String(path.dropLast(name.count))) }
    }

    private static let name = "/text.txt"

    /// Runs the editor; why it failed, in words, or nil.
    private func run(_ path: String) -> String? {
        let name = words[0].split(separator: "/").last.map(String.init) ?? words[0]
        // A text of a customer must not set the editor's options.
        let careful = ["vim", "nvim"].contains(name) ? ["--cmd", "set nomodeline noswapfile"] : []
        return ChildProcess.run(words + careful + [path], unless: isOver).trouble(name)
    }

    /// Without the line ends that editors put behind a text.
    private static func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars
        while scalars.last == "\n" || scalars.last == "\r" { scalars.removeLast() }
        return String(scalars)
    }
}
