import Foundation
import ProgramStage
import PseudoTerminal
import Testing

/// A store made by the program's own commands, and what its commands tell of it afterwards.
struct StoryStore {
    let stage: Stage
    let path: String

    /// An empty store with one account and one contact, or a copy of another one.
    init(_ stage: Stage, name: String = "story.db", copying other: StoryStore? = nil) throws {
        self.stage = stage
        path = stage.path(name)
        if let other {
            try other.command("backup", path)
        } else {
            try command("init")
            try command("account", "new", "Nord Energy")
            try command("contact", "new", "Johanna Berg", "--account", "Nord Energy")
        }
    }

    /// Runs a command that must succeed and gives its output.
    @discardableResult
    func command(_ arguments: String..., input: String = "") throws -> String {
        let result = try CommandRun.run(stage.invocation(["--store", path] + arguments), input: input)
        try #require(result.code == 0, "\(arguments): \(result.errors)")
        return result.output
    }

    /// Logs a case and gives its number.
    @discardableResult
    func log(_ subject: String, severity: Int = 3, description: String = "") throws -> String {
        let output = try command(
            "new", "--account", "Nord Energy", "--contact", "Johanna Berg", "--subject", subject,
            "--severity", String(severity), "--channel", "phone", "--type", "technical", "--description", "-",
            input: description)
        return String(try #require(output.firstMatch(of: /CS-\d+/)).0)
    }

    /// Opens the console.
    func open(size: TerminalSize = TerminalSize(columns: 120, rows: 40)) throws -> TerminalSession {
        try stage.open("--store", path, size: size)
    }

    /// A case with its timeline, as `show --json` tells it.
    func show(_ id: String) throws -> ShownCase {
        try JSONDecoder().decode(ShownCase.self, from: Data(try command("show", id, "--json").utf8))
    }

    /// What `verify` finds: it must be nothing.
    func verify() throws { try command("verify") }
}

/// The parts of a case in JSON that stories look at.
struct ShownCase: Decodable {
    struct Owner: Decodable { let name: String }
    struct Change: Decodable, Equatable { let field: String, old: String?, new: String? }
    struct Event: Decodable { let seq: Int, action: String, changes: [Change], text: String?, takenBack: Bool }

    let id: String, subject: String, status: String, severity: Int, tags: [String], version: Int
    let owner: Owner?
    let timeline: [Event]

    /// What happened, without numbers and times: the same acts tell the same story.
    var story: [String] {
        timeline.map { event in
            let changes = event.changes.filter { $0.field != "openedAt" }
                .map { "\($0.field) \($0.old ?? "–") → \($0.new ?? "–")" }
            return ([event.action] + changes + [event.text].compactMap { $0 }).joined(separator: " · ")
        }
    }
}
