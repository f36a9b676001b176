import CaseModel

/// Why a command line cannot be understood: what is wrong, and the nearest thing that would be right.
public struct CallProblem: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong, as a whole sentence that names the argument.
    public let message: String

    /// What to do about it, as a whole sentence; empty when the message says it all.
    public let remedy: String

    /// A problem in words.
    public init(_ message: String, _ remedy: String = "") {
        self.message = message
        self.remedy = remedy
    }

    /// Message and remedy.
    public var description: String { remedy.isEmpty ? message : message + " " + remedy }

    /// A word that is none of those known.
    static func unknown(_ kind: String, _ word: String, among known: [String]) -> CallProblem {
        if let near = nearest(word, among: known) {
            return CallProblem("There is no \(kind) \(word).", "Did you mean \(near)?")
        }
        let list = (1...14).contains(known.count) ? "Use one of: \(known.joined(separator: ", "))." : ""
        return CallProblem("There is no \(kind) \(word).", list)
    }
}
