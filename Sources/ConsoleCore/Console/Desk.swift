import CaseModel
import TerminalUI

/// What the console knows of the store besides the rows of its screens.
struct Desk: Equatable, Sendable {
    /// Agents and queues by name.
    var directory = Directory()
    /// Whether they came already.
    var hasNames = false
    /// Open cases in each queue of the store; nil until asked.
    var openCounts: [QueueCount]?
    /// Cases in full, those around the cursor.
    var files = FileShelf()
    /// What is known of the cover of customers, those around the cursor.
    var covers = CoverShelf()
    /// Customers in full, those looked at last.
    var customers = CustomerShelf()
    /// Texts that were typed and not sent.
    var drafts: [DraftKey: String] = [:]
    /// Those that are on disk, of earlier sessions too.
    var waiting: Set<DraftKey> = []
    /// How the screens look.
    var look = ScreenLook()
    /// The store's revision as last heard.
    var revision: Int64 = 0
    /// What nobody may sleep through.
    var alerts = AlertDesk()

    /// The signs of the theme in use.
    var glyphs: GlyphSet { look.glyphs }

    /// A text is kept as a draft.
    mutating func keep(_ text: String, _ draft: DraftKey) {
        drafts[draft] = text
        waiting.insert(draft)
    }

    /// The names behind identifiers, as far as agents and queues go.
    var names: Names {
        var names = Names(directory.words)
        for agent in directory.agents { names.agents[agent.id] = agent.name }
        for queue in directory.queues { names.queues[queue.id] = queue.name }
        return names
    }
}

/// How the screens look, and what of them is drawn already.
struct ScreenLook: Equatable, Sendable {
    /// The theme in use.
    var themeName = ""
    /// The signs of that theme, for lines that are laid out once.
    var glyphs = GlyphSet.unicode
    /// The rows around the body.
    var zones = DrawnZones()
}

/// A few cases in full, the most recently wanted ones, so that moving the cursor paints once.
struct FileShelf: Equatable, Sendable {
    /// The cases at hand.
    private(set) var files: [CaseID: CaseFile] = [:]
    /// The versions of those.
    private var versions: [CaseID: Int] = [:]
    /// Their numbers, the one that came first in front.
    private var order: [CaseID] = []
    /// Answers to older questions are dropped: the store changed since.
    var oldest = Ticket.none
    /// How many are kept; histories may be long.
    private let capacity = 32

    /// The case, when it is at hand.
    subscript(id: CaseID) -> CaseFile? { files[id] }

    /// The version at hand, without a copy of the whole case: it is asked for at every key.
    func version(of id: CaseID) -> Int? { versions[id] }

    /// Puts a case on the shelf and the oldest one away.
    mutating func put(_ file: CaseFile) {
        versions[file.item.id] = file.item.version
        if files.updateValue(file, forKey: file.item.id) == nil { order.append(file.item.id) }
        while order.count > capacity {
            let oldest = order.removeFirst()
            files[oldest] = nil
            versions[oldest] = nil
        }
    }

    /// Puts cases behind the others, so that those that come do not push them off.
    mutating func touch(_ ids: [CaseID]) {
        let wanted = ids.filter { files[$0] != nil }
        guard !wanted.isEmpty else { return }
        order = order.filter { !wanted.contains($0) } + wanted
    }

    /// Forgets everything that was asked before this number; what is shown stays until the new answer comes.
    mutating func renew(from ticket: Ticket) {
        oldest = ticket
    }
}
