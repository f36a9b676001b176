extension Refusal {
    static func unknown(_ what: String, _ name: String, list: String) -> Refusal {
        Refusal(rule: "\(what)-unknown", message: "There is no \(what) \(name).", remedy: "See them with \(list).")
    }

    static func covers(nothing id: RecordID) -> Refusal {
        Refusal(
            rule: "entitlement-kind", message: "\(id) covers no case: it is a \(id.kind).",
            remedy: "Name what does (entitlement check --account A).")
    }

    static func coversOthers(_ id: RecordID) -> Refusal {
        Refusal(
            rule: "entitlement-customer", message: "\(id) belongs to another customer.",
            remedy: "See what covers this one (entitlement check --account A).")
    }

    static func contactOfOthers(_ contact: Contact) -> Refusal {
        Refusal(
            rule: "contact-customer",
            message: "\(contact.name) (\(contact.id)) is at neither the customer nor a partner of it.",
            remedy: "Name a contact of the customer, or record its partner first (partner appoint).")
    }

    static func left(_ name: String) -> Refusal {
        Refusal(
            rule: "agent-inactive", message: "\(name) no longer works on cases.", remedy: "Give the case to another.")
    }

    static func versionToCome(_ id: some CustomStringConvertible, _ base: Int, newest: Int) -> Refusal {
        Refusal(
            rule: "version-to-come", message: "\(id) has no version \(base) yet; its newest is \(newest).",
            remedy: "Look at it again, then give the version you saw.")
    }

    static func noValue(_ problem: ValueProblem) -> Refusal {
        Refusal(
            rule: "no-value", message: "\(problem.value.prefix(80)) is no value of \(problem.field.name).",
            remedy: "Give another.")
    }

    static let nothingToUndo = Refusal(
        rule: "nothing-to-undo", message: "There is no act of yours to take back.", remedy: "See the journal with log.")

    static let nothingToRedo = Refusal(
        rule: "nothing-to-redo", message: "There is nothing to do again.",
        remedy: "Only what was taken back last, before any other act, can be done again.")

    /// Some of what is done to records stays, and a new case does; there is nothing before it that could be taken back.
    static func nothingBefore(_ staying: StayingActs) -> Refusal {
        Refusal(
            rule: staying.hasNewCases ? "log-stays" : Refusal.actStays, message: staying.words,
            remedy: "There is no act before it to take back.")
    }

    static func nameTaken(_ what: String, _ name: String) -> Refusal {
        Refusal(rule: "name-taken", message: "There is \(what) named \(name) already.", remedy: "Choose another name.")
    }

    static func accountDiffers(_ name: String, _ fields: [String]) -> Refusal {
        Refusal(
            rule: "account-differs",
            message: "There is an account named \(name) already, with another \(fields.joined(separator: " and ")).",
            remedy: "Change it (account set NAME), or choose another name.")
    }

    static func contactDiffers(_ known: Contact) -> Refusal {
        Refusal(
            rule: "contact-differs",
            message: "There is a contact named \(known.name) already (\(known.id)), with other roles or portal access.",
            remedy: "Change it (contact set \(known.id)), or give the address that tells them apart.")
    }

    static func accountLoop(_ name: String) -> Refusal {
        Refusal(
            rule: "account-loop", message: "\(name) would be above itself in its group.",
            remedy: "Name an account that is not part of it.")
    }

    static let lastKeeper = Refusal(
        rule: "last-keeper", message: "Then nobody could keep this store.",
        remedy: "Make another active agent with a login its store keeper first.")

    static func loadValue(_ problem: ValueProblem, line: Int) -> Refusal {
        Refusal(
            rule: "load-value",
            message: "Line \(line): \(problem.value.prefix(80)) is no value of \(problem.field.name).",
            remedy: "Translate it in the map file.")
    }

    static func emptyHistory(line: Int) -> Refusal {
        Refusal(rule: "load-empty", message: "Line \(line): the history is empty.", remedy: "Leave it out.")
    }
}
