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
        ("is:escalated", SortKey.usual, "open_by_severity"),
        ("is:open is:mine", SortKey.usual, "open_by_owner"),
        ("is:open owner:none", SortKey.usual, "open_by_owner"),
        ("is:open is:unassigned", SortKey.usual, "open_by_owner"),
        ("is:open queue:\"Group 1\"", SortKey.usual, "open_by_queue"),
        ("is:open", newest, "open_by_news"),
        ("is:open", [SortKey(.opened)], "open_by_age"),
        ("is:open is:unassigned -is:snoozed", SortKey.work, "open_by_owner_due"),
        ("duplicateOf:CS-1000001", [SortKey(.id)], "cases_by_original"),
        ("", SortKey.usual, "cases_by_severity"),
        ("is:open", SortKey.work, "open_by_due"),
        ("is:escalated", SortKey.work, "open_by_due"),
        ("is:open is:mine", SortKey.work, "open_by_owner_due"),
        ("is:open is:unassigned", SortKey.work, "open_by_owner_due"),
        ("is:open queue:\"Group 1\"", SortKey.work, "open_by_queue_due"),
        ("", newest, "cases_by_news"),
        ("status:closed", lastClosed, "cases_by_status"),
        ("severity:1 status:closed", lastClosed, "cases_by_status"),
    ]

    /// What is wrong with the plan of a page; nil when it goes by its index and sorts nothing.
    private static func fault(_ path: String, _ page: (query: String, sort: [SortKey], index: String)) throws -> String?
    {
        let steps = try plan(path, page.query, page.sort)
        let goes = steps.contains { $0.contains("INDEX \(page.index)") }
        let sorts = steps.contains { $0.contains("TEMP B-TREE") && !$0.contains("OF ORDER BY") }
        return goes && !sorts ? nil : "\(page.query) by \(page.sort): \(steps)"
    }

    /// What is wrong with the plan of a list of customers, people or records; nil when it goes by its index, reads no
    /// table from end to end, and sorts nothing.
    private static func fault(_ path: String, _ part: SQLPart, _ index: String) throws -> String? {
        let connection = try Connection(path: path, .look, Guide.supply)
        let steps = try connection.all("EXPLAIN QUERY PLAN \(part.sql)", part.values, table: "plan") {
            (row) throws(StoreError) in try row.text(3)
        }
        let goes = steps.count == 1 && steps[0].contains("INDEX \(index)")
        return goes ? nil : "\(part.sql): \(steps)"
    }

    private static let day = CivilDay(daysSince1970: 20_000)
    private static let (account, contact) = (AccountID(2), ContactID(2))

    private static let rosters: [(RosterQuery, index: String)] = [
        (RosterQuery(on: day, limit: 50), "sqlite_autoindex_accounts_1"),
        (RosterQuery(text: "nord", on: day, limit: 50), "sqlite_autoindex_accounts_1"),
        (RosterQuery(on: day, after: NamePlace("nord", account), limit: 50), "sqlite_autoindex_accounts_1"),
        (RosterQuery(.top, on: day, limit: 50), "accounts_by_parent"),
        (RosterQuery(.top, text: "nord", on: day, limit: 50), "accounts_by_parent"),
        (RosterQuery(.under(account), on: day, after: NamePlace("nord", account), limit: 50), "accounts_by_parent"),
    ]

    private static let person = ContactPlace(Contact(id: contact, account: account, name: "Ann"))
    private static let people: [(ContactQuery, index: String)] = [
        (ContactQuery(limit: 50), "contacts_by_standing"),
        (ContactQuery(text: "ann", limit: 50), "contacts_by_standing"),
        (ContactQuery(after: person, limit: 50), "contacts_by_standing"),
        (ContactQuery(of: account, limit: 50), "contacts_by_account"),
        (ContactQuery(of: account, text: "ann", after: person, limit: 50), "contacts_by_account"),
    ]

    private static let record = Record(
        RecordID(.membership, 7), kind: .membership, values: ["end": day.description]
    ).place
    private static let records: [(RecordQuery, index: String)] = [
        (RecordQuery(.membership, byEnd: true, limit: 50), "records_by_end"),
        (RecordQuery(.membership, endingFrom: day, byEnd: true, limit: 50), "records_by_end"),
        (RecordQuery(.membership, endingUntil: day, byEnd: true, after: record, limit: 50), "records_by_end"),
        (
            RecordQuery(.membership, endingUntil: day, byEnd: true, newestFirst: true, after: record, limit: 50),
            "records_by_end"
        ),
        (RecordQuery(.environment, marked: "AG-1", limit: 50), "records_by_mark"),
        (RecordQuery(.notice, marked: "open", newestFirst: true, after: record, limit: 50), "records_by_mark"),
        (RecordQuery(.contract, titles: ["n-1"], limit: 50), "records_by_title"),
        (RecordQuery(.contract, of: [account], newestFirst: true, limit: 50), "records_by_account"),
    ]

    @Test("Customers, their people and records go by their index and sort nothing, on every page")
    func lists() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path)
            var faults = try Self.rosters.compactMap { try Self.fault(path, $0.0.sql, $0.index) }
            for (query, index) in Self.people {
                faults += try [true, false].compactMap { active in
                    try Self.fault(path, query.sql(active: active, limit: 50), index)
                }
            }
            for (query, index) in Self.records {
                faults += try query.pages.compactMap { try Self.fault(path, $0.sql(limit: 50), index) }
            }
            let counts = [
                (RosterCount.children, "accounts_by_parent"), (RosterCount.contacts, "contacts_by_account"),
                (RosterCount.open, "open_by_account"),
            ]
            faults += try counts.compactMap { try Self.fault(path, SQLPart($0.0, [.integer(1)]), $0.1) }
            for (sql, index) in zip(
                [AlertSQL.changed] + AlertSQL.due,
                [
                    "open_by_news", "open_by_response (open=? AND response_due>? AND response_due<?)",
                    "open_by_follow (open=? AND follow_due>? AND follow_due<?)",
                ])
            {
                let values = [SQLValue.integer(1), .integer(2)].prefix(sql.count { $0 == "?" })
                faults += [try Self.fault(path, SQLPart(sql, Array(values)), index)].compactMap { $0 }
            }
            #expect(faults == [])
        }
    }

    @Test("The licences of a host are found by the host, not among all of them")
    func hosts() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path)
            let connection = try Connection(path: path, .look, Guide.supply)
            for page in HostUse.query("gate-1").pages {
                let part = page.sql(limit: 20)
                let steps = try connection.all("EXPLAIN QUERY PLAN \(part.sql)", part.values, table: "plan") {
                    (row) throws(StoreError) in try row.text(3)
                }
                #expect(steps.contains { $0.contains("records USING PRIMARY KEY (kind=? AND number=?)") }, "\(steps)")
                #expect(steps.contains { $0.contains("license_hosts USING PRIMARY KEY (host=?)") }, "\(steps)")
                #expect(!steps.contains { $0.contains("SCAN") || $0.contains("TEMP") }, "\(steps)")
            }
        }
    }

    @Test("A record of a title is found among those of the title, or of its customer, not among all of its kind")
    func titles() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path)
            let named: [SQLValue] = [.text("contract"), .text("n-1")]
            let faults = try [
                Self.fault(
                    path, SQLPart(SQLiteLedger.titled(ofOne: false), named), "records_by_title (kind=? AND title=?)"),
                Self.fault(
                    path, SQLPart(SQLiteLedger.titled(ofOne: true), named + [.integer(2)]),
                    "records_by_account (kind=? AND account=?)"),
            ].compactMap { $0 }
            #expect(faults == [])
        }
    }

    @Test("What can be taken back is found among the acts of an agent that can be, not among the cases it logged")
    func edits() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path)
            let index = "turns_by_agent (agent=? AND standing=?)"
            let (one, nought) = (SQLValue.integer(1), SQLValue.integer(0))
            let faults = try [
                Self.fault(path, SQLPart(SQLiteLedger.edit(newest: true), [one, nought]), index),
                Self.fault(path, SQLPart(SQLiteLedger.edit(newest: false), [one, nought]), index),
                Self.fault(path, SQLPart(SQLiteLedger.forgetting, [one, one, nought]), index),
            ].compactMap { $0 }
            #expect(faults == [])
        }
    }

    private static let picked = [
        ("is:escalated", SortKey.work), ("is:working", SortKey.work), ("is:onhold", SortKey.work),
        ("is:open status:new", SortKey.work), ("severity:1 status:closed", lastClosed),
        ("is:mine is:open -is:snoozed", SortKey.work), ("is:unassigned is:open -is:snoozed", SortKey.work),
        ("severity:1 status:denied", lastClosed),
    ]

    @Test("What a queue passes over is told by the index alone, not by reading the case", arguments: picked)
    func picking(query: String, sort: [SortKey]) async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path)
            let steps = try Self.columns(path, query, sort)
            #expect(steps.ofCase == 0)
            #expect(steps.all > 0)
        }
    }

    /// How many columns SQLite reads for a queue, and how many of them from a whole case rather than from an index.
    private static func columns(_ path: String, _ query: String, _ sort: [SortKey]) throws -> (all: Int, ofCase: Int) {
        let connection = try Connection(path: path, .look, Guide.supply)
        let part = try CaseQuery(query).sql(QueryContext(now: now, me: AgentID(1)))
        let sql = "EXPLAIN SELECT c.id FROM cases c WHERE \(part.sql) ORDER BY \(sort.sql)"
        // An operation, the cursor it is of, and where what is opened begins.
        let steps = try connection.all(sql, part.values, table: "plan") { (row) throws(StoreError) in
            [try row.text(1), String(try row.integer(2)), String(try row.integer(3))]
        }
        let root = String(try connection.number("SELECT rootpage FROM sqlite_schema WHERE name = 'cases'"))
        let table = steps.first { $0[0] == "OpenRead" && $0[2] == root }.map { $0[1] }
        let columns = steps.filter { $0[0] == "Column" }
        return (columns.count, columns.count { $0[1] == table })
    }

    @Test("The people of one customer are found among its own, not among everybody")
    func peopleOfOne() async throws {
        try await inFolder { folder in
            let path = folder.appendingPathComponent("cases.db").path
            try await makeStore(path)
            let connection = try Connection(path: path, .look, Guide.supply)
            for text in ["", "ann"] {
                let part = SQLPart.contacts(matching: text, account: Self.account, limit: .max)
                let sql = "EXPLAIN QUERY PLAN SELECT id FROM contacts \(part.sql)"
                let steps = try connection.all(sql, part.values, table: "plan") {
                    (row) throws(StoreError) in try row.text(3)
                }
                #expect(steps.first?.contains("INDEX contacts_by_account") == true, "\(steps)")
            }
        }
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
        // Those that were commanded and are critical no more are few, and may be sorted.
        let few = try Self.plan(path, "criticalSituationManager:any severity>1", Self.lastClosed)
        #expect(few.contains { $0.contains("INDEX commanded_by_severity") }, "\(few)")
        // So are those that are put off.
        let asleep = try Self.plan(path, "is:snoozed is:open", [SortKey(.snoozed)])
        #expect(asleep.first?.contains("INDEX cases_by_wake (open=? AND snoozed_until>?)") == true, "\(asleep)")
    }
}
