/// How the program ends; the numbers are a promise to scripts.
enum ExitCode: Int32, CaseIterable {
    /// Done.
    case done = 0
    /// It failed.
    case failed = 1
    /// The command line cannot be understood.
    case usage = 2
    /// There is nothing of that name or number.
    case notFound = 3
    /// A rule, a right or missing cover stands against it.
    case refused = 4
    /// Somebody else changed the same field.
    case conflict = 5
    /// Some of several failed.
    case partly = 6
    /// The store is damaged, locked or of a newer format.
    case storeUnusable = 7
    /// Interrupted by the person.
    case interrupted = 130

    /// What it means, for the help page.
    var words: String {
        switch self {
        case .done: "done"
        case .failed: "failed"
        case .usage: "the command line is wrong"
        case .notFound: "not found"
        case .refused: "refused by a rule, a right or missing cover"
        case .conflict: "conflict with a newer version"
        case .partly: "some of several failed"
        case .storeUnusable: "store damaged, locked or of a newer format"
        case .interrupted: "interrupted"
        }
    }

    /// One code for several outcomes: done when all are, partly when some are, else what all share.
    static func of(_ codes: [ExitCode]) -> ExitCode {
        guard let first = codes.first else { return .done }
        if codes.allSatisfy({ $0 == first }) { return first }
        return codes.contains(.done) ? .partly : .failed
    }
}
