import CaseModel
import EmbeddedFiles
import GuidePolicy
import Testing

@testable import CaseExchange

@Suite("A map proposed for customers, people and records")
struct RowGuessTests {
    @Test(
        "The kind by the header",
        arguments: [
            ("salesforce-accounts.csv", "account", "organizationID = AccountNumber"),
            ("salesforce-contacts.csv", "contact", "name = \"{FirstName} {LastName}\""),
            ("salesforce-contracts.csv", "contract", "number = ContractNumber"),
            ("salesforce-entitlements.csv", "entitlement", "contract = ServiceContractId"),
            ("zendesk-users.json", "contact", "language = locale"),
        ])
    func real(_ name: String, _ kind: String, _ line: String) throws {
        let text = try MapGuess(file: Fixture.path(name), Guide.words).text
        let lines = text.split(separator: "\n")
        #expect(lines.contains("kind = \(kind)") && lines.contains(Substring(line)), "\(text)")
        _ = try ImportDesk.map(text)
    }

    @Test(
        "Tables of cases stay cases", arguments: ["salesforce-cases.csv", "zendesk-tickets.jsonl", "hadoop-bugs.csv"])
    func cases(_ name: String) throws {
        #expect(try !MapGuess(file: Fixture.path(name), Guide.words).text.contains("kind ="))
    }

    @Test("What the program writes of a kind is known again", arguments: RowKind.loadable.map(\.code))
    func own(_ code: String) async throws {
        let kind = try #require(RowKind(code: code))
        var bytes: [UInt8] = []
        _ = try await Exporter(ImportDesk().store, format: .csv).rows(kind) { bytes += $0 }
        let file = try TemporaryFile(bytes)
        let text = try MapGuess(file: file.path, Guide.words).text
        #expect(text.contains("kind = \(code)\n"), "\(text)")
    }

    @Test func aGuessIsAMapThatCanBeUsed() async throws {
        let table = """
            Serial Number;Company;Model;Level;Start Date;Expires
            S-1;Nord;Box;gold;1.2.2026;31.1.2027
            S-2;Nord;Box;Gold Plus;1.2.2026;31.1.2027
            """
        let file = try TemporaryFile(table)
        var text = try MapGuess(file: file.path, Guide.words).text
        #expect(text.contains("kind = hardware") && text.contains("date = dd.MM.yyyy"), "\(text)")
        #expect(text.contains("# Gold Plus = ?") && !text.contains("# gold = ?"))
        text = text.replacing("# Gold Plus = ?", with: "Gold Plus = gold-plus")
            .replacing("# add = account   (names that are not here yet)", with: "add = account")
        let desk = ImportDesk()
        let summary = try await desk.run(try ImportDesk.map(text), file.path)
        #expect(summary.created == 2 && summary.problems == [], "\(summary.problems)")
        let records = try await desk.store.records(RecordQuery(.hardware)).records
        #expect(records.map { $0["plan"] } == ["gold", "gold-plus"] && records[0]["end"] == "2027-01-31")
    }

    @Test func hostileNamesOfColumnsStayNames() throws {
        let table = "id,name,country,\"a\n[import]\nkind = case\",\"{x}\",\u{1B}[2J\n1,Nord,NO,x,y,z\n"
        let file = try TemporaryFile(table)
        let text = try MapGuess(file: file.path, Guide.words).text
        #expect(try ImportDesk.map(text).source == "test" && text.contains("kind = account"))
    }
}
