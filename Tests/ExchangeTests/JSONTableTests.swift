import CaseModel
import GuidePolicy
import Testing

@testable import CaseExchange

@Suite("Tables written as JSON")
struct JSONTableTests {
    private static let map = RowImportTests.accounts.replacing(
        "name = Name", with: "name = Name\norganizationID = org.number")

    @Test(
        "An array, an array in an object, or one object after the other",
        arguments: ["[%]", "{\"count\":2,\"rows\":[%],\"next\":null}", "%"])
    func forms(_ form: String) async throws {
        let one = """
            {"Id": 1, "Name": "Nord \\u00c5\\n\\ud83d\\ude00", "org": {"number": "O-1", "deep": {"x": true}},
             "Country": null, "Deleted": "0"}
            """
        let two =
            "{\"Id\": 2, \"ParentId\": 1, \"Name\": \"Sub\", \"tags\": [\"a\", \"b\"], \"lines\": [{\"a\": [1]}], \"Deleted\": 0}"
        let separator = form == "%" ? "\n" : ",\n"
        let desk = ImportDesk()
        let summary = try await desk.run(Self.map, table: form.replacing("%", with: one + separator + two))
        #expect((summary.read, summary.created) == (2, 2) && summary.problems == [])
        let accounts = try await desk.accounts()
        #expect(accounts.map(\.name) == ["Nord Å\n😀", "Sub"])
        #expect(accounts.map(\.organizationID) == ["O-1", nil] && accounts[1].parent == accounts[0].id)
    }

    @Test func problemsNameTheLineOfTheText() async throws {
        let table = """
            [
              {"Id": "1", "Deleted": 0,
               "Name": "a\\nb",
               "ParentId": "7"},

              {"Id": "2", "Deleted": 0, "ParentId": "8", "Name": ""}
            ]
            """
        let summary = try await ImportDesk().run(Self.map, table: table, keepGoing: true)
        #expect(summary.problems.map(\.line) == [1, 1, 6, 4], "\(summary.problems)")
        #expect(summary.problems[1].message.contains("“Country”"))
        #expect(summary.problems[2].column == 54 && summary.problems[3].column == 16)
        #expect((summary.created, summary.rejected) == (1, 1))
    }

    @Test(
        "What is no JSON is told with its place",
        arguments: [
            ("[{\"a\": 1},\n {\"a\": tru}]", 2, 8), ("[{\"a\": 1}\n", 2, 1), ("[1]", 1, 2), ("{\"a\": \"x", 1, 9),
            ("[{\"a\" 1}]", 1, 7), ("[{\"a\": 1}{\"a\": 2}]", 1, 10), ("[{a: 1}]", 1, 3),
            ("[{\"a\": \"\u{1}\"}]", 1, 9),
            ("[{\"a\": 1}]\n[{\"a\": 2}]", 2, 1), ("[]\n{\"a\": 2}", 2, 1),
            ("{\"open\": [{\"a\": 1}],\n\"closed\": [{\"a\": 2}]}", 2, 11),
            ("[{\"a\": \"\\x\"}]", 1, 10), ("[{\"a\": -}]", 1, 9), ("[{\"a\": \"\\u12\"}]", 1, 11),
        ])
    func broken(_ text: String, _ line: Int, _ column: Int) throws {
        let file = try TemporaryFile(text)
        #expect {
            try TextFile(opening: file.path, FileLayout())
        } throws: { error in
            guard case .header(let problems)? = error as? ImportError else { return false }
            return problems.map { [$0.line, $0.column] } == [[line, column]]
        }
    }

    @Test func aTextOfAnotherEncodingIsToldWithItsPlace() throws {
        let file = try TemporaryFile(Array("[{\"a\": \"Nord ".utf8) + [0xC5] + Array("kers\"}]".utf8))
        #expect {
            try TextFile(opening: file.path, FileLayout())
        } throws: { error in
            guard case .header(let problems)? = error as? ImportError else { return false }
            return problems.map { [$0.line, $0.column] } == [[1, 8]]
                && problems[0].message.hasSuffix("This text is not UTF-8.")
        }
    }

    @Test func nothingIsDeeperThanABound() throws {
        for (open, close) in [("{\"a\":", "}"), ("[", "]")] {
            let text =
                "[{\"a\":" + String(repeating: open, count: 100_000) + "1" + String(repeating: close, count: 100_000)
                + "}]"
            let file = try TemporaryFile(text)
            #expect(throws: ImportError.self) { try TextFile(opening: file.path, FileLayout()) }
        }
    }

    @Test(arguments: ["", "[]", "{\"rows\":[]}", "[ ]"])
    func nothingInItIsNoMistake(_ text: String) async throws {
        let summary = try await ImportDesk().run(Self.map, table: text)
        #expect((summary.read, summary.created, summary.rejected) == (0, 0, 0) && summary.isTaken)
    }

    @Test func otherEncodingsAndLoneHalves() async throws {
        let desk = ImportDesk()
        let text =
            "[{\"Id\": 1, \"Name\": \"Å \\ud800 x\", \"Deleted\": \"\", \"Country\": null, \"ParentId\": null, \"org\": {\"number\": null}}]"
        var bytes: [UInt8] = [0xFE, 0xFF]
        for unit in text.utf16 { bytes += [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
        let file = try TemporaryFile(bytes)
        let summary = try await desk.run(try ImportDesk.map(Self.map), file.path)
        #expect(summary.created == 1 && summary.problems == [])
        #expect(try await desk.accounts().map(\.name) == ["Å \u{FFFD} x"])
    }
}
