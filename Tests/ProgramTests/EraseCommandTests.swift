import CaseModel
import Foundation
import ProgramStage
import PseudoTerminal
import Testing

@testable import CaseStorage

@Suite("What was erased is nowhere in the files", .waiting)
struct EraseCommandTests {
    private static let words = ["quagmire", "zebulon", "4722334455", "22 33 44 55"]

    /// A store with a person, and texts that name them, changed often enough to leave pieces of themselves everywhere.
    private func makeDesk() throws -> (Desk, String) {
        let desk = try Desk()
        try desk.run("account", "new", "Nord Energy", code: 0)
        try desk.run(
            "contact", "new", "Zebulon Quagmire", "--account", "Nord Energy", "--email", "zebulon@quagmire.example",
            "--phone", "+47 22 33 44 55", "--language", "nb", code: 0)
        var id = ""
        for number in 1...12 {
            let result = try desk.run(
                "new", "--account", "Nord Energy", "--contact", "Zebulon Quagmire", "--subject",
                "\(number) for Zebulon Quagmire", "--severity", "2", "--channel", "phone", "--type", "technical",
                "--json", code: 0)
            id = try #require(try desk.object(result)["id"] as? String)
            try desk.run(
                "note", id, "-m", String(repeating: "Zebulon Quagmire, +47 22 33 44 55. ", count: number * 9), code: 0)
            try desk.run("set", id, "x.mail=zebulon@quagmire.example", "tags+=t\(number)", code: 0)
        }
        try desk.run("undo", code: 0)
        return (desk, id)
    }

    private func isAnywhere(_ desk: Desk) throws -> [String] {
        var found: [String] = []
        for ending in ["", "-wal", "-shm", "-lock"] {
            guard let bytes = FileManager.default.contents(atPath: desk.store + ending) else { continue }
            let text = String(decoding: bytes, as: UTF8.self).lowercased()
            found += Self.words.filter { text.contains($0) }.map { "\($0) in cases.db\(ending)" }
        }
        return found
    }

    @Test func inNoFileOfTheStore() throws {
        let (desk, id) = try makeDesk()
        #expect(try isAnywhere(desk).count >= 3)
        let tried = try desk.run(
            "contact", "erase", "Zebulon Quagmire", "--on-request-of", "the person", "--texts", "--dry-run", code: 0)
        #expect(tried.output.hasPrefix("Would be: erased the data of CT-1"))
        #expect(try desk.run("contact", "show", "CT-1", code: 0).output.contains("Quagmire"))
        #expect(try desk.run("contact", "erase", "CT-1", "--on-request-of", "x").code == 2)
        #expect(try desk.run("contact", "erase", "CT-1", "--yes").code == 2)
        let done = try desk.run(
            "contact", "erase", "CT-1", "--on-request-of", "Zebulon Quagmire", "--texts", "--yes", code: 0)
        #expect(done.output.contains("Erased the data of CT-1"))
        #expect(try isAnywhere(desk) == [])
        try desk.run("verify", code: 0)
        #expect(try desk.run("list", "zebulon", "--count", code: 0).output == "0\n")
        #expect(try desk.run("list", "erased", "--count", code: 0).output == "12\n")
        #expect(try desk.actions(id).count >= 3)
        #expect(try desk.run("log", "--limit", "1", code: 0).output.contains("erased the data of CT-1 on request of"))
        // A whole store that goes out and comes back has it no more either.
        let out = try desk.run("export", "store", code: 0)
        #expect(!out.output.lowercased().contains("quagmire"))
        try desk.run("import", "-", "--store", desk.stage.path("other.db"), input: out.output, code: 0)
        #expect(
            try desk.run("export", "store", "--store", desk.stage.path("other.db"), code: 0).output == out.output)
    }

    @Test func whatIsLeftIsNamed() throws {
        let (desk, id) = try makeDesk()
        let result = try desk.object(
            desk.run("contact", "erase", "CT-1", "--on-request-of", "the person", "--yes", "--json", code: 0))
        let left = try #require(result["left"] as? [[String: Any]])
        #expect(left.contains { $0["of"] as? String == id && $0["field"] as? String == "subject" })
        #expect(left.count == 24 && result["outcome"] as? String == "done")
        try desk.run("verify", code: 0)
    }

    @Test func aPartOfANameErasesNobody() throws {
        let desk = try Desk()
        try desk.run("account", "new", "Nord Energy", code: 0)
        try desk.run(
            "contact", "new", "Ashlee Jones", "--account", "Nord Energy", "--email", "lee@nord.example", code: 0)
        func erase(_ name: String, _ code: Int32) throws -> CommandResult {
            try desk.run("contact", "erase", name, "--on-request-of", "the person", "--yes", code: code)
        }
        for part in ["Lee", "Ashlee", "Jones", "lee@nord.example", "CT-9"] { _ = try erase(part, 3) }
        #expect(try erase("Lee", 3).errors.contains("There is Ashlee Jones (CT-1)."))
        #expect(try desk.run("contact", "show", "CT-1", code: 0).output.contains("Ashlee Jones"))
        // Of namesakes nobody is meant more than the other, also where one of them left.
        try desk.run(
            "contact", "new", "Ashlee Jones", "--account", "Nord Energy", "--email", "aj@nord.example", code: 0)
        try desk.run("contact", "deactivate", "CT-2", code: 0)
        #expect(try erase("ashlee jones", 2).errors.contains("CT-1"))
        #expect(try erase("CT-2", 0).output.contains("Erased the data of CT-2 (Ashlee Jones)"))
        #expect(try erase("ASHLÉE JONES", 0).output.contains("Erased the data of CT-1 (Ashlee Jones)"))
    }

    @Test func eventsAreChangedInNoOtherWay() throws {
        let (desk, _) = try makeDesk()
        let connection = try Connection(path: desk.store, .write, .none)
        defer { connection.close() }
        func refuses(_ sql: String) { #expect(throws: StoreError.self, "\(sql)") { try connection.run(sql) } }
        refuses("UPDATE events SET body = 'x'")
        try connection.run("INSERT INTO erasures(contact) VALUES (1)")
        // Even then, who did what and when stays.
        for column in ["case_id", "seq", "at", "recorded_at", "agent", "login", "action", "op", "refers_to"] {
            refuses("UPDATE events SET \(column) = 7")
        }
        refuses("DELETE FROM events")
        refuses("DELETE FROM erasures")
        try connection.run("UPDATE events SET body = 'x' WHERE body IS NOT NULL")
        #expect(try desk.run("verify", code: 7).output.contains("no act of the journal"))
    }

    @Test func aReaderIsTold() throws {
        let (desk, _) = try makeDesk()
        let reader = try Connection(path: desk.store, .look, .none)
        try reader.run("BEGIN")
        _ = try reader.number("SELECT count(*) FROM events")
        let result = try desk.run(
            "contact", "erase", "CT-1", "--on-request-of", "the person", "--texts", "--yes", code: 0)
        #expect(result.errors.contains("could not be cleared"))
        reader.close()
        // Once more, when nobody reads: then it is gone from the file as well.
        try desk.run("contact", "erase", "CT-1", "--on-request-of", "the person", "--yes", code: 0)
        #expect(try isAnywhere(desk) == [])
        try desk.run("verify", code: 0)
    }
}
