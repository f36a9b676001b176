/// What a store in memory knows of the tables of other systems.
struct MemoryLoads: Sendable {
    var histories: [History: LoadedHistory] = [:]
    var rows: [Row: LoadedRow] = [:]
    var things: Set<Thing> = []

    struct History: Hashable {
        let source: String
        let key: String
    }

    struct Row: Hashable {
        let source: String
        let kind: String
        let key: String
    }

    struct Thing: Hashable {
        let source: String
        let kind: String
        let number: Int64
    }
}

extension MemoryCases {
    func loadedRow(source: String, kind: String, key: String) -> LoadedRow? {
        loads.rows[MemoryLoads.Row(source: source, kind: kind, key: key)]
    }

    func isLoaded(source: String, kind: String, number: Int64) -> Bool {
        loads.things.contains(MemoryLoads.Thing(source: source, kind: kind, number: number))
    }

    func records(of kind: RecordKind, at account: AccountID?, titled: String) -> [Record] {
        let title = Words.fold(titled)
        let found = records.values.filter { record in
            record.kind == kind && (account == nil || record.account == account) && Words.fold(record.title) == title
        }
        return Array(found.sorted { $0.number < $1.number }.prefix(50))
    }

    mutating func keep(_ row: LoadedRow, source: String, kind: String, key: String) {
        loads.rows[MemoryLoads.Row(source: source, kind: kind, key: key)] = row
        loads.things.insert(MemoryLoads.Thing(source: source, kind: kind, number: row.number))
    }
}
