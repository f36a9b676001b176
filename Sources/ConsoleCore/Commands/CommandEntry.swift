public import CaseModel

/// What the catalogue knows of one command; keys, footer, `?`, `:` line, the shell and its help are views of it.
public struct CommandEntry: Equatable, Sendable {
    /// The command.
    public let command: Command
    /// A few words for footers and lists: `take`, `set status`.
    public let title: String
    /// One sentence that says what it does.
    public let help: String
    /// What follows the name, in the notation of the command line: `ID… --to AGENT`.
    public var usage = ""
    /// The keys it has unless the user rebinds them.
    public var keys: [DefaultKey] = []
    /// Where in the console it makes sense; empty for a command of the shell alone.
    public var contexts: Set<KeyContext> = []
    /// Whether the shell offers it.
    public var inShell = false
    /// What it takes and does in the shell, where that is less than in the console.
    public var shellForm: ShellForm?
    /// Whether it asks first, because something is lost or many cases change.
    public var destroys = false
    /// What must be there before it can be done.
    public var needs: Set<Need> = []
    /// The options it takes.
    public var options: [CallOption] = []
    /// Whether everything after the name is one text, quotes and all.
    public var takesLine = false

    init(_ command: Command, _ title: String, _ help: String) {
        self.command = command
        self.title = title
        self.help = help
    }
}

/// How a command is written in the shell, and what it does there.
public struct ShellForm: Equatable, Sendable {
    /// What follows the name.
    public let usage: String
    /// One sentence that says what it does.
    public let help: String
    /// The fields of what it is about, in lines of their own; empty when it has none.
    public var fields = ""
}

extension CommandEntry {
    /// What follows the name in the shell.
    public var shellUsage: String { shellForm?.usage ?? usage }
    /// What it does in the shell.
    public var shellHelp: String { shellForm?.help ?? help }
    /// The fields of what it is about, for its help; empty when it has none.
    public var fields: String { shellForm?.fields ?? "" }
}

/// Where in the console a key is pressed.
public enum KeyContext: String, CaseIterable, Hashable, Sendable {
    /// The list of cases.
    case queue
    /// One case.
    case page
    /// A workplace beside the queue.
    case desk

    /// Its place among all of them.
    var place: Int {
        switch self {
        case .queue: 0
        case .page: 1
        case .desk: 2
        }
    }
}

/// A key that a command has by default.
public struct DefaultKey: Equatable, Sendable {
    /// Where it holds.
    public let contexts: Set<KeyContext>
    /// The keys in order, in key notation: `j`, `gg`, `<C-d>`.
    public let notation: String
    /// What follows the command's name: the key `1` is `queue 1`.
    public let words: [String]
}

/// What must be there before a command can be done.
public enum Need: Hashable, Sendable {
    /// At least one case: marked, under the cursor, or named.
    case cases
    /// Exactly one case.
    case oneCase
    /// An open store.
    case store
    /// The right to an act.
    case right(Act)
}

/// An option of a command.
public enum CallOption: String, CaseIterable, Hashable, Sendable {
    /// Whom to assign to.
    case to
    /// Why a case is closed.
    case reason
    /// The case that a duplicate repeats.
    case duplicateOf = "duplicate-of"
    /// The text of a note or reply; `-m` for short.
    case message
    /// A note beside a change.
    case note
    /// The version the caller saw.
    case ifVersion = "if-version"
    /// The summary of an escalation.
    case summary
    /// Why support is denied.
    case ground
    /// Who decided.
    case by
    /// What is asked of the customer.
    case item
    /// When it is wanted.
    case due
    /// Out of sight until then.
    case until
    /// A status.
    case status
    /// The order of a list.
    case sort
    /// The longest list.
    case limit
    /// The number alone.
    case count
    /// Which named queue to open.
    case queue
    /// Which theme to use.
    case theme
    /// Line by line, without a screen.
    case linear
    /// How many cases to make up.
    case cases
    /// The seed of the made-up data.
    case seed
    /// Makes the data and does not open the console.
    case noConsole = "no-console"
    /// The customer.
    case account
    /// The person who asks.
    case contact
    /// What it is about.
    case subject
    /// How bad it is.
    case severity
    /// How it came in.
    case channel
    /// What kind of request.
    case type
    /// The product in question.
    case product
    /// The problem at length.
    case description
    /// Whether the basic steps were tried.
    case troubleshooting
    /// The partner who acts.
    case partner
    /// A map that comes with the program.
    case preset
    /// A map file.
    case map
    /// Reads the history only up to that day.
    case asOf = "as-of"
    /// Goes on after a bad record.
    case keepGoing = "keep-going"
    /// Lists the maps that come with the program.
    case listPresets = "list-presets"
    /// Proposes a map for a file.
    case guess
    /// The form of the file.
    case format
    /// Leaves text as it is.
    case raw
    /// A login of an agent.
    case login
    /// What an agent may do.
    case duties
    /// An agent works on cases again.
    case active
    /// An agent left.
    case inactive
    /// An address.
    case email
    /// A telephone number.
    case phone
    /// A country.
    case country
    /// An organization identifier.
    case organization
    /// A language.
    case language
    /// The account above it.
    case parent
    /// What a contact is for the customer.
    case roles
    /// The kind of access to the portal.
    case portal
    /// The day in question.
    case on
    /// Everybody's acts, not only one's own.
    case all
    /// The plans of a customer.
    case plan
    /// The region of an account, whose hours count.
    case region
    /// When a case was opened.
    case opened
    /// The kind of case.
    case kind
    /// A day that is not worked; may be given several times.
    case holiday
    /// A calendar of the policy.
    case calendar
    /// The name of a file.
    case name
    /// Who asked for it.
    case onRequestOf = "on-request-of"
    /// Another form of a name.
    case also
    /// Also in texts that people wrote.
    case texts
    /// Also files that are attached.
    case attachments
    /// How many.
    case quantity
    /// The host that has licences.
    case binding
    /// The host that licences come from.
    case from
    /// What an agent is at home in.
    case expertise
    /// What else an agent knows.
    case products
    /// A centre of the policy.
    case center
    /// When an agent works.
    case shift
    /// An agent's place among those who take cases.
    case tier
    /// A role of the policy.
    case role
    /// What an agent speaks.
    case languages
    /// The instant in question.
    case at

    /// The letter that stands for it, if any.
    public var short: String? { self == .message ? "m" : nil }

    /// Whether a name means it: its own, or as screens spell it.
    public func isCalled(_ name: String) -> Bool { rawValue == name || (self == .center && name == "centre") }

    /// Whether it holds what people write, so that `-` stands for standard input.
    public var isText: Bool { [.message, .note, .summary, .description, .reason].contains(self) }

    /// Whether it may be given several times; its values then stand with commas between.
    public var mayRepeat: Bool { self == .holiday }

    /// Whether a value follows.
    public var takesValue: Bool {
        switch self {
        case .count, .linear, .noConsole, .active, .inactive, .keepGoing, .listPresets, .raw, .all, .texts,
            .attachments:
            false
        default: true
        }
    }
}
