import CaseExchange
import CaseModel
import GuidePolicy
import Testing

@Suite("Writing tables and JSON")
struct WriterTests {
    /// What a spreadsheet would run, or might (reliability G1).
    static let formulas: [String] =
        ["=", "+", "-", "@", "\t", "\r", "\0", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"].flatMap { sign in
            ["\(sign)1+1", "  \(sign)cmd", "\u{FEFF}\(sign)1", "line\n\(sign)1", "line\r\n \(sign)1"]
        } + ["=HYPERLINK(\"http://x\",\"y\")", "=cmd|' /C calc'!A0", "-", "\u{00A0}=1", "\u{200B}=1", "\n=1"]

    private static func cell(_ text: String, raw: Bool = false) -> String {
        String(decoding: CSVWriter(raw: raw).line([.text(text)]).dropLast(2), as: UTF8.self)
    }

    @Test(arguments: formulas)
    func formulasAreTexts(text: String) {
        let cell = Self.cell(text)
        #expect(cell.unicodeScalars.first == "'" || cell.unicodeScalars.starts(with: "\"'".unicodeScalars))
        let raw = Self.cell(text, raw: true)
        #expect(!raw.unicodeScalars.starts(with: "'".unicodeScalars))
    }

    @Test(arguments: ["a", "a=b", "1+1", "x@y.example", "", "日本-語", "'quoted'", "two\nlines", "a\tb", "CS-1000001"])
    func textsStayAsTheyAre(text: String) {
        #expect(Self.cell(text).unicodeScalars.first != "'" || text.hasPrefix("'"))
        #expect(!Self.cell(text).contains("\"'"))
    }

    @Test func numbersAreNumbers() {
        let line = CSVWriter().line([.number(-5), .empty, .text("a,\"b\"")])
        #expect(String(decoding: line, as: UTF8.self) == "-5,,\"a,\"\"b\"\"\"\r\n")
    }

    @Test(arguments: [
        ("\u{1B}[2J", "\\u001b[2J"), ("\u{9B}31m", "\\u009b31m"), ("a\u{202E}b", "a\\u202eb"), ("\u{7F}", "\\u007f"),
        ("\u{200B}", "\\u200b"), ("\u{FEFF}", "\\ufeff"), ("\u{E0041}", "\\udb40\\udc41"), ("\u{2028}", "\\u2028"),
        ("\u{E000}", "\\ue000"), ("\u{3164}", "\\u3164"), ("\0", "\\u0000"), ("日本 é 🙂", "日本 é 🙂"),
        ("\"\\\n\r\t", "\\\"\\\\\\n\\r\\t"),
    ])
    func jsonIsSafeAndWhole(text: String, written: String) {
        #expect(String(decoding: JSON.string(text).bytes, as: UTF8.self) == "\"\(written)\"")
    }

    private static func store() async throws -> MemoryCaseStore {
        let claim = Claim(login: "ada", userNumber: 1000)
        let store = MemoryCaseStore(keeper: claim, keeperName: "Ada")
        let at = Timestamp(seconds: 1_773_063_000)
        try await store.beginLoad(LoadHeader(source: "s", claim: claim, at: at, operation: OperationID("op")))
        let records = (1...300).map { number in
            LoadRecord.history(
                CaseHistory(
                    key: "K\(number)", line: number,
                    entries: [
                        HistoryEntry(
                            at: at, actor: "A",
                            values: [
                                .subject: number == 7 ? "=1+1" : "Case \(number)", .queue: "Net",
                                .extra(number % 2 == 0 ? "even" : "odd, or not"): "\(number)",
                            ]),
                        HistoryEntry(at: at, actor: "B", values: [.status: "wip"]),
                    ]))
        }
        _ = try await store.load(records)
        try await store.finishLoad()
        return store
    }

    private static let context = QueryContext(now: Timestamp(seconds: 1_773_063_000))

    @Test(arguments: ExportFormat.allCases)
    func exportsEveryCase(format: ExportFormat) async throws {
        let exporter = Exporter(try await Self.store(), format: format)
        var bytes: [UInt8] = []
        let count = try await exporter.cases(CaseQuery(""), Self.context) { bytes += $0 }
        #expect(count == 300)
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
        switch format {
        case .jsonl: #expect(lines.count == 300 && lines.allSatisfy { $0.hasPrefix("{\"id\":") })
        case .json: #expect(lines.count == 302 && lines.first == "[" && lines.last == "]")
        case .csv:
            #expect(lines.count == 301)
            #expect(lines[0].hasSuffix("version,x.even,\"x.odd, or not\""))
            #expect(lines.contains { $0.contains(",'=1+1,") })
            #expect(lines.allSatisfy { $0.contains("Net") || $0 == lines[0] })
        }
    }

    @Test func exportsEveryEvent() async throws {
        let store = try await Self.store()
        var lines: [[UInt8]] = []
        let exporter = Exporter(store, format: .jsonl)
        let count = try await exporter.events(CaseQuery("externalID:K7"), Self.context) { (bytes: [UInt8]) in
            lines += bytes.split(separator: 0x0A).map(Array.init)
        }
        #expect(count == 2 && lines.count == 2)
        #expect(
            String(decoding: lines[1], as: UTF8.self).contains("{\"field\":\"status\",\"old\":\"new\",\"new\":\"wip\"}")
        )
    }

    @Test func nothingIsAnEmptyList() async throws {
        var bytes: [UInt8] = []
        let exporter = Exporter(try await Self.store(), format: .json)
        _ = try await exporter.cases(CaseQuery("status:denied"), Self.context) { bytes += $0 }
        #expect(bytes == Array("[]\n".utf8))
    }
}
