// Agents, queues, customers of a store in memory, and its check.

extension MemoryCaseStore {
    /// All agents, by name.
    public func agents() async throws(StoreError) -> [Agent] {
        byName(Array(cases.agents.values), \.name, \.id)
    }

    /// All queues, by name.
    public func queues() async throws(StoreError) -> [Queue] {
        byName(Array(cases.queues.values), \.name, \.id)
    }

    /// The accounts of some numbers.
    public func accounts(_ ids: [AccountID]) async throws(StoreError) -> [Account] {
        Set(ids).sorted().compactMap { cases.account($0) }
    }

    /// The contacts of some numbers.
    public func contacts(_ ids: [ContactID]) async throws(StoreError) -> [Contact] {
        Set(ids).sorted().compactMap { cases.contact($0) }
    }

    /// Accounts that a text finds.
    public func accounts(matching text: String, limit: Int) async throws(StoreError) -> [Account] {
        let number = AccountID(text: text)
        let found = cases.accounts.values.filter { $0.id == number || place(of: text, in: [$0.name]) != nil }
        return first(limit, of: found, text, number, \.id, \.name) { [$0.name] }
    }

    /// Contacts that a text finds, of one account or of all.
    public func contacts(
        matching text: String, account: AccountID?, limit: Int
    ) async throws(StoreError) -> [Contact] {
        let number = ContactID(text: text)
        let found = cases.contacts.values.filter { contact in
            (account == nil || contact.account == account)
                && (contact.id == number || place(of: text, in: [contact.name, contact.email ?? ""]) != nil)
        }
        let names = { (contact: Contact) in [contact.name, contact.email ?? ""] }
        let there = first(limit, of: found.filter { $0.active || $0.id == number }, text, number, \.id, \.name, names)
        let left = first(limit, of: found.filter { !$0.active && $0.id != number }, text, number, \.id, \.name, names)
        return Array((there + left).prefix(max(0, limit)))
    }

    /// The agent behind a claim.
    public func agent(for claim: Claim) async throws(StoreError) -> Agent { try cases.actor(behind: claim) }

    /// Adds or changes an agent.
    public func save(
        _ agent: Agent, seen: Agent?, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) async throws(StoreError) -> Agent {
        try change { (cases) throws(StoreError) in
            try cases.save(agent, seen: seen, by: claim, at: now, recordedAt: recordedAt)
        }
    }

    /// Adds or changes a customer.
    public func save(
        _ account: Account, seen: Account?, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) async throws(StoreError) -> Account {
        try change { (cases) throws(StoreError) in
            try cases.save(account, seen: seen, by: claim, at: now, recordedAt: recordedAt)
        }
    }

    /// Adds or changes people at customers.
    public func save(
        _ edits: [ContactEdit], by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) async throws(StoreError) -> [Contact] {
        try change { (cases) throws(StoreError) in
            try cases.save(edits, by: claim, at: now, recordedAt: recordedAt)
        }
    }

    /// Erases a person's data.
    public func erase(_ wish: Erasure, _ operation: Operation) async throws(StoreError) -> ErasureReport {
        try change { (cases) throws(StoreError) in try cases.erase(wish, operation) }
    }

    /// Adds or finds a queue.
    public func addQueue(
        _ name: String, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) async throws(StoreError) -> Queue {
        try change { (cases) throws(StoreError) in try cases.addQueue(name, by: claim, at: now, recordedAt: recordedAt)
        }
    }

    /// Puts a policy in force.
    public func adopt(
        _ policy: Policy, by claim: Claim, at now: Timestamp, recordedAt: Timestamp?
    ) async throws(StoreError) {
        try change { (cases) throws(StoreError) in
            try cases.use(policy, by: claim, at: now, recordedAt: recordedAt)
        }
    }

    /// Checks that every case is the sum of its events, that each of them tells what was before it, and that somebody
    /// can keep the store.
    public func verify() async throws(StoreError) -> VerifyReport {
        var report = VerifyReport(cases: cases.cases.count)
        for (id, state) in cases.cases {
            let events = cases.histories[id] ?? []
            report.events += events.count
            if events.map(\.seq) != Array(1...max(1, events.count)) {
                report.faults.append("The events of \(id) have gaps.")
            }
            var sum = CaseState(
                item: Case(id: id, subject: "", openedAt: Timestamp(seconds: 0), words: cases.policies.words))
            for event in events {
                if event.seq == 1 { (sum.item.openedAt, sum.item.updatedAt) = (event.at, event.at) }
                for field in sum.fields(misquotedBy: event) {
                    report.fault("\(id), event \(event.seq): \(field.name) was not what it says.")
                }
                do throws(ValueProblem) { try sum.apply(event) } catch { report.fault("\(id): \(error.value)") }
            }
            let clocked = try sum.withClocks(cases.policies) { () throws(StoreError) in events }
            if (clocked.item.response, clocked.item.followUp) != (state.item.response, state.item.followUp) {
                report.fault("\(id): its clocks are not what its events say.")
            }
            if clocked.item != state.item || ActionItem.items(of: events) != state.items {
                report.faults.append("\(id) is not the sum of its events.")
            }
        }
        for record in cases.records.values {
            report.records += 1
            for words in try cases.faults(of: record) { report.fault(words) }
        }
        for words in try cases.contentFaults() { report.fault(words) }
        report.check(keepersAmong: cases.everyAgent())
        report.remark(
            events: cases.histories.values.joined().count { $0.recordedAt != nil }
                + cases.recordHistories.values.joined().count { $0.recordedAt != nil },
            acts: cases.diary.acts.count { $0.recordedAt != nil })
        return report
    }

    /// 0 when one of the names begins with a text, 1 when one contains it, nil when none does; all folded.
    func place(of text: String, in names: [String]) -> Int? {
        let wanted = Array(Words.fold(text).utf8)
        let names = names.map { Array(Words.fold($0).utf8) }
        if names.contains(where: { $0.starts(with: wanted) }) { return 0 }
        return names.contains { name in name.indices.contains { name[$0...].starts(with: wanted) } } ? 1 : nil
    }

    private func byName<T, Kind>(_ all: [T], _ name: (T) -> String, _ id: (T) -> Identifier<Kind>) -> [T] {
        all.map { ($0, Array(Words.fold(name($0)).utf8), id($0)) }
            .sorted { $0.1 == $1.1 ? $0.2 < $1.2 : $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
    }

    private func first<T, Kind>(
        _ limit: Int, of found: [T], _ text: String, _ number: Identifier<Kind>?, _ id: (T) -> Identifier<Kind>,
        _ name: (T) -> String, _ names: (T) -> [String]
    ) -> [T] {
        let sorted = byName(found, name, id).map { ($0, id($0) == number ? -1 : place(of: text, in: names($0)) ?? 1) }
        return (-1...1).flatMap { rank in sorted.filter { $0.1 == rank }.map(\.0) }.prefix(max(0, limit)).map { $0 }
    }
}
