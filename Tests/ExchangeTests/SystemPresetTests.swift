import CaseModel
import EmbeddedFiles
import GuidePolicy
import Testing

@testable import CaseExchange

@Suite("Presets for whole systems: customers, people, contracts and cases that name each other")
struct SystemPresetTests {
    private static func preset(_ name: String) throws -> TableMap {
        let bytes = try #require(EmbeddedFiles.preset(name))
        let (map, warnings) = try TableMap.read(bytes: bytes, named: name, Guide.words) { HostZones.zone(named: $0) }
        #expect(warnings.isEmpty, "\(name)")
        return map
    }

    @Test("Every preset can be read", arguments: EmbeddedFiles.presetNames)
    func readable(_ name: String) throws {
        _ = try Self.preset(name)
    }

    private static func salesforce(_ desk: ImportDesk) async throws -> [String: ImportSummary] {
        var summaries: [String: ImportSummary] = [:]
        for what in ["accounts", "contacts", "contracts", "entitlements", "cases"] {
            var map = try preset("salesforce-\(what)")
            if what == "entitlements" {
                // What its plans are called, only the company knows.
                let bytes = try #require(EmbeddedFiles.preset("salesforce-entitlements"))
                let words = "\n[values \"plan\"]\nDay and Night = whole\nOffice Hours = half\n"
                map = try ImportDesk.map(String(decoding: bytes, as: UTF8.self) + words)
            }
            let file = Fixture.path("salesforce-\(what).csv")
            summaries[what] = try await desk.run(map, file, keepGoing: what == "entitlements")
        }
        return summaries
    }

    @Test func salesforceTables() async throws {
        let desk = ImportDesk()
        let first = try await Self.salesforce(desk)
        #expect(
            first.mapValues(\.created) == ["accounts": 3, "contacts": 3, "contracts": 2, "entitlements": 2, "cases": 3])
        #expect(first["accounts"]?.left == 1 && first["entitlements"]?.rejected == 1)
        let told = first.mapValues { $0.problems.map { "\($0.line): \($0.message.prefix(21))" } }
        #expect(
            told == [
                "accounts": ["4: No account “001ZZ” is"], "contacts": ["4: No account “001A9” is"], "contracts": [],
                "entitlements": ["4: No contract “810S7” i"],
                "cases": ["5: No account “001A7” is", "5: No contact “003C9” is"],
            ])
        let accounts = try await desk.accounts()
        #expect(accounts.map(\.name) == ["Fjord Power", "Fjord Holding", "Delta Bakery, Ltd."])
        #expect(accounts[0].parent == accounts[1].id && accounts[1].organizationID == "ORG-77")
        let lines = try await desk.store.records(RecordQuery(.entitlement)).records
        #expect(
            lines.map { $0["plan"] } == ["whole", "half"]
                && lines.map(\.parent) == [
                    RecordID(.contract, 1), RecordID(.contract, 2),
                ])
        let id = try #require(try await desk.store.cases(named: "00001001").first)
        let file = try await desk.store.caseFile(id)
        #expect(file.contact?.name == "Åsa Lund" && file.account?.name == "Fjord Power")
        #expect(file.item.status.code == "wip" && file.item.entitlement == RecordID(.entitlement, 1))
        #expect(file.item.description == "Since the storm.\nTwo of four." && file.item.owner == nil)
        let again = try await Self.salesforce(desk)
        #expect(again.values.allSatisfy { $0.created == 0 && $0.updated == 0 })
    }

    @Test func emptyTablesOfSalesforceAreNoMistake() async throws {
        for what in ["accounts", "contacts", "contracts", "entitlements", "cases"] {
            let header = try Fixture.bytes("salesforce-\(what).csv").prefix { $0 != 0x0A }
            let file = try TemporaryFile(Array(header))
            let summary = try await ImportDesk().run(try Self.preset("salesforce-\(what)"), file.path)
            #expect(summary == ImportSummary(), "\(what)")
        }
    }

    @Test func zendeskObjects() async throws {
        let desk = ImportDesk()
        var summaries: [ImportSummary] = []
        for _ in 1...2 {
            for (what, name) in [
                ("accounts", "accounts.json"), ("contacts", "users.json"), ("agents", "users.json"),
                ("cases", "tickets.jsonl"),
            ] {
                summaries.append(
                    try await desk.run(try Self.preset("zendesk-\(what)"), Fixture.path("zendesk-\(name)")))
            }
        }
        #expect(summaries.map(\.created) == [2, 4, 2, 3, 0, 0, 0, 0])
        #expect(summaries.map(\.unchanged) == [0, 0, 0, 0, 2, 4, 2, 3])
        #expect(summaries[1].problems.map(\.message).map { $0.prefix(16) } == ["A telephone numb", "No account “99” "])
        #expect(summaries[3].problems.map(\.line) == [3, 3])
        #expect(Set(summaries[3].problems.map { $0.message.prefix(15) }) == ["No contact “55”", "No owner “1” is"])
        let id = try #require(try await desk.store.cases(named: "436b").first)
        let file = try await desk.store.caseFile(id)
        #expect(file.contact?.email == "ida@kelp.example" && file.account?.name == "Kelp Works")
        #expect(file.item.owner.map { file.names.agents[$0] } == "Rosa Diaz")
        #expect(file.item.openedAt.description == "2016-04-28T21:19:34Z" && file.item.extra["type"] == "incident")
        #expect(file.item.status.code == "cust" && file.item.channel?.code == "phone")
        let agents = try await desk.store.agents()
        #expect(agents.map(\.name) == ["Ada", "Lee", "Rosa Diaz"] && agents[1].duties == [] && agents[1].logins == [])
        let people = try await desk.store.contacts(matching: "per moss", account: nil, limit: 2)
        #expect(people.map(\.active) == [false])
    }
}
