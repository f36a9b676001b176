import CaseModel
import TerminalUI

/// The cover line, the same on every screen: plans, their hours, until when, who may call; or why nothing covers.
struct CoverLine {
    /// What the policies say.
    let book: PolicyBook
    /// What was found out; nil while it is still to come.
    let answer: CoverAnswer?
    /// The codes of the plans that answer.
    let plans: [String]
    /// The kind of request; nil for any.
    var type: String?
    /// The severity that callers must be allowed; nil for any.
    var severity: Severity?
    /// What covers, where one record is known to.
    var entitlement: RecordID?

    /// The cover of a case.
    ///
    /// - Parameter facts: what is known of its customer; nil while that is still to come.
    init(_ file: CaseFile, _ facts: CoverFacts?, _ book: PolicyBook) {
        self.book = book
        answer = facts.map { file.cover($0, book) }
        let found = answer.map { $0.covering.compactMap(\.plan) } ?? []
        plans = file.item.plans.isEmpty ? found.uniqueInOrder : file.item.plans
        type = file.item.type.code
        severity = file.item.severity
        entitlement = file.item.entitlement
    }

    /// The cover of a customer as a whole.
    init(_ answer: CoverAnswer, _ book: PolicyBook) {
        self.book = book
        self.answer = answer
        plans = answer.covering.compactMap(\.plan).uniqueInOrder
    }

    /// The lines: one, or as many as reasons need, at most `limit`.
    func lines(_ look: TimelineLook, upTo limit: Int = 2) -> [StyledLine] {
        guard let answer else { return [covered(nil, look)] }
        guard answer.isEntitled else { return reasons("Not covered: ", answer.reasons, look, limit) }
        let lines = [covered(answer, look)]
        guard limit > 1, let caller = answer.caller, !caller.reasons.isEmpty else { return lines }
        return lines + reasons("Caller: ", caller.reasons, look, limit - 1, label: "")
    }
}

extension CoverLine {
    private static let labelWidth = 7

    private func label(_ text: Shown = "Cover") -> StyledLine {
        StyledLine(text.padded(to: CoverLine.labelWidth), .dim)
    }

    /// What covers: names of plans first, then the rest as far as there is room.
    private func covered(_ answer: CoverAnswer?, _ look: TimelineLook) -> StyledLine {
        let dot = " " + look.glyphs.shown(.dot) + " "
        var line = label()
        let names = book.inForce.names(ofPlans: plans)
        line.add(Shown(names.isEmpty ? "no plan" : names.joined(separator: " + "), upTo: 120), .ok)
        let isKnown = answer != nil
        for text in [hours.map { Shown($0) }, isKnown ? nil : look.glyphs.shown(.ellipsis)].compactMap({ $0 }) {
            line.add(dot, .dim)
            line.add(text)
        }
        guard let answer else { return line }
        if let until = until(answer, look) {
            line.add(dot, .dim)
            line.add(Shown(until.words), until.role)
        }
        let callers = callers(answer, room: look.width - line.width - dot.width, look)
        line.add(dot, .dim)
        line.spans += callers.spans
        return line
    }

    /// In which hours severities are answered: `severity 1 and 2 around the clock, 3 and 4 in business hours`.
    private var hours: String? {
        let coverage = book.inForce.coverage(of: plans, for: type)
        let answered = answer.map { Set($0.covering.flatMap(\.severities).map(\.code)) }
        let severities = book.words.severities.filter { answered?.contains($0.code) ?? true }
        func group(_ hours: Coverage) -> [String] { severities.map(\.code).filter { coverage[$0] == hours } }
        let (always, business) = (group(.always), group(.business))
        if business.isEmpty { return always.isEmpty ? nil : "around the clock" }
        if always.isEmpty { return "business hours" }
        return "severity \(and(always)) around the clock, \(and(business)) in business hours"
    }

    private func and(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// Until when it holds, with the days left.
    private func until(_ answer: CoverAnswer, _ look: TimelineLook) -> (words: String, role: Role)? {
        let own = answer.covering.first { $0.record == entitlement }
        guard let day = own.map(\.until) ?? answer.until else { return ("no end", .text) }
        let left = day.daysSince1970 - look.today.daysSince1970
        let words = look.words(day)
        switch left {
        case ..<0: return ("ended \(words), \(-left) \(left == -1 ? "day" : "days") ago", .bad)
        case 0: return ("until \(words), the last day", .warn)
        default: return ("until \(words), \(left) \(left == 1 ? "day" : "days") left", left <= 30 ? .warn : .text)
        }
    }

    /// Who may call, as many names as there is room for.
    private func callers(_ answer: CoverAnswer, room: Int, _ look: TimelineLook) -> StyledLine {
        let may = answer.callers.filter { caller in severity.map(caller.severities.contains) ?? true }
        guard !may.isEmpty else { return StyledLine("nobody is named who may call", .warn) }
        func text(_ count: Int) -> Shown {
            let names = may.prefix(count).map { Shown($0.name, upTo: 60).truncated(to: 30) }
            let more = may.count > count ? Shown(" +\(may.count - count)") : ""
            return "may call: " + Shown.joined(names, separator: ", ") + more
        }
        var count = min(may.count, 5)
        while count > 1, text(count).width > room { count -= 1 }
        return StyledLine(text(count))
    }

    /// Why nothing covers, or somebody may not call, and what helps.
    private func reasons(
        _ head: Shown, _ reasons: [CoverReason], _ look: TimelineLook, _ limit: Int, label text: Shown = "Cover"
    ) -> [StyledLine] {
        guard let reason = reasons.first else { return [label(text)] }
        let more = reasons.count > 1 ? " And \(reasons.count - 1) more." : ""
        let indent = CoverLine.labelWidth + head.width
        let room = max(10, min(look.width, 160) - indent)
        let whole = Shown("\(reason.message) \(reason.remedy)\(more)", upTo: 1000)
        var rows = whole.wrapped(to: room, upTo: limit + 1)
        if rows.count > limit {
            rows.removeLast()
            rows[limit - 1] = rows[limit - 1].prefix(room - 1) + look.glyphs.shown(.ellipsis)
        }
        return rows.enumerated().map { index, row in
            var line = index == 0 ? label(text) : StyledLine(.blanks(indent))
            if index == 0 { line.add(head, .bad, [.bold]) }
            line.add(row)
            return line
        }
    }
}

extension [String] {
    /// The texts, each once.
    var uniqueInOrder: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
