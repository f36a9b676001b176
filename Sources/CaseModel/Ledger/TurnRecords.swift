// Acts on records that can be taken back: what was set by hand of what ends and is renewed, and licences that moved.

extension RecordKind {
    /// The kinds of which what was set can be taken back.
    public static let turning: [RecordKind] = ending + [entitlement]
}

extension RecordEvent {
    /// The act on a licence that it tells.
    var licenseAct: LicenseAct? {
        changes.first { $0.field == RecordKind.lastAct }?.new.flatMap { LicenseAct(text: $0) }
    }

    /// How the words of an event begin that takes another one back.
    static let tookBack = "Took back: "
    static let didAgain = "Did again: "

    /// What it took back or did again, in the words of its text; nil for any other event.
    public var turned: String? {
        text.flatMap { $0.hasPrefix(RecordEvent.tookBack) || $0.hasPrefix(RecordEvent.didAgain) ? $0 : nil }
    }

    /// Whether it can be taken back: what it changed was set by hand, or a licence moved.
    public var canTurn: Bool {
        guard seq > 1, !changes.isEmpty, let kind = RecordKind(code: record.kind), RecordKind.turning.contains(kind)
        else { return false }
        if let licenseAct { return licenseAct.back != nil }
        return changes.allSatisfy { kind.field($0.field).map { !$0.isByAct } ?? false }
    }
}

extension [RecordEvent] {
    /// Those that hold: without those that were taken back and those that took them back; what was done again stands
    /// where it stood, by whom and when it was done first.
    var withoutTakenBack: [RecordEvent] {
        var (result, taken): ([RecordEvent], [RecordEvent]) = ([], [])
        for event in self {
            let turned = event.text?.hasPrefix(RecordEvent.tookBack) == true
            let again = event.text?.hasPrefix(RecordEvent.didAgain) == true
            if turned, let place = result.lastIndex(where: { event.does($0, back: true) }) {
                taken.append(result.remove(at: place))
            } else if again, let place = taken.lastIndex(where: { event.does($0, back: false) }) {
                let first = taken.remove(at: place)
                result.insert(first, at: result.firstIndex { $0.seq > first.seq } ?? result.endIndex)
            } else {
                result.append(event)
            }
        }
        return result
    }
}

extension RecordEvent {
    /// Whether it does what another did, or leads back from it; how an act calls itself does not count.
    fileprivate func does(_ other: RecordEvent, back: Bool) -> Bool {
        changes.allSatisfy { change in
            let same = back ? ValueChange(change.field, change.new, change.old) : change
            return change.field == RecordKind.lastAct || other.changes.contains(same)
        }
    }
}

extension LicenseAct {
    /// The act that leads back from it; nil where none does, as from a file that was downloaded.
    var back: LicenseAct? {
        switch operation {
        case .allocate: LicenseAct(.giveBack, quantity, of: binding)
        case .giveBack: LicenseAct(.allocate, quantity, of: binding)
        case .reallocate: LicenseAct(.reallocate, quantity, of: target, to: binding)
        case .download, .redownload, .advice: nil
        }
    }
}

extension CaseLedger {
    /// Takes back what an act did to records, or does it again: all of it, or a refusal.
    mutating func turnRecords(
        of act: LedgerAct, _ operation: Operation, by agent: Agent, back: Bool
    ) throws(StoreError) -> [RecordEvent] {
        let targets = try recordEvents(writtenBy: act.id)
        var written: [RecordEvent] = []
        for target in back ? targets.reversed() : targets {
            guard let old = try record(target.record) else { throw .damaged("\(target.record) is gone") }
            let values = try self.values(of: old, turning: target, by: agent, operation, back: back)
            guard !values.isEmpty else { continue }
            let always = values[RecordKind.lastAct] == nil ? [] : [RecordKind.lastAct]
            let changes = try refusing { () throws(Refusal) in try old.decide(values, telling: always) }
            var new = old
            for change in changes { new.values[change.field] = change.new }
            // Whom it named before may have left since.
            for change in changes { try checkReference(change, in: new, isHistory: true) }
            try checkKind(new, from: old, at: operation.at)
            let event = RecordEvent(
                record: old.id, seq: old.version + 1, at: operation.at, recordedAt: operation.recordedAt,
                actor: agent.actor(operation.claim), changes: changes,
                text: (back ? RecordEvent.tookBack : RecordEvent.didAgain)
                    + words(for: target, names: try names(in: [], [target])), operation: operation.id)
            new.version = event.seq
            try write(event, to: new)
            written.append(event)
        }
        return written
    }

    /// The values that lead back from an event, or to it again; what somebody changed since stands in the way.
    private func values(
        of old: Record, turning target: RecordEvent, by agent: Agent, _ operation: Operation, back: Bool
    ) throws(StoreError) -> [String: String?] {
        let move = target.licenseAct.flatMap { back ? $0.back : $0 }
        var values: [String: String?] = [:]
        let later = try recordEvents(of: old.id, after: 0).withoutTakenBack.filter { $0.seq > target.seq }
        for change in target.changes where change.field != RecordKind.lastAct {
            let (was, wanted) = back ? (change.new, change.old) : (change.old, change.new)
            let now = old[change.field]
            if now == wanted { continue }
            // The same value may be another's, who set it anew.
            let last = later.last { $0.changes.contains { $0.field == change.field } }
            guard now == was, last == nil else {
                let names = try last.map { event throws(StoreError) in try self.names(in: [], [event]) }
                throw .refused(.changedSince(old.id, change.field, last, names ?? Names(), back: back))
            }
            values[change.field] = .some(wanted)
        }
        let acts = move != nil ? [.moveLicenses] : Set(values.keys.map { old.kind.act(changing: $0, of: old) })
        for act in acts {
            try refusing { () throws(Refusal) in try authorise(agent, act, .record(old.id)) }
        }
        guard let move, !values.isEmpty else { return values }
        return try refusing { () throws(Refusal) in try policy.values(of: old, after: move, at: operation.at) }
    }
}

extension Refusal {
    /// Somebody changed since what would be taken back.
    static func changedSince(
        _ id: RecordID, _ field: String, _ event: RecordEvent?, _ names: Names, back: Bool
    ) -> Refusal {
        let since = event.map { "\($0.actor.name) \(words(for: $0, names: names)), at \($0.at)" }
        return Refusal(
            rule: "changed-since",
            message: "The \(field) of \(id) was changed since\(since.map { ": \($0)" } ?? ""); nothing was "
                + (back ? "taken back." : "done again."),
            remedy: "Set it by hand if you mean it (KIND set \(id)).", about: field)
    }
}
