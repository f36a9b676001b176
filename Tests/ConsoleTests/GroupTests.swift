import CaseModel
import ConsoleCore
import GuidePolicy
import TerminalUI
import Testing

@Suite("Groups and rules of a queue")
struct GroupTests {
    private func group(_ seat: inout Seat, _ name: String) async {
        await seat.type(":")
        await seat.write("group \(name)")
        await seat.type("<CR>")
    }

    /// The first words of the rows.
    private func heads(_ seat: Seat, _ width: Int) -> [String] {
        seat.picture().split(separator: "\n").filter { $0.contains("CS-10000") && !$0.hasPrefix(" CS-") }
            .map { String($0.dropFirst(3).prefix(width)).filter { $0 != " " } }
    }

    @Test("each group says its name at its first visible row, and the queue keeps it as long as the console runs")
    func groups() async throws {
        var seat = try await Seat.open(CoveredStore.make())
        await seat.type("5")
        await group(&seat, "owner")
        #expect(seat.row(1).hasSuffix("by owner, due ↑"))
        #expect(heads(seat, 6) == ["ada", "", "", "", "–", "", ""])
        #expect(!seat.row(3).contains("Status       Owner"))
        await seat.type("2")
        #expect(!seat.row(1).contains("by owner"))
        await seat.type("5")
        #expect(seat.row(1).hasSuffix("by owner, due ↑"))
        await group(&seat, "none")
        #expect(seat.row(1).hasSuffix(" due ↑") && !seat.row(1).contains("by "))
        await group(&seat, "subject")
        #expect(seat.notice.contains("Queues are grouped by severity, status,"))
    }

    @Test("what is due first stands first in each group; a list offers the fields")
    func order() async throws {
        var seat = try await Seat.open(CoveredStore.make())
        await seat.type("5O")
        #expect(seat.picture().contains("Groups of All open"))
        await seat.write("sever")
        await seat.type("<CR>")
        #expect(heads(seat, 4) == ["1■", "2▲", "", "", "", "3●", "4·"])
        #expect(seat.picture().split(separator: "\n").first { $0.contains("2 ▲") }?.contains("overdue 25m") == true)
        try expectPicture(view(seat.state, theme: .terminal), "group-120x40")
    }

    @Test("rows that a rule fits have a sign in the gutter; the first rule that fits decides, and time goes on")
    func rules() async throws {
        let store = try await CoveredStore.make()
        var named = NamedQueue("Work", query: "is:open", sort: SortKey.work)
        named.rules = [
            RowRule("is:overdue", role: .bad, sign: "!"), RowRule("owner:none severity:1", role: .accent, sign: "*"),
        ]
        var seat = Seat(store, columns: 100, rows: 30)
        seat.state = ConsoleState(
            size: Size(columns: 100, rows: 30), now: SampleStore.now, queues: [named, NamedQueue("All", query: "")])
        seat.hear(.opened(Session(agent: try await store.agent(for: SampleStore.ada), zone: SampleStore.zone)))
        await seat.rest()
        #expect(signs(seat) == ["!", "*", " ", " ", " ", " ", " "])
        seat.hear(.tick(SampleStore.now + 900))
        await seat.rest()
        #expect(signs(seat) == ["!", "!", " ", " ", " ", " ", " "])
        await seat.type("2")
        #expect(signs(seat).allSatisfy { $0 == " " })
    }

    private func signs(_ seat: Seat) -> [String] {
        seat.picture().split(separator: "\n").filter { $0.contains("CS-10000") && !$0.hasPrefix(" CS-") }
            .map { String($0.dropFirst(2).prefix(1)) }
    }

    @Test("a row answers a query as its case does, where rows tell what it asks")
    func rowsAnswer() async throws {
        let store = try await CoveredStore.make()
        let context = QueryContext(now: SampleStore.now, zone: SampleStore.zone)
        let rows = try await store.firstPage(.all, sort: SortKey.usual, limit: 20, context)
        for text in [
            "is:open", "is:overdue", "severity:1,2", "owner:ada", "owner:none", "account:\"Nord Energy\"", "contact:K*",
            "plan:select", "status:wip", "due<2h", "followUpDueAt<4h", "responseState:met", "product:none",
            "subject:licen*",
            "opened>1h -is:critical",
        ] {
            let query = try CaseQuery(text)
            #expect(query.beyondRows == nil, "\(text)")
            let found = Set(try await store.orderedIDs(query, sort: [], context))
            let fitting = rows.filter { query.matches(QuerySubject($0, Guide.words), context) }.map(\.id)
            #expect(Set(fitting) == found, "\(text)")
        }
        #expect(try CaseQuery("is:open or channel:phone").beyondRows == "channel:phone")
        #expect(try CaseQuery("-gateway").beyondRows == "gateway")
    }
}
