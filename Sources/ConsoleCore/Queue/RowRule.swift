import CaseModel
public import TerminalUI

/// What makes rows of a queue stand out: a query of the user's queue file, a sign in the gutter, a role for the subject.
public struct RowRule: Equatable, Hashable, Sendable {
    /// Which rows, in the query language, of what rows tell.
    public var query: String
    /// How the subject is drawn.
    public var role: Role
    /// What stands in the gutter, so that it is seen without colours.
    public var sign: Unicode.Scalar

    /// A rule for rows.
    public init(_ query: String, role: Role, sign: Unicode.Scalar = RowRule.usualSign) {
        self.query = query
        self.role = role
        self.sign = sign
    }

    /// The sign where a file gives none.
    public static let usualSign: Unicode.Scalar = "!"
}

/// How rows at hand are told: signs, words, and the rules of their queue.
struct RowLook {
    /// The signs.
    let glyphs: GlyphSet
    /// The words of the policies.
    let words: Vocabulary
    /// The rules that can be read, first ones first.
    let rules: [(query: CaseQuery, rule: RowRule)]
    /// The circumstances of their questions.
    let context: QueryContext

    /// The first rule that fits a row; nil when none does.
    func rule(for row: CaseSummary) -> RowRule? {
        guard !rules.isEmpty else { return nil }
        let subject = QuerySubject(row, words)
        return rules.first { $0.query.matches(subject, context) }?.rule
    }

    /// Until when a case is put off, as a narrow row tells it: `off till 14:30 · `; nil when that time is over.
    func putOff(_ until: Timestamp) -> Shown? {
        guard until > context.now else { return nil }
        let local = context.zone.local(until)
        let isToday = local.day == context.zone.local(context.now).day
        return "off till " + Shown(isToday ? local.clockText : local.day.inShort) + " " + glyphs.shown(.dot) + " "
    }
}

extension ConsoleState {
    /// How rows of the queue in use are told.
    var rowLook: RowLook {
        let words = desk.directory.words
        let rules = queue.tabs.queue.rules.compactMap { rule -> (CaseQuery, RowRule)? in
            do throws(QueryProblem) {
                return (try CaseQuery(rule.query, words), rule)
            } catch {
                // The queue file was read with the same words, and said so.
                return nil
            }
        }
        return RowLook(glyphs: desk.glyphs, words: words, rules: rules, context: context)
    }
}
