public import CaseModel

/// Writes cases, their events, people, customers or records out of a store.
public struct Exporter: Sendable {
    let store: any CaseStore
    let format: ExportFormat
    let csv: CSVWriter

    /// How many cases or rows are held at a time.
    static let page = 256

    /// An exporter of one form.
    ///
    /// - Parameter csv: writes the cells of a table.
    public init(_ store: any CaseStore, format: ExportFormat, csv: CSVWriter = CSVWriter()) {
        self.store = store
        self.format = format
        self.csv = csv
    }

    /// Writes the cases that a query finds, in order, and answers how many there were.
    public func cases<Taker>(
        _ query: CaseQuery, sort: [SortKey] = SortKey.usual, _ context: QueryContext,
        to take: ([UInt8]) throws(Taker) -> Void
    ) async throws(ExportFailure<Taker>) -> Int {
        let ids = try await find(query, sort, context, Taker.self)
        var table = CaseTable(extras: [])
        if format == .csv {
            // The header names every extra field, so all of them are looked at first.
            var names: Set<String> = []
            try await store.eachPage(of: ids) { records throws(Taker) in
                for item in records.items { names.formUnion(item.extra.keys) }
            }
            table = CaseTable(extras: names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        }
        var list = ListWriter(format, csv)
        try passing { () throws(Taker) in try take(list.head(table.header)) }
        try await store.eachPage(of: ids) { records throws(Taker) in
            var bytes: [UInt8] = []
            for item in records.items {
                let object = CaseJSON.object(item, names: records.names, at: context.now)
                bytes += list.item(object) { table.cells(of: object) }
            }
            try take(bytes)
        }
        try passing { () throws(Taker) in try take(list.tail()) }
        return ids.count
    }

    /// Writes the events of the cases that a query finds, case by case, oldest first, and answers how many there were.
    public func events<Taker>(
        _ query: CaseQuery, sort: [SortKey] = SortKey.usual, _ context: QueryContext,
        to take: ([UInt8]) throws(Taker) -> Void
    ) async throws(ExportFailure<Taker>) -> Int {
        let ids = try await find(query, sort, context, Taker.self)
        var list = ListWriter(format, csv)
        try passing { () throws(Taker) in try take(list.head(EventTable.header)) }
        var count = 0
        for id in ids {
            let events: [CaseEvent]
            do throws(StoreError) {
                events = try await store.caseFile(id).events
            } catch .notFound {
                continue
            } catch {
                throw .store(error)
            }
            var bytes: [UInt8] = []
            for event in events {
                switch format {
                case .csv: for row in EventTable.rows(of: event) { bytes += csv.line(row) }
                case .json, .jsonl: bytes += list.item(CaseJSON.object(event)) { [] }
                }
            }
            count += events.count
            try passing { () throws(Taker) in try take(bytes) }
        }
        try passing { () throws(Taker) in try take(list.tail()) }
        return count
    }

    private func find<Taker>(
        _ query: CaseQuery, _ sort: [SortKey], _ context: QueryContext, _: Taker.Type
    ) async throws(ExportFailure<Taker>) -> [CaseID] {
        do throws(StoreError) {
            return try await store.orderedIDs(query, sort: sort, context)
        } catch {
            throw .store(error)
        }
    }
}

extension CaseStore {
    /// Goes through cases in full, a page at a time, so that memory does not grow with their number.
    public func eachPage<Taker>(
        of ids: [CaseID], _ body: (CaseRecords) throws(Taker) -> Void
    ) async throws(ExportFailure<Taker>) {
        var rest = ids[...]
        while !rest.isEmpty {
            let page: CaseRecords
            do throws(StoreError) {
                page = try await records(Array(rest.prefix(Exporter.page)))
            } catch {
                throw .store(error)
            }
            rest = rest.dropFirst(Exporter.page)
            try passing { () throws(Taker) in try body(page) }
        }
    }
}

/// Does what the taker of the bytes does, and says when it fails that it was the taker.
private func passing<Taker>(_ body: () throws(Taker) -> Void) throws(ExportFailure<Taker>) {
    do throws(Taker) {
        try body()
    } catch {
        throw .taker(error)
    }
}
