/// What can go wrong between the program and its case file; the wording stands here alone.
public enum StoreError: Error, Equatable, Sendable, CustomStringConvertible {
    /// There is nothing of that name or number.
    case notFound(String)
    /// A rule or a right stands against it.
    case refused(Refusal)
    /// Somebody else changed the same fields.
    case conflict(Conflict)
    /// Somebody else changed the same fields of a record.
    case recordConflict(RecordConflict)
    /// Somebody else changed the same fields of an agent, a customer or a contact.
    case peopleConflict(PeopleConflict)
    /// The file is not what it should be, and why.
    case damaged(String)
    /// Somebody else holds the file; who and since when, as far as known.
    case locked(String)
    /// The file was written by a newer program.
    case newerFormat(found: Int, known: Int)
    /// The file was written by an older program, and was not to be changed.
    case olderFormat(found: Int, known: Int)
    /// The file is no case file at all, and what it is.
    case notACaseFile(String)
    /// The file cannot be reached, and why.
    case unavailable(String)
    /// The question was withdrawn.
    case cancelled

    /// What happened and what to do, in words.
    public var description: String {
        switch self {
        case .notFound(let what): "There is no \(what)."
        case .refused(let refusal): refusal.description
        case .conflict(let conflict):
            "\(conflict.caseID) was changed meanwhile: \(conflict.fields.map(\.field.name).joined(separator: ", "))."
        case .recordConflict(let conflict):
            conflict.fields.map { field in
                "\(conflict.record) was changed since version \(conflict.base): \(field.field) is "
                    + "\(field.theirs ?? "none") now (\(field.by), \(field.at)), yours was \(field.mine ?? "none"). "
            }
            .joined() + "Version \(conflict.current); nothing was written."
        case .peopleConflict(let conflict):
            "There is a newer version of \(conflict.of): "
                + conflict.fields.map { "\($0.name) is \($0.theirs ?? "none") now, yours was \($0.mine ?? "none")" }
                .joined(separator: "; ") + ". Nothing was written; the journal says who changed it (log --all)."
        case .damaged(let why): "The store is damaged: \(why). Run `caseload verify`, then restore a backup."
        case .locked(let who): "The store is busy: \(who). Try again in a moment."
        case .newerFormat(let found, let known):
            "The store has format \(found); this program knows up to \(known). Use a newer Caseload."
        case .olderFormat(let found, let known):
            "The store has format \(found); it is brought to format \(known) when it is opened for writing."
        case .notACaseFile(let why): "This is no case file: \(why). It was left as it is."
        case .unavailable(let why): "The store cannot be used: \(why)."
        case .cancelled: "The search was stopped."
        }
    }
}
