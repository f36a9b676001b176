import CaseModel
import TerminalUI

/// What making rows needs besides what they are about.
struct ListingLook: Sendable {
    /// The program's clock.
    var now: Timestamp
    /// The display zone.
    var zone: Zone
    /// The signs to draw.
    var glyphs: GlyphSet
    /// The policies of the store.
    var policies: PolicyBook
    /// The size of the screen.
    var size: Size
    /// The names known to the console.
    var names: Names
    /// Everybody at support.
    var agents: [Agent]
    /// What the keys are.
    var keyboard: Keyboard
    /// Who sits here; nil for a guest.
    var me: AgentID?

    /// The policy in force.
    var policy: Policy { policies.inForce }
    /// The day it is in the display zone.
    var today: CivilDay { zone.local(now).day }

    init?(_ state: ConsoleState) {
        guard let session = state.session else { return nil }
        now = state.now
        zone = session.zone
        glyphs = state.desk.glyphs
        size = state.size
        policies = session.policies
        names = state.desk.names
        agents = state.desk.directory.agents
        me = session.agent?.id
        keyboard = state.keyboard
    }

    /// The key of a command on a workplace, or its line where it has none.
    func key(_ command: Command) -> String { keyboard.key(for: command, in: .desk) }

    /// The key that goes to a place.
    func key(goingTo place: String) -> String { keyboard.key(for: .go, place, in: .desk) }

    /// A last day with how far it is: `219 d`, `ended`, and how much it matters.
    ///
    /// - Parameter day: the day it is for the customer; that of the display zone where the customer is not known.
    func left(until end: CivilDay?, from day: CivilDay? = nil) -> TableCell {
        guard let end else { return TableCell("") }
        let days = end.daysSince1970 - (day ?? today).daysSince1970
        if days < 0 { return TableCell("ended", .dim) }
        if days == 0 { return TableCell("today", .bad, [.bold]) }
        // What the policy tells customers of beforehand is near; the last notice makes it very near.
        let notices = policy.duties.notices.flatMap(\.daysBefore).map(Int64.init)
        let (near, soon) = (notices.max() ?? ListingLook.near, notices.min() ?? ListingLook.soon)
        return TableCell(Shown("\(days) d"), days <= soon ? .bad : days <= near ? .warn : .text)
    }

    /// A day as people read it: `30 Jun 2027`.
    func text(_ day: CivilDay?) -> Shown {
        guard let day else { return "" }
        return Shown(day.inWords)
    }

    /// The name of a plan.
    func plan(_ code: String) -> String { policy.cover.plans.first { $0.code == code }?.name ?? code }

    /// The name of a plan in a row: on a narrow screen its short word, as queues have it, rather than parts of words.
    func rowPlan(_ code: String) -> String {
        guard size.columns < 80, let plan = policy.cover.plans.first(where: { $0.code == code }) else {
            return plan(code)
        }
        return plan.short
    }

    /// What stands for plans where there is no room for their names, the longest first: the last words of the name that
    /// no other plan ends with, or else the first; of several, and where that is too long, their short words, as queues have them, those of
    /// the longest names first.
    func shorter(plans codes: [String]) -> [Shown] {
        guard !codes.isEmpty else { return [] }
        let others = policy.cover.plans.filter { !codes.contains($0.code) }.map(\.name)
        let ends = codes.count == 1 ? self.ends(of: plan(codes[0]), but: others) : []
        var names = codes.map { plan($0) }
        let short = codes.map { code in policy.cover.plans.first { $0.code == code }?.short ?? code }
        // The longest names give way first.
        let order = codes.indices.sorted { names[$0].utf8.count > names[$1].utf8.count }
        return ends
            + order.map { place in
                names[place] = short[place]
                return Shown(names.joined(separator: ", "), upTo: 120)
            }
    }

    /// The last words of a name that no other name ends with, the longest first; where every other ends so, the first
    /// words with which no other begins.
    func ends(of name: String, but others: [String]) -> [Shown] {
        let (words, others) = (name.split(separator: " "), others.map { $0.split(separator: " ") })
        let dots = glyphs.shown(.ellipsis)
        let ends = words.indices.dropFirst().map { words[$0...] }
            .filter { end in !others.contains { $0.suffix(end.count) == end } }
            .map { dots + Shown($0.joined(separator: " ")) }
        guard ends.isEmpty else { return ends }
        return words.indices.dropFirst().reversed().map { words[..<$0] }
            .filter { start in !others.contains { $0.prefix(start.count) == start } }
            .map { Shown($0.joined(separator: " ")) + dots }
    }

    /// The names of plans.
    func plans(_ codes: [String]) -> Shown {
        Shown(codes.map { plan($0) }.joined(separator: " + "), upTo: 400)
    }

    /// Days from which on an end is near, where the policy says nothing.
    static let near: Int64 = 90
    /// Days from which on it is very near.
    private static let soon: Int64 = 7
}

/// The columns of every list beside the queue: the same fact stands in the same place on every screen.
enum ListingColumn: Int, CaseIterable {
    /// How the clock of a case stands: what decides comes first, as in the queue.
    case due
    /// How bad it is.
    case severity
    /// What it is called by.
    case id
    /// What it is.
    case what
    /// Whose it is.
    case account
    /// How it stands.
    case state
    /// Who has to do with it.
    case who
    /// How much.
    case amount
    /// The day.
    case day
    /// How far that is.
    case left

    /// No column but the one that grows is wider while that one needs the room.
    static let widest = 32
    /// As much of what grows is seen before others get more.
    static let enough = 28
    /// When a column leaves that all others leave before.
    static let kept = 9
    /// No column gets more than this, however long what stands in it is.
    static let longest = 60

    /// Columns with these heads; those without one are left out.
    ///
    /// - Parameters:
    ///   - whole: columns of no use when what stands in them is cut: they leave instead.
    ///   - kept: columns that all others leave before.
    static func columns(
        _ titles: [ListingColumn: Shown], whole: Set<ListingColumn> = [], kept: Set<ListingColumn> = []
    ) -> [TableColumn<Int>] {
        allCases.compactMap { column in
            var found = titles[column].map { column.column($0) }
            if whole.contains(column) { found?.minimum = longest }
            if kept.contains(column) { found?.leaves = ListingColumn.kept }
            return found
        }
    }

    private func column(_ title: Shown) -> TableColumn<Int> {
        switch self {
        case .due: TableColumn(rawValue, title, minimum: 11)
        case .severity: TableColumn(rawValue, title, minimum: 3)
        case .id: TableColumn(rawValue, title, minimum: 7, ideal: 10)
        case .what: TableColumn(rawValue, title, minimum: 20, ideal: 24, grows: true)
        case .account: TableColumn(rawValue, title, minimum: 14, ideal: 22, leaves: 5)
        case .state: TableColumn(rawValue, title, minimum: 14, ideal: 18, leaves: 4)
        case .who: TableColumn(rawValue, title, minimum: 14, ideal: 18, leaves: 3)
        case .amount: TableColumn(rawValue, title, minimum: 9, ideal: 10, .right, leaves: 2)
        case .day: TableColumn(rawValue, title, minimum: 11, ideal: 11, .right, leaves: 1)
        case .left: TableColumn(rawValue, title, minimum: 7, .right)
        }
    }
}

/// The cells of a row by column.
struct RowCells {
    private var cells = Array(repeating: TableCell(""), count: ListingColumn.allCases.count)

    /// The cell of a column.
    subscript(column: ListingColumn) -> TableCell {
        get { cells[column.rawValue] }
        set { cells[column.rawValue] = newValue }
    }

    /// All of them, in the order of the columns.
    var all: [TableCell] { cells }

    /// Puts a text into a column.
    mutating func put(_ text: String?, _ column: ListingColumn, _ role: Role = .text) {
        guard let text else { return }
        self[column] = TableCell(Shown(text, upTo: 120), role)
    }
}
