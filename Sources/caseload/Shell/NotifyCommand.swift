import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `renewal notify [ID…] [--kind WORD] [--account A] [FIELD=VALUE…]`: notices that are due are recorded as sent to who
    /// is to be told today; one that reaches nobody waits, with the reason.
    func notify(_ words: [String], _ call: CommandCall) async throws(Failure) {
        let store = try await openForWriting()
        let policy = try await policies(store).inForce
        let kind = try noticeKind(call.options[.kind], policy)
        let (references, values) = try await self.values(words, of: .notice, store)
        var account: Account?
        if let name = call.options[.account] { account = try await self.account(name, store) }
        let ids = try expand(references).map { (text) throws(Failure) in try recordID(text, .membership) }
        let asked = !ids.isEmpty || (kind.daysBefore.isEmpty && account != nil)
        guard asked || !kind.daysBefore.isEmpty else {
            throw .usage("A \(kind.name) is sent by hand: name memberships (MB-1), or --account. Usage: \(usage(call))")
        }
        let outcome: RecordOutcome
        let list: RecordList
        do throws(StoreError) {
            let facts = try await noticeFacts(ids, account?.id, store)
            if let id = ids.first(where: { id in !facts.memberships.contains { $0.id == id } }) {
                throw .notFound("membership \(id)")
            }
            let plans: [NoticePlan]
            if kind.about == .account {
                guard let account else { throw .notFound("account for a \(kind.name); give it with --account") }
                plans = policy.notices(kind, to: account.id, on: today, facts)
            } else {
                plans = policy.noticesDue(kind, on: today, asked: asked, facts)
            }
            let edits = plans.map { $0.edit(values) }
            outcome = try await store.keep(edits, operation())
            list = RecordList(records: outcome.records, names: try await names(of: outcome.records, store))
        } catch {
            throw Failure(error)
        }
        try sayIfTried()
        try print(list, kind)
    }

    private func noticeKind(_ code: String?, _ policy: Policy) throws(Failure) -> Policy.NoticeKind {
        let kinds = policy.duties.notices
        if let code {
            guard let kind = policy.notice(code.lowercased()) else { throw notThere("notice", code, kinds.map(\.code)) }
            return kind
        }
        guard let kind = kinds.first(where: { !$0.daysBefore.isEmpty }) else {
            let known = kinds.map(\.code).joined(separator: ", ")
            throw Failure(
                .refused, "The policy has no [notice] that is due by itself (days-before). Name a kind: \(known).")
        }
        return kind
    }

    private func noticeFacts(
        _ ids: [RecordID], _ account: AccountID?, _ store: any CaseStore
    ) async throws(StoreError) -> NoticeFacts {
        var facts = NoticeFacts()
        facts.memberships = try await store.records(RecordQuery(.membership, of: account.map { [$0] }, byEnd: true))
            .records
        if !ids.isEmpty { facts.memberships = facts.memberships.filter { ids.contains($0.id) } }
        let accounts = Set(facts.memberships.compactMap(\.account) + [account].compactMap { $0 }).sorted()
        facts.notices = try await store.records(RecordQuery(.notice, of: accounts)).records
        var known: Set<ContactID> = []
        if let account {
            facts.contacts = try await store.contacts(matching: "", account: account, limit: .max)
            known.formUnion(facts.contacts.map(\.id))
        }
        let others = Set(facts.memberships.compactMap { $0.contact("contact") }).subtracting(known)
        facts.contacts += try await store.contacts(Array(others))
        return facts
    }

    /// The names that records mention, and the mail addresses of who is told.
    private func names(of records: [Record], _ store: any CaseStore) async throws(StoreError) -> Names {
        var names = Names()
        for record in records { names.add(try await store.recordFile(record.id).names) }
        return names
    }

    private func print(_ list: RecordList, _ kind: Policy.NoticeKind) throws(Failure) {
        let columns = [
            Column("id", "Number"), Column("account", "Account", wide: true), Column("membership", "Membership"),
            Column("kind", "Kind"), Column("subject", "Subject", wide: true), Column("due", "Due"),
            Column("state", "State"), Column("recipient", "Recipient"), Column("sentAt", "Recorded", time: true),
            Column("problem", "Problem", wide: true),
        ]
        var printer = try RecordPrinter(columns, self)
        try printer.write(list.records.map { recordJSON($0, list.names) })
        try printer.finish()
        try data.flush()
        if list.records.isEmpty { try say(Shown(detail: "No \(kind.name) is due.")) }
        let waiting = list.records.count { $0["state"] != NoticeState.sent.rawValue }
        if waiting > 0 {
            try say(Shown(detail: "\(waiting) of \(list.records.count) reach nobody; see their problems."))
        }
    }
}
