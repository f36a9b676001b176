import CaseModel

/// Why a command line cannot be understood: what is wrong, and the nearest thing that would be right.
public struct CallProblem: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong, as a whole sentence that names the argument.
    public let message: String

    /// What to do about it, as a whole sentence; empty when the message says it all.
    public let remedy: String
    /// The field that it is about, by name; nil where it is about none.
    public var field: String?

    /// A problem in words.
    public init(_ message: String, _ remedy: String = "") {
        self.message = message
        self.remedy = remedy
    }

    /// Message and remedy.
    public var description: String { remedy.isEmpty ? message : message + " " + remedy }

    /// The same about a field.
    func about(_ field: String) -> CallProblem {
        var problem = self
        problem.field = field
        return problem
    }

    /// A line that begins with no command: the places, names and titles that begin so, else the name that is spelt most
    /// like it.
    static func noCommand(_ word: String) -> CallProblem {
        let typed = Words.fold(word)
        let isBegun = { (name: String) in typed.utf8.count > 1 && name.utf8.starts(with: typed.utf8) }
        let known = CommandEntry.all.filter { !$0.contexts.isEmpty }
        var names = Place.words.filter(isBegun).map { "go \($0)" }
        names += known.map(\.command.name).filter(isBegun)
        if names.isEmpty { names = [nearest(word, among: Command.allCases.map(\.name) + ["help"])].compactMap { $0 } }
        if names.isEmpty {
            names = known.filter { Words.split($0.title).contains(where: isBegun) }.map(\.command.name)
        }
        let remedy =
            names.isEmpty
            ? "The command keys lists them all." : "Did you mean \(names.prefix(3).joined(separator: " or "))?"
        return CallProblem("There is no command \(word).", remedy)
    }

    /// A word that is none of those known.
    static func unknown(_ kind: String, _ word: String, among known: [String]) -> CallProblem {
        if let near = nearest(word, among: known) {
            return CallProblem("There is no \(kind) \(word).", "Did you mean \(near)?")
        }
        let list = (1...14).contains(known.count) ? "Use one of: \(known.joined(separator: ", "))." : ""
        return CallProblem("There is no \(kind) \(word).", list)
    }
}
