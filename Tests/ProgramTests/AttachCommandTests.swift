import CaseModel
import Foundation
import Glibc
import HostileText
import ProgramStage
import PseudoTerminal
import Testing

@testable import CaseStorage

@Suite("Files go in and come out of the shell", .waiting)
struct AttachCommandTests {
    @Test func inAndOut() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let one = try desk.stage.file("trace.txt", "one\n")
        let two = try desk.stage.file("two.txt", "two\n")
        let out = try desk.run("attach", id, one, two, "-m", "From the gateway.", code: 0)
        #expect(out.output.contains("Attached trace.txt to \(id) as AT-1: 4 bytes."))
        try desk.run("attach", id, "-", "--name", "../../boot.log", "--contact", "J. Berg", input: "boot", code: 0)
        let listed = try desk.objects(desk.run("attachment", "list", id, "--json", code: 0))
        #expect(listed.map { $0["name"] as? String } == ["trace.txt", "two.txt", "../../boot.log"])
        #expect(listed[0]["digest"] as? String == SHA256.text(of: "one\n".utf8))
        #expect(listed[0]["text"] as? String == "From the gateway.")
        #expect((listed[2]["contact"] as? [String: Any])?["name"] as? String == "J. Berg")
        let shown = try #require(try desk.show(id)["attachments"] as? [[String: Any]])
        #expect(shown.count == 3)
        #expect(try desk.run("show", id, code: 0).output.contains("AT-2"))
        let folder = desk.stage.path("out")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try desk.run("attachment", "save", "AT-1", "AT-3", "--to", folder, code: 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["boot.log", "trace.txt"])
        #expect(try String(contentsOfFile: folder + "/boot.log", encoding: .utf8) == "boot")
        let mode = try FileManager.default.attributesOfItem(atPath: folder + "/boot.log")[.posixPermissions] as? Int
        #expect(mode == 0o600)
        // Nothing is overwritten, and what could be is.
        let again = try desk.run("attachment", "save", "AT-1", "AT-2", "--to", folder, code: 6)
        #expect(again.errors.contains("trace.txt is there already"))
        #expect(try String(contentsOfFile: folder + "/two.txt", encoding: .utf8) == "two\n")
        #expect(try desk.run("attachment", "save", "AT-1", "AT-2", "--to", "-", code: 0).output == "one\ntwo\n")
        try desk.run("attachment", "remove", "AT-1", "-m", "It held a password.", code: 0)
        #expect(try desk.run("attachment", "save", "AT-1", "--to", folder, "--name", "x").code == 4)
        #expect(try desk.objects(desk.run("attachment", "list", id, "--json", code: 0)).count == 2)
        let all = try desk.objects(desk.run("attachment", "list", id, "--all", "--json", code: 0))
        #expect(all.count == 3 && all[0]["removed"] is String)
        try desk.run("verify", code: 0)
    }

    @Test func whatIsNoPlainFileIsRefused() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let file = try desk.stage.file("good.txt", "x")
        let link = desk.stage.path("link")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
        let pipe = desk.stage.path("pipe")
        mkfifo(pipe, 0o600)
        let before = try desk.everything()
        for path in [link, pipe, desk.stage.folder.path, "/dev/zero", "/dev/null", desk.store, desk.store + "-lock"] {
            let result = try desk.stage.run("attach", id, path, within: .seconds(20))
            #expect(result.code == 1, "\(path): \(result.errors)")
        }
        #expect(try desk.run("attach", id, desk.stage.path("none")).code == 3)
        #expect(try desk.run("attach", id, "-", input: "x").code == 2)
        #expect(try desk.run("attach", id, file, file, "--name", "x").code == 2)
        #expect(try desk.run("attach", "CS-9999999", file).code == 3)
        #expect(try desk.run("attach", "AI-1000001-1", file).code == 3)
        #expect(try desk.everything() == before)
        // Saving follows no link.
        try desk.run("attach", id, file, code: 0)
        let folder = desk.stage.path("folder")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(
            atPath: folder + "/good.txt", withDestinationPath: desk.stage.path("elsewhere"))
        #expect(try desk.run("attachment", "save", "AT-1", "--to", folder).code == 1)
        #expect(!FileManager.default.fileExists(atPath: desk.stage.path("elsewhere")))
        try FileManager.default.createSymbolicLink(
            atPath: desk.stage.path("way"), withDestinationPath: folder)
        #expect(try desk.run("attachment", "save", "AT-1", "--to", desk.stage.path("way"), "--name", "y").code == 1)
    }

    @Test func largeFilesAreRefusedUnread() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let huge = desk.stage.path("huge")
        let file = Glibc.open(huge, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        try #require(ftruncate(file, 1 << 40) == 0)
        let result = try desk.run("attach", id, huge, code: 4)
        #expect(result.errors.contains("attachment-size"), "\(result.errors)")
        // The system counts as a program's peak what the process that started it had, which here are all the tests.
        let idle = try desk.run("show", id, code: 0).peakKiB
        #expect(result.peakKiB < max(400_000, idle + 100_000))
        try #require(ftruncate(file, 25 << 20) == 0)
        try desk.run("attach", id, huge, code: 0)
        try #require(ftruncate(file, 25 << 20 + 1) == 0)
        try desk.run("attach", id, huge, code: 4)
        close(file)
        let piped = try CommandRun.run(
            Invocation(
                "/bin/sh", ["-c", "head -c 30000000 /dev/zero | '\(Stage.program)' attach \(id) - --name x"],
                environment: desk.stage.environment))
        #expect(piped.code == 4)
        try desk.run("verify", code: 0)
    }

    @Test func aFileThatChangesIsNotTaken() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let path = desk.stage.path("growing")
        #expect(FileManager.default.createFile(atPath: path, contents: Data(count: 8 << 20)))
        let line = "while :; do printf x >> '\(path)'; done"
        let writer = try CommandRun(Invocation("/bin/sh", ["-c", line], environment: desk.stage.environment))
        defer { writer.signal(SIGKILL) }
        usleep(100_000)
        // On a busy machine the writer may sleep for the whole of a reading; then the file is taken, and rightly so.
        var taken = 0
        var result = try CommandRun.run(desk.stage.invocation(["attach", id, path]))
        while result.code == 0, taken < 20 {
            taken += 1
            result = try CommandRun.run(desk.stage.invocation(["attach", id, path]))
        }
        #expect(result.code == 1 && result.errors.contains("was changed while it was read"), "\(result.errors)")
        let listed = try desk.objects(desk.run("attachment", "list", id, "--json", code: 0))
        #expect(listed.count == taken)
    }

    @Test func hostileNamesDoNoHarm() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let out = desk.stage.path("out")
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: false)
        var number = 0
        for name in HostileText.names + HostileText.controls where !Words.isBlank(name) && !name.utf8.contains(0) {
            guard !name.hasPrefix("-") else { continue }
            let attached = try desk.run("attach", id, "-", "--name", name, input: "\(number)", code: 0)
            #expect(attached.harmful == [], "\(name.debugDescription)")
            number += 1
        }
        func files() throws -> Int {
            try FileManager.default.subpathsOfDirectory(atPath: desk.stage.folder.path)
                .count { !$0.hasPrefix("cases.db") }
        }
        let before = try files()
        for each in 1...number {
            let result = try desk.run("attachment", "save", "AT-\(each)", "--to", out)
            #expect(result.code == 0 || result.errors.contains("is there already"), "\(result.errors)")
            #expect(result.harmful == [])
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: out)
        #expect(try files() == before + names.count)
        #expect(names.count > number / 2, "\(names)")
        for form in ["--plain", "--csv", "--json"] {
            #expect(try desk.run("attachment", "list", id, form, code: 0).harmful == [])
        }
        #expect(try desk.run("show", id, code: 0).harmful == [])
    }

    @Test func verifySeesBytesThatAreNotTheirDigest() throws {
        let desk = try Desk()
        let id = try desk.log("A case")
        let file = try desk.stage.file("trace.txt", "one\n")
        try desk.run("attach", id, file, code: 0)
        for (change, fault) in [
            ("UPDATE content_parts SET bytes = x'00'", "not those that were attached"),
            ("UPDATE attached SET holder = 'CS-1000002'", "is not found by what it holds"),
            ("DELETE FROM attached", "is not found by what it holds"),
            ("DELETE FROM content_parts", "not those that were attached"),
            ("INSERT INTO contents VALUES ('x', 0)", "Nothing refers to"),
            ("INSERT INTO attached VALUES (9, 'CS-1', 1, 'x', 0)", "that are not there"),
        ] {
            let copy = desk.stage.path("copy.db")
            try desk.run("backup", copy, code: 0)
            let connection = try Connection(path: copy, .write, .none)
            try connection.run(change)
            connection.close()
            let result = try desk.run("verify", "--store", copy, code: 7)
            #expect(result.output.contains(fault), "\(change): \(result.output)")
            for ending in ["", "-wal", "-shm", "-lock"] { unlink(copy + ending) }
        }
    }
}
