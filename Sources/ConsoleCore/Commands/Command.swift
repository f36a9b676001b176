/// Every intent a person can have, under the one word it has in the console's `:` line and in the shell.
///
/// What each is called, does, needs and which keys it has stands in ``CommandEntry``.
public enum Command: String, CaseIterable, Hashable, Sendable {
    // Moving about.
    /// One row or line down.
    case down
    /// One row or line up.
    case up
    /// The first row.
    case first
    /// The last row.
    case last
    /// Half a page down.
    case halfDown = "half-down"
    /// Half a page up.
    case halfUp = "half-up"
    /// A page down.
    case pageDown = "page-down"
    /// A page up.
    case pageUp = "page-up"
    /// The next named queue.
    case nextQueue = "next-queue"
    /// The named queue before.
    case previousQueue = "previous-queue"
    /// The next tab of a case.
    case nextTab = "next-tab"
    /// The tab of a case before.
    case previousTab = "previous-tab"
    /// Scrolls the preview down.
    case previewDown = "preview-down"
    /// Scrolls the preview up.
    case previewUp = "preview-up"
    /// The next row that the search words fit.
    case nextHit = "next-hit"
    /// The row before that the search words fit.
    case previousHit = "previous-hit"

    // Views.
    /// Opens a case.
    case open
    /// One step back.
    case back
    /// Closes this view.
    case leave
    /// Ends the console.
    case quit
    /// The view before this one.
    case lastView = "last-view"
    /// Shows a named queue, or the list of queues.
    case queue
    /// Filters the queue while typing.
    case filter
    /// Edits the whole query of the queue.
    case query
    /// Orders the queue.
    case sort
    /// Groups the queue.
    case group
    /// Shows or hides the preview.
    case preview
    /// Asks the store again.
    case refresh
    /// Paints the screen anew.
    case redraw
    /// Puts the console to sleep until `fg`.
    case suspend
    /// Stops what is being typed or done.
    case cancel
    /// Lists keys and commands.
    case keys
    /// Opens the command line.
    case command
    /// Does the last act again.
    case again
    /// Lists, shows or uses a theme.
    case theme
    /// Lists the texts that were typed and not sent.
    case drafts
    /// Shows the clocks of a case as worked sums.
    case why

    // Workplaces.
    /// Goes to a workplace.
    case go
    /// Goes to the customer of a row.
    case customer
    /// Adds what the screen shows.
    case add
    /// Changes what a row is about.
    case edit
    /// Lists what can be done with a row.
    case acts
    /// Shows a customer's cases as a queue.
    case casesOf = "cases-of"
    /// Shows how a person is reached.
    case reveal
    /// Sends something to the clipboard.
    case copy
    /// Opens a form.
    case form
    /// Says who commands a critical situation.
    case situation

    // Marks.
    /// Marks the row and moves on.
    case mark
    /// Marks from here on.
    case range
    /// Marks the others.
    case invert

    // Cases.
    /// I take the most urgent one I am fit for.
    case workNext = "work-next"
    /// I answer for it.
    case take
    /// Somebody else answers for it.
    case assign
    /// Nobody answers for it.
    case release
    /// Changes fields.
    case set
    /// Changes the status.
    case status
    /// Changes the severity.
    case severity
    /// Moves to another queue.
    case move
    /// Puts tags on and takes them off.
    case tags
    /// Changes the subject.
    case subject
    /// Writes an internal note.
    case note
    /// Records a public reply.
    case reply
    /// Hands it to the escalation team.
    case escalate
    /// Closes it with a reason.
    case close
    /// Opens it again.
    case reopen
    /// Settles an action item.
    case item
    /// Asks the customer for something.
    case ask
    /// Records what the customer said.
    case hear
    /// Tells the customer what follows if nothing is heard.
    case remind
    /// Denies support for the issue.
    case deny
    /// Hands it over to another centre.
    case handOver = "hand-over"
    /// Puts it off until a time: the queues of work, home and work next leave it out till then.
    case snooze
    /// Takes the newest act back.
    case undo
    /// Does it again.
    case redo

    // The shell alone.
    /// The console itself.
    case console
    /// A store of made-up data.
    case demo
    /// An empty store.
    case initialise = "init"
    /// Lists cases.
    case list
    /// Shows one case.
    case show
    /// Logs a case.
    case new
    /// Shows the journal.
    case log
    /// Loads other systems' data.
    case importing = "import"
    /// Writes data out.
    case export
    /// Lists, shows, adds or changes agents.
    case agent
    /// Lists, shows or adds accounts.
    case account
    /// Lists, shows, adds or changes contacts.
    case contact
    /// Lists, shows, appoints or removes partners.
    case partner
    /// Lists, shows, adds or changes contracts.
    case contract
    /// Lists, shows, adds, changes or checks entitlements.
    case entitlement
    /// Lists memberships, adds, renews, and assigns their contacts.
    case renewal
    /// Lists, shows or adds purchases.
    case purchase
    /// Lists, shows, adds or changes machines under maintenance.
    case hardware
    /// Attaches files.
    case attach
    /// Lists, saves or removes attached files.
    case attachment
    /// Lists, shows, adds licences, and allocates, moves, returns and downloads them.
    case license
    /// Follows machines that are sent in for testing.
    case shipment
    /// Follows machines that are replaced.
    case replacement
    /// Tells and uses hours of scheduled support.
    case hours
    /// Keeps leave to come to a customer's site, and each visit.
    case access
    /// Keeps what a customer has for support to depend on.
    case asset
    /// Keeps which releases a customer runs.
    case product
    /// Keeps what customers agreed to.
    case consent
    /// Asks customers for an audit, and keeps what they answer.
    case auditConsent = "audit-consent"
    /// Lists, shows, adds or changes environments of customers.
    case environment
    /// Lists, shows or changes notices to customers.
    case notice
    /// Lists and acknowledges what nobody may sleep through, and looks for it.
    case alert
    /// Lists references of the policy, and keeps when somebody looked at them.
    case reference
    /// Lists what customers try before they ask.
    case troubleshooting
    /// Lists or shows the centres.
    case center
    /// Says who is on duty.
    case duty
    /// Says where a request belongs.
    case route
    /// Copies the store.
    case backup
    /// Brings a copy back.
    case restore
    /// Says which files are used.
    case paths
    /// Checks the store.
    case verify
    /// Lists, shows, exports or checks the support policy.
    case policy
    /// Works out a due time for a case that need not exist.
    case clock

    /// The word itself.
    public var name: String { rawValue }
}
