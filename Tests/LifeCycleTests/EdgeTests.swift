import CaseModel
import GuidePolicy
import Testing

@Suite("The life cycle is that of the domain reference")
struct EdgeTests {
    @Test("leads from each status where the reference says", arguments: ExpectedTable.cells.indices)
    func edge(_ index: Int) throws {
        let cell = ExpectedTable.cells[index]
        let outcome = try Bench(cell.from).outcome(.whole(cell.act))
        #expect(outcome.words == cell.to, "\(cell.from), \(cell.act): \(outcome.refusal?.description ?? "done")")
        // What may be and is asked for is given, so nothing is held up and nothing is said.
        let all = ["status esc": "summary-written", "reopen": "ground-cured"]
        let said = all[cell.act]
        let isSaid = cell.to != "-" && cell.to != (cell.act == "severity" ? "" : cell.from) && cell.from != "closed"
        #expect(outcome.remarks == (isSaid ? said.map { ["warn \($0)"] } ?? [] : []))
        guard let refusal = outcome.refusal else { return }
        #expect(!refusal.rule.isEmpty && refusal.message.hasSuffix(".") && refusal.remedy.hasSuffix("."))
        #expect(outcome.item == (try Bench(cell.from).item))
    }

    @Test("covers every pair of a status and an act")
    func complete() {
        #expect(ExpectedTable.cells.count == 13 * 30)
        #expect(Set(ExpectedTable.cells.map(\.from)) == Set(Guide.words.statuses.map(\.code)))
        let acts = Set(ExpectedTable.cells.map(\.act))
        for status in Guide.words.statuses { #expect(acts.contains("status \(status.code)")) }
        for reason in Guide.words.closures { #expect(acts.contains("close \(reason.code)")) }
    }

    @Test("takes a case of severity 1 before it is verified", arguments: ["new", "held"])
    func critical(_ from: String) throws {
        var bench = try Bench(from, severity: "1")
        #expect(try bench.outcome(.take).words == "wip")
        #expect(try bench.outcome(.status("wip", [:])).words == "wip")
        bench.item.flags = ["cover-active"]
        bench.facts.isCovered = false
        let taken = try bench.outcome(.take)
        #expect(taken.item.flags == ["cover-active"] && taken.remarks == ["warn cover-verified"])
        bench.item.flags = []
        #expect(try bench.outcome(.take).item.flags == ["cover-active"])
        bench.facts.isCovered = true
        bench.item.flags = ["cover-active"]
        #expect(try bench.outcome(.take).item.flags == [])
    }

    @Test("does what the strength of a guard says", arguments: ExpectedTable.guards.indices)
    func guards(_ index: Int) throws {
        let row = ExpectedTable.guards[index]
        for from in row.from { try check(row, from, row.strength, Guide.policy) }
    }

    @Test("follows an edited policy", arguments: ExpectedTable.guards.indices, ["refuse", "hold", "warn"])
    func strengths(_ index: Int, _ strength: String) throws {
        let row = ExpectedTable.guards[index]
        let policy = try Edited.guide([(row.row, row.condition, strength)])
        for from in row.from { try check(row, from, strength, policy) }
        // Without the line nothing is asked.
        let free = try Edited.guide([(row.row, row.condition, nil)])
        var bench = try Bench(row.from[0], severity: row.severity, free)
        try row.without(&bench)
        let outcome = try bench.outcome(row.deed)
        #expect(outcome.refusal?.rule != row.condition && !outcome.remarks.contains { $0.hasSuffix(row.condition) })
    }

    private func check(_ row: ExpectedTable.Guard, _ from: String, _ strength: String, _ policy: Policy) throws {
        var bench = try Bench(from, severity: row.severity, policy)
        try row.without(&bench)
        let outcome = try bench.outcome(row.deed)
        let said = "\(row) from \(from) with \(row.deed): \(outcome.refusal?.description ?? outcome.words)"
        let condition = try #require(policy.lifeCycle.conditions.first { $0.code == row.condition })
        if strength == "refuse" {
            let refusal = try #require(outcome.refusal, "\(said)")
            #expect(refusal.rule == row.condition, "\(said)")
            #expect(refusal.message.contains("“\(row.row)”"), "\(said)")
            #expect(refusal.message.contains(condition.says), "\(said)")
            #expect(refusal.message.hasSuffix("]."), "\(said)")
            #expect(refusal.remedy.hasPrefix(condition.mend), "\(said)")
            return
        }
        #expect(outcome.refusal == nil, "\(said)")
        #expect(outcome.remarks.contains("\(strength) \(row.condition)"), "\(said): \(outcome.remarks)")
        #expect(outcome.item.flags.contains(row.condition) == (strength == "hold"), "\(said)")
        // A row that says where a case goes that is held up is the only one that leads elsewhere.
        let else_ = row.row == "verify" && strength != "hold" ? "open" : row.to
        #expect(outcome.words == else_ ?? from, "\(said)")
    }
}

/// The built-in policy with other guards.
enum Edited {
    /// - Parameter edits: the row, the condition, and the strength it has now; nil takes it out.
    static func guide(_ edits: [(row: String, condition: String, strength: String?)]) throws -> Policy {
        var lines = String(decoding: Guide.policy.text, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for edit in edits {
            let start = try #require(lines.firstIndex(of: "[transition \"\(edit.row)\"]"))
            let line = try #require(lines[start...].firstIndex { $0.hasPrefix("require.\(edit.condition) = ") })
            let isOther = lines[(start + 1)...line].contains { $0.hasPrefix("[") }
            #expect(!isOther, "\(edit.row) does not ask \(edit.condition)")
            lines[line] = edit.strength.map { "require.\(edit.condition) = \($0)" } ?? ""
        }
        return try #require(Policy.read(bytes: Array(lines.joined(separator: "\n").utf8), named: "edited").policy)
    }
}
