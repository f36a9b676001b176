import CaseModel

/// Something that lies on top of the screen and takes the keys.
enum Overlay: Equatable, Sendable {
    /// A list to choose from.
    case picker(Picker)
    /// One line to type, in the notice line.
    case line(LineEntry)
    /// A note or a reply being written.
    case composer(Composer)
    /// A question that is answered with yes or no.
    case confirm(Confirmation)
    /// Two people changed the same field.
    case conflict(ConflictDialog)
    /// A form.
    case form(Form)
    /// Lines to read.
    case reader(Reader)
}

/// A question that is answered with yes or no.
struct Confirmation: Equatable, Sendable {
    /// The question, with object and count.
    var question: String
    /// What happens on yes.
    var answer: Answer
    /// What would become of the first of several cases.
    var outlook = BulkOutlook()

    /// What happens on yes.
    enum Answer: Equatable, Sendable {
        /// The act is done.
        case act(PendingAct)
        /// The command of the shell is done.
        case run(CommandCall)
        /// The act before the one that stays is taken back.
        case undo(Journey)
        /// The console ends.
        case quit
    }
}

/// Two people changed the same field: both values, and what to do about it.
struct ConflictDialog: Equatable, Sendable {
    /// What the store said.
    var conflict: Conflict
    /// What was wanted of that case, from its newest version on.
    var act: PendingAct
}
