import CaseModel
import TerminalUI

/// A row at hand, with its texts ready to be drawn: a row is painted many times and read once.
///
/// An object, because it never changes and would be copied, text by text, wherever somebody looks at the shelf.
final class QueueRow: Equatable, Sendable {
    /// The row.
    let summary: CaseSummary
    /// The case number.
    let number: Shown
    /// The status in full, and as one short word.
    let status, shortStatus: Shown
    /// Severity as number and sign.
    let severity: Shown
    /// What it is about, as far as the widest column shows it.
    let subject: Shown
    /// Until when it is put off, before what it is about; nil for most.
    let wake: Shown?
    /// Who and what has to do with it.
    let names: Names
    /// What makes it stand out; nil for most.
    let rule: RowRule?

    /// Names that stand in columns of their own.
    struct Names: Equatable, Sendable {
        /// Customer, plans, who asks, and what about; a plan that covers nothing says so: `no P+`.
        let account, plan, contact, product: Shown
        /// Who answers for it, and where it waits.
        let owner, center, queue: Shown

        init(_ row: CaseSummary, _ look: RowLook) {
            func text(_ text: String?) -> Shown { text.map { Shown($0, upTo: 40) } ?? look.glyphs.shown(.dash) }
            account = text(row.accountName)
            let plans = row.plan.map(look.words.plans)
            plan = row.isUncovered ? text(plans.map { "no " + $0 } ?? "none") : text(plans)
            contact = text(row.contactName)
            product = text(row.product)
            owner = text(row.ownerName)
            center = text(row.center.map { look.words.center($0) ?? $0 })
            queue = text(row.queueName)
        }
    }

    init(_ row: CaseSummary, _ look: RowLook) {
        let glyphs = look.glyphs
        summary = row
        number = Shown(row.id.description)
        status = words(for: row.status, glyphs)
        shortStatus = words(for: row.status, glyphs, isShort: true)
        severity = words(for: row.severity, glyphs)
        subject = Shown(row.subject, upTo: 200)
        wake = row.snoozedUntil.flatMap(look.putOff)
        names = Names(row, look)
        rule = look.rule(for: row)
    }

    static func == (a: QueueRow, b: QueueRow) -> Bool {
        a === b
            || (a.summary == b.summary && a.number == b.number && a.status == b.status
                && a.shortStatus == b.shortStatus && a.severity == b.severity && a.subject == b.subject
                && a.names == b.names && a.rule == b.rule)
    }
}

extension QueueRow {
    /// The text that a column shows of the row, as groups tell it; nil for those that none are made of.
    func text(_ column: QueueColumn) -> Shown? {
        switch column {
        case .severity: severity
        case .account: names.account
        case .contact: names.contact
        case .status: status
        case .owner: names.owner
        case .queue: names.queue
        default: nil
        }
    }
}

/// The rows at hand: those in sight and some around them.
struct RowShelf: Equatable, Sendable {
    /// The rows by number.
    private(set) var rows: [CaseID: QueueRow] = [:]
    /// Grows whenever rows come or change.
    private(set) var version = 0
    /// Cases that were asked for and are gone; they are not asked for again.
    private(set) var absent: Set<CaseID> = []
    /// The minute of the questions that rules asked last.
    private(set) var minute: Int64 = 0
    /// How wide the texts of this question's rows are.
    var needs = ColumnNeeds()
    /// Those in sight as they are painted.
    var strips = RowStrips()

    /// The row of a case, when it is at hand.
    subscript(id: CaseID) -> CaseSummary? { rows[id]?.summary }

    /// Adds rows; when too many are at hand, only these and the ones to keep stay.
    mutating func put(_ new: [CaseSummary], _ look: RowLook, keeping: some Sequence<CaseID>) {
        version += 1
        if rows.count + new.count > RowShelf.capacity {
            var kept: [CaseID: QueueRow] = [:]
            for id in keeping { kept[id] = rows[id] }
            rows = kept
        }
        for row in new {
            // A rule may ask the time.
            let before = look.rules.isEmpty ? rows[row.id].flatMap { $0.summary == row ? $0 : nil } : nil
            let shown = before ?? QueueRow(row, look)
            rows[row.id] = shown
            needs.take(shown)
        }
    }

    /// Other signs are drawn from now on, or other rules hold.
    mutating func redraw(_ look: RowLook) {
        minute = look.context.now.seconds / 60
        version += 1
        rows = rows.mapValues { QueueRow($0.summary, look) }
    }

    /// Whether a row is at hand, or known not to come.
    func isSettled(_ id: CaseID) -> Bool { rows[id] != nil || absent.contains(id) }

    /// An answer came: those of these that it did not bring are gone.
    mutating func settle(_ asked: some Sequence<CaseID>) {
        version += 1
        absent = Set(asked.filter { rows[$0] == nil })
    }

    static let capacity = 1024
}
