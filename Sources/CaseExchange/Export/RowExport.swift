public import CaseModel

extension Exporter {
    /// Writes those of a kind with a text in what they are found by, of one customer or of all; answers how many.
    public func rows<Taker>(
        _ kind: RowKind, text: String = "", of account: AccountID? = nil, to take: ([UInt8]) throws(Taker) -> Void
    ) async throws(ExportFailure<Taker>) -> Int {
        let rows: [JSON]
        do throws(StoreError) {
            rows = try await objects(kind, text, account)
        } catch {
            throw .store(error)
        }
        let table = RowTable(kind)
        var list = ListWriter(format, csv)
        do throws(Taker) {
            try take(list.head(table.header))
            var rest = rows[...]
            while !rest.isEmpty {
                var bytes: [UInt8] = []
                for row in rest.prefix(Exporter.page) { bytes += list.item(row) { table.cells(of: row) } }
                rest = rest.dropFirst(Exporter.page)
                try take(bytes)
            }
            try take(list.tail())
        } catch {
            throw .taker(error)
        }
        return rows.count
    }

    private func objects(
        _ kind: RowKind, _ text: String, _ account: AccountID?
    ) async throws(StoreError) -> [JSON] {
        var names = Names()
        func object(_ id: some CustomStringConvertible, _ values: [String: String]) -> JSON {
            .object([.init("id", .string(id.description))] + RowJSON.fields(values, of: kind.fields, names))
        }
        switch kind {
        case .account:
            let all = try await store.accounts(matching: "", limit: .max)
            for account in all { names.accounts[account.id] = account.name }
            let found = text.isEmpty ? all : try await store.accounts(matching: text, limit: .max)
            let wanted = found.filter { account == nil || $0.id == account || $0.parent == account }
            return wanted.sorted { $0.id < $1.id }.map { object($0.id, $0.values) }
        case .contact:
            for account in try await store.accounts(matching: "", limit: .max) {
                names.accounts[account.id] = account.name
            }
            let found = try await store.contacts(matching: text, account: account, limit: .max)
            return found.sorted { $0.id < $1.id }.map { object($0.id, $0.values) }
        case .agent:
            let wanted = Words.fold(text)
            let found = try await store.agents().filter { wanted.isEmpty || Words.fold($0.name).contains(wanted) }
            return found.sorted { $0.id < $1.id }.map { object($0.id, $0.values) }
        default:
            guard let record = kind.record else { return [] }
            var query = RecordQuery(record, of: account.map { [$0] }, title: text)
            if !text.isEmpty, record.field(record.title)?.type == .account {
                // What is found by a customer is kept with its number.
                let companies = try await store.accounts(matching: text, limit: .max)
                query = RecordQuery(record, of: query.accounts, titles: companies.map(\.id.description))
            }
            let list = try await store.records(query)
            names = list.names
            return list.records.map { record in
                .object(
                    [.init("id", .string(record.id.description))]
                        + RowJSON.fields(record.values, of: kind.fields, names)
                        + [.init("version", .number(Int64(record.version)))])
            }
        }
    }
}
