import CaseModel
import TerminalUI

extension PageBody {
    /// What covers the case, what does not and why, and who may call.
    static func cover(_ file: CaseFile, _ facts: PageFacts) -> [StyledLine] {
        guard let account = file.account else {
            return [StyledLine("No customer is named, so nothing can cover it.", .warn)]
        }
        guard let known = facts.cover else {
            return [StyledLine(Shown("Loading what covers \(account.name)…", upTo: 200), .dim)]
        }
        let question = file.coverQuestion(facts.book)
        let answer = CaseModel.cover(question, known, facts.book.coverTerms(for: file.item.type.code))
        let product = question.product.map { " for \($0)" } ?? ""
        var lines = [
            facts.heading(answer.isEntitled ? "Covered\(product)" : "Not covered\(product)")
        ]
        lines += facts.fact("asked for the day", facts.look.words(question.day))
        for item in answer.covering { lines += told(item, facts) }
        if !answer.reasons.isEmpty {
            lines.append(facts.heading(answer.isEntitled ? "What stands against it" : "Why not"))
            for reason in answer.reasons { lines += told(reason, facts) }
        }
        if !answer.failing.isEmpty {
            lines.append(facts.heading("Bought, and not covering it"))
            for item in answer.failing {
                lines += told(item, facts)
                for reason in item.reasons.prefix(3) { lines += facts.text(reason.said, indent: 8, .dim) }
            }
        }
        lines += callers(answer, facts)
        return lines + legend(of: lines, facts)
    }

    /// What the tags behind the sentences stand for.
    private static func legend(of lines: [StyledLine], _ facts: PageFacts) -> [StyledLine] {
        // A tag may stand on two lines.
        let told = lines.map { $0.spans.map(\.text.text).joined() }.joined(separator: " ")
        let legend = facts.book.inForce.legend(of: [told])
        return legend.isEmpty ? [] : [facts.heading("Sources")] + legend.flatMap { facts.text($0, .dim) }
    }

    private static func told(_ item: CoverAnswer.Item, _ facts: PageFacts) -> [StyledLine] {
        let policy = facts.book.inForce
        let plan = item.plan.map { policy.names(ofPlans: [$0]).joined() }
        let until = item.until.map { "until \(facts.look.words($0))" } ?? "no end"
        let severities =
            item.severities.isEmpty ? nil : "severity " + item.severities.map(\.code).joined(separator: ", ")
        let parts = [plan, item.product ?? "every product", until, severities].compactMap { $0 }
        var told = parts.joined(separator: facts.dot)
        // Where one line is not enough for it, what it covers stands in one and until when and how far in the next.
        if told.unicodeScalars.count > facts.look.width - facts.column {
            told = [parts.prefix(2), parts.dropFirst(2)].map { $0.joined(separator: facts.dot) }.joined(separator: "\n")
        }
        return facts.fact("  \(item.record)", told, item.reasons.isEmpty ? .ok : .dim)
    }

    private static func told(_ reason: CoverReason, _ facts: PageFacts) -> [StyledLine] {
        let credit = reason.source.isEmpty ? "" : " " + facts.book.inForce.credit(reason.source)
        return facts.text(reason.said, .warn) + facts.text(reason.help + credit, indent: 8, .dim)
    }

    private static func callers(_ answer: CoverAnswer, _ facts: PageFacts) -> [StyledLine] {
        var lines = [facts.heading("May call")]
        let words = CallerWords(answer)
        if words.callers.isEmpty { lines += facts.text(words.nobody.sentence, .warn) }
        for caller in words.callers {
            let isCovered = !caller.severities.isEmpty
            let asPartner = caller.appointment.map { ", for a partner (\($0))" } ?? ""
            lines += facts.fact(
                "  \(caller.name)", isCovered ? caller.severities.inWords + asPartner : "nothing is covered",
                isCovered ? .text : .dim)
        }
        if let caller = answer.caller, !caller.reasons.isEmpty {
            lines.append(facts.heading("\(caller.name) may not"))
            for reason in caller.reasons { lines += told(reason, facts) }
        }
        return lines
    }
}
