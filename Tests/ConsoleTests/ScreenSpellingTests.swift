import CaseModel
import GuidePolicy
import Testing

@testable import ConsoleCore

@Suite("What screens say can be typed")
struct ScreenSpellingTests {
    @Test(
        "in queries, names for codes and either spelling",
        arguments: [
            ("centre:dublin", "center:dublin"), ("centre:\"Dublin, Ireland\"", "center:dublin"),
            ("plan:P+", "plan:priority-plus"), ("plan:\"CSS Priority Plus\"", "plan:priority-plus"),
            ("plan:css-priority-plus", "plan:priority-plus"), ("-centre:none", "-center:none"),
        ])
    func queries(typed: String, meant: String) throws {
        #expect(try CaseQuery(typed, Guide.words) == CaseQuery(meant, Guide.words))
    }

    @Test("and the spelling of the screens is the one that is offered")
    func offered() async throws {
        let candidates = CaseQuery.completions(for: "cen", cursor: 3, Guide.words).candidates
        #expect(candidates == ["centre:"])
        let values = CaseQuery.completions(for: "centre:du", cursor: 9, Guide.words).candidates
        #expect(values == ["dublin"])
        var seat = try await Seat.open(SampleStore.make())
        await seat.type(":")
        await seat.write("cent")
        await seat.type("<Tab>")
        #expect(seat.picture().contains(":centre"), "\(seat.picture())")
    }

    @Test("as commands and options")
    func commands() throws {
        #expect(try CommandCall(line: "centre list") == CommandCall(.center, ["list"]))
        #expect(try CommandCall(line: "licence list").command == .license)
        let call = try CommandCall(words: ["agent", "set", "Ada", "--centre", "dublin"])
        #expect(call.options[.center] == "dublin")
        #expect(try CommandCall(line: "MB-2") == CommandCall(.open, ["MB-2"]))
    }

    @Test(
        "as statuses, as the filter takes them",
        arguments: [
            "status CS-1 waiting on customer awaited=\"a trace\"",
            "status CS-1 waiting-on-customer awaited=\"a trace\"",
            "status CS-1 \"Waiting on Customer\" awaited=\"a trace\"",
        ])
    func statuses(line: String) throws {
        let plan = try #require(try plan(CommandCall(line: line), PlanTests.directory))
        #expect(plan.references == ["CS-1"])
        #expect(plan.changes == [.status(.cust, given: ["awaited": "a trace"])])
    }

    @Test("and what is typed after / is said to be looked for beside it")
    func hints() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        await seat.type("gr/")
        #expect(seat.picture().contains("rows with all the words, in any column"), "\(seat.picture())")
        await seat.type("<Esc><Esc>5/")
        #expect(seat.picture().contains("all words: subject, texts, number, contact"), "\(seat.picture())")
    }

    @Test("and what a situation records is found among the keys")
    func help() async throws {
        var seat = try await Seat.open(WorkplaceStore.make(), columns: 80, rows: 24)
        await seat.type("?")
        await seat.write("rest")
        #expect(seat.picture().contains("Critical situation"), "\(seat.picture())")
    }

    @Test("Tags behind sentences are explained once, in the order of the policy")
    func legend() {
        let lines = ["It ended. [426101, INF: partly not from the guide]", "So. [426101]", "No tag [no source] here."]
        let legend = Guide.policy.legend(of: lines)
        #expect(legend.count == 2 && legend[0].hasPrefix("[426101] Support Services Program"), "\(legend)")
        #expect(legend[1].hasPrefix("[INF] "), "\(legend)")
    }

    @Test("Of a host that has licences of other customers all are counted")
    func hosts() async throws {
        let store = try await WorkplaceStore.make()
        var edits: [RecordEdit] = []
        for (account, count) in [("AC-2", 3), ("AC-3", 1)] {
            for number in 0..<count {
                edits.append(
                    RecordEdit(
                        adding: .license, ["account": account, "product": "P\(number)", "quantity": "5"]))
            }
        }
        func operation(_ name: String) -> CaseModel.Operation {
            CaseModel.Operation(
                id: OperationID(name), claim: SampleStore.ada, at: SampleStore.now + 60, edits: [])
        }
        let licenses = try await store.keep(edits, operation("added")).records
        let moves = licenses.map { RecordEdit($0.id, doing: .license(.allocate(2, to: "shared-1"))) }
        _ = try await store.keep(moves, operation("moved"))
        let found = try await store.records(HostUse.query("shared-1"))
        let use = HostUse("shared-1", of: RecordID(.license, 1), at: AccountID(1), found)
        let words = try #require(use.warning(for: "Nord Energy"))
        #expect(words.contains(" and of 2 more on shared-1, and 1 more customer has some; "), "\(words)")
    }
}
