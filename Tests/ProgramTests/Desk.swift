import Foundation
import ProgramStage
import PseudoTerminal
import Testing

/// A stage with a store and a few cases in it: what most tests of the command line begin with.
final class Desk {
    let stage: Stage
    /// The store's path.
    let store: String

    /// A stage with an empty store.
    init() throws {
        stage = try Stage()
        store = stage.path("cases.db")
        stage.environment["CASELOAD_STORE"] = store
        stage.environment["TZ"] = "UTC"
        try Desk.empty.get().put(store)
    }

    /// A stage whose store the program makes.
    private init(making commands: [[String]]) throws {
        stage = try Stage()
        store = stage.path("cases.db")
        stage.environment["CASELOAD_STORE"] = store
        stage.environment["TZ"] = "UTC"
        for words in commands { try #require(try CommandRun.run(stage.invocation(words)).code == 0, "\(words)") }
    }

    /// A store as the program made it once, for every test that begins there.
    private struct Prepared {
        let bytes: Data
        let rights: NSNumber

        init(_ commands: [[String]]) throws {
            let desk = try Desk(making: commands)
            bytes = try Data(contentsOf: URL(filePath: desk.store))
            let facts = try FileManager.default.attributesOfItem(atPath: desk.store)
            rights = try #require(facts[.posixPermissions] as? NSNumber)
        }

        func put(_ path: String) throws {
            try bytes.write(to: URL(filePath: path))
            try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: path)
        }
    }

    private static let customer = [
        ["account", "new", "Nord Energy"], ["contact", "new", "J. Berg", "--account", "Nord Energy"],
    ]
    private static let empty = Result { try Prepared([["init"]]) }
    private static let withCustomer = Result { try Prepared([["init"]] + customer) }

    /// Runs the program.
    @discardableResult
    func run(_ arguments: String..., input: String = "") throws -> CommandResult {
        try CommandRun.run(stage.invocation(arguments), input: input)
    }

    /// Runs the program, and requires an exit code.
    @discardableResult
    func run(
        _ arguments: String..., input: String = "", code: Int32, _ place: SourceLocation = #_sourceLocation
    ) throws -> CommandResult {
        let result = try CommandRun.run(stage.invocation(arguments), input: input)
        try #require(result.code == code, "\(arguments): \(result.output)\(result.errors)", sourceLocation: place)
        return result
    }

    /// Logs a case and answers its number.
    func log(_ subject: String, severity: Int = 2) throws -> String {
        // Nothing was done yet, at no other time: then the customer can come with the store.
        let isFresh = stage.environment["CASELOAD_NOW"] == nil && isUntouched
        if isFresh {
            try Desk.withCustomer.get().put(store)
        } else {
            for words in Desk.customer { try #require(try CommandRun.run(stage.invocation(words)).code == 0) }
        }
        let result = try run(
            "new", "--account", "Nord Energy", "--contact", "J. Berg", "--subject", subject, "--severity",
            "\(severity)", "--channel", "phone", "--type", "technical", "--json", code: 0)
        let object = try object(result)
        return try #require(object["id"] as? String)
    }

    /// Whether nobody ever opened the store: whoever does leaves its log beside it.
    private var isUntouched: Bool {
        !["-wal", "-shm", "-lock"].contains { FileManager.default.fileExists(atPath: store + $0) }
    }

    /// The JSON object that a command printed.
    func object(_ result: CommandResult) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(result.outputBytes)) as? [String: Any])
    }

    /// The JSON objects that a command printed.
    func objects(_ result: CommandResult) throws -> [[String: Any]] {
        try #require(try JSONSerialization.jsonObject(with: Data(result.outputBytes)) as? [[String: Any]])
    }

    /// A case with its history.
    func show(_ id: String) throws -> [String: Any] {
        try object(run("show", id, "--json", code: 0))
    }

    /// The words of what happened to a case, oldest first.
    func actions(_ id: String) throws -> [String] {
        let timeline = try #require(try show(id)["timeline"] as? [[String: Any]])
        return timeline.compactMap { $0["action"] as? String }
    }

    /// Everything in the store, as bytes that change when anything in it does.
    func everything() throws -> [UInt8] {
        let cases = try run("export", "events", "--format", "jsonl", code: 0)
        let people = try run("agent", "list", "--json", code: 0)
        let accounts = try run("account", "list", "--json", code: 0)
        let contacts = try run("contact", "list", "--json", code: 0)
        let acts = try run("log", "--all", "--json", "--limit", "1000", code: 0)
        return [cases, people, accounts, contacts, acts].flatMap(\.outputBytes)
    }
}

extension CommandResult {
    /// Scalars that a terminal could obey or a reader could not see, line ends and tabs aside.
    var harmful: [Unicode.Scalar] {
        (output + errors).unicodeScalars.filter { scalar in
            if scalar == "\n" || scalar == "\t" || scalar == "\r" { return false }
            switch scalar.properties.generalCategory {
            case .control, .format, .privateUse, .surrogate, .lineSeparator, .paragraphSeparator: return true
            default: return false
            }
        }
    }
}
