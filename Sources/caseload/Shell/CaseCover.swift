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
        let until = answer.until.map { $0 < today ? ", which ended on \($0)" : ", until \($0)" } ?? ""
        let first = answer.isEntitled ? "when it was opened, by \(by)\(until)." : "no."
        return ([first] + answer.reasons.prefix(2).map(\.message)).joined(separator: " ")
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
