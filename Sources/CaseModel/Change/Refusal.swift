/// Why a rule or a right stands against an act: which rule, about what, and what to do.
public struct Refusal: Error, Equatable, Sendable, CustomStringConvertible {
    /// The rule's short name, for scripts, such as `close-needs-reason`.
    public let rule: String
    /// What is in the way, as a whole sentence.
    public let message: String
    /// What the person can do about it, as a whole sentence.
    public let remedy: String
    /// The field or option that it is about, by name; nil where it is about none.
    public let field: String?

    /// The rule by which acts on records and new cases are not taken back.
    public static let actStays = "act-stays"

    /// A refusal in words.
    public init(rule: String, message: String, remedy: String, about field: String? = nil) {
        self.rule = rule
        self.message = message
        self.remedy = remedy
        self.field = field
    }

    /// The same about a field or option.
    func about(_ field: String) -> Refusal {
        Refusal(rule: rule, message: message, remedy: remedy, about: field)
    }

    /// Message and remedy.
    public var description: String { "\(message) \(remedy)" }
}

extension Refusal {
    static func empty(_ what: String) -> Refusal {
        Refusal(rule: "text-needed", message: "The \(what) is empty.", remedy: "Give it some words.")
    }

    static func tooLong(_ what: String, bytes: Int, limit: Int) -> Refusal {
        Refusal(
            rule: "text-too-long", message: "The \(what) has \(bytes) bytes; \(limit) fit.", remedy: "Shorten it.")
    }

    static func controlZero(_ what: String) -> Refusal {
        Refusal(rule: "text-zero", message: "The \(what) holds a NUL byte.", remedy: "Take it out.")
    }

    static func closed(_ item: Case) -> Refusal {
        let since = item.closedAt.map { " since \($0)" } ?? ""
        let reason = item.closureReason.map { ": \($0.words)" } ?? ""
        return Refusal(rule: isClosed, message: "\(item.id) is closed\(since)\(reason).", remedy: "Reopen it first.")
    }

    /// The rule that little is done to a closed case.
    public static let isClosed = "case-closed"

    static func notClosed(_ id: CaseID) -> Refusal {
        Refusal(rule: "reopen-closed-only", message: "\(id) is not closed.", remedy: "There is nothing to reopen.")
    }

    /// - Parameter owner: the owner's name, where it is known.
    static func owned(_ id: CaseID, by owner: String? = nil) -> Refusal {
        Refusal(
            rule: takeUnowned, message: "\(id) belongs to \(owner ?? "another agent").",
            remedy: "Take it over with: assign \(id) --to me.")
    }

    /// The rule that only a case without an owner can be taken; its remedy ends in a command.
    public static let takeUnowned = "take-unowned"

    static let closeNeedsReason = Refusal(
        rule: "close-needs-reason", message: "A case is closed with a reason.",
        remedy: "Close it with one (close ID --reason WORD).")

    static let duplicateNeedsCase = Refusal(
        rule: "duplicate-needs-case", message: "A duplicate names the case it repeats.",
        remedy: "Give that case (--duplicate-of ID).")

    static func duplicateOfItself(_ id: CaseID) -> Refusal {
        Refusal(rule: "duplicate-other-case", message: "\(id) cannot repeat itself.", remedy: "Name the other case.")
    }

    static func oneWord(_ what: String, _ word: String) -> Refusal {
        Refusal(
            rule: "\(what)-one-word",
            message: "A \(what) is one word of at most \(CaseLimits.mark) bytes, without blanks, commas and quotes.",
            remedy: word.isEmpty ? "Type one." : "Write it with hyphens.")
    }

    static func extraName(_ name: String) -> Refusal {
        Refusal(
            rule: "extra-name", message: "The name of an extra field has \(name.utf8.count) bytes.",
            remedy: "Give it 1 to \(CaseLimits.mark), not only blanks.")
    }

    static func dueOutside(_ due: Timestamp) -> Refusal {
        Refusal(
            rule: "due-outside", message: "\(due) is out of the years 1 to 9999.", remedy: "Give an earlier due time.")
    }

    /// - Parameter what: what cannot be, up to the time at which it cannot.
    static func isOver(_ rule: String, _ what: String, _ time: Timestamp, _ now: Timestamp) -> Refusal {
        Refusal(rule: rule, message: "It is \(now), so \(what) \(time).", remedy: "Give a time to come.")
    }

    static func noItem(_ id: ActionItemID) -> Refusal {
        Refusal(rule: "item-unknown", message: "There is no action item \(id).", remedy: "See the items with show.")
    }

    static func noRight(_ act: Act, _ who: String) -> Refusal {
        Refusal(
            rule: "no-right", message: "\(who) may not \(act.words).",
            remedy: "A store keeper gives rights (agent set NAME --duties LIST).")
    }

    /// The login is no agent of this store.
    public static func noAgent(_ login: String) -> Refusal {
        Refusal(
            rule: "read-only-login", message: "The login \(login) is no agent of this store, so it may only read.",
            remedy: "A store keeper adds it (agent new NAME --login \(login)).")
    }

    /// Several agents share the login and none was named.
    public static func severalAgents(_ login: String) -> Refusal {
        Refusal(
            rule: "name-yourself", message: "The login \(login) serves several agents.",
            remedy: "Say who acts (--as NAME).")
    }

    /// There is no agent of the name that says who acts.
    static func noSuchActor(_ name: String, near: String?) -> Refusal {
        Refusal(
            rule: unknownActor, message: "There is no agent named \(name).",
            remedy: near.map { "Did you mean \($0)?" } ?? "See them with agent list.")
    }

    /// The rule that who acts is an agent of the store.
    public static let unknownActor = "no-such-actor"

    /// The named agent does not have this login.
    public static func notYourName(_ name: String, login: String) -> Refusal {
        Refusal(
            rule: "not-your-name", message: "The login \(login) is not one of the agent \(name).",
            remedy: "A store keeper adds it (agent set NAME --login \(login)).")
    }
}
