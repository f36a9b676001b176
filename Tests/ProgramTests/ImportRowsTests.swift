import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@Suite("Customers, people and records in and out of the shell", .waiting)
struct ImportRowsTests {
    private static let maps = [
        "account": "key = Id\n[fields]\nname = Name\nparent = Group\n",
        "contact": "key = Id\n[fields]\nname = Name\naccount = Customer\n",
        "contract": "key = Id\ndate = d.M.yyyy\n[fields]\naccount = Customer\nnumber = No\nstart = From\nend = To\n",
        "entitlement": "key = Id\n[fields]\ncontract = Contract\nplan = Level\n[values \"plan\"]\nBest = best\n",
    ]
    private static let tables = [
        "account": "Id,Name,Group\n2,Nord Sub,1\n1,Nord Energy,\n", "contact": "Id,Name,Customer\n7,Ida,1\n8,Per,9\n",
        "contract": "Id,Customer,No,From,To\n5,1,C-1,1.1.2026,31.12.2026\n",
        "entitlement": "Id,Contract,Level\n6,5,Best\n",
    ]

    private func load(_ kind: String, _ desk: Desk, _ options: String...) throws -> CommandResult {
        let map = try desk.stage.file(
            "\(kind).map", "[import]\nkind = \(kind)\nsource = crm\n" + (Self.maps[kind] ?? ""))
        let table = try desk.stage.file("\(kind).csv", Self.tables[kind] ?? "")
        return try CommandRun.run(desk.stage.invocation(["import", table, "--map", map] + options))
    }

    @Test func aWholeCustomer() throws {
        let desk = try Desk()
        let before = try desk.everything()
        #expect(try load("account", desk, "--dry-run").output.contains("2 created"))
        #expect(try desk.everything() == before)
        for kind in ["account", "contact", "contract", "entitlement"] {
            let summary = try desk.object(try load(kind, desk, "--json"))
            #expect((summary["rejected"] as? Int, summary["updated"] as? Int) == (0, 0), "\(summary)")
            let problems = try #require(summary["problems"] as? [[String: Any]])
            #expect(problems.map { $0["line"] as? Int } == (kind == "contact" ? [3] : []))
            #expect(problems.map { $0["column"] as? Int } == (kind == "contact" ? [7] : []))
        }
        let line = try desk.objects(desk.run("entitlement", "list", "--json", code: 0))[0]
        #expect((line["account"] as? [String: Any])?["name"] as? String == "Nord Energy")
        #expect(line["plan"] as? String == "best" && line["contract"] as? String == "CN-1")
        let after = try desk.everything()
        #expect(try load("contract", desk).output.contains("contract: 0 created, 0 updated, 1 unchanged"))
        #expect(try desk.everything() == after)
        // What a person changed stays, and is told.
        try desk.run("contract", "set", "CN-1", "end=2027-06-30", code: 0)
        let file = try desk.stage.file("contract.csv", "Id,Customer,No,From,To\n5,1,C-1,1.1.2026,31.1.2027\n")
        let again = try desk.run("import", file, "--map", desk.stage.path("contract.map"), code: 0)
        #expect(again.errors.contains("contract.csv:2:18:") && again.errors.contains("it is 2027-06-30"))
        #expect(try desk.run("verify", code: 0).output.contains("2 records"))
        #expect(try desk.run("log", "--all", code: 0).output.contains("imported from crm (entitlement): 1 new"))
    }

    @Test func theStoreRefusesARowLikeABrokenOne() throws {
        let desk = try Desk()
        let before = try desk.everything()
        let result = try load("entitlement", desk)
        #expect(result.code == 1 && result.output.contains("1 rows rejected"))
        #expect(result.errors.contains("entitlement.csv:2:3: No contract “5” is known"))
        #expect(try load("entitlement", desk, "--keep-going").code == 6)
        #expect(try desk.everything() == before)
    }

    @Test func anOptionThatWouldDoNothingIsRefused() throws {
        let desk = try Desk()
        let before = try desk.everything()
        #expect(try load("account", desk, "--as-of", "2026-01-01").code == 2)
        let table = try desk.stage.file("account.csv", Self.tables["account"] ?? "")
        let days = try desk.stage.file("days.map", "[import]\nkind = holiday\ncalendar = emea\n")
        let store = desk.stage.path("all.jsonl")
        try desk.run("export", "store", store, code: 0)
        for words in [
            [table, "--preset", "caseload-account", "--as-of", "2026-01-01"], [store, "--as-of", "2026-01-01"],
            [store, "--keep-going"], [table, "--map", days, "--as-of", "2026-01-01"],
            [table, "--map", days, "--keep-going"],
        ] {
            let result = try CommandRun.run(desk.stage.invocation(["import"] + words))
            #expect(result.code == 2 && result.errors.contains("does nothing"), "\(words): \(result.errors)")
        }
        #expect(try desk.everything() == before)
        // A map that names a time takes it.
        let map = try desk.stage.file(
            "dated.map",
            "[import]\nkind = account\nsource = crm\nkey = Id\ntime = When\ndate = yyyy-MM-dd\n[fields]\nname = Name\n")
        let dated = try desk.stage.file("dated.csv", "Id,Name,When\n1,Old,2025-12-31\n2,Young,2026-01-01\n")
        let taken = try desk.object(desk.run("import", dated, "--map", map, "--as-of", "2026-01-01", "--json", code: 0))
        #expect(taken["created"] as? Int == 1)
    }

    @Test func outAndInAgain() throws {
        let desk = try Desk()
        for kind in ["account", "contact", "contract", "entitlement"] { #expect(try load(kind, desk).code == 0) }
        let copy = desk.stage.path("copy.db")
        try desk.run("init", "--store", copy, code: 0)
        for kind in ["account", "contact", "contract", "entitlement"] {
            let table = try desk.run("export", "\(kind)s", "--format", "csv", "--raw", code: 0).output
            let file = try desk.stage.file("out.csv", table)
            try desk.run("import", file, "--preset", "caseload-\(kind)", "--store", copy, code: 0)
            let back = try desk.run("export", kind, "--format", "csv", "--raw", "--store", copy, code: 0).output
            #expect(back == table && table.split(separator: "\r\n").count > 1)
        }
        #expect(try desk.run("import", "--list-presets", code: 0).output.contains("caseload-hardware"))
        let one = try desk.objects(desk.run("export", "accounts", "sub", "--format", "json", code: 0))
        #expect(one.map { $0["name"] as? String } == ["Nord Sub"])
        #expect((one[0]["parent"] as? [String: Any])?["name"] as? String == "Nord Energy")
        let none = try desk.run("export", "contracts", "--account", "Nord Sub", "--format", "json", code: 0)
        #expect(none.output == "[]\n")
        #expect(try desk.run("export", "things", "--format", "json", code: 2).errors.contains("entitlements"))
    }

    @Test func holidaysFromTables() throws {
        let desk = try Desk()
        let map = try desk.stage.file(
            "days.map", "[import]\nkind = holiday\ncalendar = emea\ndate = d.M.yyyy\n[fields]\nday = Day\nname = What\n"
        )
        let table = try desk.stage.file(
            "days.csv", "Day,What,Who\n25.12.2026,Christmas\u{1b}[2J,all\nsoon,Easter,all\n1.1.2027,,all\n")
        let calendar = try desk.stage.file(
            "days.ics",
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261225\r\nSUMMARY:Christmas\r\n"
                + "END:VEVENT\r\nEND:VCALENDAR\r\n")
        let before = try desk.everything()
        let result = try desk.run("import", table, "--map", map, code: 6)
        #expect(result.output.contains("# Holidays to paste below [calendar \"emea\"]."))
        #expect(result.output.contains("holiday = 2026-12-25 Christmas [2J\nholiday = 2027-01-01 Holiday\n"))
        #expect(result.errors.contains("days.csv:3: “soon” is no day"))
        let same = try desk.run("import", calendar, "--map", map, code: 0).output
        #expect(try desk.run("policy", "holidays", calendar, "--calendar", "emea", code: 0).output == same)
        let wrong = try desk.stage.file("wrong.map", "[import]\nkind = holiday\ncalendar = emae\n")
        #expect(try desk.run("import", calendar, "--map", wrong, code: 3).errors.contains("emea"))
        #expect(try desk.everything() == before)
    }
}
