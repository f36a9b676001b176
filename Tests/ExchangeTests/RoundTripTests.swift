import CaseModel
import GuidePolicy
import Testing

@testable import CaseExchange

@Suite("What is written out of a kind comes back the same")
struct RoundTripTests {
    /// A value of every type; the key of something of the same table where a field names it.
    private static func value(_ field: RecordField, of kind: RowKind) -> String? {
        if kind == .agent, field.name == "logins" { return "cy dan" }
        if kind == .agent, field.name == "products" { return "Gateway “é”" }
        if kind == .agent, field.name == "duties" { return "account-manager engineer" }
        if kind == .agent, field.name == "role" { return "account-manager" }
        if kind == .agent, field.name == "shift" { return "Mon-Fri 09:00-17:00" }
        if kind == .agent, field.name == "languages" { return Guide.policy.people.languages.first?.code }
        if kind == .agent, field.name == "products" { return "Gate, way; Other" }
        if field.name == "email" { return "jb@nord.example" }
        if field.name == "phone" { return "+47 22 33 44 55" }
        if field.name == "language" { return "nb" }
        switch field.type {
        case .text: return "=\(field.name), “é”\n\u{202E}\"2\""
        case .count(let range): return String(range.lowerBound)
        case .day: return field.name == kind.record?.start ? "2026-01-01" : "2026-12-31"
        case .instant: return "2026-03-09T13:30:00Z"
        case .flag: return "yes"
        case .word(let words): return words.last
        case .words: return kind.canonical("b, a", of: field) ?? "emea"
        case .plan: return "select"
        case .account, .contact, .agent, .record, .item: return "1"
        case .holder: return nil
        case .code(let section): return Guide.policy.codes(of: section).first
        case .amounts: return "a=1"
        }
    }

    /// Two things of every kind: one with everything, one with what is needed.
    private static func fill(_ desk: ImportDesk) async throws {
        try await loadCase("1", "sample", desk)
        var left = RowKind.loadable
        while !left.isEmpty {
            let codes = Set(left.map(\.code))
            // What is named comes first.
            let next = try #require(
                left.first { kind in
                    kind.fields.flatMap(\.type.named).allSatisfy { $0 == kind.code || !codes.contains($0) }
                })
            left.removeAll { $0 == next }
            var whole: [String: String?] = [:]
            for field in next.fields where field.name != "parent" { whole[field.name] = .some(value(field, of: next)) }
            var bare = whole.filter { next.field($0.key)?.isRequired == true }
            bare[next.title] = whole[next.title]
            if case .text? = next.field(next.title)?.type { bare[next.title] = .some("Other") }
            if next == .account { bare["parent"] = "1" }
            let header = LoadHeader(
                source: "sample", claim: ImportDesk.claim, at: ImportDesk.now, operation: OperationID(next.code))
            try await desk.store.beginLoad(header)
            let counts = try await desk.store.load([
                .row(LoadRow(kind: next, key: "1", line: 1, values: whole)),
                .row(LoadRow(kind: next, key: "2", line: 2, values: bare)), .endOfRows,
            ])
            try await desk.store.finishLoad()
            #expect(counts.created == 2 && counts.problems == [], "\(next.code): \(counts.problems)")
        }
    }

    /// A case for those that name one.
    private static func loadCase(_ key: String, _ source: String, _ desk: ImportDesk) async throws {
        let header = LoadHeader(
            source: source, claim: ImportDesk.claim, at: ImportDesk.now, operation: OperationID("case-\(source)"))
        try await desk.store.beginLoad(header)
        let entry = HistoryEntry(at: ImportDesk.now, actor: "x", values: [.subject: "A case", .externalID: "1"])
        _ = try await desk.store.load([.history(CaseHistory(key: key, line: 1, entries: [entry]))])
        try await desk.store.finishLoad()
    }

    private static func written(
        _ kind: RowKind, _ desk: ImportDesk, _ format: ExportFormat, raw: Bool = true
    ) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        _ = try await Exporter(desk.store, format: format, csv: CSVWriter(raw: raw)).rows(kind) { bytes += $0 }
        return bytes
    }

    @Test("Every kind, in every form", arguments: ExportFormat.allCases)
    func whole(_ format: ExportFormat) async throws {
        let desk = ImportDesk()
        try await Self.fill(desk)
        let other = ImportDesk()
        try await Self.loadCase("CS-1000001", "caseload", other)
        var left = RowKind.loadable
        while !left.isEmpty {
            let codes = Set(left.map(\.code))
            let kind = try #require(
                left.first { kind in
                    kind.fields.flatMap(\.type.named).allSatisfy { $0 == kind.code || !codes.contains($0) }
                })
            left.removeAll { $0 == kind }
            let bytes = try await Self.written(kind, desk, format)
            let file = try TemporaryFile(bytes)
            var summary = try await other.run(.rows(.own(kind)), file.path)
            #expect(summary.problems == [], "\(kind.code): \(summary.problems)")
            #expect(summary.created + summary.unchanged == summary.read && summary.read >= 2)
            #expect(try await Self.written(kind, other, format) == bytes, "\(kind.code)")
            summary = try await other.run(.rows(.own(kind)), file.path)
            #expect(summary.unchanged == summary.read && summary.problems == [])
        }
    }

    @Test func aTableForSpreadsheetsRunsNothing() async throws {
        let desk = ImportDesk()
        try await Self.fill(desk)
        let text = String(decoding: try await Self.written(RowKind(.contract), desk, .csv, raw: false), as: UTF8.self)
        #expect(text.contains("\"'=number") && !text.contains(",\"=number"))
    }

    @Test func onlyThoseOfOneCustomerOrName() async throws {
        let desk = ImportDesk()
        try await Self.fill(desk)
        let exporter = Exporter(desk.store, format: .jsonl)
        #expect(try await exporter.rows(.account, text: "oth") { _ in } == 1)
        #expect(try await exporter.rows(RowKind(.contract), text: "OTHER") { _ in } == 1)
        #expect(try await exporter.rows(RowKind(.contract), of: AccountID(1)) { _ in } == 2)
        #expect(try await exporter.rows(RowKind(.contract), of: AccountID(2)) { _ in } == 0)
        #expect(try await exporter.rows(.agent, text: "ADA") { _ in } == 1)
    }
}
