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
        if let near = nearest(to: word, in: known) {
            return CallProblem("There is no \(kind) \(word).", "Did you mean \(near)?")
        }
        let list = (1...14).contains(known.count) ? "Use one of: \(known.joined(separator: ", "))." : ""
        return CallProblem("There is no \(kind) \(word).", list)
    }
}

/// The word that takes the fewest changes of letters to reach, if it is near enough to be meant.
func nearest(to word: String, in known: [String]) -> String? {
    let typed = Array(word.lowercased().unicodeScalars.prefix(64))
    let limit = max(1, typed.count / 3)
    var best: (String, Int)?
    for candidate in known {
        let letters = Array(candidate.lowercased().unicodeScalars)
        if abs(letters.count - typed.count) > limit { continue }
        let steps = changes(from: typed, to: letters)
        if steps <= limit, steps < best?.1 ?? Int.max { best = (candidate, steps) }
    }
    return best?.0
}

/// How many letters must be added, dropped, replaced or swapped with their neighbour.
private func changes(from a: [Unicode.Scalar], to b: [Unicode.Scalar]) -> Int {
    var older = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 0..<a.count {
        var row = [i + 1]
        for j in 0..<b.count {
            var steps = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { steps = min(steps, older[j - 1] + 1) }
            row.append(steps)
        }
        older = last
        last = row
    }
    return last[b.count]
}
