import CaseModel

extension Connection {
    /// What is missing of the tables, indexes and triggers that the newest format has.
    ///
    /// A trigger must also read as it was made: those on events are what keeps them from being changed.
    func schemaFaults() throws(StoreError) -> [String] {
        let model = try Connection(path: ":memory:", .write, .none)
        try model.migrate(from: 0)
        let (wanted, found) = (try model.schema(), try schema())
        var faults: [String] = []
        for (thing, sql) in wanted.sorted(by: { $0.key < $1.key }) {
            guard let known = found[thing] else {
                faults.append("The \(thing) is missing.")
                continue
            }
            if thing.hasPrefix("trigger "), known != sql { faults.append("The \(thing) does something else.") }
        }
        for thing in found.keys.sorted() where thing.hasPrefix("trigger ") && wanted[thing] == nil {
            faults.append("The \(thing) is not Caseload's.")
        }
        return faults
    }

    /// The text of each table, index and trigger, by kind and name.
    private func schema() throws(StoreError) -> [String: String] {
        var result: [String: String] = [:]
        // The word index keeps tables of its own, named after it.
        let sql =
            "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_%' ESCAPE '\\'"
        try each(sql, table: "schema") { (row) throws(StoreError) in
            result["\(try row.text(0)) \(try row.text(1))"] = try row.text(2)
            return true
        }
        return result
    }
}
