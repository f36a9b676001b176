import CaseModel
import TerminalUI

/// A row at hand, with its texts ready to be drawn: a row is painted many times and read once.
struct QueueRow: Equatable, Sendable {
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
    /// Customer, plans, who asks, and what about.
    let account, plan, contact, product: Shown
    /// Who answers for it, and where it waits.
    let owner, center, queue: Shown

    init(_ row: CaseSummary, _ glyphs: GlyphSet, _ known: Vocabulary) {
        func text(_ text: String?) -> Shown { text.map { Shown($0, upTo: 40) } ?? glyphs.shown(.dash) }
        summary = row
        number = Shown(row.id.description)
        status = words(for: row.status, glyphs)
        shortStatus = words(for: row.status, glyphs, isShort: true)
        severity = words(for: row.severity, glyphs)
        subject = Shown(row.subject, upTo: 200)
        account = text(row.accountName)
        plan = text(row.plan.map(known.plans))
        contact = text(row.contactName)
        product = text(row.product)
        owner = text(row.ownerName)
        center = text(row.center.map { known.center($0) ?? $0 })
        queue = text(row.queueName)
    }
}

/// The rows at hand: those in sight and some around them.
struct RowShelf: Equatable, Sendable {
    /// The rows by number.
    private(set) var rows: [CaseID: QueueRow] = [:]
    /// Cases that were asked for and are gone; they are not asked for again.
    private(set) var absent: Set<CaseID> = []
    /// How wide the texts of this question's rows are.
    var needs = ColumnNeeds()

    /// The row of a case, when it is at hand.
    subscript(id: CaseID) -> CaseSummary? { rows[id]?.summary }

    /// Adds rows; when too many are at hand, only these and the ones to keep stay.
    mutating func put(_ new: [CaseSummary], _ glyphs: GlyphSet, _ known: Vocabulary, keeping: some Sequence<CaseID>) {
        if rows.count + new.count > RowShelf.capacity {
            var kept: [CaseID: QueueRow] = [:]
            for id in keeping { kept[id] = rows[id] }
            rows = kept
        }
        for row in new {
            let before = rows[row.id].flatMap { $0.summary == row ? $0 : nil }
            let shown = before ?? QueueRow(row, glyphs, known)
            rows[row.id] = shown
            needs.take(shown)
        }
    }

    /// Other signs are drawn from now on.
    mutating func redraw(_ glyphs: GlyphSet, _ known: Vocabulary) {
        rows = rows.mapValues { QueueRow($0.summary, glyphs, known) }
    }

    /// Whether a row is at hand, or known not to come.
    func isSettled(_ id: CaseID) -> Bool { rows[id] != nil || absent.contains(id) }

    /// An answer came: those of these that it did not bring are gone.
    mutating func settle(_ asked: some Sequence<CaseID>) {
        absent = Set(asked.filter { rows[$0] == nil })
    }

    static let capacity = 1024
}
