import CaseModel

/// A last day that an act changed.
private struct ChangedEnd {
    /// What ends.
    let record: Record
    /// Its last day before; nil for something new.
    let before: CivilDay?
    /// Its last day now.
    let end: CivilDay

    init?(_ record: Record, after event: RecordEvent?) {
        guard let event, let end = record.end, record.kind == .entitlement || RecordKind.ending.contains(record.kind),
            let change = event.changes.first(where: { $0.field == record.kind.end })
        else { return nil }
        self.record = record
        before = change.old.flatMap { CivilDay(iso: $0) }
        self.end = end
    }
}

extension Shell {
    /// What to think of where last days were changed, or a host got something of a licence.
    ///
    /// Nothing of it stands against saving, and none of it begins with a number, as what is said of rows that are left
    /// out does.
    func warnings(about outcome: RecordOutcome, _ store: any CaseStore) async -> [String] {
        let changed = outcome.records.compactMap { record in
            ChangedEnd(record, after: outcome.events.last { $0.record == record.id })
        }
        let expired = outcome.records.compactMap { record in
            outcome.events.last { $0.record == record.id }.flatMap { record.expiry(before: today, at: $0) }
        }
        var words = [sooner(changed), past(changed), gap(changed), far(changed)].compactMap { $0 } + expired
        do throws(StoreError) {
            for found in [try await overruns(changed, store), try await leftBehind(changed, store)] {
                if let found { words.append(found) }
            }
            for record in outcome.records where record.kind == .license {
                let event = outcome.events.last { $0.record == record.id }
                if let found = try await store.strangeHost(record, after: event) { words.append(found) }
            }
        } catch {
            // It is saved, whatever else can be told of it.
            words.append("What else is to think of cannot be told: \(error)")
        }
        return words
    }

    private func sooner(_ changed: [ChangedEnd]) -> String? {
        let found = changed.compactMap { change -> String? in
            // Of a day that is past more is said.
            guard let before = change.before, change.end < before, change.end >= today else { return nil }
            return "\(change.record.id) on \(change.end) instead of \(before)"
        }
        return found.isEmpty ? nil : "Ends sooner than before: \(some(found))."
    }

    /// Something new may be told of long after it ended.
    private func past(_ changed: [ChangedEnd]) -> String? {
        let found = changed.compactMap { change -> String? in
            guard let before = change.before, change.end < today else { return nil }
            let days = today.daysSince1970 - change.end.daysSince1970
            let words = "\(days) \(days == 1 ? "day" : "days") ago"
            return "\(change.record.id) from \(before) to \(change.end), \(words)"
        }
        return found.isEmpty
            ? nil : "A day in the past: \(some(found)). Saved so, what has ended covers nothing any more."
    }

    /// A last day so far ahead that the year is perhaps another.
    private func far(_ changed: [ChangedEnd]) -> String? {
        let limit = today.adding(months: 12 * 20) ?? today
        let found = changed.filter { $0.end > limit }.map { "\($0.record.id) on \($0.end)" }
        return found.isEmpty ? nil : "More than 20 years ahead: \(some(found)). See that the year is right."
    }

    /// What had ended and goes on: the days between count as covered since.
    private func gap(_ changed: [ChangedEnd]) -> String? {
        let found = changed.compactMap { change -> String? in
            guard let before = change.before, before < today, change.end >= today else { return nil }
            let days = today.daysSince1970 - before.daysSince1970 - 1
            return days < 1 ? nil : "\(change.record.id) since \(before), \(days) \(days == 1 ? "day" : "days")"
        }
        guard !found.isEmpty else { return nil }
        return "What had ended goes on without a gap: \(some(found)). The days between count as covered, too; "
            + "if it begins anew, add another with a first day of its own."
    }

    /// What ends after the contract it belongs to.
    private func overruns(_ changed: [ChangedEnd], _ store: any CaseStore) async throws(StoreError) -> String? {
        var ends: [RecordID: CivilDay?] = [:]
        var order: [RecordID] = []
        var longer: [RecordID: [RecordID]] = [:]
        for change in changed {
            guard let id = change.record.record("contract") else { continue }
            let known = ends[id]
            let end = if let known { known } else { try await store.recordFile(id).record.end }
            ends[id] = .some(end)
            guard let end, end < change.end else { continue }
            if longer[id] == nil { order.append(id) }
            longer[id, default: []].append(change.record.id)
        }
        let found = order.compactMap { id -> String? in
            guard let all = longer[id], let first = all.first, let end = ends[id] ?? nil else { return nil }
            return "\(first)\(all.count > 1 ? " and \(all.count - 1) more" : "") (\(id) ends on \(end))"
        }
        guard let first = order.first(where: { longer[$0] != nil }) else { return nil }
        return "Ends after its contract: \(some(found)). "
            + "Nothing covers it after that; renew the contract first (contract set \(first) end=DAY)."
    }

    /// What of the customer ends still, though a contract goes on; what belongs to a contract is always the contract's own
    /// customer's.
    private func leftBehind(_ changed: [ChangedEnd], _ store: any CaseStore) async throws(StoreError) -> String? {
        var left: [String] = []
        var told: Set<AccountID> = []
        for change in changed where change.record.kind == .contract {
            let id = change.record.id
            guard let account = change.record.account, let before = change.before, before < change.end else { continue }
            // What is under no contract is told once, however many of the customer's go on.
            let others: [RecordKind] = told.insert(account).inserted ? [.license, .hardware] : []
            for kind in [RecordKind.membership, .entitlement] + others {
                let isUnder = !others.contains(kind)
                let query = RecordQuery(
                    kind, of: [account], endingFrom: isUnder ? min(before, today) : today,
                    endingUntil: change.end.adding(-1), byEnd: true)
                let ending = try await store.records(query).records.filter { !isUnder || $0.record("contract") == id }
                guard !ending.isEmpty else { continue }
                // Some of every kind are named, however many there are of the first.
                left.append(
                    some(ending.map { "\($0.id)\(isUnder ? " of \(id)" : "")\($0.end.map { " on \($0)" } ?? "")" }))
            }
        }
        return left.isEmpty ? nil : "Still ends sooner, and is renewed on its own: \(left.joined(separator: "; "))."
    }

    /// What goes on with a contract that was given a later end, having no last day of its own; nil for nothing.
    func following(
        _ record: Record, after event: RecordEvent?, _ store: any CaseStore
    ) async throws(StoreError) -> String? {
        guard record.kind == .contract, let account = record.account,
            let change = ChangedEnd(record, after: event), let before = change.before, before < change.end
        else { return nil }
        let parts = try await store.records(RecordQuery(.entitlement, of: [account])).records
        let moved = parts.filter { $0.record("contract") == record.id && $0.end == nil }.map(\.id.description)
        return moved.isEmpty ? nil : "Goes on with it, having no last day of its own: \(some(moved))."
    }

    /// The first of several things, and how many more there are.
    private func some(_ all: [String]) -> String {
        let more = all.count > 3 ? "; and \(all.count - 3) more" : ""
        return all.prefix(3).joined(separator: "; ") + more
    }
}
