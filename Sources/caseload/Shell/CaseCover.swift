import CaseExchange
import CaseModel

/// Whether the customer of a case is covered for it, on the day it was opened.
struct CaseCover {
    /// What was asked.
    let question: CoverQuestion
    /// What was found out.
    let answer: CoverAnswer
    /// The customer.
    let account: Account

    /// The answer in a line, and whether what covered it then is over by now.
    func words(today: CivilDay) -> String {
        let by = answer.covering.map(\.record.description).joined(separator: ", ")
        let until = answer.untilWords(today: today).map { ", \($0)" } ?? ""
        let first = answer.isEntitled ? "when it was opened, by \(by)\(until)." : "no."
        return ([first] + answer.reasons.prefix(2).map(\.message)).joined(separator: " ")
    }
}

extension CoverAnswer {
    /// Until when it holds; nil without an end.
    ///
    /// Where not everything ends on one day, what ends first, and the last day of all.
    func untilWords(today: CivilDay) -> String? {
        guard let first = endings.first, let day = first.until else { return nil }
        func words(_ day: CivilDay) -> String { (day < today ? "ended on " : "until ") + day.description }
        let single = (day < today ? "which " : "") + words(day)
        guard let last = endings.last, last.until != day else { return single }
        return "\(single) (\(first.record)), the longest \(last.until.map(words) ?? "without an end")"
    }
}

extension Shell {
    /// Whether a case is covered, as its rules see it; nil for one without a customer.
    func caseCover(
        of file: CaseFile, _ policies: PolicyBook, _ store: any CaseStore
    ) async throws(Failure) -> CaseCover? {
        guard let account = file.account else { return nil }
        do throws(StoreError) {
            let facts = try await store.coverFacts(of: account)
            return CaseCover(
                question: file.coverQuestion(policies), answer: file.cover(facts, policies), account: account)
        } catch {
            throw Failure(error)
        }
    }
}
