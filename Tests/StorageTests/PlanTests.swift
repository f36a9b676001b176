import CaseModel
import Foundation
import GuidePolicy
import Testing

@testable import CaseStorage

@Suite("Questions go by their index")
struct PlanTests {
    /// How SQLite would answer, step by step.
    private static func plan(_ path: String, _ query: String, _ sort: [SortKey]) throws -> [String] {
        let connection = try Connection(path: path, .look, Guide.supply)
        let part = try CaseQuery(query).sql(QueryContext(now: now, me: AgentID(1)))
        let sql = "EXPLAIN QUERY PLAN SELECT c.id FROM cases c WHERE \(part.sql) ORDER BY \(sort.sql) LIMIT 50"
        return try connection.all(sql, part.values, table: "plan") { (row) throws(StoreError) in try row.text(3) }
    }

    private static let newest = [SortKey(.updated, descending: true)]
    private static let lastClosed = [SortKey(.closed, descending: true)]

    /// Queries and orders of first pages, and the index each should go by.
    private static let pages: [(query: String, sort: [SortKey], index: String)] = [
        ("is:open", SortKey.usual, "open_by_severity"),
        ("is:open severity:1", SortKey.usual, "open_by_severity"),
        ("is:working", SortKey.usual, "open_by_severity"),
        ("is:open is:mine", SortKey.usual, "open_by_owner"),
        ("is:open owner:none", SortKey.usual, "open_by_owner"),
        ("is:open is:unassigned", SortKey.usual, "open_by_owner"),
        ("is:open queue:\"Group 1\"", SortKey.usual, "open_by_queue"),
        ("is:open", newest, "open_by_news"),
        ("is:open", [SortKey(.opened)], "open_by_age"),
        ("is:open is:unassigned -is:snoozed", SortKey.work, "open_by_owner_due"),
        ("", SortKey.usual, "cases_by_severity"),
        ("is:open", SortKey.work, "open_by_due"),
        ("is:open is:mine", SortKey.work, "open_by_owner_due"),
        ("is:open is:unassigned", SortKey.work, "open_by_owner_due"),
        ("is:open queue:\"Group 1\"", SortKey.work, "open_by_queue_due"),
        ("", newest, "cases_by_news"),
        ("status:closed", lastClosed, "cases_by_status"),
    ]

    /// What is wrong with the plan of a page; nil when it goes by its index and sorts nothing.
    private static func fault(_ path: String, _ page: (query: String, sort: [SortKey], index: String)) throws -> String?
    {
        let steps = try plan(path, page.query, page.sort)
        let goes = steps.contains { $0.contains("INDEX \(page.index)") }
        let sorts = steps.contains { $0.contains("TEMP B-TREE") && !$0.contains("OF ORDER BY") }
        return goes && !sorts ? nil : "\(page.query) by \(page.sort): \(steps)"
    }

    @Test("First pages go by their index and sort nothing")
    func firstPages() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("plan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
        let path = folder.appendingPathComponent("cases.db").path
        try await makeStore(path)
        let faults = try Self.pages.compactMap { try Self.fault(path, $0) }
        #expect(faults == [])
    }
}
