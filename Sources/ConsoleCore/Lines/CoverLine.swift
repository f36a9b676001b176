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
    /// Cells before what is said, as those of the lines round it.
    var labelWidth = 7
    /// Where all reasons stand: the key that shows them, or the tab.
    var way = "g e"
    /// What is known of the customer, by whose midnight cover ends; nil while that is still to come.
    let facts: CoverFacts?
    /// What covers, where one record is known to.
    var entitlement: RecordID?

    /// Whether hours counted day and night for a first response that is over; nil for one that is owed.
    private(set) var wasAnyHour: Bool?

    /// What marks a customer that nothing covers, wherever it stands.
    static let notCovered: Shown = "Not covered"

    /// As many lines as it needs where it stands beside a list, and is the narrower for it.
    static let most = 8

    /// The cover of a case.
    ///
    /// - Parameter facts: what is known of its customer; nil while that is still to come.
    init(_ file: CaseFile, _ facts: CoverFacts?, _ book: PolicyBook) {
        self.book = book
        self.facts = facts
        answer = facts.map { file.cover($0, book) }
        let found = answer.map { $0.covering.compactMap(\.plan) } ?? []
        plans = file.item.plans.isEmpty ? found.uniqueInOrder : file.item.plans
        type = file.item.type.code
        severity = file.item.severity
        entitlement = file.item.entitlement
        // Which hours counted makes another sentence of a promise in business hours alone.
        let response = file.item.response
        wasAnyHour = !response.isOwed && response.isInBusinessTime ? file.answeredAtAnyHour(book) : nil
    }

    /// The cover of a customer as a whole.
    init(_ answer: CoverAnswer, _ facts: CoverFacts, _ book: PolicyBook, labelWidth: Int) {
        self.facts = facts
        self.labelWidth = labelWidth
        self.book = book
        self.answer = answer
        plans = answer.covering.compactMap(\.plan).uniqueInOrder
    }

    /// Whether somebody asked who may not call, which takes a line more to say with what helps.
    var tellsWhy: Bool { answer.map { $0.isEntitled && $0.caller?.reasons.isEmpty == false } ?? false }

    /// The lines, at most `limit`: plans, hours, end and callers; or why nothing covers, or the caller may not call.
    func lines(_ look: TimelineLook, upTo limit: Int = 2) -> [StyledLine] {
        guard let answer else { return covered(nil, look, limit) }
        guard answer.isEntitled else { return reasons(CoverLine.notCovered + ": ", answer.reasons, look, limit) }
        guard limit > 1, let caller = answer.caller, !caller.reasons.isEmpty else {
            return covered(answer, look, limit)
        }
        // What covers has the lines that this needs not.
        let why = reasons("Caller: ", caller.reasons, look, limit - 1, label: "")
        return covered(answer, look, max(1, limit - why.count)) + why
    }
}

extension CoverLine {
    private func label(_ text: Shown = "Cover") -> StyledLine {
        StyledLine(text.padded(to: labelWidth), .dim)
    }

    /// What covers: names of plans first, then the rest as far as there is room.
    ///
    /// Where one line has to do, the end and the callers matter more than the hours.
    private func covered(_ answer: CoverAnswer?, _ look: TimelineLook, _ limit: Int) -> [StyledLine] {
        let names = book.inForce.names(ofPlans: plans)
        let plan = StyledLine(Shown(names.isEmpty ? "no plan" : names.joined(separator: " + "), upTo: 120), .ok)
        func hours(_ isLong: Bool) -> [StyledLine] { self.hours(isLong).map { [StyledLine(Shown($0))] } ?? [] }
        guard let answer else {
            return flow([plan] + hours(look.width >= 100) + [StyledLine(look.glyphs.shown(.ellipsis))], look, limit)
        }
        if limit == 1 {
            let first = [plan] + ends(answer, look, isLong: false)
            // A long name is cut to the room that is left rather than left out.
            let left = look.width - flow(first, look, 1)[0].width
            return flow(
                first + [callers(answer, look, atMost: 1, isMarked: false, in: left - 3)] + hours(false), look, 1)
        }
        let shapes = [(true, true, 8), (true, true, 4), (false, true, 2), (false, false, 2), (false, false, 1)]
        for (isLong, isWhole, names) in shapes {
            let rest = ends(answer, look, isLong: isWhole) + [callers(answer, look, atMost: names)]
            let lines = flow([plan] + hours(isLong) + rest, look, .max)
            if lines.count <= limit { return lines }
        }
        let rest = ends(answer, look, isLong: false) + [callers(answer, look, atMost: 1, isMarked: false)]
        for name in [plan, shortPlans] {
            let lines = flow([name] + hours(false) + rest, look, .max)
            if lines.count <= limit { return lines }
        }
        // Who may call is not what is left out.
        return flow([shortPlans] + rest.reversed() + hours(false), look, limit)
    }

    /// The first plan by its name, those beside it by their short words.
    private var shortPlans: StyledLine {
        let others = plans.dropFirst().map { code in book.inForce.cover.plans.first { $0.code == code }?.short ?? code }
        let names = book.inForce.names(ofPlans: Array(plans.prefix(1))) + others
        return StyledLine(Shown(names.joined(separator: " + "), upTo: 120), .ok)
    }

    /// Facts with dots between them, on as many lines as they need; what a last line has no room for is left out.
    private func flow(_ parts: [StyledLine], _ look: TimelineLook, _ limit: Int) -> [StyledLine] {
        let dot = " " + look.glyphs.shown(.dot) + " "
        var lines = [label()]
        for part in parts {
            var isFirst = lines[lines.count - 1].width <= labelWidth
            if !isFirst, lines[lines.count - 1].width + dot.width + part.width > look.width {
                guard lines.count < limit else { continue }
                lines.append(StyledLine(.blanks(labelWidth)))
                isFirst = true
            }
            if !isFirst { lines[lines.count - 1].add(dot, .dim) }
            // What no line has room for, many plans or long names, goes on in the next as far as there may be one.
            var whole = lines[lines.count - 1]
            whole.spans += part.spans
            lines.removeLast()
            var rows = whole.wrapped(to: look.width, indent: labelWidth)
            let allowed = max(1, limit - lines.count)
            if rows.count > allowed {
                rows = allowed == 1 ? [whole] : Array(rows.prefix(allowed))
                if allowed > 1 { rows[allowed - 1].add(look.glyphs.shown(.ellipsis)) }
            }
            lines += rows
        }
        return lines
    }

    /// In which hours severities are answered: `severity 1 and 2 at any hour, 3 and 4 in business hours`.
    private func hours(_ isLong: Bool) -> String? {
        let coverage = book.inForce.coverage(of: plans, for: type)
        let answered = answer.map { Set($0.covering.flatMap(\.severities).map(\.code)) }
        let severities = book.words.severities.filter { answered?.contains($0.code) ?? true }
        func group(_ hours: Coverage) -> [String] { severities.map(\.code).filter { coverage[$0] == hours } }
        let (always, business) = (group(.always), group(.business))
        let by = plansAtAnyHour(always).map { " by \(isLong ? $0.name : $0.short)" } ?? ""
        if business.isEmpty { return always.isEmpty ? nil : "at any hour\(by)" }
        if always.isEmpty { return "business hours" }
        guard isLong else {
            return "sev \(always.joined(separator: ", ")) any hour\(by); \(business.joined(separator: ", ")) business"
        }
        return "severity \(always.listed) at any hour\(by), \(business.listed) in business hours"
    }

    /// The first plan by which some severities are answered at any hour, where another of them keeps business hours; nil
    /// where all are alike.
    private func plansAtAnyHour(_ codes: [String]) -> Policy.Plan? {
        guard plans.count > 1, !codes.isEmpty else { return nil }
        let all = plans.map { plan in
            (plan, book.inForce.coverage(of: [plan], for: type))
        }
        guard all.contains(where: { _, hours in codes.contains { hours[$0] == .business } }),
            let first = all.first(where: { _, hours in codes.allSatisfy { hours[$0] == .always } })
        else { return nil }
        return book.inForce.cover.plans.first { $0.code == first.0 }
    }

    /// Whether the case is worked on day and night.
    var isAnyHour: Bool { severity.map { book.inForce.coverage(of: plans, for: type)[$0.code] == .always } ?? false }

    /// Who may call, as many names as a line takes; whoever asked in front, with a word where there is room for it.
    private func callers(
        _ answer: CoverAnswer, _ look: TimelineLook, atMost limit: Int, isMarked: Bool = true, in room: Int = .max
    ) -> StyledLine {
        let told = CallerWords(answer, at: severity)
        let (may, asked) = (told.callers, answer.caller?.contact)
        guard !may.isEmpty else { return StyledLine(Shown("may call: \(told.nobody)"), .warn) }
        let count = min(may.count, limit)
        let names = may.prefix(count).map { caller in
            let name = Shown(caller.name, upTo: 60).truncated(to: 24, ellipsis: look.glyphs[.ellipsis])
            return isMarked && asked != nil && caller.contact == asked ? name + " (who asked)" : name
        }
        let rest = may.count - count
        let more: Shown = rest == 0 ? "" : isMarked ? Shown(" and \(rest) more") : Shown(" +\(rest)")
        // Others than on the call sheet, where the kind of request has callers of its own.
        let named = type.flatMap { code in book.inForce.intake.requestTypes.first { $0.code == code }?.code }
        let about = book.inForce.hasOwnCallers(type) ? named.map { " about \($0)" } ?? "" : ""
        let head = Shown("may call\(about): ", upTo: 60)
        let line = StyledLine(head + Shown.joined(names, separator: ", ") + more)
        let left = room - head.width - more.width
        guard line.width > room, names.count == 1, left > 7 else { return line }
        return StyledLine(head + names[0].truncated(to: left, ellipsis: look.glyphs[.ellipsis]) + more)
    }

    /// Why nothing covers, or somebody may not call, and what helps.
    private func reasons(
        _ head: Shown, _ reasons: [CoverReason], _ look: TimelineLook, _ limit: Int, label text: Shown = "Cover"
    ) -> [StyledLine] {
        guard let reason = reasons.first else { return [label(text)] }
        let rest = reasons.count - 1
        let all = rest == 1 ? "1 more reason: \(way) shows it" : "\(rest) more reasons: \(way) shows them"
        let more = rest < 1 ? "" : " And \(all)."
        var first = label(text)
        first.add(head, .bad, [.bold])
        first.add(Shown(reason.said, upTo: 400))
        let help = Shown("\(reason.help)\(more)", upTo: 400)
        // What helps follows in the line where all of it has room, or nothing else has.
        if limit == 1 || first.width + 1 + help.width <= look.width {
            first.add(" " + help, .dim)
            return [first]
        }
        var second = StyledLine(.blanks(labelWidth))
        second.add(help, .dim)
        let isWhole = first.width <= look.width && second.width <= look.width
        if isWhole { return [first, second] }
        // On as many lines as there may be; what has no room is cut at the end, and says so.
        first.add(" " + help, .dim)
        let rows = first.wrapped(to: look.width, indent: labelWidth)
        guard rows.count > limit else { return rows }
        var seen = Array(rows.prefix(limit))
        seen[limit - 1].add(look.glyphs.shown(.ellipsis), .dim)
        return seen
    }
}

extension CaseFile {
    /// Whether hours counted day and night by the promise that the first response was judged by; nil where none was.
    fileprivate func answeredAtAnyHour(_ book: PolicyBook) -> Bool? {
        do throws(ValueProblem) {
            let clocks = try CaseClocks(of: item.id, events, book)
            let promises = clocks.response.state(at: item.updatedAt).promises
            return promises.last { $0.isInForce }.map { $0.rule.coverage == .always }
        } catch {
            return nil
        }
    }
}

extension CoverAnswer {
    /// Why nothing covers, as the cover line says it; nil where something does.
    var whyUncovered: String? {
        guard !isEntitled, let reason = reasons.first else { return nil }
        return "\(reason.said) \(reason.help)"
    }
}

extension CoverReason {
    /// What is so, as screens say it.
    var said: String { message.withDays }
    /// What would mend it, as screens say it.
    var help: String { remedy.onScreen }
}

extension [String] {
    /// The texts, each once.
    var uniqueInOrder: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
