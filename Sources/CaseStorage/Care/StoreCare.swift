public import CaseModel
import Glibc

extension SQLiteCaseStore {
    /// Checks that what the store keeps agrees with itself.
    public func verify() async throws(StoreError) -> VerifyReport {
        var report = try await ask(searches) { (connection) throws(StoreError) in
            var audit = try CaseAudit(connection)
            try audit.run()
            return audit.report
        }
        guard report.faults.isEmpty else { return report }
        if mode == .readOnly {
            report.remarks.append("The word index was not checked: the store was opened only to be read.")
        }
        guard mode == .readWrite else { return report }
        do throws(StoreError) {
            // The index checks itself only where it could be written.
            try await writer().change("somebody verifies") { (ledger) throws(StoreError) in
                try ledger.connection.run("INSERT INTO search(search) VALUES ('integrity-check')")
            }
        } catch {
            switch error {
            case .damaged: report.faults.append("The word index does not fit the texts.")
            case .locked(let who): report.remarks.append("The word index was not checked: \(who).")
            default: throw error
            }
        }
        return report
    }

    /// Writes a whole copy of the store while others work; refuses to overwrite anything.
    ///
    /// - Throws: a refusal for whoever is not the store's keeper (reliability 5.2), and what the store says.
    public func backup(to path: String, by claim: Claim) async throws(StoreError) {
        try await expectBackup(by: claim)
        let (source, target) = (self.path, try StorePath(path, forBackup: true))
        let errand = try StoreErrand()
        try await errand.run { () throws(StoreError) in try target.copy(of: source, mode: 0o600) }
    }

    /// Stops whoever may not copy the store: a copy is everything that an export of the whole store is.
    public func expectBackup(by claim: Claim) async throws(StoreError) {
        try await ask(pages) { (connection) throws(StoreError) in try connection.authorise(claim, .exportStore) }
    }
}

extension StorePath {
    /// Writes a copy of a store to this path, as the store was at one moment.
    func copy(of source: String, mode: mode_t) throws(StoreError) {
        try makeFile(mode: mode)
        do throws(StoreError) {
            let connection = try Connection(path: source, .look, .none)
            try connection.run("PRAGMA temp_store=FILE")
            try connection.run("VACUUM INTO ?", [.text(path)])
        } catch {
            unlink(path)
            throw error
        }
        try settle()
    }
}
