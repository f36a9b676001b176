import CaseModel

/// The cases an act is about, with the versions that the person saw.
///
/// Marked cases are counted and not listed until the act is sent: there may be a million of them.
enum Targets: Equatable, Sendable {
    /// These; whether they are what remains of marked ones.
    case these([Target], marked: Bool = false)
    /// The marked ones, and the versions of those on the screen.
    case marks(CaseMarks, versions: [CaseID: Int])

    /// A case and the version that was on the screen.
    struct Target: Equatable, Sendable {
        /// The case.
        var id: CaseID
        /// Its version as shown; nil takes the newest.
        var base: Int?
    }

    /// Whether the marks chose them, so that those that are done lose their marks.
    var areMarked: Bool {
        switch self {
        case .these(_, let marked): marked
        case .marks: true
        }
    }

    /// How many.
    var count: Int {
        switch self {
        case .these(let targets, _): targets.count
        case .marks(let marks, _): marks.count
        }
    }

    /// The first of them.
    var first: CaseID? {
        switch self {
        case .these(let targets, _): targets.first?.id
        case .marks(let marks, _): marks.first
        }
    }

    /// The case, when it is one alone.
    var only: CaseID? { count == 1 ? first : nil }

    /// All of them; for sending an act and for its answer alone.
    var list: [Target] {
        switch self {
        case .these(let targets, _): targets
        case .marks(let marks, let versions): marks.ids.map { Target(id: $0, base: versions[$0]) }
        }
    }

    /// What they are called: the case's number, or how many they are.
    var words: String { only?.description ?? "\(grouped(count)) cases" }

    /// The same cases without those that are done with.
    func without(_ ids: Set<CaseID>) -> Targets {
        .these(list.filter { !ids.contains($0.id) }, marked: areMarked)
    }

    /// The same cases, this one or all of them from another version on.
    func based(on version: Int, _ id: CaseID? = nil) -> Targets {
        .these(
            list.map { id == nil || $0.id == id ? Target(id: $0.id, base: version) : $0 }, marked: areMarked)
    }
}
