/// The clock of a case as a policy sets it, why it is that one, and which it nearly was.
public struct PolicyRule: Equatable, Sendable {
    /// What the clock runs by.
    public let rule: ClockRule
    /// The plans that were asked about, in the order given.
    public let plans: [String]
    /// The region whose hours count.
    public let region: Policy.Region
    /// The code of the kind of case.
    public let kind: String
    /// What was put together, part by part, with its sources.
    public let facts: [Fact]
    /// Lines of the tables that were near and did not decide.
    public let nearly: [NearLine]

    /// One value that has a say, and where it comes from.
    public struct Fact: Equatable, Sendable {
        /// What it is.
        public let what: String
        /// The value in words.
        public let value: String
        /// The tags of its sources.
        public let tags: [String]
    }

    /// A line of a table that did not decide, and why.
    public struct NearLine: Equatable, Sendable {
        /// Which line of which table.
        public let line: String
        /// What it would have said.
        public let value: String
        /// Why it did not decide.
        public let because: String
    }
}

/// Why a policy has no clock for a question.
public enum PolicyQuestionProblem: Error, Equatable, CustomStringConvertible {
    /// A word that the policy does not know: what it was meant to be, the word, the nearest one.
    case unknown(what: String, word: String, known: [String])
    /// No line of targets is for these plans and this kind of case.
    case noTargets(plans: String, kind: String?)
    /// The line of targets says that there is none.
    case noTarget(line: String, severity: String)
    /// No line of coverage is for these plans and this kind of case.
    case noCoverage(plans: String, kind: String)
    /// Lines for several plans fit equally well.
    case several([String])
    /// The host has no such zone.
    case noZone(String)

    /// The sentence for people.
    public var description: String {
        switch self {
        case .unknown(let what, let word, let known):
            let near = hint(word, known)
            let all = near.isEmpty ? " Known: \(known.joined(separator: ", "))." : near
            return "There is no \(what) \(word) in the policy.\(all)"
        case .noTargets(let plans, let kind):
            let cases = kind.map { "\($0) cases" } ?? "any kind of case"
            return
                "The policy has no targets of \(plans) for \(cases). An add-on needs a plan beside it: PLAN+\(plans)."
        case .noTarget(let line, let severity):
            return "“\(line)” has no target for severity \(severity)."
        case .noCoverage(let plans, let kind): return "The policy says no coverage of \(plans) for \(kind) cases."
        case .several(let lines):
            return "Several plans set the target: \(lines.joined(separator: ", ")). Name one of them."
        case .noZone(let name): return "The policy names the time zone \(name), which this host does not know."
        }
    }
}
