import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `hours use CONTRACT LENGTH`: scheduled support that was given.
    func useHours(_ call: CommandCall, _ words: [String]) async throws(Failure) {
        guard let seconds = Span.parse(words[1]), seconds > 0, seconds % 60 == 0 else {
            throw .usage("A length is like 90m or 2h, not \(words[1]). Usage: \(usage(call))")
        }
        let store = try await openForWriting()
        let (rest, given) = try await values(Array(words.dropFirst(2)), of: .hours, store)
        guard rest.isEmpty else { throw .usage("\(rest[0]) is no FIELD=VALUE. Usage: \(usage(call))") }
        var values: [String: String?] = [
            "contract": try recordID(words[0], .contract).description, "minutes": String(seconds / 60),
            "day": try time(call).map { zone.local($0).day.description } ?? today.description,
        ]
        values.merge(given) { $1 }
        if values["by"] == nil { values["by"] = try await myself(store) }
        try await keep([RecordEdit(adding: .hours, values, text: call.options[.message])], store)
    }

    /// `hours show CONTRACT`: what is left of the hours of its term.
    func showHours(_ reference: String) async throws(Failure) {
        let id = try recordID(reference, .contract)
        let store = try await openForReading()
        let balance: HoursBalance?
        do throws(StoreError) {
            balance = try await store.hours(of: id, on: today)
        } catch {
            throw Failure(error)
        }
        try show(try await facts(store).hours(balance, of: id))
    }

    /// `access visit ID -m TEXT`: a visit or session under leave.
    func addVisit(_ call: CommandCall, _ words: [String]) async throws(Failure) {
        guard let text = call.options[.message] else { throw .usage("Say what was done (-m TEXT).") }
        let store = try await openForWriting()
        let (rest, given) = try await values(Array(words.dropFirst()), of: .visit, store)
        guard rest.isEmpty else { throw .usage("\(rest[0]) is no FIELD=VALUE. Usage: \(usage(call))") }
        var values: [String: String?] = [
            "access": try recordID(words[0], .access).description, "note": text,
            "at": (try time(call) ?? clock.now).description,
        ]
        if let name = call.options[.contact] {
            values["consentBy"] = try await contact(name, of: nil, store).id.description
        }
        values.merge(given) { $1 }
        if values["by"] == nil { values["by"] = try await myself(store) }
        try await keep([RecordEdit(adding: .visit, values)], store)
    }

    /// `asset check --account A`: where the customer can be called back.
    func checkCallBack(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let (store, account, records) = try await records(of: [.asset], call)
        let facts = try await facts(store)
        let answer = CallBack(records, facts.policy)
        try show(facts.callBack(answer, account.name))
        return answer?.number == nil ? .refused : .done
    }

    /// `product check --account A`: what the customer runs, with its licences and what is behind.
    func checkProducts(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let (store, _, records) = try await records(of: [.license, .product], call)
        let facts = try await facts(store)
        let products = RunningProduct.all(records)
        try show(products.map(facts.product))
        let isLate = products.flatMap(\.releases).contains { ReleaseGap($0, on: today, facts.policy)?.isLate ?? false }
        return isLate ? .refused : .done
    }

    /// The records of some kinds of the account that was named.
    func records(
        of kinds: [RecordKind], _ call: CommandCall
    ) async throws(Failure) -> (any CaseStore, Account, [Record]) {
        guard let name = call.options[.account] else { throw .usage("It needs --account. Usage: \(usage(call))") }
        let store = try await openForReading()
        let account = try await account(name, store)
        var records: [Record] = []
        do throws(StoreError) {
            for kind in kinds { records += try await store.records(RecordQuery(kind, of: [account.id])).records }
        } catch {
            throw Failure(error)
        }
        return (store, account, records)
    }

    /// The number of the agent who acts.
    func myself(_ store: any CaseStore) async throws(Failure) -> String {
        do throws(StoreError) {
            return try await store.agent(for: claim).id.description
        } catch {
            throw Failure(error)
        }
    }

    /// Prints what is known, in lines or as one object.
    func show(_ facts: [RecordFact]) throws(Failure) {
        guard !wantsJSON else { return try printJSON(JSON.object(facts.map(\.json))) }
        for fact in facts { for line in fact.lines { try data.line(Shown(detail: line)) } }
    }

    /// Prints several things that are known, each as one object.
    func show(_ things: [[RecordFact]]) throws(Failure) {
        guard !wantsJSON else { return try printJSON(things.map { JSON.object($0.map(\.json)) }) }
        for fact in things.joined() { for line in fact.lines { try data.line(Shown(detail: line)) } }
    }
}
