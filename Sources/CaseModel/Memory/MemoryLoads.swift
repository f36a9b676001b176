// What a store in memory knows of the rows of other systems' tables.

extension MemoryCases {
    struct RowSource: Hashable {
        let name: String
        let kind: String
        let key: String
    }

    struct LoadedThing: Hashable {
        let source: String
        let kind: String
        let number: Int64
    }

    func loadedRow(source: String, kind: String, key: String) -> LoadedRow? {
        loadedRows[RowSource(name: source, kind: kind, key: key)]
    }

    func isLoaded(source: String, kind: String, number: Int64) -> Bool {
        loadedThings.contains(LoadedThing(source: source, kind: kind, number: number))
    }

    func records(of kind: RecordKind, at account: AccountID?, titled: String) -> [Record] {
        let title = Words.fold(titled)
        let found = records.values.filter { record in
            record.kind == kind && (account == nil || record.account == account) && Words.fold(record.title) == title
        }
        return Array(found.sorted { $0.number < $1.number }.prefix(50))
    }

    mutating func keep(_ row: LoadedRow, source: String, kind: String, key: String) {
        loadedRows[RowSource(name: source, kind: kind, key: key)] = row
        loadedThings.insert(LoadedThing(source: source, kind: kind, number: row.number))
    }
}
