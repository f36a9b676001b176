// Erasing in a store in memory: nothing forbids it there, and nothing is left of what was replaced.

extension MemoryCases: ErasingLedger {
    func eachEvent(_ body: (CaseEvent) throws(StoreError) -> Void) throws(StoreError) {
        for id in histories.keys.sorted() {
            for event in histories[id] ?? [] { try body(event) }
        }
    }

    func eachRecordEvent(_ body: (RecordEvent) throws(StoreError) -> Void) throws(StoreError) {
        for id in recordHistories.keys.sorted() {
            for event in recordHistories[id] ?? [] { try body(event) }
        }
    }

    func eachAct(_ body: (LedgerAct, OperationOutcome) throws(StoreError) -> Void) throws(StoreError) {
        for act in diary.acts { try body(act, diary.outcomes[act.id] ?? OperationOutcome(id: act.id, edits: [])) }
    }

    mutating func beginErasing(_ contact: ContactID) {}
    mutating func endErasing(_ contact: ContactID, by act: OperationID) {}

    mutating func rewrite(_ events: [CaseEvent], from old: CaseState, to new: CaseState) {
        cases[new.item.id] = new
        for event in events {
            guard let index = histories[event.caseID]?.firstIndex(where: { $0.seq == event.seq }) else { continue }
            histories[event.caseID]?[index] = event
        }
    }

    mutating func rewrite(_ events: [RecordEvent], to new: Record) {
        records[new.id] = new
        for event in events {
            guard let index = recordHistories[event.record]?.firstIndex(where: { $0.seq == event.seq }) else {
                continue
            }
            recordHistories[event.record]?[index] = event
        }
    }

    mutating func sweep(_ replace: (String) -> String) {
        // What a load remembers here is gone with the program.
    }

    mutating func rewrite(_ act: LedgerAct, outcome: OperationOutcome) {
        guard let index = diary.acts.lastIndex(where: { $0.id == act.id }) else { return }
        diary.acts[index] = act
        diary.outcomes[act.id] = outcome
    }
}
