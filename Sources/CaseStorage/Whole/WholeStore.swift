public import CaseModel
import Glibc

// A whole store written out row by row, and made again from such rows.

extension SQLiteCaseStore {
    /// The format of the rows that ``everyRow(by:_:)`` gives.
    public static var format: Int { Migration.newest }

    /// Gives every row as the store is at one moment; only what is made from the others is left out.
    ///
    /// - Parameter take: gets one row after the other, on a thread of its own.
    /// - Returns: what the taker says when it will have no more; nil after the last row.
    /// - Throws: a refusal for whoever is not the store's keeper, and what the store says.
    public func everyRow<Problem: Error>(
        by claim: Claim, _ take: @escaping @Sendable (StoredRow) throws(Problem) -> Void
    ) async throws(StoreError) -> Problem? {
        let path = path
        let errand = try StoreErrand()
        return try await errand.run { () throws(StoreError) in
            let connection = try Connection(path: path, .look, .none)
            try connection.settle(.look)
            // One moment for all tables.
            try connection.run("BEGIN")
            defer { connection.rollBack() }
            try connection.authorise(claim, .exportStore)
            for table in try StoreShape(format: try connection.checkedFormat()).tables {
                if let problem = try connection.rows(of: table, take) { return problem }
            }
            return nil
        }
    }

    /// Makes a store of the rows that another gave: all of it or nothing.
    ///
    /// Where a store is already, it must be empty and the claimant its keeper; it is replaced, and nobody may have it
    /// open. The rows of an older format are brought to the newest, and what was made passes every check of
    /// ``verify()`` before it stands at the path.
    ///
    /// - Parameter rehearses: makes and checks it, and takes it away again.
    public static func make<Source: StoredRowSource>(
        at path: String, from source: sending Source, by claim: Claim, rehearses: Bool,
        _ supply: PolicySupply
    ) async throws(Source.Problem) -> VerifyReport {
        let (place, errand): (StorePath, StoreErrand)
        do throws(StoreError) {
            guard TemporaryFolder.chosen else { throw .unavailable("there is no private folder for temporary files") }
            (place, errand) = (try StorePath(path), try StoreErrand())
        } catch {
            throw source.problem(error)
        }
        return try await errand.run(with: source) { (source) throws(Source.Problem) in
            try place.make(from: &source, by: claim, rehearses: rehearses, supply)
        }
    }
}

extension Connection {
    /// Gives the rows of a table until the taker will have no more, and answers why.
    fileprivate func rows<Problem: Error>(
        of table: StoreShape.Table, _ take: (StoredRow) throws(Problem) -> Void
    ) throws(StoreError) -> Problem? {
        var problem: Problem?
        try each(table.select, table: table.name) { (row) throws(StoreError) in
            var values: [StoredValue] = []
            values.reserveCapacity(table.columns.count)
            for column in table.columns.indices { values.append(StoredValue(try row.value(column))) }
            do throws(Problem) {
                try take(StoredRow(kind: table.name, names: table.columns, values: values))
                return true
            } catch {
                problem = error
                return false
            }
        }
        return problem
    }
}

extension StorePath {
    fileprivate func make<Source: StoredRowSource>(
        from source: inout Source, by claim: Claim, rehearses: Bool, _ supply: PolicySupply
    ) throws(Source.Problem) -> VerifyReport {
        var report = VerifyReport()
        var problem: Source.Problem?
        do throws(StoreError) {
            guard source.format <= Migration.newest else {
                throw .newerFormat(found: source.format, known: Migration.newest)
            }
            _ = try replace("\(claim.login) imports a whole store", keepsOld: nil, rehearses: rehearses) {
                () throws(StoreError) in
                try checkEmpty(claim)
            } filling: { (new, mode) throws(StoreError) in
                do throws(Source.Problem) {
                    report = try new.fill(from: &source, mode: mode, supply)
                } catch {
                    problem = error
                    throw .cancelled
                }
            }
        } catch {
            throw problem ?? source.problem(error)
        }
        return report
    }

    /// Makes sure that nothing is here, or a store of the claimant's that holds nothing yet.
    private func checkEmpty(_ claim: Claim) throws(StoreError) {
        switch kind {
        case .nothing: return
        case .other(let what): throw .notACaseFile(what)
        case .file: break
        }
        let connection = try Connection(path: path, .look, .none)
        _ = try connection.checkedFormat()
        try connection.authorise(claim, .importData)
        for table in ["cases", "accounts", "contacts", "queues", "records", "operations"]
        where try connection.number("SELECT EXISTS (SELECT 1 FROM \(table))") != 0 {
            throw .refused(.storeNotEmpty(path))
        }
    }

    /// Writes rows into a new file in one transaction, and checks what came of it before it is kept.
    private func fill<Source: StoredRowSource>(
        from source: inout Source, mode: mode_t, _ supply: PolicySupply
    ) throws(Source.Problem) -> VerifyReport {
        let connection: Connection
        let filling: StoreFilling
        do throws(StoreError) {
            try makeFile(mode: mode)
            connection = try Connection(path: path, .write, supply)
            filling = try StoreFilling(connection, format: source.format)
        } catch {
            throw source.problem(error)
        }
        defer { connection.close() }
        while let row = try source.next() {
            do throws(StoreError) { try filling.add(row) } catch { throw source.problem(inRow: error) }
        }
        do throws(StoreError) { return try filling.finish() } catch { throw source.problem(error) }
    }
}

extension Refusal {
    fileprivate static func storeNotEmpty(_ path: String) -> Refusal {
        Refusal(
            rule: "store-empty", message: "A whole store is imported into an empty one; \(path) holds something.",
            remedy: "Name another file for it (--store FILE).")
    }
}
