import CaseModel
import GuidePolicy
import SettingsText
import Testing

@testable import CaseExchange

@Suite("Maps")
struct MapTests {
    private static func read(_ text: String) throws -> ImportMap {
        try ImportMap.read(bytes: Array(text.utf8), named: "my.map", Guide.words) { $0 == "UTC" ? .utc : nil }.map
    }

    /// The problems of a map, each as `line:column word`.
    private static func problems(_ text: String) -> [String] {
        do throws(ImportError) {
            let warnings = try ImportMap.read(bytes: Array(text.utf8), named: "my.map", Guide.words) {
                $0 == "UTC" ? .utc : nil
            }
            .warnings
            return warnings.map(\.description)
        } catch {
            return error.description.split(separator: "\n").map(String.init)
        }
    }

    private static let least = "[import]\nkey = id\ntime = at\n"

    @Test func theLeastMap() throws {
        let map = try Self.read(Self.least)
        #expect(map.source == "my" && map.layout == FileLayout() && map.history.key.name == "id")
        #expect(map.history.times.map(\.name) == ["at"] && !map.history.isSorted && map.dates.zone == .utc)
        #expect(map.dates.patterns.count > 5)
    }

    @Test(arguments: [
        ("[import]\ntime = at\n", "my.map:1:1: A map needs “key = COLUMN”"),
        ("[import]\nkey = id\n", "my.map:1:1: A map needs “time = COLUMN”"),
        (least + "zone = Mars/Phobos", "my.map:4:8: This host knows no zone “Mars/Phobos”"),
        (least + "date = dd/qq/yyyy", "my.map:4:11: “q” is no letter of a date pattern"),
        (least + "date = HH:mm", "my.map:4:8: A date pattern needs a year"),
        (least + "encoding = ebcdic", "my.map:4:12: The encoding “ebcdic” is not known"),
        (least + "delimiter = ab", "my.map:4:13: A delimiter is one sign"),
        (least + "format = xlsx", "my.map:4:10: The format “xlsx” is not known"),
        (least + "order = up", "my.map:4:9: Rows stand"),
        (
            least + "[fields]\nsubjcet = a",
            "my.map:5:1: The field “subjcet” is not known. Did you mean “subject”?"
        ),
        (least + "[fields]\nsubject = {a} {b", "my.map:5:15: A column in braces"),
        (least + "[values \"status\"]\nA = clsoed", "my.map:5:5: “clsoed” is no status. Did you mean “closed”?"),
        (least + "[values \"nothing\"]\nA = b", "my.map:4:1: The field “nothing” is not known"),
        (least + "[hidden-until \"later\"]\ncolumns = a", "my.map:4:1: Columns are hidden until"),
        // What can be done without is told too.
        (least + "tiem = at", "my.map:4:1: The key “tiem” is not known and left out. Did you mean “time”?"),
        (least + "[field]\n", "my.map:4:1: The section “field” is not known and left out. Did you mean “fields”?"),
        ("[import\n", "my.map:1:8:"),
    ])
    func whatIsWrongAndWhere(text: String, start: String) {
        let found = Self.problems(text)
        #expect(found.contains { $0.hasPrefix(start) }, "\(found)")
    }

    @Test(
        arguments: [
            ("a1", "b1", "c1", "a1 · b1 (c1)"), ("a1", "b1", "", "a1 · b1"), ("a1", "", "c1", "a1 (c1)"),
            ("", "b1", "", "b1"), ("", "", "", nil), ("?", " b1 ", "?", "b1"), ("a1", "", "", "a1"),
        ] as [(String, String, String, String?)])
    func composedFields(a: String, b: String, c: String, expected: String?) async throws {
        let map = try Self.read(
            Self.least + "null = ?\ndate = yyyy-MM-dd\n[fields]\nproduct = \"{a} · {b} ({c})\"\n")
        let file = try TemporaryFile("id,at,a,b,c\n1,2026-03-09,\(a),\(b),\(c)\n")
        let store = MemoryCaseStore(keeper: Claim(login: "x", userNumber: 1), keeperName: "X")
        let header = LoadHeader(
            source: "", claim: Claim(login: "x", userNumber: 1), at: Timestamp(seconds: 0), operation: OperationID("o"))
        _ = try await Importer(map, file: file.path).run(into: store, header)
        let id = try #require(try await store.cases(named: "1").first)
        #expect(try await store.caseFile(id).item.product == expected)
    }

    @Test(
        arguments: [
            ("d/M/yyyy HH:mm", "29/2/2016 01:16", "2016-02-29T01:16:00Z"),
            ("dd/MMM/yy HH:mm", "30/Sep/21 17:20", "2021-09-30T17:20:00Z"),
            ("dd/MMM/yy HH:mm", "30/September/99 17:20", "1999-09-30T17:20:00Z"),
            ("yyyy/MM/dd HH:mm:ss.SSS", "2012/10/09 14:50:17.000", "2012-10-09T14:50:17Z"),
            ("yyyy-MM-dd'T'HH:mm:ss XXX", "2016-04-28T11:19:34 -10:00", "2016-04-28T21:19:34Z"),
            ("yyyy-MM-dd'T'HH:mm:ssX", "2016-04-28T11:19:34Z", "2016-04-28T11:19:34Z"),
            ("M/d/yy h:mm a", "4/5/26 12:05 AM", "2026-04-05T00:05:00Z"),
            ("M/d/yy h:mm a", "4/5/26 12:05 pm", "2026-04-05T12:05:00Z"),
            ("EEE, d MMM yyyy HH:mm:ss Z", "Mon, 9 Mar 2026 13:30:00 +0100", "2026-03-09T12:30:00Z"),
            ("dd.MM.yyyy 'um' HH:mm", "09.03.2026 um 13:30", "2026-03-09T13:30:00Z"),
            ("d/M/yyyy HH:mm", "29/2/2015 01:16", nil), ("d/M/yyyy HH:mm", "1/13/2015 01:16", nil),
            ("d/M/yyyy HH:mm", "1/1/2015 24:00", nil), ("d/M/yyyy HH:mm", "1/1/2015 01:16 x", nil),
            ("d/M/yyyy HH:mm", "1/1/15 01:16", nil), ("M/d/yy h:mm a", "4/5/26 13:05 pm", nil),
            ("d/M/yyyy HH:mm", "", nil), ("d/M/yyyy HH:mm", "９/3/2026 10:00", nil),
        ] as [(String, String, String?)])
    func times(pattern: String, text: String, expected: String?) throws {
        let instant = try DatePattern(pattern).instant(Array(text.utf8), zone: .utc)
        #expect(instant?.description == expected)
    }

    @Test func zonesOfTheHost() throws {
        let dublin = try #require(HostZones.zone(named: "Europe/Dublin"))
        func offset(_ text: String) throws -> Int64 { dublin.offset(at: try #require(Timestamp(iso: text))) }
        #expect(try offset("2026-03-29T00:59:59Z") == 0)
        #expect(try offset("2026-03-29T01:00:00Z") == 3600)
        #expect(try offset("2026-10-25T00:59:59Z") == 3600)
        #expect(try offset("2026-10-25T01:00:00Z") == 0)
        #expect(try offset("2045-07-01T00:00:00Z") == 3600)
        let sydney = try #require(HostZones.zone(named: "Australia/Sydney"))
        #expect(sydney.offset(at: try #require(Timestamp(iso: "2026-01-01T00:00:00Z"))) == 11 * 3600)
        for name in ["Mars/Phobos", "", "../../../etc/passwd", "/etc/passwd", "Europe", "Europe/Dublin\0", ":bogus"] {
            #expect(HostZones.zone(named: name) == nil, "\(name)")
        }
    }
}
