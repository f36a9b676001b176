import CaseModel

// Loads: one transaction that is open for as long as records come.

extension StoreWriter {
    /// Opens a load: one transaction that others wait for.
    func beginLoad(_ header: LoadHeader) throws(StoreError) {
        if let loading { throw .locked("\(loading.session.header.claim.login) imports data in this program") }
        let connection = try begin("\(header.claim.login) imports from \(header.source)")
        do throws(StoreError) {
            try connection.run("PRAGMA cache_size=-48000")
            let ledger = SQLiteLedger(connection, try connection.refreshPolicies())
            loading = (ledger, try ledger.beginLoad(header))
        } catch {
            drop(connection)
            throw error
        }
    }

    /// Adds records to the load.
    func load(_ records: [LoadRecord]) throws(StoreError) -> LoadCounts {
        guard var (ledger, session) = loading else { throw .unavailable("no load was begun") }
        do throws(StoreError) {
            for record in records { try ledger.load(record, in: &session) }
        } catch {
            abandonLoad()
            throw error
        }
        loading = (ledger, session)
        return session.counts
    }

    /// Keeps the load.
    func finishLoad() throws(StoreError) {
        guard let (ledger, session) = loading else { throw .unavailable("no load was begun") }
        do throws(StoreError) {
            var keeping = ledger
            try keeping.finish(session)
            try keep(ledger.connection, emptyingLog: true)
        } catch {
            abandonLoad()
            throw error
        }
        loading = nil
        shrink(ledger.connection)
    }

    /// Drops a load that is open.
    func abandonLoad() {
        guard let (ledger, _) = loading else { return }
        loading = nil
        drop(ledger.connection)
        shrink(ledger.connection)
    }

    /// A smaller cache again, as it was before the load.
    private func shrink(_ connection: Connection) {
        // A failure to shrink it harms nobody.
        do throws(StoreError) { try connection.run("PRAGMA cache_size=-16000") } catch {}
    }
}
