import CaseModel
import GuidePolicy
import SettingsText
import Testing

@testable import CaseExchange

/// A desk for imports of any kind of row.
struct ImportDesk {
    static let claim = Claim(login: "ada", userNumber: 1000)
    static let now = Timestamp(seconds: 1_773_063_000)
    let store = MemoryCaseStore(keeper: claim, keeperName: "Ada")

    static func map(_ text: String, _ words: Vocabulary = Guide.words) throws -> TableMap {
        let (map, warnings) = try TableMap.read(bytes: Array(text.utf8), named: "test.map", words) {
            HostZones.zone(named: $0)
        }
        #expect(warnings.isEmpty)
        return map
    }

    func run(
        _ map: TableMap, _ file: String, keepGoing: Bool = false, asOf: CivilDay? = nil
    ) async throws -> ImportSummary {
        var importer = Importer(map, file: file)
        importer.keepGoing = keepGoing
        importer.asOf = asOf
        let header = LoadHeader(
            source: "", claim: Self.claim, at: Self.now,
            operation: OperationID("load-\(try await store.revision())-\(file)"))
        return try await importer.run(into: store, header)
    }

    func run(_ map: String, table: String, keepGoing: Bool = false, asOf: CivilDay? = nil) async throws -> ImportSummary
    {
        let file = try TemporaryFile(table)
        return try await run(try Self.map(map), file.path, keepGoing: keepGoing, asOf: asOf)
    }

    func accounts() async throws -> [Account] {
        try await store.accounts(matching: "", limit: 100).sorted { $0.id < $1.id }
    }
}

@Suite("Importing customers, people and records")
struct RowImportTests {
    static let accounts = """
        [import]
        kind = account
        source = crm
        key = Id
        [rows]
        Deleted = 0, empty
        [fields]
        name = Name
        country = Country
        parent = ParentId
        [values "country"]
        Norge = NO
        Unknown =
        [ignore]
        columns = *
        """
    static let table = """
        Id,Deleted,Name,Country,ParentId,Fax
        2,0,Nord Sub,Norge,1,
        1,,Nord Energy,unknown,,+47
        3,1,Gone,SE,,
        4,0,Sund,SE,9,

        """

    @Test func wordsKeysAndChosenRows() async throws {
        let desk = ImportDesk()
        var summary = try await desk.run(Self.accounts, table: Self.table)
        #expect((summary.read, summary.left, summary.created, summary.rejected) == (3, 1, 3, 0))
        #expect(summary.problems.map { [$0.line, $0.column] } == [[5, 13]])
        #expect(summary.problems[0].message.contains("“9”"))
        let accounts = try await desk.accounts()
        #expect(accounts.map(\.name) == ["Nord Sub", "Nord Energy", "Sund"])
        #expect(accounts.map(\.country) == ["NO", nil, "SE"])
        #expect(accounts.map(\.parent) == [accounts[1].id, nil, nil])
        summary = try await desk.run(Self.accounts, table: Self.table)
        #expect((summary.created, summary.updated, summary.unchanged) == (0, 0, 3))
    }

    @Test func everyColumnThatIsNotTakenIsTold() async throws {
        let map = Self.accounts.replacing("[ignore]\ncolumns = *", with: "")
        let summary = try await ImportDesk().run(map, table: Self.table)
        #expect(summary.problems[0].line == 1 && summary.problems[0].column == 34)
        #expect(summary.problems[0].message.contains("Fax"))
    }

    static let contracts = """
        [import]
        kind = contract
        source = crm
        date = d.M.yyyy
        key = Customer, No
        add = account
        time = Start
        [fields]
        account = Customer
        number = No
        start = Start
        end = End
        note = "{Remark} · {Signed}"
        [constants]
        plans = Select, trm
        """

    @Test func datesConstantsAndNamesThatAreAdded() async throws {
        let desk = ImportDesk()
        let table = """
            Customer;No;Start;End;Remark;Signed
            Nord;7;1.2.2026;31.1.2027;old;Ida
            nord;8;1.3.2026;1.4.2026;;
            Sund;7;1.4.2026;1.5.2026;;
            """
        let map = Self.contracts.replacing("date", with: "delimiter = semicolon\ndate")
        let summary = try await desk.run(map, table: table, asOf: CivilDay(year: 2026, month: 4, day: 1))
        #expect((summary.read, summary.created, summary.later) == (2, 2, 1) && summary.problems == [])
        let records = try await desk.store.records(RecordQuery(.contract)).records
        #expect(records.map { $0["start"] } == ["2026-02-01", "2026-03-01"])
        #expect(records.map { $0["plans"] } == ["select trm", "select trm"])
        #expect(records.map { $0["note"] } == ["old · Ida", nil])
        #expect(try await desk.accounts().map(\.name) == ["Nord"])
    }

    @Test func allOrNothingUnlessToldToGoOn() async throws {
        let table = """
            Customer,No,Start,End,Remark,Signed
            Nord,1,1.2.2026,31.1.2027,,
            Nord,2,soon,31.1.2027,,
            ,3,1.2.2026,31.1.2027,,
            Nord,4,1.2.2026,31.1.2025,,
            Nord,1,1.2.2026,31.1.2027,,
            Nord,1,1.2.2026,31.1.2028,,
            """
        let desk = ImportDesk()
        var summary = try await desk.run(Self.contracts, table: table)
        #expect(!summary.isTaken && (summary.read, summary.rejected, summary.created) == (6, 3, 0))
        #expect(summary.problems.map { [$0.line, $0.column] } == [[3, 8], [4, 1], [7, 1]])
        #expect(summary.problems[2].message.contains("line 2"))
        #expect(try await desk.accounts() == [])
        // What only the store can see stops the file as well, and leaves nothing of it.
        let late = table.split(separator: "\n").enumerated().filter { [0, 1, 4].contains($0.offset) }.map(\.element)
        summary = try await desk.run(Self.contracts, table: late.joined(separator: "\n"))
        #expect(!summary.isTaken && (summary.rejected, summary.created) == (1, 0))
        #expect(summary.problems.map(\.line) == [3])
        #expect(try await desk.accounts() == [])
        #expect(try await desk.store.revision() == 0)
        summary = try await desk.run(Self.contracts, table: table, keepGoing: true)
        #expect(summary.isTaken && (summary.read, summary.rejected, summary.created) == (6, 4, 1))
        #expect(try await desk.store.records(RecordQuery(.contract)).records.map { $0["number"] } == ["1"])
    }

    @Test func cellsThatDoNotFit() async throws {
        let desk = ImportDesk()
        let long = String(repeating: "x", count: 300)
        let table = """
            Customer,No,Start,End,Remark,Signed
            Nord,\(long),1.2.2026,31.1.2027,,
            \(String(repeating: "N", count: 2000)),2,1.2.2026,31.1.2027,,
            Nord,3,1.2.2026,31.1.2027,"\(String(repeating: "long\n", count: 900))",
            "Nord\u{1b}]0;x\u{7}",=1+1,1.2.2026,31.1.2027,\u{202E}evil,
            """
        let summary = try await desk.run(Self.contracts, table: table, keepGoing: true)
        #expect((summary.read, summary.rejected, summary.created) == (4, 3, 1))
        // What a terminal must not see is a matter of showing it, not of keeping it.
        #expect(try await desk.store.records(RecordQuery(.contract)).records[0]["note"] == "\u{202E}evil")
    }

    @Test func aMapOfRowsIsChecked() {
        for (text, place, words) in [
            ("[import]\nkind = acount\nkey = Id", [2, 8], "account"),
            ("[import]\nkind = contract\n", [1, 1], "key = COLUMN"),
            ("[import]\nkind = contract\nkey = a\n[fields]\nnubmer = a", [5, 1], "number"),
            ("[import]\nkind = contract\nkey = a\n[constants]\nstart = soon", [5, 9], "a day like"),
            ("[import]\nkind = hardware\nkey = a\n[values \"plan\"]\nGold = two words", [5, 8], "plan"),
            ("[import]\nkind = contact\nkey = a\nadd = acount", [4, 7], "account"),
            ("[import]\nkind = holiday", [1, 1], "calendar"),
            ("[import]\nkey = a\ntime = b\nadd = severity", [4, 7], "owner"),
            ("[import]\nkey = a\ntime = b\n[constants]\nseverity = 9", [5, 12], "severity"),
        ] {
            do {
                _ = try TableMap.read(bytes: Array(text.utf8), named: "m.map", Guide.words) {
                    HostZones.zone(named: $0)
                }
                Issue.record("\(text) was read")
            } catch {
                guard case .map(let problems) = error else { continue }
                #expect(problems.first.map { [$0.line, $0.column] } == place, "\(text): \(problems)")
                #expect(problems.first?.message.contains(words) == true, "\(problems)")
            }
        }
    }

    @Test func aCaseNamesItsCustomerByKeyAndHasConstants() async throws {
        let desk = ImportDesk()
        _ = try await desk.run(Self.accounts, table: Self.table)
        let map = """
            [import]
            source = crm
            key = No
            time = At
            add = none
            [rows]
            State = open
            [fields]
            subject = Subject
            account = Account
            [constants]
            severity = 2
            x.origin = crm
            """
        let table = """
            No,At,Subject,Account,State
            1,2026-03-01 10:00,First,1,open
            2,2026-03-01 10:00,Second,77,open
            3,2026-03-01 10:00,Third,1,done

            """
        var summary = try await desk.run(map, table: table)
        #expect((summary.read, summary.left, summary.created) == (2, 1, 2))
        #expect(summary.problems.map { [$0.line, $0.column] } == [[3, 27]])
        let id = try #require(try await desk.store.cases(named: "1").first)
        let file = try await desk.store.caseFile(id)
        #expect(file.account?.name == "Nord Energy" && file.item.severity == .two)
        #expect(file.item.extra["origin"] == "crm")
        summary = try await desk.run(map, table: table)
        #expect((summary.unchanged, summary.problems.count) == (2, 1))
    }
}
