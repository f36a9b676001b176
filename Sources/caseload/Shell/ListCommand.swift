import CaseExchange
import CaseModel
import ConsoleCore
import TerminalUI

extension Shell {
    /// `list [QUERY] [--sort KEYS] [--limit N] [--count]`.
    func list(_ call: CommandCall) async throws(Failure) -> ExitCode {
        let sort = try sort(call)
        let limit = try number(call, .limit)
        let store = try await openForReading()
        let context = try await context(store)
        let query = try query(call.words, context.words)
        try await sayUnknownNames(in: query, store)
        do throws(StoreError) {
            if call.has(.count) { return try await printCount(query, context, store) }
        } catch {
            throw Failure(error)
        }
        var printer = try RecordPrinter(Shell.caseColumns, chosen: Shell.usualCaseColumns, self)
        let critical = paint.critical
        let ids = try await ids(of: query, sort, limit, context, store)
        if ids.isEmpty { try await sayOtherFields(of: query, context, store) }
        do throws(ExportFailure<Failure>) {
            try await store.eachPage(of: ids) { records throws(Failure) in
                let objects = records.items.map { CaseJSON.object($0, names: records.names, at: context.now) }
                try printer.write(objects) { object in
                    context.words.severities.contains { $0.isCritical && object["severity"] == CaseJSON.code($0) }
                        ? critical : ""
                }
            }
        } catch {
            throw Failure(error)
        }
        try printer.finish()
        return .done
    }

    private func printCount(
        _ query: CaseQuery, _ context: QueryContext, _ store: any CaseStore
    ) async throws(StoreError) -> ExitCode {
        let count = try await store.count(query, context)
        let bytes = wantsJSON ? JSON.object([.init("count", .number(Int64(count)))]).bytes : Array("\(count)".utf8)
        do throws(Failure) {
            try data.bytes(bytes + [0x0A])
        } catch {
            return error.code
        }
        return .done
    }

    /// The numbers of the cases that a query finds, in order.
    private func ids(
        of query: CaseQuery, _ sort: [SortKey], _ limit: Int?, _ context: QueryContext, _ store: any CaseStore
    ) async throws(Failure) -> [CaseID] {
        do throws(StoreError) {
            guard let limit else { return try await store.orderedIDs(query, sort: sort, context) }
            // What comes first is found by an index, without putting all the others in order.
            return try await store.firstPage(query, sort: sort, limit: limit, context).map(\.id)
        } catch {
            throw Failure(error)
        }
    }

    /// The query that words of the command line make together.
    func query(_ words: [String], _ known: Vocabulary) throws(Failure) -> CaseQuery {
        do throws(QueryProblem) {
            return try CaseQuery(words.joined(separator: " "), known)
        } catch {
            throw Failure(error)
        }
    }

    /// The order that `--sort` asks for; the usual one otherwise.
    func sort(_ call: CommandCall) throws(Failure) -> [SortKey] {
        guard let text = call.options[.sort] else { return SortKey.usual }
        do throws(QueryProblem) {
            return try SortKey.parse(text)
        } catch {
            throw Failure(error)
        }
    }

    /// Every column a list of cases can have: the keys of a case in JSON.
    static let caseColumns: [Column] = [
        Column("severity", "Sev", number: true), Column("id", "Case"), Column("status", "Status"),
        Column("subject", "Subject", wide: true), Column("account", "Account"), Column("owner", "Owner"),
        Column("openedAt", "Opened", time: true), Column("externalID", "External"),
        Column("description", "Description", wide: true), Column("type", "Type"),
        Column("requestedSeverity", "Asked", number: true), Column("contact", "Contact"),
        Column("partner", "Partner"), Column("product", "Product"), Column("channel", "Channel"),
        Column("plan", "Plan"), Column("entitlement", "Entitlement"), Column("region", "Region"),
        Column("center", "Center"), Column("queue", "Queue"), Column("criticalSituationManager", "Manager"),
        Column("firstResponseAt", "First response", time: true), Column("responseDueAt", "Due", time: true),
        Column("responseTarget", "Target"), Column("responseState", "Response"),
        Column("updatedAt", "Updated", time: true), Column("closedAt", "Closed", time: true),
        Column("closureReason", "Reason"), Column("duplicateOf", "Duplicate of"),
        Column("followUpDueAt", "Follow-up due", time: true), Column("followUpState", "Follow-up"),
        Column("policy", "Policy"), Column("language", "Language"), Column("flags", "Flags"), Column("given", "Given"),
        Column("snoozedUntil", "Snoozed", time: true), Column("tags", "Tags"), Column("watchers", "Watchers"),
        Column("extra", "Extra", wide: true), Column("version", "Version", number: true),
    ]

    /// The columns of a list when none are named.
    static let usualCaseColumns = ["severity", "id", "status", "subject", "account", "owner", "openedAt"]
}
